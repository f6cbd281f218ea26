import { describe, expect, it } from 'vitest';
import { review } from '../../src/review/review';
import {
  TODAY,
  chartOf,
  condition,
  idsOf,
  man,
  order,
  relaxantOf,
  reviewOf,
  sig,
  supply,
  terminology,
} from './chart';
import type { Resource } from './chart';

const bac = (id: string, authoredOn: string, more: Readonly<Record<string, unknown>> = {}) =>
  order(id, 'baclofen 10 MG Oral Tablet', { ...sig('Take 1 tablet 3 times a day'), authoredOn, ...more });
const stopped = { status: 'stopped' };
const taper = (...resources: readonly Resource[]) =>
  relaxantOf(reviewOf(resources), 'baclofen').cautions.find(({ rule }) => rule.id === 'BAC-TAPER');

describe('a relaxant that was stopped', () => {
  it('stands for 14 days with its taper rule alone, when stopping it does harm', () => {
    const review = reviewOf([
      bac('1', '2026-10-10', { ...supply(30), ...stopped }),
      order('o', 'oxycodone 5 MG Oral Tablet'),
    ]);
    expect(relaxantOf(review, 'baclofen').state).toBe('stopped');
    expect(idsOf(relaxantOf(review, 'baclofen'))).toEqual(['BAC-TAPER']);
  });

  it('is not listed a day later, nor when its course was completed', () => {
    const ending = (start: string, status: string) =>
      reviewOf([bac('1', start, { ...supply(30), status })]).relaxants.length;
    // Last day of supply 8 November: 14 days ago.
    expect(ending('2026-10-10', 'stopped')).toBe(1);
    expect(ending('2026-10-09', 'stopped')).toBe(0);
    expect(ending('2026-10-10', 'completed')).toBe(0);
    expect(ending('2026-10-10', 'cancelled')).toBe(1);
  });

  it('is not listed when its stop does no harm, or when a current order stands', () => {
    const methocarbamol = order('1', 'methocarbamol 750 MG Oral Tablet', {
      ...supply(30),
      ...stopped,
      authoredOn: '2026-10-20',
    });
    expect(reviewOf([methocarbamol]).relaxants).toEqual([]);
    const review = reviewOf([
      bac('1', '2026-10-10', { ...supply(30), ...stopped }),
      bac('2', '2026-11-10', supply(30)),
    ]);
    expect(relaxantOf(review, 'baclofen').state).toBe('current');
  });
});

describe('a relaxant stopped on a day that the chart does not say', () => {
  const LAST_DAY = 'last day of baclofen 10 MG Oral Tablet (not in the chart)';
  const rowOf = (...resources: readonly Resource[]) => {
    const row = reviewOf(resources).relaxants.find(({ drug }) => drug === 'baclofen');
    return (
      row && [row.state, idsOf(row), row.notChecked.flatMap(({ missing }) => missing.map(({ why }) => why))]
    );
  };
  const open = ['stopped', [], [LAST_DAY]];

  it('could not be checked: it may have been taken until yesterday', () => {
    expect(rowOf(bac('1', '2026-08-01', stopped))).toEqual(open);
    expect(rowOf(bac('1', '2026-08-01', { status: 'cancelled' }))).toEqual(open);
    expect(rowOf(bac('1', '', stopped))).toEqual([
      'stopped',
      [],
      ['how long baclofen is taken (not stated)', 'stopping or gap (not asked)'],
    ]);
    // On a day of these months it ended 14 days ago or less; on another it did not.
    expect(rowOf(bac('1', '2026-10', { ...supply(30), ...stopped }))).toEqual(open);
    expect(rowOf(bac('1', '2026-11', stopped))).toEqual(open);
  });

  it('fires when the clinician says that it was just stopped', () => {
    const chart = chartOf([bac('1', '2026-08-01', stopped)]);
    const visit = { answers: { stopping_or_gap: true } };
    const { cautions } = relaxantOf(review(chart, { terminology, asOf: TODAY, visit }), 'baclofen');
    expect(cautions.map(({ severity }) => severity)).toEqual(['serious']);
  });

  it('is not asked about when it cannot matter any more', () => {
    expect(rowOf(bac('1', '2026-08-01', { ...supply(30), ...stopped }))).toBeUndefined();
    expect(rowOf(bac('1', '2025-10-22', stopped))).toEqual(open);
    expect(rowOf(bac('1', '2025-10-21', stopped))).toBeUndefined();
    expect(rowOf(bac('1', '2026-08-01', { status: 'completed' }))).toBeUndefined();
    // Begun ten days ago, it cannot have been taken for 14.
    expect(rowOf(bac('1', '2026-11-12', stopped))).toEqual(['stopped', [], []]);
  });

  it('gives way to an order of which the day is known', () => {
    expect(
      rowOf(bac('1', '2026-08-01', stopped), bac('2', '2026-10-10', { ...supply(30), ...stopped })),
    ).toEqual(['stopped', ['BAC-TAPER'], []]);
    expect(rowOf(bac('1', '2026-08-01', stopped), bac('2', '2026-11-01', supply(30)))?.[0]).toBe('current');
  });
});

