import { afterEach, describe, expect, test } from 'vitest';
import { createDataAccess } from '../../src/chart/data-access';
import type { FhirConnection, SearchResult } from '../../src/chart/data-access';
import type { FhirProblem } from '../../src/chart/fhir-problem';
import { condition, connection, outcome, searchset, serve } from './fhir-server';
import type { Answer, Asked, FhirServer } from './fhir-server';

const open: FhirServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function ehr(answerOf: (asked: Asked, base: string) => Answer): Promise<FhirServer> {
  let base = '';
  const server = await serve((asked) => answerOf(asked, base));
  base = server.base;
  open.push(server);
  return server;
}

const search = (server: FhirServer, changes: Partial<FhirConnection> = {}): Promise<SearchResult> =>
  createDataAccess(connection(server.base, changes)).searchAll('Condition', { patient: 'p1' });

const ids = (result: SearchResult) => result.entries.map(({ id }) => id);
const kinds = (result: SearchResult) => result.gaps.map(({ kind }) => kind);

/** Three pages; `link` writes the address of the next page in the way of one EHR. */
const threePages = (link: (page: number, base: string) => string) =>
  ehr(({ query }, base) => {
    const page = Number(query.get('page') ?? 1);
    return { body: searchset([condition(`c${page}`)], page < 3 ? { next: link(page + 1, base) } : {}) };
  });

describe('pages are followed as EHRs write their links', () => {
  test.each<[string, (page: number, base: string) => string]>([
    ['an absolute address', (page, base) => `${base}/Condition?page=${page}`],
    ['an address relative to the server', (page) => `/fhir/r4/Condition?page=${page}`],
    ['an address relative to the base, with a slash', (page) => `/Condition?page=${page}`],
    ['an address relative to the base', (page) => `Condition?page=${page}`],
    ['a query on the base itself', (page) => `?page=${page}`],
    ['a query on the absolute base', (page, base) => `${base}?page=${page}`],
  ])('%s', async (_, link) => {
    const server = await threePages(link);
    const result = await search(server);
    expect(ids(result)).toEqual(['c1', 'c2', 'c3']);
    expect(result.complete).toBe(true);
  });

  test('Bundle.total is never believed', async () => {
    const server = await ehr(() => ({ body: { ...searchset([condition('only')]), total: 999 } }));
    expect(await search(server)).toMatchObject({ complete: true });
  });

  test('a page that names itself as the next one ends the list as incomplete', async () => {
    const server = await ehr((_, base) => ({
      body: searchset([condition('c')], { next: `${base}/Condition?patient=p1` }),
    }));
    const result = await search(server);
    expect(kinds(result)).toEqual(['paging']);
    expect(server.asked).toHaveLength(1);
  });

  test('a list without an end is cut at 100 pages and said to be incomplete', async () => {
    const server = await ehr(({ query }, base) => {
      const page = Number(query.get('page') ?? 1);
      return { body: searchset([condition(`c${page}`)], { next: `${base}/Condition?page=${page + 1}` }) };
    });
    const result = await search(server);
    expect(result.entries).toHaveLength(100);
    expect(kinds(result)).toEqual(['paging']);
  });

  test('a later page that fails keeps what came before it', async () => {
    const server = await ehr(({ query }, base) =>
      query.has('page')
        ? { status: 500, body: {} }
        : { body: searchset([condition('c1')], { next: `${base}/Condition?page=2` }) },
    );
    const result = await search(server);
    expect(ids(result)).toEqual(['c1']);
    expect(kinds(result)).toEqual(['server']);
  });

  test('an expired page list is read again from the start, once', async () => {
    let expired = 0;
    const server = await ehr(({ query }, base) => {
      if (!query.has('page'))
        return { body: searchset([condition('c1')], { next: `${base}/Condition?page=2` }) };
      expired += 1;
      return expired === 1 ? { status: 410, body: {} } : { body: searchset([condition('c2')]) };
    });
    const result = await search(server);
    expect(ids(result)).toEqual(['c1', 'c2']);
    expect(result.complete).toBe(true);
  });

  test('a next link to another host is not followed and never gets the token', async () => {
    const foreign = await ehr(() => ({ body: searchset([condition('stolen')]) }));
    const server = await ehr(() => ({
      body: searchset([condition('c1')], { next: `${foreign.base}/Condition?page=2` }),
    }));
    const result = await search(server);
    expect(kinds(result)).toEqual(['blocked-url']);
    expect(ids(result)).toEqual(['c1']);
    expect(foreign.asked).toHaveLength(0);
  });

  test('a redirect does not carry the token away', async () => {
    const foreign = await ehr(() => ({ body: searchset([]) }));
    const server = await ehr(() => ({ status: 302, headers: { location: `${foreign.base}/Condition` } }));
    expect((await search(server)).complete).toBe(false);
    expect(foreign.asked).toHaveLength(0);
  });
});

