import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { pageOf } from '../../src/chart/search-pages';
import { SECTIONS } from '../../src/chart/types';
import type { Chart } from '../../src/chart/types';
import { bundle } from './bundles';
import { condition } from './fhir-server';
import { order, PATIENT } from './one-patient-ehr';

/** JSON as a broken server may send it, with the names of FHIR and of JavaScript among its words. */
const WORDS = [
  'Condition',
  'MedicationRequest',
  'Patient',
  'Bundle',
  'OperationOutcome',
  '#1',
  'Patient/p2',
  'urn:uuid:1',
  '2019-13',
  'mg',
  'constructor',
  '__proto__',
  'toString',
  '>60',
  '',
];
const KEYS = [
  'resourceType',
  'id',
  'resource',
  'entry',
  'extension',
  'coding',
  'code',
  'system',
  'display',
  'text',
  'reference',
  'value',
  'unit',
  'repeat',
  'period',
  'url',
  'constructor',
];
const json = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
const leaf = fc.oneof(
  json,
  fc.constantFrom(...WORDS),
  fc.integer({ min: -5, max: 3_000 }),
  fc.constant(null),
);
const anything: fc.Arbitrary<unknown> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(
    fc.constantFrom(...KEYS),
    fc.oneof(leaf, fc.dictionary(fc.constantFrom(...KEYS), leaf), fc.array(leaf, { maxLength: 3 })),
    { maxKeys: 6 },
  ),
);

const SNOMED = 'http://snomed.info/sct';
/** One whole resource for each section, with most of the fields that are read. */
const WHOLE: readonly JsonObject[] = [
  {
    ...condition('c1'),
    clinicalStatus: { coding: [{ code: 'active' }] },
    verificationStatus: { coding: [{ code: 'confirmed' }] },
    category: [{ coding: [{ code: 'problem-list-item' }] }],
    code: { coding: [{ system: SNOMED, code: '363346000', display: 'Cancer' }], text: 'Cancer' },
    onsetDateTime: '2019-03',
    abatementPeriod: { start: '2020', end: '2021' },
    recordedDate: '2019-04-01',
    recorder: { display: 'Dr. Wu' },
  },
  {
    ...order('m1'),
    category: [{ text: 'Community' }],
    authoredOn: '2026-11-01',
    requester: { display: 'Dr. Wu' },
    statusReason: { text: 'x' },
    note: [{ text: 'stopped' }],
    dispenseRequest: {
      quantity: { value: 30 },
      numberOfRepeatsAllowed: 1,
      expectedSupplyDuration: { value: 30, code: 'd' },
      validityPeriod: { start: '2026-11-01' },
    },
    dosageInstruction: [
      {
        sequence: 1,
        text: 'Take 1 tablet 3 times a day',
        patientInstruction: 'Take 1 tablet 3 times a day',
        asNeededBoolean: false,
        additionalInstruction: [{ text: 'with food' }],
        route: { text: 'Oral' },
        timing: {
          repeat: {
            frequency: 3,
            period: 1,
            periodUnit: 'd',
            boundsPeriod: { start: '2026-11-01', end: '2026-11-30' },
          },
          code: { text: 'TID' },
        },
        doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
        maxDosePerPeriod: { numerator: { value: 3, unit: 'tablet' }, denominator: { value: 1, code: 'd' } },
      },
    ],
  },
  {
    resourceType: 'AllergyIntolerance',
    id: 'a1',
    patient: { reference: 'Patient/p1' },
    code: { text: 'Penicillin' },
    clinicalStatus: { coding: [{ code: 'active' }] },
    reaction: [{ substance: { text: 'Penicillin' }, manifestation: [{ text: 'Hives' }], description: 'x' }],
    recordedDate: '2020',
  },
  {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    subject: { reference: 'Patient/p1' },
    code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }], text: 'ALT' },
    effectiveDateTime: '2026-10-01',
    valueQuantity: { value: 90, unit: 'U/L', comparator: '>' },
    referenceRange: [{ high: { value: 40, unit: 'U/L' }, type: { coding: [{ code: 'normal' }] } }],
  },
  {
    resourceType: 'Procedure',
    id: 'r1',
    status: 'completed',
    subject: { reference: 'Patient/p1' },
    code: { text: 'Laminectomy' },
    performedPeriod: { start: '2026-01' },
  },
];

const NEIGHBOURS: readonly JsonObject[] = WHOLE.map((resource) => ({ ...resource, id: 'neighbour' }));
const chartOf = (...entries: readonly unknown[]): Chart =>
  chartFromBundle(
    bundle([{ resource: PATIENT }, ...entries, ...NEIGHBOURS.map((resource) => ({ resource }))]),
  );
const entriesOf = (chart: Chart) => [
  ...chart.medications,
  ...chart.conditions,
  ...chart.allergies,
  ...chart.observations,
  ...chart.procedures,
];
const referencesOf = (chart: Chart) => entriesOf(chart).map(({ reference }) => reference);
const neighbours = NEIGHBOURS.map(({ resourceType }) => `${String(resourceType)}/neighbour`);
const untouched = entriesOf(chartOf());

