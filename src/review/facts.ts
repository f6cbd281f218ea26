import type { Chart, ConditionEntry, MedicationOrder, Section, SectionReport } from '../chart/types';
import type { DrugId } from '../knowledge/vocabulary';
import { LASTING_TOKENS, TOKEN_WINDOWS } from '../knowledge/windows';
import type { GroupMatch, Terminology } from '../terminology/types';
import { answersOf } from './answers';
import type { Answers } from './answers';
import { agesInYears } from './calendar';
import type { AgeRange } from './calendar';
import { dated } from './evidence-date';
import { conditionAge, isOver } from './gate';
import { readLabs } from './labs';
import type { LabFacts } from './labs';
import { orderEnd } from './order-end';
import type { OrderEnd } from './order-end';
import { ownDirection } from './own-direction';
import { recognise } from './recognise';
import type { Recognised, RecognisedCondition, RecognisedOrder } from './recognise';
import { orderEvidence, relaxantFacts } from './relaxants';
import type { RelaxantFact } from './relaxants';
import type { Evidence, Missing, Visit } from './types';
import { newestEntry, readVitals } from './vitals';
import type { Vitals } from './vitals';

/** Everything the rules may ask, resolved once. Rules never touch FHIR. */
export interface Facts {
  readonly asOf: string;
  readonly age: AgeRange | undefined;
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  readonly patientReference: string;
  readonly sections: Readonly<Record<Section, SectionReport>>;
  readonly medicationHistory: SectionReport;
  readonly recognised: Recognised;
  readonly relaxants: readonly RelaxantFact[];
  /** Current orders with their classes; relaxant orders too. */
  readonly medicines: readonly MedicineFact[];
  /** Orders that ended, for rules that look back. */
  readonly ended: readonly MedicineFact[];
  /** Active conditions by token, newest first. */
  readonly conditions: ReadonlyMap<string, readonly Evidence[]>;
  /** By token, entries that the chart leaves open: not confirmed, said to be inactive, or an event without a date. */
  readonly openConditions: ReadonlyMap<string, readonly Missing[]>;
  readonly labs: LabFacts;
  readonly vitals: Vitals;
  /** The latest dated entry of the chart. */
  readonly newest: ReturnType<typeof newestEntry>;
  readonly answers: Answers['today'];
  readonly earlierYes: Answers['earlierYes'];
  /** Entries that were said to be long-standing at this visit. */
  readonly notNew: ReadonlySet<string>;
}

export interface MedicineFact extends OrderEnd {
  readonly order: MedicationOrder;
  readonly ingredients: readonly string[];
  readonly classes: ReadonlyMap<string, GroupMatch>;
  readonly drugs: readonly DrugId[];
  readonly evidence: Evidence;
}

export function collectFacts(chart: Chart, terminology: Terminology, asOf: string, visit: Visit): Facts {
  const recognised = recognise(chart, terminology, asOf);
  const age = agesInYears(chart.patient?.birthDate, asOf);
  const sex = chart.patient?.sex ?? 'unknown';
  const medicines = recognised.orders
    .filter((o) => o.standing.kind === 'current')
    .map((o) => medicineFact(o, asOf));
  const ended = recognised.orders
    .filter((o) => o.standing.kind === 'ended')
    .map((o) => medicineFact(o, asOf));
  const { today, earlierYes } = answersOf(chart.answers, asOf);
  return {
    asOf,
    age,
    sex,
    patientReference: `Patient/${chart.patient?.id ?? 'unknown'}`,
    sections: chart.sections,
    medicationHistory: chart.medicationHistory,
    recognised,
    relaxants: relaxantFacts(recognised.orders, asOf),
    medicines,
    ended,
    ...conditionFacts(recognised, asOf),
    labs: readLabs(chart, { age, sex }, asOf),
    vitals: readVitals(chart, asOf),
    newest: newestEntry(chart),
    answers: { ...today, ...visit.answers },
    earlierYes,
    notNew: new Set(visit.notNew ?? []),
  };
}

function medicineFact({ order, match, standing }: RecognisedOrder, asOf: string): MedicineFact {
  return {
    order,
    ingredients: match.ingredients,
    classes: new Map(match.groups.map((group) => [group.group, group])),
    drugs: match.relaxants.map((relaxant) => relaxant.group as DrugId),
    evidence: orderEvidence(order, match.groups[0] ?? match.relaxants[0], standing.label, match.ingredients),
    ...orderEnd(order, match.ingredients[0] ?? '', asOf),
  };
}

