import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { SECTIONS } from '../../src/chart/types';
import type { Chart, Section } from '../../src/chart/types';
import { condition, searchset } from './fhir-server';
import type { Answer, Asked, FhirServer } from './fhir-server';
import { ehr, isCurrent, isHistory, order, PATIENT, read, statuses } from './one-patient-ehr';

const JSON_TYPE = { 'content-type': 'application/fhir+json' };
const LOST_PAGE: JsonObject = { resourceType: 'Bundle', link: [{ relation: 'next' }] };
/** What servers, proxies and gateways really send in place of a list. */
const BROKEN: readonly (readonly [what: string, answer: Answer])[] = [
  ['a refusal (403)', { status: 403, body: {} }],
  ['a refusal without a word', { status: 403 }],
  ['"slow down" without end (429)', { status: 429, headers: { 'retry-after': '1' } }],
  ['a server error (500)', { status: 500, body: { resourceType: 'OperationOutcome' } }],
  ['a bad gateway (502)', { status: 502, body: '<html>Bad Gateway</html>' }],
  ['JSON that breaks off', { body: '{"resourceType":"Bundle","entry":[{"reso', headers: JSON_TYPE }],
  ['a sign-in page with 200', { body: '<!doctype html><title>Sign in</title>' }],
  ['a sign-in page that claims to be FHIR', { body: '<!doctype html>', headers: JSON_TYPE }],
  ['gzip that is none', { body: 'garbage', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } }],
  ['an empty 200', { body: '', headers: JSON_TYPE }],
  ['204', { status: 204 }],
  ['plain text', { body: 'OK', headers: { 'content-type': 'text/plain' } }],
  [
    'FHIR as XML',
    { body: '<Bundle xmlns="http://hl7.org/fhir"/>', headers: { 'content-type': 'application/fhir+xml' } },
  ],
  ['JSON null', { body: 'null', headers: JSON_TYPE }],
  ['a JSON list', { body: '[]', headers: JSON_TYPE }],
  ['an empty JSON object', { body: {} }],
  [
    'a Bundle that counts entries and holds none',
    { body: { resourceType: 'Bundle', type: 'searchset', total: 3 } },
  ],
  [
    'a Bundle that counts entries in an empty list',
    { body: { resourceType: 'Bundle', type: 'searchset', total: 3, entry: [] } },
  ],
  ['a Bundle whose entry is a text', { body: { resourceType: 'Bundle', entry: 'none' } }],
  ['a Bundle with a next page that has no address', { body: LOST_PAGE }],
  ['a Bundle of nulls', { body: { resourceType: 'Bundle', entry: [null, null] } }],
  ['an outcome that says nothing', { body: { resourceType: 'OperationOutcome' } }],
  [
    'an outcome that says all is well',
    {
      body: { resourceType: 'OperationOutcome', issue: [{ severity: 'information', diagnostics: 'All OK' }] },
    },
  ],
  ['the list of another type', { body: searchset([{ resourceType: 'Appointment', id: 'x' }]) }],
];

const others = (section: Section): Record<string, string> =>
  Object.fromEntries(SECTIONS.filter((other) => other !== section).map((other) => [other, 'complete']));

describe('a broken answer to one type of the chart', () => {
  test.each(BROKEN)(
    '%s is never "none": its section says so, and no other section suffers',
    async (_, answer) => {
      for (const section of SECTIONS) {
        const server = await ehr(({ type }) => (type === section ? answer : undefined));
        const chart = await read(server);
        expect(chart.sections[section].status, section).not.toBe('complete');
        expect(chart.sections[section].status, section).not.toBe('loading');
        expect(chart.sections[section].gaps.length, section).toBeGreaterThan(0);
        expect(statuses(chart)).toMatchObject(others(section));
        if (section === 'MedicationRequest') expect(chart.medicationHistory.status).not.toBe('complete');
        await server.close();
      }
    },
  );
});

