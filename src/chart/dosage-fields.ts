import { daysOfDuration } from './dates';
import { conceptOf, isObject, listOf, numberOf, objectOf, objectsOf, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { readSig } from './sig';
import type { DosageFacts, DoseAmount } from './sig-draft';
import { doseUnit } from './sig-words';
import type { DaySlots } from './types';

/** `unsafe`: the structured fields say something that a daily schedule cannot hold (weekly, a count, a rate, a step of several). */
export type FieldsReading = DosageFacts | 'unsafe';

/**
 * What the structured fields of a Dosage say. Source: https://hl7.org/fhir/R4/dosage.html, https://hl7.org/fhir/R4/datatypes.html#Timing
 */
export function readFields(dosage: JsonObject): FieldsReading {
  // A modifier extension may change the meaning of everything; a later sequence is a step of a schedule.
  if (objectsOf(dosage.modifierExtension).length > 0 || isGarbled(dosage.sequence)) return 'unsafe';
  if ((numberOf(dosage.sequence) ?? 1) > 1) return 'unsafe';
  if (dosage.maxDosePerAdministration !== undefined || dosage.maxDosePerLifetime !== undefined)
    return 'unsafe';
  const doses = dosesOf(dosage);
  const timing = isMisshapen(dosage.timing) ? 'unsafe' : timingOf(objectOf(dosage.timing));
  const maxPerDay = maxOf(dosage.maxDosePerPeriod);
  if (doses === 'unsafe' || timing === 'unsafe' || maxPerDay === 'unsafe') return 'unsafe';
  const [first] = doses;
  const { when, ...rest } = timing;
  const slots =
    when === undefined || first === undefined || first.low !== first.high
      ? undefined
      : slotsAt(when, first.high);
  return {
    doses,
    ...rest,
    asNeeded: isAsNeeded(dosage),
    ...(slots === undefined ? {} : { slots }),
    ...(maxPerDay === undefined ? {} : { maxPerDay }),
  };
}

/** Present, and not the object it should be: something is said there, and nobody knows what. */
const isMisshapen = (value: unknown): boolean => listOf(value).length > 0 && !isObject(value);
/** Present, and not a number. */
const isGarbled = (value: unknown): boolean => listOf(value).length > 0 && numberOf(value) === undefined;

export function isAsNeeded(dosage: JsonObject): boolean {
  return (
    dosage.asNeededBoolean === true ||
    dosage.asNeededBoolean === 'true' ||
    objectsOf(dosage.asNeededCodeableConcept).length > 0 ||
    objectsOf(dosage.asNeededFor).length > 0
  );
}

function quantity(value: unknown): { value: number; unit: string } | undefined {
  const object = objectOf(value);
  const amount = numberOf(object.value);
  const unit = doseUnit(textOf(object.unit) ?? '') ?? doseUnit(textOf(object.code) ?? '');
  return amount === undefined || unit === undefined || amount <= 0 ? undefined : { value: amount, unit };
}

/** Epic sends the same dose twice, ordered (mg) and calculated (tablets): kept as equivalents, the counted one first. */
function dosesOf(dosage: JsonObject): readonly DoseAmount[] | 'unsafe' {
  const doses: DoseAmount[] = [];
  for (const item of listOf(dosage.doseAndRate)) {
    if (!isObject(item)) return 'unsafe';
    if (Object.keys(item).some((key) => key.startsWith('rate'))) return 'unsafe';
    const dose = doseOf(item);
    if (dose === 'unsafe') return 'unsafe';
    if (dose === undefined) continue;
    const same = doses.find(({ unit }) => unit === dose.unit);
    if (same !== undefined && (same.low !== dose.low || same.high !== dose.high)) return 'unsafe';
    if (same === undefined) doses.push(dose);
  }
  return [...doses].sort((a, b) => Number(isMass(a)) - Number(isMass(b)));
}

const isMass = ({ unit }: DoseAmount): boolean => ['mg', 'mcg', 'g', 'ml'].includes(unit);

function doseOf(item: JsonObject): DoseAmount | 'unsafe' | undefined {
  if (item.doseQuantity !== undefined) {
    const dose = quantity(item.doseQuantity);
    const comparator = textOf(objectOf(item.doseQuantity).comparator);
    return dose === undefined || comparator !== undefined
      ? 'unsafe'
      : { low: dose.value, high: dose.value, unit: dose.unit };
  }
  if (item.doseRange === undefined) return undefined;
  const range = objectOf(item.doseRange);
  const high = quantity(range.high);
  const low = quantity(range.low);
  if (high === undefined || low?.unit !== high.unit || low.value > high.value) return 'unsafe';
  return { low: low.value, high: high.value, unit: high.unit };
}

interface TimingFacts {
  readonly timesPerDay?: number;
  readonly when?: readonly (keyof DaySlots)[];
  readonly days?: number;
}

/** EventTiming codes that name one of the four times of the day. Meals in general (C, AC, PC) and AFT, NIGHT, PHS name none. */
const SLOT_OF_EVENT: ReadonlyMap<string, keyof DaySlots> = new Map<string, keyof DaySlots>([
  ['MORN', 'morning'],
  ['MORN.early', 'morning'],
  ['MORN.late', 'morning'],
  ['WAKE', 'morning'],
  ['ACM', 'morning'],
  ['CM', 'morning'],
  ['PCM', 'morning'],
  ['NOON', 'noon'],
  ['ACD', 'noon'],
  ['CD', 'noon'],
  ['PCD', 'noon'],
  ['EVE', 'evening'],
  ['EVE.early', 'evening'],
  ['EVE.late', 'evening'],
  ['ACV', 'evening'],
  ['CV', 'evening'],
  ['PCV', 'evening'],
  ['HS', 'bedtime'],
]);

function timingOf(timing: JsonObject): TimingFacts | 'unsafe' {
  if (timing.event !== undefined || isMisshapen(timing.repeat)) return 'unsafe';
  const repeat = objectOf(timing.repeat);
  // A count, days of the week or an infusion time are no daily schedule.
  if (['count', 'countMax', 'duration', 'durationMax', 'dayOfWeek'].some((key) => repeat[key] !== undefined))
    return 'unsafe';
  const counted = timesOf(repeat);
  const coded = codedTimes(timing.code);
  if (counted === 'unsafe' || coded === 'unsafe') return 'unsafe';
  if (counted !== undefined && coded !== undefined && counted !== coded) return 'unsafe';
  const timesPerDay = counted ?? coded;
  const events = listOf(repeat.when).map(textOf);
  const slots = events
    .map((event) => (event === undefined ? undefined : SLOT_OF_EVENT.get(event)))
    .filter((slot) => slot !== undefined);
  const named = slots.length > 0 && slots.length === events.length && new Set(slots).size === slots.length;
  if (named && timesPerDay !== undefined && timesPerDay !== slots.length) return 'unsafe';
  const days = daysOfDuration(repeat.boundsDuration);
  const times = timesPerDay ?? (named ? slots.length : undefined);
  return {
    ...(times === undefined ? {} : { timesPerDay: times }),
    ...(named ? { when: slots } : {}),
    ...(days === undefined ? {} : { days }),
  };
}

/** Times a day, the most that a range allows; undefined when the fields do not say it. */
function timesOf(repeat: JsonObject): number | 'unsafe' | undefined {
  const clock = listOf(repeat.timeOfDay).map(textOf);
  const clockTimes = new Set(clock).size;
  const unit = textOf(repeat.periodUnit);
  if (clock.includes(undefined) || (unit === undefined && repeat.periodUnit !== undefined)) return 'unsafe';
  const numbers = [repeat.frequency, repeat.frequencyMax, repeat.period, repeat.periodMax];
  if (numbers.some(isGarbled) || isReversed(repeat, 'frequency') || isReversed(repeat, 'period'))
    return 'unsafe';
  if (unit === undefined && repeat.frequency === undefined && repeat.period === undefined)
    return clockTimes > 0 ? clockTimes : undefined;
  const period = numberOf(repeat.period) ?? 1;
  const frequency = numberOf(repeat.frequencyMax) ?? numberOf(repeat.frequency) ?? 1;
  const perDay = unit === 'h' ? 24 / period : unit === 'd' && period === 1 ? 1 : undefined;
  const times = perDay === undefined ? undefined : frequency * perDay;
  // Every 5 hours, every other day, once a week: no whole number of doses a day.
  if (times === undefined || !Number.isInteger(times) || times < 1 || times > 24) return 'unsafe';
  return clockTimes > 0 && clockTimes !== times ? 'unsafe' : times;
}

/** A range that ends before it begins: which of the two was meant is not known. */
function isReversed(repeat: JsonObject, name: 'frequency' | 'period'): boolean {
  const most = numberOf(repeat[`${name}Max`]);
  return most !== undefined && most < (numberOf(repeat[name]) ?? 1);
}

/** GTSAbbreviation codes that are daily. Source: http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation */
const TIMES_OF_CODE: ReadonlyMap<string, number> = new Map<string, number>([
  ['QD', 1],
  ['BID', 2],
  ['TID', 3],
  ['QID', 4],
  ['AM', 1],
  ['PM', 1],
  ['BED', 1],
]);

/** A timing code, else its words where they are a frequency; a code that is not understood makes the fields unsafe alone. */
function codedTimes(code: unknown): number | 'unsafe' | undefined {
  const { codings, names } = conceptOf(code);
  const words = [...codings.map((coding) => coding.code), ...names];
  const read = words
    .map((word) => TIMES_OF_CODE.get(word.toUpperCase()) ?? readSig(word)?.timesPerDay)
    .filter((times) => times !== undefined);
  const [times] = read;
  if (times !== undefined) return read.every((other) => other === times) ? times : 'unsafe';
  return words.some((word) => /^(?:qod|wk|mo|q\d+(?:d|w|mo)|weekly|monthly|every other day)$/i.test(word))
    ? 'unsafe'
    : undefined;
}

function slotsAt(when: readonly (keyof DaySlots)[], amount: number): DaySlots {
  const at = (slot: keyof DaySlots): number => (when.includes(slot) ? amount : 0);
  return { morning: at('morning'), noon: at('noon'), evening: at('evening'), bedtime: at('bedtime') };
}

const HOURS_OF_UNIT: ReadonlyMap<string, number> = new Map([
  ['d', 24],
  ['day', 24],
  ['days', 24],
  ['h', 1],
  ['hours', 1],
]);

/** maxDosePerPeriod in one day; another period cannot be compared with a day. */
function maxOf(value: unknown): { value: number; unit: string } | 'unsafe' | undefined {
  const ratios = objectsOf(value);
  if (ratios.length === 0) return undefined;
  const [ratio] = ratios;
  const max = quantity(ratio?.numerator);
  const period = objectOf(ratio?.denominator);
  const unit = (textOf(period.code) ?? textOf(period.unit))?.toLowerCase() ?? '';
  const hours = (numberOf(period.value) ?? 1) * (HOURS_OF_UNIT.get(unit) ?? 0);
  return ratios.length > 1 || max === undefined || hours !== 24 ? 'unsafe' : max;
}
