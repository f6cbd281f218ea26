import { isRecord, parseJson, textOf } from './json';
import type { JsonRecord } from './json';
import type { Page } from './page';
import { HardenedAdapter } from './smart-adapter';
import { NOTES, forgetLaunch } from './stored-launch';
import type { LaunchNotes, StoredLaunch } from './stored-launch';

/** fhirclient's own, named through the adapter: only that file imports the library. */
type Client = Awaited<ReturnType<ReturnType<HardenedAdapter['getSmartApi']>['ready']>>;

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
