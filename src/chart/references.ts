import { objectOf, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';

/** A reference that points into the launch EHR. */
export interface LocalReference {
  readonly type: string;
  readonly id: string;
}

const TYPE_AND_ID = /^([A-Za-z]+)\/([^/?#]+)(?:\/_history\/[^/?#]+)?$/;

/**
 * Type and id of a reference into this EHR; undefined for contained, urn and foreign references.
 *
 * An absolute reference counts only under the same FHIR base. The same id under another base is another resource: reading
 * `https://other.example/fhir/Medication/7` as our `Medication/7` would put the wrong drug on the list.
 */
export function localReference(
  reference: string | undefined,
  fhirBase: string | undefined,
): LocalReference | undefined {
  if (reference === undefined) return undefined;
  const relative = fhirBase === undefined ? reference : withoutBase(reference, fhirBase);
  const [, type, id] = TYPE_AND_ID.exec(relative) ?? [];
  return type === undefined || id === undefined ? undefined : { type, id };
}

function withoutBase(reference: string, fhirBase: string): string {
  const base = `${fhirBase.replace(/\/+$/, '')}/`;
  if (reference.startsWith(base)) return reference.slice(base.length);
  // Proxies that end TLS often leave http in references to themselves.
  const plainBase = base.replace(/^https:/, 'http:');
  return reference.startsWith(plainBase) ? reference.slice(plainBase.length) : reference;
}

/**
 * The literal reference of the patient an entry is about: `subject`, or `patient` where the resource calls it so. A bare text in its
 * place counts: an entry that names another patient in the wrong form is still another patient's.
 */
export function subjectOf(resource: JsonObject): string | undefined {
  const { subject, patient } = resource;
  return (
    textOf(objectOf(subject).reference) ??
    textOf(subject) ??
    textOf(objectOf(patient).reference) ??
    textOf(patient)
  );
}

/** Decides whether an entry belongs to the launch patient; an entry that names no subject was found by a search for that patient. */
export type OwnerTest = (resource: JsonObject) => boolean;

export function ownedBy(patientId: string, fhirBase: string): OwnerTest {
  return (resource) => {
    const subject = subjectOf(resource);
    if (subject === undefined) return true;
    const local = localReference(subject, fhirBase);
    return local?.type === 'Patient' && local.id === patientId;
  };
}
