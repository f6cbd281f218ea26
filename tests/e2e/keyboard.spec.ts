import type { Page } from '@playwright/test';
import { conditionsInTime, expect, launchInTab, test, whenPaperStands, whenRead } from './support';

// Chromium's own line about a section that the sandbox refuses for this patient.
test.use({ expectedErrors: /status of 403/ });

test('a keyboard alone decides, asks, looks at the timeline and comes back each time to where it was', async ({
  page,
}) => {
  const app = await launchInTab(page, 'Lopez');
  await whenPaperStands(app);
  await app.keyboard.press('Tab');

  const decide = app.getByRole('button', { name: 'Decide: Tizanidine + ciprofloxacin' });
  await pressOn(app, decide);
  const aside = app.getByRole('button', { name: 'tizanidine', exact: true }).last();
  await pressOn(app, aside);
  await expect(setAside(app)).toBeVisible();
  await expect.poll(() => app.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

  await pressOn(app, app.getByRole('button', { name: 'Ask now' }));
  await expect(app.getByRole('heading', { name: /^Ask the patient/ })).toBeFocused();
  await app.keyboard.press('Tab');
  await app.getByRole('button', { name: 'Yes' }).first().focus();
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowDown');
  await app.keyboard.press('n');
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: 'Ask now' })).toBeFocused();
  await expect(app.getByText(/^Symptoms: 2 of \d+ asked\./)).toBeVisible();

  await pressOn(app, app.getByRole('button', { name: 'More', exact: true }));
  await app.keyboard.press('Tab');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { name: /^Timeline/ })).toBeFocused();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('button', { name: 'More', exact: true })).toBeFocused();
});

test('a screen reader hears the parts in the order of the visit, each with its name, and a small frame shows the first finding', async ({
  page,
}) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await conditionsInTime(page);
  const app = await launchInTab(page, 'Raman');
  await whenRead(app);
  await expect(app.getByText('Tizanidine + ciprofloxacin').first()).toBeInViewport();
  await app.setViewportSize({ width: 1280, height: 900 });
  await expect(app.getByRole('complementary', { name: 'Handout' })).toBeVisible();
  const tree = await app.locator('body').ariaSnapshot();
  const order = [
    'heading "Priya Raman" [level=1]',
    'navigation "Summary"',
    'region "Back medicines"',
    'button "Decide: tizanidine"',
    'region "First"',
    'Tizanidine + ciprofloxacin',
    'region /Red flags/',
    'button "Ask now"',
    'complementary "Handout"',
    'button "Print for Priya Raman"',
  ].map((part) =>
    tree.search(
      part.startsWith('region /') ? /region "Red flags/ : new RegExp(part.replaceAll(/[[\]+()]/g, '\\$&')),
    ),
  );
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((one, other) => one - other));
});

test('the common tasks cost no more clicks than promised', async ({ page }) => {
  const app = await launchInTab(page, 'Lopez');
  await whenPaperStands(app);
  let clicks = 0;
  const click = async (name: string | RegExp, place = 0) => {
    clicks += 1;
    await app
      .getByRole('button', { name, exact: typeof name === 'string' })
      .nth(place)
      .click();
  };
  const cost = async (task: () => Promise<void>) => {
    clicks = 0;
    await task();
    return clicks;
  };

  // The worst finding: none.
  await expect(app.getByText('Tizanidine + ciprofloxacin').first()).toBeVisible();

  const keep = await cost(async () => {
    await click('Decide: Tizanidine + ciprofloxacin');
    await click('short overlap');
    await expect(app.getByText('Kept', { exact: false }).first()).toBeAttached();
  });
  expect(keep, 'decide a contraindicated pair').toBe(2);

  const aside = await cost(async () => {
    await click('Decide: tizanidine');
    await click('Not taking');
    await expect(setAside(app)).toBeVisible();
  });
  expect(aside, 'set a stale medicine aside').toBe(2);

  const no = await cost(async () => {
    await click('Ask now');
    await click(/^All asked, all no: Legs/);
    await click(/^All asked, all no: Chest/);
    await expect(app.getByRole('heading', { name: /^Ask the patient: 8 of/ })).toBeVisible();
  });
  expect(no, 'eight emergency questions, all no').toBe(3);
  await app.keyboard.press('Escape');

  const print = await cost(async () => {
    await click('Print for Maria Lopez');
    await click('Approve and print');
    await expect(app.getByText(/^Printed \d+:\d\d, version 1/).last()).toBeVisible();
  });
  // The third is in the browser's own dialog.
  expect(print, 'print the default handout').toBe(2);
});

/** In the medicine's own row: the list of what was decided says it in the same words. */
const setAside = (app: Page) =>
  app
    .getByRole('region', { name: 'Back medicines' })
    .getByText('tizanidine: set aside, patient not taking', { exact: true });

/** Brings the focus there with Tab alone, sees that it shows and is not covered, and presses Enter. */
async function pressOn(app: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  const here = target.and(app.locator(':focus'));
  for (let presses = 0; presses < 150; presses += 1) {
    if ((await here.count()) > 0) {
      await expect(target).toBeInViewport();
      await expect(target).not.toHaveCSS('outline-style', 'none');
      await app.keyboard.press('Enter');
      return;
    }
    await app.keyboard.press('Tab');
  }
  throw new Error('The Tab key does not reach the control.');
}
