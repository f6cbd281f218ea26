import type { ChartDate, MedicationOrder } from '../chart/types';
import { ORDER_DAYS } from '../knowledge/windows';
import { ageInDays, daysBetween, lastPossibleDay } from './calendar';
import { orderSpan } from './dose';
import type { Missing } from './types';

/** How long ago an order that is over can last have been taken, and how sure that is. */
export interface OrderEnd {
  /** Days since the last day that the order can have covered (0 while running); undefined when undated. */
  readonly endedDaysAgo: number | undefined;
  /** The chart's date is not exact: it may have ended earlier. */
  readonly endedEarlier?: true;
  /** Neither an end nor a supply is stated: it ended on its first day or on any day since. */
  readonly endNotStated?: true;
}

export function orderEnd(order: MedicationOrder, ingredient: string, asOf: string): OrderEnd {
  const start = order.supply.start ?? order.authoredOn;
  const span = orderSpan(order, ingredient);
  const since = span.end === undefined ? ageInDays(start, asOf) : daysBetween(span.end, asOf);
  const open = openDays(span.end === undefined ? start : (order.supply.end ?? start));
  return {
    endedDaysAgo: since === undefined ? undefined : Math.max(0, since - open),
    ...(open > 0 ? { endedEarlier: true } : {}),
    ...(span.end === undefined && order.supply.end === undefined ? { endNotStated: true } : {}),
  };
}

/** Days by which what a date stands for can lie later than its first possible day: "2026-11" leaves 29. */
function openDays(date: ChartDate | undefined): number {
  const last = date === undefined ? undefined : lastPossibleDay(date);
  return date?.day === undefined || last === undefined ? 0 : (daysBetween(date.day, last) ?? 0);
}

/** Over at the latest `days` ago by what the chart says, or on a day that it does not say and that may be within them. */
export function mayHaveEndedWithin(days: number, { endedDaysAgo = 0, endNotStated }: OrderEnd): boolean {
  return endedDaysAgo <= (endNotStated === true ? Math.max(days, ORDER_DAYS.endNotStated) : days);
}

/** What is missing when the last day of orders that have ended decides. */
export function lastDayMissing(orders: readonly MedicationOrder[]): Missing | undefined {
  const names = [...new Set(orders.map(({ text }) => text))];
  return names.length === 0
    ? undefined
    : { key: 'lastDay', kind: 'duration', why: `last day of ${names.join(', ')} (not in the chart)` };
}
