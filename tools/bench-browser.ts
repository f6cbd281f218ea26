/**
 * `npm run bench -- browser`: the built app in Chromium from the click in the EHR to the printed handout, at three network latencies
 * and with long charts. Prints times, round trips, bytes and memory; never fails on a time.
 */
import { chromium } from '@playwright/test';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { cpuAfter, TRACED } from './bench-cpu';
import { sequentialRoundTrips } from './bench-round-trips';
import { serveBuilt } from './bench-server';
import { launchHere, marked, openChart } from './bench-visit';
import { findOrInstallChromium } from './chromium';

const RUNS = 5;
/** When the pages fit. */
const ROUND_TRIPS = 1;
const VISITS = [
  { patient: 'maria-lopez', latency: 0 },
  { patient: 'maria-lopez', latency: 50 },
  { patient: 'maria-lopez', latency: 200 },
  { patient: 'rows-2000', latency: 50 },
  { patient: 'rows-10000', latency: 0 },
] as const;

/** Milliseconds unless the name says otherwise. */
interface Visit {
  readonly firstFinding: number;
  readonly allFindings: number;
  readonly printed: number;
  readonly kilobytesBeforeFirst: number;
  /** Processor time from the last byte that the first finding needs until it is painted; the same for the whole chart. */
  readonly cpuFirst: number;
  readonly cpuAll: number;
  /** On the clock: from that last byte until the first finding is painted. */
  readonly afterFirstBytes: number;
  /** Token to all findings, as a multiple of downloading the same answers without reading them. */
  readonly ratioToBare: number;
  readonly layoutShift: number;
  readonly heapMegabytes: number;
}

interface Loaded {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}
const answersOf = (page: Page): Promise<readonly Loaded[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ name }) => name.includes('/ehr/fhir/'))
      .map(({ name, startTime, responseEnd }) => ({
        url: name,
        start: performance.timeOrigin + startTime,
        end: performance.timeOrigin + responseEnd,
      })),
  );

/**
 * Conditions too where they came in time: the first paint waits a moment for them (src/workspace/first-paint.ts).
 * Not the search that looks back at older orders: the medicines of today do not wait for it (src/chart/read-chart.ts).
 */
const NEEDED_FIRST =
  /\/ehr\/fhir\/(Patient|MedicationRequest(?!.*[?&]authoredon=)|AllergyIntolerance|Condition)\b/;
const latest = (answers: readonly Loaded[]): number => Math.max(...answers.map(({ end }) => end));

