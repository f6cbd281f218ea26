import type { Evidence, RedFlagHit } from './types';

/**
 * Some entries are an emergency only while the pain or the loss is new, which no chart can tell: it is asked, and stays an
 * emergency until someone says no. An answer belongs to one entry of one patient as it stands; a newer or changed entry is asked again.
 */
export interface NewOrNot {
  readonly key: string;
  readonly entry: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** The answers as a list and the note tell them. */
  readonly told: readonly [yes: string, no: string];
}

type Words = Omit<NewOrNot, 'key' | 'entry'>;
const PAIN: Words = {
  question: 'is this pain new or sudden?',
  yes: 'Yes',
  no: 'No, usual pain',
  told: ['pain new or sudden', 'pain as usual, not new'],
};
const LOSS: Words = {
  question: 'new, or long-standing?',
  yes: 'New',
  no: 'Long-standing',
  told: ['new', 'long-standing'],
};

const ASKED: Readonly<Record<string, Words>> = {
  AAA: PAIN,
  AORTIC_DISSECTION: PAIN,
  CES: LOSS,
  NEURO: LOSS,
};

/** What an answer is kept under: who, which entry for which kind of finding, as the chart says it today. */
export const newOrNotKey = (patient: string, { label, reference, date, text }: Evidence): string =>
  [patient, label, reference, date ?? 'no date', text].join(' | ');

/** The question that an emergency raises: about its first entry. An answer of this visit raises none. */
export function newOrNotOf({ rule, tier, evidence }: RedFlagHit, patient: string): NewOrNot | undefined {
  const [entry] = evidence;
  const words = ASKED[rule.id];
  if (tier !== 'emergency' || words === undefined || entry?.reference.startsWith('Condition/') !== true)
    return undefined;
  return { key: newOrNotKey(patient, entry), entry: entry.text, ...words };
}
