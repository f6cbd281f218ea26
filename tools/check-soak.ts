import type { Browser, CDPSession, Page } from '@playwright/test';

const LAUNCHES = 200;
/** Against hanging alone: a busy machine takes its time. */
const LIMIT_MS = 120_000;
/** The browser's caches are warm by the first of these; what is held at each is printed, and at the end. */
const LOOKS = [20, 100];

interface Held {
  readonly heapMegabytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

/**
 * Launches again and again in one tab, as a clinician's day in one EHR window does, and compares what the tab holds after the
 * first launches and at the end. Ends after 200 launches, or early when `limitMs` are over. Returns lines to print, and one sentence for
 * each thing that grew.
 */
export async function soak(
  browser: Browser,
  ehrOrigin: string,
  patients: readonly string[],
  limitMs: number,
): Promise<{ readonly lines: readonly string[]; readonly broken: readonly string[] }> {
  const context = await browser.newContext();
  context.setDefaultTimeout(LIMIT_MS);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const end = performance.now() + limitMs;
  const looks: (Held & { readonly launches: number })[] = [];
  let launches = 0;
  while (launches < LAUNCHES && (performance.now() < end || looks.length === 0)) {
    const patient = patients[launches % patients.length] ?? '';
    await page.goto(`${ehrOrigin}/ehr/chart/${patient}`);
    // The chart page's second button opens a tab; here the form stays in this one.
    await page.locator('form').evaluate((form: HTMLFormElement) => {
      form.removeAttribute('target');
    });
    await page.getByRole('button', { name: 'Open in a tab' }).evaluate((button: HTMLButtonElement) => {
      button.removeAttribute('formtarget');
    });
    await page.getByRole('button', { name: 'Open in a tab' }).click();
    await page.getByText(/^Chart read \d/).waitFor();
    launches += 1;
    if (LOOKS.includes(launches)) looks.push({ launches, ...(await held(page, session)) });
  }
  const last = { launches, ...(await held(page, session)) };
  const stored = await page.evaluate(() => JSON.stringify(sessionStorage).length);
  await context.close();
  const [warm = last] = looks;
  const broken = [
    ...grew('heap in MB', warm.heapMegabytes, last.heapMegabytes, 1.3, 5),
    ...grew('DOM nodes', warm.nodes, last.nodes, 1.3, 500),
    ...grew('event listeners', warm.listeners, last.listeners, 1.3, 100),
    ...grew('documents', warm.documents, last.documents, 1.3, 5),
  ];
  const lines = [...looks, last].map(
    (look) =>
      `after ${look.launches} launches in one tab: ${look.heapMegabytes.toFixed(1)} MB, ${look.nodes} nodes, ${look.listeners} listeners, ${look.documents} documents`,
  );
  return { lines: [...lines, `storage of the tab: ${(stored / 1000).toFixed(0)} KB`], broken };
}

function grew(what: string, before: number, after: number, factor: number, slack: number): string[] {
  return after <= before * factor + slack ? [] : [`soak: ${what} grew from ${before} to ${after}`];
}

/** What is left when the paper stands and no line is in use any more; the page before may need more than one collection to go. */
async function held(page: Page, session: CDPSession): Promise<Held> {
  await page.locator('.paper').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heapMegabytes: of('JSHeapUsedSize') / 1e6,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
}
