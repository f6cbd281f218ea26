import type { Locator, Page } from '@playwright/test';
import { test } from './hospital';
import { HOSTILE } from './hostile-charts';
import {
  conditionsInTime,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  launchInTab,
  whenPaperStands,
} from './support';

// In a list of its own: Playwright takes a list of several for a value with its options.
test.use({
  hostile: [HOSTILE, { scope: 'worker', option: true }],
  viewport: { width: 800, height: 600 },
});

/** Beside 800 × 600, the frame in which each chart opens: wide, 200 % zoom of 1280 × 800, a telephone. */
const FRAMES = [
  [1200, 800],
  [640, 400],
  [400, 800],
] as const;

for (const [kind, family] of [
  ['no relaxant', 'Emptychart'],
  ['forty orders of ten relaxants', 'Fortyorders'],
  ['200 problems', 'Twohundred'],
  ['names of 120 characters', 'Featherstonehaugh-(Cholmondeley-|[a-zA-Z-])*'],
  ['names from right to left', 'الراشد'],
  ['no dates, and markup in every text', 'Nodates'],
] as const)
  test(`a chart with ${kind}: the first finding is in sight, and no word is cut in any frame`, async ({
    page,
  }) => {
    await conditionsInTime(page);
    const app = await launchInTab(page, family);
    await whenPaperStands(app);
    if (family !== 'Emptychart')
      for (const [width, height] of [
        [900, 640],
        [800, 600],
      ] as const) {
        await app.setViewportSize({ width, height });
        await expectInSight(app);
        await expectWhole(app);
      }
    await expectWhole(app);
    if (family === 'Fortyorders') await expectAccessibleTabs(app);
    for (const [width, height] of FRAMES) {
      await app.setViewportSize({ width, height });
      await expectWhole(app);
    }
    await app.getByRole('button', { name: /^Print for / }).click();
    await expect(app.getByText(/^Handout for /)).toBeVisible();
    await expectWhole(app);
    if (family === 'Nodates') await expectOnlyText(app, await printablePage(app));
  });

test('a name from right to left keeps its own order among our words', async ({ page }) => {
  const app = await launchInTab(page, 'الراشد');
  await whenPaperStands(app);
  for (const name of [
    app.getByRole('heading', { level: 1 }).locator('bdi'),
    app.getByRole('button', { name: /^Print for / }).locator('bdi'),
    app.getByRole('heading', { name: /تيزانيدين/ }).locator('bdi'),
    app.locator('q').filter({ hasText: 'قرص' }).first(),
  ])
    await expect(name).toHaveCSS('unicode-bidi', 'plaintext');
});

test('text set as widely as WCAG 1.4.12 asks loses no word, in the review, the questions and the handout', async ({
  page,
}) => {
  const app = await launchInTab(page, 'Fortyorders');
  await whenPaperStands(app);
  await app.evaluate(() => {
    const wide = new CSSStyleSheet();
    wide.replaceSync(
      `body * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
       body p { margin-bottom: 2em !important }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, wide];
  });
  for (const [width, height] of [[800, 600], ...FRAMES.slice(1)] as const) {
    await app.setViewportSize({ width, height });
    for (const tab of [/^Ask/, /^Handout/, /^Review/]) {
      await app.getByRole('tab', { name: tab }).click();
      await expectWhole(app);
    }
  }
});

/** Each tab of a narrow frame, the page's main part around all of them. */
async function expectAccessibleTabs(app: Page): Promise<void> {
  for (const tab of [/^Ask/, /^Handout/, /^Review/]) {
    await app.getByRole('tab', { name: tab }).click();
    await expect(app.getByRole('main').getByRole('tabpanel', { name: tab })).toBeVisible();
    await expectWhole(app);
    await expectAccessible(app);
  }
}

/** Above the bar that stays at the foot of a narrow frame; beside the handout the column reaches to the foot itself. */
async function expectInSight(app: Page): Promise<void> {
  const topOf = (part: Locator) => part.evaluate((element) => element.getBoundingClientRect().top);
  const { width, height } = app.viewportSize() ?? { width: 0, height: 0 };
  // The button changes its place when the frame's width does: what counts is where things come to rest.
  await expect(async () => {
    const foot = width < 880 ? await topOf(app.getByRole('button', { name: /^Print for / })) : height;
    const top = await topOf(app.locator('#first [data-row-head]').first());
    expect(top + 16, `the first line of the first finding at ${width} by ${height}`).toBeLessThan(foot);
  }).toPass({ timeout: 60_000 });
}

/** As in a frame that ignores print(): the page of its own, which gets the paper by message. */
async function printablePage(app: Page): Promise<Page> {
  await app.evaluate(() => {
    window.print = () => undefined;
  });
  await app.getByRole('button', { name: 'Approve and print' }).last().click();
  const opened = app.context().waitForEvent('page');
  await app.getByRole('button', { name: 'Open printable page' }).click();
  return opened;
}

/** What the chart's texts would be as markup is neither there nor has it run: they stand there letter by letter. */
async function expectOnlyText(app: Page, printable: Page): Promise<void> {
  for (const [page, title] of [
    [app, 'BackSafe'],
    [printable, 'Back spasm handout'],
  ] as const) {
    const letters = page.getByText('tizanidine 4 mg tablet <img src=x onerror=').filter({ visible: true });
    await expect(letters.first()).toBeVisible();
    await expect(page.locator('img, body script:not([src])')).toHaveCount(0);
    await expect(page).toHaveTitle(title);
  }
}

async function expectWhole(app: Page): Promise<void> {
  await expectNoSidewaysScroll(app);
  await expect.poll(() => app.evaluate(wordsThatLeaveTheirBlock)).toEqual([]);
}

/** Runs in the page. */
function wordsThatLeaveTheirBlock(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    let block = text.parentElement;
    if (block === null || block.closest('svg, option, .visually-hidden') !== null) continue;
    while (block !== null && getComputedStyle(block).display === 'inline') block = block.parentElement;
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    if (block === null || lines.length === 0) continue;
    const edge = block.getBoundingClientRect();
    const left = Math.max(edge.left, 0) - 2;
    const right = Math.min(edge.right, window.innerWidth) + 2;
    if (lines.some((line) => line.left < left || line.right > right))
      found.push((text.nodeValue ?? '').slice(0, 60));
  }
  return found;
}
