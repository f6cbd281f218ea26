import { canonicalSystem } from '../terminology/systems';
import type { Coding } from '../terminology/systems';

/**
 * The edge to FHIR JSON: everything that arrives is `unknown`, and these predicates are the only way in.
 * A field of the wrong shape reads as absent; the entry around it is kept.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one: for reading through optional branches. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Every object of a list; a single object counts as a list of one. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isObject);
}

/** Every item of a list, whatever it is; a single value counts as a list of one, an absent one as none. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The trimmed text, undefined when it is empty or not a string. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** A finite number; a plain decimal written as a string counts, because some EHRs quote numbers. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A status, intent or other required code: lower case, because some servers write "Completed". */
export function codeTextOf(value: unknown): string | undefined {
  return textOf(value)?.toLowerCase();
}

export function resourceTypeOf(resource: JsonObject): string | undefined {
  return textOf(resource.resourceType);
}

/** Without duplicates, in first-seen order. */
export function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

/** Nothing recorded, and nothing hidden: the entry has no words at all. */
export const NO_NAME = 'no name in the chart';
/** The EHR says that it holds or hides a value it does not give (data-absent-reason). */
export const NOT_STATED = 'not stated';

const ABSENT_URL = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** True when an element carries the data-absent-reason extension, https://hl7.org/fhir/R4/extension-data-absent-reason.html */
export function isDataAbsent(element: unknown): boolean {
  return objectsOf(objectOf(element).extension).some((extension) => extension.url === ABSENT_URL);
}

/** A CodeableConcept as the chart means it: usable codings, names in the chart's own words, and whether it was masked. */
export interface Concept {
  readonly codings: readonly Coding[];
  readonly names: readonly string[];
  readonly masked: boolean;
}

/**
 * Reads one or more CodeableConcepts together. A data-absent-reason coding ("masked", "unknown") is kept as a coding,
 * but its words never become a name: "Masked" is not a medicine.
 */
export function conceptOf(...concepts: readonly unknown[]): Concept {
  const codings: Coding[] = [];
  const names: (string | undefined)[] = [];
  let masked = false;
  for (const concept of concepts.flatMap(objectsOf)) {
    const all = objectsOf(concept.coding).map(codingOf);
    const real = all.filter((coding) => coding.system !== 'data-absent-reason');
    const hidden = real.length < all.length || isDataAbsent(concept) || isDataAbsent(concept._text);
    const text = textOf(concept.text);
    const named = text !== undefined && (real.length > 0 || !hidden || isNameBeside(text, all));
    if (named) names.push(text);
    if (hidden && real.length === 0 && !named) masked = true;
    for (const coding of all) {
      if (coding.code !== '') codings.push(coding);
      if (coding.system !== 'data-absent-reason') names.push(coding.display);
    }
  }
  return { codings, names: distinct(names), masked };
}

/** "Masked", "Unknown" beside nothing but a data-absent coding is the EHR's placeholder, not a name. */
const PLACEHOLDER =
  /^\W*(?:masked|hidden|restricted|confidential|sensitive|suppressed|redacted|unknown|unspecified|error|none|null|n\/?a|not (?:stated|known|available|applicable|recorded|specified|asked|permitted|performed)|(?:asked|temp(?:orarily)?|un)[ -]?\w* ?unknown|no information|data absent(?: reason)?|declined)\b.{0,20}$/i;

/**
 * US Core writes the coding "unknown" beside a problem that has words only: those words are its name.
 * What the EHR masks stays masked, whatever it writes there. Source: https://hl7.org/fhir/us/core/general-guidance.html#missing-data
 */
function isNameBeside(text: string, codings: readonly Coding[]): boolean {
  return (
    codings.length > 0 &&
    codings.every(({ code, display }) => code !== 'masked' && code !== text && display !== text) &&
    !PLACEHOLDER.test(text)
  );
}

function codingOf(coding: JsonObject): Coding {
  const display = textOf(coding.display);
  return {
    system: canonicalSystem(textOf(coding.system)),
    code: codeOf(coding.code),
    ...(display === undefined ? {} : { display }),
  };
}

/** RxNorm and SNOMED codes are all digits, and some servers send them as JSON numbers. */
function codeOf(code: unknown): string {
  return textOf(code) ?? (Number.isSafeInteger(code) ? String(code) : '');
}

/** The chart's words for a concept; never empty. */
export function wordsOf(concept: Concept): string {
  return concept.names[0] ?? (concept.masked ? NOT_STATED : codeWords(concept.codings));
}

/** A code without words is still something a clinician can look up. */
function codeWords(codings: readonly Coding[]): string {
  const coded = codings.find((coding) => coding.system !== 'other') ?? codings[0];
  return coded === undefined ? NO_NAME : `code ${coded.code}, no name in the chart`;
}

/** First code of a status-like concept, lower case; its text when it has no code; undefined when the EHR states none. */
export function statusOf(value: unknown): string | undefined {
  const concept = conceptOf(value);
  const code = concept.codings.find((coding) => coding.system !== 'data-absent-reason')?.code;
  return (code ?? concept.names[0])?.toLowerCase();
}

/** Codes and words of all categories, lower case, without duplicates. */
export function categoriesOf(value: unknown): readonly string[] {
  const concept = conceptOf(value);
  const codes = concept.codings
    .filter((coding) => coding.system !== 'data-absent-reason')
    .map((coding) => coding.code);
  return distinct([...codes, ...(codes.length === 0 ? concept.names : [])].map((code) => code.toLowerCase()));
}

/** `{ key: value }` when there is a value: for the optional fields of the chart types. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  // A computed key widens to an index signature; the shape is exactly the declared one.
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
