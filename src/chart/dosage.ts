import { chartDate, inclusiveDays } from './dates';
import { isAsNeeded, readFields } from './dosage-fields';
import { conceptOf, objectOf, objectsOf, optional, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { readSig } from './sig';
import { primaryDose } from './sig-draft';
import type { DosageFacts, DoseAmount } from './sig-draft';
import {
  addsNothing,
  canBeCompared,
  changesTheDose,
  isEnglish,
  saysAsNeeded,
  timesBeside,
} from './sig-beside-fields';
import { isPatientReadable } from './sig-words';
import type { ChartDate, DosageReading } from './types';

/**
 * Reads one FHIR Dosage where it is safe: the structured fields and the words must be understood and must agree.
 * Everything else (tapers, "as directed", weekly doses, contradictions, unknown words) gives `read: false`, and the clinician is asked.
 * Source: https://hl7.org/fhir/R4/dosage.html
 */
export function readDosage(instruction: JsonObject): DosageReading {
  const written = [textOf(instruction.patientInstruction), textOf(instruction.text)].filter(
    (sig) => sig !== undefined,
  );
  const text = written[0] ?? wordsOfFields(instruction);
  const unread: DosageReading = {
    text,
    read: false,
    asNeeded: isAsNeeded(instruction) || written.some(saysAsNeeded),
    patientReadable: isPatientReadable(text),
    ...beside(text, written[1]),
  };
  const facts = agreed(instruction, written);
  if (facts === undefined) return unread;
  const bounds = boundsOf(instruction, facts.days);
  const dose = primaryDose(facts.doses);
  if (bounds === 'contradiction' || facts.timesPerDay === undefined || exceedsMax(facts)) return unread;
  return {
    ...unread,
    read: true,
    asNeeded: facts.asNeeded,
    ...optional('dose', dose),
    timesPerDay: facts.timesPerDay,
    ...optional('slots', facts.slots),
    ...optional('maxPerDay', facts.maxPerDay),
    ...(facts.quoted === true ? { quoted: true as const } : {}),
    ...bounds,
  };
}

/** The `text` of an order whose words for the patient stand before it. */
function beside(text: string, orderText: string | undefined): Partial<DosageReading> {
  if (orderText === undefined || orderText === text) return {};
  const inEnglish = !isEnglish(text) && isEnglish(orderText) && isPatientReadable(orderText);
  return inEnglish ? { orderText, inEnglish } : { orderText };
}

interface Agreed extends DosageFacts {
  readonly quoted?: boolean;
}

/** One reading from all sources, or undefined when a source is unsafe, is not understood, or contradicts another. */
function agreed(instruction: JsonObject, written: readonly string[]): Agreed | undefined {
  const fields = readFields(instruction);
  if (fields === 'unsafe' || additionalWords(instruction).some(changesTheDose)) return undefined;
  let facts: DosageFacts | undefined = fields;
  const notUnderstood: string[] = [];
  for (const sig of written) {
    const reading = readSig(sig);
    if (reading === undefined) notUnderstood.push(sig);
    else if (facts !== undefined) facts = merged(facts, reading);
  }
  if (facts === undefined) return undefined;
  // EHRs that send "as needed: false" by habit leave it open which of the two is meant.
  if (instruction.asNeededBoolean === false && facts.asNeeded) return undefined;
  const complete = facts.doses.length > 0 && facts.timesPerDay !== undefined;
  const known = facts;
  if (!notUnderstood.every((sig) => complete && addsNothing(sig, known, instruction))) return undefined;
  const times = notUnderstood.map((sig) => timesBeside(sig, known));
  if (times.includes('others')) return undefined;
  const quoted = !notUnderstood.every(canBeCompared) || (known.slots !== undefined && times.includes('none'));
  return quoted ? { ...known, quoted } : known;
}

const additionalWords = (instruction: JsonObject): readonly string[] =>
  objectsOf(instruction.additionalInstruction).flatMap((concept) => conceptOf(concept).names);

/** Two sources together: each fills what the other leaves out; undefined when they contradict each other. */
function merged(a: DosageFacts, b: DosageFacts): DosageFacts | undefined {
  const units = a.doses.filter((dose) => b.doses.some(({ unit }) => unit === dose.unit));
  if (units.some((dose) => !b.doses.some((other) => sameDose(dose, other)))) return undefined;
  const max = [a.maxPerDay, b.maxPerDay];
  const pairs = [
    [a.timesPerDay, b.timesPerDay],
    [max[0]?.unit === max[1]?.unit ? max[0]?.value : undefined, max[1]?.value],
    [a.days, b.days],
  ];
  if (pairs.some(([x, y]) => x !== undefined && y !== undefined && x !== y)) return undefined;
  if (a.slots !== undefined && b.slots !== undefined && !sameTimes(a, b)) return undefined;
  return {
    doses: [...a.doses, ...b.doses.filter((dose) => !a.doses.some(({ unit }) => unit === dose.unit))],
    asNeeded: a.asNeeded || b.asNeeded,
    ...optional('timesPerDay', a.timesPerDay ?? b.timesPerDay),
    ...optional('slots', slotsInPrimaryUnit(a, b)),
    ...optional('maxPerDay', a.maxPerDay ?? b.maxPerDay),
    ...optional('days', a.days ?? b.days),
  };
}

const sameDose = (a: DoseAmount, b: DoseAmount): boolean =>
  a.unit === b.unit && a.low === b.low && a.high === b.high;

/** The same times named; the same amounts too where both count the same unit. */
function sameTimes(a: DosageFacts, b: DosageFacts): boolean {
  const sameUnit = primaryDose(a.doses)?.unit === primaryDose(b.doses)?.unit;
  return SLOTS.every((slot) => {
    const [mine, theirs] = [a.slots?.[slot] ?? 0, b.slots?.[slot] ?? 0];
    return sameUnit ? mine === theirs : mine > 0 === theirs > 0;
  });
}
const SLOTS = ['morning', 'noon', 'evening', 'bedtime'] as const;

/** Times named in mg beside a dose in tablets would print "10 tablets": the slots follow the unit that is counted. */
function slotsInPrimaryUnit(a: DosageFacts, b: DosageFacts): DosageFacts['slots'] {
  const unit = primaryDose([...a.doses, ...b.doses])?.unit;
  const source = [a, b].find((facts) => facts.slots !== undefined && primaryDose(facts.doses)?.unit === unit);
  return source?.slots;
}

/** "1 tablet 3 times a day, no more than 2": one of the two is wrong. As needed, or in a range, a limit only limits. */
function exceedsMax({ doses, timesPerDay, maxPerDay, asNeeded }: DosageFacts): boolean {
  const dose = doses.find(({ unit }) => unit === maxPerDay?.unit);
  if (dose === undefined || timesPerDay === undefined || maxPerDay === undefined) return false;
  const fixed = !asNeeded && dose.low === dose.high;
  return maxPerDay.value < (fixed ? dose.high * timesPerDay : dose.low);
}

/** A bound in days and a period may differ by the day on which a chart begins to count; the words then win, and no end is given. */
function boundsOf(
  instruction: JsonObject,
  days: number | undefined,
): { readonly days?: number; readonly end?: ChartDate } | 'contradiction' {
  const period = objectOf(objectOf(objectOf(instruction.timing).repeat).boundsPeriod);
  const end = chartDate(period.end);
  const length = inclusiveDays(chartDate(period.start), end);
  if (days !== undefined && length !== undefined && length !== days)
    return Math.abs(length - days) === 1 ? { days } : 'contradiction';
  return { ...optional('days', days ?? length), ...optional('end', end) };
}

/** A plain sentence for an order that was written in fields only. Empty when the fields hold no words for it. */
function wordsOfFields(instruction: JsonObject): string {
  const fields = readFields(instruction);
  const code = conceptOf(objectOf(instruction.timing).code).names[0];
  if (fields === 'unsafe') return code ?? '';
  const dose = primaryDose(fields.doses);
  const amount =
    dose === undefined
      ? undefined
      : dose.low === dose.high
        ? String(dose.low)
        : `${dose.low} to ${dose.high}`;
  const unit = dose === undefined ? '' : isPlural(dose) ? `${dose.unit}s` : dose.unit;
  const times = fields.timesPerDay;
  const often = times === undefined ? code : times === 1 ? 'once a day' : `${times} times a day`;
  return [
    amount === undefined ? undefined : `${amount} ${unit}`,
    often,
    fields.asNeeded ? 'as needed' : undefined,
    fields.days === undefined ? undefined : `for ${fields.days} days`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

const isPlural = ({ high, unit }: DoseAmount): boolean =>
  high > 1 && ['tablet', 'capsule', 'packet'].includes(unit);
