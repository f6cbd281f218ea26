import { describe, expect, test } from 'vitest';
import {
  categoriesOf,
  codeTextOf,
  conceptOf,
  distinct,
  isDataAbsent,
  isObject,
  listOf,
  numberOf,
  objectOf,
  objectsOf,
  optional,
  statusOf,
  textOf,
  wordsOf,
} from '../../src/chart/fhir-guards';

const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
const ABSENT_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const SNOMED = 'http://snomed.info/sct';

describe('values of the wrong shape read as absent', () => {
  test.each([undefined, null, '', 'x', 0, 7, true, [], [{}]])('%j is no object', (value) => {
    expect(isObject(value)).toBe(false);
    expect(objectOf(value)).toEqual({});
  });
  test.each<[unknown, string | undefined]>([
    [' x ', 'x'],
    ['', undefined],
    [' \n', undefined],
    [5, undefined],
    [true, undefined],
    [null, undefined],
    [['x'], undefined],
    [{}, undefined],
  ])('the text of %j is %j', (value, expected) => {
    expect(textOf(value)).toBe(expected);
  });
  test.each<[unknown, number | undefined]>([
    [0, 0],
    [-1.5, -1.5],
    ['12.5', 12.5],
    [' 3 ', 3],
    ['-2', -2],
    ['1,5', undefined],
    ['1e3', undefined],
    ['>60', undefined],
    ['60 mg', undefined],
    ['', undefined],
    ['0x10', undefined],
    ['.', undefined],
    [NaN, undefined],
    [Infinity, undefined],
    [true, undefined],
    [[5], undefined],
    [null, undefined],
  ])('the number of %j is %j', (value, expected) => {
    expect(numberOf(value)).toBe(expected);
  });
  test('a code is lower case, and nothing but a text', () => {
    expect([codeTextOf(' Completed '), codeTextOf(5), codeTextOf('')]).toEqual([
      'completed',
      undefined,
      undefined,
    ]);
  });
});

describe('lists', () => {
  test('null items are passed over where only objects count, and a single object is a list of one', () => {
    expect(objectsOf([null, { a: 1 }, 'x', [{ b: 2 }]])).toEqual([{ a: 1 }]);
    expect(objectsOf({ a: 1 })).toEqual([{ a: 1 }]);
    expect(objectsOf('x')).toEqual([]);
  });
  test('where every item counts, what is not an object stays in its place', () => {
    expect(listOf([null, 1])).toEqual([null, 1]);
    expect(listOf('x')).toEqual(['x']);
    expect([listOf(undefined), listOf(null)]).toEqual([[], []]);
  });
  test('duplicates and gaps go, the order stays', () => {
    expect(distinct(['b', undefined, 'a', 'b'])).toEqual(['b', 'a']);
  });
  test('an optional field is there or it is not', () => {
    expect(optional('a', undefined)).toEqual({});
    expect(optional('a', 0)).toEqual({ a: 0 });
  });
});

describe('a CodeableConcept', () => {
  test('keeps every coding, and every name once', () => {
    const concept = conceptOf({
      coding: [
        { system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '313782' },
        null,
        { system: 'urn:oid:2.16.840.1.113883.6.96', code: '1', display: 'Tizanidine' },
        { system: 'http://vendor.example', code: 'LOCAL', display: 'TIZANIDINE 4 MG' },
      ],
      text: 'Tizanidine',
    });
    expect(concept.codings.map(({ system, code }) => `${system} ${code}`)).toEqual([
      'rxnorm 313782',
      'snomed 1',
      'other LOCAL',
    ]);
    expect(concept.names).toEqual(['Tizanidine', 'TIZANIDINE 4 MG']);
    expect(concept.masked).toBe(false);
  });

  test('a code sent as a number is the same code', () => {
    expect(conceptOf({ coding: [{ system: SNOMED, code: 22298006 }] }).codings).toEqual([
      { system: 'snomed', code: '22298006' },
    ]);
    expect(conceptOf({ coding: [{ system: SNOMED, code: 1e300 }] }).codings).toEqual([]);
    expect(conceptOf({ coding: [{ system: SNOMED, code: 7.5 }] }).codings).toEqual([]);
  });

  test('a display without a code still names it', () => {
    expect(conceptOf({ coding: { display: 'Asthma' } })).toEqual({
      codings: [],
      names: ['Asthma'],
      masked: false,
    });
  });

  test.each([undefined, null, 'asthma', 5, [], {}, { coding: 'x' }, { coding: [null, 5] }, { text: 5 }])(
    '%j holds nothing and says so',
    (raw) => {
      expect(conceptOf(raw)).toEqual({ codings: [], names: [], masked: false });
      expect(wordsOf(conceptOf(raw))).toBe('no name in the chart');
    },
  );

  test('a code without words can be looked up', () => {
    const concept = conceptOf({
      coding: [
        { system: 'urn:x', code: 'L1' },
        { system: SNOMED, code: '22298006' },
      ],
    });
    expect(wordsOf(concept)).toBe('code 22298006, no name in the chart');
  });
});

