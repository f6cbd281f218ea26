import { readFileSync, readdirSync } from 'node:fs';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { review } from '../../src/review/review';
import { EMPTY_VISIT } from '../../src/review/types';
import type { Review } from '../../src/review/types';
import { createTerminology } from '../../src/terminology/recogniser';
import { compileTables } from '../../tools/compile-tables';

const SAMPLES = new URL('../../fhir/samples/', import.meta.url);

/** The reviews of all synthetic patients on the day of their story, by file name: chart, terminology and knowledge as the app runs them. */
export function sampleReviews(): readonly (readonly [string, Review])[] {
  const terminology = createTerminology(compileTables(new URL('../..', import.meta.url).pathname));
  return readdirSync(SAMPLES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const bundle = JSON.parse(readFileSync(new URL(file, SAMPLES), 'utf8')) as {
        readonly timestamp?: string;
      };
      const asOf = bundle.timestamp?.slice(0, 10);
      if (asOf === undefined) throw new Error(`${file} has no timestamp, so no day to stand for`);
      const found = review(chartFromBundle(bundle), { terminology, asOf, visit: EMPTY_VISIT });
      return [file.replace('.json', ''), found] as const;
    });
}
