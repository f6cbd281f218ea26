import type { Band, RedFlagLimb, RedFlagRule } from '../knowledge/rule';
import type { RedFlagTier } from '../knowledge/vocabulary';
import { daysBetween } from './calendar';
import { orderSpan } from './dose';
import { conditionEvidence, sectionMissing } from './facts';
import type { Facts, MedicineFact } from './facts';
import type { RecognisedCondition } from './recognise';
import type { Evidence, Missing, RedFlagGap, RedFlagHit } from './types';

export interface RedFlagResult {
  readonly hits: readonly RedFlagHit[];
  readonly notChecked: readonly RedFlagGap[];
  readonly notes: readonly { readonly id: string; readonly evidence: readonly Evidence[] }[];
}

const TIER_ORDER: readonly RedFlagTier[] = ['emergency', 'urgent-sameday', 'urgent', 'consider'];
export const tierRank = (tier: RedFlagTier): number => TIER_ORDER.indexOf(tier);

interface LimbResult {
  readonly fired: readonly { readonly tier: RedFlagTier; readonly evidence: Evidence }[];
  readonly missing: readonly Missing[];
}

/** Judges every red-flag rule: one hit per rule with all its evidence, at the worst tier among it. */
export function reviewRedFlags(rules: readonly RedFlagRule[], facts: Facts): RedFlagResult {
  const hits: RedFlagHit[] = [];
  const notChecked: RedFlagGap[] = [];
  const notes = new Map<string, Map<string, Evidence>>();
  const note = (id: string, evidence: Evidence) => {
    const list = notes.get(id) ?? new Map<string, Evidence>();
    notes.set(id, list.set(evidence.reference, evidence));
  };

  for (const rule of rules) {
    const results = rule.limbs.map((limb) => judgeLimb(limb, facts, note));
    const fired = results
      .flatMap((result) => result.fired)
      .sort((a, b) => tierRank(a.tier) - tierRank(b.tier));
    const [worst] = fired;
    if (worst !== undefined) {
      const evidence = new Map(fired.map((item) => [item.evidence.reference, item.evidence]));
      hits.push({ rule, tier: worst.tier, evidence: [...evidence.values()] });
      continue;
    }
    const missing = new Map(results.flatMap((result) => result.missing).map((item) => [item.key, item]));
    if (missing.size > 0) notChecked.push({ rule, missing: [...missing.values()] });
  }

  for (const condition of facts.recognised.conditions) {
    const chronic = condition.groups.get('bladder_chronic');
    if (chronic !== undefined) note('BLADDER_BASELINE', conditionEvidence(condition, chronic));
    const lowRisk = condition.groups.get('cancer_low_risk');
    if (lowRisk !== undefined) note('CANCER_LOW_RISK_LISTED', conditionEvidence(condition, lowRisk));
  }
  return {
    hits: hits.sort((a, b) => tierRank(a.tier) - tierRank(b.tier)),
    notChecked,
    notes: [...notes].map(([id, evidence]) => ({ id, evidence: [...evidence.values()] })),
  };
}

type Note = (id: string, evidence: Evidence) => void;

function judgeLimb(limb: RedFlagLimb, facts: Facts, note: Note): LimbResult {
  if ('condition' in limb) return conditionLimb(limb, facts, note);
  if ('medicine' in limb) return medicineLimb(limb, facts);
  if ('steroidDays' in limb) return steroidLimb(limb, facts);
  const yes = facts.answers[limb.answer] === true;
  return {
    fired: yes ? [{ tier: limb.tier, evidence: answerEvidence(limb.answer) }] : [],
    // An unasked question is shown beside the heading as "not asked"; it is not a failed check.
    missing: [],
  };
}

function conditionLimb(
  limb: Extract<RedFlagLimb, { condition: unknown }>,
  facts: Facts,
  note: Note,
): LimbResult {
  const fired: { tier: RedFlagTier; evidence: Evidence }[] = [];
  for (const condition of facts.recognised.conditions) {
    const group = condition.groups.get(limb.condition);
    if (group === undefined) continue;
    if (limb.ageMin !== undefined && facts.age !== undefined && facts.age < limb.ageMin) continue;
    const evidence = conditionEvidence(condition, group);
    const outcome = bandFor(limb, condition);
    if (typeof outcome === 'string') note(outcome, evidence);
    else fired.push({ tier: outcome.tier, evidence: { ...evidence, label: limb.condition } });
  }
  const missing = sectionMissing(facts, 'Condition');
  return { fired, missing: missing === undefined ? [] : [missing] };
}

