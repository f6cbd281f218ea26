import type { Source } from '../rule';

/** Sources of the red-flag rules and of their windows. */
export const RED_FLAG_SOURCES = {} as const satisfies Record<string, Source>;
