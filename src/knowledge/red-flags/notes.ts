import type { NoteId, RedFlagLimb } from '../rule';
import { anyTime } from '../windows';

/** What each note says, for the list of things that were looked at and are no red flag by themselves. */
export const NOTE_WORDS: Readonly<Record<NoteId, string>> = {
  UNCONFIRMED_LISTED: 'Not confirmed in the chart',
  REMOTE_HISTORY_LISTED: 'Older than its window',
  BLADDER_BASELINE: 'Bladder or bowel, long-standing: ask what changed',
  STALE_DATA_NOTE: 'Nothing newer than two years in what could be read',
  IVDU_ASK: 'Ask about injection: the chart does not state the way of use',
  CANCER_LOW_RISK_LISTED: 'Skin, in-situ or uncertain tumor',
  AGE_MODIFIER: 'Age 50 to 69 weighs with other signs of cancer',
  ULCER_NSAID_CAUTION: 'Ulcer in the past: speaks against anti-inflammatories',
  DIABETES_MODIFIER: 'Diabetes weighs with other signs of infection',
  SPINE_SURGERY_CONTEXT: 'Earlier spine surgery or injection',
};

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
