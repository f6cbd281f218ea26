import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { normalisePatient } from '../../src/chart/patient';

const patient = (more: JsonObject) => normalisePatient({ resourceType: 'Patient', id: 'p1', ...more });
const nothing = { id: 'p1', sex: 'unknown', deceased: false, languages: [], interpreterNeeded: false };

describe('a Patient of which little can be read', () => {
  test.each<[string, JsonObject]>([
    ['only an id', {}],
    [
      'everything null',
      {
        name: null,
        birthDate: null,
        gender: null,
        communication: null,
        extension: null,
        deceasedBoolean: null,
      },
    ],
    [
      'everything of the wrong type',
      { name: 'Ann', birthDate: 1980, gender: 1, communication: 'en', extension: 'x' },
    ],
    ['lists of nulls', { name: [null], communication: [null, { language: null }], extension: [null] }],
    ['a masked name', { name: [{ extension: [{ url: 'x', valueCode: 'masked' }] }] }],
    ['a name without words', { name: [{ use: 'official', given: [null, ''], family: ' ' }] }],
  ])('%s', (_, more) => {
    expect(patient(more)).toEqual(nothing);
  });
  test('a Patient without an id is nobody: the id is empty, never invented', () => {
    expect([patient({ id: undefined }).id, patient({ id: 5 }).id, patient({ id: ' ' }).id]).toEqual([
      '',
      '',
      '',
    ]);
  });
});

describe('the name', () => {
  test.each<[string, unknown, string]>([
    [
      'the official one first',
      [
        { use: 'usual', text: 'Annie' },
        { use: 'official', given: ['Ann', 'B'], family: 'Cole' },
      ],
      'Ann B Cole',
    ],
    [
      'the usual one where the official one is empty',
      [
        { use: 'official', _family: {} },
        { use: 'usual', family: 'Cole' },
      ],
      'Cole',
    ],
    [
      'one without a use before an old one',
      [{ use: 'old', text: 'Ann Smith' }, { text: 'Ann Cole' }],
      'Ann Cole',
    ],
    ['an old one when it is all there is', [{ use: 'old', text: 'Ann Smith' }], 'Ann Smith'],
    ['the parts before the text', [{ text: 'COLE, ANN', given: ['Ann'], family: 'Cole' }], 'Ann Cole'],
    ['with its suffix', [{ given: ['Ann', null, 5], family: 'Cole', suffix: ['Jr.'] }], 'Ann Cole Jr.'],
    ['given as one text', [{ given: 'Ann', family: 'Cole' }], 'Ann Cole'],
    ['in any script', [{ family: '山田', given: ['花子'] }], '花子 山田'],
  ])('%s', (_, name, expected) => {
    expect(patient({ name }).name).toBe(expected);
  });
});

test.each<[unknown, string]>([
  ['male', 'male'],
  ['female', 'female'],
  ['other', 'other'],
  ['unknown', 'unknown'],
  ['F', 'unknown'],
  ['woman', 'unknown'],
  [{ code: 'female' }, 'unknown'],
])('the gender %j is %s: anything unlisted is unknown, never guessed', (gender, sex) => {
  expect(patient({ gender }).sex).toBe(sex);
});

test.each<[unknown, string | undefined, string | undefined]>([
  ['1980-05-01', 'day', '1980-05-01'],
  ['1980-05', 'month', '1980-05-01'],
  ['1980', 'year', '1980-01-01'],
  ['1980-02-30', 'unreadable', undefined],
  ['05/01/1980', 'unreadable', undefined],
  ['0001-01-01', 'unreadable', undefined],
  [undefined, undefined, undefined],
])('the birth date %j has precision %s', (birthDate, precision, day) => {
  const date = patient({ birthDate }).birthDate;
  expect([date?.precision, date?.day]).toEqual([precision, day]);
});

test.each<[JsonObject, boolean]>([
  [{ deceasedBoolean: true }, true],
  [{ deceasedDateTime: '2026-01-01' }, true],
  [{ deceasedDateTime: 'unknown' }, true],
  [{ deceasedBoolean: false }, false],
  [{ deceasedDateTime: '' }, false],
  [{ deceasedBoolean: null }, false],
])('%j: deceased %s', (more, expected) => {
  expect(patient(more).deceased).toBe(expected);
});

describe('languages', () => {
  const coded = (code: string, preferred?: unknown): JsonObject => ({
    language: { coding: [{ system: 'urn:ietf:bcp:47', code }] },
    preferred,
  });
  test.each<[string, unknown, string[]]>([
    ['the preferred one first', [coded('en'), coded('es', true)], ['es', 'en']],
    ['a wish of the wrong type is no wish', [coded('en'), coded('es', 'yes')], ['en', 'es']],
    ['ISO 639-2', [coded('spa')], ['es']],
    ['words', [{ language: { text: 'Spanish; Castilian' } }], ['es']],
    ['one object instead of a list', coded('en'), ['en']],
    ['the same one twice', [coded('en'), coded('eng')], ['en']],
    ['regions stay', [coded('es-MX')], ['es-MX']],
    ['a language that has the name of a JavaScript property', [coded('constructor')], ['constructor']],
    [
      'an unknown language names none',
      [
        {
          language: {
            coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }],
          },
        },
      ],
      [],
    ],
  ])('%s', (_, communication, expected) => {
    expect(patient({ communication }).languages).toEqual(expected);
  });
});

test.each<[unknown, boolean]>([
  [
    [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean: true }],
    true,
  ],
  [
    [
      {
        url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed',
        valueCoding: { code: '373066001' },
      },
    ],
    true,
  ],
  [
    [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean: false }],
    false,
  ],
  [
    [
      {
        url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed',
        valueCoding: null,
      },
    ],
    false,
  ],
  [[{ url: 'http://other.example', valueBoolean: true }], false],
])('the extension %j asks for an interpreter: %s', (extension, expected) => {
  expect(patient({ extension }).interpreterNeeded).toBe(expected);
});
