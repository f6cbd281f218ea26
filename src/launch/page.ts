/** What a launch needs from its window: the address bar, the tab's storage, the clock. Replaced in tests. */
export interface Page {
  /** The whole address, with query. */
  readonly address: () => string;
  /** Leaves for another page without a history entry, so that Back does not return to a launch already used. */
  readonly leaveFor: (address: string) => void;
  /** Rewrites the address bar without loading anything. */
  readonly rewriteAddress: (address: string) => void;
  /** The tab's own storage. May throw: a browser that blocks third-party data refuses it inside a frame. */
  readonly storage: () => TabStorage;
  /** https, or the machine itself; without it the browser offers no cryptography. */
  readonly secure: boolean;
  /** Shown inside another page, as most EHRs do. */
  readonly framed: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The real window. */
export function browserPage(): Page {
  return {
    address: () => window.location.href,
    leaveFor: (address) => window.location.replace(address),
    rewriteAddress: (address) => window.history.replaceState(null, '', address),
    storage: () => window.sessionStorage,
    secure: window.isSecureContext,
    framed: window.self !== window.top,
    now: () => Date.now(),
  };
}

/** The page's own address without query and fragment. */
export function bareAddress(page: Page): string {
  const url = new URL(page.address());
  return url.origin + url.pathname;
}

/** What the window lacks, or undefined when a launch can run in it. */
export function missingFrom(page: Page): 'secure-context' | 'storage' | undefined {
  if (!page.secure) return 'secure-context';
  const probe = 'backsafe.probe';
  try {
    const storage = page.storage();
    storage.setItem(probe, probe);
    const kept = storage.getItem(probe) === probe;
    storage.removeItem(probe);
    return kept ? undefined : 'storage';
  } catch {
    return 'storage';
  }
}
