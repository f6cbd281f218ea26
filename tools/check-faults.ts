import { request } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { ENGLISH } from '../src/handout/content/en';
import { SECTION_FAULTS, SECTIONS } from '../src/sandbox/faults';
import type { FaultySection, SectionFault } from '../src/sandbox/faults';
import { SECTION_WORDS, STATUS_WORDS } from '../src/workspace/words';
import { CAUSES, CONTROLS, FED, OUTCOMES, SIGN_INS, UNNAMED } from './fault-outcomes';
import type { Outcome } from './fault-outcomes';

/** Most of a launch is waiting for the EHR, which costs nothing. */
const TABS = 3;
/** Limits against hanging, no measurement: the slowest fault waits six seconds, and a busy machine takes many times as long. */
const SETTLED_MS = 120_000;
/** The paper follows the review, and loads on its own. */
const FOLLOWS_MS = 90_000;
/** Of what was there a moment ago and may be gone by now. */
const PRESSED_MS = 30_000;
/** So long nothing may change before the page without a fault counts as the one to compare with. */
const STILL_MS = 1_000;
const SETTLED = /Chart read \d|Chart not read in full|What to do:/;
const RAW_ERROR =
  /\[object |\bundefined\b|\bNaN\b|\w+Error\b|Unexpected token|fault of BackSafe|could not be shown/;
const ZERO = /(^|\s)0 (contraindicated|serious|urgent|red flags)|no red flags|all clear/i;
const SUPPORT = '(555) 010-0199';

interface Seen {
  readonly text: string;
  /** Lines of the review, in no order: red flags stand first where conditions came late. */
  readonly review: string;
  readonly paper: string;
}

interface Launch {
  readonly name: string;
  readonly patient: string;
  readonly form: Readonly<Record<string, string>>;
  /** One sentence for each thing that is wrong. */
  readonly judge: (seen: Seen, page: Page) => Promise<string[]> | string[];
}

/** A patient of the samples whose orders only point to their medicine: without its record nobody knows what it is. */
export function withUnnamed(patients: readonly unknown[]): readonly unknown[] {
  const unnamed = patients
    .map((patient) => JSON.stringify(patient))
    .filter((text) => text.includes('frank-kowalczyk'))
    .map((text): unknown =>
      JSON.parse(text.replaceAll('frank-kowalczyk', UNNAMED), (key, value: unknown) =>
        key === 'medicationReference' ? { ...(value as object), display: undefined } : value,
      ),
    );
  return [...patients, ...unnamed];
}

/**
 * Every fault of every section of the chart, one launch each in the built app, and every fault of the sign-in. Each has to end in a
 * review or a page that says what is missing, why and what to do; none in a false all-clear.
 */
export async function checkFaults(
  browser: Browser,
  app: string,
  ehr: string,
): Promise<{ readonly lines: readonly string[]; readonly broken: readonly string[] }> {
  const start = performance.now();
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  // What the chart page's button does. Outside the browser nobody trusts the certificate of this check.
  const launcher = await request.newContext({ ignoreHTTPSErrors: true });
  const broken: string[] = [];
  const healthy = new Map<string, Seen>();
  let slowest = 0;

  async function run(page: Page, { name, patient, form, judge }: Launch): Promise<void> {
    const began = performance.now();
    try {
      const fields = { patient, target: 'tab', ...form };
      const answer = await launcher.post(`${ehr}/ehr/launch`, {
        form: fields,
        maxRedirects: 0,
        maxRetries: 2,
        timeout: SETTLED_MS,
      });
      // The launch page goes on to the EHR by itself, maybe before it has loaded.
      await page.goto(answer.headers().location ?? '', { waitUntil: 'commit', timeout: SETTLED_MS });
      await page.getByText(SETTLED).first().waitFor({ timeout: SETTLED_MS });
      slowest = Math.max(slowest, performance.now() - began);
      broken.push(...(await eventually(page, judge)).map((wrong) => `${name}: ${wrong}`));
    } catch (thrown) {
      const shown = await page.locator('body').innerText({ timeout: PRESSED_MS }).catch(String);
      broken.push(`${name}: ended in no review: ${String(thrown)}\nThe page shows: ${shown.slice(0, 300)}`);
    }
  }

  async function runAll(launches: readonly Launch[]): Promise<void> {
    const left = [...launches];
    const tab = async (): Promise<void> => {
      const page = await context.newPage();
      let now = '';
      page.on('request', (sent) => {
        const { origin, protocol } = new URL(sent.url());
        if (protocol.startsWith('http') && origin !== app && origin !== ehr)
          broken.push(`${now}: asked ${origin}`);
      });
      // The browser's own line about refused answers is what the faults provoke; a broken policy is another.
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          broken.push(`${now}: ${message.text()}`);
      });
      page.on('pageerror', (error) => broken.push(`${now}: ${error.message}`));
      for (let launch = left.shift(); launch !== undefined; launch = left.shift()) {
        now = launch.name;
        await run(page, launch);
      }
      await page.close();
    };
    await Promise.all(Array.from({ length: TABS }, tab));
  }

  const patients = [...new Set([...Object.values(FED), ...CONTROLS.map(([patient]) => ({ patient }))])];
  const whole = new Set(patients.map(({ patient }) => patient));
  await runAll(
    [...whole].map((patient) => ({
      name: `${patient}, no fault`,
      patient,
      form: {},
      judge: async (first, page) => {
        await page.waitForTimeout(STILL_MS);
        const seen = await look(page);
        healthy.set(patient, seen);
        return [
          ...(seen.review === first.review && seen.paper === first.paper ? [] : ['does not come to rest']),
          ...(seen.paper === '' ? ['no paper'] : []),
          ...CONTROLS.filter(([whose, words]) => whose === patient && !words.test(seen.review)).map(
            ([, words]) => `does not say ${String(words)}, so the matrix cannot look for it`,
          ),
        ];
      },
    })),
  );
  const same = (patient: string) => (seen: Seen) => sameAs(healthy.get(patient), seen);
  const matrix = SECTIONS.flatMap((section) =>
    (Object.keys(SECTION_FAULTS) as SectionFault[]).map((fault): Launch => {
      const { patient } = FED[section];
      const outcome = OUTCOMES[section][fault];
      return {
        name: `${section}, ${fault} (${outcome})`,
        patient,
        form: { [section]: fault },
        judge:
          outcome === 'survives'
            ? same(patient)
            : (seen, page) => lostAsSaid(seen, page, section, fault, outcome),
      };
    }),
  );
  const signIns = Object.entries(SIGN_INS).map(([fault, said]): Launch => {
    const { patient } = FED.Condition;
    return {
      name: `sign-in, ${fault}`,
      patient,
      form: { 'sign-in': fault },
      judge: said === undefined ? same(patient) : (seen) => endedAsSaid(seen, said),
    };
  });
  const pages: Launch = {
    name: 'two entries a page',
    patient: FED.Condition.patient,
    form: { pages: 'small' },
    judge: same(FED.Condition.patient),
  };
  await runAll([...matrix, ...signIns, pages]);
  await context.close();
  await launcher.dispose();
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`;
  const count = matrix.length + signIns.length + 1;
  return {
    lines: [
      `${count} launches that go wrong, ${matrix.length} of them by a section of the chart: ${broken.length} things are not as they should be; the slowest settled after ${seconds(slowest)}, all in ${seconds(performance.now() - start)}`,
    ],
    broken,
  };
}

/** What the page says once it has come to rest: wrong only what stays wrong. */
async function eventually(page: Page, judge: Launch['judge']): Promise<string[]> {
  const end = performance.now() + FOLLOWS_MS;
  for (;;) {
    // A button that goes away while it is pressed belongs to a page that is not at rest.
    const wrong = await look(page)
      .then((seen) => judge(seen, page))
      .catch((thrown: unknown) => [String(thrown)]);
    if (wrong.length === 0 || performance.now() > end) return wrong;
    await page.waitForTimeout(100);
  }
}

/** Reads the page as who uses it: agrees to what keeps findings or the paper back. */
async function look(page: Page): Promise<Seen> {
  for (const name of [/^Show$/, /^Use (the reading of|what was read)/])
    for (const button of await page.getByRole('button', { name }).all())
      await button.click({ timeout: PRESSED_MS });
  const textOf = async (selector: string): Promise<string> => {
    const part = page.locator(selector).first();
    return (await part.count()) === 0 ? '' : (await part.innerText({ timeout: PRESSED_MS })).trim();
  };
  const lines = (await textOf('main')).split('\n').filter((line) => line !== '');
  const review = lines.sort().join('\n');
  return { text: await textOf('body'), review, paper: await textOf('.paper') };
}

function sameAs(healthy: Seen | undefined, { review, paper }: Seen): string[] {
  const wrong: string[] = [];
  if (healthy?.review !== review) wrong.push(`another review than without the fault:\n${review}`);
  if (healthy?.paper !== paper) wrong.push(`another paper than without the fault:\n${paper}`);
  return wrong;
}

function endedAsSaid({ text }: Seen, said: RegExp): string[] {
  return [
    ...(said.test(text) ? [] : [`does not say ${String(said)}: ${text}`]),
    ...(RAW_ERROR.test(text) ? [`shows an error as it came: ${text}`] : []),
  ];
}

async function lostAsSaid(
  seen: Seen,
  page: Page,
  section: FaultySection,
  fault: SectionFault,
  outcome: Exclude<Outcome, 'survives'>,
): Promise<string[]> {
  const { toldAs, cause = CAUSES[fault], allClear, stays } = FED[section];
  const expected = expectations(outcome, section);
  const told = outcome === 'stops' ? seen.text : `${seen.text}\n${await gapsOf(page, expected.chip)}`;
  const { partial, unread } = ENGLISH.gaps[toldAs];
  const papers = outcome === 'partial' ? [partial] : [unread];
  const wrong = [
    ...[...expected.says, stays].filter((words) => !told.includes(words)).map((words) => `lacks "${words}"`),
    ...(cause.test(told) ? [] : [`lacks the cause, ${String(cause)}`]),
    ...(expected.paper ? papers.filter((line) => !seen.paper.includes(line)) : []).map(
      (line) => `the paper lacks "${line}"`,
    ),
    ...[ZERO, RAW_ERROR, allClear]
      .map((words) => words.exec(seen.text)?.[0])
      .filter((words) => words !== undefined)
      .map((words) => `says "${words}"`),
  ];
  return wrong.length === 0 ? [] : [...wrong, `on this page: ${told.slice(0, 1_500)}`];
}

interface Expected {
  /** The chip at the head of the page that tells the cause. */
  readonly chip: RegExp;
  readonly says: readonly string[];
  readonly paper: boolean;
}

function expectations(outcome: Exclude<Outcome, 'survives'>, section: FaultySection): Expected {
  const { toldAs } = FED[section];
  const name = SECTION_WORDS[toldAs];
  const again = `Try again: ${name.toLowerCase()}`;
  const told = (status: keyof typeof STATUS_WORDS): RegExp => new RegExp(`^${name} ${STATUS_WORDS[status]}`);
  switch (outcome) {
    case 'stops':
      return { chip: /^$/, says: ['What to do:', SUPPORT], paper: false };
    case 'partial':
      return { chip: told('partial'), says: ['Could not check (', again, SUPPORT], paper: true };
    case 'lost':
      return {
        chip: new RegExp(`^(${name}|\\d parts) ${STATUS_WORDS.failed}`),
        says: ['Could not check (', again, SUPPORT],
        paper: true,
      };
    case 'refused':
      return { chip: told('not-permitted'), says: ['Could not check (', SUPPORT], paper: true };
  }
}

/** What stands under the chip, and whether there is one; the chip is left closed for the next look. */
async function gapsOf(page: Page, chip: RegExp): Promise<string> {
  const button = page.getByRole('button', { name: chip });
  if ((await button.count()) !== 1) return '';
  // Open where an earlier look was interrupted.
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click({ timeout: PRESSED_MS });
  const list = page.getByRole('list', { name: chip });
  const gaps = await list.innerText({ timeout: PRESSED_MS }).catch(() => '');
  await button.click({ timeout: PRESSED_MS });
  return gaps;
}
