import type { Chart, ChartDate, ObservationEntry } from '../chart/types';
import { LABS } from '../knowledge/labs';
import type { Lab } from '../knowledge/labs';
import type { LabName } from '../knowledge/vocabulary';
import { addDays, ageInDays } from './calendar';
import type { AgeRange } from './calendar';
import { dated, shownDate } from './evidence-date';
import { ckdEpi2021, cockcroftGault } from './kidney-equations';
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
      /** Why it cannot clear, in plain words; absent while it is fresh. */
      readonly doubt?: string;
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
  /** "LOINC 98979-8". */
  readonly by: string;
  /** A newer result of the same test stands in the chart and could not be read. */
  readonly newerUnreadable: boolean;
}

const FINAL = new Set(['final', 'amended', 'corrected', 'preliminary']);

/** What the kidney equations need of the patient. */
interface PatientBasis {
  readonly age: AgeRange | undefined;
  readonly sex: string;
}

export function readLabs(chart: Chart, patient: PatientBasis, asOf: string): LabFacts {
  const complete = chart.sections.Observation.status === 'complete';
  const latest: Latest = (lab, worse) => latestReading(chart.observations, lab, worse, asOf);
  const egfr = readEgfr(latest, patient, complete);
  return { egfr, crcl: readCrcl(latest, patient, egfr, complete), alt_xuln: readAlt(latest, complete) };
}

type Latest = (lab: Lab, worse: Worse) => Reading | 'unreadable' | undefined;

function readEgfr(latest: Latest, patient: PatientBasis, complete: boolean): LabFact {
  const plain = latest(LABS.egfr, 'low');
  const lab = plain === undefined ? LABS.egfrRaceWorded : LABS.egfr;
  const reading = plain ?? latest(lab, 'low');
  const note = plain === undefined && reading !== undefined ? ', race-adjusted report' : '';
  const creatinine = creatinineMgPerDl(latest);
  const calculated =
    isReading(creatinine) &&
    patient.age !== undefined &&
    patient.age.youngest >= 18 &&
    isBinarySex(patient.sex)
      ? calculate(creatinine, ckdEpi2021, patient.age, patient.sex)
      : undefined;
  // A creatinine that is newer than the reported eGFR tells of the kidney as it is now.
  if (isReading(reading) && (calculated === undefined || reading.ageDays <= calculated.ageDays))
    return fact('eGFR', reading, lab.windowDays, complete, `mL/min/1.73 m²${note}`);
  if (calculated !== undefined)
    return fact(
      'eGFR',
      calculated,
      LABS.creatinine.windowDays,
      complete,
      'mL/min/1.73 m², calculated from creatinine (CKD-EPI 2021)',
    );
  return missingLab('egfr', LABS.egfr, reading === 'unreadable' || creatinine === 'unreadable', complete);
}

/** A high creatinine or age means a low clearance: the bounds change places. */
function calculate(
  creatinine: Reading,
  equation: (creatinineMgDl: number, age: number, sex: 'male' | 'female') => number,
  { youngest, oldest }: AgeRange,
  sex: 'male' | 'female',
): Reading {
  return {
    ...creatinine,
    low: creatinine.high === Infinity ? 0 : equation(creatinine.high, oldest, sex),
    high: creatinine.low === 0 ? Infinity : equation(creatinine.low, youngest, sex),
  };
}

function readCrcl(latest: Latest, patient: PatientBasis, egfr: LabFact, complete: boolean): LabFact {
  const measured = latest(LABS.crcl, 'low');
  const weight = latest(LABS.weight, 'low');
  const kg = isReading(weight) && weight.ageDays <= LABS.weight.windowDays ? toKg(weight) : undefined;
  const creatinine = creatinineMgPerDl(latest);
  const calculated =
    kg !== undefined && isReading(creatinine) && patient.age !== undefined && isBinarySex(patient.sex)
      ? calculate(creatinine, (mg, age, sex) => cockcroftGault(mg, age, kg, sex), patient.age, patient.sex)
      : undefined;
  if (isReading(measured) && (calculated === undefined || measured.ageDays <= calculated.ageDays))
    return fact('creatinine clearance', measured, LABS.crcl.windowDays, complete, 'mL/min');
  if (calculated !== undefined)
    return fact(
      'creatinine clearance',
      calculated,
      LABS.creatinine.windowDays,
      complete,
      'mL/min, calculated (Cockcroft-Gault)',
    );
  // An eGFR of 60 or more within its window stands in for a clearance well above the rule's limit.
  if (egfr.known && egfr.fresh && egfr.low >= 60) return { ...egfr, low: 60, high: Infinity };
  return missingLab('crcl', LABS.crcl, measured === 'unreadable', complete);
}

function readAlt(latest: Latest, complete: boolean): LabFact {
  const reading = latest(LABS.alt, 'high');
  if (!isReading(reading)) return missingLab('alt_xuln', LABS.alt, reading === 'unreadable', complete);
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
  const { effective, issued } = reading.entry;
  const inWindow = reading.ageDays <= windowDays;
  const preliminary = reading.entry.status === 'preliminary' ? ', preliminary' : '';
  const old = inWindow ? '' : ', older than the window';
  const hidden = reading.newerUnreadable ? ', a newer result could not be read' : '';
  const date = dated(effective?.day === undefined ? issued : effective);
  const last = shownDate(date);
  // With the section incomplete a newer value may exist: what is here can warn, never reassure.
  const doubt = !complete
    ? NOT_IN_FULL
    : reading.newerUnreadable
      ? 'the newest result could not be read'
      : inWindow
        ? undefined
        : `${noneIn(windowDays)}${last === undefined ? ', one without a date' : `, last ${last}`}`;
  return {
    known: true,
    low: reading.low,
    high: reading.high,
    fresh: doubt === undefined,
    ...(doubt === undefined ? {} : { doubt }),
    evidence: {
      reference: reading.entry.reference,
      text: reading.entry.text,
      ...date,
      detail: `${name} ${describeNumber(reading)} ${unit}${preliminary}${old}${hidden}`,
      basis: 'value',
      by: reading.by,
      label: `${name} ${describeNumber(reading)}`,
    },
  };
}

