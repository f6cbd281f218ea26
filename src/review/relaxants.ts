import { byCodeUnits } from '../chart/text-order';
import type { ChartDate, MedicationOrder } from '../chart/types';
import type { DrugId } from '../knowledge/vocabulary';
import { ORDER_DAYS, WITHDRAWAL_DRUGS } from '../knowledge/windows';
import type { GroupMatch } from '../terminology/types';
import { daysBetween } from './calendar';
import { orderSpan, readCourse, strengthMg } from './dose';
import type { OrderSpan } from './dose';
import { dated } from './evidence-date';
import { lastDayMissing, mayHaveEndedWithin, orderEnd } from './order-end';
import type { RecognisedOrder } from './recognise';
import type { Evidence, Missing, RelaxantState } from './types';

/** One relaxant with all its orders: dose, duration, state. */
export interface RelaxantFact {
  readonly drug: DrugId;
  readonly ingredient: string;
  readonly orders: readonly MedicationOrder[];
  readonly state: RelaxantState;
  readonly stale: boolean;
  readonly formStated: boolean;
  readonly matchedBy: 'code' | 'name';
  readonly route: string;
  readonly since: ChartDate | undefined;
  readonly dailyDoseMg: number | undefined;
  readonly durationDays: number | undefined;
  /** Longer than `durationDays` where an earlier order does not say when it ended. */
  readonly durationAtMost: number | undefined;
  /** Every product of it is the 640 mg metaxalone tablet, which has its own ceiling. */
  readonly metaxalone640: boolean;
  /** Evidence that it was stopped, is on hold or ran out, for the taper rules. */
  readonly stopping: Evidence | undefined;
  /** It was stopped on a day that the chart does not say: whether just now is not known. */
  readonly stopDay: Missing | undefined;
  readonly doseRaised: Evidence | undefined;
  readonly evidence: readonly Evidence[];
}

export const baseIngredient = (drug: DrugId): string => drug.replace(/_(ir|er|sl|asa_caffeine)$/, '');

export function orderEvidence(
  order: MedicationOrder,
  group: GroupMatch | undefined,
  label: string,
  ingredients: readonly string[],
): Evidence {
  return {
    reference: order.reference,
    text: order.text,
    ...dated(order.supply.start ?? order.authoredOn),
    detail: label === 'current' ? 'current order' : label,
    ...(order.requester === undefined ? {} : { recorder: order.requester }),
    basis: group?.basis ?? 'name',
    by: group?.by ?? 'name in the chart',
    label: ingredients.join(' / ') || order.text,
  };
}

/** One fact per drug id, over current orders and, for withdrawal-prone drugs, recently stopped ones. */
export function relaxantFacts(orders: readonly RecognisedOrder[], asOf: string): RelaxantFact[] {
  const byDrug = new Map<DrugId, RecognisedOrder[]>();
  for (const recognised of orders)
    for (const relaxant of recognised.match.relaxants) {
      const drug = relaxant.group as DrugId;
      const known = byDrug.get(drug);
      if (known === undefined) byDrug.set(drug, [recognised]);
      else known.push(recognised);
    }
  mergeFormNotStated(byDrug);
  const facts: RelaxantFact[] = [];
  for (const [drug, members] of byDrug) {
    const fact = relaxantFact(drug, members, asOf);
    if (fact !== undefined) facts.push(fact);
  }
  return facts;
}

/** "cyclobenzaprine" without a form is listed once, with the stated form, when both are current. */
function mergeFormNotStated(byDrug: Map<DrugId, RecognisedOrder[]>): void {
  const plain = byDrug.get('cyclobenzaprine_ir');
  const stated = byDrug.get('cyclobenzaprine_er') ?? byDrug.get('cyclobenzaprine_sl');
  if (plain === undefined || stated === undefined) return;
  const references = new Set(stated.map(({ order }) => order.reference));
  const rest = plain.filter(({ order }) => !references.has(order.reference));
  if (rest.length === 0) byDrug.delete('cyclobenzaprine_ir');
  else byDrug.set('cyclobenzaprine_ir', rest);
}

