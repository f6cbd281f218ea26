import type { DrugId } from '../knowledge/vocabulary';
import { EMPTY_VISIT } from './types';
import type { CautionHit, Decision, RelaxantReview, Visit } from './types';

/** A medicine that the clinician set aside with all its orders. */
export interface SetAside {
  readonly reason: 'patient not taking' | 'wrong in the chart';
  readonly name: string;
  readonly orders: readonly string[];
  readonly relaxant: boolean;
}

/** Everything the clinician adds in this launch; kept in memory only. */
export interface VisitRecord extends Visit {
  /** By drug id, or by order reference for a medicine that is no relaxant. */
  readonly setAside: Readonly<Record<string, SetAside>>;
  readonly decisions: Readonly<Partial<Record<DrugId, Decision>>>;
  /** `hitKey` → the reason for keeping. */
  readonly kept: Readonly<Record<string, string>>;
  /** Item id → what will be changed in the chart about the other medicine. */
  readonly changing: Readonly<Record<string, string>>;
}

export const NEW_VISIT: VisitRecord = { ...EMPTY_VISIT, setAside: {}, decisions: {}, kept: {}, changing: {} };

/**
 * A decision to keep belongs to one rule, one relaxant and exactly this evidence:
 * a second inhibitor that arrives later is a new question.
 */
export function hitKey({ drug }: Pick<RelaxantReview, 'drug'>, hit: CautionHit): string {
  const references = [...new Set(hit.evidence.map((item) => item.reference))].sort();
  return [hit.rule.id, drug, hit.severity, ...references].join(' ');
}

/** Taking away at once is what tapers are for: stopping and holding both count. */
export const endsAtOnce = (decision: Decision | undefined): boolean =>
  decision?.kind === 'stop' || decision?.kind === 'hold';