/** Every path to a value inside a resource: `dosageInstruction.0.timing.repeat.period`. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, nested]) => pathsOf(nested, [...path, key]));
  return path.length === 0 ? inside : [path, ...inside];
}

function replacedAt(value: unknown, path: readonly string[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, at) => (String(at) === key ? replacedAt(item, rest, by) : item));
  const object = value as JsonObject;
  return { ...object, [key]: replacedAt(object[key], rest, by) };
}

const FIELDS = WHOLE.flatMap((resource) =>
  pathsOf(resource)
    .filter(([first]) => first !== 'resourceType' && first !== 'id')
    .map((path) => ({ resource, path })),
);

describe('any JSON', () => {
  test("in the place of a field never throws, and its resource is listed, or discarded as another patient's and said", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), anything, ({ resource, path }, value) => {
        const chart = chartOf({ resource: replacedAt(resource, path, value) });
        const name = `${String(resource.resourceType)}/${String(resource.id)}`;
        const references = referencesOf(chart);
        const [first] = path;
        const isOwner = first === 'subject' || first === 'patient';
        expect(references.includes(name) || (isOwner && chart.foreignEntries === 1)).toBe(true);
        expect(references).toEqual(expect.arrayContaining([...neighbours]));
        // Nobody else changes: the neighbours read exactly as without it.
        expect(entriesOf(chart).filter(({ reference }) => reference.endsWith('/neighbour'))).toEqual(
          untouched,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('in the place of one field of a dosage never gives another dose: the rest contradicts it, or nobody reads it', () => {
    const fields = FIELDS.filter(({ path }) => path[0] === 'dosageInstruction' && path.length > 2);
    fc.assert(
      fc.property(fc.constantFrom(...fields), anything, ({ resource, path }, value) => {
        const { medications } = chartOf({ resource: replacedAt(resource, path, value) });
        const [dosage] =
          medications.find(({ reference }) => reference === 'MedicationRequest/m1')?.dosages ?? [];
        expect(dosage).toBeDefined();
        if (dosage?.read !== true) return;
        expect([dosage.dose, dosage.timesPerDay]).toEqual([{ low: 1, high: 1, unit: 'tablet' }, 3]);
      }),
      { numRuns: 500 },
    );
  });

  test('in the place of an entry of a file is listed, or makes every section partial, or is of a type that is not read', () => {
    fc.assert(
      fc.property(anything, (value) => {
        fc.pre(!isNestedPatient(value));
        const chart = chartOf(value);
        expect(referencesOf(chart)).toEqual(expect.arrayContaining([...neighbours]));
        if (isOfUnreadType(value)) return;
        const listed = entriesOf(chart).length > untouched.length;
        const said = SECTIONS.every((section) => chart.sections[section].status === 'partial');
        expect(listed || said || chart.foreignEntries > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('in the place of an entry of a search is an entry, came along, is a message, or counts as unreadable', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const page = pageOf(
          {
            resourceType: 'Bundle',
            entry: [{ resource: condition('a') }, value, { resource: condition('b') }],
          },
          'Condition',
        );
        const ids = page?.entries.map(({ id }) => id) ?? [];
        expect(ids).toEqual(expect.arrayContaining(['a', 'b']));
        const accounted = ids.length + (page?.included.length ?? 0) + (page?.unreadable ?? 0);
        expect(accounted === 3 || (page?.outcomes.length ?? 0) > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('in the place of a whole answer is no page, or a page that says what it lacks', () => {
    fc.assert(
      fc.property(anything, anything, (body, entry) => {
        const raw = pageOf(body, 'Condition');
        if (raw !== undefined) expect(raw.isList || raw.outcomes.length > 0).toBe(true);
        const page = pageOf({ resourceType: 'Bundle', entry }, 'Condition');
        const count = Array.isArray(entry) ? entry.length : entry === null ? 0 : 1;
        const found = (page?.entries.length ?? 0) + (page?.included.length ?? 0) + (page?.unreadable ?? 0);
        expect(found + (page?.outcomes.length ?? 0)).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: 400 },
    );
  });

  test('in the place of a file is refused in a sentence or read, and never breaks in another way', () => {
    fc.assert(
      fc.property(
        anything,
        fc.dictionary(fc.constantFrom('entry', 'type', 'link', 'total'), anything),
        (raw, parts) => {
          for (const file of [raw, { resourceType: 'Bundle', ...parts }]) {
            try {
              chartFromBundle(file);
            } catch (refusal) {
              expect(refusal).toBeInstanceOf(Error);
              expect((refusal as Error).message).toMatch(/^(?:not a FHIR Bundle|the Bundle holds)/);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** A second Patient refuses the whole file, which is a test of its own. */
function isNestedPatient(value: unknown): boolean {
  return JSON.stringify(value).includes('"Patient"');
}

/** A well-formed type that the chart does not read, such as Encounter, says nothing about a section. */
function isOfUnreadType(value: unknown): boolean {
  const type = ((value as { resource?: JsonObject } | null)?.resource ?? {}).resourceType;
  return (
    typeof type === 'string' &&
    /^[A-Z][A-Za-z]+$/.test(type.trim()) &&
    !(SECTIONS as readonly string[]).includes(type.trim())
  );
}
