import { jsonAnswer, redirect, textAnswer } from './answers';
import { AUTHORIZE_ERRORS, OLD_VERSIONS, REQUESTS_BEFORE_EXPIRY, readOldVersion } from './faults';
import type { OldVersion } from './faults';
import { CLINICIAN, CLINICIAN_NAME } from './identity';
import type { Identity } from './identity';
import type { Chart } from './charts';
import { pickPage } from './pages';
import { personalityOf, withoutUndefined } from './personalities';
import type { EhrName } from './personalities';
import { grantable, isWellFormed } from './scopes';
import { randomId, sha256Base64url } from './seal';
import type { Grant, Seal } from './seal';

/** The one app that is registered here: a public client. */
export const CLIENT_ID = 'backsafe-sandbox';
const CODE_MS = 60_000;
const TOKEN_SECONDS = 3_600;
const REFRESH_MS = 12 * 3_600_000;

/** Addresses of one EHR of the sandbox; `origin` is where the request came to. */
export interface Addresses {
  readonly fhirBase: string;
  readonly issuer: string;
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  readonly keys: string;
}

export function addressesAt(origin: string, name: EhrName = 'plain', version?: OldVersion): Addresses {
  const ehr = name === 'plain' ? `${origin}/ehr` : `${origin}/ehr/${name}`;
  return {
    fhirBase: version === undefined ? `${ehr}/fhir` : `${ehr}/${version}/fhir`,
    issuer: ehr,
    authorize: `${ehr}/oauth/authorize`,
    token: `${ehr}/oauth/token`,
    revoke: `${ehr}/oauth/revoke`,
    keys: `${ehr}/oauth/jwks`,
  };
}

/** Every FHIR address of one EHR: its data stand behind one sign-in. */
const bases = (origin: string, ehr: EhrName): readonly string[] =>
  [undefined, ...Object.keys(OLD_VERSIONS)].map(
    (version) => addressesAt(origin, ehr, readOldVersion(version)).fhirBase,
  );

interface SmartOptions {
  readonly seal: Seal;
  readonly identity: Identity;
  readonly now: () => Date;
  /** Whom the user may pick in a standalone launch. */
  readonly patientsOf: (ehr: EhrName) => ReadonlyMap<string, Chart>;
  /** Whether the app registered this exact redirect address. */
  readonly isRegistered: (redirectUri: string, origin: string) => boolean;
}

export interface Smart {
  readonly authorize: (parameters: URLSearchParams, origin: string, ehr: EhrName) => Promise<Response>;
  readonly token: (form: URLSearchParams, origin: string, ehr: EhrName) => Promise<Response>;
  readonly revoke: (form: URLSearchParams) => Promise<Response>;
  /** The grant behind an Authorization header; undefined when a FHIR request must get 401. Counts the request. */
  readonly grantOf: (authorization: string | null) => Promise<Grant | undefined>;
}

