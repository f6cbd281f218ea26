import { byCodeUnits } from '../chart/text-order';
import type { DosageReading, MedicationOrder } from '../chart/types';
import { ORDER_DAYS } from '../knowledge/windows';
import { addDays, dayNumber, daysBetween } from './calendar';

/** The time an order covers, as far as the chart tells. Days are YYYY-MM-DD; `end` is the last covered day. */
export interface OrderSpan {
  readonly order: MedicationOrder;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly plannedDays: number | undefined;
  readonly mgPerDay: number | undefined;
}

/** Gap that still counts as one unbroken series (working definition). */
const SERIES_GAP_DAYS = 14;

/** Every answer re-runs the review of the same orders, and several rules ask: each is reckoned once. Orders never change after they were read. */
const SPANS = new WeakMap<MedicationOrder, Map<string, OrderSpan>>();

export function orderSpan(order: MedicationOrder, ingredient: string): OrderSpan {
  const known = SPANS.get(order) ?? new Map<string, OrderSpan>();
  const span = known.get(ingredient) ?? readSpan(order, ingredient);
  SPANS.set(order, known.set(ingredient, span));
  return span;
}

function readSpan(order: MedicationOrder, ingredient: string): OrderSpan {
  const start = order.supply.start?.day ?? order.authoredOn?.day;
  const plannedDays = plannedSupplyDays(order, ingredient);
  const stated = order.supply.end?.day ?? endOfDosage(order.dosages);
  const end =
    stated ??
    (start !== undefined && plannedDays !== undefined ? addDays(start, plannedDays - 1) : undefined);
  return { order, start, end, plannedDays, mgPerDay: orderMgPerDay(order, ingredient) };
}

function endOfDosage(dosages: readonly DosageReading[]): string | undefined {
  const ends = dosages.map((dosage) => dosage.end?.day);
  return ends.every((end) => end !== undefined) && ends.length > 0 ? [...ends].sort().at(-1) : undefined;
}

/** No order plans for longer: a number beyond it is a slip, and then the supply is not stated. */
const LONGEST_SUPPLY_DAYS = 3650;

function plannedSupplyDays(order: MedicationOrder, ingredient: string): number | undefined {
  const days = statedSupplyDays(order, ingredient);
  return days !== undefined && days >= 0 && days <= LONGEST_SUPPLY_DAYS ? days : undefined;
}

/** Days one order plans for: bounds in the sig, else supply × (1 + refills), else quantity ÷ daily use. */
function statedSupplyDays(order: MedicationOrder, ingredient: string): number | undefined {
  const bounded = order.dosages.map((dosage) => dosage.days);
  if (bounded.length > 0 && bounded.every((days) => days !== undefined))
    return bounded.reduce((sum, days) => Math.max(sum, days), 0);
  const fills = 1 + order.supply.repeats;
  if (order.supply.days !== undefined) return order.supply.days * fills;
  const quantity = order.supply.quantity?.value;
  const perDay = unitsPerDay(order, ingredient);
  return quantity !== undefined && perDay !== undefined && perDay > 0
    ? Math.floor(quantity / perDay) * fills
    : undefined;
}

const COUNTED_UNITS = /^(tab(let)?s?|cap(sule)?s?|caplets?|\{?(tbl|capsule|tablet)\}?|each|ea)$/i;

function unitsPerDay(order: MedicationOrder, ingredient: string): number | undefined {
  const dosage = order.dosages[0];
  if (order.dosages.length !== 1 || dosage?.read !== true) return undefined;
  const { dose, timesPerDay } = dosage;
  if (dose === undefined || timesPerDay === undefined) return undefined;
  if (COUNTED_UNITS.test(dose.unit)) return dose.high * timesPerDay;
  const strength = strengthMg(order, ingredient);
  return dose.unit === 'mg' && strength !== undefined ? (dose.high / strength) * timesPerDay : undefined;
}

/**
 * mg of the relaxant per day, the highest the order allows; undefined unless every instruction was read safely.
 * Several instructions add up only when none is bounded in days (a step-down schedule is not a sum).
 */
