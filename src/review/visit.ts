import type { Chart, MedicationOrder } from '../chart/types';
import { review } from './review';
import type { ReviewOptions } from './review';
import type { DidNotCount, RelaxantReview, Review } from './types';
import { ordersOfVisit, saidWhereFrom, withGivenName } from './visit-orders';
import { endsAtOnce, hitKey } from './visit-record';
import type { SetAside, VisitRecord } from './visit-record';

type VisitOptions = Omit<ReviewOptions, 'visit'> & { readonly visit: VisitRecord };

/** The review of one chart with what the clinician said and decided. Pure, like the review itself. */
export function reviewVisit(chart: Chart, { visit, ...options }: VisitOptions): Review {
  const { answers, decisions } = visit;
  const notNew = Object.entries(visit.newOrNot).flatMap(([key, { isNew }]) => (isNew ? [] : [key]));
  const aside = asideByOrder(visit);
  const rest: Chart = {
    ...chart,
    medications: [
      ...chart.medications.flatMap((order) =>
        withoutIt(withGivenName(order, visit), aside.get(order.reference)),
      ),
      ...ordersOfVisit(visit, options.asOf),
    ],
  };
  const judged = review(rest, { ...options, visit: { answers, notNew } });
  // Only the relaxant that is stopped or held gets its stopping rules; the answer would raise them for all.
  const stopping = Object.values(decisions).some(endsAtOnce)
    ? review(rest, { ...options, visit: { answers: { ...answers, stopping_or_gap: true }, notNew } })
    : judged;
  const decided: Review = {
    ...judged,
    relaxants: judged.relaxants.map((relaxant) => {
      const decision = decisions[relaxant.drug];
      if (decision === undefined) return withKept(relaxant, visit);
      const stopped = stopping.relaxants.find(({ drug }) => drug === relaxant.drug);
      const found = endsAtOnce(decision) && stopped !== undefined ? saidHere(stopped) : relaxant;
      return { ...withKept(found, visit), decision };
    }),
    didNotCount: [
      ...judged.didNotCount.filter(({ reference }) => !aside.has(reference)),
      ...chart.medications.flatMap((order) => setAsideEntry(order, aside.get(order.reference))),
    ],
  };
  return saidWhereFrom(decided, visit);
}

function asideByOrder({ setAside }: VisitRecord): ReadonlyMap<string, SetAside> {
  return new Map(
    Object.values(setAside).flatMap((entry) => entry.orders.map((reference) => [reference, entry] as const)),
  );
}

/**
 * An entry that is wrong was never so. A partner that is not taken any more may have been until yesterday:
 * without a date it still counts for rules that look back (an MAOI within 14 days).
 */
function withoutIt(order: MedicationOrder, aside: SetAside | undefined): MedicationOrder[] {
  if (aside === undefined) return [order];
  if (aside.relaxant || aside.reason === 'wrong in the chart') return [];
  const undated = order.authoredOn === undefined ? {} : { authoredOn: NO_DATE };
  return [{ ...order, ...undated, status: 'stopped', supply: { repeats: 0 } }];
}

const NO_DATE = { text: '', precision: 'unreadable' } as const;

function setAsideEntry(order: MedicationOrder, aside: SetAside | undefined): DidNotCount[] {
  if (aside === undefined) return [];
  return [{ reference: order.reference, text: order.text, reason: `set aside: ${aside.reason}` }];
}

function withKept(relaxant: RelaxantReview, { kept }: VisitRecord): RelaxantReview {
  return {
    ...relaxant,
    cautions: relaxant.cautions.map((hit) => {
      const reason = kept[hitKey(relaxant, hit)];
      return reason === undefined ? hit : { ...hit, kept: reason };
    }),
  };
}

const STOPPING = 'answer/stopping_or_gap';

/** The answer stands in for the decision; Why shows the decision. */
function saidHere(relaxant: RelaxantReview): RelaxantReview {
  return {
    ...relaxant,
    cautions: relaxant.cautions.map((hit) => ({
      ...hit,
      evidence: hit.evidence.map((item) =>
        item.reference === STOPPING
          ? { ...item, text: 'stopped or held', detail: 'decided at this visit' }
          : item,
      ),
    })),
  };
}
