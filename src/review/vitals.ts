import type { Chart, ObservationEntry } from '../chart/types';
import { LABS } from '../knowledge/labs';
import { ageInDays } from './calendar';

/** One measured temperature (°C) or weight (kg). */
export interface Vital {
  readonly entry: ObservationEntry;
  /** Undefined: the value or its unit cannot be read. */
  readonly value: number | undefined;
  /** Undefined when undated. */
  readonly ageDays: number | undefined;
}

export interface Vitals {
  readonly temperatures: readonly Vital[];
  /** Newest first. */
  readonly weights: readonly Vital[];
}

const COUNTS = new Set(['final', 'amended', 'corrected', 'preliminary']);

export function readVitals(chart: Chart, asOf: string): Vitals {
  const read = (loinc: readonly string[], convert: (value: number, unit: string) => number | undefined) =>
    chart.observations
      .filter(({ status }) => COUNTS.has(status))
      .filter(({ codings }) => codings.some((c) => c.system === 'loinc' && loinc.includes(c.code)))
      .map((entry): Vital => {
        const { number, unit } = entry.value ?? {};
        return {
          entry,
          value: number === undefined || unit === undefined ? undefined : convert(number, unit.toLowerCase()),
          ageDays: ageInDays(entry.effective ?? entry.issued, asOf),
        };
      });
  return {
    temperatures: read(LABS.temperature.loinc, toCelsius),
    weights: read(LABS.weight.loinc, toKilograms).sort(newestFirst),
  };
}

/** Of two weights of one moment the lower counts as the newer: the careful reading for a loss. */
function newestFirst(a: Vital, b: Vital): number {
  const oldest = Number.MAX_SAFE_INTEGER;
  const byAge = (a.ageDays ?? oldest) - (b.ageDays ?? oldest);
  return byAge === 0 ? (a.value ?? oldest) - (b.value ?? oldest) : byAge;
}

function toCelsius(value: number, unit: string): number | undefined {
  if (/^(cel|°?c|celsius|degrees? c(elsius)?)$/.test(unit)) return value;
  // 100.4 °F is 38 °C: rounded, so that the arithmetic of the conversion does not fall below the limit.
  return /^(\[degf\]|°?f|degf|fahrenheit|degrees? f(ahrenheit)?)$/.test(unit)
    ? Math.round((value - 32) * (5 / 9) * 100) / 100
    : undefined;
}

function toKilograms(value: number, unit: string): number | undefined {
  if (/^kgs?$/.test(unit)) return value;
  if (unit === 'g') return value / 1000;
  return /^(\[lb_av\]|lbs?|pounds?)$/.test(unit) ? value * 0.45359237 : undefined;
}

/** The entry of the chart with the latest date; undefined when nothing is dated. Tells a chart that nobody wrote in for years. */
export function newestEntry(
  chart: Chart,
): { readonly reference: string; readonly text: string; readonly day: string } | undefined {
  const dates = [
    ...chart.medications.map((order) => [order, order.authoredOn] as const),
    ...chart.conditions.map((condition) => [condition, condition.recorded ?? condition.onset] as const),
    ...chart.allergies.map((allergy) => [allergy, allergy.recorded] as const),
    ...chart.observations.map((result) => [result, result.effective ?? result.issued] as const),
    ...chart.procedures.map((procedure) => [procedure, procedure.performed] as const),
  ];
  let newest: ReturnType<typeof newestEntry>;
  for (const [{ reference, text }, date] of dates)
    if (date?.day !== undefined && (newest === undefined || date.day > newest.day))
      newest = { reference, text, day: date.day };
  return newest;
}
