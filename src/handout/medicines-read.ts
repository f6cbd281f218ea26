import type { Review } from '../review/types';

export const medicinesRead = (review: Review): boolean =>
  review.completeness.MedicationRequest === 'complete';

/** A medicine whose codes and words say nothing: it may be a relaxant, or an opioid. */
export const hasUnmatchedMedicine = (review: Review): boolean =>
  review.unrecognised.some(({ reference }) => reference.startsWith('Medication'));

/** The list of medicines was not read in full, or holds one that was not recognised: absence proves nothing. */
export const mayTakeRelaxant = (review: Review): boolean =>
  !medicinesRead(review) || hasUnmatchedMedicine(review);