/** SMART App Launch 2.2, EHR launch of a public client: https://hl7.org/fhir/smart-app-launch/app-launch.html */
export function createSmart({ seal, identity, now, patientsOf, isRegistered }: SmartOptions): Smart {
  /** Spent codes and refresh tokens, each with its session, and sessions that are over. */
  const spent = new Map<string, string>();
  const over = new Set<string>();
  const requests = new Map<string, number>();
  const isLive = (grant: Grant): boolean => grant.expires > now().getTime() && !over.has(grant.session);

  async function authorize(parameters: URLSearchParams, origin: string, ehr: EhrName): Promise<Response> {
    const asked = (name: string): string => parameters.get(name) ?? '';
    const redirectUri = asked('redirect_uri');
    // Before these two are known good, an answer on the redirect would make an open redirector.
    if (asked('client_id') !== CLIENT_ID) return refusalPage('This app (client_id) is not registered.');
    if (!isRegistered(redirectUri, origin)) return refusalPage('This redirect address is not registered.');
    const back = (answer: Readonly<Record<string, string>>): Response => {
      const address = new URL(redirectUri);
      for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value);
      if (asked('state') !== '') address.searchParams.set('state', asked('state'));
      return redirect(address.href, 302);
    };
    const refuse = (error: string, error_description: string): Response => back({ error, error_description });

    if (asked('response_type') !== 'code')
      return refuse('unsupported_response_type', 'Only response_type=code is supported.');
    if (asked('state') === '') return refuse('invalid_request', 'state is missing.');
    if (asked('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(asked('code_challenge')))
      return refuse('invalid_request', 'PKCE with S256 is required.');
    if (!bases(origin, ehr).includes(asked('aud').replace(/\/$/, '')))
      return refuse('invalid_request', 'aud is not the FHIR address of this EHR.');
    const requested = asked('scope').split(' ').filter(Boolean);
    if (!isWellFormed(requested)) return refuse('invalid_scope', 'A scope is not well formed.');
    const standalone = requested.includes('launch/patient');
    if (requested.includes('launch') === standalone)
      return refuse('invalid_scope', 'One of the scopes launch and launch/patient is required.');
    const { scopes, needsNonce } = personalityOf(ehr);
    if (scopes !== undefined && !requested.every((scope) => scopes.includes(scope)))
      return refuse('invalid_scope', 'A scope is not known here.');
    if (needsNonce === true && requested.includes('openid') && asked('nonce') === '')
      return refuse('invalid_request', 'openid needs a nonce.');
    const picked = asked('picked');
    if (standalone && !patientsOf(ehr).has(picked)) {
      const address = (id: string): string =>
        `${addressesAt(origin, ehr).authorize}?${new URLSearchParams([...parameters, ['picked', id]]).toString()}`;
      return textAnswer(pickPage([...patientsOf(ehr).values()], address), 'text/html');
    }
    const launch = standalone
      ? { patient: picked, ehr, faults: {}, expires: now().getTime() + CODE_MS }
      : await seal.open('launch', asked('launch'));
    if (launch?.ehr !== ehr || launch.expires <= now().getTime())
      return refuse('invalid_request', 'The launch is unknown or has expired.');
    const fault = AUTHORIZE_ERRORS.find((error) => error === launch.faults.signIn);
    if (fault !== undefined) return refuse(fault, 'The sandbox was told to refuse this sign-in.');

    const code = await seal.close('code', {
      id: randomId(),
      session: randomId(),
      patient: launch.patient,
      ehr,
      faults: launch.faults,
      clientId: CLIENT_ID,
      scope: grantable(requested).join(' '),
      generation: 0,
      expires: now().getTime() + CODE_MS,
      redirectUri,
      challenge: asked('code_challenge'),
      ...(asked('nonce') === '' ? {} : { nonce: asked('nonce') }),
    });
    return back({ code });
  }

  async function token(form: URLSearchParams, origin: string, ehr: EhrName): Promise<Response> {
    if (form.get('client_id') !== CLIENT_ID)
      return tokenError('invalid_client', 'client_id is missing or not registered.', 401);
    if (form.get('grant_type') === 'authorization_code') return fromCode(form, origin, ehr);
    if (form.get('grant_type') === 'refresh_token') return fromRefresh(form, ehr);
    return tokenError('unsupported_grant_type', 'grant_type is not supported.');
  }

  async function fromCode(form: URLSearchParams, origin: string, ehr: EhrName): Promise<Response> {
    const code = await seal.open('code', form.get('code') ?? '');
    if (code?.ehr !== ehr || !isLive(code)) return tokenError('invalid_grant', 'The code is not valid.');
    const verified = (await sha256Base64url(form.get('code_verifier') ?? '')) === code.challenge;
    if (spent.has(code.id)) {
      // RFC 6749 4.1.2: a code that comes twice was stolen; what it gave is taken back.
      over.add(code.session);
      return tokenError('invalid_grant', 'The code was used before.');
    }
    if (form.get('redirect_uri') !== code.redirectUri)
      return tokenError('invalid_grant', 'redirect_uri is not the one of the sign-in.');
    if (!verified) return tokenError('invalid_grant', 'code_verifier does not fit.');
    spent.set(code.id, code.session);
    const seconds = Math.floor(now().getTime() / 1000);
    const { issuer, fhirBase } = addressesAt(origin, ehr);
    const idToken = await identity.idToken({
      iss: issuer,
      aud: CLIENT_ID,
      sub: CLINICIAN.id,
      iat: seconds,
      exp: seconds + TOKEN_SECONDS,
      ...(code.nonce === undefined ? {} : { nonce: code.nonce }),
      ...(has(code, 'fhirUser') ? { fhirUser: `${fhirBase}/Practitioner/${CLINICIAN.id}` } : {}),
      ...(has(code, 'profile') ? { name: CLINICIAN_NAME } : {}),
    });
    return jsonAnswer({ ...(await tokens(code)), ...(has(code, 'openid') ? { id_token: idToken } : {}) });
  }

  async function fromRefresh(form: URLSearchParams, ehr: EhrName): Promise<Response> {
    const old = await seal.open('refresh', form.get('refresh_token') ?? '');
    if (old?.ehr !== ehr || !isLive(old) || old.faults.signIn === 'session-ends')
      return tokenError('invalid_grant', 'The refresh token is not valid.');
    if (spent.has(old.id)) {
      // RFC 9700 4.14.2: each refresh token works once; a second use ends the session.
      over.add(old.session);
      return tokenError('invalid_grant', 'The refresh token was used before.');
    }
    spent.set(old.id, old.session);
    return jsonAnswer(await tokens({ ...old, generation: old.generation + 1 }));
  }

  async function tokens(grant: Grant): Promise<Readonly<Record<string, unknown>>> {
    const { patient, ehr, faults, clientId, scope, session, generation } = grant;
    const common = { patient, ehr, faults, clientId, scope, session, generation };
    const { tokenSeconds = TOKEN_SECONDS, token: changed = {} } = personalityOf(ehr);
    const issue = (kind: 'access' | 'refresh', milliseconds: number): Promise<string> =>
      seal.close(kind, { ...common, id: randomId(), expires: now().getTime() + milliseconds });
    const keeps = has(grant, 'online_access') || has(grant, 'offline_access');
    return withoutUndefined({
      access_token: await issue('access', tokenSeconds * 1000),
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      scope,
      need_patient_banner: true,
      ...(faults.signIn === 'no-patient' ? {} : { patient }),
      ...(keeps ? { refresh_token: await issue('refresh', REFRESH_MS) } : {}),
      ...changed,
    });
  }

  async function revoke(form: URLSearchParams): Promise<Response> {
    const given = form.get('token') ?? '';
    const grant = (await seal.open('access', given)) ?? (await seal.open('refresh', given));
    if (grant !== undefined) over.add(grant.session);
    // RFC 7009 2.2: an unknown token is answered like a known one.
    return new Response(null, { status: 200 });
  }

  async function grantOf(authorization: string | null): Promise<Grant | undefined> {
    const [, given = ''] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    const grant = await seal.open('access', given);
    if (grant === undefined || !isLive(grant)) return undefined;
    const { signIn } = grant.faults;
    if (signIn !== 'session-ends' && (signIn !== 'session-renews' || grant.generation > 0)) return grant;
    const count = (requests.get(grant.id) ?? 0) + 1;
    requests.set(grant.id, count);
    return count > REQUESTS_BEFORE_EXPIRY ? undefined : grant;
  }

  return { authorize, token, revoke, grantOf };
}

function has(grant: Grant, scope: string): boolean {
  return grant.scope.split(' ').includes(scope);
}

function tokenError(error: string, error_description: string, status = 400): Response {
  return jsonAnswer({ error, error_description }, status);
}

function refusalPage(reason: string): Response {
  const page = textAnswer(`Sandbox EHR: the sign-in was refused.\n${reason}\n`, 'text/plain');
  return new Response(page.body, { status: 400, headers: page.headers });
}

export function smartConfiguration(origin: string, ehr: EhrName): Readonly<Record<string, unknown>> {
  const { issuer, authorize, token, revoke, keys } = addressesAt(origin, ehr);
  const plain = {
    issuer,
    jwks_uri: keys,
    authorization_endpoint: authorize,
    token_endpoint: token,
    revocation_endpoint: revoke,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: [
      'openid',
      'fhirUser',
      'profile',
      'launch',
      'online_access',
      'offline_access',
      'patient/*.rs',
    ],
    capabilities: [
      'launch-ehr',
      'launch-standalone',
      'authorize-post',
      'client-public',
      'sso-openid-connect',
      'context-ehr-patient',
      'context-standalone-patient',
      'context-banner',
      'permission-online',
      'permission-offline',
      'permission-patient',
      'permission-v1',
      'permission-v2',
    ],
  };
  return withoutUndefined(personalityOf(ehr).configuration?.(plain) ?? plain);
}

export function openidConfiguration(origin: string, ehr: EhrName): Readonly<Record<string, unknown>> {
  const { issuer, authorize, token, keys } = addressesAt(origin, ehr);
  return {
    issuer,
    authorization_endpoint: authorize,
    token_endpoint: token,
    jwks_uri: keys,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
  };
}
