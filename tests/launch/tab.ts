import { completeLaunch } from '../../src/launch/session';
import { startLaunch } from '../../src/launch/launch';
import type { Page } from '../../src/launch/page';
import type { LaunchProblem, LaunchResult, Session, Site } from '../../src/launch/types';
import { json, serve } from './serve';
import type { Served } from './serve';

export const CLIENT_ID = 'backsafe-sandbox';

/** A registry entry for an EHR. */
export function siteFor(issuer: string, changed: Partial<Site> = {}): Site {
  return {
    issuer,
    clientId: CLIENT_ID,
    standalone: false,
    authorizeOrigins: [],
    connectOrigins: [],
    frameAncestors: [],
    ehr: 'other',
    formulary: 'us',
    clinics: [
      {
        name: 'Oak Street Clinic',
        phone: '(555) 010-0100',
        afterHoursPhone: '(555) 010-0101',
        locations: [],
      },
    ],
    emergencyNumber: '911',
    poisonLine: '1-800-222-1222',
    support: 'EHR support desk',
    pageSize: 'Letter',
    idleMinutes: 15,
    rules: [],
    testSystem: true,
    ...changed,
  };
}

/** The folder the app is served from, with its config.json. */
export async function serveApp(sites: () => readonly Site[]): Promise<Served> {
  return serve((request) =>
    new URL(request.url).pathname === '/app/config.json' ? json({ sites: sites() }) : undefined,
  );
}

/** One browser tab: an address bar, a storage, and every address it has shown. */
export class Tab implements Page {
  readonly secure: boolean = true;
  readonly framed: boolean = true;
  readonly shown: string[] = [];
  /** Milliseconds by which the tab's clock is ahead. */
  later = 0;
  #left: string | undefined;

  /** Frames of one EHR window may share a storage; pass it to make such a pair. */
  constructor(readonly entries: Map<string, string> = new Map<string, string>()) {}

  readonly address = (): string => this.shown.at(-1) ?? 'about:blank';
  readonly leaveFor = (address: string): void => {
    this.#left = address;
  };
  readonly rewriteAddress = (address: string): void => {
    this.shown.push(address);
  };
  readonly now = (): number => Date.now() + this.later;
  readonly storage = () => ({
    getItem: (key: string) => this.entries.get(key) ?? null,
    setItem: (key: string, value: string) => void this.entries.set(key, value),
    removeItem: (key: string) => void this.entries.delete(key),
    key: (index: number) => [...this.entries.keys()][index] ?? null,
    length: this.entries.size,
  });

  /** What launch.html does when an EHR opens it. The sign-in address, or the problem. */
  async launch(app: string, query: Readonly<Record<string, string>>): Promise<string | LaunchProblem> {
    this.shown.push(`${app}/app/launch.html?${new URLSearchParams(query).toString()}`);
    this.#left = undefined;
    return (await startLaunch(this)) ?? this.#left ?? 'stayed without a problem';
  }

  /** Follows the sign-in address to where the EHR sends the browser. */
  async follow(signIn: string): Promise<string> {
    const answer = await fetch(signIn, { redirect: 'manual' });
    const back = answer.headers.get('location');
    if (back === null)
      throw new Error(`no redirect, but ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return back;
  }

  /** What index.html does at this address. */
  async open(address: string): Promise<LaunchResult> {
    this.shown.push(address);
    return completeLaunch(this);
  }

  /** The same address once more, as after F5. */
  reload(): Promise<LaunchResult> {
    return this.open(this.address());
  }

  /** Where the page has left for since the launch, if it did. */
  get left(): string | undefined {
    return this.#left;
  }
}

/** The whole launch, which has to end in a session. */
export async function signedIn(
  tab: Tab,
  app: string,
  query: Readonly<Record<string, string>>,
): Promise<Session> {
  return sessionOf(await tab.open(await tab.follow(addressOf(await tab.launch(app, query)))));
}

export function addressOf(left: string | LaunchProblem): string {
  if (typeof left !== 'string') throw new Error(`stayed: ${left.code}: ${left.text}`);
  return left;
}

export function sessionOf(result: LaunchResult): Session {
  if (!result.ok) throw new Error(`no session: ${result.problem.code}: ${result.problem.text}`);
  return result.session;
}

export function problemOf(result: LaunchResult): LaunchProblem {
  if (result.ok) throw new Error('a session although a problem was expected');
  return result.problem;
}
