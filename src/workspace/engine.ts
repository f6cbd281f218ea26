import tables from 'virtual:terminology-tables';
import type { Chart } from '../chart/types';
import { present } from '../review/presentation';
import { withSiteRules } from '../review/site-rules';
import type { SiteRule } from '../review/site-rules';
import { reviewVisit } from '../review/visit';
import { NEW_VISIT } from '../review/visit-record';
import type { VisitRecord } from '../review/visit-record';
import { createTerminology } from '../terminology/recogniser';
import type { Reading } from './hold';
import { inBackground } from './background';
import { warmUpSteps } from './warm-up';
import type { Reader } from './warm-up';

/**
 * Knowledge and terminology tables in one chunk, loaded while the chart is being read:
 * the screen can be drawn without them, a finding cannot.
 */
export const terminology = createTerminology(tables);

/** What the first review would have to wait for, done while the page waits for the EHR and has nothing else to do. */
export function warmUp(reader: Reader, draw: (chart: Chart, reading: Reading) => void): void {
  // Where a browser has no such tasks the first review is as slow as its first use.
  if (!('scheduler' in window)) return;
  let drawLast: (() => void) | undefined;
  const steps = warmUpSteps(reader, (chart, asOf) => {
    const reading = reviewChart(chart, asOf, NEW_VISIT);
    drawLast = () => {
      draw(chart, reading);
    };
  });
  const last = () => {
    drawLast?.();
  };
  inBackground([...steps, last]);
}

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
