import './browser-globals';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/launch/types';
import { quirkBench } from './quirk-bench';
import type { Script } from './scripted-ehr';
import { Tab, addressOf, problemOf, sessionOf } from './tab';

/** What EHRs say differently about their sign-in, and what they let an app ask for. */
const { ehrWith, launch, problemWith } = quirkBench();

describe('the discovery document', () => {
  it.each([
    ['without code_challenge_methods_supported', undefined],
    ['with plain only', ['plain']],
  ])('%s is refused before the sign-in', async (_name, methods) => {
    const { ehr, problem, tab } = await problemWith({
      configuration: { code_challenge_methods_supported: methods },
    });
    expect(problem.code).toBe('pkce-missing');
    expect(problem.support).toBe('EHR support desk');
    expect(ehr.requests).toEqual(['GET /r4/.well-known/smart-configuration']);
    expect(tab.entries.size).toBe(0);
  });

  it('that does not announce PKCE is enough where the site says why; the challenge is sent all the same', async () => {
    const ehr = await ehrWith(
      { configuration: { code_challenge_methods_supported: undefined } },
      { pkceUnannounced: 'checks it silently' },
    );
    const tab = new Tab();
    const address = new URL(addressOf(await launch(tab, ehr)));
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    // The scripted EHR compares the verifier with the challenge.
    expect(sessionOf(await tab.open(await tab.follow(address.href))).patientId).toBe('pat-1');
  });

  it('without a token endpoint is no SMART sign-in', async () => {
    const { problem } = await problemWith({ configuration: { token_endpoint: undefined } });
    expect(problem.code).toBe('not-smart');
  });

  it('with an endpoint on plain http elsewhere is refused', async () => {
    const { problem } = await problemWith({
      configuration: { token_endpoint: 'http://ehr.example.org/token' },
    });
    expect(problem.code).toBe('not-smart');
  });

  it('may be missing on an older server that names its endpoints in /metadata, where the site allows it', async () => {
    const metadata = (origin: string) => ({
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      rest: [
        {
          security: {
            extension: [
              {
                url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
                extension: [
                  { url: 'authorize', valueUri: `${origin}/oauth/authorize` },
                  { url: 'token', valueUri: `${origin}/oauth/token` },
                ],
              },
            ],
          },
        },
      ],
    });
    expect((await problemWith({ metadata })).problem.code).toBe('pkce-missing');
    const ehr = await ehrWith({ metadata }, { pkceUnannounced: 'SMART 1.0, checks the challenge' });
    const tab = new Tab();
    const address = addressOf(await launch(tab, ehr));
    expect(new URL(address).searchParams.get('scope')).toContain('patient/Condition.read');
    expect(sessionOf(await tab.open(await tab.follow(address))).patientId).toBe('pat-1');
  });

  it.each([
    ['1.0.2', 'wrong-version'],
    ['3.0.1', 'wrong-version'],
    ['4.0.1', 'not-smart'],
  ])('that is missing on a server of FHIR %s ends in “%s”', async (fhirVersion, code) => {
    const { problem } = await problemWith({ metadata: () => ({ fhirVersion }) });
    expect(problem.code).toBe(code);
    expect(problem.support).toBe('EHR support desk');
  });

  it('that nobody serves ends in "did not answer"', async () => {
    const ehr = await ehrWith({});
    await ehr.close();
    expect(await launch(new Tab(), ehr)).toMatchObject({ code: 'discovery-failed' });
  });

  it('may have relative endpoints and a query in the authorize endpoint', async () => {
    const ehr = await ehrWith({
      configuration: {
        authorization_endpoint: '../oauth/authorize?tenant=a%20b',
        token_endpoint: '/oauth/token',
      },
    });
    const tab = new Tab();
    const address = new URL(addressOf(await launch(tab, ehr)));
    expect(address.pathname).toBe('/oauth/authorize');
    expect(address.searchParams.get('tenant')).toBe('a b');
    expect(address.searchParams.get('launch')).toBe('launch-1');
    expect(sessionOf(await tab.open(await tab.follow(address.href))).patientId).toBe('pat-1');
  });

  it('may send the user to another origin only when the site lists it', async () => {
    const configuration = { authorization_endpoint: 'https://signin.example.org/authorize' };
    const { problem } = await problemWith({ configuration });
    expect(problem.code).toBe('not-configured');
    expect(problem.text).toContain('https://signin.example.org');
    const ehr = await ehrWith({ configuration }, { authorizeOrigins: ['https://signin.example.org'] });
    const left = addressOf(await launch(new Tab(), ehr));
    expect(new URL(left).origin).toBe('https://signin.example.org');
  });
});

