import type { RuleBasis } from '../rule';
import { WRITTEN_CAUTION_RULES } from './written';

const BASIS: Readonly<Record<string, RuleBasis>> = Object.fromEntries(
  WRITTEN_CAUTION_RULES.map(({ id, clinician, sources }) => [id, { clinician, sources }]),
);

/** What the rule of this id rests on; undefined for an id that is not shipped. */
export const basisOf = (ruleId: string): RuleBasis | undefined => BASIS[ruleId];
