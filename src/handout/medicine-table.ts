import { byCodeUnits } from '../chart/text-order';
import type { DosageReading, MedicationOrder } from '../chart/types';
import type { RelaxantReview, Review } from '../review/types';
import type { HandoutText } from './content/text';
import { chosenLineAsks, decisionSentence, isStopped, isUndecided } from './decided';
import { amount, asNeeded, slotCells, slotUnit, usableSlots } from './dose-words';
import type { LineBook } from './line-book';
import { drugName } from './medicine-names';
import type { HandoutChoices, HandoutSite, MedicineRow, Run } from './model';
import { liveOrders, productName, purposeWords, tellsHowToTake } from './order-words';
import { lastDayOf, paperDay } from './paper-dates';
import { fill, plain, strong } from './runs';
import { isTaperClass, mustNotStopAtOnce } from './taper';

interface TableInput {
  readonly review: Review;
  readonly choices: HandoutChoices;
  readonly site: HandoutSite;
  readonly text: HandoutText;
  readonly book: LineBook;
}

/** Why a drug's row carries a sentence and no times, in the order in which it is tested. */
type Stop = 'stopped' | 'decided' | 'contraindicated' | 'chosen line' | 'changed' | 'on-hold' | 'old order';

/**
 * Relaxants that stand in the table: active ones, and a recently stopped one whose abrupt stop could harm.
 * The rest of the stopped ones are named in "How to take it".
 */
export const tableRelaxants = (review: Review): readonly RelaxantReview[] =>
  review.relaxants.filter((relaxant) => !isStopped(relaxant) || mustNotStopAtOnce(relaxant));

/** True when the patient may take it as the row says. */
export function isTakeable(relaxant: RelaxantReview, choices: HandoutChoices): boolean {
  const stop = stopReason(relaxant, choices);
  return stop === undefined || stop === 'changed';
}

/** True when the patient takes it for now: as the row says, or on the way down that is written there. */
export const isTaken = (relaxant: RelaxantReview, choices: HandoutChoices): boolean =>
  isTakeable(relaxant, choices) ||
  (stopReason(relaxant, choices) === 'decided' && mustNotStopAtOnce(relaxant));

export function medicineRows(input: TableInput): readonly MedicineRow[] {
  return tableRelaxants(input.review).map((relaxant) => medicineRow(relaxant, input));
}

function stopReason(relaxant: RelaxantReview, choices: HandoutChoices): Stop | undefined {
  if (relaxant.state === 'stopped') return 'stopped';
  if (relaxant.decision?.kind === 'stop' || relaxant.decision?.kind === 'hold') return 'decided';
  if (isUndecided(relaxant)) return 'contraindicated';
  if (chosenLineAsks(relaxant, choices)) return 'chosen line';
  const filled = usableSlots(choices.slots[relaxant.drug]) !== undefined;
  // The order no longer says how it is taken; times filled in today do.
  if (relaxant.decision?.kind === 'change') return filled ? undefined : 'changed';
  if (relaxant.state === 'on-hold') return 'on-hold';
  // Times that the clinician filled in today answer "still taking it?".
  if (relaxant.stale && !filled) return 'old order';
  return undefined;
}

