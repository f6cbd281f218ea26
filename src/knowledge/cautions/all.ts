import type { CautionRule } from '../rule';
import { WRITTEN_CAUTION_RULES } from './written';

/** Every shipped caution rule, in reading order: what is needed to judge it and to show it. A build leaves the basis out here. */
export const CAUTION_RULES: readonly CautionRule[] = WRITTEN_CAUTION_RULES;
