import type { chartEntries } from '../chart/chart-entries';
import type { Chart } from '../chart/types';
import { WORD_USES } from '../terminology/conditions';

/**
 * What the program does for the first time is slow: the browser compiles it, pattern by pattern and function by function. So it reads and
 * reviews a small chart while it waits for the EHR. Its results are thrown away.
 */
const DAY = '2026-01-05';

const entry = (resourceType: string, name: string, rest: object) => ({
  resourceType,
  status: 'active',
  code: { text: name },
  medicationCodeableConcept: { text: name },
  authoredOn: DAY,
  recordedDate: DAY,
  effectiveDateTime: DAY,
  ...rest,
});
const order = (name: string, ...sigs: readonly string[]) =>
  entry('MedicationRequest', name, { dosageInstruction: sigs.map((text) => ({ text })) });

/** Each has a little that those before it have not: the longest step decides how long a key or click may have to wait. */
const ENTRIES = [
  entry('Observation', 'Weight', { status: 'final', valueQuantity: { value: 70, unit: 'kg' } }),
  entry('Condition', 'Low back pain', {}),
  order('lisinopril 10 MG Oral Tablet'),
  order('ciprofloxacin 500 MG Oral Tablet', 'daily'),
  order('ciprofloxacin 500 MG Oral Tablet', 'Take 1 tablet by mouth twice daily for 7 days'),
  order('tizanidine 4 MG Oral Tablet'),
  order('tizanidine 4 MG Oral Tablet', 'Take 1 tablet by mouth every 8 hours as needed'),
];

const COMPLETE = { status: 'complete', gaps: [], count: 1 } as const;

const PERSON = {
  patient: {
    id: '',
    birthDate: { text: '1954', day: '1954-01-01', precision: 'year' },
    sex: 'female',
    deceased: false,
    languages: [],
    interpreterNeeded: false,
  },
  sections: {
    Condition: COMPLETE,
    MedicationRequest: COMPLETE,
    AllergyIntolerance: COMPLETE,
    Observation: COMPLETE,
    Procedure: COMPLETE,
  },
  medicationHistory: COMPLETE,
  answers: [],
  notices: [],
  foreignEntries: 0,
} as const;

/** What reads a chart, its dosages' phrases apart. */
export interface Reader {
  readonly chartEntries: typeof chartEntries;
  readonly SIG_USES: readonly (() => void)[];
}

/** Uses the words of problems and dosages, then reads and reviews ever more of a chart of nobody, one step at a time. */
export const warmUpSteps = (
  { chartEntries: entriesOf, SIG_USES }: Reader,
  reviewChart: (chart: Chart, asOf: string) => unknown,
): readonly (() => void)[] => [
  ...WORD_USES,
  ...SIG_USES,
  ...[undefined, ...ENTRIES].map((_, count) => () => {
    const entries = entriesOf(ENTRIES.slice(0, count), () => ({ source: 'inline', ingredients: [] }));
    reviewChart({ ...PERSON, ...entries }, DAY);
  }),
];
