import { chartFromBundle } from '../../src/chart/from-bundle';
import type { BundleOptions } from '../../src/chart/from-bundle';
import type { Chart, ChartDate, ObservationEntry } from '../../src/chart/types';
import { collectFacts } from '../../src/review/facts';
import type { Facts } from '../../src/review/facts';
import { review } from '../../src/review/review';
import { EMPTY_VISIT } from '../../src/review/types';
import type { RelaxantReview, Review } from '../../src/review/types';
import { createTerminology } from '../../src/terminology/recogniser';
import { compileTables } from '../../tools/compile-tables';

/** The day on which every chart of these tests is read. */
export const TODAY = '2026-11-22';

export const ROOT = new URL('../../', import.meta.url).pathname;

/** The real tables: a test of the engine that brings its own codes would prove little. */
export const terminology = createTerminology(compileTables(ROOT));

export interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}

export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly type: string;
  readonly entry: readonly { readonly resource: Resource }[];
}

const SUBJECT = { reference: 'Patient/p' };

export const man = (birthDate = '1986-03-01'): Resource => ({
  resourceType: 'Patient',
  id: 'p',
  birthDate,
  gender: 'male',
});

/** A signed order; `more` overrides any element. */
export function order(id: string, text: string, more: Readonly<Record<string, unknown>> = {}): Resource {
  return {
    resourceType: 'MedicationRequest',
    id,
    status: 'active',
    intent: 'order',
    subject: SUBJECT,
    authoredOn: '2026-11-20',
    medicationCodeableConcept: { text },
    ...more,
  };
}

/** Supply of one fill, and refills. */
export const supply = (days: number, refills = 0) => ({
  dispenseRequest: {
    numberOfRepeatsAllowed: refills,
    expectedSupplyDuration: { value: days, unit: 'day', system: 'http://unitsofmeasure.org', code: 'd' },
  },
});

export const sig = (text: string) => ({ dosageInstruction: [{ text }] });

const concept = (system: string, code: string) => ({ coding: [{ system, code }] });
const STATUS = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';

interface ConditionWords {
  readonly icd?: string;
  readonly text?: string;
  readonly status?: string;
  readonly verification?: string;
  readonly category?: string;
  readonly onset?: string;
  readonly recorded?: string;
  readonly abated?: string;
}

export function condition(id: string, words: ConditionWords): Resource {
  const { icd, text, status = 'active', verification = 'confirmed', category = 'problem-list-item' } = words;
  return {
    resourceType: 'Condition',
    id,
    subject: SUBJECT,
    code: {
      ...(icd === undefined ? {} : concept('http://hl7.org/fhir/sid/icd-10-cm', icd)),
      ...(text === undefined ? {} : { text }),
    },
    ...(status === '' ? {} : { clinicalStatus: concept(STATUS, status) }),
    ...(verification === '' ? {} : { verificationStatus: concept(VERIFICATION, verification) }),
    category: [concept(CATEGORY, category)],
    ...(words.onset === undefined ? {} : { onsetDateTime: words.onset }),
    ...(words.recorded === undefined ? {} : { recordedDate: words.recorded }),
    ...(words.abated === undefined ? {} : { abatementDateTime: words.abated }),
  };
}

export function lab(
  id: string,
  loinc: string,
  value: Readonly<Record<string, unknown>>,
  when: string,
): Resource {
  return {
    resourceType: 'Observation',
    id,
    subject: SUBJECT,
    status: 'final',
    code: concept('http://loinc.org', loinc),
    effectiveDateTime: when,
    ...value,
  };
}

export const quantity = (value: number, unit: string, comparator?: string) => ({
  valueQuantity: {
    value,
    unit,
    system: 'http://unitsofmeasure.org',
    code: unit,
    ...(comparator === undefined ? {} : { comparator }),
  },
});

export function allergy(id: string, text: string, more: Readonly<Record<string, unknown>> = {}): Resource {
  return { resourceType: 'AllergyIntolerance', id, patient: SUBJECT, code: { text }, ...more };
}

export function procedure(id: string, code: string, more: Readonly<Record<string, unknown>> = {}): Resource {
  return {
    resourceType: 'Procedure',
    id,
    subject: SUBJECT,
    status: 'completed',
    code: concept('http://snomed.info/sct', code),
    ...more,
  };
}

export const bundle = (resources: readonly Resource[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

/** A chart of a man of 40 unless the resources bring their own patient. */
export function chartOf(resources: readonly Resource[], options: BundleOptions = {}): Chart {
  const own = resources.some(({ resourceType }) => resourceType === 'Patient');
  return chartFromBundle(bundle(own ? resources : [man(), ...resources]), options);
}

export function factsOf(
  resources: readonly Resource[],
  options: BundleOptions = {},
  answers: Readonly<Record<string, boolean>> = {},
): Facts {
  return collectFacts(chartOf(resources, options), terminology, TODAY, { answers });
}

export function reviewOf(resources: readonly Resource[], options: BundleOptions = {}): Review {
  return reviewChart(chartOf(resources, options));
}

export const reviewChart = (chart: Chart): Review =>
  review(chart, { terminology, asOf: TODAY, visit: EMPTY_VISIT });

/** The relaxant of that id; the test fails where it is not listed. */
export function relaxantOf(result: Review, drug: string): RelaxantReview {
  const found = result.relaxants.find((relaxant) => relaxant.drug === drug);
  if (found === undefined) throw new Error(`${drug} is not listed`);
  return found;
}

export const idsOf = (relaxant: RelaxantReview): readonly string[] =>
  relaxant.cautions.map(({ rule }) => rule.id);

export const day = (text: string): ChartDate => ({ text, day: text, precision: 'day' });

export function result(reference: string, changes: Partial<ObservationEntry>): ObservationEntry {
  return {
    kind: 'observation',
    reference,
    text: 'a result',
    status: 'final',
    codings: [],
    names: ['a result'],
    ...changes,
  };
}