describe('the scopes asked for', () => {
  const asked = async (script: Script, site: Partial<Site> = {}) => {
    const ehr = await ehrWith(script, site);
    const address = new URL(addressOf(await launch(new Tab(), ehr)));
    return address.searchParams.get('scope');
  };

  it('are SMART v2 where the EHR announces it, with online_access only where it is offered', async () => {
    const resources =
      'patient/Patient.r patient/Condition.rs patient/MedicationRequest.rs patient/Medication.rs patient/AllergyIntolerance.rs patient/Observation.rs patient/Procedure.rs';
    expect(await asked({})).toBe(`launch openid fhirUser ${resources}`);
    expect(await asked({ configuration: { capabilities: ['permission-v2', 'permission-online'] } })).toBe(
      `launch openid fhirUser online_access ${resources}`,
    );
  });

  it('are SMART v1 elsewhere', async () => {
    expect(await asked({ configuration: { capabilities: undefined } })).toBe(
      'launch openid fhirUser patient/Patient.read patient/Condition.read patient/MedicationRequest.read patient/Medication.read patient/AllergyIntolerance.read patient/Observation.read patient/Procedure.read',
    );
  });

  it('include the visit only where it tells the clinic', async () => {
    const clinic = { name: 'A', phone: '1', afterHoursPhone: '2', locations: ['Location/1'] };
    expect(await asked({}, { clinics: [clinic] })).toMatch(/ patient\/Encounter\.r$/);
    expect(await asked({ configuration: { capabilities: [] } }, { clinics: [clinic] })).toMatch(
      / patient\/Encounter\.read$/,
    );
    expect(await asked({})).not.toContain('Encounter');
  });

  it('are the words of the site where it has its own', async () => {
    expect(await asked({}, { scope: 'launch patient/*.read' })).toBe('launch patient/*.read');
  });

  it('are asked for once more as a smaller list when the EHR refuses them', async () => {
    const refuseV2 = (query: URLSearchParams): Record<string, string> =>
      query.get('scope')?.includes('.rs') === true ? { error: 'invalid_scope' } : { code: 'plain-code' };
    const ehr = await ehrWith({ authorize: refuseV2 });
    const tab = new Tab();
    const back = await tab.follow(addressOf(await launch(tab, ehr)));
    const first = tab.left;
    void tab.open(back);
    await expect.poll(() => tab.left).not.toBe(first);
    const address = new URL(tab.left ?? '');
    expect(address.searchParams.get('launch')).toBe('launch-1');
    expect(address.searchParams.get('scope')).toContain('patient/Condition.read');
    expect(sessionOf(await tab.open(await tab.follow(address.href))).patientId).toBe('pat-1');
    expect(tab.entries.size).toBe(1);
  });

  it('are not asked for a third time', async () => {
    const ehr = await ehrWith({ authorize: () => ({ error: 'invalid_scope' }) });
    const tab = new Tab();
    const back = await tab.follow(addressOf(await launch(tab, ehr)));
    const first = tab.left;
    void tab.open(back);
    await expect.poll(() => tab.left).not.toBe(first);
    const problem = problemOf(await tab.open(await tab.follow(tab.left ?? '')));
    expect(problem.code).toBe('invalid-scope');
    expect(tab.entries.size).toBe(0);
  });

  it('of a site stay as they are although the EHR refuses them', async () => {
    const { problem } = await problemWith(
      { authorize: () => ({ error: 'invalid_scope' }) },
      { scope: 'launch patient/*.read' },
    );
    expect(problem.code).toBe('invalid-scope');
  });
});