function medicineRow(
  relaxant: RelaxantReview,
  { choices, site, text, book, review }: TableInput,
): MedicineRow {
  const stop = stopReason(relaxant, choices);
  const taper = mustNotStopAtOnce(relaxant);
  const base = {
    drug: relaxant.drug,
    // A changed dose may be another strength than the chart's product.
    name: relaxant.decision?.kind === 'change' ? drugName(relaxant, text) : productName(relaxant, text),
    purpose: purposeWords(relaxant, text),
  };
  if (stop !== undefined) {
    const decided =
      stop === 'decided' || stop === 'changed' ? decisionSentence(relaxant, taper, site, text) : undefined;
    const sentence = decided ?? fill(stopSentence(stop, isTaperClass(relaxant.drug) && taper, text));
    const origin = [...plannedTag(relaxant), STOP_ORIGINS[stop] ?? `${stop}: no times printed`].join(' · ');
    book.add({
      id: `table.${relaxant.drug}`,
      group: 'Medicine table',
      text: `${base.name}: ${plain(sentence)}`,
      origin,
      lockedOn: true,
    });
    return {
      ...base,
      times: plain(sentence),
      sentence: strong(sentence),
      lastDay: taper
        ? text.medicine.callUsFirst
        : stop === 'changed'
          ? typedLastDay(relaxant, choices, site, text)
          : text.medicine.askFirst,
    };
  }
  const times = timesOf(relaxant, choices, text);
  const last = taper ? undefined : lastDay(relaxant, choices, review.asOf);
  book.add({
    id: `table.${relaxant.drug}`,
    group: 'Medicine table',
    text: `${base.name}: ${typeof times.times === 'string' ? times.times : times.times.join(' | ')}`,
    origin: [
      ...plannedTag(relaxant),
      times.origin,
      taper ? 'last day: call us first' : (last?.origin ?? 'last day: fill in'),
    ].join(' · '),
    lockedOn: true,
  });
  const prn = Array.isArray(times.times) && isAsNeeded(relaxant);
  return {
    ...base,
    purpose: prn ? `${base.purpose}, ${text.medicine.onlyIfNeeded}` : base.purpose,
    times: times.times,
    ...(typeof times.times === 'string' ? { sentence: times.runs ?? [{ text: times.times }] } : {}),
    lastDay: taper
      ? text.medicine.callUsFirst
      : last?.day === undefined
        ? ''
        : paperDay(last.day, site.pageSize, text),
  };
}

/** Paper says of a planned medicine what it says of an ordered one; the clinician sees that there is no order yet. */
const plannedTag = ({ planned }: RelaxantReview): readonly string[] =>
  planned === undefined
    ? []
    : [planned.alsoOrdered ? 'planned beside an order in the chart' : 'planned, not in the chart'];

/** Whose words the times are. */
const basisOf = ({ planned }: RelaxantReview): 'order' | 'plan' =>
  planned?.alsoOrdered === false ? 'plan' : 'order';

const STOP_ORIGINS: Readonly<Partial<Record<Stop, string>>> = {
  contraindicated: 'decision open: no times printed',
  'chosen line': 'a line you chose says to ask first: no times printed',
  decided: 'you decided',
  changed: 'your words, in every language: fill times for a grid',
};

function stopSentence(stop: Stop, taper: boolean, text: HandoutText): string {
  if (stop === 'stopped') return text.medicine.orderStopped;
  return taper ? text.medicine.callBeforeNextDose : text.medicine.askUs;
}

/** The one order and the one instruction that may give times and last day; several that differ are never added up. */
function singleReading(
  relaxant: RelaxantReview,
): { order: MedicationOrder; reading: DosageReading } | undefined {
  const readings = liveOrders(relaxant).flatMap((order) =>
    order.dosages.map((reading) => ({ order, reading })),
  );
  const kinds = new Set(readings.map(({ reading }) => sigKey(reading.text)));
  // The newest of equal ones is the renewal that now counts.
  const newest = [...readings].sort((a, b) => byCodeUnits(startOf(b.order), startOf(a.order)))[0];
  return kinds.size === 1 ? newest : undefined;
}

const sigKey = (sig: string): string => sig.toLowerCase().replace(/\s+/g, ' ').trim();
const startOf = (order: MedicationOrder): string => (order.supply.start ?? order.authoredOn)?.day ?? '';
const isAsNeeded = (relaxant: RelaxantReview): boolean =>
  liveOrders(relaxant).some((order) => order.dosages.some((dosage) => dosage.asNeeded));

