import { isObject, listOf, numberOf, objectOf, objectsOf, resourceTypeOf, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { issuesOf, saysNoneFound } from './outcomes';
import type { OutcomeIssue } from './outcomes';

/** One page of a search, sorted into what was asked for, what came along, and what the EHR says about it. */
export interface SearchPage {
  readonly entries: readonly JsonObject[];
  readonly included: readonly JsonObject[];
  readonly outcomes: readonly OutcomeIssue[];
  /** Entries without a readable resource: something was there and cannot be checked. */
  readonly unreadable: number;
  /** False when a message came in place of a list, and does not say that nothing was found. */
  readonly isList: boolean;
  /** `Bundle.total`, 0 when it is not told. It can only raise doubt about an empty list, never prove a whole one. */
  readonly promised: number;
  /** Empty when a next page is named without an address. */
  readonly next: string | undefined;
}

/** What may come along with orders where a server leaves `search.mode` out. Anything else that was not asked for is a puzzle. */
const COMES_ALONG = new Set(['Medication', 'Substance']);

/**
 * Splits a searchset Bundle; undefined when the body is neither a Bundle nor an OperationOutcome.
 * Only the absence of a next link ends a search: `Bundle.total` is an estimate on some servers.
 */
export function pageOf(body: unknown, type: string): SearchPage | undefined {
  if (!isObject(body)) return undefined;
  if (resourceTypeOf(body) === 'OperationOutcome') {
    const issues = issuesOf(body);
    const isList = issues.some(saysNoneFound);
    return {
      entries: [],
      included: [],
      outcomes: issues,
      unreadable: 0,
      isList,
      promised: 0,
      next: undefined,
    };
  }
  if (resourceTypeOf(body) !== 'Bundle') return undefined;

  const entries: JsonObject[] = [];
  const included: JsonObject[] = [];
  const outcomes: OutcomeIssue[] = [];
  let unreadable = 0;
  for (const entry of listOf(body.entry)) {
    const resource = objectOf(entry).resource;
    const found = isObject(resource) ? resourceTypeOf(resource) : undefined;
    const mode = textOf(objectOf(objectOf(entry).search).mode);
    if (!isObject(resource) || found === undefined) unreadable += 1;
    else if (found === 'OperationOutcome') outcomes.push(...issuesOf(resource));
    // The type decides, not the mode: some servers leave it out, and a match under a wrong mode must not be lost.
    else if (found === type) entries.push(resource);
    else if (mode === 'include' || (mode === undefined && COMES_ALONG.has(found))) included.push(resource);
    else unreadable += 1;
  }
  const next = objectsOf(body.link).find((link) => link.relation === 'next');
  return {
    entries,
    included,
    outcomes,
    unreadable,
    isList: true,
    promised: numberOf(body.total) ?? 0,
    next: next === undefined ? undefined : (textOf(next.url) ?? ''),
  };
}

/**
 * Without duplicates by type and id: the later version replaces the earlier one whole. Merging fields would leave a stale
 * dosage beside a new one. Entries without an id cannot be compared and are all kept.
 */
export function latestVersions(resources: readonly JsonObject[]): readonly JsonObject[] {
  const kept: JsonObject[] = [];
  const places = new Map<string, number>();
  for (const resource of resources) {
    const id = textOf(resource.id);
    const key = `${resourceTypeOf(resource) ?? ''}/${id ?? ''}`;
    const place = id === undefined ? undefined : places.get(key);
    const earlier = place === undefined ? undefined : kept[place];
    if (place === undefined || earlier === undefined) {
      if (id !== undefined) places.set(key, kept.length);
      kept.push(resource);
    } else if (isAtLeastAsNew(resource, earlier)) kept[place] = resource;
  }
  return kept;
}

/** Compared as instants: the texts may stand in different time zones. A version without an instant yields to one that has it. */
function isAtLeastAsNew(resource: JsonObject, earlier: JsonObject): boolean {
  const [mine, theirs] = [resource, earlier].map((r) =>
    Date.parse(textOf(objectOf(r.meta).lastUpdated) ?? ''),
  );
  if (mine === undefined || Number.isNaN(mine)) return theirs === undefined || Number.isNaN(theirs);
  return theirs === undefined || Number.isNaN(theirs) || mine >= theirs;
}