describe('what the EHR hides or does not know', () => {
  const absent = (code: string, text?: string, display?: string) => ({
    coding: [{ system: ABSENT, code, ...(display === undefined ? {} : { display }) }],
    ...(text === undefined ? {} : { text }),
  });

  test.each<[string, string, string | undefined, string | undefined]>([
    ['a masked entry', 'masked', undefined, undefined],
    ['a masked entry with its placeholder', 'masked', 'Masked', 'Masked'],
    ['a masked entry with a sentence in place of a name', 'masked', 'Behavioral health item', undefined],
    ['an unknown entry', 'unknown', 'Unknown', 'Unknown'],
    ['words that only repeat the reason', 'not-performed', 'not-performed', undefined],
    ['words that only repeat the display', 'asked-unknown', 'Asked But Unknown', 'Asked But Unknown'],
    ['a placeholder', 'error', '*** Restricted ***', undefined],
    ['not permitted', 'not-permitted', 'Not permitted', undefined],
    ['not on file', 'unknown', 'N/A', undefined],
  ])('%s is not stated, never a name', (_, code, text, display) => {
    const concept = conceptOf(absent(code, text, display));
    expect(concept.names).toEqual([]);
    expect(concept.masked).toBe(true);
    expect(wordsOf(concept)).toBe('not stated');
  });

  test.each<[string, string]>([
    ['unknown', 'Cauda equina syndrome'],
    ['unsupported', 'Herniated disc L5/S1'],
    ['unknown', 'Nonemergent back pain'],
  ])('words beside the coding "%s" are the name: %s', (code, text) => {
    const concept = conceptOf(absent(code, text, 'Unknown'));
    expect(concept.names).toEqual([text]);
    expect(concept.masked).toBe(false);
  });

  test('the words of a real coding count beside an absent one', () => {
    const concept = conceptOf({
      coding: [
        { system: ABSENT, code: 'unknown' },
        { system: SNOMED, code: '195967001', display: 'Asthma' },
      ],
      text: 'Asthma',
    });
    expect(concept.names).toEqual(['Asthma']);
    expect(concept.masked).toBe(false);
  });

  test('the extension on the concept or on its text says the same', () => {
    const extension = [{ url: ABSENT_EXTENSION, valueCode: 'masked' }];
    expect(conceptOf({ extension }).masked).toBe(true);
    expect(conceptOf({ _text: { extension } }).masked).toBe(true);
    expect(conceptOf({ extension, text: 'Masked' }).names).toEqual([]);
    expect(isDataAbsent({ extension: [null, { url: 'http://other.example' }] })).toBe(false);
    expect(isDataAbsent('masked')).toBe(false);
  });
});

describe('status and category', () => {
  test.each<[unknown, string | undefined]>([
    [{ coding: [{ code: 'Active' }] }, 'active'],
    [{ coding: [{ system: ABSENT, code: 'unknown' }, { code: 'resolved' }] }, 'resolved'],
    [{ text: 'Refuted' }, 'refuted'],
    [{ coding: [{ system: ABSENT, code: 'unknown' }] }, undefined],
    [{}, undefined],
    ['active', undefined],
    [undefined, undefined],
  ])('%j is %j', (value, expected) => {
    expect(statusOf(value)).toBe(expected);
  });
  test('categories are codes, and words only where there is no code', () => {
    expect(
      categoriesOf([
        { coding: [{ code: 'Problem-List-Item' }, { code: 'problem' }], text: 'Problem List Item' },
        null,
        { coding: [{ code: 'problem' }] },
      ]),
    ).toEqual(['problem-list-item', 'problem']);
    expect(categoriesOf({ text: 'Community' })).toEqual(['community']);
    expect(categoriesOf('community')).toEqual([]);
  });
});
