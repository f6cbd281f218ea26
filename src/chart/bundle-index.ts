import {
  isObject,
  listOf,
  numberOf,
  objectOf,
  objectsOf,
  optional,
  resourceTypeOf,
  textOf,
} from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { subjectOf } from './references';
import { latestVersions } from './search-pages';

/** One resource of a Bundle, with the address it has there. */
export interface BundleEntry {
  readonly resource: JsonObject;
  readonly fullUrl?: string;
}

/** Everything a Bundle holds, nested Bundles of a batch answer included. */
export interface BundleContents {
  readonly entries: readonly BundleEntry[];
  readonly outcomes: readonly JsonObject[];
  /** Entries that should hold a resource and do not. */
  readonly unreadable: number;
  /** A next link: the rest of the list is elsewhere. */
  readonly continues: boolean;
}

/** A batch answer holds searchsets; nothing real nests deeper. */
const DEEPEST = 4;

/** How FHIR writes every resource type; "condition" is none, and its entry counts as unreadable. */
const TYPE_NAME = /^[A-Z][A-Za-z]+$/;

/** Source: https://hl7.org/fhir/R4/bundle.html */
export function bundleContents(bundle: JsonObject): BundleContents {
  const outcomes: JsonObject[] = [];
  let entries: BundleEntry[] = [];
  let unreadable = 0;
  let continues = false;

  function add(nested: JsonObject, depth: number): void {
    continues ||= objectsOf(nested.link).some((link) => link.relation === 'next');
    const listed = listOf(nested.entry);
    // A count without a single entry is a list that got lost on its way; it must not read as "none".
    if (listed.length === 0 && (numberOf(nested.total) ?? 0) > 0) unreadable += 1;
    // A history lists the newest version first; everywhere else a later entry is the newer one.
    const history = textOf(nested.type) === 'history';
    for (const entry of (history ? [...listed].reverse() : listed).map(objectOf)) {
      const { resource } = entry;
      const type = isObject(resource) ? TYPE_NAME.exec(resourceTypeOf(resource) ?? '')?.[0] : undefined;
      outcomes.push(...objectsOf(objectOf(entry.response).outcome));
      if (!isObject(resource) || type === undefined) {
        if (!hidesNothing(entry)) unreadable += 1;
        const deleted = history ? textOf(objectOf(entry.request).url) : undefined;
        if (deleted !== undefined) entries = entries.filter((kept) => nameOf(kept.resource) !== deleted);
      } else if (type === 'OperationOutcome') outcomes.push(resource);
      else if (type !== 'Bundle') entries.push({ resource, ...optional('fullUrl', textOf(entry.fullUrl)) });
      else if (depth < DEEPEST) add(resource, depth + 1);
      else unreadable += 1;
    }
  }
  add(bundle, 0);
  return { entries: latestEntries(entries), outcomes, unreadable, continues };
}

/** A deletion, or a plain "done" of a transaction, carries no resource and hides none. */
function hidesNothing(entry: JsonObject): boolean {
  const status = textOf(objectOf(entry.response).status) ?? '';
  return (
    textOf(objectOf(entry.request).method) === 'DELETE' ||
    (/^[23]/.test(status) && entry.resource === undefined)
  );
}

const nameOf = (resource: JsonObject): string =>
  `${resourceTypeOf(resource) ?? ''}/${textOf(resource.id) ?? ''}`;
const baseOf = ({ fullUrl }: BundleEntry): string | undefined =>
  fullUrl === undefined ? undefined : addressOf(fullUrl)?.base;

/** The latest version of each resource. The same id under two servers, or under two urn addresses, is two resources. */
function latestEntries(entries: readonly BundleEntry[]): readonly BundleEntry[] {
  const servers = new Map<string | undefined, JsonObject[]>();
  for (const entry of entries) {
    const base = baseOf(entry) ?? entry.fullUrl;
    const known = servers.get(base);
    if (known === undefined) servers.set(base, [entry.resource]);
    else known.push(entry.resource);
  }
  const latest = new Set([...servers.values()].flatMap(latestVersions));
  return entries.filter(({ resource }) => latest.has(resource));
}

