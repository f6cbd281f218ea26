import type { ChartDate } from '../chart/types';

/**
 * Calendar arithmetic on days written YYYY-MM-DD. Days have no time zone: a chart's day is the clinic's day,
 * and converting through local midnight would move it across daylight-saving changes.
 */
const DAY_MS = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The moment a day begins, in UTC; undefined for what is no day of the calendar, and before the year 100, which `Date.UTC` cannot tell. */
function toUtc(day: string): number | undefined {
  if (!SHAPE.test(day)) return undefined;
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const real = year >= 100 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
  return real ? Date.UTC(year, month - 1, date) : undefined;
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (MONTHS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** Days since 1970: for who compares many days with each other. Undefined for what is no day of the calendar. */
export function dayNumber(day: string | undefined): number | undefined {
  const time = day === undefined ? undefined : toUtc(day);
  return time === undefined ? undefined : time / DAY_MS;
}

/** Whole days from `from` to `to`; negative when `to` is earlier; undefined when either is not a real day. */
export function daysBetween(from: string, to: string): number | undefined {
  const start = dayNumber(from);
  const end = dayNumber(to);
  return start === undefined || end === undefined ? undefined : end - start;
}

/** Days are written with four digits of the year: what would fall outside stays at the first or last such day. */
const FIRST = Date.parse('0000-01-01');
const LAST = Date.parse('9999-12-31');

export function addDays(day: string, count: number): string {
  const time = toUtc(day);
  if (time === undefined) return day;
  const moved = Math.min(LAST, Math.max(FIRST, time + count * DAY_MS));
  return new Date(moved).toISOString().slice(0, 10);
}

/** Age of a chart date in days at `asOf`; undefined when it has no readable day. Future dates give 0. */
export function ageInDays(date: ChartDate | undefined, asOf: string): number | undefined {
  if (date?.day === undefined) return undefined;
  const days = daysBetween(date.day, asOf);
  return days === undefined ? undefined : Math.max(0, days);
}

/** Last calendar day a chart date can mean: "2026-02" ends on 2026-02-28. Undefined when unreadable. */
export function lastPossibleDay({ day, precision }: ChartDate): string | undefined {
  if (day === undefined || precision === 'day' || precision === 'unreadable') return day;
  const [year = '', month = ''] = day.split('-');
  if (precision === 'year') return `${year}-12-31`;
  const next = month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${pad(Number(month) + 1)}-01`;
  return addDays(next, -1);
}

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * Youngest age in days that a chart date allows at `asOf`: "2026" can be yesterday. The careful reading for "within n days".
 * `notAfter` bounds it: what was recorded on a day began on or before it.
 */
export function youngestAgeInDays(
  date: ChartDate | undefined,
  asOf: string,
  notAfter?: ChartDate,
): number | undefined {
  if (date?.day === undefined) return undefined;
  const last = lastPossibleDay(date) ?? date.day;
  const bound = notAfter?.precision === 'day' ? notAfter.day : undefined;
  const latest = bound !== undefined && bound >= date.day && bound < last ? bound : last;
  const days = daysBetween(latest, asOf);
  return days === undefined ? undefined : Math.max(0, days);
}

/** Completed years a birth date allows: two when the day of a year or month decides about a birthday, else one and the same. */
export interface AgeRange {
  readonly youngest: number;
  readonly oldest: number;
}

/** Age at `asOf`; undefined for a birth date that is missing, unreadable or impossible (in the future, over 130 years ago). */
export function agesInYears(birth: ChartDate | undefined, asOf: string): AgeRange | undefined {
  if (birth?.day === undefined) return undefined;
  const oldest = completedYears(birth.day, asOf);
  const youngest = completedYears(lastPossibleDay(birth) ?? birth.day, asOf);
  if (oldest === undefined || youngest === undefined || oldest < 0 || oldest > 130) return undefined;
  return { youngest: Math.max(0, youngest), oldest };
}

/** Someone born on 29 February has the birthday of a common year on 1 March. */
function completedYears(from: string, to: string): number | undefined {
  if (toUtc(from) === undefined || toUtc(to) === undefined) return undefined;
  const hadBirthday = to.slice(5) >= from.slice(5);
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (hadBirthday ? 0 : 1);
}
