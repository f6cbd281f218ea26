import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fetchRegistry, readRegistry, siteOf } from '../../src/launch/sites';
import { refusedSiteRule } from '../../src/review/site-rules';
import { sandboxConfig } from '../../src/sandbox/config';
import { serve } from './serve';
import { siteFor } from './tab';

const ISSUER = 'https://ehr.example.org/fhir/r4';
const errorsOf = (value: unknown): readonly string[] => {
  const registry = readRegistry(value);
  return registry.ok ? [] : registry.errors;
};
const errorsWith = (changed: Readonly<Record<string, unknown>>) =>
  errorsOf({ sites: [{ ...siteFor(ISSUER), ...changed }] });

describe('config.json', () => {
  it('is accepted in the form of the model that ships with the app', () => {
    const model: unknown = JSON.parse(
      readFileSync(new URL('../../public/config.example.json', import.meta.url), 'utf8'),
    );
    const registry = readRegistry(model);
    expect(registry).toMatchObject({ ok: true });
    const [site] = registry.ok ? registry.sites : [];
    expect(site).toMatchObject({ standalone: false, idleMinutes: 15, formulary: 'us' });
    // The example shows a setting that the rules accept, with who decided it and why.
    expect(site?.rules).toHaveLength(1);
    expect(site?.rules.map(refusedSiteRule)).toEqual([undefined]);
  });

  it('is accepted in the form that the sandbox serves', () => {
    expect(errorsOf(sandboxConfig('http://127.0.0.1:5173'))).toEqual([]);
  });

  it.each([undefined, null, [], 'text', {}, { sites: {} }, { sites: [] }])(
    'that is %o has no sites',
    (value) => {
      expect(errorsOf(value)).toEqual([
        'config.json must be a JSON object with a list "sites" that has at least one site',
      ]);
    },
  );

  it.each([
    [{ issuer: undefined }, 'sites[0].issuer must be a text'],
    [{ issuer: 'http://ehr.example.org/fhir' }, 'sites[0].issuer must be an https address'],
    [{ issuer: 'ehr.example.org' }, 'sites[0].issuer must be an https address'],
    [{ issuer: `${ISSUER}?x=1` }, 'sites[0].issuer must be an https address'],
    [{ issuer: 'https://user@ehr.example.org/fhir' }, 'sites[0].issuer must be an https address'],
    [{ clientId: ' ' }, 'sites[0].clientId must be a text'],
    [{ scope: 'openid launch/patient' }, 'sites[0].scope must contain "launch" as a word of its own'],
    [{ scope: 3 }, 'sites[0].scope must be a text'],
    [
      { authorizeOrigins: 'https://signin.example.org' },
      'sites[0].authorizeOrigins must be a list of origins',
    ],
    [{ authorizeOrigins: ['https://signin.example.org/x'] }, 'sites[0].authorizeOrigins must be a list'],
    [{ authorizeOrigins: ['http://signin.example.org'] }, 'sites[0].authorizeOrigins must be a list'],
    [{ connectOrigins: ['token.example.org'] }, 'sites[0].connectOrigins must be a list of origins'],
    [{ frameAncestors: [7] }, 'sites[0].frameAncestors must be a list of origins'],
    [{ ehr: 'cerner' }, 'sites[0].ehr must be "other", "epic", "oracle"'],
    [{ pkceUnannounced: true }, 'sites[0].pkceUnannounced must be a text'],
    [{ formulary: 'uk' }, 'sites[0].formulary must be "us", "eu", "asia"'],
    [{ clinics: [{ name: 'A', phone: '1' }] }, 'sites[0].clinics[0].afterHoursPhone must be a text'],
    [
      { clinics: [{ name: 'A', phone: '1', afterHoursPhone: '2', fax: '3' }] },
      'sites[0].clinics[0].fax is not a known setting',
    ],
    [
      { clinics: [{ name: 'A', phone: '1', afterHoursPhone: '2', locations: ['12'] }] },
      'sites[0].clinics[0].locations must be a list of references',
    ],
    [{ clinics: ['A'] }, 'sites[0].clinics[0] must be an object'],
    [{ clinics: {} }, 'sites[0].clinics must be a list'],
    [{ clinics: [] }, 'sites[0].clinics must be a list with at least one clinic'],
    [{ idleMinutes: 2 }, 'sites[0].idleMinutes must be a number from 3 to 60'],
    [{ idleMinutes: '15' }, 'sites[0].idleMinutes must be a number from 3 to 60'],
    [
      { rules: [{ rule: 'TIZ-ALT', show: 'contraindicated', reason: 'r', decidedBy: 'd' }] },
      'sites[0].rules[0].show must be "serious", "caution", "counsel", "hidden"',
    ],
    [{ rules: [{ rule: 'TIZ-ALT', show: 'hidden' }] }, 'sites[0].rules[0].reason must be a text'],
    [{ emergencyNumber: 911 }, 'sites[0].emergencyNumber must be a text'],
    [{ poisonLine: '' }, 'sites[0].poisonLine must be a text'],
    [{ support: undefined }, 'sites[0].support must be a text'],
    [{ pageSize: 'letter' }, 'sites[0].pageSize must be "Letter" or "A4"'],
    [{ testSystem: 'no' }, 'sites[0].testSystem must be true or false'],
    [{ authoriseOrigins: [] }, 'sites[0].authoriseOrigins is not a known setting'],
  ])('with %o says what is wrong', (changed, error) => {
    expect(errorsWith(changed).some((found) => found.startsWith(error))).toBe(true);
  });

  it('may leave out what has a usual value', () => {
    const { issuer, clientId, authorizeOrigins, clinics, ...rest } = siteFor(ISSUER);
    const { emergencyNumber, poisonLine, support, pageSize, testSystem } = rest;
    const needed = { issuer, clientId, authorizeOrigins, clinics, emergencyNumber, poisonLine, support };
    const registry = readRegistry({ sites: [{ ...needed, pageSize, testSystem }] });
    expect(registry.ok ? registry.sites : registry.errors).toMatchObject([
      { idleMinutes: 15, ehr: 'other', formulary: 'us', rules: [], connectOrigins: [], frameAncestors: [] },
    ]);
  });

  it('names every error of every site', () => {
    const errors = errorsOf({ sites: [siteFor(ISSUER, { support: '' }), 'text'] });
    expect(errors).toEqual(['sites[0].support must be a text', 'sites[1] must be an object']);
  });

  it('may not hold one issuer twice', () => {
    expect(errorsOf({ sites: [siteFor(ISSUER), siteFor(`${ISSUER}/`)] })).toEqual([
      `the issuer ${ISSUER}/ stands twice`,
    ]);
  });

  it.each([
    ['missing', 404, 'not here', true, 'config.json is missing'],
    ['not readable', 500, '', false, 'config.json: HTTP status 500'],
    ['no JSON', 200, '<!doctype html>', false, 'config.json must be a JSON object'],
  ])('that is %s is told from one that is wrong', async (_name, status, body, missing, error) => {
    const server = await serve(() => new Response(body, { status }));
    const registry = await fetchRegistry(`${server.origin}/launch.html`);
    await server.close();
    expect(registry).toMatchObject({ ok: false, missing });
    expect(registry.ok ? '' : registry.errors[0]).toContain(error);
  });
});

describe('the site of an issuer', () => {
  const sites = [siteFor(ISSUER), siteFor('https://other.example.org/fhir/')];

  it('is found by the whole address, a trailing slash aside', () => {
    expect(siteOf(sites, ISSUER)?.issuer).toBe(ISSUER);
    expect(siteOf(sites, `${ISSUER}/`)?.issuer).toBe(ISSUER);
    expect(siteOf(sites, 'https://other.example.org/fhir')?.issuer).toBe('https://other.example.org/fhir/');
  });

  it.each([
    `${ISSUER}/Patient`,
    'https://ehr.example.org/fhir',
    `${ISSUER}.evil.example`,
    `${ISSUER}?x`,
    ISSUER.toUpperCase(),
    `${ISSUER}//`,
    '',
  ])('is not found for %s', (issuer) => {
    expect(siteOf(sites, issuer)).toBeUndefined();
  });
});