const REST_ADDRESS = /^(https?:\/\/[^?#]+?)\/([A-Za-z]+)\/([^/?#]+)(?:\/_history\/[^/?#]+)?$/;

interface Address {
  readonly base?: string;
  readonly type: string;
  readonly id: string;
}

/** The parts of a RESTful reference, absolute or relative; undefined for urn, contained and other forms. */
function addressOf(reference: string): Address | undefined {
  const [, base, type, id] = REST_ADDRESS.exec(reference) ?? [];
  if (base !== undefined && type !== undefined && id !== undefined) return { base, type, id };
  const [, relativeType, relativeId] =
    /^([A-Za-z]+)\/([^/?#]+)(?:\/_history\/[^/?#]+)?$/.exec(reference) ?? [];
  return relativeType === undefined || relativeId === undefined
    ? undefined
    : { type: relativeType, id: relativeId };
}

/** Finds what a reference in a Bundle points to. Source: https://hl7.org/fhir/R4/bundle.html#references */
export interface BundleIndex {
  readonly resolve: (reference: string, from: JsonObject) => JsonObject | undefined;
  /** True when the entry is about `patient`, or names no subject. */
  readonly isAbout: (resource: JsonObject, patient: JsonObject) => boolean;
}

export function indexBundle(entries: readonly BundleEntry[]): BundleIndex {
  const byUrl = new Map<string, JsonObject>();
  const byName = new Map<string, { resource: JsonObject; base: string | undefined }[]>();
  const bases = new Map<JsonObject, string | undefined>();
  const subjects = new Set<string>();
  for (const entry of entries) {
    const { resource, fullUrl } = entry;
    const base = baseOf(entry);
    bases.set(resource, base);
    if (fullUrl !== undefined) byUrl.set(fullUrl, resource);
    const subject = subjectOf(resource);
    if (subject !== undefined) subjects.add(subject);
    if (textOf(resource.id) === undefined) continue;
    const known = byName.get(nameOf(resource));
    if (known === undefined) byName.set(nameOf(resource), [{ resource, base }]);
    else known.push({ resource, base });
  }
  const addressed = new Set(byUrl.values());
  const only = soleBase([...bases.values()], [...subjects]);

  function resolve(reference: string, from: JsonObject): JsonObject | undefined {
    const exact = byUrl.get(reference);
    if (exact !== undefined) return exact;
    const address = addressOf(reference);
    if (address === undefined) return undefined;
    const candidates = byName.get(`${address.type}/${address.id}`) ?? [];
    const base = address.base ?? bases.get(from) ?? only;
    return candidates.find((found) => {
      const theirs = found.base ?? only;
      // The same id under another base is another resource: an absolute reference matches its own server only.
      if (address.base !== undefined) return theirs === base;
      return theirs === undefined || base === undefined || theirs === base;
    })?.resource;
  }

  function isAbout(resource: JsonObject, patient: JsonObject): boolean {
    const subject = subjectOf(resource);
    if (subject === undefined || resolve(subject, resource) === patient) return true;
    const id = textOf(patient.id);
    // A Patient without an id or address cannot be matched: every entry must then name one and the same subject.
    if (id === undefined) return subjects.size === 1 && !addressed.has(patient);
    return subject === `urn:uuid:${id}`;
  }

  return { resolve, isAbout };
}

/** The one server that the addresses of a Bundle name, for resources without a fullUrl; undefined when several or none do. */
function soleBase(bases: readonly (string | undefined)[], subjects: readonly string[]): string | undefined {
  const named = bases.filter((base) => base !== undefined);
  const meant = subjects.map((subject) => addressOf(subject)?.base).filter((base) => base !== undefined);
  const all = new Set(named.length > 0 ? named : meant);
  const [base] = all;
  return all.size === 1 ? base : undefined;
}
