import type { ChartDate } from '../chart/types';
import type { Band, ConditionLimb, NoteId, RedFlagLimb } from '../knowledge/rule';
import type { RedFlagTier } from '../knowledge/vocabulary';
import { dated } from './evidence-date';
import { conditionEvidence, openEntry, sectionMissing } from './facts';
import type { Facts } from './facts';
import { newOrNotKey } from './new-or-not';
import { ownDirection } from './own-direction';
import { judgeAge, judgeSex } from './patient-limbs';
import type { RecognisedCondition, RecognisedProcedure } from './recognise';
import { temperatureLimb, weightLossLimb } from './red-flag-measures';
import { medicineLimb, steroidLimb } from './red-flag-medicines';
import type { Evidence, Missing, Verdict } from './types';

const TIER_ORDER: readonly RedFlagTier[] = ['emergency', 'urgent-sameday', 'urgent', 'consider'];
export const tierRank = (tier: RedFlagTier): number => TIER_ORDER.indexOf(tier);

/** What one limb found, and what it could not look at. Neither: the limb is clear. */
export interface LimbResult {
  readonly fired: readonly { readonly tier: RedFlagTier; readonly evidence: Evidence }[];
  readonly missing: readonly Missing[];
}

export const CLEAR: LimbResult = { fired: [], missing: [] };

/** Called for each entry that a limb looked at and set aside, with the note it becomes. */
export type Note = (id: NoteId, evidence: Evidence) => void;

/** Judges one limb on the facts. The meaning of each shape is in knowledge/rule. */
export function judgeLimb(limb: RedFlagLimb, facts: Facts, note: Note): LimbResult {
  if ('condition' in limb) return besideAny(conditionLimb(limb, facts, note), limb.beside, facts, note);
  if ('medicine' in limb) return besideAny(medicineLimb(limb, facts), limb.beside, facts, note);
  if ('procedure' in limb) return procedureLimb(limb, facts, note);
  if ('steroidDays' in limb) return steroidLimb(limb, facts);
  if ('temperature' in limb) return temperatureLimb(limb, facts);
  if ('weightLoss' in limb) return besideAny(weightLossLimb(limb, facts), limb.beside, facts, note);
  if ('age' in limb) return fromPatient(judgeAge(limb.age, facts), limb.tier);
  if ('sex' in limb) return fromPatient(judgeSex(limb.sex, facts), limb.tier);
  if ('atLeast' in limb) return countLimb(limb, facts, note);
  return answerLimb(limb, facts, note);
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
  const missing: Missing[] = [];
  for (const condition of facts.recognised.conditions) {
    const group = condition.groups.get(limb.condition);
    if (group === undefined || (limb.notIn !== undefined && condition.groups.has(limb.notIn))) continue;
    // Limbs for history alone leave the others to the limb that counts them.
    if (limb.history === 'only' && condition.standing.kind !== 'history') continue;
    const evidence = { ...conditionEvidence(condition, group), label: limb.condition };
    const outcome = bandFor(limb, condition);
    if (typeof outcome === 'string') {
      // Over, but nobody knows since when: it may lie within the window, and is not called older.
      if (
        condition.standing.kind === 'history' &&
        limb.history !== undefined &&
        condition.ageDays === undefined
      )
        missing.push(openEntry(condition.entry, 'over, no date in the chart'));
      else note(outcome, evidence);
    } else if (
      outcome.tier === 'emergency' &&
      facts.notNew.has(newOrNotKey(facts.patientReference, evidence))
    )
      note('SAID_NOT_NEW', evidence);
    else if (limb.endedBy !== undefined && isEnded(limb.endedBy, condition, facts))
      note(limb.tooOld ?? 'REMOTE_HISTORY_LISTED', evidence);
    else {
      const lowered = limb.lowered !== undefined && isLowered(limb.lowered.by, condition, facts);
      fired.push({ tier: lowered ? limb.lowered.tier : outcome.tier, evidence });
    }
  }
  const section = sectionMissing(facts, 'Condition');
  return { fired, missing: section === undefined ? missing : [...missing, section] };
}