function orderMgPerDay(order: MedicationOrder, ingredient: string): number | undefined {
  if (order.dosages.length === 0) return undefined;
  if (order.dosages.length > 1 && order.dosages.some((dosage) => dosage.days !== undefined)) return undefined;
  let total = 0;
  for (const dosage of order.dosages) {
    if (!dosage.read || dosage.dose === undefined || dosage.timesPerDay === undefined) return undefined;
    const mgPerUnit =
      dosage.dose.unit === 'mg'
        ? 1
        : COUNTED_UNITS.test(dosage.dose.unit)
          ? strengthMg(order, ingredient)
          : undefined;
    if (mgPerUnit === undefined) return undefined;
    const byTimes = dosage.dose.high * dosage.timesPerDay;
    // "no more than 3 a day" is a stricter bound than the times, when it is in the same unit.
    const cap = dosage.maxPerDay?.unit === dosage.dose.unit ? dosage.maxPerDay.value : byTimes;
    total += Math.min(byTimes, cap) * mgPerUnit;
  }
  return Math.round(total * 1000) / 1000;
}

const STRENGTH = /(\d+(?:\.\d+)?)\s*mg\b(?!\s*\/\s*m)/;
const STRENGTH_AFTER_NAME = new RegExp(`[^\\d/]{0,40}?${STRENGTH.source}`, 'y');

/** One pattern for all ingredients: one for each would cost more than the rest of a first review. */
function strengthAfter(ingredient: string, name: string): RegExpExecArray | null {
  let at = name.indexOf(ingredient);
  for (; at !== -1; at = name.indexOf(ingredient, at + 1)) {
    STRENGTH_AFTER_NAME.lastIndex = at + ingredient.length;
    const own = STRENGTH_AFTER_NAME.exec(name);
    if (own !== null || at === name.length) return own;
  }
  return null;
}