describe('a course of which an earlier order does not say when it ended', () => {
  const gaps = (...resources: readonly Resource[]) =>
    relaxantOf(reviewOf(resources), 'baclofen').notChecked.flatMap(({ rule, missing }) =>
      missing.map(({ why }) => `${rule.id}: ${why}`),
    );

  it('may have been unbroken: how long it lasts could not be checked', () => {
    const renewed = bac('2', '2026-11-17', supply(5));
    const open = 'BAC-TAPER: how long baclofen is taken (end of an earlier order not in the chart)';
    expect(gaps(bac('1', '2026-09-01', { status: 'completed' }), renewed)).toContain(open);
    expect(gaps(bac('1', '2026-09-01', stopped), renewed)).toContain(open);
    expect(gaps(bac('1', '2026-09-01', { ...supply(5), status: 'completed' }), renewed)).not.toContain(open);
    expect(gaps(bac('1', '2024-09-01', { status: 'completed' }), renewed)).not.toContain(open);
    expect(taper(bac('1', '2026-09-01', { ...supply(72), status: 'completed' }), renewed)?.severity).toBe(
      'serious',
    );
  });
});

describe('a stop that is only derived', () => {
  it('is seen in a supply that ran out 1 to 30 days ago after 14 days or more', () => {
    expect(taper(bac('1', '2026-10-24', supply(30)))?.severity).toBe('caution');
    expect(taper(bac('1', '2026-10-23', supply(30)))?.severity).toBe('serious');
    expect(taper(bac('1', '2026-09-24', supply(30)))?.severity).toBe('serious');
    expect(taper(bac('1', '2026-09-23', supply(30)))?.severity).toBe('caution');
  });

  it('is seen in a hold', () => {
    const held = reviewOf([bac('1', '2026-11-01', { ...supply(60), status: 'on-hold' })]);
    expect(relaxantOf(held, 'baclofen').state).toBe('on-hold');
    expect(taper(bac('1', '2026-11-01', { ...supply(60), status: 'on-hold' }))?.severity).toBe('serious');
  });
});

describe('an old order', () => {
  const stale = (authoredOn: string, more: Readonly<Record<string, unknown>>) =>
    relaxantOf(reviewOf([bac('1', authoredOn, more)]), 'baclofen').stale;

  it('is labelled once its supply is over for more than 90 days', () => {
    // Last day of supply 24 August: 90 days ago.
    expect(stale('2026-07-26', supply(30))).toBe(false);
    expect(stale('2026-07-25', supply(30))).toBe(true);
  });

  it('without a supply is labelled after a year', () => {
    expect(stale('2025-11-22', {})).toBe(false);
    expect(stale('2025-11-21', {})).toBe(true);
  });

  it('runs every rule all the same', () => {
    const review = reviewOf([bac('1', '2025-01-01', supply(30)), order('o', 'oxycodone 5 MG Oral Tablet')]);
    expect(idsOf(relaxantOf(review, 'baclofen'))).toContain('X-OPIOID');
  });
});

describe('a relaxant over several orders', () => {
  it('is one, under the words of its newest order, in whatever order they are sent', () => {
    const old = order('old', 'Flexeril 10 mg tab', { authoredOn: '2026-11-01' });
    const now = order('now', 'cyclobenzaprine 5 MG Oral Tablet', { authoredOn: '2026-11-15' });
    for (const resources of [
      [old, now],
      [now, old],
    ]) {
      const [only, ...more] = reviewOf(resources).relaxants;
      expect(more).toEqual([]);
      expect(only?.text).toBe('cyclobenzaprine 5 MG Oral Tablet');
    }
  });

  it('with a higher dose since 7 days has its driving advice raised, and says why', () => {
    const before = order('a', 'methocarbamol 500 MG Oral Tablet', {
      ...sig('Take 1 tablet 3 times a day'),
      ...supply(14),
      authoredOn: '2026-11-01',
    });
    const after = (authoredOn: string) =>
      order('b', 'methocarbamol 750 MG Oral Tablet', { ...sig('Take 1 tablet 4 times a day'), authoredOn });
    const driving = (authoredOn: string) =>
      relaxantOf(reviewOf([before, after(authoredOn)]), 'methocarbamol').driving;
    expect(driving('2026-11-15').tier).toBe('D2');
    expect(driving('2026-11-15').raisedBy.map(({ label }) => label)).toEqual(['dose change']);
    expect(driving('2026-11-14').tier).toBe('D1');
  });
});

