import type { Presentation } from '../review/presentation';
import type { Review } from '../review/types';

/** A review with what the screen makes of it: always used as a pair. */
export interface Reading {
  readonly review: Review;
  readonly shown: Presentation;
}

/** The rows that have a place on screen, in order; folded blocks are one row whatever they hold. */
function rows({ review, shown }: Reading): string[] {
  return [
    ...(shown.redFlagsFirst ? ['red flags first'] : []),
    ...review.relaxants.map((relaxant) => `medicine ${relaxant.drug} ${relaxant.state}`),
    ...shown.items.map((item) => `item ${item.id} ${item.severity} ${item.start}`),
    ...shown.redFlags.map((flag) => `flag ${flag.id} ${flag.tier}`),
  ];
}

/** True when showing `next` in place of `current` would add, remove or reorder a row under the user's hand. */
export function movesRows(current: Reading, next: Reading): boolean {
  const [before, after] = [rows(current), rows(next)];
  return before.length !== after.length || before.some((row, place) => row !== after[place]);
}

/** Findings of `next` that `current` does not have, or has in a milder form. */
export function newFindings(current: Reading, next: Reading): number {
  const known = new Set(rows(current).map(withoutStart));
  return rows(next).filter((row) => row !== 'red flags first' && !known.has(withoutStart(row))).length;
}

/** An item that only opens or closes is not a new finding. */
const withoutStart = (row: string): string => row.replace(/ (open|closed)$/, '');

/**
 * What stays on screen while a newer reading waits for [Show]: rows keep their places, but an emergency, the summary, driving
 * and what could not be checked are always the newest. They have reserved places, and holding them back would be an all-clear.
 */
export function held(current: Reading, next: Reading): Reading {
  return {
    review: {
      ...current.review,
      completeness: next.review.completeness,
      unrecognised: next.review.unrecognised,
      redFlagsNotChecked: next.review.redFlagsNotChecked,
      relaxants: current.review.relaxants.map((relaxant) => {
        const newest = next.review.relaxants.find(
          ({ drug, state }) => drug === relaxant.drug && state === relaxant.state,
        );
        return newest === undefined ? relaxant : { ...relaxant, driving: newest.driving };
      }),
    },
    shown: {
      ...current.shown,
      emergency: next.shown.emergency,
      summary: next.shown.summary,
      couldNotCheck: next.shown.couldNotCheck,
      checks: next.shown.checks,
    },
  };
}
