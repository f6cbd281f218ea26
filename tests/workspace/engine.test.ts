import { afterEach, expect, it, vi } from 'vitest';
import { CONDITION_WORDS } from '../../src/terminology/condition-words';
import { INFECTION_AND_ORGAN_WORDS } from '../../src/terminology/infection-and-organ-words';
import { RED_FLAG_WORDS } from '../../src/terminology/red-flag-words';
import { warmUp } from '../../src/workspace/engine';

afterEach(() => vi.restoreAllMocks());

it('uses every word pattern twice before the chart is there: compiled, then optimised', () => {
  const used: unknown[] = [];
  const test = vi.spyOn(RegExp.prototype, 'test').mockImplementation(function (this: RegExp, text) {
    used.push(this);
    return this.exec(text) !== null;
  });
  warmUp();
  test.mockRestore();
  for (const { group, words } of [...CONDITION_WORDS, ...RED_FLAG_WORDS, ...INFECTION_AND_ORGAN_WORDS])
    expect(used.filter((pattern) => pattern === words).length, group).toBe(2);
});
