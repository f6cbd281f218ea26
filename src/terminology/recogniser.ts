import { recogniseCondition } from './conditions';
import { recogniseMedication } from './medications';
import { readTables } from './tables';
import type { Tables } from './tables';
import type { Terminology } from './types';

/** The recogniser of one set of compiled tables: pure, built once per launch. */
export function createTerminology(tables: Tables): Terminology {
  const lookup = readTables(tables);
  return {
    recogniseMedication: (input) => recogniseMedication(lookup, input, false),
    recogniseCondition: (input) => recogniseCondition(lookup, input),
    recogniseSubstance: ({ codings, names }) =>
      recogniseMedication(lookup, { codings, names, routeTexts: [] }, true),
  };
}