function relaxantFact(
  drug: DrugId,
  members: readonly RecognisedOrder[],
  asOf: string,
): RelaxantFact | undefined {
  const ingredient = baseIngredient(drug);
  // Newest first: the order in which an EHR sends them says nothing.
  const spans = members
    .map((member) => ({ member, span: orderSpan(member.order, ingredient) }))
    .sort(
      (a, b) =>
        byCodeUnits(b.span.start ?? '', a.span.start ?? '') ||
        byCodeUnits(a.member.order.reference, b.member.order.reference),
    );
  const current = spans.filter(({ member }) => member.standing.kind === 'current');
  const earlier = spans.filter(({ member }) => member.standing.kind === 'ended');
  const stopped = WITHDRAWAL_DRUGS.includes(drug) ? earlier.filter(({ member }) => isStopped(member)) : [];
  const recentlyStopped = stopped.filter(({ span }) => stoppedRecently(span, asOf));
  const perhapsStopped = stopped.filter(({ member }) =>
    mayHaveEndedWithin(ORDER_DAYS.recentStop, orderEnd(member.order, ingredient, asOf)),
  );
  const listed = [current, recentlyStopped, perhapsStopped].find((spans) => spans.length > 0) ?? [];
  if (listed.length === 0) return undefined;

  const state: RelaxantState =
    current.length === 0
      ? 'stopped'
      : current.every(({ member }) => member.order.status === 'on-hold')
        ? 'on-hold'
        : 'current';
  const course = readCourse(
    listed.map(({ span }) => span),
    earlier.filter((entry) => !listed.includes(entry)).map(({ span }) => span),
    asOf,
  );
  const own = listed.flatMap(({ member }) => member.match.relaxants.filter((r) => r.group === drug));
  const evidence = listed.map(({ member }) =>
    orderEvidence(
      member.order,
      member.match.relaxants.find((relaxant) => relaxant.group === drug),
      member.standing.kind === 'current' ? member.standing.label : `not current: ${member.standing.label}`,
      [ingredient],
    ),
  );
  const [newest] = listed;
  const raised = listed.find(({ span }) => span === course.raised);
  return {
    drug,
    ingredient,
    orders: listed.map(({ member }) => member.order),
    state,
    stale: state !== 'stopped' && isStale(course.supplyEnd, newest?.span.start, asOf),
    formStated: own.some((match) => match.formStated),
    matchedBy: own.some((match) => match.basis === 'code') ? 'code' : 'name',
    route: listed.map(({ member }) => member.match.route).find((route) => route !== 'unknown') ?? 'unknown',
    since: sinceDate(listed, course.since),
    dailyDoseMg: course.dailyDoseMg,
    durationDays: course.durationDays,
    durationAtMost: course.durationAtMost,
    metaxalone640:
      drug === 'metaxalone' && listed.every(({ member }) => strengthMg(member.order, 'metaxalone') === 640),
    stopping: stoppingEvidence(drug, state, course.supplyEnd, course.durationDays, evidence, asOf),
    stopDay: listed === perhapsStopped ? lastDayMissing(listed.map(({ member }) => member.order)) : undefined,
    doseRaised: raised === undefined ? undefined : { ...raisedEvidence(evidence, raised.member.order) },
    evidence,
  };
}

function raisedEvidence(evidence: readonly Evidence[], order: MedicationOrder): Evidence {
  const own = evidence.find((item) => item.reference === order.reference);
  return {
    reference: order.reference,
    text: order.text,
    basis: 'value',
    by: own?.by ?? 'dosage',
    ...(own?.date === undefined ? {} : { date: own.date }),
    ...(own?.written === undefined ? {} : { written: own.written }),
    detail: 'dose went up in the last 7 days',
    label: 'dose change',
  };
}

function sinceDate(
  listed: readonly { readonly member: RecognisedOrder }[],
  since: string | undefined,
): ChartDate | undefined {
  if (since === undefined) return undefined;
  const dates = listed.flatMap(({ member }) => [member.order.supply.start, member.order.authoredOn]);
  return dates.find((date) => date?.day === since) ?? { text: since, day: since, precision: 'day' };
}

const isStopped = ({ order: { status } }: RecognisedOrder): boolean =>
  status === 'stopped' || status === 'cancelled';

/** No stop date exists on a MedicationRequest: the end of supply stands for it, and an end still to come means "since then". */
function stoppedRecently({ start, end }: OrderSpan, asOf: string): boolean {
  const last = end ?? start;
  const days = last === undefined ? undefined : daysBetween(last, asOf);
  return days !== undefined && days <= ORDER_DAYS.recentStop;
}

/** "Old order: still taking it?": supply over for more than 90 days, or no supply known and ordered over a year ago. */
function isStale(supplyEnd: string | undefined, newest: string | undefined, asOf: string): boolean {
  if (supplyEnd !== undefined) return (daysBetween(supplyEnd, asOf) ?? 0) > ORDER_DAYS.staleSupply;
  return newest !== undefined && (daysBetween(newest, asOf) ?? 0) > ORDER_DAYS.staleOrder;
}

/** Stopping is derived only for withdrawal-prone drugs taken for 14 days or more; the clinician can always say it. */
function stoppingEvidence(
  drug: DrugId,
  state: RelaxantState,
  supplyEnd: string | undefined,
  durationDays: number | undefined,
  evidence: readonly Evidence[],
  asOf: string,
): Evidence | undefined {
  if (!WITHDRAWAL_DRUGS.includes(drug) || (durationDays ?? 0) < ORDER_DAYS.courseBeforeStop) return undefined;
  const over = supplyEnd === undefined ? undefined : daysBetween(supplyEnd, asOf);
  const ranOut = over !== undefined && over >= 1 && over <= ORDER_DAYS.supplyOver;
  const why =
    state === 'stopped'
      ? 'stopped'
      : state === 'on-hold'
        ? 'on hold'
        : ranOut
          ? `supply ended ${over} days ago`
          : undefined;
  const [first] = evidence;
  return why === undefined || first === undefined ? undefined : { ...first, detail: why };
}
