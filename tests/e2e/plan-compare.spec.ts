import { printedPages } from './pdf-text';
import { expect, expectAccessible, launchInTab, test, whenRead } from './support';

test('from an empty chart: a relaxant is planned with five clicks, reviewed, and printed with its times', async ({
  page,
}) => {
  const app = await launchInTab(page, 'Whitehorse');
  await app.setViewportSize({ width: 900, height: 640 });
  await whenRead(app);
  const medicines = app.getByRole('region', { name: 'Back medicines' });
  await expect(medicines.getByText('No back relaxant in this chart.')).toBeVisible();

  await medicines.getByRole('button', { name: 'Plan a relaxant' }).last().click();
  await expect(medicines.getByLabel('Name or brand')).toBeFocused();
  await expectAccessible(app);
  await medicines.getByRole('button', { name: 'cyclobenzaprine', exact: true }).click();
  await medicines.getByRole('button', { name: '5 mg', exact: true }).click();
  await medicines.getByRole('button', { name: 'Bedtime' }).click();
  await medicines.getByRole('button', { name: 'Plan cyclobenzaprine' }).click();

  await expect(medicines.getByRole('heading', { name: 'cyclobenzaprine 5 mg tablet' })).toBeVisible();
  await expect(medicines.getByText('planned, not in the chart')).toBeVisible();
  await expect(app.getByText(/Driving: /).first()).toBeVisible();
  await expect(app.getByRole('region', { name: 'First' })).toBeVisible();
  await expectAccessible(app);
  // The paper of the chart without the plan stood before.
  await expect(app.locator('.paper').first()).toContainText('cyclobenzaprine 5 mg tablet');
  const [first] = await printedPages(app);
  expect(first).toContain('cyclobenzaprine 5 mg tablet');
  expect(first).toContain('1 tablet');

  await medicines.getByRole('button', { name: 'Remove the plan: cyclobenzaprine' }).click();
  await expect(medicines.getByText('No back relaxant in this chart.')).toBeVisible();

  await medicines.getByRole('button', { name: 'Add a medicine' }).click();
  await app.getByLabel('Patient also takes').fill('cipro');
  await expect(app.getByRole('button', { name: /^ciprofloxacin/ }).first()).toBeVisible();
  await expectAccessible(app);
});

test.describe('Compare', () => {
  // Chromium's own line about the allergies that the sandbox refuses for this patient.
  test.use({ expectedErrors: /status of 403/ });

  test('opens, is read and closes by keyboard alone, and a row leads to its plan', async ({ page }) => {
    const app = await launchInTab(page, 'Lopez');
    await app.setViewportSize({ width: 900, height: 640 });
    await whenRead(app);
    await app.getByRole('button', { name: 'Compare' }).focus();
    await app.keyboard.press('Enter');
    await expect(app.getByRole('heading', { name: /^Compare for Maria Lopez/ })).toBeFocused();
    const table = app.getByRole('table');
    await expect(
      table.getByRole('rowheader', { name: /in what could be read \(0\).*allergies/ }),
    ).toBeVisible();
    await expect(table.getByRole('rowheader', { name: 'Contraindicated (1)' })).toBeAttached();
    await expect(app.getByText('Taper tizanidine first.')).toBeVisible();
    await expectAccessible(app);
    // In the dark, for a user who asks for more contrast: quiet words are as strong as all others.
    await app.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    const colourOf = (name: string) =>
      table
        .getByRole('columnheader', { name })
        .evaluate((head) => [getComputedStyle(head).color, getComputedStyle(document.body).color]);
    const [quiet, usual] = await colourOf('Driving');
    expect(quiet).toBe(usual);
    await expectAccessible(app);
    await app.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    const [again, plain] = await colourOf('Driving');
    expect(again).not.toBe(plain);

    await app.keyboard.press('Tab');
    await expect(app.getByRole('combobox', { name: /In place of/ })).toBeFocused();
    await app.keyboard.press('ArrowDown');
    await expect(app.getByText('Taper tizanidine first.')).toBeHidden();
    await app.keyboard.press('Escape');
    await expect(app.getByRole('button', { name: 'Compare' })).toBeFocused();

    await app.keyboard.press('Enter');
    await app.getByRole('button', { name: 'Plan methocarbamol' }).focus();
    await app.keyboard.press('Enter');
    await expect(app.getByText('Plan methocarbamol', { exact: true }).first()).toBeVisible();
    await expect(app.getByRole('button', { name: '500 mg' })).toBeFocused();
  });
});
