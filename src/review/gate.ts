import type { AllergyEntry, ConditionEntry, MedicationOrder, ProcedureEntry } from '../chart/types';
import { mayMean } from '../terminology/may-mean';
import { statementsOf } from '../terminology/statements';
import { youngestAgeInDays } from './calendar';

/**
 * Status before code: which entries may count, decided before any rule looks at their meaning.
 * Everything else is kept with its reason ("looked at, did not count"), never dropped.
 */
export type ConditionStanding =
  | { readonly kind: 'active'; readonly label: string }
  | { readonly kind: 'history'; readonly label: string }
  | { readonly kind: 'unconfirmed'; readonly label: string }
  | { readonly kind: 'out'; readonly reason: string };

const UNCONFIRMED = new Set(['unconfirmed', 'provisional', 'differential']);
const ACTIVE = new Set(['active', 'recurrence', 'relapse']);

/**
 * ICD-10-CM families that name something other than a disease of this patient.
 * Z80–Z84 family history · Z11–Z13 screening · Z03, Z04 observation, ruled out · Z20 contact · Z15 susceptibility · Z40 prophylactic surgery.
 * Source: ICD-10-CM Official Guidelines, section I.C.21, https://www.cdc.gov/nchs/icd/icd-10-cm/files.html
 */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^Z8[0-4]/, 'family history'],
  [/^Z1[123]/, 'screening'],
  [/^Z0[34]/, 'observed, ruled out'],
  [/^Z20/, 'contact or exposure only'],
  [/^Z15/, 'susceptibility only'],
  [/^Z40/, 'preventive surgery'],
];

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bfamily history\b|\bfh\b|\bfhx\b|\bmother\b|\bfather\b|\bsister\b|\bbrother\b/i, 'family history'],
  [/\bscreening\b/i, 'screening'],
  [/\brule[ds]? out\b|\br\/o\b/i, 'to be ruled out'],
  [/^(?:no|not)\b|\bdenie[sd]\b|\bnegative for\b|\bno (?:history|evidence|sign)s? of\b/i, 'negated'],
  [/\b(?:at|fall) risk\b|\brisk (?:of|for)\b|\bfear of\b|\bvaccin|\bexposure to\b/i, 'not a diagnosis'],
];

/** Not a diagnosis yet; the rules for emergencies still look at it, labelled. */
const SUSPECTED =
  /\bsuspected\b|\bsuspicion of\b|\bsuspicious for\b|\bconcern(?:ing)? for\b|\bpossible\b|\bprobable\b|\?\s*$/i;

export function conditionStanding(entry: ConditionEntry): ConditionStanding {
  const verification = entry.verificationStatus;
  if (verification === 'refuted' || verification === 'entered-in-error')
    return { kind: 'out', reason: verification === 'refuted' ? 'refuted' : 'entered in error' };

  const icd = entry.codings.filter((coding) => coding.system === 'icd10cm' || coding.system === 'icd10');
  const family =
    icd.length > 0
      ? FAMILIES.find(([shape]) => icd.every((c) => shape.test(c.code.trim().toUpperCase())))
      : undefined;
  if (family !== undefined) return { kind: 'out', reason: family[1] };
  // Words decide only where no diagnosis code does: "fall risk" beside a fracture code is still the fracture.
  if (!isCoded(entry)) {
    // "LBP, denies incontinence; h/o breast cancer" denies one thing and states another: only a name with nothing left is out.
    const word = WORDS.find(([shape]) =>
      entry.names.some((name) => shape.test(name) && statementsOf(name).length === 0),
    );
    if (word !== undefined) return { kind: 'out', reason: word[1] };
    const guess = possibleMeaning(entry);
    if (guess !== undefined) return { kind: 'unconfirmed', label: `may mean ${guess}` };
    if (entry.names.some((name) => SUSPECTED.test(name)))
      return { kind: 'unconfirmed', label: 'suspected, as written in the chart' };
  }

  if (verification !== undefined && UNCONFIRMED.has(verification))
    return { kind: 'unconfirmed', label: `${verification} in the chart` };

  const stated = verification === undefined ? ' · confirmation not stated' : '';
  const status = entry.clinicalStatus;
  if (isOver(entry))
    return {
      kind: 'history',
      label: (status === undefined || ACTIVE.has(status) ? 'ended' : status) + stated,
    };
  return { kind: 'active', label: (status ?? 'status not stated') + stated };
}

