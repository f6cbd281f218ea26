import type { ChartDate } from '../chart/types';
import type { HandoutText } from './content/text';
import type { HandoutSite } from './model';
import { words } from './runs';

/** YYYY-MM-DD as patients of the site read it. */
export function paperDay(day: string, pageSize: HandoutSite['pageSize'], { dates }: HandoutText): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
  const name = dates.months[Number(month) - 1];
  if (year === undefined || month === undefined || date === undefined || name === undefined) return day;
  return words(dates[pageSize], { year, month, day: date, d: String(Number(date)), name });
}

/** A date as exact as the chart has it; empty when it is missing or not readable. */
export function paperDate(
  date: ChartDate | undefined,
  pageSize: HandoutSite['pageSize'],
  text: HandoutText,
): string {
  if (date === undefined || date.precision === 'unreadable' || date.day === undefined) return '';
  return date.precision === 'day' ? paperDay(date.day, pageSize, text) : date.text;
}

/** Last day of a course of `days` days that begins on `start`; undefined when either cannot be read. */
export function lastDayOf(start: string, days: number): string | undefined {
  const first = Date.parse(`${start}T00:00:00Z`);
  if (!Number.isFinite(first) || !Number.isInteger(days) || days < 1) return undefined;
  return new Date(first + (days - 1) * 86_400_000).toISOString().slice(0, 10);
}
