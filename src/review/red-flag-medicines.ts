import type { MedicineLimb, RedFlagLimb } from '../knowledge/rule';
import { daysBetween } from './calendar';
import { orderSpan } from './dose';
import { earlierMissing, sectionMissing } from './facts';
import type { Facts, MedicineFact } from './facts';
import { lastDayMissing, mayHaveEndedWithin } from './order-end';
import { ownDirection } from './own-direction';
import type { LimbResult } from './red-flag-limbs';
import type { Missing } from './types';

/** A current order of the class, or one that ended within the window of the limb. */
export function medicineLimb(limb: MedicineLimb, facts: Facts): LimbResult {
  const { withinDays, course } = limb;
  const ofClass = facts.medicines.filter((medicine) => medicine.classes.has(limb.medicine));
  // A short course that nobody closed in the chart ended with its supply.
  const running =
    course === undefined
      ? ofClass
      : ofClass.filter((m) => m.endNotStated === true || (m.endedDaysAgo ?? 0) <= (withinDays ?? Infinity));
  const ended =
    withinDays === undefined
      ? []
      : facts.ended.filter((m) => m.classes.has(limb.medicine) && mayHaveEndedWithin(withinDays, m));
  const recent = ended.filter((m) => (m.endedDaysAgo ?? 0) <= (withinDays ?? 0));
  const found = [...running, ...recent];
  const counted =
    course === undefined ? found : found.filter((m) => isLongOrInjected(m, found, course.days, facts));
  const fired = counted.map((medicine) => ({
    tier: limb.tier,
    evidence: {
      ...medicine.evidence,
      detail: `${medicine.evidence.detail} · inferred from the medicine: ${limb.label}`,
    },
  }));
  const missing = medicinesMissing(facts, withinDays !== undefined);
  const open =
    course === undefined || fired.length > 0 ? [] : found.filter((m) => courseDays(m) === undefined);
  const lastDay =
    fired.length > 0
      ? undefined
      : lastDayMissing(ended.flatMap((m) => (recent.includes(m) ? [] : [m.order])));
  return {
    fired,
    missing: [
      ...missing,
      ...(open.length === 0
        ? []
        : [
            {
              key: 'courseDays',
              kind: 'duration' as const,
              why: `length of a course: ${textsOf(open)}`,
            },
          ]),
      ...(lastDay === undefined ? [] : [lastDay]),
    ],
  };
}

const textsOf = (medicines: readonly MedicineFact[]): string =>
  [...new Set(medicines.map(({ order }) => ownDirection(order.text)))].join(', ');

/** Injected, or enough planned days over all orders of the same ingredients: two courses of ten days are one of twenty. */
function isLongOrInjected(
  medicine: MedicineFact,
  all: readonly MedicineFact[],
  days: number,
  facts: Facts,
): boolean {
  const recognised = facts.recognised.orders.find(({ order }) => order === medicine.order);
  if (recognised?.match.route === 'injection') return true;
  const same = all.filter((other) => other.ingredients.join() === medicine.ingredients.join());
  return same.reduce((sum, other) => sum + (courseDays(other) ?? 0), 0) >= days;
}

const courseDays = ({ order, ingredients }: MedicineFact): number | undefined =>
  orderSpan(order, ingredients[0] ?? '').plannedDays;

function medicinesMissing(facts: Facts, looksBack: boolean): Missing[] {
  const missing =
    sectionMissing(facts, 'MedicationRequest') ?? (looksBack ? earlierMissing(facts) : undefined);
  return missing === undefined ? [] : [missing];
}

/** Cumulative days of systemic steroid supply that fall inside the window, over current and ended orders. */
export function steroidLimb(limb: Extract<RedFlagLimb, { steroidDays: unknown }>, facts: Facts): LimbResult {
  const { min, withinDays } = limb.steroidDays;
  const isSteroid = (medicine: MedicineFact) => medicine.classes.has('corticosteroid_systemic');
  const orders = [...facts.medicines, ...facts.ended].filter(isSteroid);
  const days = orders.map((medicine) => steroidDays(medicine, withinDays, facts.asOf));
  const total = days.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const fire = (medicines: readonly MedicineFact[], detail: string): LimbResult => ({
    fired: medicines.map((medicine) => ({
      tier: limb.tier,
      evidence: { ...medicine.evidence, detail },
    })),
    missing: [],
  });
  if (total >= min)
    return fire(
      orders.filter((_, index) => days[index] !== 0),
      `${total} days of systemic steroid in ${withinDays} days`,
    );
  const longRunning = facts.medicines.filter(
    (medicine) =>
      isSteroid(medicine) &&
      medicine.order.supply.repeats > 0 &&
      (startedDaysAgo(medicine, facts.asOf) ?? 0) > min,
  );
  if (longRunning.length > 0)
    return fire(longRunning, `current order with refills, begun more than ${min} days ago`);
  const notStated = days.some((count) => count === undefined);
  return {
    fired: [],
    missing: [
      ...medicinesMissing(facts, true),
      ...(notStated
        ? [
            {
              key: 'steroidDays',
              kind: 'duration' as const,
              why: 'days of steroid (supply not stated)',
            },
          ]
        : []),
    ],
  };
}

function startedDaysAgo({ order }: MedicineFact, asOf: string): number | undefined {
  const start = (order.supply.start ?? order.authoredOn)?.day;
  return start === undefined ? undefined : daysBetween(start, asOf);
}

/** Undefined when the supply is not stated; 0 for an order that cannot reach into the window. */
function steroidDays(medicine: MedicineFact, withinDays: number, asOf: string): number | undefined {
  const span = orderSpan(medicine.order, medicine.ingredients[0] ?? '');
  const startAge = span.start === undefined ? undefined : daysBetween(span.start, asOf);
  const endAge = span.end === undefined ? undefined : daysBetween(span.end, asOf);
  if (startAge === undefined || endAge === undefined) return undefined;
  // Clipped to the window and to today: days still to come are not yet taken.
  return Math.max(0, Math.min(startAge + 1, withinDays) - Math.max(endAge, 0));
}