/** The band an entry falls into, or the note that it becomes. An undated active entry takes the first band. */
function bandFor(limb: ConditionLimb, condition: RecognisedCondition): Band | NoteId {
  const { standing, ageDays, entry } = condition;
  const tooOld = limb.tooOld ?? 'REMOTE_HISTORY_LISTED';
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
  return agesOf(group, facts).some((repairedAgo) => repairedAgo !== undefined && repairedAgo <= ageDays);
}

/** What is removed for good ends the entry, unless the entry is newer: stones form in the bile duct later. */
function isEnded(group: string, { ageDays }: RecognisedCondition, facts: Facts): boolean {
  return agesOf(group, facts).some(
    (removedAgo) => removedAgo === undefined || ageDays === undefined || removedAgo <= ageDays,
  );
}

/** Ages in days of every confirmed condition and every procedure of the group; undefined for one without a date. */
function agesOf(group: string, { recognised }: Facts): readonly (number | undefined)[] {
  return [
    ...recognised.conditions.filter(
      (other) => other.groups.has(group) && other.standing.kind !== 'unconfirmed',
    ),
    ...recognised.procedures.filter((procedure) => procedure.groups.has(group)),
  ].map((found) => found.ageDays);
}

function procedureLimb(
  limb: Extract<RedFlagLimb, { procedure: unknown }>,
  facts: Facts,
  note: Note,
): LimbResult {
  const fired: { tier: RedFlagTier; evidence: Evidence }[] = [];
  const section = sectionMissing(facts, 'Procedure');
  const missing: Missing[] = section === undefined ? [] : [section];
  for (const procedure of facts.recognised.procedures) {
    if (!procedure.groups.has(limb.procedure)) continue;
    const evidence = procedureEvidence(procedure, limb.procedure);
    const { ageDays } = procedure;
    const band = limb.bands.find(({ withinDays = Infinity }) => (ageDays ?? Infinity) <= withinDays);
    if (band !== undefined) fired.push({ tier: band.tier, evidence });
    // A procedure without a date may be last week's: it cannot be placed, and is not taken for an old one.
    else if (ageDays === undefined)
      missing.push({
        key: 'procedureDate',
        kind: 'duration',
        why: `date of a procedure: ${ownDirection(procedure.entry.text)}`,
      });
    else note(limb.tooOld ?? 'REMOTE_HISTORY_LISTED', evidence);
  }
  return { fired, missing };
}

function procedureEvidence({ entry, groups }: RecognisedProcedure, group: string): Evidence {
  const match = groups.get(group);
  const date = dated(entry.performed);
  return {
    reference: entry.reference,
    text: entry.text,
    ...date,
    detail: date.date === undefined ? 'procedure · no date' : 'procedure',
    basis: match?.basis ?? 'name',
    by: match?.by ?? '',
    label: group,
  };
}

/** Age and sex come from the patient record; a limb gives what fires its own tier. */
function fromPatient(verdict: Verdict, tier: RedFlagTier): LimbResult {
  if (verdict.value === 'unknown') return { fired: [], missing: verdict.missing };
  if (verdict.value === 'clear') return CLEAR;
  return { fired: verdict.evidence.map((evidence) => ({ tier, evidence })), missing: [] };
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

type AnswerLimb = Extract<RedFlagLimb, { answer: unknown }>;

/** An unasked question is shown beside the heading as "not asked"; it is not a failed check. */
function answerLimb(limb: AnswerLimb, facts: Facts, note: Note): LimbResult {
  const said = facts.answers[limb.answer];
  const earlier = said === undefined ? facts.earlierYes.get(limb.answer) : undefined;
  if (said === true || (earlier !== undefined && limb.ever === true))
    return { fired: [{ tier: limb.tier, evidence: answerEvidence(limb, earlier) }], missing: [] };
  if (earlier !== undefined) note('REMOTE_HISTORY_LISTED', answerEvidence(limb, earlier));
  return CLEAR;
}

function answerEvidence({ answer, label }: AnswerLimb, earlier: ChartDate | undefined): Evidence {
  return {
    reference: `answer/${answer}`,
    text: label,
    ...dated(earlier),
    detail: earlier === undefined ? 'answered yes at the visit' : 'answered yes at an earlier visit',
    basis: 'answer',
    by: 'checklist',
    label: answer,
  };
}
