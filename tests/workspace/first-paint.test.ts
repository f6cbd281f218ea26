import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chart } from '../../src/chart/types';
import { firstPaint } from '../../src/workspace/first-paint';
import { CHART } from './fixtures';

const loading = (...sections: (keyof Chart['sections'])[]): Chart => ({
  ...CHART,
  sections: {
    ...CHART.sections,
    ...Object.fromEntries(
      sections.map((section) => [section, { status: 'loading', gaps: [], count: 0 } as const]),
    ),
  },
});
const ONE_OF_SEVERAL = {
  kind: 'condition',
  reference: 'Condition/1',
  text: 'Fall',
  codings: [],
  names: ['Fall'],
  categories: [],
  abated: false,
} as const;
const WITHOUT_CONDITIONS = loading('Condition', 'Observation');
const WITH_CONDITIONS = loading('Observation');

describe('the first findings', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const watch = () => {
    const shown: Chart[] = [];
    return { shown, ...firstPaint((chart) => shown.push(chart)) };
  };

  it('come at once with the conditions, and every later state at once', () => {
    const { shown, update } = watch();
    update(WITH_CONDITIONS);
    update(CHART);
    expect(shown).toEqual([WITH_CONDITIONS, CHART]);
    vi.runAllTimers();
    expect(shown).toHaveLength(2);
  });

  it('wait a moment for the conditions, so that red flags do not push the medicines away', () => {
    const { shown, update } = watch();
    update(WITHOUT_CONDITIONS);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(100);
    update(WITH_CONDITIONS);
    expect(shown).toEqual([WITH_CONDITIONS]);
  });

  it('come without any condition when these are late, in the newest state', () => {
    const { shown, update } = watch();
    const newer = { ...loading('Condition'), conditions: [] };
    update(WITHOUT_CONDITIONS);
    update({ ...newer, conditions: [ONE_OF_SEVERAL] });
    vi.advanceTimersByTime(250);
    expect(shown).toEqual([newer]);
    update(CHART);
    expect(shown).toEqual([newer, CHART]);
  });

  it('show nothing that cannot be judged yet, and nothing older once the whole chart is in', () => {
    const { shown, update, end } = watch();
    update(loading('Condition', 'MedicationRequest'));
    vi.advanceTimersByTime(1000);
    update(WITHOUT_CONDITIONS);
    end();
    vi.advanceTimersByTime(1000);
    expect(shown).toEqual([]);
  });
});
