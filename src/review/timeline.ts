import { byCodeUnits } from '../chart/text-order';
import type { Chart, ChartDate, MedicationOrder } from '../chart/types';
import type { DrugId, RedFlagTier, Severity } from '../knowledge/vocabulary';
import type { MedicationInput, MedicationMatch } from '../terminology/types';
import { addDays, lastPossibleDay } from './calendar';
import { severityRank } from './cautions';
import { orderSpan } from './dose';
import { orderStanding } from './gate';
import { baseIngredient } from './relaxants';
import { plainName } from './review';
import type { Evidence, Review } from './types';
import { isOfVisit } from './visit-record';

/** An order as a bar. Days are YYYY-MM-DD. */
export interface OrderMark {
  readonly kind: 'order';
  readonly reference: string;
  readonly text: string;
  readonly start: string;
  /** The date as the chart has it: "2026-02" begins somewhere in February. */
  readonly startText: string;
  /** Last day that the supply covers; undefined when neither a supply nor an end is stated. */
  readonly end?: string;
  /** Still on the list of medicines today: taken or not, the chart does not say. */
  readonly listed: boolean;
}

/** A diagnosis, procedure or measurement: one day, or the span of days that an incomplete date allows. */
export interface EventMark {
  readonly kind: 'event';
  readonly reference: string;
  readonly text: string;
  readonly start: string;
  readonly startText: string;
  readonly end: string;
}

export type TimelineMark = OrderMark | EventMark;

export interface TimelineRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'relaxant' | 'interacting' | 'red-flag';
  /** Worst caution that the medicine is part of. */
  readonly severity?: Severity;
  readonly tier?: RedFlagTier;
  readonly marks: readonly TimelineMark[];
}

/** What has no place in the picture, with the reason: never dropped. */
export interface ApartEntry {
  readonly reference: string;
  readonly name: string;
  readonly text: string;
  /** `visit`: said or planned at this visit; the chart does not hold it. */
  readonly why: 'no date' | 'before' | 'after' | 'visit';
  readonly date?: string;
}

export interface Timeline {
  /** First and last day of the picture; the last is the day of the review. */
  readonly from: string;
  readonly to: string;
  readonly rows: readonly TimelineRow[];
  readonly apart: readonly ApartEntry[];
}

const DAYS = 730;

/** A row before its marks are placed. */
interface Draft extends Omit<TimelineRow, 'marks'> {
  readonly orders: Map<string, MedicationOrder>;
  readonly events: Map<string, Evidence>;
  readonly ingredient: string;
}

/**
 * Relaxants, the medicines that a caution names beside them, and the entries behind the red flags, over the last two years.
 * Each entry stands once: in a row, or apart with the reason. Earlier orders of the same medicines are found by `recognise`.
 */
export function timeline(
  review: Review,
  chart: Chart,
  recognise: (order: MedicationInput) => MedicationMatch,
): Timeline {
  const drafts = [...relaxantRows(review), ...partnerRows(review, chart), ...redFlagRows(review, chart)];
  const taken = new Set<string>();
  for (const draft of drafts)
    for (const list of [draft.orders, draft.events])
      for (const reference of [...list.keys()])
        if (taken.has(reference)) list.delete(reference);
        else taken.add(reference);
  addEarlierOrders(drafts, chart, recognise, taken);

  const to = review.asOf;
  const from = addDays(to, -DAYS);
  const apart: ApartEntry[] = [];
  const listed = listedReferences(review);
  const rows = drafts.flatMap(({ orders, events, ingredient, ...row }) => {
    const placed = [
      ...[...orders.values()].map((order) => orderMark(order, ingredient, listed.has(order.reference))),
      ...[...events.values()].map((evidence) => eventMark(evidence, dateOf(evidence, chart))),
    ].flatMap((mark) => {
      const why = isOfVisit(mark.reference)
        ? 'visit'
        : mark.start === undefined
          ? 'no date'
          : lastDay(mark, to) < from
            ? 'before'
            : mark.start > to
              ? 'after'
              : undefined;
      if (why === undefined) return [mark as TimelineMark];
      const date = mark.startText === '' || why === 'visit' ? {} : { date: mark.startText };
      apart.push({ reference: mark.reference, name: row.name, text: mark.text, why, ...date });
      return [];
    });
    const marks = placed.sort((a, b) => byCodeUnits(a.start, b.start));
    return marks.length === 0 ? [] : [{ ...row, marks }];
  });
  return { from, to, rows, apart };
}

function relaxantRows(review: Review): Draft[] {
  return review.relaxants.map(({ drug, name, orders }) => ({
    id: drug,
    name,
    kind: 'relaxant',
    orders: new Map(orders.map((order) => [order.reference, order])),
    events: new Map(),
    ingredient: baseIngredient(drug),
  }));
}

const isMedicine = ({ reference }: Evidence): boolean => reference.startsWith('Medication');

/** Worst first, as the review ranks them. Teaching points name no partner that the eye should find. */
function partnerRows(review: Review, chart: Chart): Draft[] {
  const rows = new Map<string, Draft>();
  const hits = review.relaxants
    .flatMap(({ cautions }) => cautions)
    .filter(({ severity }) => severity !== 'counsel')
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  for (const { severity, evidence } of hits)
    for (const one of evidence.filter(isMedicine)) {
      const row = rows.get(one.label) ?? medicineRow(one, 'interacting', { severity });
      rows.set(one.label, row);
      addOrder(row, one, chart);
    }
  return [...rows.values()];
}

