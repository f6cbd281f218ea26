import type { CautionRule } from '../rule';
import { TIZANIDINE_RULES } from './tizanidine';

/** Every shipped caution rule, in reading order. */
export const CAUTION_RULES: readonly CautionRule[] = [...TIZANIDINE_RULES];
