import type { DataAccess } from './data-access';
import { isObject, objectOf, objectsOf, resourceTypeOf, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { FhirProblem } from './fhir-problem';
import { localReference } from './references';
import type { MedicationSource } from './types';

/** The medicine of one order: the Medication resource when it could be had, and how. */
export interface ResolvedMedication {
  readonly source: MedicationSource;
  readonly medication?: JsonObject;
  /** Ingredient resources (Medication or Substance) that a combination names by reference. */
  readonly ingredients: readonly JsonObject[];
}

/** Finds a resource by a literal reference; undefined when it is not in reach. */
export type ReferenceLookup = (reference: string) => JsonObject | undefined;

/**
 * The medicine of an order from what is at hand: written in the order, contained in it, or found by `lookup`.
 * Without any of them the reference's display still names it ("display-only").
 */
export function medicationOf(
  order: JsonObject,
  lookup: ReferenceLookup,
  source: MedicationSource,
): ResolvedMedication {
  const reference = medicationReference(order);
  if (isObject(order.medicationCodeableConcept) || reference === undefined) {
    const named = isObject(order.medicationCodeableConcept) || displayOf(order) === undefined;
    return { source: named ? 'inline' : 'display-only', ingredients: [] };
  }
  const contained = containedIn(order, reference);
  const medication = contained ?? lookup(reference);
  if (medication === undefined)
    return { source: displayOf(order) === undefined ? 'unresolved' : 'display-only', ingredients: [] };
  return {
    source: contained === undefined ? source : 'contained',
    medication,
    ingredients: ingredientReferences(medication)
      .map((item) => containedIn(medication, item) ?? containedIn(order, item) ?? lookup(item))
      .filter((item) => item !== undefined),
  };
}

export function medicationReference(order: JsonObject): string | undefined {
  return textOf(objectOf(order.medicationReference).reference);
}

function displayOf(order: JsonObject): string | undefined {
  return textOf(objectOf(order.medicationReference).display);
}

/** References of the active ingredients; an inactive one (filler, dye) is not a medicine. */
function ingredientReferences(medication: JsonObject): readonly string[] {
  return objectsOf(medication.ingredient)
    .filter((ingredient) => ingredient.isActive !== false)
    .map((ingredient) => textOf(objectOf(ingredient.itemReference).reference))
    .filter((reference) => reference !== undefined);
}

function containedIn(resource: JsonObject, reference: string): JsonObject | undefined {
  if (!reference.startsWith('#')) return undefined;
  return objectsOf(resource.contained).find((item) => textOf(item.id) === reference.slice(1));
}

/** Medications asked for in one search: Epic ids exceed 64 characters, and the address must stay under 2,000. */
const IDS_PER_SEARCH = 15;

export interface MedicationResolver {
  /** Resolves the medicine of each order: contained, then included, then fetched, then the display. Never rejects. */
  readonly resolve: (
    orders: readonly JsonObject[],
    included: readonly JsonObject[],
  ) => Promise<ReadonlyMap<JsonObject, ResolvedMedication>>;
}

/** One resolver for one reading of the chart, so that no Medication is asked for twice. */
export function createMedicationResolver(access: DataAccess): MedicationResolver {
  const fetched = new Map<string, Promise<JsonObject | undefined>>();

  function medicationId(reference: string | undefined): string | undefined {
    const local = localReference(reference, access.fhirBase);
    return local?.type === 'Medication' ? local.id : undefined;
  }

  async function obtain(ids: readonly string[]): Promise<ReadonlyMap<string, JsonObject>> {
    const missing = [...new Set(ids)].filter((id) => !fetched.has(id));
    for (let at = 0; at < missing.length; at += IDS_PER_SEARCH) {
      const chunk = missing.slice(at, at + IDS_PER_SEARCH);
      const found = fetchChunk(access, chunk);
      for (const id of chunk)
        fetched.set(
          id,
          found.then((medications) => medications.get(id)),
        );
    }
    const pairs = await Promise.all(ids.map(async (id) => [id, await fetched.get(id)] as const));
    return new Map(pairs.filter((pair): pair is readonly [string, JsonObject] => pair[1] !== undefined));
  }

  async function resolve(orders: readonly JsonObject[], included: readonly JsonObject[]) {
    const here = new Map<string, JsonObject>();
    for (const resource of included) {
      const id = textOf(resource.id);
      if (resourceTypeOf(resource) === 'Medication' && id !== undefined) here.set(id, resource);
    }
    const notHere = (references: readonly (string | undefined)[]) =>
      references
        .map(medicationId)
        .filter((id) => id !== undefined && !here.has(id))
        .filter((id) => id !== undefined);

    const wanted = notHere(
      orders.filter((order) => !isObject(order.medicationCodeableConcept)).map(medicationReference),
    );
    const outside = new Map(await obtain(wanted));
    // A combination may name its ingredients as Medications of their own: one more round, no deeper.
    const parts = [
      ...here.values(),
      ...outside.values(),
      ...orders.flatMap((order) => objectsOf(order.contained)),
    ];
    for (const [id, medication] of await obtain(notHere(parts.flatMap(ingredientReferences))))
      outside.set(id, medication);

    return new Map(
      orders.map((order) => {
        const id = medicationId(medicationReference(order));
        const source = id !== undefined && here.has(id) ? 'included' : 'fetched';
        const lookup: ReferenceLookup = (reference) => {
          const wantedId = medicationId(reference);
          return wantedId === undefined ? undefined : (here.get(wantedId) ?? outside.get(wantedId));
        };
        return [order, medicationOf(order, lookup, source)];
      }),
    );
  }

  return { resolve };
}

/** A search by id, and single reads for what it did not bring: some EHRs offer only one of the two. */
async function fetchChunk(
  access: DataAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, JsonObject>> {
  const found = new Map<string, JsonObject>();
  const search = await access.searchAll('Medication', { _id: ids.join(',') });
  for (const medication of search.entries) {
    const id = textOf(medication.id);
    if (id !== undefined && ids.includes(id)) found.set(id, medication);
  }
  // An EHR that is out of reach is not asked again for every single medicine.
  const refused = search.gaps.every((gap) =>
    ['unsupported', 'forbidden', 'not-found', 'not-fhir', 'server'].includes(gap.kind),
  );
  const rest = refused ? ids.filter((id) => !found.has(id)) : [];
  const reads = await Promise.all(rest.map((id) => access.read('Medication', id).catch(problemOrThrow)));
  for (const [index, medication] of reads.entries()) {
    const id = rest[index];
    // Another Medication than the one asked for would put a wrong drug on the list.
    if (medication !== undefined && id !== undefined && textOf(medication.id) === id)
      found.set(id, medication);
  }
  return found;
}

function problemOrThrow(thrown: unknown): undefined {
  if (!(thrown instanceof FhirProblem)) throw thrown;
  return undefined;
}