function timesOf(
  relaxant: RelaxantReview,
  choices: HandoutChoices,
  text: HandoutText,
): { times: MedicineRow['times']; runs?: readonly Run[]; origin: string } {
  const chosen = usableSlots(choices.slots[relaxant.drug]);
  if (chosen !== undefined)
    return { times: slotCells(chosen, slotUnit(relaxant), text), origin: 'times you filled in' };
  const found = singleReading(relaxant);
  if (found === undefined) {
    const several = liveOrders(relaxant).length > 1;
    return several
      ? { times: text.medicine.severalOrders, origin: 'orders differ: fill times' }
      : { ...quoteOrBottle(relaxant, text), origin: 'not read safely: fill times' };
  }
  const { reading } = found;
  const exact = reading.read && reading.quoted !== true;
  if (exact && reading.asNeeded) {
    const needed = asNeeded(reading, text);
    if (needed !== undefined)
      return { times: plain(needed), runs: needed, origin: `as needed, from the ${basisOf(relaxant)}` };
  }
  const slots = exact && !reading.asNeeded ? usableSlots(reading.slots) : undefined;
  if (slots !== undefined)
    return {
      times: slotCells(slots, reading.dose?.unit ?? slotUnit(relaxant), text),
      origin: `from the ${basisOf(relaxant)}`,
    };
  return {
    ...quoteOrBottle(relaxant, text),
    origin: reading.patientReadable
      ? `no times in the ${basisOf(relaxant)}: fill times`
      : 'patients cannot read this: fill times',
  };
}

/** What the order says, in its own words and in quotes: never a guess at what it means. */
function quoteOrBottle(
  relaxant: RelaxantReview,
  text: HandoutText,
): { readonly times: string; readonly runs: readonly Run[] } {
  const said = liveOrders(relaxant).map(({ text: product, dosages }) => {
    const sigs = dosages.flatMap((reading) => quotes(reading, text)).filter((sig) => sig !== '');
    return sigs.length === 0 && tellsHowToTake(product) ? [product.trim()] : sigs;
  });
  const sigs = [...new Set(said.flat())];
  const runs =
    sigs.length > 0
      ? fill(text.medicine.asBottleQuote, { sig: sigs.join(' / ') })
      : fill(text.medicine.asBottle);
  return { times: plain(runs), runs };
}

/** The words for the patient; on an English paper after the order's English, where they are in another language. */
const quotes = (
  { text: sig, orderText, inEnglish }: DosageReading,
  { language }: HandoutText,
): readonly string[] =>
  (language === 'en' && inEnglish === true ? [orderText ?? '', sig] : [sig]).map((words) => words.trim());

function typedLastDay(
  { drug }: RelaxantReview,
  choices: HandoutChoices,
  site: HandoutSite,
  text: HandoutText,
): string {
  const typed = choices.lastDay[drug];
  return typed !== undefined && ISO_DAY.test(typed) ? paperDay(typed, site.pageSize, text) : '';
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The last day the clinician typed, else the bound written in the order. Never from the dispensed quantity.
 * A bound already past, or one that refills would overrun, is left blank for the clinician.
 */
function lastDay(
  relaxant: RelaxantReview,
  choices: HandoutChoices,
  asOf: string,
): { day?: string; origin: string } | undefined {
  const typed = choices.lastDay[relaxant.drug];
  if (typed !== undefined && ISO_DAY.test(typed)) return { day: typed, origin: 'last day you typed' };
  const found = singleReading(relaxant);
  if (found === undefined) return undefined;
  // The bound of an order that was changed today is no longer its bound.
  if (relaxant.decision?.kind === 'change') return undefined;
  const { order, reading } = found;
  const start = order.supply.start ?? order.authoredOn;
  const bounded =
    reading.end?.precision === 'day'
      ? reading.end.day
      : start?.precision === 'day' &&
          start.day !== undefined &&
          reading.days !== undefined &&
          order.supply.repeats === 0
        ? lastDayOf(start.day, reading.days)
        : undefined;
  if (bounded === undefined) return undefined;
  return bounded < asOf
    ? { origin: `the order ended ${bounded}: fill in the last day` }
    : { day: bounded, origin: `last day from the ${basisOf(relaxant)}` };
}

/** Amount of one dose as the rail shows it beside the four boxes. */
export const slotHint = (relaxant: RelaxantReview, text: HandoutText): string =>
  amount(1, slotUnit(relaxant), text);
