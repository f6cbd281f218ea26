import { afterEach, describe, expect, it, vi } from 'vitest';
import { chartEntries } from '../../src/chart/chart-entries';
import type { Chart } from '../../src/chart/types';
import { CONDITION_WORDS } from '../../src/terminology/condition-words';
import { INFECTION_AND_ORGAN_WORDS } from '../../src/terminology/infection-and-organ-words';
import { RED_FLAG_WORDS } from '../../src/terminology/red-flag-words';
import { reviewChart, warmUp } from '../../src/workspace/engine';
import { NEW_VISIT } from '../../src/review/visit-record';
import { warmUpSteps } from '../../src/workspace/warm-up';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const reviewed = (chart: Chart, day: string) => reviewChart(chart, day, NEW_VISIT);

describe('what is done before the chart is there', () => {
  it('uses every word pattern twice and one at a time, before a whole problem does: compiled, then optimised', () => {
    const used: unknown[] = [];
    const test = vi.spyOn(RegExp.prototype, 'test').mockImplementation(function (this: RegExp, text) {
      used.push(this);
      return this.exec(text) !== null;
    });
    for (const step of warmUpSteps(chartEntries, () => undefined)) {
      const before = used.length;
      step();
      if (used.length !== before + 1) break;
    }
    test.mockRestore();
    for (const { group, words } of [...CONDITION_WORDS, ...RED_FLAG_WORDS, ...INFECTION_AND_ORGAN_WORDS])
      expect(used.filter((pattern) => pattern === words).length, group).toBe(2);
  });

  it('goes the whole way: a dosage that is read, a relaxant with a caution, a red flag that is asked for', () => {
    const readings: ReturnType<typeof reviewed>[] = [];
    const charts: Chart[] = [];
    for (const step of warmUpSteps(chartEntries, (chart, day) => {
      charts.push(chart);
      readings.push(reviewed(chart, day));
    }))
      step();
    const last = readings.at(-1)?.review;
    expect(charts.at(-1)?.medications.at(-1)?.dosages[0]).toMatchObject({ read: true, timesPerDay: 3 });
    expect(last?.relaxants.flatMap(({ cautions }) => cautions.map(({ rule }) => rule.id))).toContain(
      'TIZ-CYP1A2-STRONG',
    );
    expect(last?.unrecognised).toEqual([]);
    expect(last?.gaps).toEqual([]);
  });
});

it('is left to the browser step by step, behind everything else; a browser without such tasks does without', () => {
  vi.stubGlobal('window', {});
  warmUp(chartEntries);
  const posted: unknown[] = [];
  const postTask = (step: () => void, { priority }: { readonly priority: string }) => {
    posted.push(step);
    expect(priority).toBe('background');
    return Promise.resolve();
  };
  vi.stubGlobal('window', { scheduler: { postTask } });
  warmUp(chartEntries);
  expect(posted.length).toBe(warmUpSteps(chartEntries, () => undefined).length);
});
