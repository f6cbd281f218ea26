import { isObject, objectOf, objectsOf, resourceTypeOf, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { issuesOf } from './outcomes';
import type { OutcomeIssue } from './outcomes';

/** One page of a search, sorted into what was asked for, what came along, and what the EHR says about it. */
export interface SearchPage {
  readonly entries: readonly JsonObject[];
  readonly included: readonly JsonObject[];
  readonly outcomes: readonly OutcomeIssue[];
  /** Entries without a readable resource: something was there and cannot be checked. */
  readonly unreadable: number;
  readonly next: string | undefined;
}

/**
 * Splits a searchset Bundle; undefined when the body is neither a Bundle nor an OperationOutcome.
 * `Bundle.total` is never read: it is an estimate on some servers. Only the absence of a next link ends a search.
 */
export function pageOf(body: unknown, type: string): SearchPage | undefined {
  if (!isObject(body)) return undefined;
  if (resourceTypeOf(body) === 'OperationOutcome')
    return { entries: [], included: [], outcomes: issuesOf(body), unreadable: 0, next: undefined };
  if (resourceTypeOf(body) !== 'Bundle') return undefined;

  const entries: JsonObject[] = [];
  const included: JsonObject[] = [];
  const outcomes: OutcomeIssue[] = [];
  let unreadable = 0;
  const listed: readonly unknown[] = Array.isArray(body.entry) ? body.entry : [];
  for (const entry of listed) {
    const resource = objectOf(entry).resource;
    const found = isObject(resource) ? resourceTypeOf(resource) : undefined;
    if (!isObject(resource) || found === undefined) unreadable += 1;
    else if (found === 'OperationOutcome') outcomes.push(...issuesOf(resource));
    // Some servers leave search.mode out: the type then tells what was asked for.
    else if (found === type && objectOf(objectOf(entry).search).mode !== 'include') entries.push(resource);
    else included.push(resource);
  }
  const next = objectsOf(body.link).find((link) => link.relation === 'next');
  return { entries, included, outcomes, unreadable, next: textOf(next?.url) };
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