async function visit(browser: Browser, origin: string, patient: string, latency: number): Promise<Visit> {
  const page = await openChart(browser, origin, patient);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const received: { readonly at: number; readonly bytes: number }[] = [];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    received.push({ at: Date.now(), bytes: encodedDataLength });
  });
  let authorization = '';
  page.on('request', (request) => {
    if (request.url().includes('/ehr/fhir/'))
      authorization = request.headers().authorization ?? authorization;
  });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  received.length = 0;
  await browser.startTracing(page, { categories: TRACED });
  const clicked = Date.now();
  await launchHere(page);
  await page.waitForURL('**/index.html*', { timeout: 60_000 });
  const { first, all } = await marked(page, 'all');
  const trace = await browser.stopTracing();
  const answers = await answersOf(page);
  const beforePrint = Date.now();
  await page.getByRole('button', { name: /^Print for/ }).click();
  await page.getByRole('button', { name: 'Approve and print' }).click();
  const { printed, shift } = await marked(page, 'printed');
  const heapMegabytes = await heapOf(session);
  const bare = await bareDownloads(page, answers, authorization);
  await page.context().close();
  const begun = Math.min(...answers.map(({ start }) => start));
  return {
    firstFinding: first - clicked,
    allFindings: all - clicked,
    printed: printed - beforePrint,
    kilobytesBeforeFirst:
      received.filter(({ at }) => at <= first).reduce((sum, { bytes }) => sum + bytes, 0) / 1_000,
    cpuFirst: cpuAfter(trace, { mark: 'bench-first', answers: NEEDED_FIRST }),
    cpuAll: cpuAfter(trace, { mark: 'bench-all', answers: /\/ehr\/fhir\// }),
    afterFirstBytes: first - latest(answers.filter(({ url, end }) => NEEDED_FIRST.test(url) && end <= first)),
    ratioToBare: (all - begun) / bare,
    layoutShift: shift,
    heapMegabytes,
  };
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6;
}

/** Milliseconds that the same answers take when nobody reads them: all at once, but each further page after the one that names it. */
async function bareDownloads(page: Page, answers: readonly Loaded[], authorization: string): Promise<number> {
  const asked: { readonly url: string; readonly namedBy: string | undefined }[] = [];
  const texts = new Map<string, string>();
  for (const { url } of answers) {
    asked.push({ url, namedBy: [...texts.keys()].find((earlier) => texts.get(earlier)?.includes(url)) });
    texts.set(url, await (await page.request.get(url, { headers: { authorization } })).text());
  }
  return page.evaluate(
    async ({ asked: wanted, authorization: token }) => {
      const start = performance.now();
      const here = new Map<string | undefined, Promise<unknown>>();
      for (const { url, namedBy } of wanted)
        here.set(
          url,
          Promise.resolve(here.get(namedBy))
            .then(() => fetch(url, { headers: { authorization: token }, cache: 'no-store' }))
            .then((answer) => answer.arrayBuffer()),
        );
      await Promise.all(here.values());
      return performance.now() - start;
    },
    { asked, authorization },
  );
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Budgets of the design; a time over its budget is told, never failed. What has none has only been measured. */
const ROWS: readonly {
  readonly name: string;
  readonly of: (one: Visit) => number;
  readonly digits: number;
  readonly budget?: number;
}[] = [
  { name: 'click to first finding, ms', of: (one) => one.firstFinding, digits: 0 },
  { name: 'click to all findings, ms', of: (one) => one.allFindings, digits: 0 },
  { name: 'print button to printing, ms', of: (one) => one.printed, digits: 0 },
  { name: 'KB before the first finding, chart too', of: (one) => one.kilobytesBeforeFirst, digits: 0 },
  { name: 'CPU, last byte to first finding, ms', of: (one) => one.cpuFirst, digits: 0, budget: 100 },
  { name: 'CPU, last byte to all findings, ms', of: (one) => one.cpuAll, digits: 0 },
  { name: 'clock, last byte to first finding, ms', of: (one) => one.afterFirstBytes, digits: 0 },
  { name: 'ratio to the bare downloads', of: (one) => one.ratioToBare, digits: 2 },
  { name: 'layout shift (CLS)', of: (one) => one.layoutShift, digits: 4 },
  { name: 'heap after printing, MB', of: (one) => one.heapMegabytes, digits: 1 },
];

/** Runs every visit `RUNS` times, prints the medians and returns nothing. */
export async function benchBrowser(): Promise<void> {
  const { server, origin } = await serveBuilt();
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
  try {
    const columns: string[][] = [];
    for (const { patient, latency } of VISITS) {
      const visits: Visit[] = [];
      for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, origin, patient, latency));
      columns.push([
        `${patient}, ${latency} ms`,
        ...ROWS.map(({ of, digits, budget = Number.POSITIVE_INFINITY }) => {
          const value = median(visits.map(of));
          return `${value > budget ? 'over ' : ''}${value.toFixed(digits)}`;
        }),
      ]);
    }
    const roundTrips = await sequentialRoundTrips(browser, origin, 'maria-lopez');
    [{ name: '', budget: 'budget' }, ...ROWS].forEach(({ name, budget = '' }, at) => {
      const cells = columns.map((column) => (column[at] ?? '').padStart(22)).join('');
      process.stdout.write(`${name.padEnd(40)}${String(budget).padStart(6)}${cells}\n`);
    });
    // A long chart has as many as its longest list has pages.
    const told = `${roundTrips > ROUND_TRIPS ? 'over ' : ''}${roundTrips}`.padStart(22);
    process.stdout.write(
      `${'sequential round trips after token'.padEnd(40)}${String(ROUND_TRIPS).padStart(6)}${told}\n`,
    );
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
