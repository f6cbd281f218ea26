import { readFileSync, readdirSync } from 'node:fs';
import { chartFromBundle } from '../../src/chart/from-bundle';
import type { BundleOptions } from '../../src/chart/from-bundle';
import type { Section } from '../../src/chart/types';
import { CLINICIAN_TOKENS } from '../../src/knowledge/vocabulary';
import type { DrugId } from '../../src/knowledge/vocabulary';
import { addDays } from '../../src/review/calendar';
import { review } from '../../src/review/review';
import { EMPTY_VISIT } from '../../src/review/types';
import type { Review } from '../../src/review/types';
import { createTerminology } from '../../src/terminology/recogniser';
import { compileTables } from '../../tools/compile-tables';

/**
 * A FHIR Bundle around one relaxant, as an EHR writes it: coded orders with structured dosage, coded problems, laboratory values with unit
 * and range, an allergy list, a filled questionnaire. Words: `med:name` · `icd:CODE|words`, `text:words` · `egfr:`, `crcl:`, `alt:` ·
 * `allergy:substance` · `yes:question` · `age:`, `sex:` · `tablets:` (a dose), `days:` (of supply).
 */
const TODAY = '2026-11-22';
const terminology = createTerminology(compileTables(new URL('../../', import.meta.url).pathname));
const SUBJECT = { reference: 'Patient/p' };
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

const ORDERED: Readonly<Record<DrugId, string>> = {
  baclofen: 'baclofen 10 MG Oral Tablet',
  carisoprodol: 'carisoprodol 350 MG Oral Tablet',
  chlorzoxazone: 'chlorzoxazone 500 MG Oral Tablet',
  cyclobenzaprine_ir: 'cyclobenzaprine hydrochloride 5 MG Oral Tablet',
  cyclobenzaprine_er: '24 HR cyclobenzaprine hydrochloride 15 MG Extended Release Oral Capsule',
  cyclobenzaprine_sl: 'cyclobenzaprine hydrochloride 2.8 MG Sublingual Tablet',
  dantrolene: 'dantrolene sodium 25 MG Oral Capsule',
  diazepam: 'diazepam 2 MG Oral Tablet',
  metaxalone: 'metaxalone 800 MG Oral Tablet',
  methocarbamol: 'methocarbamol 500 MG Oral Tablet',
  orphenadrine: '12 HR orphenadrine citrate 100 MG Extended Release Oral Tablet',
  orphenadrine_asa_caffeine: 'aspirin 385 MG / caffeine 30 MG / orphenadrine citrate 25 MG Oral Tablet',
  tizanidine: 'tizanidine 4 MG Oral Tablet',
  thiocolchicoside: 'thiocolchicoside 4 mg capsule',
  tolperisone: 'tolperisone 50 mg tablet',
  eperisone: 'eperisone 50 mg tablet',
};
/** Once a day, so that a dose stays under every ceiling; the others three times. */
const ONCE = new Set<string>(['cyclobenzaprine_er', 'cyclobenzaprine_sl', 'orphenadrine']);

/** RxNorm codes by display, from the shipped groups. */
const CODES = new Map<string, string>();
const FOLDER = new URL('../../fhir/ValueSet/', import.meta.url);
for (const file of readdirSync(FOLDER))
  for (const [, code = '', display = ''] of readFileSync(new URL(file, FOLDER), 'utf8').matchAll(
    /\{\s*"code": "(\d+)",\s*"display": "([^"]+)"/g,
  ))
    CODES.set(display, code);

/** What a word feeds, and so what is missing when it cannot be read. */
const SECTIONS: Readonly<Record<string, Section>> = {
  med: 'MedicationRequest',
  icd: 'Condition',
  text: 'Condition',
  allergy: 'AllergyIntolerance',
};

export interface ChartCase {
  readonly id: string;
  readonly drug: DrugId;
  readonly cause: readonly string[];
}

export const CHART_CASES: readonly ChartCase[] = readFileSync(
  new URL('caution-charts.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [id = '', drug = '', ...cause] = line.split(' ');
    return { id, drug: drug as DrugId, cause };
  });

interface Missing {
  readonly sections?: BundleOptions['incomplete'];
  readonly labs?: boolean;
  readonly answers?: boolean;
  readonly dosage?: boolean;
  readonly patient?: boolean;
}

const kindOf = (word: string): string => word.slice(0, word.indexOf(':'));
const valueOf = (word: string): string => word.slice(word.indexOf(':') + 1).replaceAll('_', ' ');
const tokenOf = (word: string): string => word.slice(word.indexOf(':') + 1);

/** The chart with its cause. */
export const caused = ({ drug, cause }: ChartCase): Review => read(drug, cause, {});
/** The same patient without it: everything read, everything asked. */
export const cleared = ({ drug }: ChartCase): Review => read(drug, [], {});
/** The cause is neither there nor can it be looked up; an age beside another cause stays. */
export function uncheckable({ drug, cause }: ChartCase): Review {
  const kinds = new Set(cause.map(kindOf));
  const several = kinds.size > 1;
  const sections = [...kinds].flatMap((kind) => SECTIONS[kind] ?? []);
  return read(drug, several ? cause.filter((word) => kindOf(word) === 'age') : [], {
    sections: Object.fromEntries(sections.map((section) => [section, 'failed'] as const)),
    labs: ['egfr', 'crcl', 'alt'].some((kind) => kinds.has(kind)),
    answers: kinds.has('yes'),
    dosage: kinds.has('tablets') || kinds.has('days'),
    patient: !several && (kinds.has('age') || kinds.has('sex')),
  });
}

