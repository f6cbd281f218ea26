import { chartFromBundle } from '../../src/chart/from-bundle';
import type { BundleOptions } from '../../src/chart/from-bundle';
import type { Chart } from '../../src/chart/types';
import type { RedFlagRule } from '../../src/knowledge/rule';
import { addDays } from '../../src/review/calendar';
import { collectFacts } from '../../src/review/facts';
import type { Facts } from '../../src/review/facts';
import { reviewRedFlags } from '../../src/review/red-flags';
import { review } from '../../src/review/review';
import { EMPTY_VISIT } from '../../src/review/types';
import type { Review } from '../../src/review/types';
import { createTerminology } from '../../src/terminology/recogniser';
import { compileTables } from '../../tools/compile-tables';

/**
 * A FHIR Bundle from one line, read by the whole engine: `icd:Z85.3@4000 med:prednisone_10_MG_Oral_Tablet@30,days=30 age:72`.
 *
 * - `icd:CODE@days` (or `icd:CODE|words@days`), `sct:CODE@days`, `text:words_with_underscores@days`: a confirmed active problem that began so many days ago
 * - `med:name@days`: a signed order; `proc:name@days`, `procsct:CODE@days`: a completed procedure
 * - `temp:38.2@1`, `tempF:101@1`, `weight:80@200`: a measurement; `age:72`, `sex:female`: the patient (else a man of 40)
 * - `yes:linkId`, `no:linkId`: an answer of the visit, `earlier:linkId@days` a yes of an earlier one; `exam:38.2`: its exam form with a temperature in °C; `unread:Section`: could not be read
 * - flags behind a comma: `visit`, `undated`, `resolved`, `remission`, `refuted`, `unconfirmed`, `completed`, `iv`, `days=30`, `refills=2`, `year` (only the year of the date is known)
 */
export const TODAY = '2026-11-22';

const terminology = createTerminology(compileTables(new URL('../../', import.meta.url).pathname));
const SUBJECT = { reference: 'Patient/p' };
const SYSTEMS: Readonly<Record<string, string>> = {
  icd: 'http://hl7.org/fhir/sid/icd-10-cm',
  icd9: 'http://hl7.org/fhir/sid/icd-9-cm',
  sct: 'http://snomed.info/sct',
  procsct: 'http://snomed.info/sct',
};
const LOINC: Readonly<Record<string, readonly [string, string]>> = {
  temp: ['8310-5', 'Cel'],
  tempF: ['8310-5', '[degF]'],
  tempNoUnit: ['8310-5', ''],
  weight: ['29463-7', 'kg'],
};

interface Word {
  readonly kind: string;
  readonly value: string;
  readonly date: string | undefined;
  readonly has: (flag: string) => boolean;
  readonly number: (flag: string) => number | undefined;
}

function readWord(word: string): Word {
  const colon = word.indexOf(':');
  const [kind, rest] = [word.slice(0, colon), word.slice(colon + 1)];
  const [main = '', ...flags] = rest.split(',');
  const [value = '', days = '1'] = main.split('@');
  const day = addDays(TODAY, -Number(days));
  return {
    kind,
    value: value.replaceAll('_', ' '),
    date: flags.includes('undated') ? undefined : flags.includes('year') ? day.slice(0, 4) : day,
    has: (flag) => flags.includes(flag),
    number: (flag) => {
      const found = flags.find((text) => text.startsWith(`${flag}=`));
      return found === undefined ? undefined : Number(found.slice(flag.length + 1));
    },
  };
}

export const reviewLine = (line: string): Review =>
  review(chartOfLine(line), { terminology, asOf: TODAY, visit: EMPTY_VISIT });

export const factsOfLine = (line: string): Facts =>
  collectFacts(chartOfLine(line), terminology, TODAY, EMPTY_VISIT);

function chartOfLine(line: string): Chart {
  const words = line.split(/\s+/).filter(Boolean).map(readWord);
  const of = (...kinds: readonly string[]) => words.filter(({ kind }) => kinds.includes(kind));
  const age = Number(of('age')[0]?.value ?? 40);
  const resources = [
    {
      resourceType: 'Patient',
      id: 'p',
      gender: of('sex')[0]?.value ?? 'male',
      ...(Number.isNaN(age) ? {} : { birthDate: `${2026 - age}-01-15` }),
    },
    ...of('icd', 'icd9', 'sct', 'text').map(condition),
    ...of('med').map(order),
    ...of('proc', 'procsct').map(procedure),
    ...of('temp', 'tempF', 'tempNoUnit', 'weight').map(measurement),
    ...of('yes', 'no', 'earlier').map(answer),
    ...of('exam').map(examForm),
  ];
  const incomplete = Object.fromEntries(of('unread').map(({ value }) => [value, 'failed'])) as NonNullable<
    BundleOptions['incomplete']
  >;
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  };
  return chartFromBundle(bundle, { incomplete });
}

function codeOf({ kind, value }: Word) {
  const system = SYSTEMS[kind];
  if (system === undefined) return { text: value };
  const [code, text] = value.split('|');
  return { coding: [{ system, code }], ...(text === undefined ? {} : { text }) };
}

