import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FhirConnection } from '../../src/chart/data-access';
import type { JsonObject } from '../../src/chart/fhir-guards';

export interface Asked {
  /** Path and query below the FHIR base, for example `Condition?patient=1`. */
  readonly path: string;
  readonly type: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

export interface Answer {
  readonly status?: number;
  /** An object is sent as FHIR JSON, a text as it is. */
  readonly body?: JsonObject | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  /** Held back until then. */
  readonly after?: Promise<unknown>;
}

export interface FhirServer {
  readonly base: string;
  readonly origin: string;
  readonly asked: readonly Asked[];
  /** The most requests that were open at one moment. */
  readonly atOnce: () => number;
  readonly close: () => Promise<void>;
}

/** A real http server on a free loopback port that answers below `/fhir/r4` as the test says. */
export async function serve(answerOf: (asked: Asked) => Answer): Promise<FhirServer> {
  const asked: Asked[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const path = (url.pathname + url.search).replace(/^\/fhir\/r4\/?/, '');
    const type = /^[A-Za-z]*/.exec(path)?.[0] ?? '';
    const request = { path, type, query: url.searchParams, headers: incoming.headers };
    asked.push(request);
    open += 1;
    most = Math.max(most, open);
    const answer = answerOf(request);
    const { status = 200, body = '', headers = {}, delayMs = 0 } = answer;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const kind = typeof body === 'string' ? 'text/html' : 'application/fhir+json';
    const send = (): void => {
      open -= 1;
      outgoing.writeHead(status, { 'content-type': kind, ...headers }).end(text);
    };
    if (answer.after === undefined) setTimeout(send, delayMs);
    else void answer.after.then(send);
  });
  // The default of 5 s closes a connection under the next request of a slow test.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base: `${origin}/fhir/r4`,
    origin,
    asked,
    atOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** A session with a fixed token that waits for nothing. */
export function connection(fhirBase: string, changes: Partial<FhirConnection> = {}): FhirConnection {
  return {
    fhirBase,
    authorization: () => Promise.resolve('Bearer t1'),
    refresh: () => Promise.resolve(false),
    wait: () => Promise.resolve(),
    ...changes,
  };
}

export interface Links {
  readonly next?: string;
}

export function searchset(
  resources: readonly JsonObject[],
  { next }: Links = {},
  outcomes: readonly JsonObject[] = [],
): JsonObject {
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    link: next === undefined ? [] : [{ relation: 'next', url: next }],
    entry: [
      ...resources.map((resource) => ({ resource, search: { mode: 'match' } })),
      ...outcomes.map((resource) => ({ resource, search: { mode: 'outcome' } })),
    ],
  };
}

export const outcome = (code: string, text: string, severity = 'warning'): JsonObject => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code: 'processing', details: { coding: [{ system: 'urn:oid:1', code }], text } }],
});

export const condition = (id: string, more: JsonObject = {}): JsonObject => ({
  resourceType: 'Condition',
  id,
  subject: { reference: 'Patient/p1' },
  code: { text: `condition ${id}` },
  ...more,
});
