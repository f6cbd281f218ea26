import { recogniseCondition } from './conditions';
import { recogniseMedication } from './medications';
import { readTables } from './tables';
import type { Tables } from './tables';
import type { Terminology } from './types';

/** The recogniser of one set of compiled tables: pure, built once per launch. */
export function createTerminology(tables: Tables): Terminology {
  const lookup = readTables(tables);
  return {
    recogniseMedication: remembering((input) => recogniseMedication(lookup, input, false)),
    recogniseCondition: remembering((input) => recogniseCondition(lookup, input)),
    recogniseSubstance: remembering(({ codings, names }) =>
      recogniseMedication(lookup, { codings, names, routeTexts: [] }, true),
    ),
  };
}

/**
 * Every answer and decision re-runs the review of the same entries, and a comparison runs it for each relaxant: what an entry is
 * called is read once. Entries never change after they were read.
 */
function remembering<Input extends object, Match>(read: (input: Input) => Match): (input: Input) => Match {
  const known = new WeakMap<Input, Match>();
  return (input) => {
    const before = known.get(input);
    if (before !== undefined) return before;
    const match = read(input);
    known.set(input, match);
    return match;
  };
}
