import type { DaySlots, DosageReading } from '../chart/types';
import type { RelaxantReview } from '../review/types';
import type { HandoutText } from './content/text';
import type { Run } from './model';
import { fill, sentences, words } from './runs';

const HALVES = new Map([
  [0.25, '¼'],
  [0.5, '½'],
  [0.75, '¾'],
]);

/** 1 → "1", 1.5 → "1½", 2.4 → "2.4". */
export function amountNumber(value: number, text: HandoutText): string {
  const whole = Math.floor(value);
  const fraction = HALVES.get(value - whole);
  if (fraction === undefined) return String(Math.round(value * 100) / 100).replace('.', text.decimal);
  return whole === 0 ? fraction : `${whole}${fraction}`;
}

export const amount = (value: number, unit: string, text: HandoutText): string =>
  words(text.medicine.amount, { n: amountNumber(value, text), unit: unitWord(value, unit, text) });

/** A unit that the language does not know stays as the order has it. */
function unitWord(value: number, unit: string, text: HandoutText): string {
  const form = text.medicine.units[unit];
  return form === undefined ? unit : value > 1 ? form.many : form.one;
}

const COUNTED = /\b(tablet|capsule|packet)s?\b/i;

/** What one counts when the clinician fills times: the unit of the order, else the form in its name, else "dose". */
export function slotUnit(relaxant: RelaxantReview): string {
  const stated = relaxant.orders.flatMap((order) => order.dosages).find((dosage) => dosage.dose !== undefined)
    ?.dose?.unit;
  if (stated !== undefined && stated !== 'mg') return stated;
  return COUNTED.exec(relaxant.text)?.[1]?.toLowerCase() ?? 'dose';
}

export const SLOT_KEYS = ['morning', 'noon', 'evening', 'bedtime'] as const;

/** Slots that can stand in the grid: all numbers, none negative, at least one dose. */
export function usableSlots(slots: DaySlots | undefined): DaySlots | undefined {
  if (slots === undefined) return undefined;
  const values = SLOT_KEYS.map((key) => slots[key]);
  const usable =
    values.every((value) => Number.isFinite(value) && value >= 0) && values.some((value) => value > 0);
  return usable ? slots : undefined;
}

export function slotCells(
  slots: DaySlots,
  unit: string,
  text: HandoutText,
): readonly [string, string, string, string] {
  const cell = (value: number): string => (value === 0 ? text.medicine.none : amount(value, unit, text));
  return [cell(slots.morning), cell(slots.noon), cell(slots.evening), cell(slots.bedtime)];
}

/** "Only if you need it: 1 tablet. No more than 3 in 24 hours." Undefined when the order does not bound it. */
export function asNeeded(reading: DosageReading, text: HandoutText): readonly Run[] | undefined {
  const max = maxWords(reading, text);
  if (max === undefined) return undefined;
  const { dose } = reading;
  if (dose === undefined) return sentences(fill(text.medicine.prnMaxOnly), max);
  const how =
    dose.low === dose.high
      ? amount(dose.high, dose.unit, text)
      : words(text.medicine.range, {
          low: amountNumber(dose.low, text),
          high: amountNumber(dose.high, text),
          unit: unitWord(dose.high, dose.unit, text),
        });
  const when = singleTime(reading, text);
  return sentences(
    when === undefined
      ? fill(text.medicine.prnDose, { amount: how })
      : fill(text.medicine.prnDoseAt, { amount: how, when: [{ text: when }] }),
    max,
  );
}

function singleTime({ slots }: DosageReading, text: HandoutText): string | undefined {
  const used = SLOT_KEYS.flatMap((key, index) => (slots !== undefined && slots[key] > 0 ? [index] : []));
  const [only] = used;
  return used.length === 1 && only !== undefined ? text.medicine.slotNames[only] : undefined;
}

/** The stated maximum, and the maximum that follows from dose and times: the lower one when both count the same unit. */
function maxWords(
  { maxPerDay, timesPerDay, dose, slots }: DosageReading,
  text: HandoutText,
): readonly Run[] | undefined {
  const bySlots = slots === undefined ? undefined : SLOT_KEYS.reduce((sum, key) => sum + slots[key], 0);
  const byTimes = dose !== undefined && timesPerDay !== undefined ? dose.high * timesPerDay : bySlots;
  const number = (max: number, unit?: string): readonly Run[] =>
    fill(text.medicine.prnMax, {
      max: unit === undefined ? amountNumber(max, text) : amount(max, unit, text),
    });
  if (maxPerDay !== undefined) {
    if (maxPerDay.unit !== dose?.unit) return number(maxPerDay.value, maxPerDay.unit);
    const lower = byTimes === undefined ? maxPerDay.value : Math.min(maxPerDay.value, byTimes);
    return number(lower, dose.unit === 'mg' || dose.unit === 'ml' ? dose.unit : undefined);
  }
  if (byTimes !== undefined && byTimes > 0)
    return number(
      byTimes,
      dose === undefined || dose.unit === 'mg' || dose.unit === 'ml' ? dose?.unit : undefined,
    );
  if (timesPerDay === 1) return number(1);
  if (timesPerDay !== undefined)
    return fill(text.medicine.prnMaxTimes, { times: amountNumber(timesPerDay, text) });
  return undefined;
}
