import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { normaliseObservation } from '../../src/chart/observation';
import type { ObservationEntry } from '../../src/chart/types';

const UCUM = 'http://unitsofmeasure.org';
const all = (more: JsonObject): readonly ObservationEntry[] =>
  normaliseObservation({ resourceType: 'Observation', status: 'final', ...more }, 'Observation/1');
const one = (more: JsonObject): ObservationEntry | undefined => all(more)[0];

describe('the value of an observation', () => {
  test.each<[string, JsonObject, ObservationEntry['value']]>([
    [
      'a UCUM quantity',
      { valueQuantity: { value: 58, unit: 'mL/min', system: UCUM, code: 'mL/min/{1.73_m2}' } },
      { number: 58, unit: 'mL/min/{1.73_m2}' },
    ],
    ['a printed unit', { valueQuantity: { value: 58, unit: 'mL/min' } }, { number: 58, unit: 'mL/min' }],
    ['a code without a system', { valueQuantity: { value: 58, code: 'U/L' } }, { number: 58, unit: 'U/L' }],
    ['no unit', { valueQuantity: { value: 58 } }, { number: 58 }],
    ['a number as a text', { valueQuantity: { value: '58.5', unit: 'U/L' } }, { number: 58.5, unit: 'U/L' }],
    ['zero', { valueQuantity: { value: 0, unit: 'U/L' } }, { number: 0, unit: 'U/L' }],
    [
      'a bound',
      { valueQuantity: { value: 60, comparator: '>', unit: 'mL/min' } },
      { number: 60, comparator: '>', unit: 'mL/min' },
    ],
    [
      'a bound with a space',
      { valueQuantity: { value: 60, comparator: ' >= ' } },
      { number: 60, comparator: '>=' },
    ],
    [
      'a sign that nobody knows',
      { valueQuantity: { value: 60, comparator: '~', unit: 'mL/min' } },
      { text: '~ 60 mL/min' },
    ],
    ['an integer', { valueInteger: 7 }, { number: 7 }],
    ['words', { valueString: '>60' }, { text: '>60' }],
    ['a concept', { valueCodeableConcept: { text: 'Positive' } }, { text: 'Positive' }],
    ['a quantity that is a text', { valueQuantity: '58 mL/min' }, undefined],
    ['a quantity in a list', { valueQuantity: [{ value: 58 }] }, undefined],
    ['a quantity without a number', { valueQuantity: { unit: 'mL/min' } }, undefined],
    ['a number that is words', { valueQuantity: { value: 'high' } }, undefined],
    [
      'a masked concept',
      {
        valueCodeableConcept: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'masked' }],
          text: 'Masked',
        },
      },
      undefined,
    ],
    ['only a reason why it is absent', { dataAbsentReason: { text: 'Hemolyzed' } }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, more, value) => {
    expect(one(more)?.value).toEqual(value);
  });
});

describe('the upper limit of normal', () => {
  const value = { valueQuantity: { value: 90, unit: 'U/L', system: UCUM, code: 'U/L' } };
  const limit = (referenceRange: unknown) => one({ ...value, referenceRange })?.referenceHigh;
  test.each<[string, unknown, number | undefined]>([
    ['one limit', [{ high: { value: 40, unit: 'U/L' } }], 40],
    ['a limit without a unit', [{ high: { value: 40 } }], 40],
    [
      'the normal range beside a therapeutic one',
      [{ high: { value: 40 } }, { type: { coding: [{ code: 'treatment' }] }, high: { value: 90 } }],
      40,
    ],
    ['the same limit twice', [{ high: { value: 40 } }, { high: { value: 40 } }], 40],
    ['two limits: which one is not known', [{ high: { value: 40 } }, { high: { value: 55 } }], undefined],
    ['another unit', [{ high: { value: 0.67, unit: 'µkat/L' } }], undefined],
    ['a limit in words', [{ text: '< 40 U/L' }], undefined],
    ['a limit that is a text', [{ high: '40' }], undefined],
    ['nulls', [null], undefined],
    ['nothing', undefined, undefined],
  ])('%s', (_, range, expected) => {
    expect(limit(range)).toBe(expected);
  });
});

describe('an observation is kept whatever it lacks', () => {
  test('nothing at all', () => {
    expect(normaliseObservation({ resourceType: 'Observation' }, 'Observation/1')).toEqual([
      {
        kind: 'observation',
        reference: 'Observation/1',
        text: 'no name in the chart',
        status: 'not stated',
        codings: [],
        names: [],
      },
    ]);
  });
  test.each<[JsonObject, string | undefined]>([
    [{ effectiveDateTime: '2026-10-01T09:00:00-05:00' }, '2026-10-01'],
    [{ effectiveInstant: '2026-10-01T09:00:00Z' }, '2026-10-01'],
    [{ effectivePeriod: { start: '2026-09-01', end: '2026-10-01' } }, '2026-10-01'],
    [{ effectivePeriod: { start: '2026-09-01' } }, '2026-09-01'],
    [{ effectiveTiming: { event: ['2026-10-01'] } }, undefined],
    [{ effectiveDateTime: '10/01/2026' }, undefined],
    [{}, undefined],
  ])('%j is dated %s', (more, day) => {
    expect(one(more)?.effective?.day).toBe(day);
  });
  test('entered in error is a tag, read in any case', () => {
    expect(one({ status: 'Entered-In-Error' })?.status).toBe('entered-in-error');
  });
});

describe('a panel in one resource', () => {
  const component = (code: string, more: JsonObject) => ({
    code: { coding: [{ system: 'http://loinc.org', code }] },
    ...more,
  });
  test('gives one entry for each component, with its own value and the date of the whole', () => {
    const entries = all({
      effectiveDateTime: '2026-10-01',
      code: { text: 'Liver panel' },
      component: [
        null,
        'x',
        component('1742-6', {
          valueQuantity: { value: 90, unit: 'U/L' },
          referenceRange: [{ high: { value: 40 } }],
        }),
        component('1920-8', { valueString: 'pending' }),
        { valueQuantity: { value: 3 } },
      ],
    });
    expect(
      entries.map(({ codings, value, referenceHigh, effective }) => [
        codings[0]?.code,
        value,
        referenceHigh,
        effective?.day,
      ]),
    ).toEqual([
      [undefined, undefined, undefined, '2026-10-01'],
      ['1742-6', { number: 90, unit: 'U/L' }, 40, '2026-10-01'],
      ['1920-8', { text: 'pending' }, undefined, '2026-10-01'],
    ]);
    expect(
      entries.every(({ reference, status }) => reference === 'Observation/1' && status === 'final'),
    ).toBe(true);
  });
});
