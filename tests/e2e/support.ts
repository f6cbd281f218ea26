import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import type { FrameLocator, Page } from '@playwright/test';
import { chartQueries } from '../../src/chart/queries';

/** Fields of "Make something go wrong" on the sandbox's chart page: the label and the option to choose. */
export type GoesWrong = Readonly<Record<string, string>>;

/** Where the app, or the EHR, is expected to be asked; a token only at the EHR's FHIR addresses. */
const FHIR = /^\/ehr\/([a-z]+-like\/)?((dstu2|stu3)\/)?fhir(\/|$)/;

/**
 * Every browser test is also a test of four promises: nothing is asked from another origin, a bearer token goes to the EHR's FHIR
 * addresses and nowhere else, the production policy is never broken, and no error reaches the console or the page.
 */
export const test = base.extend<{
  promises: { readonly tokens: ReadonlySet<string> };
  expectedErrors: RegExp;
  origins: readonly string[];
}>({
  // Console errors that a test provokes on purpose, such as the browser's own line about a refused request.
  expectedErrors: [/^$/, { option: true }],
  /** Origins of app and EHR. */
  origins: async ({ baseURL }, use) => {
    await use([new URL(baseURL ?? '').origin]);
  },
  promises: [
    async ({ context, origins, expectedErrors }, use) => {
      const tokens = new Set<string>();
      const foreign: string[] = [];
      const strays: string[] = [];
      const errors: string[] = [];
      const sent: { readonly url: URL; readonly body: string }[] = [];
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (!url.protocol.startsWith('http')) return;
        if (!origins.includes(url.origin)) foreign.push(url.origin);
        sent.push({ url, body: request.postData() ?? '' });
        const [, token] = /^Bearer (.+)$/.exec(request.headers().authorization ?? '') ?? [];
        if (token === undefined) return;
        tokens.add(token);
        if (!FHIR.test(url.pathname)) strays.push(url.href);
      });
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      context.on('weberror', (error) => errors.push(error.error().message));
      await use({ tokens });
      expect(foreign, 'requests to other origins').toEqual([]);
      for (const { url, body } of sent)
        for (const token of tokens)
          if (url.href.includes(token) || (body.includes(token) && !url.pathname.endsWith('/oauth/revoke')))
            strays.push(url.origin + url.pathname);
      expect(strays, 'tokens that went astray').toEqual([]);
      expect(
        errors.filter((text) => !expectedErrors.test(text)),
        'errors on the console',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

/** The chart of a sandbox patient, by family name as it begins the list's link. */
export async function openChart(page: Page, familyName: string, goesWrong: GoesWrong = {}): Promise<void> {
  await page.goto('/ehr/');
  await page.getByRole('link', { name: new RegExp(`^${familyName},`) }).click();
  if (Object.keys(goesWrong).length > 0) await page.getByText('Make something go wrong').click();
  for (const [label, option] of Object.entries(goesWrong))
    await page.getByLabel(label, { exact: true }).selectOption({ label: option });
}

/** Opens the app in the chart's frame, as a clinician does. */
export async function launchInFrame(
  page: Page,
  familyName: string,
  goesWrong: GoesWrong = {},
): Promise<FrameLocator> {
  await openChart(page, familyName, goesWrong);
  await page.getByRole('button', { name: 'Open BackSafe' }).click();
  return page.frameLocator('iframe[title="BackSafe"]');
}

/** Opens the app in a tab of its own. */
export async function launchInTab(page: Page, familyName: string, goesWrong: GoesWrong = {}): Promise<Page> {
  await openChart(page, familyName, goesWrong);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open in a tab' }).click();
  return opened;
}

/** Waits until the whole chart was read: before that an empty list means nothing. */
export async function whenRead(app: Page | FrameLocator): Promise<void> {
  await expect(app.getByText(/^Chart read \d/)).toBeVisible();
}

const CONDITION_SEARCHES = chartQueries('', '2026-01-01').filter(
  ({ section }) => section === 'Condition',
).length;

/**
 * Before one launch: lets the medicines arrive once all conditions have, so that the review stands in the order of the visit. Where
 * the conditions come late, as they may on a busy machine, red flags stand first.
 */
export async function conditionsInTime(page: Page): Promise<void> {
  const arrived = new Promise<void>((resolve) => {
    let searches = 0;
    page.context().on('requestfinished', async (request) => {
      if (request.method() !== 'GET' || !/\/fhir\/Condition\?/.test(request.url())) return;
      const answer = (await (await request.response())?.text()) ?? '';
      if (!answer.includes('"relation":"next"')) searches += 1;
      if (searches === CONDITION_SEARCHES) resolve();
    });
  });
  await page.context().route(/\/fhir\/MedicationRequest\?/, async (route) => {
    await arrived;
    await route.continue();
  });
}

/** Waits until the paper stands that Ctrl+P would print. */
export async function whenPaperStands(app: Page): Promise<void> {
  await whenRead(app);
  await app.locator('.paper .sheet').last().waitFor({ state: 'attached' });
}

/** Runs axe on the page with all its frames. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // Without frames no second page is needed to gather the results; passes need no details. Both halve the time.
    .setLegacyMode(page.frames().length === 1)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`),
  ).toEqual([]);
}

/** Nothing may need sideways scrolling. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  // A frame that has just changed its size takes a moment to lay out its parts anew.
  await expect
    .poll(() =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    )
    .toBeLessThanOrEqual(0);
}

export { expect };
