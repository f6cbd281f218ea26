import type { ChartDate } from '../chart/types';
import type { Evidence } from './types';
import { usDay } from './us-date';

/** The date of an entry that has one. */
export type Start = Pick<Evidence, 'written'> & { readonly date: string };

/** When an entry was: the first day it can mean, to reckon with, and the chart's own words where they hold no day. */
export function dated(date: ChartDate | undefined): Pick<Evidence, 'date' | 'written'> {
  if (date?.day === undefined) return {};
  return date.precision === 'day' ? { date: date.day } : { date: date.day, written: date.text };
}

/** The date of an entry as it is shown, never more exact than the chart: "2014", "05/2014", "10/16/2026". */
export function shownDate(start: Start): string;
export function shownDate(entry: Pick<Evidence, 'date' | 'written'>): string | undefined;
export function shownDate({ date, written }: Pick<Evidence, 'date' | 'written'>): string | undefined {
  return date === undefined ? undefined : usDay(written ?? date);
}
