import { describe, expect, test } from 'vitest';
import { chartDate, daysOfDuration, inclusiveDays, isRealDay, monthsBefore } from '../../src/chart/dates';

describe('a FHIR date as the chart wrote it', () => {
  test.each<[string, string, 'year' | 'month' | 'day']>([
    ['2019', '2019-01-01', 'year'],
    ['2019-03', '2019-03-01', 'month'],
    ['2019-03-05', '2019-03-05', 'day'],
    ['2020-02-29', '2020-02-29', 'day'],
    ['2019-03-05T10:00:00Z', '2019-03-05', 'day'],
    ['2019-03-05T10:00:00.123+05:30', '2019-03-05', 'day'],
    ['2019-03-05T10:00', '2019-03-05', 'day'],
    ['1800-01-01', '1800-01-01', 'day'],
    ['9999-12-31', '9999-12-31', 'day'],
    ['2031-06-01', '2031-06-01', 'day'],
  ])('%s stands for %s', (text, day, precision) => {
    expect(chartDate(text)).toEqual({ text, day, precision });
  });

  test.each(['2026-11-22T23:59:59-12:00', '2026-11-22T00:00:00+14:00', '2026-11-22T12:00:00Z'])(
    '%s stays on the day that the chart wrote, in every time zone',
    (text) => {
      expect(chartDate(text)?.day).toBe('2026-11-22');
    },
  );

  test.each([
    '2019-02-29',
    '2019-02-30',
    '2019-13',
    '2019-00-10',
    '2019-04-31',
    '2019-3-5',
    '20190305',
    '03/05/2019',
    '5 March 2019',
    '2019-03-05 10:00',
    '2019-03-05T',
    '2019-03-05T10:00:00+0200',
    '19',
    '0001-01-01',
    '0001-01-01T00:00:00Z',
    '1753-01-01',
    '-2019',
    '١٢٣٤',
    'age 45',
    'unknown',
  ])('%s is kept in its words, without a day', (text) => {
    expect(chartDate(text)).toEqual({ text, precision: 'unreadable' });
  });

  test.each([undefined, null, '', '  ', 2019, true, {}, ['2019']])('%j is no date', (value) => {
    expect(chartDate(value)).toBeUndefined();
  });
});

test.each<[string, boolean]>([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2023-06-31', false],
  ['2023-12-31', true],
  ['2023-12', false],
  ['today', false],
])('%s is a real day: %s', (day, expected) => {
  expect(isRealDay(day)).toBe(expected);
});

test.each<[string, number, string]>([
  ['2026-11-22', 13, '2025-10-22'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-01-31', 13, '2024-12-31'],
  ['2026-11-22', 0, '2026-11-22'],
])('%s minus %i months is %s', (today, count, expected) => {
  expect(monthsBefore(today, count)).toBe(expected);
});

describe('days between two days, both counted', () => {
  const days = (start: unknown, end: unknown) => inclusiveDays(chartDate(start), chartDate(end));
  test.each<[unknown, unknown, number | undefined]>([
    ['2026-11-22', '2026-11-26', 5],
    ['2026-11-22', '2026-11-22', 1],
    ['2024-02-28', '2024-03-01', 3],
    ['2026-03-27', '2026-03-30', 4],
    ['2026-11-26', '2026-11-22', undefined],
    ['2026-11', '2026-11-26', undefined],
    ['2026', '2027', undefined],
    ['2026-11-22', undefined, undefined],
    ['soon', '2026-11-26', undefined],
  ])('%j to %j', (start, end, expected) => {
    expect(days(start, end)).toBe(expected);
  });
});

test.each<[unknown, number | undefined]>([
  [{ value: 10, code: 'd' }, 10],
  [{ value: 2, unit: 'Weeks' }, 14],
  [{ value: '3', code: 'mo' }, 90],
  [{ value: 10, unit: 'days', code: 'wk' }, 70],
  [{ value: 12, code: 'h' }, undefined],
  [{ value: 0, code: 'd' }, undefined],
  [{ value: -5, code: 'd' }, undefined],
  [{ value: 'ten', code: 'd' }, undefined],
  [{ value: 10 }, undefined],
  [{ value: 10, code: 'constructor' }, undefined],
  ['10 days', undefined],
  [undefined, undefined],
])('the duration %j is %j days', (value, expected) => {
  expect(daysOfDuration(value)).toBe(expected);
});
