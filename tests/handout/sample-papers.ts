import { readFileSync, readdirSync } from 'node:fs';
import { chartFromBundle } from '../../src/chart/from-bundle';
import type { BundleOptions } from '../../src/chart/from-bundle';
import { review } from '../../src/review/review';
import { EMPTY_VISIT } from '../../src/review/types';
import type { Review } from '../../src/review/types';
import { createTerminology } from '../../src/terminology/recogniser';
import { compileTables } from '../../tools/compile-tables';

const SAMPLES = new URL('../../fhir/samples/', import.meta.url);
export const terminology = createTerminology(compileTables(new URL('../..', import.meta.url).pathname));

type Incomplete = BundleOptions['incomplete'];

/** Chart, terminology and knowledge as the app runs them; `incomplete` names sections that could not be read in full. */
export const reviewed = (bundle: unknown, asOf: string, incomplete: Incomplete = {}): Review =>
  review(chartFromBundle(bundle, { incomplete }), { terminology, asOf, visit: EMPTY_VISIT });

export interface Sample {
  readonly name: string;
  readonly bundle: { readonly timestamp?: string; readonly entry: readonly { readonly resource: object }[] };
  readonly asOf: string;
}

/** All synthetic patients, each on the day of his or her story. */
export const SAMPLE_CHARTS: readonly Sample[] = readdirSync(SAMPLES)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const bundle = JSON.parse(readFileSync(new URL(file, SAMPLES), 'utf8')) as Sample['bundle'];
    const asOf = bundle.timestamp?.slice(0, 10);
    if (asOf === undefined) throw new Error(`${file} has no timestamp, so no day to stand for`);
    return { name: file.replace('.json', ''), bundle, asOf };
  });

export const sampleReviews = (): readonly (readonly [string, Review])[] =>
  SAMPLE_CHARTS.map(({ name, bundle, asOf }) => [name, reviewed(bundle, asOf)] as const);
