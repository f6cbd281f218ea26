import type { RelaxantReview } from '../review/types';
import type { HandoutText } from './content/text';
import type { HandoutSite, Run } from './model';
import { paperDay } from './paper-dates';
import { fill } from './runs';

/** Stopped in the chart, or by the clinician at this visit. */
export const isStopped = ({ state, decision }: RelaxantReview): boolean =>
  state === 'stopped' || decision?.kind === 'stop';

/** A contraindicated finding that nobody decided: its medicine gets no times. */
export const isUndecided = ({ cautions, decision }: RelaxantReview): boolean =>
  decision?.kind !== 'stop' &&
  decision?.kind !== 'hold' &&
  cautions.some((hit) => hit.severity === 'contraindicated' && hit.kept === undefined);

/** Ruled by hand where the clinician typed nothing. */
const RULED = '______________';

/** The row of a medicine about which the clinician decided today; undefined where the chart still speaks. */
export function decisionSentence(
  relaxant: RelaxantReview,
  taper: boolean,
  site: HandoutSite,
  text: HandoutText,
): readonly Run[] | undefined {
  const { decision } = relaxant;
  if (relaxant.state === 'stopped' || isUndecided(relaxant)) return undefined;
  switch (decision?.kind) {
    case undefined:
      return undefined;
    case 'change':
      return fill(text.medicine.takeThisWay, { how: decision.how === '' ? RULED : decision.how });
    case 'stop':
      return fill(text.medicine.notAllAtOnce, { how: RULED });
    case 'hold':
      // A hold is a stop at once: where that may harm, the row holds the way down.
      if (taper) return fill(text.medicine.notAllAtOnce, { how: RULED });
      return decision.until === undefined
        ? fill(text.medicine.hold)
        : fill(text.medicine.holdUntil, { date: paperDay(decision.until, site.pageSize, text) });
  }
}
