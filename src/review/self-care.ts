import type { Facts } from './facts';
import type { SelfCareFacts } from './types';

/** The paper prints these as the reason, so that only a confirmed entry may stand behind them. */
const PRINTED_REASONS = new Set(['ckd', 'dialysis', 'heart_failure', 'recent_mi']);

/**
 * What advice on pain medicine must respect. Undefined while something that could forbid it is open: nobody asked about allergies.
 * Sections that could not be read stand in the review's completeness.
 */
export function selfCareFacts(facts: Facts): SelfCareFacts | undefined {
  const { recognised } = facts;
  if (recognised.allergiesNotAsked) return undefined;
  const open = [...facts.openConditions.keys()].filter((token) => !PRINTED_REASONS.has(token));
  const allergies = recognised.allergies.flatMap(({ substance, groups }) => [
    ...substance.ingredients,
    ...substance.groups.map(({ group }) => group),
    ...groups.keys(),
  ]);
  const below = egfrBelow60(facts);
  return {
    conditions: [...new Set([...facts.conditions.keys(), ...open, ...alcoholSaid(facts)])].sort(),
    allergies: [...new Set(allergies)].sort(),
    ...(below === undefined ? {} : { egfrBelow60: below }),
  };
}

/** Said at the visit, or earlier and not taken back: the paper then names no acetaminophen, with or without a relaxant. */
function alcoholSaid({ answers: { alcohol_heavy: said }, earlierYes }: Facts): readonly string[] {
  return (said ?? earlierYes.has('alcohol_heavy')) ? ['alcohol_heavy'] : [];
}

/** An old low value still counts as low; an old normal one says nothing. */
function egfrBelow60({ labs: { egfr } }: Facts): boolean | undefined {
  if (!egfr.known) return undefined;
  if (egfr.high < 60) return true;
  return egfr.low >= 60 && egfr.fresh ? false : undefined;
}
