import { describe, expect, it } from 'vitest';
import { chartQueries } from '../../src/chart/queries';
import { chartOf, FHIR, ids, sandbox, searchset, signIn } from './journey';
import type { Body, Get } from './journey';

const send = sandbox();
const HL7 = 'http://terminology.hl7.org/CodeSystem';

async function refusal(get: Get, path: string): Promise<readonly [number, unknown]> {
  const answer = await get(path);
  const body = (await answer.json()) as { resourceType: string; issue: [Body] };
  expect(body.resourceType).toBe('OperationOutcome');
  return [answer.status, body.issue[0].code];
}

describe('reading', () => {
  it('answers 401 with WWW-Authenticate when there is no token or a made-up one', async () => {
    const headers: readonly Record<string, string>[] = [
      {},
      { authorization: 'Bearer abc' },
      { authorization: 'Basic abc' },
    ];
    for (const sent of headers) {
      const answer = await send(new Request(`${FHIR}/Patient/denise-okafor`, { headers: sent }));
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('gives a resource of the chart as FHIR JSON, not to be stored', async () => {
    const get = await chartOf(send, 'denise-okafor');
    const answer = await get('Patient/denise-okafor');
    expect(answer.headers.get('content-type')).toContain('application/fhir+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ resourceType: 'Patient', id: 'denise-okafor' });
  });

  it('refuses another patient, and does not find the resources of another chart', async () => {
    const get = await chartOf(send, 'denise-okafor');
    expect(await refusal(get, 'Patient/linh-tran')).toEqual([403, 'forbidden']);
    expect(await refusal(get, 'Condition?patient=linh-tran')).toEqual([403, 'forbidden']);
    expect(await refusal(get, 'Condition?patient=denise-okafor,linh-tran')).toEqual([403, 'forbidden']);
    expect(await refusal(get, 'Condition/lt-cond-1')).toEqual([404, 'not-found']);
  });

  it('refuses a type that the scopes do not cover, and a search with a scope for reading only', async () => {
    const get = await chartOf(send, 'denise-okafor', {}, 'launch patient/Patient.r patient/Condition.r');
    expect(await refusal(get, 'Observation?patient=denise-okafor')).toEqual([403, 'forbidden']);
    expect(await refusal(get, 'Condition?patient=denise-okafor')).toEqual([403, 'forbidden']);
    expect((await get('Condition/do-cond-1')).status).toBe(200);
  });

  it('refuses the types that a sample says are not permitted', async () => {
    const get = await chartOf(send, 'ingrid-solberg');
    expect(await refusal(get, 'MedicationRequest?patient=ingrid-solberg')).toEqual([403, 'forbidden']);
    expect((await get('Condition?patient=ingrid-solberg')).status).toBe(200);
  });

  it('does not write, and does not know other types', async () => {
    const { access_token } = await signIn(send, 'denise-okafor');
    const answer = await send(
      new Request(`${FHIR}/Condition`, {
        method: 'POST',
        body: '{}',
        headers: { authorization: `Bearer ${String(access_token)}` },
      }),
    );
    expect(answer.status).toBe(405);
    const get = await chartOf(send, 'denise-okafor');
    expect(await refusal(get, 'Coverage?patient=denise-okafor')).toEqual([404, 'not-supported']);
  });
});

describe('searching', () => {
  it('answers every search that the app sends, in its first form', async () => {
    const get = await chartOf(send, 'denise-okafor');
    for (const { section, variants } of chartQueries('denise-okafor', '2026-12-02')) {
      const query = new URLSearchParams(variants[0]).toString();
      const { resourceType, type } = await searchset(get, `${section}?${query}`);
      expect({ resourceType, type }).toEqual({ resourceType: 'Bundle', type: 'searchset' });
    }
  });

  it('takes the patient as an id, as a reference and as an address', async () => {
    const get = await chartOf(send, 'denise-okafor');
    const all = ['do-cond-1', 'do-cond-2', 'do-cond-3'];
    const names = ['denise-okafor', 'Patient/denise-okafor', `${FHIR}/Patient/denise-okafor`];
    for (const name of names) {
      expect(await ids(get, `Condition?patient=${encodeURIComponent(name)}`)).toEqual(all);
      expect(await ids(get, `Condition?subject=${encodeURIComponent(name)}`)).toEqual(all);
    }
    expect(await refusal(get, 'Condition')).toEqual([400, 'required']);
  });

  it('takes a category as a code and with its system', async () => {
    const get = await chartOf(send, 'linh-tran');
    const problems = ['lt-cond-3', 'lt-cond-6'];
    expect(await ids(get, 'Condition?patient=linh-tran&category=problem-list-item')).toEqual(problems);
    const coded = encodeURIComponent(`${HL7}/condition-category|problem-list-item`);
    expect(await ids(get, `Condition?patient=linh-tran&category=${coded}`)).toEqual(problems);
    const foreign = encodeURIComponent('http://other.example|problem-list-item');
    expect(await ids(get, `Condition?patient=linh-tran&category=${foreign}`)).toEqual([]);
  });

  it('joins values by "or" and parameters by "and"', async () => {
    const get = await chartOf(send, 'linh-tran');
    const base = 'MedicationRequest?patient=linh-tran';
    expect(await ids(get, `${base}&status=active,entered-in-error&intent=order,plan`)).toHaveLength(2);
    expect(await ids(get, `${base}&status=active&intent=order`)).toEqual(['lt-med-1']);
    expect(await ids(get, `${base}&status=active&intent=plan`)).toEqual([]);
    expect(await ids(get, `${base}&status=active&status=entered-in-error`)).toEqual([]);
  });

  it('finds observations by a list of codes, with or without LOINC', async () => {
    const get = await chartOf(send, 'linh-tran');
    const base = 'Observation?patient=linh-tran&code=';
    expect(await ids(get, `${base}2160-0,1742-6`)).toEqual(['lt-obs-1', 'lt-obs-3']);
    const coded = encodeURIComponent('http://loinc.org|2160-0,http://loinc.org|1742-6');
    expect(await ids(get, base + coded)).toEqual(['lt-obs-1', 'lt-obs-3']);
  });

  it('compares dates by whole days, and a year by all of its days', async () => {
    const get = await chartOf(send, 'denise-okafor');
    const orders = await searchset(get, 'MedicationRequest?patient=denise-okafor');
    const days = (orders.entry ?? []).map(({ resource }) => String(resource.authoredOn).slice(0, 10)).sort();
    const [first = '', , , last = ''] = days;
    const count = async (date: string): Promise<number> =>
      (await ids(get, `MedicationRequest?patient=denise-okafor&authoredon=${date}`)).length;
    expect(days).toHaveLength(4);
    expect(await count(`ge${first}`)).toBe(4);
    expect(await count(`gt${last}`)).toBe(0);
    expect(await count(`ge${last}`)).toBe(1);
    expect(await count(last)).toBe(1);
    expect(await count(`lt${last}`)).toBe(3);
    expect(await count(`le${first.slice(0, 4)}`)).toBe(4);
    expect(await refusal(get, 'MedicationRequest?patient=denise-okafor&authoredon=geyesterday')).toEqual([
      400,
      'value',
    ]);
  });

  it('sorts by date, newest first', async () => {
    const get = await chartOf(send, 'genevieve-belanger-desrosiers');
    const { entry = [] } = await searchset(
      get,
      'Observation?patient=genevieve-belanger-desrosiers&_sort=-date',
    );
    const times = entry.map(({ resource }) => Date.parse(String(resource.effectiveDateTime)));
    expect(new Set(times).size).toBeGreaterThan(1);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('finds medications by a list of ids', async () => {
    const get = await chartOf(send, 'frank-kowalczyk');
    expect(await ids(get, 'Medication?_id=fk-drug-1,unknown')).toEqual(['fk-drug-1']);
    const wide = await chartOf(send, 'frank-kowalczyk', {}, 'launch patient/*.rs');
    expect(await ids(wide, 'Patient?_id=frank-kowalczyk')).toEqual(['frank-kowalczyk']);
  });

  it('includes the Medication that an order refers to', async () => {
    const get = await chartOf(send, 'frank-kowalczyk');
    const path = 'MedicationRequest?patient=frank-kowalczyk';
    const { entry = [], total } = await searchset(get, `${path}&_include=MedicationRequest:medication`);
    expect(total).toBe(3);
    expect(entry.map(({ resource, search }) => `${search.mode} ${resource.id}`)).toEqual([
      'match fk-med-1',
      'match fk-med-2',
      'match fk-med-3',
      'include fk-drug-1',
    ]);
    expect(entry.at(-1)?.fullUrl).toBe(`${FHIR}/Medication/fk-drug-1`);
    expect((await searchset(get, path)).entry).toHaveLength(3);
    const narrow = await chartOf(send, 'frank-kowalczyk', {}, 'launch patient/MedicationRequest.rs');
    expect((await searchset(narrow, `${path}&_include=MedicationRequest:medication`)).entry).toHaveLength(3);
  });

  it('refuses what it does not understand, and never ignores it', async () => {
    const get = await chartOf(send, 'denise-okafor');
    const base = 'MedicationRequest?patient=denise-okafor';
    for (const wrong of ['_revinclude=Provenance:target', 'status:not=active', 'encounter=1', '_sort=status'])
      expect(await refusal(get, `${base}&${wrong}`)).toEqual([400, 'not-supported']);
    expect(await refusal(get, `${base}&_include=MedicationRequest:requester`)).toEqual([
      400,
      'not-supported',
    ]);
    for (const wrong of ['_count=0', '_count=many', 'status='])
      expect(await refusal(get, `${base}&${wrong}`)).toEqual([400, 'value']);
  });

  it('has no entry element when nothing matches', async () => {
    const get = await chartOf(send, 'caleb-whitehorse');
    const empty = await searchset(get, 'Condition?patient=caleb-whitehorse');
    expect(empty.total).toBe(0);
    expect(empty).not.toHaveProperty('entry');
  });
});

describe('paging', () => {
  const PATIENT = 'genevieve-belanger-desrosiers';

  async function everyPage(get: Get, first: string): Promise<readonly (readonly string[])[]> {
    const pages: string[][] = [];
    for (let address: string | undefined = first; address !== undefined;) {
      const { entry = [], link } = await searchset(get, address);
      pages.push(entry.filter(({ search }) => search.mode === 'match').map(({ resource }) => resource.id));
      address = link.find(({ relation }) => relation === 'next')?.url;
    }
    return pages;
  }

  it('gives ten a page where the sample asks for it, and every order exactly once', async () => {
    const pages = await everyPage(
      await chartOf(send, PATIENT),
      `MedicationRequest?patient=${PATIENT}&_count=100`,
    );
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 10, 10, 4]);
    expect(new Set(pages.flat()).size).toBe(44);
  });

  it('keeps the filter and the order of the first page', async () => {
    const get = await chartOf(send, PATIENT);
    const filtered = `MedicationRequest?patient=${PATIENT}&status=active&_sort=-authoredon`;
    const whole = await everyPage(get, filtered);
    const byThrees = await everyPage(get, `${filtered}&_count=3`);
    expect(byThrees[0]).toHaveLength(3);
    expect(byThrees.flat()).toEqual(whole.flat());
  });

  it('links with absolute addresses: self says the question, next is opaque', async () => {
    const get = await chartOf(send, PATIENT);
    const { link } = await searchset(get, `Condition?patient=${PATIENT}`);
    expect(link[0]).toEqual({ relation: 'self', url: `${FHIR}/Condition?patient=${PATIENT}` });
    expect(link[1]?.relation).toBe('next');
    expect(link[1]?.url).toMatch(new RegExp(`^${FHIR}/Condition\\?_page=[\\w-]+$`));
  });

  it('does not turn the page of another patient, another type or a changed link', async () => {
    const { link } = await searchset(await chartOf(send, PATIENT), `Condition?patient=${PATIENT}`);
    const next = link[1]?.url ?? '';
    const other = await chartOf(send, 'denise-okafor');
    expect(await refusal(other, next)).toEqual([410, 'expired']);
    const own = await chartOf(send, PATIENT);
    expect(await refusal(own, next.replace('/Condition?', '/Procedure?'))).toEqual([410, 'expired']);
    expect(await refusal(own, `${next}x`)).toEqual([410, 'expired']);
  });
});
