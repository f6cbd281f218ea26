import tables from 'virtual:terminology-tables';
import type { Chart } from '../chart/types';
import { present } from '../review/presentation';
import { withSiteRules } from '../review/site-rules';
import type { SiteRule } from '../review/site-rules';
import { reviewVisit } from '../review/visit';
import type { VisitRecord } from '../review/visit-record';
import { createTerminology, useAllWords } from '../terminology/recogniser';
import type { Reading } from './hold';

/**
 * Knowledge and terminology tables in one chunk, loaded while the chart is being read:
 * the screen can be drawn without them, a finding cannot.
 */
export const terminology = createTerminology(tables);

export const warmUp = (): void => {
  useAllWords(terminology);
};

/** The whole review of one chart on one calendar day (YYYY-MM-DD), with what the screen of this site shows of it. */
export function reviewChart(
  chart: Chart,
  asOf: string,
  visit: VisitRecord,
  siteRules: readonly SiteRule[] = [],
): Reading {
  const result = withSiteRules(reviewVisit(chart, { terminology, asOf, visit }), siteRules);
  return { review: result, shown: present(result) };
}
