import { Client } from 'fhir-kit-client';
import { assertUnderBase, nextPageAddress, plainBase } from './fhir-address';
import { isObject, resourceTypeOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { FhirProblem, problemOf } from './fhir-problem';
import type { OutcomeIssue } from './outcomes';
import { latestVersions, pageOf } from './search-pages';

/** What the chart needs from a SMART session: where the EHR is, and the right to ask it. */
export interface FhirConnection {
  readonly fhirBase: string;
  /** The Authorization header value; undefined when the session is over. */
  readonly authorization: () => Promise<string | undefined>;
  /** One refresh; false when it is not possible. */
  readonly refresh: () => Promise<boolean>;
  /** Ends every request when the session ends. */
  readonly signal?: AbortSignal;
  /** Waits before a repeated request; replaced in tests. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Time limit of one request; 20,000 ms when absent. */
  readonly timeoutMs?: number;
}

export type SearchParameters = Readonly<Record<string, string>>;

export interface SearchResult {
  readonly entries: readonly JsonObject[];
  readonly included: readonly JsonObject[];
  readonly outcomes: readonly OutcomeIssue[];
  /** True only when every page arrived and every entry could be read. */
  readonly complete: boolean;
  /** Why it is not complete. */
  readonly gaps: readonly FhirProblem[];
}

export interface DataAccess {
  readonly fhirBase: string;
  /** Reads one resource. @throws FhirProblem */
  readonly read: (type: string, id: string) => Promise<JsonObject>;
  /**
   * Reads every page of a search. Never rejects: a failed first page gives no entries and one gap,
   * a failed later page keeps what came before it.
   */
  readonly searchAll: (type: string, parameters: SearchParameters) => Promise<SearchResult>;
  /** A request was lost because the session with the EHR is over. */
  readonly sessionEnded: () => boolean;
}

const TIMEOUT_MS = 20_000;
/** Browsers open six connections to one host; more only queue, and EHRs count them as load. */
const AT_ONCE = 6;
/** 5,000 entries at the page size we ask for, and still 1,000 where a server gives ten. */
const PAGE_LIMIT = 100;
const REPEATS_WHEN_BUSY = 2;
/** A longer wait is not worth a clinician's minute: the section then says "slow down" and offers a retry. */
const LONGEST_WAIT_SECONDS = 20;
/** Epic 4113: the paging session expired; HAPI answers 410. */
const PAGING_EXPIRED_CODE = '4113';

/** Every FHIR request of the app. Reads only; nothing is ever written to the EHR. */
export function createDataAccess(connection: FhirConnection): DataAccess {
  const fhirBase = plainBase(connection.fhirBase);
  let ended = false;
  const ask = requester(connection, fhirBase);
  const get: Get = async (address) => {
    try {
      return await ask(address);
    } catch (thrown) {
      ended ||= problemOf(thrown, false).kind === 'unauthorised';
      throw thrown;
    }
  };

  async function read(type: string, id: string): Promise<JsonObject> {
    const body = await get(`${fhirBase}/${type}/${encodeURIComponent(id)}`);
    if (!isObject(body) || resourceTypeOf(body) !== type) throw new FhirProblem('not-fhir');
    return body;
  }

  async function searchAll(type: string, parameters: SearchParameters): Promise<SearchResult> {
    const first = `${fhirBase}/${type}?${new URLSearchParams(parameters).toString()}`;
    const pages = await readPages(get, first, type, fhirBase);
    const expired = pages.gaps.some(
      ({ details }) => details.status === 410 || details.codes?.includes(PAGING_EXPIRED_CODE) === true,
    );
    return expired ? readPages(get, first, type, fhirBase) : pages;
  }

  return { fhirBase, read, searchAll, sessionEnded: () => ended };
}

type Get = (address: string) => Promise<unknown>;

async function readPages(get: Get, first: string, type: string, fhirBase: string): Promise<SearchResult> {
  const entries: JsonObject[] = [];
  const included: JsonObject[] = [];
  const outcomes: OutcomeIssue[] = [];
  const gaps: FhirProblem[] = [];
  const seen = new Set<string>();
  let promised = 0;
  let address: string | undefined = first;
  try {
    while (address !== undefined) {
      // The same page again, or no end in sight: stop, and say that the list may be longer.
      if (seen.has(address) || seen.size >= PAGE_LIMIT) throw new FhirProblem('paging');
      seen.add(address);
      const page = pageOf(await get(address), type);
      if (page === undefined) throw new FhirProblem('not-fhir');
      entries.push(...page.entries);
      included.push(...page.included);
      outcomes.push(...page.outcomes);
      promised += page.promised;
      if (!page.isList) gaps.push(new FhirProblem('not-fhir', 'the EHR sent a message in place of a list'));
      if (page.unreadable > 0) gaps.push(new FhirProblem('not-fhir', unreadable(page.unreadable)));
      if (page.next === '') throw new FhirProblem('paging');
      address = page.next === undefined ? undefined : nextPageAddress(page.next, fhirBase);
    }
  } catch (thrown) {
    const problem = problemOf(thrown, false);
    // On a search "not found" means that the EHR does not offer this resource type.
    const unoffered = problem.kind === 'not-found' && problem.details.status === 404 && seen.size === 1;
    gaps.push(unoffered ? new FhirProblem('unsupported', undefined, problem.details) : problem);
  }
  // A count without a single entry is a list that got lost on its way; it must not read as "none".
  if (promised > 0 && entries.length === 0 && outcomes.length === 0 && gaps.length === 0)
    gaps.push(new FhirProblem('not-fhir', 'the EHR counted entries and sent none of them'));
  return {
    entries: latestVersions(entries),
    included: latestVersions(included),
    outcomes,
    complete: gaps.length === 0,
    gaps,
  };
}

const unreadable = (count: number): string =>
  count === 1 ? 'one entry is not in a form that can be read' : `${count} entries could not be read`;

/** One GET with everything around it: address guard, token, time limit, one refresh, back-off, at most six at once. */
function requester(connection: FhirConnection, fhirBase: string): Get {
  const slots = limiter(AT_ONCE);
  const wait = connection.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  // Counts refreshes: a request that was under way during a refresh repeats without a second one.
  let generation = 0;
  let refreshing: Promise<boolean> | undefined;
  let sessionOver = false;

  // The library awaits the signer, though its type says void.
  const requestSigner: (address: string, init: RequestInit) => unknown = sign;
  const client = new Client({
    baseUrl: fhirBase,
    requestSigner,
  });

  async function sign(address: string, init: RequestInit): Promise<void> {
    assertUnderBase(address, fhirBase);
    const authorization = await connection.authorization();
    if (authorization === undefined) throw new FhirProblem('unauthorised');
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization);
    init.headers = headers;
    init.keepalive = false;
    init.referrerPolicy = 'no-referrer';
    init.credentials = 'omit';
    init.cache = 'no-store';
    // FHIR reads do not redirect; a sign-in page of a gateway does, and the token must not go along.
    init.redirect = 'error';
  }

  async function once(address: string): Promise<unknown> {
    assertUnderBase(address, fhirBase);
    const limit = AbortSignal.timeout(connection.timeoutMs ?? TIMEOUT_MS);
    const signal = connection.signal === undefined ? limit : AbortSignal.any([connection.signal, limit]);
    try {
      return await client.request(address, { options: { signal } });
    } catch (thrown) {
      throw problemOf(thrown, connection.signal?.aborted === true);
    }
  }

  async function refreshSince(asked: number): Promise<boolean> {
    if (asked !== generation) return true;
    refreshing ??= connection
      .refresh()
      .catch(() => false)
      .then((refreshed) => {
        generation += 1;
        sessionOver = !refreshed;
        refreshing = undefined;
        return refreshed;
      });
    return refreshing;
  }

  return async function get(address: string): Promise<unknown> {
    let refreshed = false;
    for (let repeats = 0; ;) {
      const asked = generation;
      try {
        return await slots(() => {
          // A lost session is said once, not by one refused request for every medicine.
          if (sessionOver) throw new FhirProblem('unauthorised');
          return once(address);
        });
      } catch (thrown) {
        const problem = problemOf(thrown, connection.signal?.aborted === true);
        const { status, retryAfterSeconds } = problem.details;
        if (status === 401 && !refreshed) {
          refreshed = true;
          if (!(await refreshSince(asked))) throw problem;
        } else if ((status === 429 || status === 503) && repeats < REPEATS_WHEN_BUSY) {
          repeats += 1;
          const seconds = retryAfterSeconds ?? repeats;
          if (seconds > LONGEST_WAIT_SECONDS) throw problem;
          await wait(seconds * 1000);
          if (connection.signal?.aborted === true) throw new FhirProblem('aborted');
        } else throw problem;
      }
    }
  };
}

/** Runs at most `count` tasks at once; the others wait in order. */
function limiter(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
