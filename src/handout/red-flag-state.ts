import type { Review } from '../review/types';

const OPEN_TIERS = new Set(['emergency', 'urgent-sameday', 'urgent']);

/** A red flag of tier urgent or higher stands: the patient is under work-up, and paper must not reassure. */
export const redFlagOpen = (review: Review): boolean =>
  review.redFlags.some((hit) => OPEN_TIERS.has(hit.tier));

export const OFF_RED_FLAG = 'off: red flag open';
