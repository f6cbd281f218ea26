import { describe, expect, it } from 'vitest';
import type { ChartDate } from '../../src/chart/types';
import {
  addDays,
  ageInDays,
  agesInYears,
  daysBetween,
  lastPossibleDay,
  youngestAgeInDays,
} from '../../src/review/calendar';
import { TODAY, day } from './chart';

const month = (text: string): ChartDate => ({ text, day: `${text}-01`, precision: 'month' });
const year = (text: string): ChartDate => ({ text, day: `${text}-01-01`, precision: 'year' });
const unreadable: ChartDate = { text: 'last spring', precision: 'unreadable' };

describe('days between two days', () => {
  it('are whole, across daylight saving, leap days and the turn of a year', () => {
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
  });

  it('are negative backwards and zero on the day', () => {
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
    expect(daysBetween(TODAY, TODAY)).toBe(0);
  });

  it('do not exist for a day that is not in the calendar', () => {
    expect(daysBetween('2026-02-30', TODAY)).toBeUndefined();
    expect(daysBetween('1900-02-29', TODAY)).toBeUndefined();
    expect(daysBetween('2000-02-29', '2000-03-01')).toBe(1);
    for (const never of ['2026-00-10', '2026-13-10', '2026-04-31', '2026-04-00', '0050-03-01', '2026-11'])
      expect(daysBetween(never, TODAY), never).toBeUndefined();
    expect(daysBetween(TODAY, 'soon')).toBeUndefined();
  });

  it('lead back to the same day', () => {
    expect(addDays('2026-11-22', 10)).toBe('2026-12-02');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    // What falls outside the years that can be written stays at their edge.
    expect([addDays('2026-03-01', 1e30), addDays('2026-03-01', -1e7)]).toEqual(['9999-12-31', '0000-01-01']);
    expect(addDays('not a day', 3)).toBe('not a day');
  });
});

describe('the age of a chart date', () => {
  it('is 0 for today and for a date still to come', () => {
    expect(ageInDays(day(TODAY), TODAY)).toBe(0);
    expect(ageInDays(day('2027-01-01'), TODAY)).toBe(0);
  });

  it('is not known for a date that is missing or not readable', () => {
    expect(ageInDays(undefined, TODAY)).toBeUndefined();
    expect(ageInDays(unreadable, TODAY)).toBeUndefined();
    expect(youngestAgeInDays(unreadable, TODAY)).toBeUndefined();
  });

  it('is, for a month or a year, the youngest that it can be', () => {
    expect(youngestAgeInDays(month('2026-10'), TODAY)).toBe(22);
    expect(youngestAgeInDays(month('2026-12'), TODAY)).toBe(0);
    expect(youngestAgeInDays(year('2025'), TODAY)).toBe(326);
    expect(youngestAgeInDays(year('2026'), TODAY)).toBe(0);
    expect(lastPossibleDay(month('2024-02'))).toBe('2024-02-29');
    expect(lastPossibleDay(month('2025-12'))).toBe('2025-12-31');
  });

  it('is at least that of the day on which the entry was recorded', () => {
    expect(youngestAgeInDays(year('2026'), TODAY, day('2026-05-22'))).toBe(184);
    // A record made before the date itself proves nothing about it.
    expect(youngestAgeInDays(year('2026'), TODAY, day('2025-05-22'))).toBe(0);
    expect(youngestAgeInDays(year('2026'), TODAY, month('2026-05'))).toBe(0);
  });
});

describe('age in years', () => {
  const only = (age: number) => ({ youngest: age, oldest: age });

  it('turns on the birthday', () => {
    expect(agesInYears(day('1961-11-22'), TODAY)).toEqual(only(65));
    expect(agesInYears(day('1961-11-23'), TODAY)).toEqual(only(64));
    expect(agesInYears(day('1961-12-01'), TODAY)).toEqual(only(64));
  });

  it('of someone born on 29 February turns on 1 March in a common year', () => {
    expect(agesInYears(day('2008-02-29'), '2026-02-28')).toEqual(only(17));
    expect(agesInYears(day('2008-02-29'), '2026-03-01')).toEqual(only(18));
  });

  it('is one of two when a year or the present month is all that is known', () => {
    expect(agesInYears(year('1961'), TODAY)).toEqual({ youngest: 64, oldest: 65 });
    expect(agesInYears(month('1961-11'), TODAY)).toEqual({ youngest: 64, oldest: 65 });
    expect(agesInYears(year('2026'), TODAY)).toEqual(only(0));
  });

  it('is one when the missing day decides nothing', () => {
    expect(agesInYears(month('1961-10'), TODAY)).toEqual(only(65));
    expect(agesInYears(month('1961-12'), TODAY)).toEqual(only(64));
    expect(agesInYears(year('1961'), '2026-12-31')).toEqual(only(65));
  });

  it('is not known for a birth date that is missing, unreadable or impossible', () => {
    expect(agesInYears(undefined, TODAY)).toBeUndefined();
    expect(agesInYears(unreadable, TODAY)).toBeUndefined();
    expect(agesInYears(day('2027-01-01'), TODAY)).toBeUndefined();
    expect(agesInYears(year('2027'), TODAY)).toBeUndefined();
    expect(agesInYears(day('1890-01-01'), TODAY)).toBeUndefined();
  });
});
