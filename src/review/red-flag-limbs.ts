import type { Band, ConditionLimb, RedFlagLimb } from '../knowledge/rule';
import type { RedFlagTier } from '../knowledge/vocabulary';
import { daysBetween } from './calendar';
import { orderSpan } from './dose';
import { conditionEvidence, sectionMissing } from './facts';
import type { Facts, MedicineFact } from './facts';
import type { RecognisedCondition } from './recognise';
import type { Evidence, Missing } from './types';

const TIER_ORDER: readonly RedFlagTier[] = ['emergency', 'urgent-sameday', 'urgent', 'consider'];
export const tierRank = (tier: RedFlagTier): number => TIER_ORDER.indexOf(tier);

/** What one limb found, and what it could not look at. Neither: the limb is clear. */
export interface LimbResult {
  readonly fired: readonly { readonly tier: RedFlagTier; readonly evidence: Evidence }[];
  readonly missing: readonly Missing[];
}

const CLEAR: LimbResult = { fired: [], missing: [] };

/** Called for each entry that a limb looked at and set aside, with the note it becomes. */
export type Note = (id: string, evidence: Evidence) => void;

/** Judges one limb on the facts. The meaning of each shape is in knowledge/rule. */
export function judgeLimb(limb: RedFlagLimb, facts: Facts, note: Note): LimbResult {
  if ('condition' in limb) return besideAny(conditionLimb(limb, facts, note), limb.beside, facts, note);
  if ('medicine' in limb) return besideAny(medicineLimb(limb, facts), limb.beside, facts, note);
  if ('steroidDays' in limb) return steroidLimb(limb, facts);
  if ('age' in limb) return ageLimb(limb, facts);
  if ('sex' in limb) return sexLimb(limb, facts);
  if ('atLeast' in limb) return countLimb(limb, facts, note);
  // An unasked question is shown beside the heading as "not asked"; it is not a failed check.
  return facts.answers[limb.answer] === true
    ? { fired: [{ tier: limb.tier, evidence: answerEvidence(limb.answer) }], missing: [] }
    : CLEAR;
}

/** Alternatives: everything that fired, and everything that could not be looked at. */
export function judgeAny(limbs: readonly RedFlagLimb[], facts: Facts, note: Note): LimbResult {
  const results = limbs.map((limb) => judgeLimb(limb, facts, note));
  return {
    fired: results.flatMap((result) => result.fired),
    missing: results.flatMap((result) => result.missing),
  };
}

/** AND of Kleene's logic: clear if either side is clear, else unknown if either side is. The tier is the limb's own. */
function besideAny(
  own: LimbResult,
  beside: readonly RedFlagLimb[] | undefined,
  facts: Facts,
  note: Note,
): LimbResult {
  if (beside === undefined || isClear(own)) return own;
  const other = judgeAny(beside, facts, note);
  if (isClear(other)) return CLEAR;
  const [first] = own.fired;
  if (first === undefined || other.fired.length === 0)
    return {
      fired: [],
      missing: [...own.missing, ...(other.fired.length === 0 ? other.missing : [])],
    };
  const company = other.fired.map(({ evidence }) => ({ tier: first.tier, evidence }));
  return { fired: [...own.fired, ...company], missing: [] };
}

const isClear = ({ fired, missing }: LimbResult): boolean => fired.length === 0 && missing.length === 0;

function conditionLimb(limb: ConditionLimb, facts: Facts, note: Note): LimbResult {
  const fired: { tier: RedFlagTier; evidence: Evidence }[] = [];
  for (const condition of facts.recognised.conditions) {
    const group = condition.groups.get(limb.condition);
    if (group === undefined || (limb.notIn !== undefined && condition.groups.has(limb.notIn))) continue;
    // Limbs for history alone leave the others to the limb that counts them.
    if (limb.history === 'only' && condition.standing.kind !== 'history') continue;
    const evidence = { ...conditionEvidence(condition, group), label: limb.condition };
    const outcome = bandFor(limb, condition);
    if (typeof outcome === 'string') note(outcome, evidence);
    else {
      const lowered = limb.lowered !== undefined && isLowered(limb.lowered.by, condition, facts);
      fired.push({ tier: lowered ? limb.lowered.tier : outcome.tier, evidence });
    }
  }
  const missing = sectionMissing(facts, 'Condition');
  return { fired, missing: missing === undefined ? [] : [missing] };
}

/** The band an entry falls into, or the note that it becomes. An undated active entry takes the first band. */
function bandFor(limb: ConditionLimb, condition: RecognisedCondition): Band | string {
  const { standing, ageDays, entry } = condition;
  const tooOld =
    limb.condition === 'retention_or_incontinence' ? 'BLADDER_BASELINE' : 'REMOTE_HISTORY_LISTED';
  if (standing.kind === 'unconfirmed') {
    const limit = limb.unconfirmedWithinDays;
    if (limit === undefined || ageDays === undefined || ageDays > limit) return 'UNCONFIRMED_LISTED';
  }
  if (standing.kind === 'history' && limb.history === undefined) return tooOld;
  const kept = standing.kind === 'active' && entry.categories.includes('problem-list-item');
  return (
    limb.bands.find((band) => {
      if (band.problemList === true && !kept) return false;
      if (band.withinDays === undefined) return true;
      // History without a date cannot be placed in a window; an active entry without one is current.
      if (ageDays === undefined) return standing.kind !== 'history';
      return ageDays <= band.withinDays;
    }) ?? tooOld
  );
}

