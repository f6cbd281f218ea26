import { numberOf, objectOf, textOf } from './fhir-guards';
import type { ChartDate } from './types';

const FHIR_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** Systems without a date often write their first one: 0001-01-01, 1753-01-01. No chart holds an older event. */
const FIRST_YEAR = '1800';

/**
 * A FHIR date, dateTime or instant as a chart date; undefined only when nothing is recorded. The day of an instant is the one the chart
 * wrote, never moved to another time zone: a chart's day is the clinic's day.
 * Source: https://hl7.org/fhir/R4/datatypes.html#date
 */
export function chartDate(value: unknown): ChartDate | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const [, year, month, date] = FHIR_DATE.exec(text) ?? [];
  if (year === undefined || year < FIRST_YEAR) return { text, precision: 'unreadable' };
  const day = `${year}-${month ?? '01'}-${date ?? '01'}`;
  if (!isRealDay(day)) return { text, precision: 'unreadable' };
  return { text, day, precision: month === undefined ? 'year' : date === undefined ? 'month' : 'day' };
}

/** True for a calendar day YYYY-MM-DD that exists. */
export function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
}

/** The day `count` months before `today` (YYYY-MM-DD); the last day of a shorter month. */
export function monthsBefore(today: string, count: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - count, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Days from `start` to `end`, both counted; undefined unless both are precise days in that order. */
export function inclusiveDays(start: ChartDate | undefined, end: ChartDate | undefined): number | undefined {
  if (start?.precision !== 'day' || end?.precision !== 'day') return undefined;
  const days =
    (Date.parse(`${end.day ?? ''}T00:00:00Z`) - Date.parse(`${start.day ?? ''}T00:00:00Z`)) / 86_400_000 + 1;
  return days >= 1 ? days : undefined;
}

const DAYS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['day', 1],
  ['days', 1],
  ['wk', 7],
  ['week', 7],
  ['weeks', 7],
  ['mo', 30],
  ['month', 30],
  ['months', 30],
]);

/** A FHIR Duration in days; undefined for hours and unknown units. A month counts 30 days. */
export function daysOfDuration(value: unknown): number | undefined {
  const duration = objectOf(value);
  const factor = DAYS_PER_UNIT.get((textOf(duration.code) ?? textOf(duration.unit) ?? '').toLowerCase());
  const amount = numberOf(duration.value);
  return amount === undefined || factor === undefined || amount <= 0 ? undefined : amount * factor;
}
