import type { FrameLocator, Page } from '@playwright/test';
import { chromiumWith } from '../../playwright.config';
import { PARTITIONED, test } from './hospital';
import { expect, launchInFrame, launchInTab, whenRead } from './support';

// Back may bring a page out of the browser's memory, which Playwright forbids as a rule.
test.use({
  launchOptions: { ...chromiumWith(PARTITIONED), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
});

const NAMES = { Raman: 'Priya Raman', Watanabe: 'Kenji Watanabe' } as const;
type Family = keyof typeof NAMES;

/** The chart of this patient, whole, with nothing of the other one: neither on screen nor on the paper behind it. */
async function expectOnly(family: Family, app: Page | FrameLocator): Promise<void> {
  await whenRead(app);
  await expect(app.getByRole('heading', { level: 1, name: NAMES[family] })).toBeVisible();
  const body = app.locator('body');
  const other: RegExp = family === 'Raman' ? /Watanabe/ : /Raman|tizanidine|ciprofloxacin/i;
  if (family === 'Raman') await expect(body).toContainText('Tizanidine + ciprofloxacin');
  await expect(body).not.toContainText(other);
}

test('two charts in two tabs, one of them duplicated, stay apart through reload, Back and a closed tab', async ({
  page,
  context,
}) => {
  const raman = await launchInTab(page, 'Raman');
  await expectOnly('Raman', raman);
  const watanabe = await launchInTab(await context.newPage(), 'Watanabe');
  await expectOnly('Watanabe', watanabe);

  // A duplicated tab, as the browser's menu makes it: the same address with a copy of the tab's storage.
  const opened = raman.waitForEvent('popup');
  await raman.evaluate(() => window.open(location.href));
  const copy = await opened;
  await expectOnly('Raman', copy);

  // Another chart in the same tab, and back: the page starts anew, with the launch that its address names.
  const address = raman.url();
  await raman.goto(watanabe.url());
  await expect(raman.getByRole('heading', { name: 'This launch is over' })).toBeVisible();
  await raman.goBack();
  expect(raman.url()).toBe(address);
  await expectOnly('Raman', raman);

  await raman.getByRole('button', { name: 'End session' }).click();
  await expect(raman.getByText('The session has ended').first()).toBeVisible();
  await expect(raman.locator('body')).not.toContainText(/Raman|tizanidine/i);
  await raman.reload();
  await expect(raman.getByRole('heading', { name: 'This launch is over' })).toBeVisible();
  await watanabe.reload();
  await expectOnly('Watanabe', watanabe);
});

test('two charts in two frames of one browser stay apart, also when the frames are read anew', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  const watanabe = await launchInFrame(other, 'Watanabe');
  const raman = await launchInFrame(page, 'Raman');
  await expectOnly('Raman', raman);
  await expectOnly('Watanabe', watanabe);
  await Promise.all([page, other].map((tab) => reloadFrame(tab)));
  await expectOnly('Raman', raman);
  await expectOnly('Watanabe', watanabe);

  // The same window of the EHR goes on to the next chart.
  await expectOnly('Watanabe', await launchInFrame(page, 'Watanabe'));
});

async function reloadFrame(tab: Page): Promise<void> {
  const frame = tab.frames().find((one) => one.parentFrame() === tab.mainFrame());
  await frame?.goto(frame.url());
}
