import { describe, expect, it } from 'vitest';
import { orderSpan, strengthMg } from '../../src/review/dose';
import { chartOf, order, relaxantOf, reviewOf, sig, supply } from './chart';
import type { Resource } from './chart';

const TIZ = 'tizanidine 4 MG Oral Tablet';
const tiz = (
  id: string,
  directions: string,
  authoredOn: string,
  more: Readonly<Record<string, unknown>> = {},
) => order(id, TIZ, { ...sig(directions), authoredOn, ...more });
const read = (...resources: readonly Resource[]) => relaxantOf(reviewOf(resources), 'tizanidine');
const ended = { status: 'completed' };

describe('daily dose', () => {
  it('is strength × tablets × times, at the most that the order allows', () => {
    expect(read(tiz('1', 'Take 1 tablet 3 times a day', '2026-11-20')).dailyDoseMg).toBe(12);
    expect(read(tiz('1', 'Take 1 to 2 tablets 3 times a day', '2026-11-20')).dailyDoseMg).toBe(24);
    expect(read(tiz('1', 'Take 4 mg 3 times a day', '2026-11-20')).dailyDoseMg).toBe(12);
  });

  it('is not calculated from directions that cannot be read safely, or none', () => {
    for (const directions of ['Take as directed', 'TK 1 T UTD'])
      expect(read(tiz('1', directions, '2026-11-20')).dailyDoseMg, directions).toBeUndefined();
    expect(read(order('1', TIZ)).dailyDoseMg).toBeUndefined();
  });

  it('adds up orders that overlap', () => {
    expect(
      read(
        tiz('1', 'Take 1 tablet 3 times a day', '2026-11-10', supply(30)),
        tiz('2', 'Take 2 tablets at bedtime', '2026-11-15', supply(30)),
      ).dailyDoseMg,
    ).toBe(20);
  });

  it('counts a renewal of the same words once', () => {
    expect(
      read(
        tiz('1', 'Take 1 tablet 3 times a day', '2026-10-20', supply(30)),
        tiz('2', 'Take 1 tablet 3 times a day', '2026-11-10', supply(30)),
      ).dailyDoseMg,
    ).toBe(12);
  });

  it('is that of the larger order when one follows the other, in either order of the list', () => {
    const first = tiz('1', 'Take 1 tablet 3 times a day', '2026-10-21', supply(30));
    const next = tiz('2', 'Take 2 tablets 4 times a day', '2026-11-20', supply(30));
    expect(read(first, next).dailyDoseMg).toBe(32);
    expect(read(next, first).dailyDoseMg).toBe(32);
    const down = tiz('2', 'Take 1 tablet at bedtime', '2026-11-20', supply(30));
    expect(read(first, down).dailyDoseMg).toBe(12);
    expect(read(down, first).dailyDoseMg).toBe(12);
  });

  it('counts a bedtime order beside the renewed one, not beside each of its renewals', () => {
    const renewals = ['2026-09-20', '2026-10-15', '2026-11-10'].map((date, at) =>
      tiz(`r${at}`, 'Take 1 tablet 3 times a day', date, supply(30)),
    );
    expect(read(...renewals, tiz('b', 'Take 2 tablets at bedtime', '2026-11-12')).dailyDoseMg).toBe(20);
  });

  it('is unknown as soon as one current order has no readable dose', () => {
    expect(
      read(tiz('1', 'Take 1 tablet 3 times a day', '2026-11-10'), tiz('2', 'Take as directed', '2026-11-12'))
        .dailyDoseMg,
    ).toBeUndefined();
  });
});

describe('strength', () => {
  const strength = (ingredient: string, ...names: readonly string[]) => {
    const [found] = chartOf([
      order('1', names[0] ?? '', {
        medicationCodeableConcept: { coding: names.map((display) => ({ display })), text: names[0] },
      }),
    ]).medications;
    return found === undefined ? undefined : strengthMg(found, ingredient);
  };

  it('is the milligrams beside the name of the ingredient', () => {
    expect(strength('tizanidine', 'tizanidine 4 MG Oral Tablet')).toBe(4);
    expect(strength('carisoprodol', 'carisoprodol 200 MG / aspirin 325 MG / codeine 16 MG Oral Tablet')).toBe(
      200,
    );
    expect(strength('cyclobenzaprine', 'Flexeril 7.5 mg tab')).toBe(7.5);
  });

  it('is not taken from a concentration, or from names that disagree', () => {
    expect(strength('baclofen', 'baclofen 5 mg/mL oral suspension')).toBeUndefined();
    expect(strength('tizanidine', 'tizanidine 4 MG', 'tizanidine 2 MG')).toBeUndefined();
  });
});

describe('duration', () => {
  it('is the planned supply with its refills', () => {
    expect(read(tiz('1', 'Take 1 tablet 3 times a day', '2026-11-20', supply(30, 2))).durationDays).toBe(90);
  });

  it('is not stated by a number that no order means: the chart is read all the same', () => {
    for (const more of [supply(90, 1e21), supply(90, 50_000), supply(-5)]) {
      const chart = chartOf([order('1', TIZ, { ...more, authoredOn: '2026-11-20' })]);
      const spans = chart.medications.map((one) => orderSpan(one, 'tizanidine'));
      expect(spans.map(({ plannedDays, end }) => [plannedDays, end])).toEqual([[undefined, undefined]]);
    }
    expect(read(order('1', TIZ, { ...supply(90, 1e21), authoredOn: '2026-11-20' })).state).toBe('current');
  });

  it('is the days of the directions when they are bounded', () => {
    expect(read(tiz('1', 'Take 1 tablet 3 times a day for 5 days', '2026-11-20')).durationDays).toBe(5);
  });

  it('is the quantity divided by the daily use, when nothing else is stated', () => {
    const counted = { dispenseRequest: { quantity: { value: 42, unit: 'tablet' } } };
    expect(read(tiz('1', 'Take 1 tablet 3 times a day', '2026-11-20', counted)).durationDays).toBe(14);
  });

  it('reaches back over earlier orders while no gap is longer than 14 days', () => {
    const now = tiz('now', 'Take 1 tablet 3 times a day', '2026-11-15', supply(30));
    const near = tiz('near', 'Take 1 tablet 3 times a day', '2026-10-02', { ...supply(31), ...ended });
    const far = tiz('far', 'Take 1 tablet 3 times a day', '2026-10-01', { ...supply(31), ...ended });
    // Supply to 1 November, then 14 days without.
    expect(read(now, near).since?.day).toBe('2026-10-02');
    // To 31 October: 15 days.
    expect(read(now, far).since?.day).toBe('2026-11-15');
  });

  it('is not known when an order states neither a date nor a supply', () => {
    const undated = { ...tiz('1', 'Take 1 tablet 3 times a day', ''), authoredOn: undefined };
    expect(read(undated).durationDays).toBeUndefined();
  });

  it('of an old order ends with its supply: a bottle of 2024 is not two years of treatment', () => {
    const old = read(tiz('1', 'Take 1 tablet at bedtime', '2024-02-12', supply(30, 2)));
    expect(old.durationDays).toBe(90);
    expect(old.stale).toBe(true);
  });
});

describe('the span of an order', () => {
  it('ends on the last day of its supply', () => {
    const [found] = chartOf([tiz('1', 'Take 1 tablet 3 times a day', '2026-11-01', supply(10))]).medications;
    if (found === undefined) throw new Error('no order');
    expect(orderSpan(found, 'tizanidine')).toMatchObject({
      start: '2026-11-01',
      end: '2026-11-10',
      plannedDays: 10,
      mgPerDay: 12,
    });
  });
});
