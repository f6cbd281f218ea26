import { createHash, randomBytes } from 'node:crypto';
import { createSandbox } from '../../src/sandbox/core';
import type { SandboxOptions } from '../../src/sandbox/core';
import { loadSamples } from '../../src/sandbox/samples';

export const ORIGIN = 'https://ehr.example';
export const FHIR = `${ORIGIN}/ehr/fhir`;
export const REDIRECT = `${ORIGIN}/index.html`;
export const CLIENT = 'backsafe-sandbox';
export const SCOPE =
  'launch openid fhirUser online_access patient/Patient.r patient/Condition.rs patient/MedicationRequest.rs patient/Medication.rs patient/AllergyIntolerance.rs patient/Observation.rs patient/Procedure.rs';
/** Ten days after the "today" of the samples. */
export const CLOCK = new Date(2026, 11, 2, 9, 0);

export type Fetch = (request: Request) => Promise<Response>;
export type Fields = Readonly<Record<string, string>>;
export type Body = Readonly<Record<string, unknown>>;

/** The sandbox with the project's samples; an address that it does not serve is an error. */
export function sandbox(options: Partial<SandboxOptions> = {}): Fetch {
  const { handle } = createSandbox({ patients: loadSamples(), now: () => CLOCK, ...options });
  return async (request) => {
    const answer = await handle(request);
    if (answer === undefined) throw new Error(`not served: ${request.url}`);
    return answer;
  };
}

export function post(address: string, fields: Fields): Request {
  return new Request(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

/** The launch value for a patient, with the switches of the chart page. */
export async function launchFor(
  send: Fetch,
  patient: string,
  switches: Fields = {},
  origin = ORIGIN,
): Promise<string> {
  const answer = await send(post(`${origin}/ehr/launch`, { patient, target: 'tab', ...switches }));
  const address = answer.headers.get('location');
  if (address === null) throw new Error(`no launch: ${answer.status}`);
  return new URL(address).searchParams.get('launch') ?? '';
}

export interface Proof {
  readonly verifier: string;
  readonly challenge: string;
}

export function proof(): Proof {
  const verifier = randomBytes(48).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The parameters of a good authorization request. */
export function authorizeFields(launch: string, { challenge }: Proof, origin = ORIGIN): Fields {
  return {
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: `${origin}/index.html`,
    launch,
    scope: SCOPE,
    state: 'state-of-43-characters',
    aud: `${origin}/ehr/fhir`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
}

/** Where the authorization endpoint sends the browser. */
export async function authorize(send: Fetch, fields: Fields, origin = ORIGIN): Promise<URLSearchParams> {
  const address = `${origin}/ehr/oauth/authorize?${new URLSearchParams(fields).toString()}`;
  const answer = await send(new Request(address, { redirect: 'manual' }));
  const back = answer.headers.get('location');
  if (answer.status !== 302 || back === null) throw new Error(`no redirect: ${answer.status}`);
  return new URL(back).searchParams;
}

export function codeFields(code: string, { verifier }: Proof, origin = ORIGIN): Fields {
  return {
    grant_type: 'authorization_code',
    client_id: CLIENT,
    redirect_uri: `${origin}/index.html`,
    code,
    code_verifier: verifier,
  };
}

export async function token(
  send: Fetch,
  fields: Fields,
  origin = ORIGIN,
): Promise<{ status: number; body: Body }> {
  const answer = await send(post(`${origin}/ehr/oauth/token`, fields));
  return { status: answer.status, body: (await answer.json()) as Body };
}

/** The whole sign-in: the token response for a patient. */
export async function signIn(
  send: Fetch,
  patient: string,
  switches: Fields = {},
  scope = SCOPE,
  origin = ORIGIN,
): Promise<Body> {
  const pkce = proof();
  const launch = await launchFor(send, patient, switches, origin);
  const back = await authorize(send, { ...authorizeFields(launch, pkce, origin), scope }, origin);
  const { status, body } = await token(send, codeFields(back.get('code') ?? '', pkce, origin), origin);
  if (status !== 200) throw new Error(`no token: ${JSON.stringify(body)}`);
  return body;
}

export type Get = (path: string) => Promise<Response>;

/** FHIR GETs with a token; paths are below the FHIR base, next links are absolute. */
export function fhirGet(send: Fetch, accessToken: unknown, base = FHIR): Get {
  return (path) =>
    send(
      new Request(path.startsWith('http') ? path : `${base}/${path}`, {
        headers: { authorization: `Bearer ${String(accessToken)}` },
      }),
    );
}

/** FHIR GETs of a fresh sign-in. */
export async function chartOf(
  send: Fetch,
  patient: string,
  switches: Fields = {},
  scope = SCOPE,
): Promise<Get> {
  return fhirGet(send, (await signIn(send, patient, switches, scope)).access_token);
}

export interface Entry {
  readonly fullUrl: string;
  readonly resource: Body & { readonly id: string; readonly resourceType: string };
  readonly search: { readonly mode: string };
}

export interface Searchset {
  readonly resourceType: string;
  readonly type: string;
  readonly total: number;
  readonly link: readonly { readonly relation: string; readonly url: string }[];
  readonly entry?: readonly Entry[];
}

export async function searchset(get: Get, path: string): Promise<Searchset> {
  const answer = await get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Searchset;
}

/** Ids of the matches on one page, in order. */
export async function ids(get: Get, path: string): Promise<readonly string[]> {
  const { entry = [] } = await searchset(get, path);
  return entry.filter(({ search }) => search.mode === 'match').map(({ resource }) => resource.id);
}