describe('a session that ends', () => {
  test('401 costs one refresh and one repeat, with the new token', async () => {
    let token = 't1';
    const server = await ehr(({ headers }) =>
      headers.authorization === 'Bearer t2' ? { body: searchset([condition('c')]) } : { status: 401 },
    );
    const result = await search(server, {
      authorization: () => Promise.resolve(`Bearer ${token}`),
      refresh: () => {
        token = 't2';
        return Promise.resolve(true);
      },
    });
    expect(result.complete).toBe(true);
    expect(server.asked).toHaveLength(2);
  });

  test('eight requests that meet 401 together share one refresh', async () => {
    let token = 't1';
    let refreshes = 0;
    const server = await ehr(({ headers }) =>
      headers.authorization === 'Bearer t2' ? { body: searchset([]) } : { status: 401 },
    );
    const access = createDataAccess(
      connection(server.base, {
        authorization: () => Promise.resolve(`Bearer ${token}`),
        refresh: () => {
          refreshes += 1;
          token = 't2';
          return Promise.resolve(true);
        },
      }),
    );
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, n) => access.searchAll('Condition', { n: String(n) })),
    );
    expect(results.every(({ complete }) => complete)).toBe(true);
    expect(refreshes).toBe(1);
  });

  test('without a refresh the session is said to be over, and later requests are not even sent', async () => {
    const server = await ehr(() => ({ status: 401 }));
    const access = createDataAccess(connection(server.base));
    expect(kinds(await access.searchAll('Condition', {}))).toEqual(['unauthorised']);
    expect(kinds(await access.searchAll('Procedure', {}))).toEqual(['unauthorised']);
    expect(server.asked).toHaveLength(1);
  });

  test('a second 401 after the refresh is final', async () => {
    const server = await ehr(() => ({ status: 401 }));
    const result = await search(server, { refresh: () => Promise.resolve(true) });
    expect(kinds(result)).toEqual(['unauthorised']);
    expect(server.asked).toHaveLength(2);
  });

  test('a session that is already over sends nothing', async () => {
    const server = await ehr(() => ({ body: searchset([]) }));
    const result = await search(server, { authorization: () => Promise.resolve(undefined) });
    expect(kinds(result)).toEqual(['unauthorised']);
    expect(server.asked).toHaveLength(0);
  });

  test('ending the session stops a request under way', async () => {
    const server = await ehr(() => ({ delayMs: 5_000, body: searchset([]) }));
    const session = new AbortController();
    const result = search(server, { signal: session.signal });
    setTimeout(() => {
      session.abort();
    }, 50);
    expect(kinds(await result)).toEqual(['aborted']);
  });
});

