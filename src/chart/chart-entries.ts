import { normaliseAllergy, normaliseCondition, normaliseProcedure } from './condition';
import { resourceTypeOf, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { normaliseRequest, normaliseStatement } from './medication';
import { normaliseObservation } from './observation';
import type { ResolvedMedication } from './resolve-medications';
import type {
  AllergyEntry,
  Chart,
  ConditionEntry,
  MedicationOrder,
  ObservationEntry,
  ProcedureEntry,
} from './types';

export type ChartEntries = Pick<
  Chart,
  'medications' | 'conditions' | 'allergies' | 'observations' | 'procedures'
>;

/** Names each resource `Type/id`, or `Type/#n` without an id: n counts the resources of that type without one, from 1. */
export function referenceNames(): (resource: JsonObject) => string {
  const unnamed = new Map<string, number>();
  return (resource) => {
    const type = resourceTypeOf(resource) ?? 'Resource';
    const id = textOf(resource.id);
    if (id !== undefined) return `${type}/${id}`;
    const n = (unnamed.get(type) ?? 0) + 1;
    unnamed.set(type, n);
    return `${type}/#${n}`;
  };
}

const NOT_RESOLVED: ResolvedMedication = { source: 'unresolved', ingredients: [] };

/** FHIR resources as chart entries, in the order given; types that the review does not read are left out. */
export function chartEntries(
  resources: readonly JsonObject[],
  medicineOf: (order: JsonObject) => ResolvedMedication | undefined,
): ChartEntries {
  const nameOf = referenceNames();
  const medications: MedicationOrder[] = [];
  const conditions: ConditionEntry[] = [];
  const allergies: AllergyEntry[] = [];
  const observations: ObservationEntry[] = [];
  const procedures: ProcedureEntry[] = [];
  for (const resource of resources) {
    const reference = nameOf(resource);
    switch (resourceTypeOf(resource)) {
      case 'MedicationRequest':
        medications.push(normaliseRequest(resource, reference, medicineOf(resource) ?? NOT_RESOLVED));
        break;
      case 'MedicationStatement':
        medications.push(normaliseStatement(resource, reference, medicineOf(resource) ?? NOT_RESOLVED));
        break;
      case 'Condition':
        conditions.push(normaliseCondition(resource, reference));
        break;
      case 'AllergyIntolerance':
        allergies.push(normaliseAllergy(resource, reference));
        break;
      case 'Observation':
        observations.push(...normaliseObservation(resource, reference));
        break;
      case 'Procedure':
        procedures.push(normaliseProcedure(resource, reference));
        break;
      default:
    }
  }
  return { medications, conditions, allergies, observations, procedures };
}