describe('CNS-active medicines at 65 and older', () => {
  const fires = (...names: readonly string[]) =>
    idsOf(
      relaxantOf(
        reviewOf([
          man('1950-01-01'),
          order('t', 'tizanidine 4 MG Oral Tablet'),
          ...names.map((name, at) => order(`m${at}`, name)),
        ]),
        'tizanidine',
      ),
    ).includes('X-CNS3-65');
  const OXY = 'oxycodone 5 MG Oral Tablet';
  const PERCOCET = 'oxycodone 5 MG / acetaminophen 325 MG Oral Tablet';

  it('are three with the relaxant', () => {
    expect(fires(OXY)).toBe(false);
    expect(fires(OXY, 'gabapentin 300 MG Oral Capsule')).toBe(true);
  });

  it('count one ingredient once, alone or in a combination, in either order', () => {
    expect(fires(OXY, PERCOCET)).toBe(false);
    expect(fires(PERCOCET, OXY)).toBe(false);
  });

  it('count a combination that brings a further class', () => {
    expect(
      fires(
        'codeine 30 MG Oral Tablet',
        'butalbital 50 MG / acetaminophen 325 MG / caffeine 40 MG / codeine 30 MG Oral Capsule',
      ),
    ).toBe(true);
  });

  it('do not count two products that share acetaminophen as one', () => {
    expect(
      fires(
        'hydrocodone 5 MG / acetaminophen 325 MG Oral Tablet',
        'butalbital 50 MG / acetaminophen 325 MG Oral Tablet',
      ),
    ).toBe(true);
  });
});

describe('the conditions that a rule reads', () => {
  const fires = (words: Parameters<typeof condition>[1], id: string) =>
    idsOf(relaxantOf(reviewOf([bac('1', '2026-11-20'), condition('c', words)]), 'baclofen')).includes(id);

  it('are active ones: no history, no suspicion, no refuted entry', () => {
    expect(fires({ icd: 'G47.33' }, 'X-OSA-COPD')).toBe(true);
    expect(fires({ icd: 'G47.33', status: '', verification: '' }, 'X-OSA-COPD')).toBe(true);
    for (const words of [
      { icd: 'G47.33', status: 'resolved' },
      { icd: 'G47.33', abated: '2026-01-01' },
      { icd: 'G47.33', verification: 'provisional' },
      { icd: 'G47.33', verification: 'refuted' },
      { icd: 'G47.33', verification: 'entered-in-error' },
    ])
      expect(fires(words, 'X-OSA-COPD'), JSON.stringify(words)).toBe(false);
  });

  it('that name an event end with their window: a fall after 365 days, unless it is kept as a problem', () => {
    const visit = { icd: 'W19.XXXA', category: 'encounter-diagnosis' };
    expect(fires({ ...visit, onset: '2025-11-22' }, 'X-FALLS')).toBe(true);
    expect(fires({ ...visit, onset: '2025-11-21' }, 'X-FALLS')).toBe(false);
    expect(fires({ ...visit }, 'X-FALLS')).toBe(true);
    expect(fires({ icd: 'R29.6', onset: '2020-01-01' }, 'X-FALLS')).toBe(true);
  });
});

describe('a course of antibiotics', () => {
  const infection = (more: Readonly<Record<string, unknown>>) => {
    const { redFlags, redFlagsNotChecked } = reviewOf([order('a', 'cephalexin 500 MG Oral Capsule', more)]);
    const gap = redFlagsNotChecked.find(({ rule }) => rule.id === 'RECENT_INFECTION');
    return (
      gap?.missing.map(({ why }) => why) ??
      redFlags.filter(({ rule }) => rule.id === 'RECENT_INFECTION').length
    );
  };

  it('could not be checked when the chart does not say when it ended, or how long it lasts', () => {
    const long = { authoredOn: '2026-08-01' };
    expect(infection({ ...long, status: 'completed' })).toEqual([
      'last day of cephalexin 500 MG Oral Capsule (not in the chart)',
    ]);
    expect(infection(long)).toEqual(['length of a course: cephalexin 500 MG Oral Capsule']);
    expect(infection({ ...long, ...supply(10), status: 'completed' })).toBe(0);
    expect(infection({ ...long, ...supply(10) })).toBe(0);
    expect(infection({ ...long, ...supply(42), status: 'completed' })).toBe(1);
  });
});
