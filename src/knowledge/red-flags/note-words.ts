import type { NoteId } from '../rule';

const WORDS: Readonly<Record<NoteId, string>> = {
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
  SAID_NOT_NEW: 'Told at this visit: not new',
};

const BY_ID: ReadonlyMap<string, string> = new Map(Object.entries(WORDS));

/** What a note says, for the list of things that were looked at and are no red flag by themselves. */
export const noteWords = (id: string): string => BY_ID.get(id) ?? id;
