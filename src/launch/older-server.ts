import { readDiscovery } from './discovery';
import type { Discovery } from './discovery';
import { isRecord, parseJson, textOf } from './json';
import type { JsonRecord } from './json';
import { ADMIN, problemOf } from './problems';
import type { LaunchProblem, Session, Site } from './types';

const TIMEOUT_MS = 15_000;
const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

/**
 * A server without a SMART configuration: its capability statement may name the endpoints as SMART 1.0 did, or tell that it is no
 * R4 server at all. PKCE and v2 scopes are not announced there. Never rejects.
 * https://hl7.org/fhir/smart-app-launch/1.0.0/conformance/index.html#declaring-support-for-oauth2-endpoints
 */
export async function readOlderServer(
  issuer: string,
  site: Site,
): Promise<Discovery | LaunchProblem | undefined> {
  const metadata = await capabilityStatement(issuer);
  if (!isRecord(metadata)) return undefined;
  const version = otherThanR4(metadata);
  if (version !== undefined) return versionProblem(version, site);
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

/** The version of FHIR that a server announces where it is not R4. Undefined for R4, and when the server does not say. Never rejects. */
export async function otherVersion(issuer: string): Promise<string | undefined> {
  const metadata = await capabilityStatement(issuer);
  return isRecord(metadata) ? otherThanR4(metadata) : undefined;
}

/** A server may describe its sign-in as today and speak a FHIR of yesterday: its session ends, with the reason. Never rejects. */
export async function refuseOlder({ fhirBase, site, end }: Session): Promise<LaunchProblem | undefined> {
  const version = await otherVersion(fhirBase);
  if (version === undefined) return undefined;
  await end();
  return versionProblem(version, site);
}

function otherThanR4({ fhirVersion }: JsonRecord): string | undefined {
  const version = textOf(fhirVersion);
  return version?.startsWith('4.') === true ? undefined : version;
}

function versionProblem(version: string, site: Site): LaunchProblem {
  return problemOf(
    'wrong-version',
    {
      title: 'This EHR speaks another version of FHIR',
      text: `Its address announces FHIR ${version.slice(0, 20)}, and BackSafe reads FHIR R4 (4.0) only.`,
      next: `${ADMIN} Many EHRs have a second address for R4: BackSafe can be registered at that one.`,
    },
    site,
  );
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
