import { isRecord, parseJson, textOf } from './json';
import type { Page } from './page';
import { readSite } from './read-site';
import type { Site } from './types';

/** What the launch page writes beside fhirclient's record, for the page on which the sign-in ends. */
export interface LaunchNotes {
  readonly site: Site;
  /** The `launch` value of the EHR, empty in a standalone launch: needed again when the first request for scopes is refused. */
  readonly launch: string;
  readonly revocationEndpoint?: string;
  /** Comes back in the id_token of this launch. */
  readonly nonce?: string;
  /** An administrator asked what works here instead of the review. */
  readonly diagnose: boolean;
  /** When the launch began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** True when the smaller list of scopes was asked for already. */
  readonly retried: boolean;
  /** End of the access token in milliseconds since 1970; absent when the EHR did not tell. */
  readonly expiresAt?: number | undefined;
}

export interface StoredLaunch {
  readonly key: string;
  readonly issuer: string;
  readonly scope: string;
  /** A token of this launch is here already: the page was reloaded. */
  readonly signedIn: boolean;
  /** It may get a new token when this one is over. */
  readonly renewable: boolean;
  readonly notes: LaunchNotes;
}

/** 32 random bytes as base64url: the only keys we make, so that `?state=` can name no other entry of the storage. */
export const KEY = /^[A-Za-z0-9_-]{43}$/;
export const NOTES = 'backsafe';

/** The launch that `state` names in this tab; undefined when it is not of this tab, was wiped or cannot be read. */
export function storedLaunch(page: Page, state: string | null): StoredLaunch | undefined {
  if (state === null || !KEY.test(state)) return undefined;
  const record = parseJson(page.storage().getItem(state) ?? '');
  if (!isRecord(record)) return undefined;
  const issuer = textOf(record.serverUrl);
  const notes = readNotes(record[NOTES]);
  if (issuer === undefined || notes === undefined || record.key !== state) return undefined;
  const token = record.tokenResponse;
  return {
    key: state,
    issuer,
    scope: textOf(record.scope) ?? '',
    renewable: isRecord(token) && textOf(token.refresh_token) !== undefined,
    signedIn: isRecord(token) && textOf(token.access_token) !== undefined,
    notes,
  };
}

/** Removes everything a launch left in the tab. */
export function forgetLaunch(page: Page, key: string): void {
  page.storage().removeItem(key);
}

function readNotes(value: unknown): LaunchNotes | undefined {
  if (!isRecord(value)) return undefined;
  const site = readSite(value.site);
  const { launch } = value;
  const revocationEndpoint = textOf(value.revocationEndpoint);
  const nonce = textOf(value.nonce);
  if (!site.ok || typeof launch !== 'string') return undefined;
  return {
    site: site.site,
    launch,
    ...(revocationEndpoint === undefined ? {} : { revocationEndpoint }),
    ...(nonce === undefined ? {} : { nonce }),
    diagnose: value.diagnose === true,
    startedAt: typeof value.startedAt === 'number' ? value.startedAt : 0,
    retried: value.retried === true,
    ...(typeof value.expiresAt === 'number' ? { expiresAt: value.expiresAt } : {}),
  };
}
