import type { FrameLocator, Page } from '@playwright/test';
import { chromiumWith } from '../../playwright.config';
import { PARTITIONED, test } from './hospital';
import { expect, expectAccessible, launchInFrame, whenRead } from './support';

// The EHR is another site, as at a hospital: the frame has the storage of a partition, and no clipboard unless the EHR gives it.
test.use({
  launchOptions: chromiumWith(PARTITIONED),
  // The browser's own lines about what a frame forbids.
  expectedErrors:
    /Ignored call to 'print\(\)'|Blocked opening '[^']*print\.html'|Download is disallowed|Clipboard API|Blocked script execution|blocked by CORS policy|net::ERR_FAILED/,
});

interface Ways {
  readonly prints: boolean;
  readonly opens: boolean;
  readonly downloads: boolean;
}

/** Frames of the sandbox's chart page by what they let the app do. */
const FRAMES: Readonly<Record<string, Ways>> = {
  Normal: { prints: true, opens: true, downloads: true },
  'No sandbox': { prints: true, opens: true, downloads: true },
  'No printing': { prints: false, opens: true, downloads: true },
  'No new windows': { prints: true, opens: false, downloads: true },
  'No downloads': { prints: true, opens: true, downloads: false },
  'No printing, no new windows': { prints: false, opens: false, downloads: false },
};

for (const [frame, ways] of Object.entries(FRAMES))
  test(`frame “${frame}”: the worst finding is there, and each way to the paper works or says why not`, async ({
    page,
    promises,
  }) => {
    const app = await launchInFrame(page, 'Raman', { Frame: frame });
    await whenRead(app);
    await expect(app.getByText('Tizanidine + ciprofloxacin').first()).toBeVisible();
    await app.getByRole('button', { name: 'Print for Priya Raman' }).click();
    await app.getByRole('button', { name: 'Approve and print' }).click();
    if (ways.prints) await expect(app.getByText(/^Printed \d+:\d\d, version 1/).last()).toBeVisible();
    else await throughTheWindow(page, app, ways.opens);

    const files: string[] = [];
    page.on('download', (file) => files.push(file.suggestedFilename()));
    await app.getByRole('button', { name: 'Download', exact: true }).click();
    await expect(app.getByText(/If no file arrives, use Copy text/)).toBeVisible();

    await app.getByRole('button', { name: 'Copy text' }).click();
    await expect(app.getByText(/does not allow copying for you\. The text is selected/)).toBeVisible();
    await expect(app.getByRole('textbox', { name: 'Handout as text' })).toHaveValue(
      /Priya Raman[^]*danger signs/i,
    );
    if (ways.downloads) await expect.poll(() => files).toEqual(['back-spasm-handout.html']);
    expect(files).toHaveLength(ways.downloads ? 1 : 0);
    expect(promises.tokens.size, 'tokens that the recorder saw').toBe(1);
  });

/** The frame ignored print(): the next way out is a page of its own, and after that the file. */
async function throughTheWindow(page: Page, app: FrameLocator, opens: boolean): Promise<void> {
  await expect(app.getByText('This EHR window does not let BackSafe print.')).toBeVisible();
  // A whole browser does not always report which page the frame that opened a window belongs to.
  const opened = opens ? page.context().waitForEvent('page') : undefined;
  await app.getByRole('button', { name: 'Open printable page' }).click();
  if (opened === undefined) {
    await expect(app.getByText('This EHR window does not let BackSafe open a page either.')).toBeVisible();
    await expect(app.getByRole('button', { name: 'Download handout' })).toBeVisible();
    return;
  }
  const printable = await opened;
  await expect(printable.getByRole('heading', { name: /^Danger signs/ })).toBeVisible();
  await expect(printable.getByText('Priya Raman').first()).toBeVisible();
  expect(new URL(printable.url()).search).toBe('');
  await expectAccessible(printable);
}

test('a frame without scripts, or without an origin of its own, says that nothing was checked', async ({
  page,
}) => {
  for (const frame of ['No scripts', 'No origin of its own']) {
    const app = await launchInFrame(page, 'Raman', { Frame: frame });
    await expect(
      app.getByText(/this window does not let BackSafe run its scripts:\s+nothing\s+was\s+checked/),
    ).toBeVisible();
  }
});
