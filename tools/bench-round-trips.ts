import type { Browser, Request, Route } from '@playwright/test';
import { launchHere, marked, openChart } from './bench-visit';

/** Longer than the app takes to send what an answer made possible. */
const QUIET_MS = 500;

/**
 * The longest row of FHIR requests after the token of which each waits for the answer to the one before: 1 when all could go at once.
 * Every request is held back in turn until nothing else moves: what is asked only after it was let go has waited for it. Times alone
 * cannot tell, since a seventh request queues behind six that it does not need.
 */
export async function sequentialRoundTrips(
  browser: Browser,
  origin: string,
  patient: string,
): Promise<number> {
  const all = await visitHolding(browser, origin, patient, undefined);
  const waiting = new Map<string, readonly string[]>();
  for (const held of all.asked) waiting.set(held, (await visitHolding(browser, origin, patient, held)).after);
  const depth = (path: string, seen: readonly string[]): number =>
    1 +
    Math.max(
      0,
      ...(waiting.get(path) ?? [])
        .filter((next) => !seen.includes(next))
        .map((next) => depth(next, [...seen, next])),
    );
  return Math.max(...all.asked.map((path) => depth(path, [path])));
}

interface Asked {
  /** Paths with their queries, in the order in which they were asked. */
  readonly asked: readonly string[];
  /** Those that were asked only once the held one was let go. */
  readonly after: readonly string[];
}

async function visitHolding(
  browser: Browser,
  origin: string,
  patient: string,
  held?: string,
): Promise<Asked> {
  const page = await openChart(browser, origin, patient);
  const asked: string[] = [];
  const moving = new Set<Request>();
  let lastMove = performance.now();
  let before: readonly string[] | undefined;
  const move = (request: Request): void => {
    moving.delete(request);
    lastMove = performance.now();
  };
  page.on('requestfinished', move);
  page.on('requestfailed', move);

  async function letGoWhenQuiet(route: Route): Promise<void> {
    while (moving.size > 0 || performance.now() - lastMove < QUIET_MS) await page.waitForTimeout(50);
    before = [...asked];
    await route.continue();
  }
  await page.route('**/ehr/fhir/**', async (route) => {
    const request = route.request();
    if (request.headers().authorization === undefined) return route.continue();
    const path = request.url().slice(origin.length);
    asked.push(path);
    lastMove = performance.now();
    if (path === held && before === undefined) return letGoWhenQuiet(route);
    moving.add(request);
    return route.continue();
  });
  await launchHere(page);
  await page.waitForURL('**/index.html*', { timeout: 60_000 });
  await marked(page, 'all');
  await page.context().close();
  if (held !== undefined && before === undefined) throw new Error(`${held} was not asked again`);
  return { asked, after: asked.slice(before?.length ?? asked.length) };
}
