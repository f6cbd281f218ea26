import type { DrugId } from '../knowledge/vocabulary';
import type { RelaxantReview } from '../review/types';

/** Relaxants that must not be stopped at once after weeks of use, and the rule that says when. */
const TAPER_RULES: Readonly<Partial<Record<DrugId, string>>> = {
  baclofen: 'BAC-TAPER',
  carisoprodol: 'CAR-WITHDRAWAL',
  diazepam: 'DZP-TAPER',
  tizanidine: 'TIZ-TAPER',
};

export const isTaperRule = (id: string): boolean => Object.values(TAPER_RULES).includes(id);

export const isTaperClass = (drug: DrugId): boolean => TAPER_RULES[drug] !== undefined;

/**
 * True when paper must not give this drug a stop date: its taper rule fires, could not be checked, or the duration is not known.
 * A stop date would be an instruction to stop abruptly (baclofen: seizures; tizanidine: rebound pressure).
 */
export function mustNotStopAtOnce(relaxant: RelaxantReview): boolean {
  const rule = TAPER_RULES[relaxant.drug];
  if (rule === undefined) return false;
  return (
    relaxant.durationDays === undefined ||
    relaxant.cautions.some((hit) => hit.rule.id === rule) ||
    relaxant.suppressed.some((hit) => hit.id === rule) ||
    relaxant.notChecked.some((gap) => gap.rule.id === rule) ||
    relaxant.notAsked.some((gap) => gap.rule.id === rule)
  );
}
