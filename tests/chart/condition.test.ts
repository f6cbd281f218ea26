import { describe, expect, test } from 'vitest';
import { normaliseAllergy, normaliseCondition, normaliseProcedure } from '../../src/chart/condition';
import type { JsonObject } from '../../src/chart/fhir-guards';

const condition = (more: JsonObject) =>
  normaliseCondition({ resourceType: 'Condition', ...more }, 'Condition/1');
const allergy = (more: JsonObject) =>
  normaliseAllergy({ resourceType: 'AllergyIntolerance', ...more }, 'AllergyIntolerance/1');
const procedure = (more: JsonObject) =>
  normaliseProcedure({ resourceType: 'Procedure', ...more }, 'Procedure/1');
const coded = (code: string) => ({ coding: [{ code }] });

describe('a Condition is kept whatever it lacks', () => {
  test.each<[string, JsonObject]>([
    ['nothing at all', {}],
    ['a code of the wrong type', { code: 'M54.5' }],
    ['a code that is null', { code: null }],
    ['a code without codings and words', { code: { coding: [] } }],
    ['lists of nulls', { category: [null], code: { coding: [null] }, extension: [null] }],
  ])('%s', (_, more) => {
    expect(condition(more)).toEqual({
      kind: 'condition',
      reference: 'Condition/1',
      text: 'no name in the chart',
      codings: [],
      names: [],
      categories: [],
      abated: false,
    });
  });

  test.each(['refuted', 'entered-in-error', 'unconfirmed', 'provisional', 'differential', 'confirmed'])(
    'verification "%s" is a tag, not a reason to drop it',
    (status) => {
      const entry = condition({ code: { text: 'Cancer' }, verificationStatus: coded(status) });
      expect(entry).toMatchObject({ text: 'Cancer', verificationStatus: status });
    },
  );

  test('statuses that are not stated stay not stated', () => {
    const unknown = {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }],
    };
    const entry = condition({ clinicalStatus: unknown, verificationStatus: 'confirmed' });
    expect(entry.clinicalStatus).toBeUndefined();
    expect(entry.verificationStatus).toBeUndefined();
  });

  test('severity, recorder and categories come in the words of the chart', () => {
    expect(
      condition({
        severity: { text: 'Severe' },
        asserter: { display: 'Dr. Wu' },
        category: [coded('problem-list-item'), { coding: [{ code: 'sdoh' }] }],
      }),
    ).toMatchObject({ severity: 'Severe', recorder: 'Dr. Wu', categories: ['problem-list-item', 'sdoh'] });
  });
});

describe('when a Condition began and ended', () => {
  test.each<[string, JsonObject, string | undefined]>([
    ['a year', { onsetDateTime: '2019' }, '2019'],
    ['a period', { onsetPeriod: { start: '2019-03', end: '2020' } }, '2019-03'],
    ['an age', { onsetAge: { value: 40, unit: 'a' } }, 'age 40 a'],
    ['words', { onsetString: 'in childhood' }, 'in childhood'],
    ['a date of the wrong type', { onsetDateTime: 2019 }, undefined],
    ['a period of the wrong type', { onsetPeriod: '2019' }, undefined],
    ['an age without a number', { onsetAge: { unit: 'a' } }, undefined],
  ])('onset as %s', (_, more, text) => {
    expect(condition(more).onset?.text).toBe(text);
  });

  test.each<[string, JsonObject, boolean]>([
    ['a date', { abatementDateTime: '2020-01-01' }, true],
    ['words', { abatementString: 'resolved after surgery' }, true],
    ['an age', { abatementAge: { value: 50 } }, true],
    ['a period', { abatementPeriod: { end: '2020' } }, true],
    ['yes', { abatementBoolean: true }, true],
    ['no', { abatementBoolean: false }, false],
    ['no as a text', { abatementBoolean: 'false' }, false],
    ['null', { abatementDateTime: null }, false],
    ['an empty text', { abatementString: '' }, false],
    ['an empty period', { abatementPeriod: {} }, false],
    ['nothing but the reason why it is absent', { abatementAge: { extension: [{ url: 'x' }] } }, false],
    ['nothing', {}, false],
  ])('abatement as %s', (_, more, expected) => {
    expect(condition(more).abated).toBe(expected);
  });

  test('the end of a period is the end of the condition', () => {
    expect(condition({ abatementPeriod: { start: '2019', end: '2020' } }).abatement?.text).toBe('2020');
  });

  test('the day it was asserted stands in for the day it was recorded', () => {
    const extension = [
      null,
      { url: 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate', valueDateTime: '2021-02' },
    ];
    expect(condition({ extension }).recorded?.text).toBe('2021-02');
    expect(condition({ extension, recordedDate: '2022' }).recorded?.text).toBe('2022');
  });
});

describe('an allergy', () => {
  test('is kept whatever it lacks', () => {
    expect(allergy({ code: 'penicillin', reaction: [null, 'rash'] })).toEqual({
      kind: 'allergy',
      reference: 'AllergyIntolerance/1',
      text: 'no name in the chart',
      codings: [],
      names: [],
      reactions: [],
    });
  });
  test('a substance that only the reaction names is its name too', () => {
    const entry = allergy({
      reaction: [
        { substance: { text: 'Aspirin' }, manifestation: [{ text: 'Hives' }, null], description: 'Hives' },
      ],
    });
    expect(entry).toMatchObject({ text: 'Aspirin', names: ['Aspirin'], reactions: ['Hives'] });
  });
  test('"no known allergies" and refuted ones are entries with their status', () => {
    const entry = allergy({
      code: {
        coding: [{ system: 'http://snomed.info/sct', code: '1631000175102', display: 'Patient not asked' }],
      },
      verificationStatus: coded('Refuted'),
      clinicalStatus: coded('inactive'),
    });
    expect(entry).toMatchObject({
      text: 'Patient not asked',
      verificationStatus: 'refuted',
      clinicalStatus: 'inactive',
    });
  });
});

describe('a procedure', () => {
  test('without a status counts as one whose status is unknown: nobody says that it was not done', () => {
    expect(procedure({ code: { text: 'Laminectomy' } })).toMatchObject({
      text: 'Laminectomy',
      status: 'unknown',
    });
    expect(procedure({ status: 5 }).status).toBe('unknown');
  });
  test('a status is read in any case', () => {
    expect([procedure({ status: 'Completed' }).status, procedure({ status: 'not-done' }).status]).toEqual([
      'completed',
      'not-done',
    ]);
  });
  test.each<[string, JsonObject, string | undefined]>([
    ['a day', { performedDateTime: '2026-10-01' }, '2026-10-01'],
    ['the end of a period', { performedPeriod: { start: '2026-09', end: '2026-10' } }, '2026-10'],
    ['the start of an open period', { performedPeriod: { start: '2026-09' } }, '2026-09'],
    ['words', { performedString: 'last spring' }, 'last spring'],
    ['nothing', {}, undefined],
  ])('performed: %s', (_, more, text) => {
    expect(procedure(more).performed?.text).toBe(text);
  });
});
