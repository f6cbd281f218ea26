import './browser-globals';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readChart } from '../../src/chart/read-chart';
import { diagnoseSites } from '../../src/launch/diagnosis';
import type { Site } from '../../src/launch/types';
import { sandboxConfig } from '../../src/sandbox/config';
import { startSandboxServer } from '../../src/sandbox/server';
import type { SandboxServer } from '../../src/sandbox/server';
import { diagnoseSession } from '../../src/workspace/diagnose-session';
import { json, serve } from './serve';
import type { Served } from './serve';
import { Tab, siteFor, signedIn } from './tab';

/** `?diagnose` over real HTTP: what an administrator reads about the installation, and what must not stand there. */
let app: Served;
let ehr: SandboxServer;
let config: unknown;
const extra: Served[] = [];

beforeAll(async () => {
  app = await serve((request) =>
    new URL(request.url).pathname === '/app/config.json' ? json(config) : undefined,
  );
  ehr = await startSandboxServer({ apps: [`${app.origin}/app/`] });
});
afterEach(async () => {
  await Promise.all(extra.splice(0).map((server) => server.close()));
});
afterAll(async () => {
  await Promise.all([app.close(), ehr.close()]);
});

function at(path: string): Tab {
  const tab = new Tab();
  tab.shown.push(`${app.origin}/app/${path}`);
  return tab;
}

const sitesReport = async (): Promise<string> => (await diagnoseSites(at('launch.html?diagnose'))).join('\n');

async function siteReport(answer: (path: string, origin: string) => unknown, site: Partial<Site> = {}) {
  const server = await serve((request) => {
    const { pathname, origin } = new URL(request.url);
    const body = answer(pathname.replace('/r4', ''), origin);
    return body === undefined ? undefined : json(body);
  });
  extra.push(server);
  config = { sites: [siteFor(`${server.origin}/r4`, site)] };
  return sitesReport();
}

const SMART = '/.well-known/smart-configuration';
const endpoints = (origin: string) => ({
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
});

describe('?diagnose without a launch', () => {
  it('lists for each site of the registry what it announces', async () => {
    config = sandboxConfig(ehr.origin);
    const report = await sitesReport();
    expect(report).toContain('config.json: right, sites: 9');
    expect(report).toContain(`Site ${ehr.origin}/ehr/fhir (other, client id backsafe-sandbox)`);
    expect(report).toContain('PKCE S256: not announced, allowed by config.json ("Checks the challenge');
    expect(report).toContain('Revocation: not offered; End session wipes this window only');
    expect(report).toContain('Scopes: v1; will be asked for: launch patient/Patient.read');
    expect(report).toContain('FHIR version: 4.0.1');
    expect(report).toContain('FHIR version: 1.0.2, NOT R4: BackSafe cannot read it');
    expect(report).toContain('MedicationRequest: offered\n');
    expect(report).toContain('Capabilities not announced: sso-openid-connect');
  });

  it('lists what is wrong with config.json', async () => {
    config = { sites: [{ ...siteFor('https://e.example'), clientId: '' }] };
    expect(await sitesReport()).toContain('config.json: WRONG\n  sites[0].clientId must be a text');
  });

  it('says which origins the settings forget', async () => {
    const report = await siteReport((path) =>
      path === SMART
        ? {
            authorization_endpoint: 'https://signin.example.org/authorize',
            token_endpoint: 'https://token.example.org/token',
          }
        : undefined,
    );
    expect(report).toContain(
      'Sign-in page: https://signin.example.org, NOT in authorizeOrigins of config.json',
    );
    expect(report).toContain(
      'Token endpoint: https://token.example.org, NOT in connectOrigins of config.json',
    );
    expect(report).toContain('PKCE S256: NOT announced: the sign-in will stop');
    expect(report).toContain('Capability statement: HTTP status 404');
  });

  it('says that a server is not R4, and which searches it does not offer', async () => {
    const report = await siteReport((path, origin) =>
      path === SMART
        ? endpoints(origin)
        : {
            fhirVersion: '1.0.2',
            rest: [{ resource: [{ type: 'Condition', searchParam: [{ name: 'patient' }] }] }],
          },
    );
    expect(report).toContain('FHIR version: 1.0.2, NOT R4: BackSafe cannot read it');
    expect(report).toContain('Condition: offered, not announced: category');
    expect(report).toContain('MedicationRequest: NOT offered');
  });

  it('names each setting of a rule that the app will not apply, and why', async () => {
    const setting = (rule: string) =>
      ({ rule, show: 'hidden', reason: 'too many', decidedBy: 'Dr. Ito' }) as const;
    const report = async (...rules: string[]) =>
      siteReport((path, origin) => (path === SMART ? endpoints(origin) : undefined), {
        rules: rules.map(setting),
      });
    const refused = await report('TIZ-FOOD', 'X-OPIOID', 'TIZ-FOD');
    expect(refused).toContain('Rules set by this site: 3, refused: 2');
    expect(refused).toContain(
      'REFUSED, the rule stays as it is: X-OPIOID is serious: only cautions and teaching points can be set by a site',
    );
    expect(refused).toContain('REFUSED, the rule stays as it is: TIZ-FOD is not the id of a caution rule');
    expect(await report('TIZ-FOOD')).toContain('Rules set by this site: 1, refused: none');
    expect(await report()).not.toContain('Rules set by this site');
  });

  it('says that nobody answers', async () => {
    config = { sites: [siteFor('http://127.0.0.1:1/r4')] };
    const report = await sitesReport();
    expect(report).toContain('SMART configuration: NO answer');
    expect(report).toContain('Capability statement: NO answer');
  });
});

