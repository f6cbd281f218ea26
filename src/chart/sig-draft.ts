import type { DaySlots } from './types';

/** An amount of one administration, in a canonical unit. */
export interface DoseAmount {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** What one source (the words, or the structured fields) says of a dosage. Absent: that source does not say it. */
export interface DosageFacts {
  /** The same dose in one or more units: "1 tablet (10 mg)". */
  readonly doses: readonly DoseAmount[];
  readonly timesPerDay?: number;
  readonly slots?: DaySlots;
  readonly maxPerDay?: { readonly value: number; readonly unit: string };
  readonly days?: number;
  readonly asNeeded: boolean;
}

/** Of the same dose in several units, the one a patient counts: tablets before mg. */
export function primaryDose(doses: readonly DoseAmount[]): DoseAmount | undefined {
  return doses.find(({ unit }) => unit === 'tablet' || unit === 'capsule' || unit === 'packet') ?? doses[0];
}

export type Slot = keyof DaySlots;

/** One dose with its times: "1 tablet in the morning" of "1 tablet in the morning and 2 tablets at bedtime". */
export interface Clause {
  doses: DoseAmount[];
  times?: number;
  /** "daily", "every day": once a day, unless the clause names its times. */
  daily: boolean;
  meals?: boolean;
  openList?: boolean;
  /** "and" stands between this clause and the one before. */
  joined?: boolean;
  slots: Slot[];
}

export interface Draft {
  clauses: [Clause, ...Clause[]];
  asNeeded: boolean;
  days?: number;
  max?: { value: number; unit: string | undefined };
  /** "up to 3 times", "no more than 3 doses". */
  maxTimes?: number;
  /** What stands between this phrase and the one before, such as " and ". */
  gap: string;
}

export const isTimed = (clause: Clause): boolean =>
  clause.times !== undefined || clause.daily || clause.slots.length > 0;

function clauseTimes(clause: Clause): number | undefined {
  const named = clause.slots.length;
  if (clause.times === undefined && (clause.meals === true || clause.openList === true)) return undefined;
  if (named === 0) return clause.times ?? (clause.daily ? 1 : undefined);
  return clause.times === undefined || clause.times === named ? named : undefined;
}

/** What the phrases of a sig amount to; undefined when they contradict each other or leave a dose without its times. */
export function factsOf(draft: Draft): DosageFacts | undefined {
  const { clauses, asNeeded: needed, days, max, maxTimes } = draft;
  if (clauses.length > 1) return severalClauses(draft);
  const [clause] = clauses;
  const counted = clauseTimes(clause);
  if (isTimed(clause) && counted === undefined) return undefined;
  const timesPerDay = capped(counted, maxTimes, needed);
  if (timesPerDay === false) return undefined;
  const unit = max?.unit ?? primaryDose(clause.doses)?.unit;
  if (max !== undefined && unit === undefined) return undefined;
  const slots = slotsOf(clauses);
  return {
    doses: clause.doses,
    asNeeded: needed,
    ...(timesPerDay === undefined ? {} : { timesPerDay }),
    ...(slots === undefined ? {} : { slots }),
    ...(max === undefined || unit === undefined ? {} : { maxPerDay: { value: max.value, unit } }),
    ...(days === undefined ? {} : { days }),
  };
}

/** A limit below a fixed schedule contradicts it; with "as needed", or alone, the limit counts. */
function capped(
  count: number | undefined,
  limit: number | undefined,
  needed: boolean,
): number | undefined | false {
  if (limit === undefined) return count;
  if (count === undefined) return limit;
  return limit < count && !needed ? false : Math.min(count, limit);
}

/** Several doses of one unit at different times. The total of the day is the limit: a sum that is never guessed from the highest dose. */
function severalClauses({ clauses, asNeeded: needed, days, max, maxTimes }: Draft): DosageFacts | undefined {
  const doses = clauses.map((clause) => primaryDose(clause.doses));
  const counts = clauses.map(clauseTimes);
  const unit = doses[0]?.unit;
  if (needed || max !== undefined || maxTimes !== undefined || unit === undefined) return undefined;
  // Without "and" between them, two doses may be one order said twice, unless each has a time of its own.
  const named = clauses.flatMap((clause) => clause.slots);
  const eachNamed = clauses.every((clause) => clause.slots.length > 0);
  if (!eachNamed && clauses.slice(1).some((clause) => clause.joined !== true)) return undefined;
  let total = 0;
  let timesPerDay = 0;
  for (const [index, amount] of doses.entries()) {
    const count = counts[index];
    if (amount === undefined || count === undefined || amount.unit !== unit || amount.low !== amount.high)
      return undefined;
    total += amount.high * count;
    timesPerDay += count;
  }
  if (new Set(named).size < named.length) return undefined;
  const amounts = doses.map((amount) => amount?.high ?? 0);
  const slots = slotsOf(clauses);
  return {
    doses: [{ low: Math.min(...amounts), high: Math.max(...amounts), unit }],
    timesPerDay,
    asNeeded: false,
    ...(new Set(amounts).size === 1 ? {} : { maxPerDay: { value: total, unit } }),
    ...(slots === undefined ? {} : { slots }),
    ...(days === undefined ? {} : { days }),
  };
}

/** Only when every dose of the day has a named time and one fixed amount. */
function slotsOf(clauses: readonly Clause[]): DaySlots | undefined {
  const slots = { morning: 0, noon: 0, evening: 0, bedtime: 0 };
  for (const { doses, slots: named } of clauses) {
    const amount = primaryDose(doses);
    if (named.length === 0 || amount === undefined || amount.low !== amount.high) return undefined;
    for (const slot of named) slots[slot] = amount.high;
  }
  return slots;
}
