import type { Tables } from './tables';
import type { Terminology } from './types';

export function createTerminology(tables: Tables): Terminology {
  void tables;
  const none = {
    recognition: 'known',
    ingredients: [],
    groups: [],
    relaxants: [],
    route: 'unknown',
  } as const;
  return {
    recogniseMedication: () => none,
    recogniseCondition: () => ({ recognition: 'known', groups: [] }),
    recogniseSubstance: () => none,
  };
}
