import { lazy } from 'react';

/** A picture for those who want one; the visit does not wait for it. */
export const Timeline = lazy(async () => ({ default: (await import('./Timeline')).Timeline }));