function condition(word: Word, index: number) {
  const { date, has } = word;
  const status = ['resolved', 'remission', 'inactive'].find(has) ?? 'active';
  const verification = ['refuted', 'unconfirmed', 'entered-in-error'].find(has) ?? 'confirmed';
  return {
    resourceType: 'Condition',
    id: `c${index}`,
    subject: SUBJECT,
    code: codeOf(word),
    clinicalStatus: { coding: [{ code: status }] },
    verificationStatus: { coding: [{ code: verification }] },
    category: [{ coding: [{ code: has('visit') ? 'encounter-diagnosis' : 'problem-list-item' }] }],
    ...(date === undefined ? {} : { onsetDateTime: date, recordedDate: date }),
  };
}

function order({ value, date, has, number }: Word, index: number) {
  const days = number('days');
  return {
    resourceType: 'MedicationRequest',
    id: `m${index}`,
    status: has('completed') ? 'completed' : has('cancelled') ? 'cancelled' : 'active',
    intent: 'order',
    subject: SUBJECT,
    medicationCodeableConcept: { text: value },
    ...(date === undefined ? {} : { authoredOn: date }),
    ...(has('iv') ? { dosageInstruction: [{ text: 'intravenous', route: { text: 'Intravenous' } }] } : {}),
    dispenseRequest: {
      numberOfRepeatsAllowed: number('refills') ?? 0,
      ...(days === undefined ? {} : { expectedSupplyDuration: { value: days, unit: 'd', code: 'd' } }),
    },
  };
}

function procedure(word: Word, index: number) {
  return {
    resourceType: 'Procedure',
    id: `p${index}`,
    status: word.has('planned') ? 'preparation' : 'completed',
    subject: SUBJECT,
    code: codeOf(word),
    ...(word.date === undefined ? {} : { performedDateTime: word.date }),
  };
}

function measurement({ kind, value, date }: Word, index: number) {
  const [code, unit] = LOINC[kind] ?? ['', ''];
  return {
    resourceType: 'Observation',
    id: `o${index}`,
    status: 'final',
    subject: SUBJECT,
    code: { coding: [{ system: 'http://loinc.org', code }] },
    effectiveDateTime: date,
    valueQuantity: { value: Number(value), ...(unit === '' ? {} : { code: unit, unit }) },
  };
}

function answer({ kind, value, date }: Word, index: number) {
  return {
    resourceType: 'QuestionnaireResponse',
    id: `q${index}`,
    status: 'completed',
    ...(kind === 'earlier' ? { authored: date } : {}),
    subject: SUBJECT,
    item: [{ linkId: value, answer: [{ valueBoolean: kind !== 'no' }] }],
  };
}

/** The exam group of the Questionnaire with a temperature in °C. */
function examForm({ value }: Word, index: number) {
  return {
    resourceType: 'QuestionnaireResponse',
    id: `e${index}`,
    status: 'completed',
    authored: TODAY,
    subject: SUBJECT,
    item: [
      {
        linkId: 'exam',
        item: [
          { linkId: 'exam-done', answer: [{ valueBoolean: true }] },
          { linkId: 'exam-temperature', answer: [{ valueQuantity: { value: Number(value), code: 'Cel' } }] },
          { linkId: 'exam-pvr', answer: [{ valueQuantity: { value: 300, code: 'mL' } }] },
        ],
      },
    ],
  };
}

/** What the engine says of one rule on one chart: its tier, `clear`, or `unknown:` with the keys of what is missing. */
export function judgeRedFlag(found: Pick<Review, 'redFlags' | 'redFlagsNotChecked'>, id: string): string {
  const hit = found.redFlags.find(({ rule }) => rule.id === id);
  if (hit !== undefined) return hit.tier;
  const gap = found.redFlagsNotChecked.find(({ rule }) => rule.id === id);
  if (gap === undefined) return 'clear';
  return `unknown:${gap.missing
    .map(({ key }) => key)
    .sort()
    .join(',')}`;
}

export interface RedFlagCase {
  readonly line: string;
  readonly expected: string;
  /** What an entry that the rule sets aside becomes. */
  readonly note: string | undefined;
  readonly facts: Facts;
}

export function redFlagCases(lines: readonly string[]): readonly RedFlagCase[] {
  return lines.map((line) => {
    const [said = '', ...words] = line.split(' ');
    const [expected = '', note] = said.split('+');
    return { line, expected, note, facts: factsOfLine(words.join(' ')) };
  });
}

/** Whether the rule, judged alone, gives the answer of the case. Other rules may count an entry that this one sets aside. */
export function answersRedFlag({ expected, note, facts }: RedFlagCase, rule: RedFlagRule): boolean {
  const { hits, notChecked, notes } = reviewRedFlags([rule], facts);
  const said = judgeRedFlag({ redFlags: hits, redFlagsNotChecked: notChecked }, rule.id);
  return said === expected && (note === undefined || notes.some(({ id }) => id === note));
}
