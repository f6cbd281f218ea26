import type { Browser, CDPSession } from '@playwright/test';

const LAUNCHES = 200;
/** On a build machine fewer launches have to do: the check prints how many it was. */
const LIMIT_MS = process.env.CI === undefined ? 600_000 : 100_000;
/** The browser's caches are warm by then. */
const WARM = 20;

interface Held {
  readonly heapMegabytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

/**
 * Launches again and again in one tab, as a clinician's day in one EHR window does, and compares what the tab holds after the
 * first launches and at the end. Returns a line to print, and one sentence for each thing that grew.
 */
export async function soak(
  browser: Browser,
  ehrOrigin: string,
  patients: readonly string[],
): Promise<{ readonly line: string; readonly broken: readonly string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const end = performance.now() + LIMIT_MS;
  let warm: Held | undefined;
  let launches = 0;
  while (launches < LAUNCHES && (performance.now() < end || warm === undefined)) {
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
    await page.getByText(/^Chart read \d/).waitFor({ timeout: 30_000 });
    launches += 1;
    if (launches === WARM) warm = await held(session);
  }
  const last = await held(session);
  const stored = await page.evaluate(() => JSON.stringify(sessionStorage).length);
  await context.close();
  if (warm === undefined) return { line: `${launches} launches`, broken: ['the soak did not get warm'] };
  const broken = [
    ...grew('heap in MB', warm.heapMegabytes, last.heapMegabytes, 1.3, 5),
    ...grew('DOM nodes', warm.nodes, last.nodes, 1.3, 500),
    ...grew('event listeners', warm.listeners, last.listeners, 1.3, 100),
    ...grew('documents', warm.documents, last.documents, 1.3, 5),
  ];
  const told = ({ heapMegabytes, nodes, documents }: Held): string =>
    `${heapMegabytes.toFixed(1)} MB, ${nodes} nodes, ${documents} documents`;
  return {
    line: `${launches} launches in one tab; after ${WARM}: ${told(warm)}; at the end: ${told(last)}; storage of the tab ${(stored / 1000).toFixed(0)} KB`,
    broken,
  };
}

function grew(what: string, before: number, after: number, factor: number, slack: number): string[] {
  return after <= before * factor + slack ? [] : [`soak: ${what} grew from ${before} to ${after}`];
}

async function held(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    heapMegabytes: of('JSHeapUsedSize') / 1e6,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
}