/** Its status or its end says so, confirmed or not. */
export const isOver = ({ clinicalStatus, abated }: ConditionEntry): boolean =>
  abated || (clinicalStatus !== undefined && !ACTIVE.has(clinicalStatus));

const isCoded = ({ codings }: ConditionEntry): boolean =>
  codings.some((c) => ['icd10cm', 'icd10', 'icd9cm', 'snomed'].includes(c.system));

/** What an uncoded entry of two readings may mean: "HD" is hemodialysis or Huntington disease. */
export const possibleMeaning = (entry: ConditionEntry): string | undefined =>
  isCoded(entry) ? undefined : mayMean(entry.names);

export type OrderStanding =
  | { readonly kind: 'current'; readonly label: string }
  | { readonly kind: 'ended'; readonly label: string }
  | { readonly kind: 'out'; readonly reason: string };

const CURRENT = new Map([
  ['active', 'current'],
  ['on-hold', 'on hold'],
  ['unknown', 'status not known to the EHR'],
  ['intended', 'intended'],
]);
const ENDED = new Set(['completed', 'stopped', 'cancelled', 'ended']);
const NOT_AN_ORDER = new Map([
  ['proposal', 'a proposal, not an order'],
  ['option', 'an option, not an order'],
]);

export function orderStanding(order: MedicationOrder): OrderStanding {
  if (order.status === 'entered-in-error') return { kind: 'out', reason: 'entered in error' };
  if (order.status === 'draft') return { kind: 'out', reason: 'draft, not signed' };
  if (order.status === 'not-taken') return { kind: 'out', reason: 'recorded as not taken' };
  if (order.doNotPerform) return { kind: 'out', reason: 'an order not to give it' };
  const intent = order.intent === undefined ? undefined : NOT_AN_ORDER.get(order.intent);
  if (intent !== undefined) return { kind: 'out', reason: intent };
  if (ENDED.has(order.status)) return { kind: 'ended', label: order.status };
  // An absent or unlisted status is not proof that the patient stopped: it counts as current, labelled.
  const label = CURRENT.get(order.status) ?? 'status not stated';
  return { kind: 'current', label: order.reported ? `${label}, reported by the patient` : label };
}

/** Undefined when the entry counts, else the reason. */
export function allergyOut(entry: AllergyEntry): string | undefined {
  if (entry.verificationStatus === 'refuted') return 'refuted';
  if (entry.verificationStatus === 'entered-in-error') return 'entered in error';
  if (entry.clinicalStatus === 'resolved' || entry.clinicalStatus === 'inactive') return entry.clinicalStatus;
  return undefined;
}

const DONE = new Set(['completed', 'unknown', '']);

/** Undefined when the procedure was done, else the reason it does not count. */
export function procedureOut({ status }: ProcedureEntry): string | undefined {
  if (DONE.has(status)) return undefined;
  return status === 'entered-in-error' ? 'entered in error' : `procedure ${status.replaceAll('-', ' ')}`;
}

/**
 * Days since the date an entry stands for: onset, else when it was recorded; for history the end comes first.
 * Partial dates are read as their last possible day, so that a window never misses an entry.
 */
export function conditionAge(
  entry: ConditionEntry,
  standing: ConditionStanding,
  asOf: string,
): number | undefined {
  const dates =
    standing.kind === 'history'
      ? [entry.abatement, entry.onset, entry.recorded]
      : [entry.onset, entry.recorded];
  for (const date of dates) {
    const age = youngestAgeInDays(date, asOf, entry.recorded);
    if (age !== undefined) return age;
  }
  return undefined;
}
