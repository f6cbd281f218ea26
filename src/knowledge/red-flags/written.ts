import type { WrittenRedFlagRule } from '../rule';
import { BONE_RULES } from './bone';
import { CANCER_RULES } from './cancer';
import { INFECTION_RULES } from './infection';
import { NERVE_RULES } from './nerve';
import { OTHER_CAUSE_RULES } from './other-causes';
import { VESSEL_RULES } from './vessels';

/**
 * Red-flag history for back pain: what in the chart, or an answer of the visit, lowers the threshold for a work-up.
 *
 * - Windows marked CMS166v7 are those of the federal measure; the others are working definitions of this project and are shown as such.
 * - Finding nothing excludes nothing: the tests behind these flags rule out poorly, and the decisive symptoms are not in a chart.
 * - Texts for the patient are neutral: a reason such as HIV, cancer treatment or substance use is never named.
 */
export const WRITTEN_RED_FLAG_RULES: readonly WrittenRedFlagRule[] = [
  ...NERVE_RULES,
  ...CANCER_RULES,
  ...INFECTION_RULES,
  ...BONE_RULES,
  ...VESSEL_RULES,
  ...OTHER_CAUSE_RULES,
];
