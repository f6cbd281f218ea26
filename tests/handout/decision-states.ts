import { chartFromBundle } from '../../src/chart/from-bundle';
import { compose } from '../../src/handout/compose';
import type { HandoutDocument } from '../../src/handout/model';
import type { DrugId } from '../../src/knowledge/vocabulary';
import type { Decision, RelaxantReview, Review } from '../../src/review/types';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT, hitKey } from '../../src/review/visit-record';
import type { VisitRecord } from '../../src/review/visit-record';
import { relaxantChart } from './relaxant-charts';
import { AS_OF, input } from './review-factory';
import { SAMPLE_CHARTS, terminology } from './sample-papers';

export interface State {
  readonly name: string;
  readonly review: Review;
  readonly paper: HandoutDocument;
  /** Every line is on and times are filled in. */
  readonly chosen: boolean;
}

const DECISIONS: readonly (Decision | 'none' | 'keep all')[] = [
  'none',
  'keep all',
  { kind: 'change', how: '' },
  { kind: 'change', how: '1 tablet at bedtime' },
  { kind: 'hold' },
  { kind: 'hold', until: '2026-12-24' },
  { kind: 'stop' },
];

const FILLED = { morning: 1, noon: 0, evening: 0, bedtime: 1 };

/** Every chart in every state of decision, as printed, and with times filled in and every line on. */
function statesOf(name: string, bundle: unknown, asOf: string): readonly State[] {
  const chart = chartFromBundle(bundle);
  const seen = (visit: Partial<VisitRecord>): Review =>
    reviewVisit(chart, { terminology, asOf, visit: { ...NEW_VISIT, ...visit } });
  const first = seen({});
  const { relaxants } = first;
  return DECISIONS.flatMap((decision) => {
    const review =
      decision === 'none'
        ? first
        : decision === 'keep all'
          ? seen({ kept: keptIn(relaxants) })
          : seen({ decisions: Object.fromEntries(relaxants.map(({ drug }) => [drug, decision])) });
    const filled = {
      slots: Object.fromEntries(relaxants.map(({ drug }) => [drug, FILLED])),
      lastDay: Object.fromEntries(relaxants.map(({ drug }) => [drug, '2026-12-24'])),
    };
    const paper = compose(input(review));
    const lines = Object.fromEntries(paper.lines.map(({ id }) => [id, true]));
    const state = `${name}, ${JSON.stringify(decision)}`;
    return [
      { name: state, review, paper, chosen: false },
      {
        name: `${state}, times filled and all lines on`,
        review,
        paper: compose(input(review, { ...filled, lines })),
        chosen: true,
      },
    ];
  });
}

const keptIn = (relaxants: readonly RelaxantReview[]): VisitRecord['kept'] =>
  Object.fromEntries(
    relaxants.flatMap((relaxant) => relaxant.cautions.map((hit) => [hitKey(relaxant, hit), 'lowest dose'])),
  );

/** A chart full of what is private, and of what must not be mixed, beside one relaxant. */
function burdenedChart(drug: DrugId): unknown {
  const bare = relaxantChart([drug], AS_OF) as { readonly entry: readonly object[] };
  const subject = { reference: 'Patient/p' };
  const medicines = [
    'sertraline 50 MG Oral Tablet',
    'buprenorphine 8 MG / naloxone 2 MG Sublingual Film',
    'ethinyl estradiol 0.02 MG / norethindrone 1 MG Oral Tablet',
    'lisinopril 10 MG Oral Tablet',
    'ritonavir 100 MG Oral Tablet',
    'oxycodone 5 MG Oral Tablet',
    'levofloxacin 500 MG Oral Tablet',
  ];
  const problems = ['Alcohol use disorder', 'Epilepsy', 'Pregnancy', 'Traumatic brain injury', 'Dementia'];
  return {
    ...bare,
    entry: [
      ...bare.entry,
      ...medicines.map((text, index) => ({
        resource: {
          resourceType: 'MedicationRequest',
          id: `other-${index}`,
          status: 'active',
          intent: 'order',
          subject,
          authoredOn: AS_OF,
          medicationCodeableConcept: { text },
        },
      })),
      ...problems.map((text, index) => ({
        resource: {
          resourceType: 'Condition',
          id: `problem-${index}`,
          clinicalStatus: { coding: [{ code: 'active' }] },
          category: [{ coding: [{ code: 'problem-list-item' }] }],
          subject,
          code: { text },
        },
      })),
    ],
  };
}

export const STATES: readonly State[] = [
  ...SAMPLE_CHARTS.flatMap(({ name, bundle, asOf }) => statesOf(name, bundle, asOf)),
  ...(['tizanidine', 'diazepam', 'methocarbamol', 'chlorzoxazone'] as const).flatMap((drug) =>
    statesOf(drug, relaxantChart([drug], AS_OF), AS_OF),
  ),
  ...(['tizanidine', 'methocarbamol', 'carisoprodol', 'orphenadrine_asa_caffeine'] as const).flatMap((drug) =>
    statesOf(`burdened, ${drug}`, burdenedChart(drug), AS_OF),
  ),
];

/** What is wrong, with the state it is wrong in; empty when all is well. */
export const faults = (fault: (state: State) => readonly string[]): readonly string[] =>
  STATES.flatMap((state) => fault(state).map((words) => `${state.name}: ${words}`));
