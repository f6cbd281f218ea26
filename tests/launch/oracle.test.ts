import './browser-globals';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Session, Site } from '../../src/launch/types';
import type { Served } from './serve';
import { Tab, addressOf, problemOf, serveApp, sessionOf, siteFor } from './tab';

/**
 * The same journey against a certified OpenID provider (https://github.com/panva/node-oidc-provider), so that our reading
 * of OAuth in the sandbox is not its own judge. Around it stands only what SMART adds: the discovery document, and
 * `patient` in the token response.
 */
const SCOPES =
  'launch openid fhirUser online_access patient/Patient.r patient/Condition.rs patient/MedicationRequest.rs patient/Medication.rs patient/AllergyIntolerance.rs patient/Observation.rs patient/Procedure.rs';

let app: Served;
let sites: Site[] = [];
let server: Server;
let origin = '';
let listener: RequestListener = (_request, response) => response.writeHead(503).end();
const tokenRequests: number[] = [];

beforeAll(async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  vi.spyOn(console, 'info').mockReturnValue(undefined);
  app = await serveApp(() => sites);
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sites = [siteFor(`${origin}/fhir`)];
  const provider = providerAt(origin);
  const answer = provider.callback();
  listener = (request, response) => {
    if (request.url !== '/fhir/.well-known/smart-configuration') {
      answer(request, response);
      return;
    }
    const body = {
      authorization_endpoint: `${origin}/auth`,
      token_endpoint: `${origin}/token`,
      revocation_endpoint: `${origin}/token/revocation`,
      code_challenge_methods_supported: ['S256'],
      capabilities: ['launch-ehr', 'client-public', 'permission-v2', 'permission-online'],
    };
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    response.end(JSON.stringify(body));
  };
});

afterAll(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  await Promise.all([app.close(), new Promise((resolve) => server.close(resolve))]);
});

function providerAt(issuer: string): Provider {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'backsafe-sandbox',
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        redirect_uris: [`${app.origin}/app/index.html`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...key, use: 'sig', alg: 'ES256' }] },
    scopes: SCOPES.split(' '),
    claims: { openid: ['sub'], fhirUser: ['fhirUser', 'name'] },
    conformIdTokenClaims: false,
    extraParams: ['launch', 'aud'],
    pkce: { required: () => true },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    clientBasedCORS: () => true,
    features: { revocation: { enabled: true } },
    cookies: { keys: ['a key for one test run'] },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, name: 'Dr. Zoë Ñandú', fhirUser: `${issuer}/fhir/Practitioner/7` }),
    }),
  });
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route !== 'token') return;
    tokenRequests.push(context.status);
    if (context.status === 200 && typeof context.body === 'object')
      context.body = { ...context.body, patient: 'pat-1' };
  });
  return provider;
}

/** The user's browser at the provider: follows redirects with cookies and sends the forms of sign-in and consent. */
async function signInAt(address: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = new Request(address);
  for (let steps = 0; steps < 20; steps += 1) {
    next.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(next, { redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location !== null) {
      const target = new URL(location, next.url);
      if (target.origin === app.origin) return target.href;
      next = new Request(target);
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined)
      throw new Error(`no form at ${next.url}: ${answer.status} ${page.slice(0, 300)}`);
    const form = new URLSearchParams({ login: 'doctor', password: 'secret' });
    for (const [, name = '', value = ''] of page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
      form.set(name, value);
    next = new Request(new URL(action, next.url), { method: 'POST', body: form });
  }
  throw new Error('the sign-in went in circles');
}

async function launched(tab: Tab): Promise<string> {
  const address = addressOf(await tab.launch(app.origin, { iss: `${origin}/fhir`, launch: 'launch-1' }));
  return signInAt(address);
}

async function sessionIn(tab: Tab): Promise<Session> {
  return sessionOf(await tab.open(await launched(tab)));
}

describe('a certified OpenID provider', () => {
  it('accepts the authorize request and the code exchange with PKCE, and grants what was asked for', async () => {
    const session = await sessionIn(new Tab());
    expect(session.patientId).toBe('pat-1');
    expect([...session.grantedScopes].sort()).toEqual(SCOPES.split(' ').sort());
    expect(session.userName).toBe('Dr. Zoë Ñandú');
    expect(await session.authorization()).toMatch(/^Bearer \S{20,}$/);
  });

  it('accepts the refresh of a public client, and again with the rotated token', async () => {
    const tab = new Tab();
    const session = await sessionIn(tab);
    const first = await session.authorization();
    expect(await session.refresh()).toBe(true);
    const second = await session.authorization();
    expect(second).not.toBe(first);
    expect(await session.refresh()).toBe(true);
    expect(await session.authorization()).not.toBe(second);
    expect(sessionOf(await tab.reload()).patientId).toBe('pat-1');
  });

  it('refuses a code that comes twice, which the second tab is told', async () => {
    const tab = new Tab();
    const back = await launched(tab);
    const copy = new Tab(new Map(tab.entries));
    sessionOf(await tab.open(back));
    expect(problemOf(await copy.open(back)).code).toBe('launch-expired');
    expect(tokenRequests.at(-1)).toBe(400);
  });

  it('revokes the tokens when the session ends', async () => {
    const tab = new Tab();
    const session = await sessionIn(tab);
    const record = [...tab.entries.values()].join('');
    const refreshToken = /"refresh_token":"([^"]+)"/.exec(record)?.[1] ?? '';
    expect(refreshToken).not.toBe('');
    await session.end();
    const answer = await fetch(`${origin}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: 'backsafe-sandbox',
      }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
  });
});
