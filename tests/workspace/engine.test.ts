import { afterEach, describe, expect, it, vi } from 'vitest';
import { chartEntries, SIG_USES } from '../../src/chart/read-chart';
import type { Chart } from '../../src/chart/types';
import { CONDITION_WORDS } from '../../src/terminology/condition-words';
import { INFECTION_AND_ORGAN_WORDS } from '../../src/terminology/infection-and-organ-words';
import { RED_FLAG_WORDS } from '../../src/terminology/red-flag-words';
import { reviewChart, warmUp } from '../../src/workspace/engine';
import { NEW_VISIT } from '../../src/review/visit-record';
import { warmUpSteps } from '../../src/workspace/warm-up';

const READER = { chartEntries, SIG_USES };

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
    for (const step of warmUpSteps(READER, () => undefined)) {
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
    for (const step of warmUpSteps(READER, (chart, day) => {
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

it('compiles the phrases of dosages one at a time too', () => {
  const used: RegExp[] = [];
  const exec = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp) {
    used.push(this);
    return null;
  });
  for (const use of SIG_USES) use();
  exec.mockRestore();
  expect(used.length).toBe(SIG_USES.length);
  expect(used.slice(used.length / 2)).toEqual(used.slice(0, used.length / 2));
  expect(used.some((shape) => shape.test('1 tablet'))).toBe(true);
});

it('is left to the browser step by step, behind everything else, the drawing last; a browser without such tasks does without', () => {
  const drawn: unknown[] = [];
  const draw = (chart: Chart, reading: ReturnType<typeof reviewed>) => {
    drawn.push(chart.medications.length, reading.shown.items.length > 0);
  };
  vi.stubGlobal('window', {});
  warmUp(READER, draw);
  const posted: (() => void)[] = [];
  const postTask = (step: () => void, { priority }: { readonly priority: string }) => {
    posted.push(step);
    expect(priority).toBe('background');
    return Promise.resolve();
  };
  vi.stubGlobal('window', { scheduler: { postTask } });
  warmUp(READER, draw);
  for (const step of posted.slice(0, -1)) step();
  expect(drawn).toEqual([]);
  posted.at(-1)?.();
  expect(drawn).toEqual([5, true]);
});
