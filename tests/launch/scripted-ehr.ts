import { createHash } from 'node:crypto';
import { json, serve } from './serve';

export interface Script {
  /** Laid over the usual smart-configuration; a key with undefined leaves it out. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** Served in place of a SMART configuration, at /metadata, as by servers before SMART 2. */
  readonly metadata?: (origin: string) => Readonly<Record<string, unknown>>;
  /** Parameters of the redirect back to the app, without state. */
  readonly authorize?: (query: URLSearchParams) => Readonly<Record<string, string>>;
  /** The answer of the token endpoint, once client, code, redirect address and verifier have been found right. */
  readonly token?: (form: URLSearchParams, grants: number) => Response | Record<string, unknown>;
}

export interface ScriptedEhr {
  readonly fhirBase: string;
  readonly origin: string;
  /** Every request, as in `POST /oauth/token`. */
  readonly requests: string[];
  /** The forms that arrived at the token and revocation endpoints. */
  readonly forms: URLSearchParams[];
  readonly close: () => Promise<void>;
}

export const TOKEN = {
  access_token: 'opaque-access',
  token_type: 'Bearer',
  expires_in: 3600,
  scope: 'launch openid fhirUser patient/*.rs',
  patient: 'pat-1',
};

/**
 * An EHR with quirks that the sandbox does not have. It checks what every conformant server checks (redirect address,
 * code, PKCE verifier, client) and lets the script decide what it answers.
 */
export async function startScriptedEhr(script: Script): Promise<ScriptedEhr> {
  const requests: string[] = [];
  const forms: URLSearchParams[] = [];
  const codes = new Map<string, URLSearchParams>();
  let grants = 0;

  function authorize(query: URLSearchParams): Response {
    const answer = script.authorize?.(query) ?? { code: 'plain-code' };
    if (answer.code !== undefined) codes.set(answer.code, query);
    const back = new URL(query.get('redirect_uri') ?? '');
    for (const [name, value] of Object.entries({ state: query.get('state') ?? '', ...answer }))
      back.searchParams.set(name, value);
    return new Response(null, { status: 302, headers: { location: back.href } });
  }

  function token(form: URLSearchParams): Response {
    if (form.get('client_id') === null) return json({ error: 'invalid_client' }, 401);
    if (form.get('grant_type') === 'authorization_code') {
      const asked = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (
        asked?.get('code_challenge') !== challenge ||
        asked.get('code_challenge_method') !== 'S256' ||
        asked.get('redirect_uri') !== form.get('redirect_uri')
      )
        return json({ error: 'invalid_grant' }, 400);
    }
    grants += 1;
    const answer = script.token?.(form, grants) ?? TOKEN;
    return answer instanceof Response ? answer : json(answer);
  }

  const served = await serve(async (request) => {
    const url = new URL(request.url);
    requests.push(`${request.method} ${url.pathname}`);
    if (script.metadata !== undefined && url.pathname === '/r4/metadata')
      return json(script.metadata(url.origin));
    if (script.metadata === undefined && url.pathname === '/r4/.well-known/smart-configuration')
      return json({
        authorization_endpoint: `${url.origin}/oauth/authorize`,
        token_endpoint: `${url.origin}/oauth/token`,
        code_challenge_methods_supported: ['S256'],
        capabilities: ['launch-ehr', 'client-public', 'permission-v2'],
        ...script.configuration,
      });
    if (url.pathname === '/oauth/authorize') return authorize(url.searchParams);
    if (request.method !== 'POST') return undefined;
    const form = new URLSearchParams(await request.text());
    forms.push(form);
    return url.pathname === '/oauth/token' ? token(form) : new Response(null, { status: 200 });
  });
  return { ...served, fhirBase: `${served.origin}/r4`, requests, forms };
}
