import fc from 'fast-check';
import { fuzzedResources, lostIn } from '../tests/robustness/accounting';

const PER_BUNDLE = 20;

export interface FuzzReport {
  readonly resources: number;
  /** What crashed or was lost, and the seed that shows it again. */
  readonly problems: readonly string[];
}

/** Reviews Bundles of broken orders and problems: none may crash, and every entry must be in exactly one place. */
export function checkFuzz(resources: number, seed: number): FuzzReport {
  const numRuns = Math.ceil(resources / PER_BUNDLE);
  const result = fc.check(
    fc.property(fuzzedResources(PER_BUNDLE), (bundle) => {
      const lost = lostIn(bundle);
      if (lost.length > 0) throw new Error(lost.join('; '));
    }),
    { numRuns, seed },
  );
  if (!result.failed) return { resources: numRuns * PER_BUNDLE, problems: [] };
  const why = result.errorInstance instanceof Error ? result.errorInstance.message : 'not an error';
  return {
    resources: result.numRuns * PER_BUNDLE,
    problems: [`fuzz, seed ${seed}, path ${result.counterexamplePath ?? ''}: ${why}`],
  };
}
