import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { chartFromBundle } from '../../src/chart/from-bundle';
import type { Chart } from '../../src/chart/types';
import { bundle, conditionsOf, readBundle } from './bundles';
import { condition } from './fhir-server';
import { order, PATIENT, pointing, statuses } from './one-patient-ehr';

describe('whose entries they are', () => {
  const about = (reference: unknown, fullUrl?: string) => ({
    ...(fullUrl === undefined ? {} : { fullUrl }),
    resource: condition('c', { subject: { reference } }),
  });
  const from = (patient: JsonObject, ...entries: unknown[]) => chartFromBundle(bundle([patient, ...entries]));

  test.each<[string, JsonObject, unknown]>([
    ['by type and id', { resource: PATIENT }, about('Patient/p1')],
    ['by type, id and version', { resource: PATIENT }, about('Patient/p1/_history/2')],
    ['by the urn of the Patient', { resource: PATIENT, fullUrl: 'urn:uuid:1' }, about('urn:uuid:1')],
    ['by a urn made of the id', { resource: PATIENT }, about('urn:uuid:p1')],
    [
      'by the absolute address',
      { resource: PATIENT, fullUrl: 'https://ehr.example/fhir/Patient/p1' },
      about('https://ehr.example/fhir/Patient/p1'),
    ],
    [
      'by an absolute address that only the entries use',
      { resource: PATIENT },
      about('https://ehr.example/fhir/Patient/p1'),
    ],
    ['by no subject at all', { resource: PATIENT }, about(undefined)],
    [
      'by a Patient without an id, when all name one subject',
      { resource: { resourceType: 'Patient' } },
      about('Patient/x'),
    ],
  ])("%s: the patient's", (_, patient, entry) => {
    const chart = from(patient, entry);
    expect([conditionsOf(chart), chart.foreignEntries]).toEqual([['Condition/c'], 0]);
  });

  test.each<[string, JsonObject, unknown]>([
    ['another id', { resource: PATIENT }, about('Patient/p2')],
    ['another urn', { resource: PATIENT, fullUrl: 'urn:uuid:1' }, about('urn:uuid:2')],
    [
      'the same id on another server',
      { resource: PATIENT, fullUrl: 'https://ehr.example/fhir/Patient/p1' },
      about('https://other.example/fhir/Patient/p1'),
    ],
    ['the same id as a group', { resource: PATIENT }, about('Group/p1')],
    [
      'another id as a bare text',
      { resource: PATIENT },
      { resource: condition('c', { subject: 'Patient/p2' }) },
    ],
  ])("%s: another patient's, discarded and said", (_, patient, entry) => {
    const chart = from(patient, entry);
    expect([conditionsOf(chart), chart.foreignEntries]).toEqual([[], 1]);
    expect(statuses(chart)).toMatchObject({ Condition: 'partial', MedicationRequest: 'complete' });
  });

  test('a Patient without an id and two subjects: nobody knows whose they are', () => {
    const chart = from({ resource: { resourceType: 'Patient' } }, about('Patient/x'), {
      resource: order('m', { subject: { reference: 'Patient/y' } }),
    });
    expect(chart.foreignEntries).toBe(2);
  });
});

describe('the same resource more than once', () => {
  const at = (id: string, lastUpdated: string, text: string) =>
    condition(id, { meta: { lastUpdated }, code: { text } });
  const texts = (chart: Chart) => chart.conditions.map(({ text }) => text);
  test('the latest version counts, whole', () => {
    expect(
      texts(readBundle(at('c', '2026-02-01T00:00:00Z', 'new'), at('c', '2026-01-01T00:00:00Z', 'old'))),
    ).toEqual(['new']);
    expect(
      texts(readBundle(at('c', '2026-01-01T00:00:00Z', 'old'), at('c', '2026-02-01T00:00:00Z', 'new'))),
    ).toEqual(['new']);
  });
  test('the same id on two servers, or under two urns, is two', () => {
    const entry = (fullUrl: string, text: string) => ({
      fullUrl,
      resource: condition('c', { code: { text }, subject: undefined }),
    });
    const from = (a: string, b: string) =>
      texts(chartFromBundle(bundle([{ resource: PATIENT }, entry(a, 'a'), entry(b, 'b')])));
    expect(from('https://a.example/fhir/Condition/c', 'https://b.example/fhir/Condition/c')).toEqual([
      'a',
      'b',
    ]);
    expect(from('urn:uuid:a', 'urn:uuid:b')).toEqual(['a', 'b']);
    expect(from('urn:uuid:a', 'urn:uuid:a')).toEqual(['b']);
  });
  test('without ids each stands under its number', () => {
    expect(
      conditionsOf(readBundle(condition('x', { id: undefined }), condition('c'), condition('y', { id: 7 }))),
    ).toEqual(['Condition/#1', 'Condition/c', 'Condition/#2']);
  });
});

describe('medicines that orders point to inside the file', () => {
  const medication = (id: string, text: string): JsonObject => ({
    resourceType: 'Medication',
    id,
    code: { text },
  });
  const named = (...entries: unknown[]) => {
    const chart = chartFromBundle(bundle([{ resource: PATIENT }, ...entries]));
    return [chart.medications[0]?.source, chart.medications[0]?.names[0], statuses(chart).MedicationRequest];
  };
  test.each<[string, unknown[], string]>([
    [
      'by type and id',
      [{ resource: pointing('1', 'Medication/7') }, { resource: medication('7', 'baclofen') }],
      'baclofen',
    ],
    [
      'by urn',
      [
        { resource: pointing('1', 'urn:uuid:9') },
        { fullUrl: 'urn:uuid:9', resource: medication('7', 'baclofen') },
      ],
      'baclofen',
    ],
    [
      'by absolute address',
      [
        { resource: pointing('1', 'https://ehr.example/fhir/Medication/7') },
        { fullUrl: 'https://ehr.example/fhir/Medication/7', resource: medication('7', 'baclofen') },
      ],
      'baclofen',
    ],
    [
      'on its own server first',
      [
        { fullUrl: 'https://b.example/fhir/Medication/7', resource: medication('7', 'wrong') },
        { fullUrl: 'https://a.example/fhir/MedicationRequest/1', resource: pointing('1', 'Medication/7') },
        { fullUrl: 'https://a.example/fhir/Medication/7', resource: medication('7', 'baclofen') },
      ],
      'baclofen',
    ],
  ])('%s', (_, entries, name) => {
    expect(named(...entries)).toEqual(['included', name, 'complete']);
  });
  test.each<[string, unknown[]]>([
    [
      'the same id on another server',
      [
        { fullUrl: 'https://a.example/fhir/MedicationRequest/1', resource: pointing('1', 'Medication/7') },
        { fullUrl: 'https://b.example/fhir/Medication/7', resource: medication('7', 'wrong') },
      ],
    ],
    [
      'a conditional reference',
      [{ resource: pointing('1', 'Medication?code=7') }, { resource: medication('7', 'wrong') }],
    ],
    ['nothing there', [{ resource: pointing('1', 'Medication/7') }]],
  ])('%s is no medicine, and the list is partial', (_, entries) => {
    expect(named(...entries)).toEqual(['unresolved', undefined, 'partial']);
  });
  test('a MedicationStatement is a medicine too', () => {
    const chart = readBundle({ ...order('s'), resourceType: 'MedicationStatement' });
    expect(chart.medications.map(({ resourceType, reported }) => [resourceType, reported])).toEqual([
      ['MedicationStatement', true],
    ]);
  });
});
