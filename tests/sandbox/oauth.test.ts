import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  authorize,
  authorizeFields,
  chartOf,
  CLIENT,
  codeFields,
  fhirGet,
  FHIR,
  launchFor,
  ORIGIN,
  post,
  proof,
  REDIRECT,
  sandbox,
  SCOPE,
  signIn,
  token,
} from './journey';
import type { Body, Fields } from './journey';

const PATIENT = 'denise-okafor';

async function started() {
  const send = sandbox();
  const pkce = proof();
  const good = authorizeFields(await launchFor(send, PATIENT), pkce);
  return { send, pkce, good };
}

describe('discovery', () => {
  it('describes a SMART server with PKCE S256 and a public client', async () => {
    const answer = await sandbox()(new Request(`${FHIR}/.well-known/smart-configuration`));
    const body = (await answer.json()) as Body;
    expect(body).toMatchObject({
      authorization_endpoint: `${ORIGIN}/ehr/oauth/authorize`,
      token_endpoint: `${ORIGIN}/ehr/oauth/token`,
      revocation_endpoint: `${ORIGIN}/ehr/oauth/revoke`,
      code_challenge_methods_supported: ['S256'],
    });
    expect(body.capabilities).toEqual(
      expect.arrayContaining(['launch-ehr', 'client-public', 'permission-v2', 'authorize-post']),
    );
  });

  it('says FHIR 4.0.1 and its search parameters in the CapabilityStatement', async () => {
    const answer = await sandbox()(new Request(`${FHIR}/metadata`));
    const body = (await answer.json()) as { fhirVersion: string; rest: [{ resource: Body[] }] };
    expect(body.fhirVersion).toBe('4.0.1');
    const orders = body.rest[0].resource.find(({ type }) => type === 'MedicationRequest');
    expect(orders?.searchInclude).toEqual(['MedicationRequest:medication']);
    expect(orders?.searchParam).toContainEqual({ name: 'authoredon', type: 'date' });
  });
});

describe('the launch of the chart page', () => {
  it('leads to launch.html of the app with iss and an opaque launch', async () => {
    const answer = await sandbox()(post(`${ORIGIN}/ehr/launch`, { patient: PATIENT, target: 'tab' }));
    expect(answer.status).toBe(303);
    const address = new URL(answer.headers.get('location') ?? '');
    expect(address.origin + address.pathname).toBe(`${ORIGIN}/launch.html`);
    expect([...address.searchParams.keys()]).toEqual(['iss', 'launch']);
    expect(address.searchParams.get('iss')).toBe(FHIR);
    expect(address.searchParams.get('launch')).toMatch(/^[\w-]+$/);
  });

  it('knows no other patients', async () => {
    const answer = await sandbox()(post(`${ORIGIN}/ehr/launch`, { patient: 'nobody' }));
    expect(answer.status).toBe(404);
  });
});

