import type {
  AllergyEntry,
  Chart,
  ChartEntry,
  ConditionEntry,
  MedicationOrder,
  ProcedureEntry,
} from '../chart/types';
import { IMPLIED } from '../knowledge/vocabulary';
import type { ConditionToken } from '../knowledge/vocabulary';
import type { ConditionMatch, GroupMatch, MedicationMatch, Terminology } from '../terminology/types';
import { youngestAgeInDays } from './calendar';
import {
  allergyOut,
  conditionAge,
  conditionStanding,
  orderStanding,
  possibleMeaning,
  procedureOut,
} from './gate';
import type { ConditionStanding, OrderStanding } from './gate';
import type { DidNotCount, Unrecognised } from './types';

export interface RecognisedOrder {
  readonly order: MedicationOrder;
  readonly match: MedicationMatch;
  readonly standing: Exclude<OrderStanding, { kind: 'out' }>;
}

export interface RecognisedCondition {
  readonly entry: ConditionEntry;
  readonly standing: Exclude<ConditionStanding, { kind: 'out' }>;
  /** Groups by token, with the implied ones. */
  readonly groups: ReadonlyMap<string, GroupMatch>;
  /** Days since onset, else since recording; undefined when undated. */
  readonly ageDays: number | undefined;
}

export interface RecognisedAllergy {
  readonly entry: AllergyEntry;
  readonly substance: MedicationMatch;
  readonly groups: ReadonlyMap<string, GroupMatch>;
}

export interface RecognisedProcedure {
  readonly entry: ProcedureEntry;
  readonly groups: ReadonlyMap<string, GroupMatch>;
  /** Days since it was done; undefined when undated. */
  readonly ageDays: number | undefined;
}

export interface Recognised {
  readonly orders: readonly RecognisedOrder[];
  readonly conditions: readonly RecognisedCondition[];
  readonly allergies: readonly RecognisedAllergy[];
  /** Procedures of a group that a rule knows. */
  readonly procedures: readonly RecognisedProcedure[];
  /** The EHR says that nobody asked about allergies: not the same as none. */
  readonly allergiesNotAsked: boolean;
  readonly didNotCount: readonly DidNotCount[];
  readonly unrecognised: readonly Unrecognised[];
  /** Entries that resolve, and that no rule concerns. */
  readonly other: number;
}

/** SNOMED CT 716186003 No known allergy, 409137002 No known drug allergy: a checked "none". */
const NO_KNOWN_ALLERGY = new Set(['716186003', '409137002', '429625007', '428607008']);
/** SNOMED CT 1631000175102 "Patient not asked": sent by some EHRs where nothing is on file. */
const NOT_ASKED = new Set(['1631000175102']);

/** Resolves every entry of the chart to groups, and sorts out what does not count. Nothing is lost: each entry lands in exactly one list. */
export function recognise(chart: Chart, terminology: Terminology, asOf: string): Recognised {
  const didNotCount: DidNotCount[] = [];
  const unrecognised: Unrecognised[] = [];
  const orders: RecognisedOrder[] = [];
  const conditions: RecognisedCondition[] = [];
  const allergies: RecognisedAllergy[] = [];
  let allergiesNotAsked = false;
  let other = 0;
  const out = (entry: ChartEntry, reason: string) =>
    didNotCount.push({ reference: entry.reference, text: entry.text, reason });

  for (const order of chart.medications) {
    const standing = orderStanding(order);
    if (standing.kind === 'out') {
      out(order, standing.reason);
      continue;
    }
    const match = terminology.recogniseMedication(order);
    if (match.setAside !== undefined) out(order, match.setAside);
    else if (match.recognition === 'not-recognised' && standing.kind === 'current')
      unrecognised.push({ reference: order.reference, text: order.text });
    else if (standing.kind === 'ended') out(order, `not current: ${standing.label}`);
    else if (match.recognition === 'known') other += 1;
    orders.push({ order, match, standing });
  }

  for (const entry of chart.conditions) {
    const standing = conditionStanding(entry);
    if (standing.kind === 'out') {
      out(entry, standing.reason);
      continue;
    }
    const guess = possibleMeaning(entry);
    const match = terminology.recogniseCondition(
      guess === undefined ? entry : { codings: [], names: [guess] },
    );
    if (match.recognition === 'not-recognised') {
      unrecognised.push({ reference: entry.reference, text: entry.text });
      continue;
    }
    if (match.recognition === 'known') {
      other += 1;
      continue;
    }
    conditions.push({
      entry,
      standing,
      groups: withImplied(match),
      ageDays: conditionAge(entry, standing, asOf),
    });
  }

  for (const entry of chart.allergies) {
    const codes = entry.codings.filter((coding) => coding.system === 'snomed').map((coding) => coding.code);
    if (codes.some((code) => NOT_ASKED.has(code))) {
      allergiesNotAsked = true;
      continue;
    }
    if (codes.some((code) => NO_KNOWN_ALLERGY.has(code))) {
      other += 1;
      continue;
    }
    const reason = allergyOut(entry);
    if (reason !== undefined) {
      out(entry, reason);
      continue;
    }
    const substance = terminology.recogniseSubstance(entry);
    const asCondition = terminology.recogniseCondition(entry);
    if (substance.recognition === 'not-recognised' && asCondition.recognition === 'not-recognised')
      unrecognised.push({ reference: entry.reference, text: entry.text });
    allergies.push({ entry, substance, groups: withImplied(asCondition) });
  }

  const procedures = chart.procedures.flatMap((entry) => {
    const groups = withImplied(terminology.recogniseCondition(entry));
    const reason = procedureOut(entry);
    if (groups.size === 0) other += 1;
    else if (reason !== undefined) out(entry, reason);
    return groups.size === 0 || reason !== undefined
      ? []
      : [{ entry, groups, ageDays: youngestAgeInDays(entry.performed, asOf) }];
  });

  const inTreatment = conditions.some(isOpioidUseDisorder);
  return {
    orders: inTreatment ? orders.map(methadoneAsTreatment) : orders,
    conditions,
    allergies,
    procedures,
    allergiesNotAsked,
    didNotCount,
    unrecognised,
    other,
  };
}

/** Remission counts: it is what the treatment keeps up. */
function isOpioidUseDisorder({ groups, standing }: RecognisedCondition): boolean {
  const stands =
    standing.kind === 'active' || (standing.kind === 'history' && standing.label.startsWith('remission'));
  return stands && groups.has('opioid_use_disorder');
}

/**
 * Methadone is for pain or for opioid use disorder, and no code of it says which: beside the disorder it is its treatment,
 * which must not be held back because of a sedative
 * (FDA, 20 September 2017, https://www.fda.gov/drugs/drug-safety-podcasts/fda-drug-safety-podcast-fda-urges-caution-about-withholding-opioid-addiction-medications-patients).
 */
function methadoneAsTreatment(recognised: RecognisedOrder): RecognisedOrder {
  const { match } = recognised;
  if (!match.groups.some(({ group }) => group === 'methadone')) return recognised;
  const groups = match.groups.map((group) =>
    group.group === 'opioid' ? { ...group, group: 'moud' } : group,
  );
  return { ...recognised, match: { ...match, groups } };
}

function withImplied(match: ConditionMatch): ReadonlyMap<string, GroupMatch> {
  const groups = new Map<string, GroupMatch>();
  for (const group of match.groups) {
    if (!groups.has(group.group)) groups.set(group.group, group);
    for (const implied of IMPLIED[group.group as ConditionToken] ?? [])
      if (!groups.has(implied)) groups.set(implied, { ...group, group: implied });
  }
  return groups;
}