describe('answers that are odd and whole', () => {
  const allergies = (answer: Answer): Promise<Chart> =>
    ehr(({ type }) => (type === 'AllergyIntolerance' ? answer : undefined)).then((server) => read(server));
  test.each<[string, Answer, number]>([
    ['no entry, and a count of none', { body: { resourceType: 'Bundle', type: 'searchset', total: 0 } }, 0],
    ['no entry and no count', { body: { resourceType: 'Bundle', type: 'searchset' } }, 0],
    ['the wrong content type', { body: searchset([]), headers: { 'content-type': 'text/plain' } }, 0],
    [
      'the content type of 2016',
      { body: searchset([]), headers: { 'content-type': 'application/json+fhir; charset=UTF-8' } },
      0,
    ],
    ['no content type worth the name', { body: searchset([]), headers: { 'content-type': 'x' } }, 0],
    [
      'JSON behind a byte order mark',
      { body: `\uFEFF${JSON.stringify(searchset([]))}`, headers: JSON_TYPE },
      0,
    ],
    [
      'one entry, and a count of 40',
      { body: { ...searchset([{ resourceType: 'AllergyIntolerance', id: 'a' }]), total: 40 } },
      1,
    ],
  ])('%s', async (_, answer, count) => {
    const { AllergyIntolerance } = (await allergies(answer)).sections;
    expect(AllergyIntolerance).toEqual({ status: 'complete', gaps: [], count });
  });
});

describe('a fault in the middle of a list', () => {
  const procedure = (id: string) => ({ resourceType: 'Procedure', id, subject: { reference: 'Patient/p1' } });
  const secondPage = (answerOf: (asked: Asked) => Answer): Promise<FhirServer> =>
    ehr((asked) => {
      if (asked.type !== 'Procedure') return undefined;
      return asked.query.has('page')
        ? answerOf(asked)
        : { body: searchset([procedure('r1')], { next: 'Procedure?page=2' }) };
    });

  // An empty last page under the count of the whole list is what real servers send.
  const broken = BROKEN.filter(([what]) => !what.startsWith('a Bundle that counts'));
  test.each(broken)('%s on the second page keeps the first, and the list is partial', async (_, answer) => {
    const chart = await read(await secondPage(() => answer));
    expect(chart.sections.Procedure).toMatchObject({ status: 'partial', count: 1 });
    expect(chart.procedures.map(({ reference }) => reference)).toEqual(['Procedure/r1']);
  });

  test('an empty last page under the count of the whole list is no loss', async () => {
    const chart = await read(await secondPage(() => ({ body: { resourceType: 'Bundle', total: 1 } })));
    expect(chart.sections.Procedure).toEqual({ status: 'complete', gaps: [], count: 1 });
  });

  test('401 on the second page costs nothing when the session can be refreshed', async () => {
    let token = 'old';
    const server = await secondPage(({ headers }) =>
      headers.authorization === 'Bearer new' ? { body: searchset([procedure('r2')]) } : { status: 401 },
    );
    const chart = await read(
      server,
      {},
      {
        authorization: () => Promise.resolve(`Bearer ${token}`),
        refresh: () => {
          token = 'new';
          return Promise.resolve(true);
        },
      },
    );
    expect(chart.sections.Procedure).toEqual({ status: 'complete', gaps: [], count: 2 });
  });

  test('401 on the second page without a refresh leaves what arrived, and says that the session has ended', async () => {
    const chart = await read(await secondPage(() => ({ status: 401 })));
    expect(chart.sections.Procedure).toMatchObject({ status: 'partial', count: 1 });
    expect(chart.sections.Procedure.gaps).toEqual([
      'Procedures could not be read in full: the session with the EHR has ended; open the app again from the chart.',
    ]);
  });

  test('a second page that does not come in time leaves the list partial', async () => {
    // Its time is up when it is all that is missing: so many seconds would end other requests too on a busy machine.
    const limit = new AbortController();
    const limits = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
    onTestFinished(() => limits.mockRestore());
    const missing = new Set<Section | 'second page'>([...SECTIONS, 'second page']);
    const arrived = (what: Section | 'second page') => {
      missing.delete(what);
      if (missing.size === 1 && missing.has('Procedure'))
        limit.abort(new DOMException('the time is over', 'TimeoutError'));
    };
    const server = await secondPage(() => {
      arrived('second page');
      return { delayMs: 20_000 };
    });
    const onUpdate = ({ sections }: Chart) => {
      SECTIONS.filter((section) => sections[section].status !== 'loading').forEach(arrived);
    };
    const chart = await read(server, { onUpdate });
    expect(chart.sections.Procedure).toMatchObject({ status: 'partial', count: 1 });
    expect(chart.sections.Procedure.gaps[0]).toContain('took too long');
  });

  test('a connection that breaks off inside a page leaves the list partial', async () => {
    const headers = { ...JSON_TYPE, 'content-length': '9999', connection: 'close' };
    const server = await secondPage(() => ({ body: '{"resourceType":"Bundle"', headers }));
    const chart = await read(server);
    expect(chart.sections.Procedure).toMatchObject({ status: 'partial', count: 1 });
  });

  test('two pages that name each other end, and are said to be partial', async () => {
    const server = await secondPage(({ query }) => ({
      body: searchset([procedure('r2')], {
        next: query.get('page') === '2' ? 'Procedure?page=3' : 'Procedure?page=2',
      }),
    }));
    const chart = await read(server);
    expect(chart.sections.Procedure).toMatchObject({ status: 'partial', count: 2 });
    expect(server.asked.filter(({ type }) => type === 'Procedure')).toHaveLength(3);
  });
});

