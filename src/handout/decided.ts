import type { RelaxantReview } from '../review/types';
import type { HandoutText } from './content/text';
import type { HandoutChoices, HandoutSite, Run } from './model';
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

/** Lines that tell not to take the medicine, or not before asking, whatever else is true. None prints unless it is chosen. */
const ASKING_LINES = ['X-MOUD', 'MET-SEIZURE-BRAIN', 'OAC-PREG', 'DZP-PREG-LACT'];

/** A chosen line tells to ask before taking it: times beside it would say the opposite. */
export const chosenLineAsks = ({ cautions }: RelaxantReview, { lines }: HandoutChoices): boolean =>
  cautions.some(({ rule: { id } }) => ASKING_LINES.includes(id) && lines[`rule.${id}`] === true);

/** Ruled by hand where the clinician typed nothing. */
const RULED = '______________';

/** The row of a medicine about which the clinician decided today; undefined where nothing was. */
export function decisionSentence(
  relaxant: RelaxantReview,
  taper: boolean,
  site: HandoutSite,
  text: HandoutText,
): readonly Run[] | undefined {
  const { decision } = relaxant;
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
