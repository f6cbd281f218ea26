import { chartDate } from './dates';
import {
  codeTextOf,
  conceptOf,
  distinct,
  NOT_STATED,
  numberOf,
  objectOf,
  objectsOf,
  optional,
  textOf,
  wordsOf,
} from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import type { ObservationEntry, ObservationValue } from './types';
import { canonicalSystem } from '../terminology/systems';

/**
 * A FHIR R4 Observation, and one entry for each component that has a code of its own (a panel sent as one resource).
 * Values stay in the unit of the chart; converting is the review's business.
 */
export function normaliseObservation(resource: JsonObject, reference: string): readonly ObservationEntry[] {
  const components = objectsOf(resource.component).filter((component) => component.code !== undefined);
  return [resource, ...components].map((part) => entryOf(part, resource, reference));
}

function entryOf(part: JsonObject, resource: JsonObject, reference: string): ObservationEntry {
  const code = conceptOf(part.code);
  const period = objectOf(resource.effectivePeriod);
  const value = valueOf(part);
  return {
    kind: 'observation',
    reference,
    text: wordsOf(code),
    status: codeTextOf(resource.status) ?? NOT_STATED,
    codings: code.codings,
    names: code.names,
    ...optional(
      'effective',
      chartDate(resource.effectiveDateTime) ??
        chartDate(resource.effectiveInstant) ??
        chartDate(period.end) ??
        chartDate(period.start),
    ),
    ...optional('issued', chartDate(resource.issued)),
    ...optional('value', value),
    ...optional('referenceHigh', upperLimit(part, value)),
  };
}

const COMPARATORS = ['<', '<=', '>=', '>'] as const;

function valueOf(part: JsonObject): ObservationValue | undefined {
  const quantity = objectOf(part.valueQuantity);
  const number = numberOf(quantity.value) ?? numberOf(part.valueInteger);
  const text = textOf(part.valueString) ?? conceptOf(part.valueCodeableConcept).names[0];
  if (number === undefined) return text === undefined ? undefined : { text };
  const sign = textOf(quantity.comparator);
  const comparator = COMPARATORS.find((known) => known === sign);
  // "about 60" or a sign that nobody knows is no exact value: the words are kept, the number is not.
  if (sign !== undefined && comparator === undefined)
    return { text: [sign, number, unitOf(quantity)].filter((part) => part !== undefined).join(' ') };
  return {
    number,
    ...optional('comparator', comparator),
    ...optional('unit', unitOf(quantity)),
  };
}

function unitOf(quantity: JsonObject): string | undefined {
  const code = textOf(quantity.code);
  return canonicalSystem(textOf(quantity.system)) === 'ucum' && code !== undefined
    ? code
    : (textOf(quantity.unit) ?? code);
}

/**
 * The one upper limit of normal, in the unit of the value. Several different limits (by age, by pregnancy) or another unit: none,
 * because a wrong limit would turn an abnormal ALT into a normal one.
 */
function upperLimit(part: JsonObject, value: ObservationValue | undefined): number | undefined {
  const normal = objectsOf(part.referenceRange).filter((range) => {
    const type = conceptOf(range.type).codings[0]?.code;
    return type === undefined || type === 'normal';
  });
  const highs = normal
    .map((range) => objectOf(range.high))
    .filter((high) => {
      const unit = unitOf(high);
      return unit === undefined || unit === value?.unit || textOf(high.unit) === value?.unit;
    });
  const limits = distinct(highs.map((high) => numberOf(high.value)?.toString()));
  return limits.length === 1 && normal.length === highs.length ? Number(limits[0]) : undefined;
}
