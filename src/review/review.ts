import type { Chart, Section } from '../chart/types';
import { CAUTION_RULES } from '../knowledge/cautions/all';
import { DATA_GAPS } from '../knowledge/data-gaps';
import { RED_FLAG_RULES } from '../knowledge/red-flags/all';
import { KNOWLEDGE_VERSION } from '../knowledge/version';
import type { DrugId } from '../knowledge/vocabulary';
import type { Terminology } from '../terminology/types';
import { reviewCautions } from './cautions';
import type { CautionResult } from './cautions';
import { findDataGaps } from './data-gaps';
import { adviseDriving } from './driving';
import { collectFacts } from './facts';
import type { Facts } from './facts';
import { reviewRedFlags } from './red-flags';
import type { RedFlagResult } from './red-flags';
import type { RelaxantFact } from './relaxants';
import { selfCareFacts } from './self-care';
import type { DidNotCount, RelaxantReview, Review, Visit } from './types';

export interface ReviewOptions {
  readonly terminology: Terminology;
  /** Calendar day (YYYY-MM-DD) the review stands for. */
  readonly asOf: string;
  readonly visit: Visit;
}

/** The whole review of one chart: pure, no clock, no network. The same input always gives the same output. */
export function review(chart: Chart, { terminology, asOf, visit }: ReviewOptions): Review {
  const facts = collectFacts(chart, terminology, asOf, visit);
  const judged = facts.relaxants.map((relaxant) => reviewRelaxant(facts, relaxant));
  const redFlags = reviewRedFlags(RED_FLAG_RULES, facts);
  const notRun = judged.reduce(
    (sum, { result }) => sum + result.notChecked.length,
    redFlags.notChecked.length,
  );
  const total = judged.reduce((sum, { result }) => sum + result.total, RED_FLAG_RULES.length);
  const selfCare = selfCareFacts(facts);
  const relaxantOrders = new Set(
    facts.relaxants.flatMap((relaxant) => relaxant.orders.map((order) => order.reference)),
  );

  return {
    patient: {
      id: chart.patient?.id ?? '',
      ...(chart.patient?.name === undefined ? {} : { name: chart.patient.name }),
      ...(chart.patient?.birthDate === undefined ? {} : { birthDate: chart.patient.birthDate }),
      ...agesOf(facts.age),
      sex: facts.sex,
      languages: chart.patient?.languages ?? [],
      interpreterNeeded: chart.patient?.interpreterNeeded ?? false,
    },
    asOf,
    knowledge: KNOWLEDGE_VERSION,
    completeness: mapSections((section) => chart.sections[section].status),
    gaps: [
      ...Object.values(mapSections((section) => chart.sections[section].gaps)).flat(),
      ...chart.medicationHistory.gaps,
    ],
    relaxants: judged.map(({ relaxant }) => relaxant),
    redFlags: redFlags.hits,
    redFlagsNotChecked: redFlags.notChecked,
    notes: redFlags.notes,
    dataGaps: findDataGaps(DATA_GAPS, facts),
    didNotCount: [...facts.recognised.didNotCount, ...overUnsaid(facts, judged, redFlags)],
    unrecognised: facts.recognised.unrecognised,
    otherMedicines: facts.medicines
      .filter((medicine) => !relaxantOrders.has(medicine.order.reference))
      .map((medicine) => ({
        reference: medicine.order.reference,
        text: medicine.order.text,
        ingredients: medicine.ingredients,
        classes: [...medicine.classes.keys()],
      })),
    ...(selfCare === undefined ? {} : { selfCare }),
    other: facts.recognised.other,
    checksRun: total - notRun,
    checksTotal: total,
  };
}

/** Problems that are over or not confirmed and that nothing else of the review names: "looked at, did not count". */
function overUnsaid(
  { recognised }: Facts,
  judged: readonly { readonly result: CautionResult }[],
  redFlags: RedFlagResult,
): readonly DidNotCount[] {
  const open = [...redFlags.notChecked, ...judged.flatMap(({ result }) => result.notChecked)];
  const evidence = [
    ...judged.flatMap(({ result }) => result.cautions),
    ...redFlags.hits,
    ...redFlags.notes,
  ].flatMap((said) => said.evidence);
  const named = new Set([
    ...open.flatMap(({ missing }) => missing.map(({ key }) => key)),
    ...evidence.map(({ reference }) => reference),
  ]);
  return recognised.conditions.flatMap(({ entry: { reference, text }, standing }) =>
    standing.kind === 'active' || named.has(reference) ? [] : [{ reference, text, reason: standing.label }],
  );
}

function agesOf(age: Facts['age']): Pick<Review['patient'], 'age' | 'ages'> {
  if (age === undefined) return {};
  return age.youngest === age.oldest ? { age: age.oldest } : { ages: [age.youngest, age.oldest] };
}

function reviewRelaxant(facts: Facts, fact: RelaxantFact) {
  const result = reviewCautions(CAUTION_RULES, facts, fact);
  const [first] = fact.orders;
  const relaxant: RelaxantReview = {
    drug: fact.drug,
    name: plainName(fact.drug),
    orders: fact.orders,
    state: fact.state,
    stale: fact.stale,
    text: first?.text ?? plainName(fact.drug),
    route: fact.route,
    formStated: fact.formStated,
    matchedBy: fact.matchedBy,
    ...(fact.since === undefined ? {} : { since: fact.since }),
    ...(fact.dailyDoseMg === undefined ? {} : { dailyDoseMg: fact.dailyDoseMg }),
    ...(fact.durationDays === undefined ? {} : { durationDays: fact.durationDays }),
    driving: adviseDriving(facts, fact),
    cautions: result.cautions,
    suppressed: result.suppressed,
    notChecked: result.notChecked,
    notAsked: result.notAsked,
  };
  return { relaxant, result };
}

const NAMES: Readonly<Partial<Record<DrugId, string>>> = {
  cyclobenzaprine_ir: 'cyclobenzaprine',
  cyclobenzaprine_er: 'cyclobenzaprine extended release',
  cyclobenzaprine_sl: 'cyclobenzaprine under the tongue',
  orphenadrine_asa_caffeine: 'orphenadrine with aspirin and caffeine',
};

export const plainName = (drug: DrugId): string => NAMES[drug] ?? drug;

function mapSections<T>(read: (section: Section) => T): Readonly<Record<Section, T>> {
  return {
    Condition: read('Condition'),
    MedicationRequest: read('MedicationRequest'),
    AllergyIntolerance: read('AllergyIntolerance'),
    Observation: read('Observation'),
    Procedure: read('Procedure'),
  };
}
