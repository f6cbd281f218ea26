import { afterEach, describe, expect, it } from 'vitest';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { chartDate, isRealDay, monthsBefore } from '../../src/chart/dates';
import { addDays, daysBetween } from '../../src/review/calendar';
import { review } from '../../src/review/review';
import { EMPTY_VISIT } from '../../src/review/types';
import type { Review } from '../../src/review/types';
import { chartsOn } from '../../src/sandbox/charts';
import { loadSamples } from '../../src/sandbox/samples';
import { localDay } from '../../src/workspace/words';
import { terminology } from '../review/chart';

const HOME = process.env.TZ;
afterEach(() => {
  if (HOME === undefined) delete process.env.TZ;
  else process.env.TZ = HOME;
});

/** From UTC−11 to UTC+14, and three with daylight saving, one of them by half hours. */
const ZONES = [
  'UTC',
  'Pacific/Pago_Pago',
  'America/St_Johns',
  'America/Chicago',
  'Europe/Berlin',
  'Pacific/Kiritimati',
];

const samples = loadSamples();

/** What every sample patient's review says on a day: ids with their rank, without dates. */
function findingsOn(today: string): readonly unknown[] {
  return [...chartsOn(samples, today).values()].map(({ id, resources }) => {
    const entry = resources.map((resource) => ({ resource }));
    const chart = chartFromBundle({ resourceType: 'Bundle', type: 'collection', entry });
    return { id, ...idsOf(review(chart, { terminology, asOf: today, visit: EMPTY_VISIT })) };
  });
}

const idsOf = ({ relaxants, redFlags, redFlagsNotChecked }: Review) => ({
  relaxants: relaxants.map(({ drug, state, cautions, notChecked }) => ({
    drug,
    state,
    cautions: cautions.map(({ rule, severity }) => `${severity} ${rule.id}`),
    notChecked: notChecked.map(({ rule }) => rule.id),
  })),
  redFlags: redFlags.map(({ rule, tier }) => `${tier} ${rule.id}`),
  redFlagsNotChecked: redFlagsNotChecked.map(({ rule }) => rule.id),
});

describe('the review of every sample patient', () => {
  const usual = findingsOn('2026-11-22');

  it('finds something, so that the comparisons below say something', () => {
    expect(JSON.stringify(usual)).toContain('contraindicated TIZ-CYP1A2-STRONG');
  });

  it.each(ZONES)('is the same in the time zone %s', (zone) => {
    process.env.TZ = zone;
    expect(findingsOn('2026-11-22')).toEqual(usual);
  });

  it.each([
    ['the day on which a clock goes forward', '2027-03-14'],
    ['the day on which a clock goes back', '2027-11-07'],
    ['a leap day', '2028-02-29'],
    ['the day after a leap day', '2028-03-01'],
    ['the last day of a year', '2026-12-31'],
    ['the first day of a year', '2027-01-01'],
    ['the same day two years later', '2028-11-22'],
  ])('is the same on %s, with the chart moved along', (_name, day) => {
    expect(findingsOn(day)).toEqual(usual);
  });
});

describe('the day of the visit', () => {
  it('is the calendar day of the place, one minute before and after midnight, in every zone', () => {
    for (const zone of ZONES) {
      process.env.TZ = zone;
      expect(localDay(new Date(2026, 10, 22, 23, 59))).toBe('2026-11-22');
      expect(localDay(new Date(2026, 10, 23, 0, 1))).toBe('2026-11-23');
    }
  });

  it('is looked at in zones that really differ', () => {
    const offsets = ZONES.map((zone) => {
      process.env.TZ = zone;
      return new Date(2026, 10, 22).getTimezoneOffset();
    });
    expect(offsets).toEqual([0, 660, 210, 360, -60, -840]);
  });

  it('is counted from and to alike in every zone, also where a day has 23 or 25 hours', () => {
    for (const zone of ZONES) {
      process.env.TZ = zone;
      // Chicago and St John's change their clocks on the first two, Berlin on the others.
      for (const day of ['2027-03-14', '2027-11-07', '2027-03-28', '2027-10-31']) {
        const [before, after] = [addDays(day, -1), addDays(day, 1)];
        expect(
          [before, after].map((other) => daysBetween(day, other)),
          `${zone} ${day}`,
        ).toEqual([-1, 1]);
        expect(daysBetween(before, after)).toBe(2);
        expect(addDays(before, 2)).toBe(after);
        expect(chartDate(`${day}T23:30:00-05:00`)?.day).toBe(day);
      }
    }
  });

  it('exists on the days on which a clock is changed', () => {
    process.env.TZ = 'America/Chicago';
    expect(localDay(new Date(2027, 2, 14, 2, 30))).toBe('2027-03-14');
    expect(localDay(new Date(2027, 10, 7, 1, 30))).toBe('2027-11-07');
  });
});

describe('a leap day', () => {
  it('is a day in its years only', () => {
    expect(['2024-02-29', '2028-02-29', '2000-02-29'].map(isRealDay)).toEqual([true, true, true]);
    expect(['2026-02-29', '2100-02-29'].map(isRealDay)).toEqual([false, false]);
  });

  it('looks back to the last day of a shorter month', () => {
    expect(monthsBefore('2028-02-29', 12)).toBe('2027-02-28');
    expect(monthsBefore('2028-03-31', 1)).toBe('2028-02-29');
  });
});