function redFlagRows(review: Review, chart: Chart): Draft[] {
  return review.redFlags.flatMap(({ rule, tier, evidence }) => {
    const entries = evidence.filter(({ reference }) => !/^(?:Patient|answer)\//.test(reference));
    const row: Draft = {
      id: rule.id,
      name: rule.title,
      kind: 'red-flag',
      tier,
      orders: new Map(),
      events: new Map(entries.filter((one) => !isMedicine(one)).map((one) => [one.reference, one])),
      ingredient: '',
    };
    const medicines = entries.filter(isMedicine).map((one) => {
      const own = medicineRow(one, 'red-flag', { tier });
      addOrder(own, one, chart);
      return own;
    });
    return [row, ...medicines];
  });
}

function medicineRow(
  { label }: Evidence,
  kind: Draft['kind'],
  rank: { readonly severity: Severity } | { readonly tier: RedFlagTier },
): Draft {
  return {
    id: `${kind} ${label}`,
    name: label,
    kind,
    ...rank,
    orders: new Map(),
    events: new Map(),
    ingredient: label.split(' / ')[0] ?? '',
  };
}

function addOrder(row: Draft, evidence: Evidence, chart: Chart): void {
  const order = chart.medications.find(({ reference }) => reference === evidence.reference);
  // A medicine said or planned at this visit is in no chart.
  if (order === undefined) row.events.set(evidence.reference, evidence);
  else row.orders.set(order.reference, order);
}

/** Orders of the same medicines that no rule looks at any more: ended, or set aside at this visit. */
function addEarlierOrders(
  drafts: Draft[],
  chart: Chart,
  recognise: (order: MedicationInput) => MedicationMatch,
  taken: Set<string>,
): void {
  for (const order of chart.medications) {
    if (taken.has(order.reference) || orderStanding(order).kind === 'out') continue;
    const match = recognise(order);
    const drugs = match.relaxants.map(({ group }) => group as DrugId);
    const label = match.ingredients.join(' / ');
    const known = drafts.find(
      (row) => drugs.some((drug) => drug === row.id) || (row.kind !== 'relaxant' && row.name === label),
    );
    const [drug] = drugs;
    if (known !== undefined) known.orders.set(order.reference, order);
    else if (drug !== undefined) drafts.splice(lastRelaxant(drafts), 0, earlierRelaxant(drug, order));
    else continue;
    taken.add(order.reference);
  }
}

const lastRelaxant = (drafts: readonly Draft[]): number =>
  drafts.filter(({ kind }) => kind === 'relaxant').length;

const earlierRelaxant = (drug: DrugId, order: MedicationOrder): Draft => ({
  id: drug,
  name: plainName(drug),
  kind: 'relaxant',
  orders: new Map([[order.reference, order]]),
  events: new Map(),
  ingredient: baseIngredient(drug),
});

/** Orders that the review counts today. */
function listedReferences(review: Review): ReadonlySet<string> {
  const listed = review.otherMedicines.map(({ reference }) => reference);
  for (const { state, orders } of review.relaxants)
    if (state !== 'stopped') listed.push(...orders.map(({ reference }) => reference));
  return new Set(listed);
}

type Unplaced<Mark> = Mark extends TimelineMark
  ? Omit<Mark, 'start'> & { readonly start: string | undefined }
  : never;

function orderMark(order: MedicationOrder, ingredient: string, listed: boolean): Unplaced<OrderMark> {
  const span = orderSpan(order, ingredient);
  const written = order.supply.start ?? order.authoredOn;
  // A supply that ends before it begins is a slip of the chart: then only the beginning is known.
  const end = span.end !== undefined && (span.start ?? '') <= span.end ? span.end : undefined;
  return {
    kind: 'order',
    reference: order.reference,
    text: order.text,
    start: span.start,
    startText: written?.text ?? '',
    ...(end === undefined ? {} : { end }),
    listed,
  };
}

function eventMark(evidence: Evidence, date: ChartDate | undefined): Unplaced<EventMark> {
  const start = date === undefined ? evidence.date : date.day;
  return {
    kind: 'event',
    reference: evidence.reference,
    text: evidence.text,
    start,
    startText: date?.text ?? evidence.date ?? '',
    end: (date === undefined ? start : lastPossibleDay(date)) ?? start ?? '',
  };
}

/** The date of an entry with its precision; evidence keeps the first day that it allows. */
function dateOf({ reference }: Evidence, chart: Chart): ChartDate | undefined {
  const same = (entry: { readonly reference: string }) => entry.reference === reference;
  const condition = chart.conditions.find(same);
  const measured = chart.observations.find(same);
  return (
    condition?.onset ??
    condition?.recorded ??
    chart.procedures.find(same)?.performed ??
    measured?.effective ??
    measured?.issued ??
    chart.allergies.find(same)?.recorded
  );
}

/** An order on the list reaches to today. */
function lastDay(mark: Unplaced<TimelineMark>, today: string): string {
  if (mark.kind === 'order' && mark.listed) return today;
  return mark.end ?? mark.start ?? '';
}
