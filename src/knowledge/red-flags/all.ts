import type { RedFlagRule } from '../rule';
import { WRITTEN_RED_FLAG_RULES } from './written';

/** Every shipped red-flag rule: what is needed to judge it and to show it. A build leaves the basis out here. */
export const RED_FLAG_RULES: readonly RedFlagRule[] = WRITTEN_RED_FLAG_RULES;
