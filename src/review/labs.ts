import type { Chart, ObservationEntry } from '../chart/types';
import { LABS } from '../knowledge/labs';
import type { Lab } from '../knowledge/labs';
import type { LabName } from '../knowledge/vocabulary';
import { ageInDays } from './calendar';
import type { Evidence, Missing } from './types';

/**
 * A lab as the rules need it. `low` and `high` enclose the value (equal for a plain number; `>60` leaves `high` open).
 * `fresh` is false past the window: an old abnormal value still fires, an old normal one never clears.
 */
export type LabFact =
  | {
      readonly known: true;
      readonly low: number;
      readonly high: number;
      readonly fresh: boolean;
      readonly evidence: Evidence;
    }
  | { readonly known: false; readonly missing: Missing };

export type LabFacts = Readonly<Record<LabName, LabFact>>;

interface Reading {
  readonly entry: ObservationEntry;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly ageDays: number;
  readonly code: string;
}

const FINAL = new Set(['final', 'amended', 'corrected', 'preliminary']);

export function readLabs(
  chart: Chart,
  patient: { readonly age: number | undefined; readonly sex: string },
  asOf: string,
): LabFacts {
  const complete = chart.sections.Observation.status === 'complete';
  const latest: Latest = (lab) => latestReading(chart.observations, lab, asOf);
  const egfr = readEgfr(latest, patient, complete);
  return { egfr, crcl: readCrcl(latest, patient, egfr, complete), alt_xuln: readAlt(latest, complete) };
}

type Latest = (lab: Lab) => Reading | 'unreadable' | undefined;

function readEgfr(
  latest: Latest,
  patient: { age: number | undefined; sex: string },
  complete: boolean,
): LabFact {
  const plain = latest(LABS.egfr);
  const reading = plain ?? latest(LABS.egfrRaceWorded);
  const note = plain === undefined && reading !== undefined ? ', race-adjusted report' : '';
  if (isReading(reading))
    return fact('eGFR', reading, LABS.egfr.windowDays, complete, `mL/min/1.73 m²${note}`);
  const creatinine = creatinineMgPerDl(latest);
  if (isReading(creatinine) && patient.age !== undefined && patient.age >= 18 && isBinarySex(patient.sex)) {
    const value = ckdEpi2021(creatinine.low, patient.age, patient.sex);
    return fact(
      'eGFR',
      { ...creatinine, low: value, high: value },
      LABS.creatinine.windowDays,
      complete,
      'mL/min/1.73 m², calculated from creatinine (CKD-EPI 2021)',
    );
  }
  return missingLab('egfr', 'eGFR', reading === 'unreadable' || creatinine === 'unreadable', complete);
}

function readCrcl(
  latest: Latest,
  patient: { age: number | undefined; sex: string },
  egfr: LabFact,
  complete: boolean,
): LabFact {
  const measured = latest(LABS.crcl);
  if (isReading(measured))
    return fact('creatinine clearance', measured, LABS.crcl.windowDays, complete, 'mL/min');
  const weight = latest(LABS.weight);
  const kg = isReading(weight) && weight.ageDays <= LABS.weight.windowDays ? toKg(weight) : undefined;
  const creatinine = creatinineMgPerDl(latest);
  if (kg !== undefined && isReading(creatinine) && patient.age !== undefined && isBinarySex(patient.sex)) {
    const value = cockcroftGault(creatinine.low, patient.age, kg, patient.sex);
    return fact(
      'creatinine clearance',
      { ...creatinine, low: value, high: value },
      LABS.creatinine.windowDays,
      complete,
      'mL/min, calculated (Cockcroft-Gault)',
    );
  }
  // An eGFR of 60 or more within its window stands in for a clearance well above the rule's limit.
  if (egfr.known && egfr.fresh && egfr.low >= 60) return { ...egfr, low: 60, high: Infinity };
  return missingLab('crcl', 'creatinine clearance', measured === 'unreadable', complete);
}

function readAlt(latest: Latest, complete: boolean): LabFact {
  const reading = latest(LABS.alt);
  if (!isReading(reading)) return missingLab('alt_xuln', 'ALT', reading === 'unreadable', complete);
  const stated = reading.entry.referenceHigh;
  const limit = stated !== undefined && stated > 0 ? stated : LABS.alt.defaultUpperLimit;
  const origin = limit === stated ? `upper limit ${limit}` : `upper limit not stated, ${limit} used`;
  return fact(
    'ALT',
    { ...reading, low: reading.low / limit, high: reading.high / limit },
    LABS.alt.windowDays,
    complete,
    `× the upper limit (${describeNumber(reading)} ${reading.unit}, ${origin})`,
  );
}

function fact(name: string, reading: Reading, windowDays: number, complete: boolean, unit: string): LabFact {
  const inWindow = reading.ageDays <= windowDays;
  const preliminary = reading.entry.status === 'preliminary' ? ', preliminary' : '';
  const old = inWindow ? '' : ', older than the window';
  const date = reading.entry.effective?.day ?? reading.entry.issued?.day;
  return {
    known: true,
    low: reading.low,
    high: reading.high,
    // With the section incomplete a newer value may exist: what is here can warn, never reassure.
    fresh: inWindow && complete,
    evidence: {
      reference: reading.entry.reference,
      text: reading.entry.text,
      ...(date === undefined ? {} : { date }),
      detail: `${name} ${describeNumber(reading)} ${unit}${preliminary}${old}`,
      basis: 'value',
      by: `LOINC ${reading.code}`,
      label: `${name} ${describeNumber(reading)}`,
    },
  };
}