function conditionFacts(recognised: Recognised, asOf: string): Pick<Facts, 'conditions' | 'openConditions'> {
  const facts = new Map<string, Evidence[]>();
  const open = new Map<string, Missing[]>();
  const add = <T>(map: Map<string, T[]>, token: string, item: T) => {
    const known = map.get(token);
    if (known === undefined) map.set(token, [item]);
    else known.push(item);
  };
  for (const condition of recognised.conditions) {
    for (const [token, group] of condition.groups) {
      const counted = counts(token, condition, asOf);
      if (counted === true) add(facts, token, conditionEvidence(condition, group));
      else if (counted !== false) add(open, token, openEntry(condition.entry, counted));
    }
  }
  for (const { entry, groups } of recognised.allergies)
    for (const [token, group] of groups)
      add(facts, token, {
        reference: entry.reference,
        text: entry.text,
        ...dated(entry.recorded),
        detail: ['recorded allergy', ...entry.reactions].join(': '),
        basis: group.basis,
        by: group.by,
        label: entry.text,
      });
  return { conditions: facts, openConditions: open };
}

/** An entry that the chart leaves open, and what it does not say. */
export const openEntry = ({ reference, text }: ConditionEntry, why: string): Missing => ({
  key: reference,
  kind: 'entry',
  why: `${ownDirection(text)} (${why})`,
});

/** Yes, no, or what the chart does not say and would have to. */
function counts(token: string, condition: RecognisedCondition, asOf: string): boolean | string {
  const { entry, standing } = condition;
  const counted = isOver(entry) ? countsWhenOver(token, condition, asOf) : inTokenWindow(token, condition);
  // What would not count if it were confirmed is not left open either.
  return standing.kind === 'unconfirmed' ? counted !== false && standing.label : counted;
}

function countsWhenOver(
  token: string,
  { entry, ageDays }: RecognisedCondition,
  asOf: string,
): boolean | string {
  const lasting = LASTING_TOKENS[token];
  if (lasting !== undefined)
    return lasting === 'resolved-too' || (isInactive(entry) && 'not active in the chart');
  const window = TOKEN_WINDOWS[token];
  if (window?.endedToo !== true) return false;
  const began = conditionAge(entry, { kind: 'active', label: '' }, asOf);
  // Where only the end is known it began on that day or before.
  if (began === undefined) return (ageDays ?? 0) <= window.days && 'over, first day not in the chart';
  return began <= window.days;
}

/** "Inactive" says that it is quiet, "resolved" that it is gone. */
const isInactive = ({ clinicalStatus }: ConditionEntry): boolean => clinicalStatus === 'inactive';

/** Some tokens are events: past their window they are history. An undated entry counts, labelled "no date". */
function inTokenWindow(token: string, condition: RecognisedCondition): boolean {
  const window = TOKEN_WINDOWS[token];
  if (window === undefined || condition.ageDays === undefined) return true;
  const applies = window.problemsToo || !condition.entry.categories.includes('problem-list-item');
  return !applies || condition.ageDays <= window.days;
}

export function conditionEvidence(condition: RecognisedCondition, group: GroupMatch): Evidence {
  const { entry, standing } = condition;
  const date = dated(entry.onset ?? entry.recorded);
  return {
    reference: entry.reference,
    text: entry.text,
    ...date,
    detail: [
      standing.label,
      ...entry.categories.map(plainCategory),
      ...(date.date === undefined ? ['no date'] : []),
    ].join(' · '),
    ...(entry.recorder === undefined ? {} : { recorder: entry.recorder }),
    basis: group.basis,
    by: group.by,
    label: entry.text,
  };
}

const CATEGORIES = new Map([
  ['problem-list-item', 'problem list'],
  ['encounter-diagnosis', 'visit diagnosis'],
  ['health-concern', 'health concern'],
]);
const plainCategory = (category: string): string => CATEGORIES.get(category) ?? category;

const SECTION_WORDS: Readonly<Record<Section, string>> = {
  Condition: 'conditions',
  MedicationRequest: 'medicines',
  AllergyIntolerance: 'recorded allergies',
  Observation: 'labs',
  Procedure: 'procedures',
};

const STATUS_WORDS: Readonly<Record<SectionReport['status'], string>> = {
  loading: 'still being read',
  complete: 'read in full',
  partial: 'not read in full',
  'not-permitted': 'not permitted',
  unsupported: 'not offered by this EHR',
  failed: 'could not be read',
};

/** Undefined when the section is complete; else what is missing. */
export function sectionMissing(facts: Facts, section: Section): Missing | undefined {
  const report = facts.sections[section];
  return report.status === 'complete'
    ? undefined
    : {
        key: section,
        kind: 'section',
        why: `${SECTION_WORDS[section]} (${STATUS_WORDS[report.status]})`,
        waits: report.status === 'loading',
      };
}

/** The same of the orders that have ended, for the rules that look back. */
export function earlierMissing({ medicationHistory: { status } }: Facts): Missing | undefined {
  if (status === 'complete') return undefined;
  const waits = status === 'loading';
  const why = `earlier medicines (${waits ? STATUS_WORDS.loading : 'not read in full'})`;
  return { key: 'MedicationRequest', kind: 'section', why, waits };
}