describe('a fault that passes', () => {
  const failing = (times: number, answer: Answer) => {
    let asked = 0;
    return ehr((request) => {
      if (request.type !== 'Procedure') return undefined;
      asked += 1;
      return asked <= times ? answer : { body: searchset([{ resourceType: 'Procedure', id: 'r1' }]) };
    });
  };
  test.each<[string, number, Answer]>([
    ['500, then an answer to the plainer question', 1, { status: 500, body: {} }],
    ['503 twice', 2, { status: 503 }],
    [
      '429 twice with a date to wait for',
      2,
      { status: 429, headers: { 'retry-after': 'Wed, 01 Jan 2020 00:00:00 GMT' } },
    ],
    [
      '400 in plain text, then an answer to the plainer question',
      1,
      { status: 400, body: 'Bad parameter: _count' },
    ],
  ])('%s', async (_, times, answer) => {
    const chart = await read(await failing(times, answer));
    expect(chart.sections.Procedure).toEqual({ status: 'complete', gaps: [], count: 1 });
  });
  test('three refusals are no answer', async () => {
    const chart = await read(await failing(3, { status: 503 }));
    expect(chart.sections.Procedure).toMatchObject({ status: 'failed', count: 0 });
  });
});

describe('a search that brings more or less than asked', () => {
  test('2,000 conditions on 20 pages are read whole, each once', async () => {
    const server = await ehr(({ type, query }) => {
      if (type !== 'Condition') return undefined;
      const page = Number(query.get('page') ?? 0);
      const hundred = Array.from({ length: 100 }, (_, n) => condition(`c${page * 100 + n}`));
      return { body: searchset(hundred, page < 19 ? { next: `Condition?page=${page + 1}` } : {}) };
    });
    const chart = await read(server);
    expect(chart.conditions).toHaveLength(2_000);
    expect(chart.sections.Condition.status).toBe('complete');
  });

  test('the same order in both searches and on two pages stands once', async () => {
    const server = await ehr((asked) => {
      if (!isCurrent(asked) && !isHistory(asked)) return undefined;
      return asked.query.has('page')
        ? { body: searchset([order('m1'), order('m2')]) }
        : {
            body: searchset([order('m1')], {
              next: `MedicationRequest?page=2${isCurrent(asked) ? '&status=active' : ''}`,
            }),
          };
    });
    const chart = await read(server);
    expect(chart.medications.map(({ reference }) => reference)).toEqual([
      'MedicationRequest/m1',
      'MedicationRequest/m2',
    ]);
  });

  test('ids of 70 characters with dots and dashes are one resource each', async () => {
    const ids = ['a', 'b'].map((end) => `e${'X.-'.repeat(23)}${end}`);
    const server = await ehr(({ type }) =>
      type === 'Condition' ? { body: searchset(ids.map((id) => condition(id))) } : undefined,
    );
    expect((await read(server)).conditions.map(({ reference }) => reference)).toEqual(
      ids.map((id) => `Condition/${id}`),
    );
  });

  test('a Patient that comes with the list is no entry of it', async () => {
    const server = await ehr(({ type }) =>
      type === 'Procedure'
        ? { body: { resourceType: 'Bundle', entry: [{ resource: PATIENT, search: { mode: 'include' } }] } }
        : undefined,
    );
    expect((await read(server)).sections.Procedure).toEqual({ status: 'complete', gaps: [], count: 0 });
  });
});