function missingLab(key: string, name: string, unreadable: boolean, complete: boolean): LabFact {
  const why = !complete
    ? `${name} (labs could not be read in full)`
    : unreadable
      ? `${name} (value or unit not readable)`
      : `${name} (none on file)`;
  return { known: false, missing: { key, kind: 'lab', why } };
}

function latestReading(
  observations: readonly ObservationEntry[],
  lab: Lab,
  asOf: string,
): Reading | 'unreadable' | undefined {
  const wanted = new Set(lab.loinc);
  let best: { entry: ObservationEntry; code: string; day: string } | undefined;
  for (const entry of observations) {
    if (!FINAL.has(entry.status)) continue;
    const coding = entry.codings.find((c) => c.system === 'loinc' && wanted.has(c.code));
    if (coding === undefined) continue;
    const day = entry.effective?.day ?? entry.issued?.day ?? '';
    if (best === undefined || day > best.day) best = { entry, code: coding.code, day };
  }
  if (best === undefined) return undefined;
  const value = best.entry.value;
  const number = value?.number ?? numberFromText(value?.text);
  if (number === undefined || !Number.isFinite(number)) return 'unreadable';
  const unit = value?.unit ?? unitFromText(value?.text);
  // An unknown unit is unreadable: 60 could be mL/min or anything else.
  if (unit === undefined || !lab.units.some((known) => plainUnit(known) === plainUnit(unit)))
    return 'unreadable';
  const comparator = value?.comparator ?? comparatorFromText(value?.text);
  return {
    entry: best.entry,
    low: comparator === '<' || comparator === '<=' ? 0 : number,
    high: comparator === '>' || comparator === '>=' ? Infinity : number,
    unit,
    // An undated value cannot be placed in the window: it can only warn.
    ageDays: ageInDays(best.entry.effective ?? best.entry.issued, asOf) ?? Infinity,
    code: best.code,
  };
}

function numberFromText(text: string | undefined): number | undefined {
  const found = /^\s*[<>]?=?\s*(\d+(?:\.\d+)?)/.exec(text ?? '');
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

function unitFromText(text: string | undefined): string | undefined {
  return /^\s*[<>]?=?\s*\d+(?:\.\d+)?\s*(\S.*)$/.exec(text ?? '')?.[1];
}

/** Units as printed and as coded: "mL/min/1.73 m²", "mL/min/{1.73_m2}" and "ml/min/1.73m2" are one. */
const plainUnit = (unit: string): string =>
  unit
    .toLowerCase()
    .replace(/[{}[\]\s_^.*]/g, '')
    .replace('²', '2')
    .replace(/[µμ]/g, 'u');

function comparatorFromText(text: string | undefined): string | undefined {
  return /^\s*([<>]=?)/.exec(text ?? '')?.[1];
}

function describeNumber(reading: { readonly low: number; readonly high: number }): string {
  const round = (value: number) => String(Math.round(value * 10) / 10);
  if (reading.high === Infinity) return `>${round(reading.low)}`;
  return reading.low === 0 && reading.high > 0 ? `<${round(reading.high)}` : round(reading.low);
}

function isReading(reading: Reading | 'unreadable' | undefined): reading is Reading {
  return reading !== undefined && reading !== 'unreadable';
}

/** µmol/L ÷ 88.42 = mg/dL (molar mass 113.12 g/mol). */
function creatinineMgPerDl(latest: Latest): Reading | 'unreadable' | undefined {
  const reading = latest(LABS.creatinine);
  if (!isReading(reading)) return reading;
  if (reading.low <= 0) return 'unreadable';
  if (plainUnit(reading.unit) === 'mg/dl') return reading;
  if (plainUnit(reading.unit) === 'umol/l')
    return { ...reading, low: reading.low / 88.42, high: reading.high / 88.42, unit: 'mg/dL' };
  return 'unreadable';
}

function toKg(reading: Reading): number | undefined {
  const unit = plainUnit(reading.unit);
  if (unit === 'kg') return reading.low;
  if (unit === 'g') return reading.low / 1000;
  return unit === 'lbav' ? reading.low * 0.45359237 : undefined;
}

function isBinarySex(sex: string): sex is 'male' | 'female' {
  return sex === 'male' || sex === 'female';
}

/**
 * eGFR by the 2021 CKD-EPI creatinine equation (no race term), mL/min/1.73 m².
 * Source: Inker et al., N Engl J Med 2021;385:1737, https://doi.org/10.1056/NEJMoa2102953
 */
export function ckdEpi2021(creatinineMgDl: number, age: number, sex: 'male' | 'female'): number {
  const kappa = sex === 'female' ? 0.7 : 0.9;
  const alpha = sex === 'female' ? -0.241 : -0.302;
  const ratio = creatinineMgDl / kappa;
  const value =
    142 *
    Math.min(ratio, 1) ** alpha *
    Math.max(ratio, 1) ** -1.2 *
    0.9938 ** age *
    (sex === 'female' ? 1.012 : 1);
  return Math.round(value);
}

/** Creatinine clearance in mL/min. Source: Cockcroft and Gault, Nephron 1976;16:31, https://doi.org/10.1159/000180580 */
export function cockcroftGault(
  creatinineMgDl: number,
  age: number,
  weightKg: number,
  sex: 'male' | 'female',
): number {
  const value = ((140 - age) * weightKg) / (72 * creatinineMgDl);
  return Math.round(value * (sex === 'female' ? 0.85 : 1));
}
