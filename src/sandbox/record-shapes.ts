import { isJson, jsonOf, jsonsOf, textOf } from './json';
import type { Json } from './json';

/** The same record in the forms in which different EHRs keep it. Meaning never changes: the findings have to be the same. */

type Records = readonly Json[];

/** Longer than the 64 characters that FHIR allows, with a dot and a dash, as Epic's can be. */
export function withLongId(id: string): string {
  return `e${id}`.padEnd(66, '.-x3');
}

/** Every id and every reference to it in the long form; contained resources keep their short ones. */
export function withLongIds(records: Records): Records {
  return records.map((record) => ({
    ...jsonOf(withLongReferences(record)),
    id: withLongId(textOf(record.id)),
  }));
}

function withLongReferences(value: unknown, element = ''): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withLongReferences(item, element));
  if (isJson(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, withLongReferences(inner, name)]),
    );
  const [, type, id] = /^([A-Za-z]+)\/([^/]+)$/.exec(element === 'reference' ? textOf(value) : '') ?? [];
  return type === undefined || id === undefined ? value : `${type}/${withLongId(id)}`;
}

/** Medicines as resources of their own, named beside the reference; their codes come without displays. */
export function withSeparateMedicines(records: Records): Records {
  return records.flatMap((record) => {
    if (record.resourceType !== 'MedicationRequest' || !isJson(record.medicationCodeableConcept))
      return [record];
    const { medicationCodeableConcept: concept, ...order } = record;
    const id = `${textOf(record.id)}-medicine`;
    const display = nameOf(concept);
    const coding = jsonsOf(concept.coding).map((code) => without(code, 'display'));
    const code = {
      ...concept,
      ...(coding.length > 0 ? { coding } : {}),
      ...(display === '' ? {} : { text: display }),
    };
    return [
      {
        ...order,
        medicationReference: { reference: `Medication/${id}`, ...(display === '' ? {} : { display }) },
      },
      { resourceType: 'Medication', id, code },
    ];
  });
}

/** Medicines inside the order that names them. What was entered in error has lost its medicine. */
export function withContainedMedicines(records: Records): Records {
  return withInlineMedicines(records).map((record) => {
    if (record.resourceType !== 'MedicationRequest') return record;
    const { medicationCodeableConcept: code, ...order } = record;
    if (record.status === 'entered-in-error')
      return {
        ...order,
        medicationCodeableConcept: {
          coding: [
            {
              system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
              code: 'unknown',
              display: 'Unknown',
            },
          ],
        },
      };
    return {
      ...order,
      contained: [{ resourceType: 'Medication', id: 'm', code }],
      medicationReference: { reference: '#m' },
    };
  });
}

/** Medicines written in the order itself. */
export function withInlineMedicines(records: Records): Records {
  return records.map((record) => {
    const reference = textOf(jsonOf(record.medicationReference).reference);
    if (record.resourceType !== 'MedicationRequest' || reference === '') return record;
    const medicine = reference.startsWith('#')
      ? jsonsOf(record.contained).find(({ id }) => id === reference.slice(1))
      : records.find(({ resourceType, id }) => `${textOf(resourceType)}/${textOf(id)}` === reference);
    const { medicationReference, ...order } = without(record, 'contained');
    const text = nameOf(medicine?.code) || textOf(jsonOf(medicationReference).display);
    return { ...order, medicationCodeableConcept: { ...jsonOf(medicine?.code), text } };
  });
}

/** Visit diagnoses without a clinical status: missing does not mean resolved. */
export function withoutVisitStatus(records: Records): Records {
  return records.map((record) => {
    const isVisit = jsonsOf(record.category).some((category) =>
      jsonsOf(category.coding).some(({ code }) => code === 'encounter-diagnosis'),
    );
    const status = textOf(jsonsOf(jsonOf(record.clinicalStatus).coding)[0]?.code);
    // A status that says something else than "active" is kept: without it the meaning would change.
    if (record.resourceType !== 'Condition' || !isVisit || status !== 'active') return record;
    return without(record, 'clinicalStatus');
  });
}

function nameOf(concept: unknown): string {
  const { text, coding } = jsonOf(concept);
  return textOf(text) || textOf(jsonsOf(coding)[0]?.display);
}

function without(record: Json, key: string): Json {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