/** A repair lowers the tier only when its date, or the dates of both, prove that it came after the finding. */
function isLowered(group: string, condition: RecognisedCondition, facts: Facts): boolean {
  const { ageDays } = condition;
  if (ageDays === undefined) return false;
  const repairs = [
    ...facts.recognised.conditions
      .filter((other) => other.groups.has(group) && other.standing.kind !== 'unconfirmed')
      .map((other) => other.ageDays),
    ...facts.recognised.procedures
      .filter((procedure) => procedure.groups.has(group))
      .map((procedure) => procedure.ageDays),
  ];
  return repairs.some((repairedAgo) => repairedAgo !== undefined && repairedAgo <= ageDays);
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
  return { fired, missing: medicinesMissing(facts, withinDays !== undefined) };
}

function medicinesMissing(facts: Facts, looksBack: boolean): Missing[] {
  const missing = sectionMissing(facts, 'MedicationRequest');
  if (missing !== undefined) return [missing];
  return looksBack && facts.medicationHistory.status !== 'complete'
    ? [{ key: 'MedicationRequest', kind: 'section', why: 'earlier medicines (not read in full)' }]
    : [];
}

/** Cumulative days of systemic steroid supply that fall inside the window, over current and ended orders. */
function steroidLimb(limb: Extract<RedFlagLimb, { steroidDays: unknown }>, facts: Facts): LimbResult {
  const { min, withinDays } = limb.steroidDays;
  const isSteroid = (medicine: MedicineFact) => medicine.classes.has('corticosteroid_systemic');
  const orders = [...facts.medicines, ...facts.ended].filter(isSteroid);
  const days = orders.map((medicine) => steroidDays(medicine, withinDays, facts.asOf));
  const total = days.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const fire = (medicines: readonly MedicineFact[], detail: string): LimbResult => ({
    fired: medicines.map((medicine) => ({
      tier: limb.tier,
      evidence: { ...medicine.evidence, detail },
    })),
    missing: [],
  });
  if (total >= min)
    return fire(
      orders.filter((_, index) => days[index] !== 0),
      `${total} days of systemic steroid in ${withinDays} days`,
    );
  const longRunning = facts.medicines.filter(
    (medicine) =>
      isSteroid(medicine) &&
      medicine.order.supply.repeats > 0 &&
      (startedDaysAgo(medicine, facts.asOf) ?? 0) > min,
  );
  if (longRunning.length > 0)
    return fire(longRunning, `current order with refills, begun more than ${min} days ago`);
  const notStated = days.some((count) => count === undefined);
  return {
    fired: [],
    missing: [
      ...medicinesMissing(facts, true),
      ...(notStated
        ? [
            {
              key: 'steroidDays',
              kind: 'duration' as const,
              why: 'days of steroid (supply not stated)',
            },
          ]
        : []),
    ],
  };
}

function startedDaysAgo({ order }: MedicineFact, asOf: string): number | undefined {
  const start = (order.supply.start ?? order.authoredOn)?.day;
  return start === undefined ? undefined : daysBetween(start, asOf);
}

/** Undefined when the supply is not stated; 0 for an order that cannot reach into the window. */
function steroidDays(medicine: MedicineFact, withinDays: number, asOf: string): number | undefined {
  const span = orderSpan(medicine.order, medicine.ingredients[0] ?? '');
  const startAge = span.start === undefined ? undefined : daysBetween(span.start, asOf);
  const endAge = span.end === undefined ? undefined : daysBetween(span.end, asOf);
  if (startAge === undefined || endAge === undefined) return undefined;
  // Clipped to the window and to today: days still to come are not yet taken.
  return Math.max(0, Math.min(startAge + 1, withinDays) - Math.max(endAge, 0));
}

function ageLimb(
  { age: { min, max }, tier }: Extract<RedFlagLimb, { age: unknown }>,
  facts: Facts,
): LimbResult {
  const { age } = facts;
  if (age === undefined)
    return {
      fired: [],
      missing: [{ key: 'age', kind: 'patient', why: 'age (birth date missing or not readable)' }],
    };
  const within = (min === undefined || age >= min) && (max === undefined || age <= max);
  return within ? { fired: [{ tier, evidence: patientEvidence(facts, `age ${age}`) }], missing: [] } : CLEAR;
}

function sexLimb({ sex, tier }: Extract<RedFlagLimb, { sex: unknown }>, facts: Facts): LimbResult {
  if (facts.sex !== 'female' && facts.sex !== 'male')
    return { fired: [], missing: [{ key: 'sex', kind: 'patient', why: 'sex (not stated)' }] };
  return facts.sex === sex
    ? { fired: [{ tier, evidence: patientEvidence(facts, sex) }], missing: [] }
    : CLEAR;
}

function patientEvidence(facts: Facts, text: string): Evidence {
  return {
    reference: facts.patientReference,
    text,
    detail: 'patient record',
    basis: 'value',
    by: 'birth date and sex',
    label: text,
  };
}

/** Fires with enough features, is clear when the rest could not make up the number, else unknown. */
function countLimb(limb: Extract<RedFlagLimb, { atLeast: unknown }>, facts: Facts, note: Note): LimbResult {
  const features = limb.of.map((alternatives) => judgeAny(alternatives, facts, note));
  const standing = features.filter((feature) => feature.fired.length > 0);
  const open = features.filter((feature) => feature.fired.length === 0 && feature.missing.length > 0);
  if (standing.length >= limb.atLeast)
    return {
      fired: standing.flatMap(({ fired }) => fired.map(({ evidence }) => ({ tier: limb.tier, evidence }))),
      missing: [],
    };
  if (standing.length + open.length < limb.atLeast) return CLEAR;
  return { fired: [], missing: open.flatMap((feature) => feature.missing) };
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