describe('an EHR that is busy or broken', () => {
  test.each([429, 503])('%i is repeated after the time the EHR asks for', async (status) => {
    const waited: number[] = [];
    let asked = 0;
    const server = await ehr(() => {
      asked += 1;
      return asked < 3 ? { status, headers: { 'retry-after': '7' } } : { body: searchset([condition('c')]) };
    });
    const result = await search(server, {
      wait: (ms) => {
        waited.push(ms);
        return Promise.resolve();
      },
    });
    expect(result.complete).toBe(true);
    expect(waited).toEqual([7000, 7000]);
  });

  test('after two repeats the section says "slow down"', async () => {
    const server = await ehr(() => ({ status: 429 }));
    expect(kinds(await search(server))).toEqual(['too-many']);
    expect(server.asked).toHaveLength(3);
  });

  test('a wait that costs more than the visit has is not waited for', async () => {
    const server = await ehr(() => ({ status: 503, headers: { 'retry-after': '120' } }));
    expect((await search(server)).complete).toBe(false);
    expect(server.asked).toHaveLength(1);
  });

  test.each<[string, Answer, string]>([
    ['no permission', { status: 403, body: {} }, 'forbidden'],
    ['break the glass', { status: 400, body: outcome('4131', 'BTG', 'error') }, 'forbidden'],
    ['not authorised, as Epic says it', { status: 400, body: outcome('4118', 'no', 'error') }, 'forbidden'],
    ['an unknown resource type', { status: 404, body: {} }, 'unsupported'],
    ['refused parameters', { status: 400, body: 'Bad Request' }, 'unsupported'],
    ['an error of its own', { status: 500, body: {} }, 'server'],
    ['a sign-in page with status 200', { body: '<html>Sign in</html>' }, 'unauthorised'],
    [
      'JSON that breaks off',
      { body: '{"resourceType":"Bundle","entry":[', headers: { 'content-type': 'application/fhir+json' } },
      'not-fhir',
    ],
    ['an empty answer', { body: '' }, 'not-fhir'],
    ['another resource', { body: { resourceType: 'CapabilityStatement' } }, 'not-fhir'],
    ['a gateway timeout', { status: 504 }, 'timeout'],
  ])('%s', async (_, answer, kind) => {
    const server = await ehr(() => answer);
    const result = await search(server);
    expect(kinds(result)).toEqual([kind]);
    expect(result.complete).toBe(false);
  });

  test('no answer in time is a timeout', async () => {
    const server = await ehr(() => ({ delayMs: 5_000 }));
    expect(kinds(await search(server, { timeoutMs: 60 }))).toEqual(['timeout']);
  });

  test('an EHR that is not there is a network problem', async () => {
    const server = await serve(() => ({}));
    await server.close();
    expect(kinds(await search(server))).toEqual(['network']);
  });

  test('entries that are no resources make the list incomplete', async () => {
    const server = await ehr(() => ({
      body: { resourceType: 'Bundle', entry: [{ resource: condition('c1') }, { fullUrl: 'x' }, 7] },
    }));
    const result = await search(server);
    expect(ids(result)).toEqual(['c1']);
    expect(result.gaps[0]?.message).toBe('2 entries could not be read');
  });

  test('a problem never tells the address, because the address holds the patient id', async () => {
    const server = await ehr(() => ({ status: 500, body: { patient: 'p1' } }));
    const [problem] = (await search(server)).gaps;
    const told = [problem?.message, problem?.stack, JSON.stringify(problem?.details)].join(' ');
    expect(told).not.toContain('p1');
  });
});

describe('every request', () => {
  test('carries the token and no cookie, and at most six are open at once', async () => {
    const server = await ehr(() => ({ delayMs: 20, body: searchset([]) }));
    const access = createDataAccess(connection(server.base));
    await Promise.all(Array.from({ length: 20 }, (_, n) => access.searchAll('Condition', { n: String(n) })));
    expect(server.atOnce()).toBe(6);
    expect(server.asked).toHaveLength(20);
    expect(server.asked.every(({ headers }) => headers.authorization === 'Bearer t1')).toBe(true);
    expect(server.asked.every(({ headers }) => headers.cookie === undefined)).toBe(true);
  });

  test('a read returns the resource, and ids are escaped', async () => {
    const server = await ehr(() => ({ body: { resourceType: 'Patient', id: 'a/b' } }));
    const access = createDataAccess(connection(`${server.base}/`));
    expect(await access.read('Patient', 'a/b')).toMatchObject({ id: 'a/b' });
    expect(server.asked[0]?.path).toBe('Patient/a%2Fb');
  });

  test('a read of another type is refused', async () => {
    const server = await ehr(() => ({ body: { resourceType: 'Group', id: 'p1' } }));
    const read = createDataAccess(connection(server.base)).read('Patient', 'p1');
    await expect(read).rejects.toMatchObject({ kind: 'not-fhir' } satisfies Partial<FhirProblem>);
  });

  test('a read of something that is not there says so', async () => {
    const server = await ehr(() => ({ status: 404 }));
    await expect(createDataAccess(connection(server.base)).read('Medication', 'x')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
