import BrowserAdapter from 'fhirclient/lib/adapters/BrowserAdapter';
import type Client from 'fhirclient/lib/Client';
import { isRecord, parseJson, textOf } from './json';
import type { JsonRecord } from './json';
import { bareAddress } from './page';
import type { Page } from './page';
import type { Discovery } from './discovery';
import { NOTES, forgetLaunch } from './stored-launch';
import type { LaunchNotes, StoredLaunch } from './stored-launch';

/*
 * The only importer of fhirclient (2.6.3): it writes the authorize request, makes PKCE, exchanges the code, keeps and
 * renews the token. Every repair of its behaviour stands in this file, with its reason.
 * https://github.com/smart-on-fhir/client-js
 */

/** A CommonJS module: bundlers and Node hand out its default export in two different ways. */
const unwrap = (
  found: typeof BrowserAdapter | { readonly default: typeof BrowserAdapter },
): typeof BrowserAdapter => (typeof found === 'function' ? found : found.default);

class HardenedAdapter extends unwrap(BrowserAdapter) {
  readonly #page: Page;
  #closed = false;

  constructor(page: Page) {
    super({
      // The key of the launch stays in the address. Otherwise two launches that share a storage (frames of one EHR
      // window) mix: after a reload the first chart shows the second patient.
      // https://github.com/smart-on-fhir/client-js/issues/109
      fullSessionStorageSupport: false,
      // The session removes the code from the address itself.
      replaceBrowserHistory: false,
      // A public client has to name itself when it refreshes (RFC 6749, 3.2.1); without this the request has no client.
      refreshTokenWithClientId: true,
      refreshTokenWithCredentials: 'omit',
    });
    this.#page = page;
  }

