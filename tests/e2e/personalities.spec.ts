import { expect, launchInTab, test, whenPaperStands } from './support';

// Chromium's own line about a query that this kind of EHR refuses, which the app then asks in another form.
test.use({ expectedErrors: /status of 4\d\d/ });

for (const ehr of [
  'Epic-like: category required, medicines by reference, long ids',
  'Oracle-like: contained medicines, no _include, short token',
  'Athena-like: intent required, category with system, nonce, PKCE not announced',
  'NextGen-like: seven scopes, no Medication, no _count',
  'HAPI-like: pages at the base address',
  'Canvas-like: relative links, scope not repeated',
])
  test(`${ehr}: the same finding and the same printed paper as anywhere`, async ({ page }) => {
    const app = await launchInTab(page, 'Raman', { EHR: ehr });
    await whenPaperStands(app);
    await expect(app.getByText('Tizanidine + ciprofloxacin').first()).toBeVisible();
    await expect(
      app.locator('.paper').getByText('Call us before your next dose.', { exact: false }).first(),
    ).toBeAttached();
    await expect(app.getByText(/could not be read|not permitted/)).toHaveCount(0);
    await app.getByRole('button', { name: 'Print for Priya Raman' }).click();
    await app.getByRole('button', { name: 'Approve and print' }).click();
    await expect(app.getByText(/^Printed \d+:\d\d, version 1/).last()).toBeVisible();
  });