const NOT_IN_FULL = 'labs could not be read in full';
const noneIn = (windowDays: number): string => `none in ${Math.round((windowDays * 12) / 365)} months`;

function missingLab(key: keyof LabFacts, lab: Lab, unreadable: boolean, complete: boolean): LabFact {
  const why = !complete ? NOT_IN_FULL : unreadable ? 'value or unit not readable' : noneIn(lab.windowDays);
  return { known: false, missing: { key, kind: 'lab', why: `${lab.name} (${why})` } };
}

/** Which end of equally recent results is the careful one. */
type Worse = 'low' | 'high';

/**
 * The newest result that can be read. A newer one that cannot (no value, unknown unit) leaves it able to warn but not to reassure;
 * of several at the same moment the worse one counts, so that the order in which the EHR sends them decides nothing.
 */
function latestReading(
  observations: readonly ObservationEntry[],
  lab: Lab,
  worse: Worse,
  asOf: string,
): Reading | 'unreadable' | undefined {
  const results = observations.flatMap((entry) => {
    const by = FINAL.has(entry.status) ? measures(entry, lab) : undefined;
    return by === undefined
      ? []
      : [{ moment: momentOf(entry, asOf), reading: readResult(entry, lab, by, asOf) }];
  });
  let best: { moment: number; reading: Reading } | undefined;
  for (const { moment, reading } of results) {
    if (reading === undefined) continue;
    const newer = best === undefined || moment > best.moment;
    if (newer || (moment === best?.moment && isWorse(reading, best.reading, worse)))
      best = { moment, reading };
  }
  if (best === undefined) return results.length > 0 ? 'unreadable' : undefined;
  const { moment, reading } = best;
  const hidden = results.some((other) => other.reading === undefined && other.moment > moment);
  return hidden ? { ...reading, newerUnreadable: true } : reading;
}

/** What proves that a result is of this laboratory test: its code, or the words of the few that are written out. */
function measures(entry: ObservationEntry, lab: Lab): string | undefined {
  const coding = entry.codings.find((c) => c.system === 'loinc' && lab.loinc.includes(c.code));
  if (coding !== undefined) return `LOINC ${coding.code}`;
  const named = lab === LABS.crcl ? entry.names.find((name) => CRCL_WORDS.test(name)) : undefined;
  return named === undefined ? undefined : `name "${named}"`;
}

const CRCL_WORDS = /\bcreatinine clearance\b/i;

/** Undated results stand before all others, and those of a day still to come. */
function momentOf({ effective, issued }: ObservationEntry, asOf: string): number {
  const date = effective ?? issued;
  if (isAhead(date, asOf)) return Date.parse('0001-01-01');
  const instant = Date.parse(date?.text ?? '');
  return Number.isNaN(instant) ? Date.parse(date?.day ?? '0001-01-01') : instant;
}

function isWorse(a: Reading, b: Reading, worse: Worse): boolean {
  if (a.low !== b.low || a.high !== b.high)
    return worse === 'low' ? a.low + a.high < b.low + b.high : a.low + a.high > b.low + b.high;
  return a.entry.reference < b.entry.reference;
}

function readResult(entry: ObservationEntry, lab: Lab, by: string, asOf: string): Reading | undefined {
  const { value } = entry;
  const number = value?.number ?? numberFromText(value?.text);
  if (number === undefined || !Number.isFinite(number)) return undefined;
  const unit = value?.unit ?? unitFromText(value?.text);
  // An unknown unit is unreadable: 60 could be mL/min or anything else.
  if (unit === undefined || !lab.units.some((known) => plainUnit(known) === plainUnit(unit)))
    return undefined;
  const comparator = value?.comparator ?? comparatorFromText(value?.text);
  return {
    entry,
    low: comparator === '<' || comparator === '<=' ? 0 : number,
    // "<30" never is 30: kept just below, so that a rule for values below 30 sees it as inside.
    high: comparator === '>' || comparator === '>=' ? Infinity : comparator === '<' ? number * BELOW : number,
    unit,
    // An undated value cannot be placed in the window: it can only warn.
    ageDays: ageOfResult(entry.effective ?? entry.issued, asOf),
    by,
    newerUnreadable: false,
  };
}

const BELOW = 1 - 1e-9;

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
  if (reading.low === 0 && reading.high > 0) return `<${round(reading.high)}`;
  const [low, high] = [round(reading.low), round(reading.high)];
  return low === high ? low : `${low} to ${high}`;
}

function isReading(reading: Reading | 'unreadable' | undefined): reading is Reading {
  return reading !== undefined && reading !== 'unreadable';
}

/** µmol/L ÷ 88.42 = mg/dL (molar mass 113.12 g/mol). */
function creatinineMgPerDl(latest: Latest): Reading | 'unreadable' | undefined {
  const reading = latest(LABS.creatinine, 'high');
  if (!isReading(reading)) return reading;
  if (reading.high <= 0) return 'unreadable';
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

/** A day that is still to come is a slip, and the result as good as undated: it may warn, it never clears. A clinic can be a day ahead. */
const isAhead = (date: ChartDate | undefined, asOf: string): boolean =>
  date?.day !== undefined && date.day > addDays(asOf, 1);

const ageOfResult = (date: ChartDate | undefined, asOf: string): number =>
  (isAhead(date, asOf) ? undefined : ageInDays(date, asOf)) ?? Infinity;