  /**
   * Without query: `clientId`, `fhirServiceUrl`, `patientId` and `iss` in the address would override what the caller
   * passes, and `fhirServiceUrl` would start a launch without any sign-in.
   */
  override getUrl(): URL {
    return new URL(bareAddress(this.#page));
  }

  /** The storage of the page; deaf after `close`, so that a late refresh cannot bring wiped tokens back. */
  override getStorage() {
    const storage = this.#page.storage();
    return {
      get: (key: string): Promise<unknown> => Promise.resolve(parseJson(storage.getItem(key) ?? 'null')),
      set: (key: string, value: unknown): Promise<unknown> => {
        if (!this.#closed) storage.setItem(key, JSON.stringify(value));
        return Promise.resolve(value);
      },
      unset: (key: string): Promise<boolean> => {
        storage.removeItem(key);
        return Promise.resolve(true);
      },
    };
  }

  /**
   * Used by fhirclient to look inside tokens only. Its own fails on base64url and on names outside ASCII, and throws on
   * an opaque access token with a dot in it, after the code was spent. What is no JSON reads as `null`.
   */
  override atob(text: string): string {
    return decodeJson(text) ?? 'null';
  }

  close(): void {
    this.#closed = true;
  }
}

function decodeJson(text: string): string | undefined {
  try {
    const binary = globalThis.atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    const json = new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
    return parseJson(json) === undefined ? undefined : json;
  } catch {
    return undefined;
  }
}

export interface SignInRequest {
  readonly issuer: string;
  readonly scope: string;
  readonly discovery: Discovery;
  readonly notes: LaunchNotes;
}

/**
 * Stores a new launch in the tab and returns the address of the EHR's sign-in page.
 * @throws Error when the EHR stops answering on the way.
 */
export async function prepareSignIn(page: Page, request: SignInRequest): Promise<string> {
  const { discovery, notes } = request;
  const adapter = new HardenedAdapter(page);
  // fhirclient's own state has 95 bits of Math.random; SMART asks for 122 bits that nobody can foresee.
  const key = adapter.base64urlencode(adapter.security.randomBytes(32));
  const prepared = await adapter.getSmartApi().authorize({
    iss: request.issuer,
    launch: notes.launch,
    clientId: notes.site.clientId,
    scope: request.scope,
    redirectUri: new URL('index.html', page.address()).href,
    stateKey: key,
    // The default sends no challenge when the EHR does not announce one.
    pkceMode: 'required',
    // Otherwise a frame hands its sign-in to the window around it, which is the EHR.
    // https://github.com/smart-on-fhir/client-js/issues/75
    completeInTarget: true,
    noRedirect: true,
    // The launch page has just read this document; the browser may take its copy.
    wellKnownRequestOptions: { cache: 'force-cache', credentials: 'omit' },
  });
  const storage = adapter.getStorage();
  const stored = await storage.get(key);
  const own = isRecord(stored) ? textOf(stored.authorizeUri) : undefined;
  if (typeof prepared !== 'string' || !isRecord(stored) || own === undefined)
    throw new Error('the launch could not be stored');
  // The endpoints that were checked are the ones that are used. fhirclient neither resolves relative ones nor knows
  // that an authorize endpoint may have a query of its own.
  await storage.set(key, {
    ...stored,
    authorizeUri: discovery.authorizationEndpoint.href,
    tokenUri: discovery.tokenEndpoint.href,
    [NOTES]: notes,
  });
  const address = new URL(discovery.authorizationEndpoint);
  const query = prepared.slice(`${own}?`.length);
  address.search = address.search === '' ? query : `${address.search}&${query}`;
  return address.href;
}

/** The answer of the token endpoint and what can be done with it. */
export interface Grant {
  readonly token: () => JsonRecord;
  /** The claims of the id_token, unverified: to be shown or to refuse, never to allow. */
  readonly claims: JsonRecord | undefined;
  /** End of the access token in milliseconds since 1970; undefined when the EHR did not tell. */
  readonly expiresAt: () => number | undefined;
  /** Asks for a new access token. False when there is no right to or the EHR did not give one. */
  readonly renew: (signal: AbortSignal) => Promise<boolean>;
  /** Removes the tokens from the tab for good. */
  readonly discard: () => void;
}

/**
 * Exchanges the code for a token, or finds the token again after a reload.
 * @param code the code of the address, decoded; absent after a reload.
 * @throws Error of fhirclient; `tokenErrorCode` reads it.
 */
export async function redeem(page: Page, launch: StoredLaunch, code: string | undefined): Promise<Grant> {
  const adapter = new HardenedAdapter(page);
  const client = await adapter.getSmartApi().ready({
    stateKey: launch.key,
    // fhirclient writes the code into the form as it is: `a+b&c` would arrive as `a b`.
    ...(code === undefined ? {} : { code: encodeURIComponent(code) }),
  });
  let expiresAt = launch.signedIn ? launch.notes.expiresAt : expiryOf(client, page.now());
  const persist = () => {
    const notes: LaunchNotes = { ...launch.notes, expiresAt };
    void adapter.getStorage().set(launch.key, { ...client.state, [NOTES]: notes });
  };
  if (!launch.signedIn) persist();

  async function renew(signal: AbortSignal): Promise<boolean> {
    const before = tokenOf(client);
    const refreshToken = textOf(before.refresh_token);
    if (refreshToken === undefined) return false;
    // fhirclient refuses to refresh unless the *granted* scope names online_access or offline_access; EHRs grant
    // refresh tokens without saying so. https://github.com/smart-on-fhir/client-js/issues/60
    const scope = textOf(before.scope) ?? '';
    const widened = `${scope} online_access`;
    client.state.tokenResponse = { ...before, scope: widened };
    try {
      await client.refresh({ signal });
      expiresAt = expiryOf(client, page.now());
      return true;
    } catch (thrown) {
      // fhirclient drops the refresh token on any failure, but only an answer of the EHR makes it worthless.
      if (!isRefusal(thrown))
        client.state.tokenResponse = { ...tokenOf(client), refresh_token: refreshToken };
      return false;
    } finally {
      const after = tokenOf(client);
      if (after.scope === widened) client.state.tokenResponse = { ...after, scope };
      persist();
    }
  }

  const idToken = textOf(tokenOf(client).id_token);
  const claims = idToken === undefined ? undefined : parseJson(adapter.atob(idToken.split('.')[1] ?? ''));
  return {
    token: () => tokenOf(client),
    claims: isRecord(claims) ? claims : undefined,
    expiresAt: () => expiresAt,
    renew,
    discard: () => {
      adapter.close();
      client.state.tokenResponse = {};
      forgetLaunch(page, launch.key);
    },
  };
}

function tokenOf(client: Client): JsonRecord {
  const token: unknown = client.state.tokenResponse;
  return isRecord(token) ? token : {};
}

/**
 * From `expires_in` alone, which some servers send as a string. fhirclient guesses five minutes when it is absent; a
 * token with an unknown end is used until the EHR answers 401.
 */
function expiryOf(client: Client, now: number): number | undefined {
  const seconds = Number(tokenOf(client).expires_in);
  return Number.isFinite(seconds) && seconds > 0 ? now + seconds * 1000 : undefined;
}

function isRefusal(thrown: unknown): boolean {
  return isRecord(thrown) && (thrown.status === 400 || thrown.status === 401);
}

/**
 * The OAuth error code with which the token endpoint refused, as in `invalid_grant`; undefined when it did not answer
 * or gave none. fhirclient keeps it only in the third line of the message.
 */
export function tokenErrorCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !isRecord(thrown) || typeof thrown.status !== 'number') return undefined;
  return /^([a-z_]+)(?::|$)/.exec(thrown.message.split('\n')[2] ?? '')?.[1];
}
