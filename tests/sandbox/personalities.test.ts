import { describe, expect, it } from 'vitest';
import { readEhr } from '../../src/sandbox/personalities';
import type { EhrName } from '../../src/sandbox/personalities';
import {
  CLIENT,
  ORIGIN,
  authorize,
  authorizeFields,
  codeFields,
  ids,
  post,
  proof,
  sandbox,
  token,
} from './journey';
import type { Body, Fetch, Get } from './journey';

/** That each personality really has the quirks it is there for: a tame one would prove nothing about the app. */
const baseOf = (name: EhrName): string => `${ORIGIN}/ehr/${name}`;

async function signedIn(
  name: EhrName,
  patient = 'maria-lopez',
  scope = 'launch patient/*.rs',
  send: Fetch = sandbox(),
): Promise<{ readonly grant: Body; readonly get: Get }> {
  const opened = await send(post(`${ORIGIN}/ehr/launch`, { patient, ehr: name, target: 'tab' }));
  const address = new URL(opened.headers.get('location') ?? '').searchParams;
  expect(address.get('iss')).toBe(`${baseOf(name)}/fhir`);
  const pkce = proof();
  const at = (fields: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams({ ...fields, aud: `${baseOf(name)}/fhir`, scope }).toString();
    return send(new Request(`${baseOf(name)}/oauth/authorize?${query}`));
  };
  const answer = await at(authorizeFields(address.get('launch') ?? '', pkce));
  const back = new URL(answer.headers.get('location') ?? '').searchParams;
  const code = codeFields(back.get('code') ?? '', pkce);
  const granted = await send(post(`${baseOf(name)}/oauth/token`, code));
  const grant = (await granted.json()) as Body;
  if (granted.status !== 200) throw new Error(JSON.stringify([Object.fromEntries(back), grant]));
  const get: Get = (path) =>
    send(
      new Request(path.startsWith('http') ? path : `${baseOf(name)}/fhir/${path}`, {
        headers: { authorization: `Bearer ${String(grant.access_token)}` },
      }),
    );
  return { grant, get };
}

const statusOf = async (get: Get, path: string): Promise<number> => (await get(path)).status;

async function nextOf(get: Get, path: string): Promise<string> {
  const bundle = (await (await get(path)).json()) as { link: { relation: string; url: string }[] };
  return bundle.link.find(({ relation }) => relation === 'next')?.url ?? '';
}

async function configuration(name: EhrName): Promise<Body> {
  const answer = await sandbox()(new Request(`${baseOf(name)}/fhir/.well-known/smart-configuration`));
  return (await answer.json()) as Body;
}

describe('epic-like', () => {
  it('wants a category, writes long ids, refers to medicines and says that nothing was found', async () => {
    const { grant, get } = await signedIn('epic-like');
    const patient = String(grant.patient);
    expect(patient.length).toBeGreaterThan(64);
    expect(await statusOf(get, `Condition?patient=${patient}`)).toBe(400);
    expect(await statusOf(get, `Condition?patient=${patient}&category=problem-list-item`)).toBe(200);
    const [order = ''] = await ids(get, `MedicationRequest?patient=${patient}`);
    const found = await (await get(`MedicationRequest/${order}`)).text();
    expect(found).toContain('"medicationReference":{"reference":"Medication/e');
    expect(found).not.toContain('medicationCodeableConcept');
    const empty = await (await get(`Condition?patient=${patient}&category=none`)).text();
    expect(empty).toContain('4101');
    expect(empty).toContain('"mode":"outcome"');
  });

  it('offers neither online access nor revocation', async () => {
    const found = await configuration('epic-like');
    expect(found).not.toHaveProperty('revocation_endpoint');
    expect(found.capabilities).not.toContain('permission-online');
  });
});

