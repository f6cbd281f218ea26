import { readDiscovery } from './discovery';
import type { Discovery } from './discovery';
import { isRecord, parseJson, textOf } from './json';

const TIMEOUT_MS = 15_000;
const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

/**
 * A server without a SMART configuration: its capability statement may name the endpoints as SMART 1.0 did, or tell that it is no
 * R4 server at all. PKCE and v2 scopes are not announced there. Never rejects.
 * https://hl7.org/fhir/smart-app-launch/1.0.0/conformance/index.html#declaring-support-for-oauth2-endpoints
 */
export async function readOlderServer(issuer: string): Promise<Discovery | 'wrong-version' | undefined> {
  const metadata = await capabilityStatement(issuer);
  if (!isRecord(metadata)) return undefined;
  const version = textOf(metadata.fhirVersion);
  if (version !== undefined && !version.startsWith('4.')) return 'wrong-version';
  const uris = records(metadata.rest)
    .flatMap(({ security }) => (isRecord(security) ? records(security.extension) : []))
    .filter(({ url }) => url === OAUTH_URIS)
    .flatMap(({ extension }) => records(extension));
  const address = (name: string): unknown => uris.find(({ url }) => url === name)?.valueUri;
  return readDiscovery(
    {
      authorization_endpoint: address('authorize'),
      token_endpoint: address('token'),
      revocation_endpoint: address('revoke'),
    },
    issuer,
  );
}

/** A server may describe its sign-in as today and speak a FHIR of yesterday. False when it does not say. Never rejects. */
export async function speaksAnotherVersion(issuer: string): Promise<boolean> {
  const metadata = await capabilityStatement(issuer);
  const version = isRecord(metadata) ? textOf(metadata.fhirVersion) : undefined;
  return version !== undefined && !version.startsWith('4.');
}

async function capabilityStatement(issuer: string): Promise<unknown> {
  try {
    const response = await fetch(`${issuer.replace(/\/*$/, '')}/metadata`, {
      headers: { accept: 'application/fhir+json, application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? parseJson(await response.text()) : undefined;
  } catch {
    return undefined;
  }
}

function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