describe('?diagnose with a launch', () => {
  async function sessionReport(switches: Readonly<Record<string, string>> = {}): Promise<string> {
    config = sandboxConfig(ehr.origin);
    const answer = await fetch(`${ehr.origin}/ehr/launch`, {
      method: 'POST',
      body: new URLSearchParams({ patient: 'maria-lopez', ...switches }),
      redirect: 'manual',
    });
    const query = Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
    const session = await signedIn(new Tab(), app.origin, { ...query, diagnose: '' });
    expect(session.diagnose).toBe(true);
    const { patientId, grantedScopes } = session;
    const lines = await diagnoseSession(session, () =>
      readChart(session, { patientId, grantedScopes, today: '2026-11-22' }),
    );
    return lines.join('\n');
  }

  it('tells scopes, context and a state for each section', async () => {
    const report = await sessionReport();
    expect(report).toContain('Patient in context: yes; visit in context: no');
    expect(report).toContain('Asked for and not granted in these words: none');
    expect(report).toContain('Renewal of the token: works');
    expect(report).toContain('  Condition: complete');
  });

  it('names a section that failed, and how', async () => {
    const report = await sessionReport({
      AllergyIntolerance: 'not-permitted',
      Condition: 'may-not-be-whole',
    });
    expect(report).toContain('AllergyIntolerance: NOT-PERMITTED');
    expect(report).toContain('the EHR did not permit this app to read it');
    expect(report).toContain('Condition: PARTIAL');
    expect(report).toContain('the EHR says "…"');
  });

  it('reads no chart from a server of another FHIR version, and says which', async () => {
    const report = await sessionReport({ 'fhir-version': 'stu3' });
    expect(report).toContain('Chart: NOT READ. FHIR version 3.0.2, and BackSafe reads R4 only');
    expect(report).not.toContain('Condition:');
  });

  it('says so when nothing could be read', async () => {
    expect(await sessionReport({ Patient: 'html-login' })).toContain(
      'Chart: NOT READ. The EHR answered with',
    );
  });

  it('holds nothing of the patient', async () => {
    const report = await sessionReport();
    for (const word of ['Lopez', 'Maria', 'maria-lopez', '1954', 'tizanidine', 'ciprofloxacin'])
      expect(report.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it('is not asked for by a usual launch', async () => {
    config = sandboxConfig(ehr.origin);
    const answer = await fetch(`${ehr.origin}/ehr/launch`, {
      method: 'POST',
      body: new URLSearchParams({ patient: 'maria-lopez' }),
      redirect: 'manual',
    });
    const query = Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
    const tab = new Tab();
    const session = await signedIn(tab, app.origin, query);
    expect(session.diagnose).toBe(false);
    // An administrator may also add the word to the address of a running review and load it again.
    const again = await tab.open(`${tab.address()}&diagnose`);
    expect(again.ok && again.session.diagnose).toBe(true);
  });
});
