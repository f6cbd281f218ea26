import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { latestVersions, pageOf } from '../../src/chart/search-pages';
import { condition, outcome } from './fhir-server';

const bundle = (more: JsonObject): JsonObject => ({ resourceType: 'Bundle', type: 'searchset', ...more });
const ids = (resources: readonly JsonObject[] | undefined) => resources?.map(({ id }) => id);
const page = (more: JsonObject, type = 'Condition') => pageOf(bundle(more), type);

describe('a page of a search is sorted without losing anything', () => {
  test('matches, what came along, and the words of the EHR', () => {
    const found = page(
      {
        entry: [
          { resource: { resourceType: 'MedicationRequest', id: 'm' }, search: { mode: 'match' } },
          { resource: { resourceType: 'Medication', id: 'd' }, search: { mode: 'include' } },
          { resource: outcome('4119', 'may be incomplete'), search: { mode: 'outcome' } },
        ],
      },
      'MedicationRequest',
    );
    expect(ids(found?.entries)).toEqual(['m']);
    expect(ids(found?.included)).toEqual(['d']);
    expect(found?.outcomes.map(({ text }) => text)).toEqual(['may be incomplete']);
    expect(found?.unreadable).toBe(0);
  });

  test.each<[string, JsonObject]>([
    ['without a mode', {}],
    ['under the mode "include"', { search: { mode: 'include' } }],
    ['under the mode "outcome"', { search: { mode: 'outcome' } }],
    ['under a mode of the wrong shape', { search: 'match' }],
  ])('a match %s is a match', (_, more) => {
    expect(ids(page({ entry: [{ resource: condition('c'), ...more }] })?.entries)).toEqual(['c']);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'Condition/1'],
    ['a number', 7],
    ['a list', [condition('c')]],
    ['an empty object', {}],
    ['an address alone', { fullUrl: 'https://ehr.example/Condition/1' }],
    ['a resource that is a text', { resource: 'Condition/1' }],
    ['a resource that is null', { resource: null }],
    ['a resource without a type', { resource: { id: 'c', code: { text: 'x' } } }],
    ['a resource whose type is a number', { resource: { resourceType: 5 } }],
    ['a resource whose type is blank', { resource: { resourceType: '  ' } }],
    [
      'a resource whose type is in the wrong case',
      { resource: { ...condition('c'), resourceType: 'condition' } },
    ],
    ['a match of another type', { resource: { resourceType: 'Basic' }, search: { mode: 'match' } }],
    ['another type that nobody asked for', { resource: { resourceType: 'Flag' } }],
    ['a Bundle inside the Bundle', { resource: bundle({ entry: [{ resource: condition('c') }] }) }],
  ])('%s in the place of an entry counts as unreadable, and its neighbours stay', (_, entry) => {
    const found = page({ entry: [{ resource: condition('a') }, entry, { resource: condition('b') }] });
    expect(ids(found?.entries)).toEqual(['a', 'b']);
    expect(found?.unreadable).toBe(1);
  });

  test.each<[string, unknown, number]>([
    ['one object instead of a list', { resource: condition('c') }, 0],
    ['a text', 'none', 1],
    ['a number', 3, 1],
    ['true', true, 1],
  ])('`entry` as %s is never an empty list', (_, entry, unreadable) => {
    const found = page({ entry });
    expect(found?.unreadable).toBe(unreadable);
    expect((found?.entries.length ?? 0) + (found?.unreadable ?? 0)).toBe(1);
  });

  test.each([undefined, null, []])('`entry` %j is an empty list', (entry) => {
    expect(page({ entry })).toMatchObject({ entries: [], unreadable: 0, isList: true, promised: 0 });
  });

  test('a total is kept to doubt an empty list with', () => {
    expect(page({ total: 4 })?.promised).toBe(4);
    expect(page({ total: 'many' })?.promised).toBe(0);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', '{}'],
    ['a list', []],
    ['an empty object', {}],
    ['another resource', { resourceType: 'CapabilityStatement' }],
    ['the resource itself instead of a list', condition('c')],
  ])('%s is no page', (_, body) => {
    expect(pageOf(body, 'Condition')).toBeUndefined();
  });

  test.each(['searchset', 'collection', 'document', 'history', undefined])('a Bundle of type %s', (type) => {
    expect(ids(page({ type, entry: [{ resource: condition('c') }] })?.entries)).toEqual(['c']);
  });
});

