import { DRIVING_RULES } from '../knowledge/driving';
import type { DrivingRule } from '../knowledge/rule';
import type { DrivingTier } from '../knowledge/vocabulary';
import { evaluate } from './evaluate';
import type { Facts } from './facts';
import type { RelaxantFact } from './relaxants';
import type { DrivingAdvice } from './types';

const TIERS: readonly DrivingTier[] = ['D0', 'D1', 'D2', 'D3'];

export const strictest = (tiers: readonly DrivingTier[]): DrivingTier | undefined =>
  TIERS.findLast((tier) => tiers.includes(tier));

/**
 * Driving tier of one relaxant: the table's tier, one step up (never past D3) while anything that raises it stands
 * or the dose went up in the last days. What raised it is always named.
 */
export function adviseDriving(
  facts: Facts,
  relaxant: RelaxantFact,
  rules: readonly DrivingRule[] = DRIVING_RULES,
): DrivingAdvice {
  const rule = rules.find((candidate) => candidate.drug === relaxant.drug);
  // A drug without a row gets the strictest advice rather than none.
  if (rule === undefined) return { base: 'D3', tier: 'D3', raisedBy: [], notChecked: [] };
  const verdict = evaluate(rule.raisedBy, facts, relaxant);
  const raisedBy = [
    ...(verdict.value === 'fires' ? verdict.evidence : []),
    ...(relaxant.doseRaised === undefined ? [] : [relaxant.doseRaised]),
  ];
  const next = TIERS[TIERS.indexOf(rule.tier) + 1] ?? 'D3';
  return {
    base: rule.tier,
    tier: raisedBy.length > 0 ? next : rule.tier,
    raisedBy,
    notChecked:
      verdict.value === 'unknown' ? verdict.missing.filter((missing) => missing.kind !== 'answer') : [],
  };
}