describe('sign-in', () => {
  it('goes from the launch to a token with the patient in context', async () => {
    const { send, pkce, good } = await started();
    const back = await authorize(send, good);
    expect(back.get('state')).toBe(good.state);
    const { status, body } = await token(send, codeFields(back.get('code') ?? '', pkce));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      patient: PATIENT,
      need_patient_banner: true,
      scope: SCOPE,
    });
    expect(body.access_token).toMatch(/^[\w-]+$/);
    expect(body.refresh_token).toMatch(/^[\w-]+$/);
  });

  it('takes the authorization request as a form too', async () => {
    const { send, good } = await started();
    const answer = await send(post(`${ORIGIN}/ehr/oauth/authorize`, good));
    expect(answer.status).toBe(302);
    expect(new URL(answer.headers.get('location') ?? '').searchParams.has('code')).toBe(true);
  });

  it('signs an id_token that its published key verifies', async () => {
    const send = sandbox();
    const { id_token } = await signIn(send, PATIENT);
    const [head = '', claims = '', signature = ''] = String(id_token).split('.');
    const keys = (await (await send(new Request(`${ORIGIN}/ehr/oauth/jwks`))).json()) as {
      keys: [Record<string, string>];
    };
    const key = createPublicKey({ key: keys.keys[0], format: 'jwk' });
    const signed = Buffer.from(`${head}.${claims}`);
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: `${ORIGIN}/ehr`,
      aud: CLIENT,
      fhirUser: `${FHIR}/Practitioner/sandbox-clinician`,
    });
  });

  it('gives the fhirUser on request, to a token with that scope only', async () => {
    const send = sandbox();
    const allowed = await chartOf(send, PATIENT);
    expect((await allowed('Practitioner/sandbox-clinician')).status).toBe(200);
    const without = await chartOf(send, PATIENT, {}, 'launch patient/Patient.r');
    expect((await without('Practitioner/sandbox-clinician')).status).toBe(404);
  });

  it('gives no refresh token without online_access and no id_token without openid', async () => {
    const body = await signIn(sandbox(), PATIENT, {}, 'launch patient/Patient.r');
    expect(body).not.toHaveProperty('refresh_token');
    expect(body).not.toHaveProperty('id_token');
  });

  it('grants reading and searching only, of the types it serves', async () => {
    const asked =
      'launch patient/Condition.cruds patient/Observation.read patient/Coverage.rs user/Patient.r';
    const { scope } = await signIn(sandbox(), PATIENT, {}, asked);
    expect(scope).toBe('launch patient/Condition.rs patient/Observation.read');
  });
});

