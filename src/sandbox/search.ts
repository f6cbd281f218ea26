import { isJson, jsonOf, jsonsOf, textOf } from './json';
import type { Json } from './json';

/** One search parameter: how it compares, and the element it looks at. https://hl7.org/fhir/R4/search.html */
interface SearchParameter {
  readonly kind: 'token' | 'reference' | 'date';
  readonly element: string;
}
type Parameters = Readonly<Record<string, SearchParameter>>;

const token = (element: string): SearchParameter => ({ kind: 'token', element });
const date = (element: string): SearchParameter => ({ kind: 'date', element });
const subject: Parameters = {
  patient: { kind: 'reference', element: 'subject' },
  subject: { kind: 'reference', element: 'subject' },
};

export const SEARCHES: Readonly<Record<string, Parameters>> = {
  Patient: {},
  Condition: {
    ...subject,
    category: token('category'),
    code: token('code'),
    'clinical-status': token('clinicalStatus'),
    'verification-status': token('verificationStatus'),
    'recorded-date': date('recordedDate'),
    'onset-date': date('onsetDateTime'),
  },
  MedicationRequest: {
    ...subject,
    status: token('status'),
    intent: token('intent'),
    category: token('category'),
    code: token('medicationCodeableConcept'),
    authoredon: date('authoredOn'),
  },
  Medication: { code: token('code') },
  AllergyIntolerance: {
    patient: { kind: 'reference', element: 'patient' },
    'clinical-status': token('clinicalStatus'),
    code: token('code'),
    date: date('recordedDate'),
  },
  Observation: {
    ...subject,
    category: token('category'),
    code: token('code'),
    status: token('status'),
    date: date('effectiveDateTime'),
  },
  Procedure: { ...subject, status: token('status'), code: token('code'), date: date('performedDateTime') },
};

/** The only `_include` that is served. */
export const INCLUDE = 'MedicationRequest:medication';
/** Understood everywhere; they shape the answer and choose nothing. */
const RESULT_PARAMETERS = ['_count', '_sort', '_format', '_include'];
const MOST_PER_PAGE = 1_000;

/** A search that the server refuses, with the FHIR issue code. */
export class RefusedSearch extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Each page of a long search asks it anew; charts do not change while the sandbox runs. */
const found = new WeakMap<readonly Json[], Map<string, readonly Json[]>>();

/**
 * The matches of a search, in order. All parameters must hold; of values joined by commas one is enough.
 *
 * @throws RefusedSearch for a parameter or value that the server does not understand: it is never ignored in silence,
 *   because the answer would then be wider or narrower than the question.
 */
export function search(resources: readonly Json[], type: string, query: URLSearchParams): readonly Json[] {
  const known = found.get(resources) ?? new Map<string, readonly Json[]>();
  found.set(resources, known);
  const question = `${type}?${query.toString()}`;
  const before = known.get(question);
  if (before !== undefined) return before;
  const tests = [...query].map(([name, value]) => testOf(type, name, value));
  const matches = resources.filter(
    (resource) => resource.resourceType === type && tests.every((test) => test(resource)),
  );
  const answer = sorted(matches, type, query.get('_sort'));
  known.set(question, answer);
  return answer;
}

/** Entries a page: `_count`, but never more than the server's own limit. @throws RefusedSearch */
export function pageSizeOf(query: URLSearchParams, limit: number): number {
  const asked = query.get('_count') ?? String(limit);
  if (!/^[1-9]\d*$/.test(asked)) throw new RefusedSearch('value', '_count is not a positive number.');
  return Math.min(Number(asked), limit, MOST_PER_PAGE);
}

/** The ids that a `patient` or `subject` parameter names; empty when there is none. */
export function patientsAsked(query: URLSearchParams): readonly string[] {
  return [...query.getAll('patient'), ...query.getAll('subject')].flatMap((value) =>
    value.split(',').map(idOf),
  );
}

