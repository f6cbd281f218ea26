import { BACKGROUND } from '../knowledge/red-flags/notes';
import type { RedFlagRule } from '../knowledge/rule';
import { RED_FLAG_DAYS } from '../knowledge/windows';
import { daysBetween } from './calendar';
import type { Facts } from './facts';
import { judgeAny, judgeLimb, tierRank } from './red-flag-limbs';
import type { Note } from './red-flag-limbs';
import type { Evidence, RedFlagGap, RedFlagHit } from './types';

export interface RedFlagResult {
  readonly hits: readonly RedFlagHit[];
  readonly notChecked: readonly RedFlagGap[];
  readonly notes: readonly { readonly id: string; readonly evidence: readonly Evidence[] }[];
}

/** Judges every red-flag rule: one hit per rule with all its evidence, at the worst tier among it. */
export function reviewRedFlags(rules: readonly RedFlagRule[], facts: Facts): RedFlagResult {
  const hits: RedFlagHit[] = [];
  const notChecked: RedFlagGap[] = [];
  const notes = new Map<string, Map<string, Evidence>>();
  const note: Note = (id, evidence) => {
    const list = notes.get(id) ?? new Map<string, Evidence>();
    notes.set(id, list.set(evidence.reference, evidence));
  };

  for (const rule of rules) {
    const { fired, missing } = judgeAny(rule.limbs, facts, note);
    const worstFirst = [...fired].sort((a, b) => tierRank(a.tier) - tierRank(b.tier));
    const [worst] = worstFirst;
    if (worst === undefined) {
      const things = new Map(missing.map((item) => [item.key, item]));
      if (things.size > 0) notChecked.push({ rule, missing: [...things.values()] });
      continue;
    }
    // The first of several readings of an entry is that of the worst tier.
    const evidence = new Map<string, Evidence>();
    for (const item of worstFirst) {
      const key = evidenceKey(item.evidence);
      if (!evidence.has(key)) evidence.set(key, item.evidence);
    }
    hits.push({ rule, tier: worst.tier, evidence: [...evidence.values()].map(labelSingleVisit) });
  }

  noteBackground(facts, note);
  // The patient record stands for age and sex: that a rule counted it sets no note aside.
  const counted = new Set(
    hits.flatMap((hit) =>
      hit.evidence.map((item) => item.reference).filter((reference) => !reference.startsWith('Patient/')),
    ),
  );
  return {
    hits: hits.sort((a, b) => tierRank(a.tier) - tierRank(b.tier)),
    notChecked,
    notes: [...notes].flatMap(([id, evidence]) => {
      // An entry that one rule counts is not listed as set aside by another.
      const rest = [...evidence.values()].filter((item) => !counted.has(item.reference));
      return rest.length > 0 ? [{ id, evidence: rest }] : [];
    }),
  };
}

/** One entry is one piece of evidence; of the patient record age and sex are two. */
export const evidenceKey = ({ reference, text }: Evidence): string =>
  reference.startsWith('Patient/') ? `${reference} ${text}` : reference;

/** What is never an alarm, only something to know: a chronic bladder, a skin cancer, diabetes, a chart that nobody wrote in. */
function noteBackground(facts: Facts, note: Note): void {
  for (const { note: id, limb } of BACKGROUND)
    for (const { evidence } of judgeLimb(limb, facts, note).fired) note(id, evidence);
  const { newest } = facts;
  const age = newest === undefined ? undefined : daysBetween(newest.day, facts.asOf);
  if (newest !== undefined && age !== undefined && age > RED_FLAG_DAYS.staleChart)
    note('STALE_DATA_NOTE', {
      reference: newest.reference,
      text: newest.text,
      date: newest.day,
      detail: 'newest entry',
      basis: 'value',
      by: '',
      label: newest.text,
    });
}

/**
 * A diagnosis coded once at a visit may be one that was only suspected: inpatient coders may code "probable" as if established
 * (ICD-10-CM Official Guidelines, sections II.H and IV.H, https://www.cdc.gov/nchs/icd/icd-10-cm/files.html).
 */
function labelSingleVisit(evidence: Evidence, _: number, all: readonly Evidence[]): Evidence {
  const conditions = all.filter((item) => item.reference.startsWith('Condition/'));
  return conditions.length === 1 && evidence.detail.includes('visit diagnosis')
    ? { ...evidence, detail: evidence.detail.replace('visit diagnosis', 'coded once at a visit: confirm') }
    : evidence;
}
