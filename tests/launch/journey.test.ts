import './browser-globals';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/core';
import type { Site } from '../../src/launch/types';
import { serve } from './serve';
import type { Served } from './serve';
import { Tab, addressOf, problemOf, serveApp, sessionOf, siteFor, signedIn } from './tab';

/** The launch against the sandbox EHR, over HTTP, the app on one origin and the EHR on another. */
const SAMPLES = new URL('../../fhir/samples/', import.meta.url);
const patients: unknown[] = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, SAMPLES), 'utf8')) as unknown);

let app: Served;
let ehr: Served;
let sites: Site[] = [];
const requests: string[] = [];

beforeAll(async () => {
  app = await serveApp(() => sites);
  const sandbox = createSandbox({ patients, apps: [`${app.origin}/app/`] });
  ehr = await serve((request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return sandbox.handle(request);
  });
  sites = [siteFor(`${ehr.origin}/ehr/fhir`)];
});

afterAll(async () => {
  await Promise.all([app.close(), ehr.close()]);
});

/** What the chart page's button does: the query with which the EHR opens launch.html. */
async function chartLaunch(patient: string, faults: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${ehr.origin}/ehr/launch`, {
    method: 'POST',
    body: new URLSearchParams({ patient, ...faults }),
    redirect: 'manual',
  });
  return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
}

const [ANNA = '', BEN = ''] = patients.map((bundle) => patientIn(bundle));

function patientIn(bundle: unknown): string {
  const { entry } = bundle as { entry: { resource: { resourceType: string; id: string } }[] };
  return entry.find(({ resource }) => resource.resourceType === 'Patient')?.resource.id ?? '';
}

describe('an EHR launch', () => {
  it('ends in a session that reads the patient of the chart', async () => {
    const session = await signedIn(new Tab(), app.origin, await chartLaunch(ANNA));
    expect(session.patientId).toBe(ANNA);
    expect(session.needPatientBanner).toBe(true);
    expect(session.grantedScopes).toContain('patient/MedicationRequest.rs');
    const answer = await fetch(`${session.fhirBase}/Patient/${ANNA}`, {
      headers: { authorization: (await session.authorization()) ?? '' },
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ resourceType: 'Patient', id: ANNA });
  });

  it('asks for the launch with PKCE, a state of 256 bits and the FHIR base as audience', async () => {
    const address = new URL(addressOf(await new Tab().launch(app.origin, await chartLaunch(ANNA))));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'backsafe-sandbox',
      aud: `${ehr.origin}/ehr/fhir`,
      redirect_uri: `${app.origin}/app/index.html`,
      code_challenge_method: 'S256',
    });
    expect(address.searchParams.get('state')).toMatch(/^[\w-]{43}$/);
    expect(address.searchParams.get('scope')?.split(' ')).toContain('launch');
  });

  it('asks each launch with another state and another challenge', async () => {
    const tab = new Tab();
    const query = await chartLaunch(ANNA);
    const [one, other] = [
      new URL(addressOf(await tab.launch(app.origin, query))),
      new URL(addressOf(await tab.launch(app.origin, query))),
    ];
    for (const name of ['state', 'code_challenge'])
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
  });

  it('leaves no code, token, launch value or issuer in the address, and keeps the state', async () => {
    const tab = new Tab();
    const session = await signedIn(tab, app.origin, await chartLaunch(ANNA));
    const token = ((await session.authorization()) ?? '').replace('Bearer ', '');
    const address = new URL(tab.address());
    expect([...address.searchParams.keys()]).toEqual(['state']);
    expect(tab.shown.join(' ')).not.toContain(token);
    expect(tab.entries.has(address.searchParams.get('state') ?? '')).toBe(true);
  });

  it('shows no token in anything the session object holds', async () => {
    const session = await signedIn(new Tab(), app.origin, await chartLaunch(ANNA));
    const token = ((await session.authorization()) ?? '').replace('Bearer ', '');
    expect(token.length).toBeGreaterThan(20);
    expect(JSON.stringify(session)).not.toContain(token);
  });

  it('ignores clientId, fhirServiceUrl and patientId in the launch address, and lets no launch value add a parameter to the sign-in', async () => {
    const tab = new Tab();
    const left = await tab.launch(app.origin, {
      ...(await chartLaunch(ANNA)),
      clientId: 'other-app',
      fhirServiceUrl: `${app.origin}/open-server`,
      patientId: BEN,
    });
    const address = new URL(addressOf(left));
    expect(address.origin).toBe(ehr.origin);
    expect(address.searchParams.get('client_id')).toBe('backsafe-sandbox');
    expect(sessionOf(await tab.open(await tab.follow(address.href))).patientId).toBe(ANNA);

    const launch = 'x&redirect_uri=https://evil.example/';
    const sent = new URL(
      addressOf(await new Tab().launch(app.origin, { ...(await chartLaunch(ANNA)), launch })),
    );
    expect(sent.searchParams.get('launch')).toBe(launch);
    expect(sent.searchParams.getAll('redirect_uri')).toEqual([address.searchParams.get('redirect_uri')]);
  });
});

describe('an issuer that is not registered', () => {
  it.each([
    ['another host', () => 'https://ehr.example.org/fhir'],
    ['an address that only begins like a registered one', () => `${ehr.origin}/ehr/fhir/evil`],
    ['the registered address with another host behind it', () => `${ehr.origin}.evil.example/ehr/fhir`],
  ])('is refused before any request to it: %s', async (_name, issuer) => {
    const tab = new Tab();
    const before = requests.length;
    const problem = await tab.launch(app.origin, { iss: issuer(), launch: 'x' });
    expect(problem).toMatchObject({ code: 'unknown-issuer' });
    expect(requests.length).toBe(before);
    expect(tab.entries.size).toBe(0);
  });

  it('is registered when only a trailing slash differs', async () => {
    const query = await chartLaunch(ANNA);
    const tab = new Tab();
    const session = await signedIn(tab, app.origin, { ...query, iss: `${query.iss ?? ''}/` });
    expect(session.fhirBase).toBe(`${ehr.origin}/ehr/fhir`);
  });
});

describe('a page opened outside its order', () => {
  it.each([{}, { iss: 'https://ehr.example.org/fhir' }, { launch: 'x' }])(
    'asks for the chart when launch.html has only %o',
    async (query: Record<string, string>) => {
      expect(await new Tab().launch(app.origin, query)).toMatchObject({ code: 'not-launched' });
    },
  );

  it('asks for the chart when index.html has no query', async () => {
    expect(problemOf(await new Tab().open(`${app.origin}/app/index.html`)).code).toBe('not-launched');
  });

  it('refuses an answer whose state is not of this tab, and shows none of its words', async () => {
    const tab = new Tab();
    const back = await tab.follow(addressOf(await tab.launch(app.origin, await chartLaunch(ANNA))));
    const before = requests.length;
    const other = new Tab();
    const problem = problemOf(await other.open(`${back}&error_description=call%20555`));
    expect(problem.code).toBe('launch-expired');
    expect(JSON.stringify(problem)).not.toContain('555');
    expect(other.address()).toBe(`${app.origin}/app/index.html`);
    expect(requests.length).toBe(before);
  });

  it('refuses a code whose state was changed', async () => {
    const tab = new Tab();
    const back = new URL(await tab.follow(addressOf(await tab.launch(app.origin, await chartLaunch(ANNA)))));
    back.searchParams.set('state', 'A'.repeat(43));
    expect(problemOf(await tab.open(back.href)).code).toBe('launch-expired');
  });

  it('does not read other entries of the storage by a state of the address', async () => {
    const tab = new Tab();
    tab.entries.set('other-app', JSON.stringify({ serverUrl: 'https://x.example', key: 'other-app' }));
    expect(problemOf(await tab.open(`${app.origin}/app/index.html?state=other-app&code=1`)).code).toBe(
      'launch-expired',
    );
  });

  it('calls a launch over that has a state but neither code nor token', async () => {
    const tab = new Tab();
    const address = new URL(addressOf(await tab.launch(app.origin, await chartLaunch(ANNA))));
    const state = address.searchParams.get('state') ?? '';
    expect(problemOf(await tab.open(`${app.origin}/app/index.html?state=${state}`)).code).toBe(
      'launch-expired',
    );
  });

  it('calls a launch over whose code was used in another copy of the tab', async () => {
    const tab = new Tab();
    const back = await tab.follow(addressOf(await tab.launch(app.origin, await chartLaunch(ANNA))));
    const copy = new Tab(new Map(tab.entries));
    sessionOf(await tab.open(back));
    const problem = problemOf(await copy.open(back));
    expect(problem.code).toBe('launch-expired');
    expect(copy.entries.size).toBe(0);
  });
});

describe('two launches in one storage', () => {
  it('stay apart: after a launch for another patient the first chart reloads with its own', async () => {
    const shared = new Map<string, string>();
    const first = new Tab(shared);
    const second = new Tab(shared);
    expect((await signedIn(first, app.origin, await chartLaunch(ANNA))).patientId).toBe(ANNA);
    expect((await signedIn(second, app.origin, await chartLaunch(BEN))).patientId).toBe(BEN);
    expect(sessionOf(await first.reload()).patientId).toBe(ANNA);
    expect(sessionOf(await second.reload()).patientId).toBe(BEN);
  });

  it('may be begun together and ended in the other order', async () => {
    const shared = new Map<string, string>();
    const first = new Tab(shared);
    const second = new Tab(shared);
    const toFirst = addressOf(await first.launch(app.origin, await chartLaunch(ANNA)));
    const toSecond = addressOf(await second.launch(app.origin, await chartLaunch(BEN)));
    expect(sessionOf(await second.open(await second.follow(toSecond))).patientId).toBe(BEN);
    expect(sessionOf(await first.open(await first.follow(toFirst))).patientId).toBe(ANNA);
  });

  it('in a duplicated tab show the same patient, and ending one leaves no token that works in the other', async () => {
    const tab = new Tab();
    const session = await signedIn(tab, app.origin, await chartLaunch(ANNA));
    const copy = new Tab(new Map(tab.entries));
    const again = sessionOf(await copy.open(tab.address()));
    expect(again.patientId).toBe(ANNA);
    await session.end();
    const answer = await fetch(`${again.fhirBase}/Patient/${ANNA}`, {
      headers: { authorization: (await again.authorization()) ?? '' },
    });
    expect(answer.status).toBe(401);
    expect(await again.refresh()).toBe(false);
  });

  it('end one by one', async () => {
    const shared = new Map<string, string>();
    const first = new Tab(shared);
    const second = new Tab(shared);
    const session = await signedIn(first, app.origin, await chartLaunch(ANNA));
    await signedIn(second, app.origin, await chartLaunch(BEN));
    await session.end();
    expect(problemOf(await first.reload()).code).toBe('launch-expired');
    expect(sessionOf(await second.reload()).patientId).toBe(BEN);
  });
});

describe('a session', () => {
  it('is found again after a reload without a request to the EHR', async () => {
    const tab = new Tab();
    const session = await signedIn(tab, app.origin, await chartLaunch(ANNA));
    const before = requests.length;
    const again = sessionOf(await tab.reload());
    expect(requests.length).toBe(before);
    expect(await again.authorization()).toBe(await session.authorization());
    expect(again.grantedScopes).toEqual(session.grantedScopes);
  });

  it('renews its token a minute before the end, once for all who ask', async () => {
    const tab = new Tab();
    const session = await signedIn(tab, app.origin, await chartLaunch(ANNA));
    const first = await session.authorization();
    tab.later = 3_530_000;
    expect(await session.authorization()).toBe(first);
    tab.later = 3_545_000;
    const before = requests.length;
    const answers = await Promise.all([1, 2, 3].map(() => session.authorization()));
    expect(requests.slice(before)).toEqual(['POST /ehr/oauth/token']);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).not.toBe(first);
    // The rotated refresh token was kept: a second renewal works, also after a reload.
    expect(await sessionOf(await tab.reload()).refresh()).toBe(true);
  });

  it('ends with its storage empty, its tokens revoked at the EHR and no more Authorization', async () => {
    const tab = new Tab();
    const session = await signedIn(tab, app.origin, await chartLaunch(ANNA));
    const authorization = (await session.authorization()) ?? '';
    await session.end();
    expect(tab.entries.size).toBe(0);
    expect(await session.authorization()).toBeUndefined();
    expect(await session.refresh()).toBe(false);
    const answer = await fetch(`${session.fhirBase}/Patient/${ANNA}`, { headers: { authorization } });
    expect(answer.status).toBe(401);
  });

  it('stays ended although a renewal was under way', async () => {
    const tab = new Tab();
    const session = await signedIn(tab, app.origin, await chartLaunch(ANNA));
    const renewal = session.refresh();
    await session.end();
    expect(await renewal).toBe(false);
    expect(tab.entries.size).toBe(0);
    expect(await session.authorization()).toBeUndefined();
  });
});
