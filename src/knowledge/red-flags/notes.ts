import type { NoteId, RedFlagLimb } from '../rule';
import { anyTime } from '../windows';

/** Limbs that never raise a flag; what fires becomes the note. The tier is not used. */
export const BACKGROUND: readonly { readonly note: NoteId; readonly limb: RedFlagLimb }[] = [
  background('BLADDER_BASELINE', 'bladder_chronic'),
  background('CANCER_LOW_RISK_LISTED', 'cancer_low_risk'),
  background('ULCER_NSAID_CAUTION', 'ulcer_history'),
  background('DIABETES_MODIFIER', 'diabetes'),
  {
    note: 'IVDU_ASK',
    limb: { condition: 'drug_use_ask', bands: anyTime('consider', 'working-definition') },
  },
  { note: 'AGE_MODIFIER', limb: { age: { min: 50, max: 69 }, tier: 'consider' } },
];

function background(
  note: NoteId,
  condition: 'bladder_chronic' | 'cancer_low_risk' | 'ulcer_history' | 'diabetes',
): { readonly note: NoteId; readonly limb: RedFlagLimb } {
  return {
    note,
    limb: {
      condition,
      bands: anyTime('consider', 'working-definition'),
      history: true,
      unconfirmedWithinDays: Infinity,
    },
  };
}
