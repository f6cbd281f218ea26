/**
 * Charts at the edge of what an EHR holds: many orders, hundreds of problems, names without end, in another direction, without dates.
 * Codes are those of the samples, the dates count back from the charts' own today.
 */

interface Coding {
  readonly system: string;
  readonly code: string;
}
type Resource = Readonly<Record<string, unknown>>;

const rxNorm = (code: string): Coding => ({ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code });
const icd10 = (code: string): Coding => ({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code });
const coded = (text: string, coding: Coding | undefined) => ({
  ...(coding === undefined ? {} : { coding: [coding] }),
  text,
});
const status = (kind: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/condition-${kind}`, code }],
});

const TODAY = '2026-11-22';
/** The day `days` before the chart's today. */
const ago = (days: number): string =>
  new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);

interface Written {
  readonly text: string;
  readonly code?: string;
  readonly sig?: string;
  readonly daysAgo?: number;
}

const order =
  (patient: string) =>
  ({ text, code, sig, daysAgo }: Written, place: number): Resource => ({
    resourceType: 'MedicationRequest',
    id: `${patient}-medicine-${place}`,
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: coded(text, code === undefined ? undefined : rxNorm(code)),
    subject: { reference: `Patient/${patient}` },
    ...(daysAgo === undefined ? {} : { authoredOn: ago(daysAgo) }),
    ...(sig === undefined ? {} : { dosageInstruction: [{ text: sig }] }),
  });

const problem =
  (patient: string) =>
  ({ text, code, daysAgo }: Written, place: number): Resource => ({
    resourceType: 'Condition',
    id: `${patient}-problem-${place}`,
    clinicalStatus: status('clinical', 'active'),
    verificationStatus: status('ver-status', 'confirmed'),
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/condition-category',
            code: 'problem-list-item',
          },
        ],
      },
    ],
    code: coded(text, code === undefined ? undefined : icd10(code)),
    subject: { reference: `Patient/${patient}` },
    ...(daysAgo === undefined ? {} : { recordedDate: ago(daysAgo) }),
  });

interface Story {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate?: string;
  readonly medicines?: readonly Written[];
  readonly problems?: readonly Written[];
}

function chart({ id, family, given, birthDate, medicines = [], problems = [] }: Story): unknown {
  const patient: Resource = {
    resourceType: 'Patient',
    id,
    name: [{ use: 'official', family, given: [given] }],
    gender: 'female',
    ...(birthDate === undefined ? {} : { birthDate }),
  };
  return {
    resourceType: 'Bundle',
    id: `${id}-chart`,
    type: 'collection',
    timestamp: `${TODAY}T10:00:00Z`,
    entry: [patient, ...medicines.map(order(id)), ...problems.map(problem(id))].map((resource) => ({
      resource,
    })),
  };
}

const TIZANIDINE: Written = { text: 'tizanidine 4 mg tablet', code: '313413' };
const CYCLOBENZAPRINE: Written = { text: 'cyclobenzaprine 10 mg tablet', code: '828348' };
const CIPROFLOXACIN: Written = { text: 'ciprofloxacin 500 mg tablet', code: '309309', daysAgo: 2 };
const OXYCODONE: Written = { text: 'oxycodone 5 mg tablet', code: '1049621', daysAgo: 3 };
const RELAXANTS: readonly Written[] = [
  TIZANIDINE,
  CYCLOBENZAPRINE,
  { text: 'baclofen 10 mg tablet', code: '197391' },
  { text: 'carisoprodol 350 mg tablet', code: '197446' },
  { text: 'methocarbamol 750 mg tablet', code: '197944' },
  { text: 'metaxalone 800 mg tablet', code: '351254' },
  { text: 'orphenadrine citrate ER 100 mg tablet', code: '994521' },
  { text: 'chlorzoxazone 500 mg tablet' },
  { text: 'dantrolene 25 mg capsule' },
  { text: 'diazepam 5 mg tablet' },
];
const SPINE: readonly Written[] = [
  { text: 'History of breast cancer', code: 'Z85.3', daysAgo: 4000 },
  { text: 'Age-related osteoporosis without current pathological fracture', code: 'M81.0', daysAgo: 800 },
  { text: 'Obstructive sleep apnea', code: 'G47.33', daysAgo: 500 },
  { text: 'Chronic kidney disease, stage 4', code: 'N18.4', daysAgo: 300 },
];
/** `count` entries, the given ones over and over. */
const over = (count: number, entries: readonly Written[], part: (place: number) => Partial<Written>) =>
  Array.from({ length: Math.ceil(count / entries.length) }, () => entries)
    .flat()
    .slice(0, count)
    .map((entry, place): Written => ({ ...entry, ...part(place) }));
const undated = ({ daysAgo, ...entry }: Written): Written => (daysAgo === undefined ? entry : { ...entry });

/** As long as the text fields of many EHRs. */
const LONG = 120;
const long = (text: string, more: string): string => text.padEnd(LONG, more);

/** Text that would be an element, and would run, wherever it is taken for markup. */
const marked = (text: string): string => `${text} <img src=x onerror="document.title='ran'">`;

export const HOSTILE: readonly unknown[] = [
  chart({ id: 'empty', family: 'Emptychart', given: 'Ann', birthDate: '1990-05-01' }),
  chart({
    id: 'forty',
    family: 'Fortyorders',
    given: 'Bea',
    birthDate: '1951-02-03',
    medicines: [
      ...over(40, RELAXANTS, (place) => ({
        sig: `Take ${1 + (place % 3)} tablets by mouth every ${4 + (place % 5)} hours as needed for muscle spasm, order ${place + 1}`,
        daysAgo: 3 + place * 20,
      })),
      CIPROFLOXACIN,
      OXYCODONE,
    ],
    problems: SPINE,
  }),
  chart({
    id: 'problems',
    family: 'Twohundred',
    given: 'Cleo',
    birthDate: '1948-07-09',
    medicines: [{ ...CYCLOBENZAPRINE, sig: '1 tab tid prn', daysAgo: 3 }, OXYCODONE],
    problems: over(
      200,
      [...SPINE, ...over(16, [{ text: 'Illness, unspecified', code: 'R69' }], () => ({}))],
      (place) => ({
        daysAgo: place * 11,
      }),
    ),
  }),
  chart({
    id: 'long',
    family: long('Featherstonehaugh-', 'Cholmondeley-').slice(0, 105),
    given: 'Alexandra-Maria',
    birthDate: '1951-02-03',
    medicines: [
      {
        ...TIZANIDINE,
        text: long('tizanidine hydrochloride', ' extended combination pack for nightly use'),
        sig: long('Take one tablet', ' at bedtime').repeat(2),
        daysAgo: 9,
      },
      // Not a place where a line could break.
      { text: long('Baclofen', 'abcdefghij'), code: '197391', sig: long('x', 'x').repeat(2), daysAgo: 5 },
      { ...CIPROFLOXACIN, text: long('ciprofloxacin', ' film-coated') },
      { ...OXYCODONE, text: long('oxycodone ', 'immediaterelease') },
    ],
    problems: [
      { text: long('History of breast cancer', ' with longstanding follow-up'), code: 'Z85.3', daysAgo: 90 },
      { text: long('Osteoporosis', 'withoutanyspace'), code: 'M81.0', daysAgo: 90 },
    ],
  }),
  chart({
    id: 'right-to-left',
    family: 'الراشد',
    given: 'فاطمة (أم علي)',
    birthDate: '1951-02-03',
    medicines: [
      { ...TIZANIDINE, text: 'تيزانيدين 4 ملغ (أقراص)', sig: 'قرص واحد عند النوم (1 × 1)', daysAgo: 9 },
      { ...CIPROFLOXACIN, text: 'ציפרופלוקסצין 500 מ"ג', sig: 'פעמיים ביום' },
    ],
    problems: [{ text: 'سرطان الثدي (2014)', code: 'Z85.3', daysAgo: 4000 }],
  }),
  chart({
    id: 'undated',
    family: 'Nodates',
    given: marked('Dora'),
    medicines: [
      { ...TIZANIDINE, text: marked(TIZANIDINE.text), sig: marked('1 tab') },
      ...[...RELAXANTS.slice(1, 3), CIPROFLOXACIN, OXYCODONE].map(undated),
    ],
    problems: SPINE.map((entry) => ({ ...undated(entry), text: marked(entry.text) })),
  }),
];
