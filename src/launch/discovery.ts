import { isRecord, parseJson } from './json';
import { isSafeAddress } from './read-site';

/** What the EHR says about its sign-in, with absolute addresses. */
export interface Discovery {
  readonly authorizationEndpoint: URL;
  readonly tokenEndpoint: URL;
  readonly revocationEndpoint?: URL;
  readonly pkce: boolean;
  readonly scopesV2: boolean;
  readonly onlineAccess: boolean;
}

export type DiscoveryReading =
  | { readonly ok: true; readonly discovery: Discovery }
  | { readonly ok: false; readonly why: 'no-answer' | 'not-smart' };

const TIMEOUT_MS = 15_000;

/** Where the EHR describes its sign-in. https://hl7.org/fhir/smart-app-launch/conformance.html#using-well-known */
export function discoveryAddress(issuer: string): string {
  return `${issuer.replace(/\/*$/, '')}/.well-known/smart-configuration`;
}

/** Reads the SMART configuration of an issuer. Never rejects. */
export async function fetchDiscovery(issuer: string): Promise<DiscoveryReading> {
  try {
    const response = await fetch(discoveryAddress(issuer), {
      headers: { accept: 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status >= 500 || response.status === 429) return { ok: false, why: 'no-answer' };
    if (!response.ok) return { ok: false, why: 'not-smart' };
    const discovery = readDiscovery(parseJson(await response.text()), issuer);
    return discovery === undefined ? { ok: false, why: 'not-smart' } : { ok: true, discovery };
  } catch {
    return { ok: false, why: 'no-answer' };
  }
}

/** Undefined when an endpoint is missing or unsafe. */
export function readDiscovery(value: unknown, issuer: string): Discovery | undefined {
  if (!isRecord(value)) return undefined;
  const authorizationEndpoint = endpoint(value.authorization_endpoint, issuer);
  const tokenEndpoint = endpoint(value.token_endpoint, issuer);
  if (authorizationEndpoint === undefined || tokenEndpoint === undefined) return undefined;
  const revocationEndpoint = endpoint(value.revocation_endpoint, issuer);
  const capabilities = value.capabilities;
  return {
    authorizationEndpoint,
    tokenEndpoint,
    ...(revocationEndpoint === undefined ? {} : { revocationEndpoint }),
    pkce: lists(value.code_challenge_methods_supported, 'S256'),
    scopesV2: lists(capabilities, 'permission-v2'),
    // Epic offers offline access only, which a review beside the chart does not need.
    onlineAccess: lists(capabilities, 'permission-online') || lists(value.scopes_supported, 'online_access'),
  };
}

function lists(value: unknown, word: string): boolean {
  return Array.isArray(value) && value.includes(word);
}

/** Some servers write endpoints relative to their FHIR base; the specification asks apps to resolve them. */
function endpoint(value: unknown, issuer: string): URL | undefined {
  const base = issuer.replace(/\/*$/, '/');
  if (typeof value !== 'string' || value === '' || !URL.canParse(value, base)) return undefined;
  const url = new URL(value, base);
  return isSafeAddress(url) && url.username === '' ? url : undefined;
}
