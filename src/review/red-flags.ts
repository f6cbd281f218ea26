import type { RedFlagRule } from '../knowledge/rule';
import { conditionEvidence } from './facts';
import type { Facts } from './facts';
import { judgeAny, tierRank } from './red-flag-limbs';
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
    for (const item of worstFirst)
      if (!evidence.has(item.evidence.reference)) evidence.set(item.evidence.reference, item.evidence);
    hits.push({ rule, tier: worst.tier, evidence: [...evidence.values()].map(labelSingleVisit) });
  }

  noteBackground(facts, note);
  const counted = new Set(hits.flatMap((hit) => hit.evidence.map((item) => item.reference)));
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

/** Entries that are never an alarm, only something to know: a chronic bladder, a skin cancer. */
function noteBackground(facts: Facts, note: Note): void {
  for (const condition of facts.recognised.conditions) {
    const chronic = condition.groups.get('bladder_chronic');
    if (chronic !== undefined) note('BLADDER_BASELINE', conditionEvidence(condition, chronic));
    const lowRisk = condition.groups.get('cancer_low_risk');
    if (lowRisk !== undefined) note('CANCER_LOW_RISK_LISTED', conditionEvidence(condition, lowRisk));
  }
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
