import BrowserAdapter from 'fhirclient/lib/adapters/BrowserAdapter';
import { isRecord, parseJson, textOf } from './json';
import { bareAddress } from './page';
import type { Page } from './page';
import type { Discovery } from './discovery';
import { NOTES } from './stored-launch';
import type { LaunchNotes } from './stored-launch';

/*
 * The only importer of fhirclient (2.6.3): here it writes the authorize request and makes PKCE; in `grant` it exchanges
 * the code, keeps and renews the token. Every repair of its behaviour stands in these two files, with its reason.
 * https://github.com/smart-on-fhir/client-js
 */

/** A CommonJS module: bundlers and Node hand out its default export in two different ways. */
const unwrap = (
  found: typeof BrowserAdapter | { readonly default: typeof BrowserAdapter },
): typeof BrowserAdapter => (typeof found === 'function' ? found : found.default);

export class HardenedAdapter extends unwrap(BrowserAdapter) {
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
  const { discovery } = request;
  const adapter = new HardenedAdapter(page);
  const random = () => adapter.base64urlencode(adapter.security.randomBytes(32));
  // fhirclient's own state has 95 bits of Math.random; SMART asks for 122 bits that nobody can foresee.
  const key = random();
  const openid = request.scope.split(/\s+/).includes('openid');
  const notes: LaunchNotes = { ...request.notes, ...(openid ? { nonce: random() } : {}) };
  const prepared = await adapter.getSmartApi().authorize({
    iss: request.issuer,
    ...(notes.launch === '' ? {} : { launch: notes.launch }),
    clientId: notes.site.clientId,
    scope: request.scope,
    redirectUri: new URL('index.html', page.address()).href,
    stateKey: key,
    // The default sends no challenge when the EHR does not announce one. "unsafeV1" sends it unannounced.
    pkceMode: notes.site.pkceUnannounced === undefined ? 'required' : 'unsafeV1',
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
  // fhirclient knows no nonce; athenahealth refuses openid without one, and it ties the id_token to this launch.
  if (notes.nonce !== undefined) address.searchParams.append('nonce', notes.nonce);
  return address.href;
}