/** The band an entry falls into, or the note that it becomes. An undated active entry takes the first band. */
function bandFor(
  limb: Extract<RedFlagLimb, { condition: unknown }>,
  condition: RecognisedCondition,
): Band | string {
  const { standing, ageDays } = condition;
  if (standing.kind === 'unconfirmed') {
    const limit = limb.unconfirmedWithinDays;
    if (limit === undefined || ageDays === undefined || ageDays > limit) return 'UNCONFIRMED_LISTED';
  }
  if (standing.kind === 'history' && limb.history !== true) return 'REMOTE_HISTORY_LISTED';
  const band = limb.bands.find(({ withinDays }) => withinDays === undefined || (ageDays ?? 0) <= withinDays);
  if (
    band !== undefined &&
    !(standing.kind === 'history' && ageDays === undefined && band.withinDays !== undefined)
  )
    return band;
  return limb.condition === 'retention_or_incontinence' ? 'BLADDER_BASELINE' : 'REMOTE_HISTORY_LISTED';
}

function medicineLimb(limb: Extract<RedFlagLimb, { medicine: unknown }>, facts: Facts): LimbResult {
  const running = facts.medicines.filter((medicine) => medicine.classes.has(limb.medicine));
  const { withinDays } = limb;
  const recent =
    withinDays === undefined
      ? []
      : facts.ended.filter((m) => m.classes.has(limb.medicine) && (m.endedDaysAgo ?? 0) <= withinDays);
  const fired = [...running, ...recent].map((medicine) => ({
    tier: limb.tier,
    evidence: {
      ...medicine.evidence,
      detail: `${medicine.evidence.detail} · inferred from the medicine: ${limb.label}`,
    },
  }));
  const missing = sectionMissing(facts, 'MedicationRequest');
  const history =
    withinDays !== undefined && facts.medicationHistory.status !== 'complete' && missing === undefined
      ? { key: 'MedicationRequest', kind: 'section' as const, why: 'earlier medicines (not read in full)' }
      : undefined;
  return { fired, missing: [missing, history].filter((item) => item !== undefined) };
}

/** Cumulative days of systemic steroid supply that fall inside the window, over current and ended orders. */
function steroidLimb(limb: Extract<RedFlagLimb, { steroidDays: unknown }>, facts: Facts): LimbResult {
  const { min, withinDays } = limb.steroidDays;
  const orders = [...facts.medicines, ...facts.ended].filter((m) => m.classes.has('corticosteroid_systemic'));
  const days = orders.map((medicine) => steroidDays(medicine, withinDays, facts.asOf));
  const total = days.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (total >= min)
    return {
      fired: orders.map((medicine) => ({
        tier: limb.tier,
        evidence: { ...medicine.evidence, detail: `${total} days of systemic steroid in ${withinDays} days` },
      })),
      missing: [],
    };
  const missing: (Missing | undefined)[] = [sectionMissing(facts, 'MedicationRequest')];
  if (missing[0] === undefined && facts.medicationHistory.status !== 'complete')
    missing.push({ key: 'MedicationRequest', kind: 'section', why: 'earlier medicines (not read in full)' });
  if (days.some((count) => count === undefined))
    missing.push({ key: 'steroidDays', kind: 'duration', why: 'days of steroid (supply not stated)' });
  return { fired: [], missing: missing.filter((item) => item !== undefined) };
}

function steroidDays(medicine: MedicineFact, withinDays: number, asOf: string): number | undefined {
  const span = orderSpan(medicine.order, medicine.ingredients[0] ?? '');
  if (span.start === undefined || span.end === undefined) return undefined;
  const startAge = daysBetween(span.start, asOf);
  const endAge = daysBetween(span.end, asOf);
  if (startAge === undefined || endAge === undefined) return undefined;
  // Clipped to the window and to today: days still to come are not yet taken.
  return Math.max(0, Math.min(startAge, withinDays) - Math.max(endAge, -1));
}

function answerEvidence(linkId: string): Evidence {
  return {
    reference: `answer/${linkId}`,
    text: linkId,
    detail: 'answered yes at the visit',
    basis: 'answer',
    by: 'checklist',
    label: linkId,
  };
}
