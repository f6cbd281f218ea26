import type { Page } from './page';
import { KEY, forgetLaunch, storedLaunch } from './stored-launch';

const HOUR = 3_600_000;
/** A sign-in that nobody ended. */
const UNFINISHED_MS = HOUR;
/** A token whose end the EHR did not tell. */
const LONGEST_MS = 12 * HOUR;
/** Frames of one EHR window may share a storage; more charts than this nobody has open. */
const MOST = 8;

/**
 * Drops what earlier launches left in this tab: unreadable, over, never ended, and the oldest beyond a few. The launch of this page
 * stays. Every launch does it, so that tokens of charts long closed do not pile up.
 */
export function dropOldLaunches(page: Page): void {
  const own = new URL(page.address()).searchParams.get('state');
  const storage = page.storage();
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index))
    .filter((key) => key !== null)
    .filter((key) => KEY.test(key) && key !== own);
  const alive = keys.flatMap((key) => {
    const launch = storedLaunch(page, key);
    const started = launch?.notes.startedAt ?? 0;
    const age = page.now() - started;
    const { expiresAt } = launch?.notes ?? {};
    const over =
      launch?.signedIn === true
        ? expiresAt === undefined
          ? age > LONGEST_MS
          : expiresAt <= page.now() && !launch.renewable
        : age > UNFINISHED_MS;
    if (launch !== undefined && !over && age <= LONGEST_MS) return [{ key, started }];
    forgetLaunch(page, key);
    return [];
  });
  alive
    .sort((one, other) => other.started - one.started)
    .slice(MOST)
    .forEach(({ key }) => {
      forgetLaunch(page, key);
    });
}