/** The Medication resources that these orders refer to. */
export function medicationsOf(orders: readonly Json[], resources: readonly Json[]): readonly Json[] {
  const wanted = new Set(orders.map((order) => textOf(jsonOf(order.medicationReference).reference)));
  return resources.filter(
    ({ resourceType, id }) => resourceType === 'Medication' && wanted.has(`Medication/${textOf(id)}`),
  );
}

type Test = (resource: Json) => boolean;

function testOf(type: string, name: string, value: string): Test {
  if (name === '_id') {
    const ids = value.split(',');
    return ({ id }) => ids.includes(textOf(id));
  }
  if (name === '_include' && (type !== 'MedicationRequest' || value !== INCLUDE))
    throw new RefusedSearch('not-supported', `_include=${value} is not supported.`);
  if (RESULT_PARAMETERS.includes(name)) return () => true;
  const parameter = parameterOf(type, name);
  const { kind, element } = parameter;
  const values = value.split(',').filter((one) => one !== '');
  if (values.length === 0) throw new RefusedSearch('value', `${name} has no value.`);
  if (kind === 'token') return (resource) => values.some((one) => hasToken(resource[element], one));
  if (kind === 'reference') {
    const ids = values.map(idOf);
    return (resource) => ids.includes(idOf(textOf(jsonOf(resource[element]).reference)));
  }
  const tests = values.map(dateTest);
  return (resource) => tests.some((test) => test(textOf(resource[element])));
}

function parameterOf(type: string, name: string): SearchParameter {
  const parameters = SEARCHES[type] ?? {};
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (parameter === undefined)
    throw new RefusedSearch('not-supported', `The search parameter ${name} is not supported for ${type}.`);
  return parameter;
}

/** `x` and `Patient/x` and an address that ends in it name the same patient. */
function idOf(reference: string): string {
  return reference.replace(/^.*\//, '');
}

/** `code`, `system|code`, `|code` (no system) or `system|` against a code, a CodeableConcept or a list of them. */
function hasToken(element: unknown, wanted: string): boolean {
  const bar = wanted.indexOf('|');
  const system = bar < 0 ? undefined : wanted.slice(0, bar);
  const code = wanted.slice(bar + 1);
  // An element of type code has no system of its own to compare.
  if (typeof element === 'string') return element === code;
  const list: readonly unknown[] = Array.isArray(element) ? element : [element];
  return list
    .filter(isJson)
    .some((concept) =>
      jsonsOf(concept.coding).some(
        (coding) =>
          (system === undefined || textOf(coding.system) === system) && (code === '' || coding.code === code),
      ),
    );
}

/** Whole days are compared; a year or a month stands for all of its days. */
function dateTest(value: string): (date: string) => boolean {
  const [, prefix = 'eq', wanted = ''] =
    /^(eq|ge|gt|le|lt)?(\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?)$/.exec(value) ?? [];
  if (wanted === '') throw new RefusedSearch('value', `${value} is not a date.`);
  const [from, to] = [firstDay(wanted), lastDay(wanted)];
  return (date) => {
    if (date === '') return false;
    if (prefix === 'ge') return lastDay(date) >= from;
    if (prefix === 'gt') return lastDay(date) > to;
    if (prefix === 'le') return firstDay(date) <= to;
    if (prefix === 'lt') return firstDay(date) < from;
    return firstDay(date) >= from && lastDay(date) <= to;
  };
}

function firstDay(date: string): string {
  return (date.slice(0, 10) + '-01-01').slice(0, 10);
}

function lastDay(date: string): string {
  if (date.length >= 10) return date.slice(0, 10);
  return date.length === 7 ? `${date}-31` : `${date}-12-31`;
}

function sorted(matches: readonly Json[], type: string, sort: string | null): readonly Json[] {
  if (sort === null) return matches;
  const { kind, element } = parameterOf(type, sort.replace(/^-/, ''));
  if (kind !== 'date') throw new RefusedSearch('not-supported', `_sort=${sort} is not supported.`);
  // Date.parse, because two offsets can put the later text first.
  const time = (resource: Json): number => Date.parse(textOf(resource[element])) || 0;
  const direction = sort.startsWith('-') ? -1 : 1;
  return [...matches].sort((a, b) => direction * (time(a) - time(b)));
}