describe('a sign-in that is refused on the redirect', () => {
  const cases: readonly (readonly [string, Fields, string])[] = [
    ['PKCE is missing', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
    ['PKCE is plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['aud is another server', { aud: 'https://other.example/fhir' }, 'invalid_request'],
    ['state is missing', { state: '' }, 'invalid_request'],
    ['the launch is not of this EHR', { launch: 'made-up' }, 'invalid_request'],
    ['the scope launch is missing', { scope: 'patient/Patient.r' }, 'invalid_scope'],
    ['scope letters are out of order', { scope: 'launch patient/Condition.sr' }, 'invalid_scope'],
    ['the response type is token', { response_type: 'token' }, 'unsupported_response_type'],
  ];
  it.each(cases)('because %s', async (_why, change, error) => {
    const { send, good } = await started();
    const back = await authorize(send, { ...good, ...change });
    expect(back.get('error')).toBe(error);
    expect(back.get('error_description')).toBeTruthy();
    expect(back.has('code')).toBe(false);
  });

  it('because the launch has expired', async () => {
    let clock = new Date(2026, 11, 2);
    const send = sandbox({ now: () => clock });
    const good = authorizeFields(await launchFor(send, PATIENT), proof());
    clock = new Date(2026, 11, 3);
    expect((await authorize(send, good)).get('error')).toBe('invalid_request');
  });
});

describe('a sign-in that is never sent back', () => {
  const strangers = [
    ['an unknown app', { client_id: 'someone' }],
    ['another host', { redirect_uri: 'https://evil.example/index.html' }],
    ['another page of the app', { redirect_uri: `${ORIGIN}/print.html` }],
    ['an address that only begins alike', { redirect_uri: `${REDIRECT}?x=1` }],
  ] as const;
  it.each(strangers)('to %s', async (_who, change) => {
    const { send, good } = await started();
    const query = new URLSearchParams({ ...good, ...change }).toString();
    const answer = await send(new Request(`${ORIGIN}/ehr/oauth/authorize?${query}`));
    expect(answer.status).toBe(400);
    expect(answer.headers.has('location')).toBe(false);
  });

  it('unless the app is registered at that folder', async () => {
    const send = sandbox({ apps: ['https://apps.example/backsafe/'] });
    const good = authorizeFields(await launchFor(send, PATIENT), proof());
    for (const redirect_uri of ['https://apps.example/backsafe/', 'https://apps.example/backsafe/index.html'])
      expect((await authorize(send, { ...good, redirect_uri })).has('code')).toBe(true);
  });
});

describe('the token endpoint', () => {
  async function withCode() {
    const { send, pkce, good } = await started();
    const code = (await authorize(send, good)).get('code') ?? '';
    return { send, fields: codeFields(code, pkce) };
  }

  it.each([
    ['a wrong verifier', { code_verifier: 'x'.repeat(64) }, 400, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 400, 'invalid_grant'],
    ['another redirect address', { redirect_uri: `${ORIGIN}/` }, 400, 'invalid_grant'],
    ['a code that it did not make', { code: 'abcd' }, 400, 'invalid_grant'],
    ['no client_id', { client_id: '' }, 401, 'invalid_client'],
    ['a grant it does not know', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ] as const)('refuses %s', async (_what, change, status, error) => {
    const { send, fields } = await withCode();
    const answer = await token(send, { ...fields, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(error);
  });

  it('takes a code once; the second use ends what the first one gave', async () => {
    const { send, fields } = await withCode();
    const first = await token(send, fields);
    const get = fhirGet(send, first.body.access_token);
    expect((await get(`Patient/${PATIENT}`)).status).toBe(200);
    expect((await token(send, fields)).body.error).toBe('invalid_grant');
    expect((await get(`Patient/${PATIENT}`)).status).toBe(401);
  });

  it('lets a code expire after a minute, and a token after an hour', async () => {
    let clock = new Date(2026, 11, 2, 9, 0, 0);
    const send = sandbox({ now: () => clock });
    const pkce = proof();
    const good = authorizeFields(await launchFor(send, PATIENT), pkce);
    const late = (await authorize(send, good)).get('code') ?? '';
    const get = await chartOf(send, PATIENT);
    clock = new Date(2026, 11, 2, 9, 1, 1);
    expect((await token(send, codeFields(late, pkce))).body.error).toBe('invalid_grant');
    expect((await get(`Patient/${PATIENT}`)).status).toBe(200);
    clock = new Date(2026, 11, 2, 10, 0, 1);
    expect((await get(`Patient/${PATIENT}`)).status).toBe(401);
  });

  it('refreshes with a new refresh token; an old one ends the session', async () => {
    const send = sandbox();
    const first = await signIn(send, PATIENT);
    const fields = {
      grant_type: 'refresh_token',
      client_id: CLIENT,
      refresh_token: String(first.refresh_token),
    };
    const second = await token(send, fields);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect(second.body).toMatchObject({ patient: PATIENT, scope: SCOPE });
    const get = fhirGet(send, second.body.access_token);
    expect((await get(`Patient/${PATIENT}`)).status).toBe(200);
    expect((await token(send, fields)).body.error).toBe('invalid_grant');
    expect((await get(`Patient/${PATIENT}`)).status).toBe(401);
  });

  it('wants client_id for a refresh too', async () => {
    const send = sandbox();
    const { refresh_token } = await signIn(send, PATIENT);
    const answer = await token(send, { grant_type: 'refresh_token', refresh_token: String(refresh_token) });
    expect(answer.status).toBe(401);
  });

  it('revokes: the access token and the refresh token are both over', async () => {
    const send = sandbox();
    const { access_token, refresh_token } = await signIn(send, PATIENT);
    const revoked = await send(
      post(`${ORIGIN}/ehr/oauth/revoke`, { token: String(access_token), client_id: CLIENT }),
    );
    expect(revoked.status).toBe(200);
    expect((await fhirGet(send, access_token)(`Patient/${PATIENT}`)).status).toBe(401);
    const fields = { grant_type: 'refresh_token', client_id: CLIENT, refresh_token: String(refresh_token) };
    expect((await token(send, fields)).body.error).toBe('invalid_grant');
  });

  it('never takes one kind of token for another', async () => {
    const send = sandbox();
    const { refresh_token } = await signIn(send, PATIENT);
    expect((await fhirGet(send, refresh_token)(`Patient/${PATIENT}`)).status).toBe(401);
  });
});