describe('oracle-like', () => {
  it('refuses _include in plain text, contains medicines, repeats an entry a page and keeps tokens short', async () => {
    const { grant, get } = await signedIn('oracle-like', 'frank-kowalczyk');
    expect(grant.expires_in).toBe(570);
    const refused = await get(
      'MedicationRequest?patient=frank-kowalczyk&_include=MedicationRequest:medication',
    );
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'text/plain']);
    expect(await statusOf(get, 'Procedure')).toBe(500);
    expect(await statusOf(get, 'Medication/fk-drug-1')).toBe(404);
    const first = 'Observation?patient=frank-kowalczyk';
    const firstIds = await ids(get, first);
    const secondIds = await ids(get, await nextOf(get, first));
    expect(secondIds[0]).toBe(firstIds.at(-1));
  });
});

describe('athena-like', () => {
  it('wants an intent, a category with its system and a nonce, and does not announce PKCE', async () => {
    const { get } = await signedIn('athena-like');
    expect(await statusOf(get, 'MedicationRequest?patient=maria-lopez')).toBe(400);
    expect(await statusOf(get, 'MedicationRequest?patient=maria-lopez&intent=order,plan')).toBe(200);
    expect(await statusOf(get, 'Condition?patient=maria-lopez&category=problem-list-item')).toBe(400);
    await expect(signedIn('athena-like', 'maria-lopez', 'launch openid patient/*.rs')).rejects.toThrow(
      'nonce',
    );
    expect(await configuration('athena-like')).not.toHaveProperty('code_challenge_methods_supported');
  });
});

describe('nextgen-like', () => {
  it('knows seven scopes, no Medication and no _count', async () => {
    const scope = 'launch patient/Patient.read patient/MedicationRequest.read';
    await expect(signedIn('nextgen-like', 'maria-lopez', `${scope} openid`)).rejects.toThrow('invalid_scope');
    const { get } = await signedIn('nextgen-like', 'maria-lopez', scope);
    expect(await statusOf(get, 'MedicationRequest?patient=maria-lopez&_count=10')).toBe(400);
    expect(await statusOf(get, 'MedicationRequest?patient=maria-lopez')).toBe(200);
    expect(await statusOf(get, 'Medication?_id=x')).toBe(404);
  });
});

describe('hapi-like and canvas-like', () => {
  it('turn pages at the base address, and by relative links', async () => {
    const query = 'Observation?patient=genevieve-belanger-desrosiers&_count=2';
    const hapi = await signedIn('hapi-like', 'genevieve-belanger-desrosiers');
    const next = await nextOf(hapi.get, query);
    expect(next).toMatch(/\/ehr\/hapi-like\/fhir\?_getpages=/);
    expect(await ids(hapi.get, next)).toHaveLength(2);
    const canvas = await signedIn('canvas-like', 'genevieve-belanger-desrosiers');
    expect(await nextOf(canvas.get, query)).toMatch(/^\/Observation\?_page=/);
    expect(canvas.grant).not.toHaveProperty('scope');
    expect((await configuration('canvas-like')).token_endpoint).toBe('../oauth/token');
  });
});

describe('every personality', () => {
  it('is chosen by name only: anything else is the plain EHR', () => {
    expect(readEhr('epic-like')).toBe('epic-like');
    for (const name of [null, undefined, '', 'toString', 'epic']) expect(readEhr(name)).toBe('plain');
  });

  it('takes no launch, code or token of another one', async () => {
    const send = sandbox();
    const opened = await send(
      post(`${ORIGIN}/ehr/launch`, { patient: 'maria-lopez', ehr: 'hapi-like', target: 'tab' }),
    );
    const launch = new URL(opened.headers.get('location') ?? '').searchParams.get('launch') ?? '';
    const pkce = proof();
    const back = await authorize(send, authorizeFields(launch, pkce));
    expect(back.get('error')).toBe('invalid_request');
    const { grant } = await signedIn('hapi-like', 'maria-lopez', 'launch offline_access patient/*.rs', send);
    const elsewhere = await send(
      new Request(`${ORIGIN}/ehr/fhir/Patient/maria-lopez`, {
        headers: { authorization: `Bearer ${String(grant.access_token)}` },
      }),
    );
    expect(elsewhere.status).toBe(401);
    const refresh = {
      grant_type: 'refresh_token',
      client_id: CLIENT,
      refresh_token: String(grant.refresh_token),
    };
    expect((await token(send, refresh)).status).toBe(400);
  });
});
