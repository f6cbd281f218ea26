import { chartDate } from './dates';
import { conceptOf, distinct, listOf, objectOf, objectsOf, optional, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import type { Patient } from './types';

const INTERPRETER_REQUIRED = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired';
const US_CORE_INTERPRETER = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed';
/** SNOMED CT 373066001 Yes (qualifier value). */
const YES = '373066001';

/** A FHIR R4 Patient. `id` is the launch patient's, or empty when the resource has none. */
export function normalisePatient(resource: JsonObject): Patient {
  return {
    id: textOf(resource.id) ?? '',
    ...optional('name', nameOf(resource)),
    ...optional('birthDate', chartDate(resource.birthDate)),
    sex: sexOf(resource.gender),
    deceased: resource.deceasedBoolean === true || textOf(resource.deceasedDateTime) !== undefined,
    languages: languagesOf(resource),
    interpreterNeeded: needsInterpreter(resource),
  };
}

const NAME_ORDER = ['official', 'usual', undefined];

/** The best name that has words: an official name may be masked while the usual one is there. */
function nameOf(resource: JsonObject): string | undefined {
  const names = objectsOf(resource.name);
  const ranked = NAME_ORDER.flatMap((use) => names.filter((name) => textOf(name.use) === use));
  return [...ranked, ...names].map(wordsOfName).find((words) => words !== undefined);
}

function wordsOfName(name: JsonObject): string | undefined {
  const parts = [...listOf(name.given), name.family, ...listOf(name.suffix)]
    .map(textOf)
    .filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : textOf(name.text);
}

function sexOf(gender: unknown): Patient['sex'] {
  return gender === 'male' || gender === 'female' || gender === 'other' ? gender : 'unknown';
}

/** ISO 639-2 codes and English words that charts write where BCP-47 is asked for. */
const LANGUAGE_ALIASES: ReadonlyMap<string, string> = new Map([
  ['eng', 'en'],
  ['spa', 'es'],
  ['english', 'en'],
  ['spanish', 'es'],
  ['spanish; castilian', 'es'],
  ['español', 'es'],
]);

function languagesOf(resource: JsonObject): readonly string[] {
  const spoken = objectsOf(resource.communication);
  const preferred = [...spoken].sort((a, b) => Number(b.preferred === true) - Number(a.preferred === true));
  return distinct(
    preferred.map(({ language }) => {
      const concept = conceptOf(language);
      const tag =
        concept.codings.find((coding) => coding.system !== 'data-absent-reason')?.code ?? concept.names[0];
      return tag === undefined ? undefined : (LANGUAGE_ALIASES.get(tag.toLowerCase()) ?? tag);
    }),
  );
}

function needsInterpreter(resource: JsonObject): boolean {
  return objectsOf(resource.extension).some(
    (extension) =>
      (extension.url === INTERPRETER_REQUIRED && extension.valueBoolean === true) ||
      (extension.url === US_CORE_INTERPRETER && objectOf(extension.valueCoding).code === YES),
  );
}