function read(drug: DrugId, words: readonly string[], missing: Missing): Review {
  const first = (kind: string) => words.find((word) => kindOf(word) === kind);
  const all = (kind: string) => words.filter((word) => kindOf(word) === kind).map(valueOf);
  // A young man: no age that a rule reads.
  const age = Number(valueOf(first('age') ?? 'age:30'));
  const lab = (kind: string, normal: number) => Number(valueOf(first(kind) ?? `:${normal}`));
  const resources: readonly Record<string, unknown>[] = [
    {
      resourceType: 'Patient',
      id: 'p',
      ...(missing.patient === true
        ? {}
        : { gender: valueOf(first('sex') ?? ':male'), birthDate: `${2026 - age}-01-15` }),
    },
    relaxantOrder(drug, words, missing.dosage === true),
    ...all('med').map((name) => order(name, '2026-11-10')),
    ...words.filter((word) => ['icd', 'text'].includes(kindOf(word))).map(problem),
    ...all('allergy').map(allergy),
    ...(missing.labs === true
      ? []
      : [
          observation('98979-8', lab('egfr', 95), 'mL/min/{1.73_m2}', 60),
          observation('35591-7', lab('crcl', 100), 'mL/min', 90),
          {
            ...observation('1742-6', lab('alt', 20), 'U/L', 7),
            referenceRange: [{ high: { value: 40, unit: 'U/L' } }],
          },
        ]),
    ...(missing.answers === true ? [] : [questionnaire(words.filter((word) => kindOf(word) === 'yes'))]),
  ].map((resource, at) => ({ ...resource, id: resource.resourceType === 'Patient' ? 'p' : `r${at}` }));
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  };
  const chart = chartFromBundle(
    bundle,
    missing.sections === undefined ? {} : { incomplete: missing.sections },
  );
  return review(chart, { terminology, asOf: TODAY, visit: EMPTY_VISIT });
}

function order(text: string, authoredOn?: string): Record<string, unknown> {
  const code = CODES.get(text);
  return {
    resourceType: 'MedicationRequest',
    status: 'active',
    intent: 'order',
    subject: SUBJECT,
    ...(authoredOn === undefined ? {} : { authoredOn }),
    medicationCodeableConcept: {
      ...(code === undefined ? {} : { coding: [{ system: RXNORM, code, display: text }] }),
      text,
    },
  };
}

function relaxantOrder(drug: DrugId, words: readonly string[], unclear: boolean): Record<string, unknown> {
  const number = (kind: string, otherwise: number) =>
    Number(words.find((word) => kindOf(word) === kind)?.split(':')[1] ?? otherwise);
  const days = number('days', 3);
  if (unclear) return { ...order(ORDERED[drug]), dosageInstruction: [{ text: 'Take as directed' }] };
  return {
    ...order(ORDERED[drug], addDays(TODAY, -1)),
    dosageInstruction: [
      {
        text: 'Take by mouth',
        timing: { repeat: { frequency: ONCE.has(drug) ? 1 : 3, period: 1, periodUnit: 'd' } },
        route: { coding: [{ system: 'http://snomed.info/sct', code: '26643006', display: 'Oral route' }] },
        doseAndRate: [{ doseQuantity: { value: number('tablets', 1), unit: 'tablet' } }],
      },
    ],
    dispenseRequest: {
      expectedSupplyDuration: { value: days, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' },
    },
  };
}

function problem(word: string): Record<string, unknown> {
  const [code = '', text = ''] = valueOf(word).split('|');
  return {
    resourceType: 'Condition',
    subject: SUBJECT,
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
    },
    verificationStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
    },
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: 'problem-list-item' },
        ],
      },
    ],
    code:
      kindOf(word) === 'text'
        ? { text: code }
        : { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display: text }], text },
    onsetDateTime: '2026-10-01',
    recordedDate: '2026-10-01',
  };
}

function allergy(substance: string): Record<string, unknown> {
  const code = CODES.get(substance);
  return {
    resourceType: 'AllergyIntolerance',
    patient: SUBJECT,
    clinicalStatus: { coding: [{ code: 'active' }] },
    verificationStatus: { coding: [{ code: 'confirmed' }] },
    code: {
      ...(code === undefined ? {} : { coding: [{ system: RXNORM, code, display: substance }] }),
      text: substance,
    },
    reaction: [{ manifestation: [{ text: 'Hives' }] }],
  };
}

const observation = (
  code: string,
  value: number,
  unit: string,
  daysAgo: number,
): Record<string, unknown> => ({
  resourceType: 'Observation',
  status: 'final',
  subject: SUBJECT,
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: { coding: [{ system: 'http://loinc.org', code }] },
  effectiveDateTime: addDays(TODAY, -daysAgo),
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
});

const questionnaire = (yes: readonly string[]): Record<string, unknown> => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  authored: TODAY,
  subject: SUBJECT,
  item: CLINICIAN_TOKENS.map((linkId) => ({
    linkId,
    answer: [{ valueBoolean: yes.some((word) => tokenOf(word) === linkId) }],
  })),
});

/** What the engine says of one rule for the relaxant of the case. */
export function saidOf(
  found: Review,
  { id, drug }: ChartCase,
): 'fires' | 'hidden' | 'could not check' | 'not asked' | 'clear' {
  const relaxant = found.relaxants.find((one) => one.drug === drug);
  if (relaxant === undefined) throw new Error(`${drug} was not found in its own chart`);
  if (relaxant.cautions.some(({ rule }) => rule.id === id)) return 'fires';
  if (relaxant.suppressed.some((one) => one.id === id)) return 'hidden';
  if (relaxant.notChecked.some(({ rule }) => rule.id === id)) return 'could not check';
  return relaxant.notAsked.some(({ rule }) => rule.id === id) ? 'not asked' : 'clear';
}
