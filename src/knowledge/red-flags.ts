import type { RedFlagRule } from './rule';

export const RED_FLAG_RULES: readonly RedFlagRule[] = [];
