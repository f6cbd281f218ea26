import { MEDICINE_SOURCES } from './sources/medicines';
import { RED_FLAG_SOURCES } from './sources/red-flags';

/**
 * Every source that a shipped rule cites: what it is, where its issuer keeps it, and what of it was read.
 * A link goes to the issuer where an issuer page exists; "as copied at" says where the words were read instead.
 */
export const SOURCES = { ...MEDICINE_SOURCES, ...RED_FLAG_SOURCES } as const;

export type SourceId = keyof typeof SOURCES;
