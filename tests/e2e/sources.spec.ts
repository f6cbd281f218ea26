import { expect, expectAccessible, expectNoSidewaysScroll, launchInTab, test, whenRead } from './support';

test('every rule can be looked up in the app, by keyboard and in a narrow frame', async ({ page }) => {
  const app = await launchInTab(page, 'Kowalczyk');
  await whenRead(app);
  await app.getByRole('button', { name: 'More', exact: true }).click();
  await app.getByRole('button', { name: 'Rules and sources' }).click();
  await expect(app.getByRole('heading', { name: 'Rules and sources' })).toBeFocused();
  await expect(app.getByText('160 of 160 rules')).toBeVisible();

  await app.setViewportSize({ width: 400, height: 700 });
  await app.getByRole('searchbox').fill('TIZ-CYP1A2-STRONG');
  await app.getByText('Tizanidine with a strong CYP1A2 inhibitor').click();
  await expect(
    app.getByText('current order: ciprofloxacin, fluvoxamine, viloxazine or enoxacin'),
  ).toBeVisible();
  await expect(app.getByRole('link', { name: 'FDA SrLC: Zanaflex NDA 021447 SUPPL-17' })).toBeVisible();
  await expectNoSidewaysScroll(app);
  await expectAccessible(app);

  await app.keyboard.press('Escape');
  await expect(app.getByRole('heading', { name: 'Rules and sources' })).toBeHidden();
  await expect(app.getByRole('button', { name: 'More', exact: true })).toBeFocused();
});
