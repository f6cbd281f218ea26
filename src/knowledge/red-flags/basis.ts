import type { WrittenRedFlagRule } from '../rule';
import { WRITTEN_RED_FLAG_RULES } from './written';

type RedFlagBasis = Pick<WrittenRedFlagRule, 'clinician' | 'sources' | 'patient'>;

const BASIS: Readonly<Record<string, RedFlagBasis>> = Object.fromEntries(
  WRITTEN_RED_FLAG_RULES.map(({ id, clinician, sources, patient }) => [id, { clinician, sources, patient }]),
);

/** What the red-flag rule of this id rests on, and its words for the patient; undefined for an id that is not shipped. */
export const redFlagBasisOf = (ruleId: string): RedFlagBasis | undefined => BASIS[ruleId];
