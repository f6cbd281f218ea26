import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { readBundle } from './bundles';

describe('answers of the checklist', () => {
  const response = (item: unknown, more: JsonObject = {}): JsonObject => ({
    resourceType: 'QuestionnaireResponse',
    id: 'q',
    status: 'completed',
    subject: { reference: 'Patient/p1' },
    item,
    ...more,
  });
  const yes = (linkId: unknown, valueBoolean: unknown = true) => ({ linkId, answer: [{ valueBoolean }] });
  const answers = (...resources: JsonObject[]) =>
    readBundle(...resources).answers.map(({ linkId, value }) => [linkId, value]);

  test.each<[string, unknown, unknown[]]>([
    [
      'a yes and a no',
      [yes('a'), yes('b', false)],
      [
        ['a', true],
        ['b', false],
      ],
    ],
    [
      'nested',
      [
        { linkId: 'g', item: [yes('a')] },
        { linkId: 'h', answer: [{ valueBoolean: true, item: [yes('b')] }] },
      ],
      [
        ['a', true],
        ['h', true],
        ['b', true],
      ],
    ],
    [
      'what is no boolean was not asked',
      [yes('a', 'true'), yes('b', null), yes('c', 1), { linkId: 'd' }],
      [],
    ],
    ['without a name it answers nothing', [yes(undefined), yes(5)], []],
    ['of the wrong shape', ['x', null, 7], []],
    ['without any', undefined, []],
  ])('%s', (_, item, expected) => {
    expect(answers(response(item))).toEqual(expected);
  });
  test("the last form counts; of two equally old ones the yes; one entered in error never; another patient's never", () => {
    const at = (id: string, authored: string, value: boolean, more: JsonObject = {}) =>
      response([yes('a', value)], { id, authored, ...more });
    expect(answers(at('1', '2026-01-02', false), at('2', '2026-01-01', true))).toEqual([['a', false]]);
    expect(answers(at('1', '2026-01-01', true), at('2', '2026-01-01', false))).toEqual([['a', true]]);
    expect(answers(at('1', '2026-01-01', true, { status: 'entered-in-error' }))).toEqual([]);
    expect(answers(at('1', '2026-01-01', true, { subject: { reference: 'Patient/p2' } }))).toEqual([]);
  });
  test('a form without end is cut, not followed for ever', () => {
    let item: unknown = [yes('deep')];
    for (let depth = 0; depth < 2_000; depth += 1) item = [{ linkId: 'g', item }];
    expect(answers(response(item))).toEqual([]);
  });
});
