import type { Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, launchInTab, test, whenPaperStands, whenRead } from './support';

// Chromium's own line about a section that the sandbox refuses for these patients.
test.use({ expectedErrors: /status of 403/ });

// Frames of EHRs, and what 200 % zoom leaves of 1280 × 800 and 400 % of 1280 × 1024 (WCAG 2.2, 1.4.4 and 1.4.10).
const FRAMES = [
  [1200, 760],
  [900, 640],
  [800, 600],
  [640, 400],
  [400, 800],
  [320, 256],
] as const;

for (const family of ['Lopez', 'Bélanger-Desrosiers-Lefèvre', 'Solberg'])
  test(`the review and the paper of ${family} fit every frame`, async ({ page }) => {
    const app = await launchInTab(page, family);
    await whenPaperStands(app);
    const print = app.getByRole('button', { name: /^Print for / });
    let full: readonly number[] | undefined;
    for (const [width, height] of FRAMES) {
      await app.setViewportSize({ width, height });
      await expect(print.first()).toBeInViewport();
      await expectNoSidewaysScroll(app);
      await print.first().click();
      await expect(app.getByText(/^Handout for /)).toBeInViewport();
      await expectNoSidewaysScroll(app);
      // Made smaller, words break where they do on paper: a line more would be 20 px. At a third of their size letters are 5 px high,
      // and whole pixels are too coarse for that.
      full ??= await partHeights(app);
      const rounded = () =>
        partHeights(app).then((now) =>
          now.map((height, part) => Math.abs(height - (full?.[part] ?? 0)) < 10),
        );
      if (width >= 400) await expect.poll(rounded).toEqual(full.map(() => true));
      await app.getByRole('button', { name: 'Close' }).click();
      await expect(app.getByText(/^Handout for /)).toHaveCount(0);
    }
  });

/** Heights of the paper's parts as they would be at full size, in px. */
const partHeights = (app: Page): Promise<readonly number[]> =>
  app
    .locator('.paper section')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().height / part.currentCSSZoom));

test('a keyboard alone reads the worst finding, its basis, and prints', async ({ page }) => {
  const app = await launchInTab(page, 'Lopez');
  await whenRead(app);
  await tabTo(app, '1 contraindicated');
  await app.keyboard.press('Enter');
  await tabTo(app, 'Why: Tizanidine + ciprofloxacin');
  await app.keyboard.press('Enter');
  await expect(app.getByText('TIZ-CYP1A2-STRONG')).toBeVisible();
  await tabTo(app, 'Print for Maria Lopez');
  await app.keyboard.press('Enter');
  await expect(app.getByText('Handout for Maria Lopez')).toBeFocused();
  await tabTo(app, 'Approve and print');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: 'Print for Maria Lopez' })).toBeFocused();
});

/** Presses Tab until the control with this name has the focus, and sees that the focus shows. */
async function tabTo(app: Page, name: string): Promise<void> {
  const named = app
    .locator(':focus')
    .and(app.getByRole('button', { name }).or(app.getByRole('link', { name })));
  for (let presses = 0; presses < 120; presses += 1) {
    await app.keyboard.press('Tab');
    if ((await named.count()) === 0) continue;
    await expect(named).toBeInViewport();
    await expect(named).not.toHaveCSS('outline-style', 'none');
    return;
  }
  throw new Error(`The Tab key does not reach “${name}”.`);
}
