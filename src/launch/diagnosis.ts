import { discoveryAddress, readDiscovery } from './discovery';
import { isRecord, parseJson, textOf } from './json';
import type { JsonRecord } from './json';
import { missingFrom } from './page';
import type { Page } from './page';
import { SEARCHED, scopeFor } from './scopes';
import { fetchRegistry } from './sites';
import type { RuleSetting, Site } from './types';

/** "Clinician Access for EHR Launch" of SMART App Launch 2.2; `permission-v2` is asked for apart, v1 does as well. */
const CAPABILITIES = [
  'launch-ehr',
  'client-public',
  'context-ehr-patient',
  'sso-openid-connect',
  'permission-patient',
];
/** What the app's searches use; an EHR that does not announce one may still understand it. */
const SEARCHES: Readonly<Record<string, readonly string[]>> = {
  Condition: ['patient', 'category'],
  MedicationRequest: ['patient', 'intent', 'status', 'authoredon'],
  AllergyIntolerance: ['patient'],
  Observation: ['patient', 'code'],
  Procedure: ['patient'],
};
const TIMEOUT_MS = 15_000;

/**
 * What an administrator needs to know about this installation, as lines to copy into a support mail. It asks the EHRs of the
 * registry only for what they publish to everybody: no sign-in, no patient. Never rejects.
 */
export async function diagnoseSites(page: Page): Promise<readonly string[]> {
  const registry = await fetchRegistry(page.address());
  const window = [
    `Address: ${new URL('.', page.address()).href}`,
    `Secure address (https): ${page.secure ? 'yes' : 'NO: no sign-in is possible'}`,
    `Storage of this tab: ${missingFrom(page) === 'storage' ? 'BLOCKED: no sign-in is possible in this window' : 'yes'}`,
    `Inside a frame: ${page.framed ? 'yes' : 'no'}`,
  ];
  if (!registry.ok) return [...window, 'config.json: WRONG', ...registry.errors.map((error) => `  ${error}`)];
  const sites = await Promise.all(registry.sites.map(diagnoseSite));
  return [...window, `config.json: right, sites: ${registry.sites.length}`, ...sites.flat()];
}

async function diagnoseSite(site: Site): Promise<readonly string[]> {
  const [smart, metadata, rules] = await Promise.all([
    publicJson(discoveryAddress(site.issuer)),
    publicJson(`${site.issuer.replace(/\/*$/, '')}/metadata`),
    ruleLines(site.rules),
  ]);
  return [
    '',
    `Site ${site.issuer} (${site.ehr}, client id ${site.clientId})`,
    ...[...smartLines(smart, site), ...metadataLines(metadata), ...rules].map((line) => `  ${line}`),
  ];
}

function smartLines(smart: Answer, site: Site): readonly string[] {
  if (smart.value === undefined) return [`SMART configuration: ${smart.said}`];
  const discovery = readDiscovery(smart.value, site.issuer);
  if (discovery === undefined) return ['SMART configuration: WITHOUT usable endpoints'];
  const { authorizationEndpoint: authorize, tokenEndpoint: token, revocationEndpoint } = discovery;
  const own = new URL(site.issuer).origin;
  const lists = (origin: string, listed: readonly string[], key: string): string =>
    origin === own || listed.includes(origin) ? origin : `${origin}, NOT in ${key} of config.json`;
  const announced = new Set(listOf(smart.value.capabilities));
  const missing = CAPABILITIES.filter((capability) => !announced.has(capability));
  const pkce =
    site.pkceUnannounced === undefined
      ? 'NOT announced: the sign-in will stop'
      : `not announced, allowed by config.json ("${site.pkceUnannounced}")`;
  return [
    `SMART configuration: ${smart.said}`,
    `Sign-in page: ${lists(authorize.origin, site.authorizeOrigins, 'authorizeOrigins')}`,
    `Token endpoint: ${lists(token.origin, site.connectOrigins, 'connectOrigins')}`,
    `Revocation: ${revocationEndpoint === undefined ? 'not offered; End session wipes this window only' : lists(revocationEndpoint.origin, site.connectOrigins, 'connectOrigins')}`,
    `PKCE S256: ${discovery.pkce ? 'announced' : pkce}`,
    `Capabilities not announced: ${missing.length === 0 ? 'none' : missing.join(', ')}`,
    `Scopes: ${discovery.scopesV2 ? 'v2' : 'v1'}; will be asked for: ${scopeFor(site, discovery)}`,
  ];
}

function metadataLines(metadata: Answer): readonly string[] {
  if (metadata.value === undefined) return [`Capability statement: ${metadata.said}`];
  const version = textOf(metadata.value.fhirVersion) ?? 'not stated';
  const resources = listOf(metadata.value.rest).flatMap((rest) =>
    isRecord(rest) ? listOf(rest.resource) : [],
  );
  const wanted = SEARCHED.filter((type) => type in SEARCHES).map((type) => {
    const found = resources.filter(isRecord).find((resource) => resource.type === type);
    if (found === undefined) return `${type}: NOT offered`;
    const known = new Set(listOf(found.searchParam).map((one) => (isRecord(one) ? one.name : undefined)));
    const unknown = (SEARCHES[type] ?? []).filter((name) => !known.has(name));
    return `${type}: offered${unknown.length === 0 ? '' : `, not announced: ${unknown.join(', ')}`}`;
  });
  return [
    `Capability statement: ${metadata.said}`,
    `FHIR version: ${version}${version.startsWith('4.') ? '' : ', NOT R4: BackSafe cannot read it'}`,
    ...wanted,
  ];
}

/** The rules are loaded for this page only, and only where a site sets some. */
async function ruleLines(rules: readonly RuleSetting[]): Promise<readonly string[]> {
  if (rules.length === 0) return [];
  try {
    const { refusedSiteRule } = await import('../review/site-rules');
    const refused = rules.flatMap((rule) => refusedSiteRule(rule) ?? []);
    return [
      `Rules set by this site: ${rules.length}, refused: ${refused.length === 0 ? 'none' : refused.length}`,
      ...refused.map((reason) => `  REFUSED, the rule stays as it is: ${reason}`),
    ];
  } catch {
    return [`Rules set by this site: ${rules.length}, NOT checked: a part of the program did not arrive`];
  }
}

interface Answer {
  readonly value?: JsonRecord;
  readonly said: string;
}

/** A document that an EHR publishes to everybody. */
async function publicJson(address: string): Promise<Answer> {
  const start = performance.now();
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json, application/fhir+json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const value = parseJson(await response.text());
    const milliseconds = Math.round(performance.now() - start);
    if (!response.ok) return { said: `HTTP status ${response.status}` };
    return isRecord(value) ? { value, said: `read in ${milliseconds} ms` } : { said: 'NOT JSON' };
  } catch {
    return { said: 'NO answer (network, certificate, CORS or the Content-Security-Policy header)' };
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
