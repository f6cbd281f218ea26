import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { bundle, conditionsOf, holding, readBundle } from './bundles';
import { condition, outcome } from './fhir-server';
import { order, PATIENT, pointing, statuses } from './one-patient-ehr';

const all = (status: string): readonly string[] => Array<string>(5).fill(status);

describe('a file that is no chart', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', '{}'],
    ['a list', [PATIENT]],
    ['an empty object', {}],
    ['one resource', PATIENT],
    ['a Bundle of the wrong case', { resourceType: 'bundle' }],
  ])('%s is refused in one sentence', (_, raw) => {
    expect(() => chartFromBundle(raw)).toThrow(/^not a FHIR Bundle/);
  });
  test.each<[string, unknown]>([
    ['no entries', undefined],
    ['entries of null', [null]],
    ['a Patient without a type', [{ resource: { id: 'p1' } }]],
    ['only conditions', [{ resource: condition('c') }]],
  ])('a Bundle with %s holds no Patient', (_, entry) => {
    expect(() => chartFromBundle(bundle(entry))).toThrow('the Bundle holds no Patient');
  });
  test('two Patients are refused, two versions of one are not', () => {
    expect(() => readBundle({ ...PATIENT, id: 'p2' })).toThrow('holds 2 Patients');
    expect(readBundle({ ...PATIENT, gender: 'male' }).patient?.sex).toBe('male');
  });
});

describe('a Bundle of any type', () => {
  test.each(['collection', 'searchset', 'document', 'message', 'transaction', 'batch', undefined])(
    '%s',
    (type) => {
      const chart = chartFromBundle({ ...holding(condition('c')), type });
      expect(conditionsOf(chart)).toEqual(['Condition/c']);
      expect(Object.values(statuses(chart))).toEqual(all('complete'));
    },
  );

  test('a batch answer with a searchset for each question', () => {
    const inner = (...resources: JsonObject[]) => ({
      response: { status: '200 OK' },
      resource: bundle(
        resources.map((resource) => ({ resource })),
        { type: 'searchset' },
      ),
    });
    const chart = chartFromBundle(
      bundle([{ resource: PATIENT }, inner(condition('c')), inner(order('m')), inner()], {
        type: 'batch-response',
      }),
    );
    expect([conditionsOf(chart), chart.medications.length]).toEqual([['Condition/c'], 1]);
    expect(statuses(chart).Condition).toBe('complete');
  });

  test('a question of the batch that failed makes every section partial', () => {
    const failed = { response: { status: '403', outcome: outcome('4118', 'Not authorised', 'error') } };
    const chart = chartFromBundle(bundle([{ resource: PATIENT }, failed], { type: 'batch-response' }));
    expect(Object.values(statuses(chart))).toEqual(all('partial'));
    expect(chart.notices).toEqual(['Not authorised']);
  });

  test('a history keeps the newest version, and not what was deleted', () => {
    const entry = [
      { request: { method: 'DELETE', url: 'Condition/gone' } },
      { resource: condition('c', { code: { text: 'new' } }) },
      { resource: condition('c', { code: { text: 'old' } }) },
      { resource: condition('gone') },
      { resource: PATIENT },
    ];
    const chart = chartFromBundle(bundle(entry, { type: 'history' }));
    expect(chart.conditions.map(({ text }) => text)).toEqual(['new']);
    expect(statuses(chart).Condition).toBe('complete');
  });
});

describe('nothing in the file is dropped in silence', () => {
  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'Condition/1'],
    ['an empty entry', {}],
    ['a resource of null', { resource: null }],
    ['a resource that is a list', { resource: [condition('c')] }],
    ['a resource without a type', { resource: { id: 'c', code: { text: 'x' } } }],
    ['a type in the wrong case', { resource: { ...condition('c'), resourceType: 'condition' } }],
    ['an answer without a status', { response: {} }],
    ['a Bundle inside a Bundle without end', { resource: nested(8) }],
    [
      'a searchset that counts entries and holds none',
      { resource: bundle(undefined, { type: 'searchset', total: 3 }) },
    ],
  ])('%s among the entries makes every section partial', (_, entry) => {
    const chart = chartFromBundle(bundle([{ resource: PATIENT }, entry, { resource: condition('a') }]));
    expect(Object.values(statuses(chart))).toEqual(all('partial'));
    expect(conditionsOf(chart)).toEqual(['Condition/a']);
    expect(chart.sections.Condition.gaps[0]).toMatch(/^One entry of the file holds no resource/);
  });

  function nested(depth: number): JsonObject {
    return bundle([{ resource: depth === 0 ? condition('deep') : nested(depth - 1) }]);
  }

  test('`entry` as one object is a list of one', () => {
    const chart = chartFromBundle(bundle({ resource: PATIENT }));
    expect(chart.patient?.id).toBe('p1');
  });

  test('a next page, or a warning of the EHR, makes every section partial', () => {
    const next = chartFromBundle({
      ...holding(),
      link: [{ relation: 'next', url: 'https://ehr.example/?p=2' }],
    });
    expect(Object.values(statuses(next))).toEqual(all('partial'));
    const warned = readBundle(outcome('4119', 'May not contain the entire record'));
    expect(Object.values(statuses(warned))).toEqual(all('partial'));
    expect(warned.notices).toEqual(['May not contain the entire record']);
    expect(Object.values(statuses(readBundle(outcome('4101', 'No results'))))).toEqual(all('complete'));
  });

  test('resources of other types say nothing, and take nothing away', () => {
    const chart = readBundle(
      { resourceType: 'Encounter', id: 'e' },
      { resourceType: 'Flag' },
      condition('c'),
    );
    expect([conditionsOf(chart), statuses(chart).Condition]).toEqual([['Condition/c'], 'complete']);
  });

  test('what the sender names as incomplete is never complete', () => {
    const chart = chartFromBundle(holding(condition('c')), {
      incomplete: { Condition: 'partial', Procedure: 'failed', Observation: 'complete' },
    });
    expect(statuses(chart)).toMatchObject({
      Condition: 'partial',
      Procedure: 'failed',
      Observation: 'complete',
      AllergyIntolerance: 'complete',
    });
    expect(chart.sections.Procedure.gaps).toEqual(['The sender could not read all procedures (failed).']);
  });
});

test('10,000 entries are read whole', () => {
  const large = (count: number, patient: JsonObject) =>
    bundle([
      { resource: patient },
      ...Array.from({ length: count }, (_, n) => ({
        fullUrl: `urn:uuid:${n}`,
        resource: n % 2 === 0 ? condition(`c${n}`) : pointing(`m${n}`, 'Medication/none'),
      })),
    ]);
  for (const patient of [PATIENT, { resourceType: 'Patient' }]) {
    const chart = chartFromBundle(large(10_000, patient));
    expect([chart.conditions.length, chart.medications.length, chart.foreignEntries]).toEqual([
      5_000, 5_000, 0,
    ]);
  }
});
