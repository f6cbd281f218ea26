import './browser-globals';
import { describe, expect, it } from 'vitest';
import { quirkBench } from './quirk-bench';
import { TOKEN } from './scripted-ehr';
import { json } from './serve';
import { Tab, sessionOf } from './tab';

/** How sign-ins end at different EHRs: errors, tokens, users, renewals. */
const { origin, problemWith, sessionWith } = quirkBench();

/** An unsigned JSON Web Token: nothing here checks signatures. */
function jwt(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.c2ln`;
}

describe('an error of the sign-in page', () => {
  it.each([
    ['access_denied', 'access-denied', 'did not allow'],
    ['consent_required', 'access-denied', 'did not allow'],
    ['unauthorized_client', 'not-registered', 'does not know this app'],
    ['invalid_client', 'not-registered', 'does not know this app'],
    ['invalid_request', 'sign-in-failed', 'did not accept'],
    ['unsupported_response_type', 'sign-in-failed', 'does not offer the kind of sign-in'],
    ['server_error', 'sign-in-failed', 'an error of its own'],
    ['temporarily_unavailable', 'sign-in-failed', 'overloaded or in maintenance'],
    ['login_required', 'sign-in-failed', 'ended the sign-in'],
    ['something_else', 'sign-in-failed', 'ended the sign-in'],
  ])('%s is told in plain words, with the EHR’s own for support', async (error, code, words) => {
    const { ehr, tab, problem } = await problemWith({
      authorize: () => ({ error, error_description: `because of ${error}` }),
    });
    expect(problem.code).toBe(code);
    expect(problem.text).toContain(words);
    expect(problem.text).toContain(`The EHR said: ${error}, because of ${error}.`);
    expect(problem.next).not.toBe('');
    expect(problem.support).toBe('EHR support desk');
    // Nothing of the failed launch stays: no error in the address, no record, no request for a token.
    expect(tab.address()).toBe(`${origin()}/app/index.html`);
    expect(tab.entries.size).toBe(0);
    expect(ehr.forms).toEqual([]);
  });

  it('shows an https error_uri as text, and no other', async () => {
    const denied = (error_uri: string) =>
      problemWith({ authorize: () => ({ error: 'access_denied', error_uri }) });
    expect((await denied('https://ehr.example.org/e?id=42')).problem.text).toContain(
      'More about it: https://ehr.example.org/e?id=42',
    );
    expect((await denied('javascript:alert(1)')).problem.text).not.toContain('alert');
  });

  it('cuts a description that would fill the screen', async () => {
    const { problem } = await problemWith({
      authorize: () => ({ error: 'access_denied', error_description: 'x'.repeat(5000) }),
    });
    expect(problem.text.length).toBeLessThan(400);
  });
});

describe('the token endpoint', () => {
  it.each([
    ['invalid_grant', 400, 'launch-expired'],
    ['invalid_client', 401, 'not-registered'],
    ['unauthorized_client', 400, 'not-registered'],
    ['invalid_request', 400, 'sign-in-failed'],
    ['unsupported_grant_type', 400, 'sign-in-failed'],
    ['server_error', 500, 'sign-in-failed'],
  ])('that answers %s ends the launch', async (error, status, code) => {
    const { problem, tab } = await problemWith({ token: () => json({ error }, status) });
    expect(problem.code).toBe(code);
    expect(problem.text).toContain(error);
    expect(tab.entries.size).toBe(0);
  });

  it.each([
    ['a page', () => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } })],
    ['JSON without a token', () => json({ patient: 'pat-1' })],
    ['broken JSON', () => new Response('{', { headers: { 'content-type': 'application/json' } })],
    ['502 without a body', () => new Response(null, { status: 502 })],
  ])('that answers with %s gives no session', async (_name, token) => {
    const { problem, tab } = await problemWith({ token });
    expect(problem.code).toBe('sign-in-failed');
    expect(tab.entries.size).toBe(0);
  });

  it('receives a code with +, /, = and & as it was given', async () => {
    const code = 'a+b/c==&d=e f%2B';
    const { ehr, session } = await sessionWith({ authorize: () => ({ code }) });
    expect(session.patientId).toBe('pat-1');
    expect(ehr.forms[0]?.get('code')).toBe(code);
  });

  it('may give an opaque token with dots and no end: it is used until the EHR refuses it', async () => {
    const tab = new Tab();
    const { session } = await sessionWith(
      { token: () => ({ access_token: 'v1.opaque!.token', token_type: 'Bearer', patient: 'pat-1' }) },
      tab,
    );
    tab.later = 3_600_000;
    expect(await session.authorization()).toBe('Bearer v1.opaque!.token');
  });

  it('may write expires_in as a string', async () => {
    const tab = new Tab();
    const { session } = await sessionWith({ token: () => ({ ...TOKEN, expires_in: '570' }) }, tab);
    tab.later = 560_000;
    expect(await session.authorization()).toBe('Bearer opaque-access');
    tab.later = 571_000;
    expect(await session.authorization()).toBeUndefined();
  });

  it('may grant less than was asked for, nothing at all, or all by saying nothing', async () => {
    const granted = async (scope: string | undefined) =>
      (await sessionWith({ token: () => ({ ...TOKEN, scope }) })).session.grantedScopes;
    expect(await granted('launch  patient/Condition.rs')).toEqual(['launch', 'patient/Condition.rs']);
    expect(await granted('')).toEqual([]);
    expect(await granted(undefined)).toContain('patient/Procedure.rs');
  });

  it('may say that the EHR shows its own banner', async () => {
    const needs = async (need_patient_banner: unknown) =>
      (await sessionWith({ token: () => ({ ...TOKEN, need_patient_banner }) })).session.needPatientBanner;
    expect(await needs(false)).toBe(false);
    expect(await needs(true)).toBe(true);
    expect(await needs(undefined)).toBe(true);
    expect(await needs('false')).toBe(true);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['a number', 7],
    ['an address', '../Patient/1?x'],
  ])('whose patient is %s gives no session', async (_name, patient) => {
    const { problem, tab } = await problemWith({ token: () => ({ ...TOKEN, patient }) });
    expect(problem.code).toBe('no-patient');
    expect(tab.entries.size).toBe(0);
  });

  it('may name the patient with an id longer than FHIR allows, as Epic does', async () => {
    const patient = `e${'M.-x'.repeat(20)}3`;
    expect((await sessionWith({ token: () => ({ ...TOKEN, patient }) })).session.patientId).toBe(patient);
  });
});

describe('the user', () => {
  it.each([
    'Patient/pat-1',
    'https://ehr.example.org/r4/Patient/pat-1',
    'https://ehr.example.org/r4/RelatedPerson/7',
  ])('%s is refused, and the tokens are revoked', async (fhirUser) => {
    const { ehr, problem, tab } = await problemWith({
      configuration: { revocation_endpoint: '/oauth/revoke' },
      token: () => ({ ...TOKEN, refresh_token: 'r1', id_token: jwt({ fhirUser }) }),
    });
    expect(problem.code).toBe('wrong-user');
    expect(tab.entries.size).toBe(0);
    expect(ehr.forms.slice(1).map((form) => Object.fromEntries(form))).toEqual([
      { token: 'r1', client_id: 'backsafe-sandbox' },
      { token: 'opaque-access', client_id: 'backsafe-sandbox' },
    ]);
  });

  it('may be a clinician whose name is not ASCII', async () => {
    const name = 'Zoë Ñandú-Šimůnek 李';
    const { session } = await sessionWith({
      token: () => ({ ...TOKEN, id_token: jwt({ fhirUser: 'Practitioner/1', name }) }),
    });
    expect(session.userName).toBe(name);
  });

  it('is of this launch: an id_token with the nonce of another one gives no session', async () => {
    let nonce = '';
    const authorize = (query: URLSearchParams) => {
      nonce = query.get('nonce') ?? '';
      return { code: 'c1' };
    };
    const good = await sessionWith({ authorize, token: () => ({ ...TOKEN, id_token: jwt({ nonce }) }) });
    expect(nonce).toMatch(/^[\w-]{43}$/);
    expect(good.session.patientId).toBe('pat-1');
    const { problem, tab } = await problemWith({
      authorize,
      token: () => ({ ...TOKEN, id_token: jwt({ nonce: 'another' }) }),
    });
    expect(problem.code).toBe('sign-in-failed');
    expect(problem.text).toContain('another launch');
    expect(tab.entries.size).toBe(0);
  });

  it.each([
    ['missing', undefined],
    ['no token', 'rubbish'],
    ['a token without claims', 'a.%%%.c'],
  ])('may be unknown: the id_token is %s', async (_name, id_token) => {
    const { session } = await sessionWith({ token: () => ({ ...TOKEN, id_token }) });
    expect(session.patientId).toBe('pat-1');
    expect(session.userName).toBeUndefined();
  });
});

describe('a renewal', () => {
  const WITH_REFRESH = { ...TOKEN, refresh_token: 'r1' };

  it('names the client and works although the granted scope does not speak of it', async () => {
    const { ehr, session } = await sessionWith({
      token: (_form, grants) =>
        grants === 1 ? WITH_REFRESH : { access_token: 'second', token_type: 'Bearer', expires_in: 60 },
    });
    expect(await session.refresh()).toBe(true);
    expect(Object.fromEntries(ehr.forms[1] ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r1',
      client_id: 'backsafe-sandbox',
    });
    expect(await session.authorization()).toBe('Bearer second');
    expect(session.grantedScopes).not.toContain('online_access');
  });

  it('leaves the granted scope as it was, also after a reload', async () => {
    const { tab, session } = await sessionWith({ token: () => WITH_REFRESH });
    await session.refresh();
    expect(sessionOf(await tab.reload()).grantedScopes).toEqual(session.grantedScopes);
  });

  it('is not possible without a refresh token, and the session ends with its token', async () => {
    const tab = new Tab();
    const { ehr, session } = await sessionWith({}, tab);
    expect(await session.refresh()).toBe(false);
    expect(ehr.forms.length).toBe(1);
    expect(await session.authorization()).toBe('Bearer opaque-access');
    tab.later = 3_601_000;
    expect(await session.authorization()).toBeUndefined();
  });

  it('that the EHR refuses is not tried again', async () => {
    const { ehr, session } = await sessionWith({
      token: (_form, grants) => (grants === 1 ? WITH_REFRESH : json({ error: 'invalid_grant' }, 400)),
    });
    expect(await session.refresh()).toBe(false);
    expect(await session.refresh()).toBe(false);
    expect(ehr.forms.length).toBe(2);
  });

  it('that found the EHR down is tried again, and works', async () => {
    const { session } = await sessionWith({
      token: (_form, grants) => (grants === 2 ? new Response(null, { status: 503 }) : WITH_REFRESH),
    });
    expect(await session.refresh()).toBe(false);
    expect(await session.refresh()).toBe(true);
  });

  it('that names another patient ends the session', async () => {
    const { tab, session } = await sessionWith({
      token: (_form, grants) => (grants === 1 ? WITH_REFRESH : { ...WITH_REFRESH, patient: 'pat-2' }),
    });
    expect(await session.refresh()).toBe(false);
    expect(await session.authorization()).toBeUndefined();
    expect(tab.entries.size).toBe(0);
  });
});

describe('the end of a session', () => {
  it('wipes the tab also where the EHR has no revocation or refuses it', async () => {
    for (const configuration of [{}, { revocation_endpoint: 'http://127.0.0.1:1/revoke' }]) {
      const { tab, session } = await sessionWith({ configuration });
      await session.end();
      expect(tab.entries.size).toBe(0);
    }
  });
});