describe('a message in place of a list', () => {
  test('is a list only when it says that nothing was found', () => {
    expect(pageOf(outcome('4101', 'Resource request returns no results.'), 'Condition')?.isList).toBe(true);
    expect(pageOf(outcome('x', 'No results'), 'Condition')?.isList).toBe(true);
  });
  test.each<[string, JsonObject]>([
    ['an information', outcome('ok', 'All went well', 'information')],
    ['an error', outcome('1', 'broken', 'error')],
    ['no issue', { resourceType: 'OperationOutcome' }],
    ['no results, for a bad reason', outcome('x', 'No results: the archive did not answer')],
  ])('with %s is none', (_, body) => {
    expect(pageOf(body, 'Condition')?.isList).toBe(false);
  });
});

describe('the next page', () => {
  const next = (link: unknown) => page({ link })?.next;
  test.each<[string, unknown, string | undefined]>([
    ['is named by its link', [{ relation: 'next', url: 'a' }], 'a'],
    [
      'is found among other links',
      [{ relation: 'self', url: 'a' }, null, { relation: 'next', url: 'b' }],
      'b',
    ],
    ['may stand in one object', { relation: 'next', url: 'a' }, 'a'],
    ['is not any other page', [{ relation: 'prev', url: 'a' }], undefined],
    ['is not there without links', undefined, undefined],
    ['is named but lost without an address', [{ relation: 'next' }], ''],
    ['is named but lost with an address of the wrong type', [{ relation: 'next', url: { href: 'a' } }], ''],
    ['is named but lost with a blank address', [{ relation: 'next', url: ' ' }], ''],
  ])('%s', (_, link, expected) => {
    expect(next(link)).toBe(expected);
  });
});

describe('versions of one resource', () => {
  const at = (lastUpdated: unknown, text: string, id: unknown = 'c') =>
    condition('c', { id, meta: { lastUpdated }, code: { text } });
  const kept = (...resources: JsonObject[]) =>
    latestVersions(resources).map(({ code }) => (code as JsonObject).text);

  test.each<[string, JsonObject[], string[]]>([
    ['the newer one counts', [at('2026-01-01T00:00:00Z', 'old'), at('2026-01-02T00:00:00Z', 'new')], ['new']],
    ['in whichever order', [at('2026-01-02T00:00:00Z', 'new'), at('2026-01-01T00:00:00Z', 'old')], ['new']],
    [
      'as instants, not as texts',
      [at('2026-01-01T23:00:00-08:00', 'new'), at('2026-01-02T01:00:00Z', 'old')],
      ['new'],
    ],
    [
      'a dated one before one without a date',
      [at('2026-01-01T00:00:00Z', 'dated'), at(undefined, 'not')],
      ['dated'],
    ],
    [
      'a dated one behind one with a broken date',
      [at('soon', 'not'), at('2026-01-01T00:00:00Z', 'dated')],
      ['dated'],
    ],
    ['the last one when nothing is dated', [at(undefined, 'first'), at(null, 'last')], ['last']],
    [
      'ids differ in one letter of 70',
      [at('', 'a', `${'x'.repeat(69)}a`), at('', 'b', `${'x'.repeat(69)}b`)],
      ['a', 'b'],
    ],
    ['without an id all are kept', [at('', 'a', null), at('', 'b', null)], ['a', 'b']],
    ['with an id of the wrong type all are kept', [at('', 'a', 5), at('', 'b', 5)], ['a', 'b']],
  ])('%s', (_, resources, expected) => {
    expect(kept(...resources)).toEqual(expected);
  });

  test('the same id under two types is two resources', () => {
    expect(latestVersions([condition('1'), { resourceType: 'Procedure', id: '1' }])).toHaveLength(2);
  });
  test('the newer version is taken whole: no field of the older one stays', () => {
    const older = condition('c', {
      severity: { text: 'severe' },
      meta: { lastUpdated: '2026-01-01T00:00:00Z' },
    });
    const newer = condition('c', { meta: { lastUpdated: '2026-02-01T00:00:00Z' } });
    expect(latestVersions([older, newer])).toEqual([newer]);
  });
  test('the place of the first version is kept', () => {
    expect(ids(latestVersions([condition('a'), condition('b'), condition('a')]))).toEqual(['a', 'b']);
  });
});
