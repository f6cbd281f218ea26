import type { Page } from '@playwright/test';
import { expect, expectAccessible, launchInTab, openChart, test, whenPaperStands, whenRead } from './support';

// Chromium's own line about a section that the sandbox refuses for this patient.
test.use({ expectedErrors: /status of 403/ });

const ground = (app: Page, selector: string) =>
  app
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);

test('in the dark the screen is dark, can be read, and the paper stays white', async ({ page }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ colorScheme: 'dark' });
  const app = await launchInTab(page, 'Lopez');
  await app.emulateMedia({ colorScheme: 'dark' });
  await whenPaperStands(app);
  expect(await ground(app, 'main')).toBe('rgb(20, 26, 32)');
  expect(await ground(app, '.paper')).toBe('rgb(255, 255, 255)');
  await expectAccessible(app);
  await app.getByRole('button', { name: 'More', exact: true }).click();
  await app.getByRole('button', { name: 'Timeline of two years' }).click();
  await expect(app.getByRole('heading', { name: /^Timeline/ })).toBeFocused();
  await expectAccessible(app);
  await app.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await ground(app, 'body')).toBe('rgba(0, 0, 0, 0)');
  expect(await app.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('normal');
});

test('the user’s own colours reach the icons, and a pressed answer keeps its difference', async ({
  page,
}) => {
  const app = await launchInTab(page, 'Lopez');
  await app.emulateMedia({ forcedColors: 'active' });
  await whenRead(app);
  const fill = await app
    .locator('nav[aria-label="Summary"] svg path')
    .first()
    .evaluate((path) => getComputedStyle(path).fill);
  expect(fill).toBe(
    await app
      .locator('h1')
      .first()
      .evaluate((heading) => getComputedStyle(heading).color),
  );
  await app.getByRole('button', { name: 'Ask now' }).click();
  const [yes, no] = [
    app.getByRole('button', { name: 'Yes', exact: true }).first(),
    app.getByRole('button', { name: 'No', exact: true }).first(),
  ];
  await no.click();
  const of = (choice: typeof yes) => choice.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await of(no)).not.toBe(await of(yes));
  await expectAccessible(app);
  // Every question in sight of a frame of 900 by 640, and nothing to press smaller than 24 px.
  await app.setViewportSize({ width: 900, height: 640 });
  const sheet = app.getByRole('main', { name: /^Ask the patient/ });
  await expect(sheet.getByRole('group')).toHaveCount(24);
  expect(await sheet.evaluate((main) => main.scrollHeight - main.clientHeight)).toBe(0);
  const heights = await sheet
    .locator('button, select, input')
    .evaluateAll((targets) => targets.map((target) => target.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});

test('nothing moves: no transition and no animation, whatever the user prefers', async ({ page }) => {
  const app = await launchInTab(page, 'Lopez');
  await whenPaperStands(app);
  await app
    .getByRole('button', { name: /^Decide: / })
    .first()
    .hover();
  expect(await app.evaluate(() => document.getAnimations().length)).toBe(0);
});

test.describe('a frame of 800 by 600', () => {
  test.use({ viewport: { width: 800, height: 600 } });

  test('the first finding is in sight without a click, and nothing jumps on the way', async ({ page }) => {
    await openChart(page, 'Raman');
    await page.context().addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Open in a tab' }).click();
    const app = await opened;
    await whenPaperStands(app);
    await expect(app.getByText('Tizanidine + ciprofloxacin').first()).toBeInViewport();
    const shift = await app.evaluate(() =>
      (window as unknown as { shifts: readonly number[] }).shifts.reduce((sum, one) => sum + one, 0),
    );
    console.log(`Cumulative layout shift, launch to paper: ${shift.toFixed(4)}`);
    expect(shift).toBeLessThanOrEqual(0.02);
  });
});