/** Strength of the named ingredient in mg, from names such as "tizanidine 4 MG Oral Tablet". Undefined when names disagree. */
export function strengthMg(order: MedicationOrder, ingredient: string): number | undefined {
  const found = new Set<number>();
  for (const text of order.names) {
    const name = text.toLowerCase();
    const own = strengthAfter(ingredient, name) ?? (name.includes('/') ? null : STRENGTH.exec(name));
    if (own?.[1] !== undefined) found.add(Number(own[1]));
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

export interface CourseReading {
  readonly dailyDoseMg: number | undefined;
  readonly durationDays: number | undefined;
  /** The same, with every order that states no end taken until the next one began. */
  readonly durationAtMost: number | undefined;
  /** First day of the unbroken series that reaches to now. */
  readonly since: string | undefined;
  /** Last day of supply over all orders; undefined when any current order has none. */
  readonly supplyEnd: string | undefined;
  /** The dose went up within the last days (evidence order). */
  readonly raised: OrderSpan | undefined;
}

/** Days in which a higher dose still counts as a dose change (working definition). */
const DOSE_CHANGE_DAYS = 7;

/** Reads dose and duration of one relaxant over its current and earlier orders. */
export function readCourse(
  current: readonly OrderSpan[],
  earlier: readonly OrderSpan[],
  asOf: string,
): CourseReading {
  const all = [...current, ...earlier].filter((span) => span.start !== undefined);
  const since = seriesStart(all, (span) => (span.order.status === 'active' ? asOf : span.start));
  const openSince = seriesStart(all, ({ start }) =>
    start === undefined ? undefined : byDay(asOf, addDays(start, ORDER_DAYS.endNotStated)),
  );
  const ends = current.map((span) => span.end);
  const supplyEnd =
    ends.length > 0 && ends.every((end) => end !== undefined) ? [...ends].sort().at(-1) : undefined;
  const planned = current.map((span) => span.plannedDays).filter((days) => days !== undefined);
  const until =
    supplyEnd !== undefined && (daysBetween(supplyEnd, asOf) ?? 0) > SERIES_GAP_DAYS ? supplyEnd : asOf;
  const daysSince = (start: string | undefined) =>
    start === undefined ? undefined : daysBetween(start, until);
  const elapsed = daysSince(since);
  // A plan that begins today without an end has not lasted zero days: nobody has said how long it will.
  const openPlan = current.some(
    ({ order, plannedDays }) => order.intent === 'plan' && plannedDays === undefined,
  );
  const counts = elapsed !== undefined && (elapsed > 0 || !openPlan);
  const candidates = [...planned, ...(counts ? [Math.max(0, elapsed)] : [])];
  const durationDays = candidates.length > 0 ? Math.max(...candidates) : undefined;
  return {
    dailyDoseMg: overlappingDose(current),
    durationDays,
    durationAtMost:
      durationDays === undefined ? undefined : Math.max(durationDays, daysSince(openSince) ?? 0),
    since,
    supplyEnd,
    raised: raisedDose(current, earlier, asOf),
  };
}

const byDay = (a: string, b: string): string => (a < b ? a : b);

/** Walks back from the newest order while the gap between an order and the next is at most 14 days. */
function seriesStart(
  spans: readonly OrderSpan[],
  openEnd: (span: OrderSpan) => string | undefined,
): string | undefined {
  const sorted = [...spans].sort((a, b) => byCodeUnits(b.start ?? '', a.start ?? ''));
  let first: string | undefined;
  for (const span of sorted) {
    if (first === undefined) first = span.start;
    else {
      const reach = span.end ?? openEnd(span);
      const gap = reach === undefined ? undefined : daysBetween(reach, first);
      if (gap === undefined || gap > SERIES_GAP_DAYS) break;
      first = span.start;
    }
  }
  return first;
}

/** What an order adds on the days that it covers; open ends are undefined. */
interface Taken {
  readonly words: string;
  readonly mg: number;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/**
 * Highest total over the times at which orders overlap. Orders of the same words are one medicine renewed and count once there;
 * an order that begins as another ends replaces it, whatever the new dose is.
 */
function overlappingDose(spans: readonly OrderSpan[]): number | undefined {
  // Alike in all four they add nothing to each other: long charts repeat an order hundreds of times.
  const distinct = new Map<string, Taken>();
  for (const span of spans) {
    if (span.mgPerDay === undefined) return undefined;
    const taken = {
      words: wordsOf(span),
      mg: span.mgPerDay,
      start: dayNumber(span.start),
      end: dayNumber(span.end),
    };
    distinct.set(`${taken.start ?? ''} ${taken.end ?? ''} ${taken.mg} ${taken.words}`, taken);
  }
  const all = [...distinct.values()];
  return all.length === 0 ? undefined : Math.max(...all.map((point) => totalBeside(point, all)));
}

/** The order itself, and each that overlaps it and is not its forerunner or successor. */
function totalBeside(point: Taken, all: readonly Taken[]): number {
  const highest = new Map<string, number>();
  for (const other of all)
    if (other === point || (overlaps(point, other) && !replaces(point, other) && !replaces(other, point)))
      highest.set(other.words, Math.max(highest.get(other.words) ?? 0, other.mg));
  return [...highest.values()].reduce((sum, mg) => sum + mg, 0);
}

const wordsOf = ({ order }: OrderSpan): string =>
  [order.text, ...order.dosages.map((dosage) => dosage.text)].join('|').toLowerCase();

/** The later order starts on the last day of the earlier one, or on the day after. */
const replaces = (earlier: Taken, later: Taken): boolean =>
  earlier.end !== undefined &&
  later.start !== undefined &&
  (later.start === earlier.end || later.start === earlier.end + 1);

/** Open ends overlap: an order without an end may still be taken. */
const overlaps = (a: Taken, b: Taken): boolean => startsBeforeEnd(a, b) && startsBeforeEnd(b, a);

const startsBeforeEnd = ({ start }: Taken, { end }: Taken): boolean =>
  start === undefined || end === undefined || start <= end;

function raisedDose(
  current: readonly OrderSpan[],
  earlier: readonly OrderSpan[],
  asOf: string,
): OrderSpan | undefined {
  return current.find((span) => {
    const age = span.start === undefined ? undefined : daysBetween(span.start, asOf);
    if (age === undefined || age < 0 || age > DOSE_CHANGE_DAYS || span.mgPerDay === undefined) return false;
    const mg = span.mgPerDay;
    return [...current, ...earlier].some(
      (other) =>
        other !== span &&
        other.mgPerDay !== undefined &&
        other.mgPerDay < mg &&
        other.start !== undefined &&
        span.start !== undefined &&
        other.start < span.start,
    );
  });
}
