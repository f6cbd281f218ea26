import { isRecord, parseJson } from './json';
import { readSite } from './read-site';
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

/** The site of an issuer. The whole address counts: a prefix would let `https://ehr.example.org.evil.test` in. */
export function siteOf(sites: readonly Site[], issuer: string): Site | undefined {
  return sites.find((site) => sameIssuer(site.issuer, issuer));
}

function sameIssuer(one: string, other: string): boolean {
  return plainAddress(one) === plainAddress(other);
}

/** Scheme and host in small letters and without the usual port, as browsers compare them; the path letter by letter. */
export function plainAddress(address: string): string {
  return (URL.canParse(address) ? new URL(address).href : address).replace(/\/$/, '');
}
