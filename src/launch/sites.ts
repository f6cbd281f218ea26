import { isRecord, parseJson, textOf } from './json';
import type { JsonRecord } from './json';
import type { Site } from './types';

/** The registry of a hospital: its sites, or what is wrong with the file, one sentence each. */
export type Registry =
  | { readonly ok: true; readonly sites: readonly Site[] }
  | { readonly ok: false; readonly missing: boolean; readonly errors: readonly string[] };

const TIMEOUT_MS = 10_000;

/** Reads `config.json` from the folder of the page. Never rejects. */
export async function fetchRegistry(pageAddress: string): Promise<Registry> {
  try {
    const response = await fetch(new URL('config.json', pageAddress), {
      // Asked again at every launch: a withdrawn site must not live on in a browser's cache.
      cache: 'no-cache',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status === 404) return { ok: false, missing: true, errors: ['config.json is missing'] };
    if (!response.ok)
      return { ok: false, missing: false, errors: [`config.json: HTTP status ${response.status}`] };
    return readRegistry(parseJson(await response.text()));
  } catch {
    return { ok: false, missing: false, errors: ['config.json could not be loaded'] };
  }
}

/**
 * `{ "sites": Site[] }`, checked by hand. One wrong entry refuses the file: a half-read registry would look installed
 * and fail at the one hospital that has the error.
 */
export function readRegistry(value: unknown): Registry {
  const errors: string[] = [];
  if (!isRecord(value) || !Array.isArray(value.sites) || value.sites.length === 0)
    return {
      ok: false,
      missing: false,
      errors: ['config.json must be a JSON object with a list "sites" that has at least one site'],
    };
  const entries: readonly unknown[] = value.sites;
  const sites = entries.flatMap((entry, index) => {
    const found = readSite(entry);
    if (found.ok) return [found.site];
    errors.push(...found.errors.map((error) => `sites[${index}]${error}`));
    return [];
  });
  sites.forEach((site, index) => {
    if (sites.findIndex((other) => sameIssuer(other.issuer, site.issuer)) !== index)
      errors.push(`the issuer ${site.issuer} stands twice`);
  });
  return errors.length === 0 ? { ok: true, sites } : { ok: false, missing: false, errors };
}

export type SiteReading =
  { readonly ok: true; readonly site: Site } | { readonly ok: false; readonly errors: readonly string[] };

const KEYS = new Set([
  'issuer',
  'clientId',
  'scope',
  'authorizeOrigins',
  'clinic',
  'emergencyNumber',
  'poisonLine',
  'support',
  'pageSize',
  'testSystem',
]);

/** One site. Each error begins with the key it is about, as in `.clientId must be a text`. */
export function readSite(value: unknown): SiteReading {
  if (!isRecord(value)) return { ok: false, errors: [' must be an object'] };
  const errors: string[] = [];
  const text = (from: JsonRecord, key: string, path = `.${key}`): string => {
    const found = textOf(from[key]);
    if (found === undefined) errors.push(`${path} must be a text`);
    return found ?? '';
  };
  const issuer = text(value, 'issuer');
  if (issuer !== '' && !isIssuer(issuer))
    errors.push('.issuer must be an https address without query (http only on this machine)');
  const clientId = text(value, 'clientId');
  const clinic: JsonRecord = isRecord(value.clinic) ? value.clinic : {};
  const clinicText = (key: string): string => text(clinic, key, `.clinic.${key}`);
  const scope = value.scope === undefined ? undefined : text(value, 'scope');
  // SMART: an EHR launch asks for `launch`; `launch/patient` asks the user to pick another patient.
  if (scope?.split(/\s+/).includes('launch') === false)
    errors.push('.scope must contain "launch" as a word of its own');
  const authorizeOrigins: unknown[] = Array.isArray(value.authorizeOrigins) ? value.authorizeOrigins : [];
  if (!Array.isArray(value.authorizeOrigins) || !authorizeOrigins.every(isOrigin))
    errors.push('.authorizeOrigins must be a list of origins such as "https://signin.example.org"');
  if (value.pageSize !== 'Letter' && value.pageSize !== 'A4')
    errors.push('.pageSize must be "Letter" or "A4"');
  if (typeof value.testSystem !== 'boolean') errors.push('.testSystem must be true or false');
  // A misspelt key would leave its setting out without a word.
  for (const key of Object.keys(value)) if (!KEYS.has(key)) errors.push(`.${key} is not a known setting`);
  const site: Site = {
    issuer,
    clientId,
    ...(scope === undefined ? {} : { scope }),
    authorizeOrigins: authorizeOrigins.filter(isOrigin),
    clinic: {
      name: clinicText('name'),
      phone: clinicText('phone'),
      afterHoursPhone: clinicText('afterHoursPhone'),
    },
    emergencyNumber: text(value, 'emergencyNumber'),
    poisonLine: text(value, 'poisonLine'),
    support: text(value, 'support'),
    pageSize: value.pageSize === 'A4' ? 'A4' : 'Letter',
    testSystem: value.testSystem === true,
  };
  return errors.length === 0 ? { ok: true, site } : { ok: false, errors };
}

/** The site of an issuer. The whole address counts: a prefix would let `https://ehr.example.org.evil.test` in. */
export function siteOf(sites: readonly Site[], issuer: string): Site | undefined {
  return sites.find((site) => sameIssuer(site.issuer, issuer));
}

function sameIssuer(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '');
}

function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return isSafeAddress(url) && url.search === '' && url.hash === '' && url.username === '';
}

function isOrigin(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const url = new URL(value);
  return isSafeAddress(url) && url.origin === value;
}

/** https; plain http only to the machine itself, for sandboxes and tests. */
export function isSafeAddress(url: URL): boolean {
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  );
}
