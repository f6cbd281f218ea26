import './browser-globals';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { otherVersion, refuseOlder } from '../../src/launch/older-server';
import { siteOf } from '../../src/launch/sites';
import type { Site } from '../../src/launch/types';
import { sandboxConfig } from '../../src/sandbox/config';
import { startSandboxServer } from '../../src/sandbox/server';
import type { SandboxServer } from '../../src/sandbox/server';
import { TOKEN } from './scripted-ehr';
import { quirkBench } from './quirk-bench';
import { json, serve } from './serve';
import type { Served } from './serve';
import { Tab, addressOf, serveApp, sessionOf, signedIn, siteFor } from './tab';

/** Launches without a chart, and what else an EHR says about a launch. */
let app: Served;
let ehr: SandboxServer;
let sites: Site[] = [];
beforeAll(async () => {
  app = await serveApp(() => sites);
  ehr = await startSandboxServer({ apps: [`${app.origin}/app/`] });
});
afterAll(async () => {
  await Promise.all([app.close(), ehr.close()]);
});

describe('a launch from no chart', () => {
  it('lets the user pick the patient at the EHR, whose chart alone is then read', async () => {
    const fhirBase = `${ehr.origin}/ehr/fhir`;
    sites = [siteFor(fhirBase, { standalone: true })];
    const tab = new Tab();
    const signIn = addressOf(await tab.launch(app.origin, { iss: fhirBase }));
    const asked = new URL(signIn).searchParams;
    expect(asked.get('scope')?.split(' ')).toContain('launch/patient');
    expect(asked.get('scope')?.split(' ')).not.toContain('launch');
    expect(asked.has('launch')).toBe(false);
    const picker = await (await fetch(signIn)).text();
    const [, link = ''] = /href="([^"]+)">Raman, Priya/.exec(picker) ?? [];
    const session = sessionOf(await tab.open(await tab.follow(link.replaceAll('&amp;', '&'))));
    expect(session.patientId).toBe('priya-raman');
    const other = await fetch(`${fhirBase}/Patient/maria-lopez`, {
      headers: { authorization: (await session.authorization()) ?? '' },
    });
    expect(other.status).toBe(403);
    expect(sessionOf(await tab.reload()).patientId).toBe('priya-raman');
  });

  it('is not begun where the site does not want it: the app asks for the chart', async () => {
    sites = [siteFor(`${ehr.origin}/ehr/fhir`)];
    expect(await new Tab().launch(app.origin, { iss: `${ehr.origin}/ehr/fhir` })).toMatchObject({
      code: 'not-launched',
      support: 'EHR support desk',
    });
  });
});

describe('the address of an EHR', () => {
  const site = siteFor('https://ehr.example.org/FHIR/r4');
  it.each([
    ['https://EHR.example.org/FHIR/r4', true],
    ['HTTPS://ehr.example.org:443/FHIR/r4/', true],
    ['https://ehr.example.org/fhir/r4', false],
    ['https://ehr.example.org.evil.test/FHIR/r4', false],
    ['https://ehr.example.org@evil.test/FHIR/r4', false],
    ['https://user@ehr.example.org/FHIR/r4', false],
    ['https://ehr.example.org/FHIR/r4?x', false],
    ['ehr.example.org/FHIR/r4', false],
  ])('%s is the registered one: %s', (issuer, same) => {
    expect(siteOf([site], issuer) === site).toBe(same);
  });
});

describe('the intent of a launch', () => {
  const bench = quirkBench();
  it.each([
    ['print-handout', 'handout'],
    ['handout', 'handout'],
    ['ask', 'ask'],
    ['review', undefined],
    ['constructor', undefined],
    [7, undefined],
    [undefined, undefined],
  ])('%s opens %s, or the review as usual', async (intent, view) => {
    const { session } = await bench.sessionWith({ token: () => ({ ...TOKEN, intent }) });
    expect(session.intent).toBe(view);
  });
});

describe('a server of another FHIR version with a sign-in as today', () => {
  it.each([
    ['dstu2', '1.0.2'],
    ['stu3', '3.0.2'],
  ])('(%s) is refused after the sign-in, and the session is over', async (switched, version) => {
    sites = sandboxConfig(ehr.origin).sites as unknown as Site[];
    const answer = await fetch(`${ehr.origin}/ehr/launch`, {
      method: 'POST',
      body: new URLSearchParams({ patient: 'priya-raman', 'fhir-version': switched }),
      redirect: 'manual',
    });
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    expect(searchParams.get('iss')).toBe(`${ehr.origin}/ehr/${switched}/fhir`);
    const session = await signedIn(new Tab(), app.origin, Object.fromEntries(searchParams));
    const problem = await refuseOlder(session);
    expect(problem).toMatchObject({
      code: 'wrong-version',
      text: `Its address announces FHIR ${version}, and BackSafe reads FHIR R4 (4.0) only. Nothing was checked.`,
      support: 'Sandbox EHR help desk, (555) 010-0199',
    });
    expect(problem?.next).toContain('Many EHRs have a second address for R4');
    expect(await session.authorization()).toBeUndefined();
  });

  it.each([['4.0.1'], ['4.3.0'], [undefined]])('(%s) is not assumed', async (fhirVersion) => {
    const server = await serve(() => json({ resourceType: 'CapabilityStatement', fhirVersion }));
    expect(await otherVersion(`${server.origin}/fhir`)).toBeUndefined();
    await server.close();
    expect(await otherVersion(`${server.origin}/fhir`)).toBeUndefined();
  });
});
