import { printedPages } from './pdf-text';
import { expect, expectAccessible, launchInTab, test, whenPaperStands, whenRead } from './support';

test('a page left alone is locked and empty, on screen and on paper; unlocked it shows the same patient and the answers', async ({
  page,
}) => {
  await page.context().clock.install();
  const app = await launchInTab(page, 'Raman');
  await whenPaperStands(app);
  await app.getByRole('button', { name: 'Ask now' }).click();
  await app.getByRole('button', { name: 'Yes' }).first().click();
  await app.keyboard.press('Escape');
  await expect(app.getByText(/^Symptoms: 1 of \d+ asked/)).toBeVisible();
  await app.clock.fastForward('13:30');
  await expect(app.getByText('Still there?')).toBeVisible();
  await app.clock.fastForward('02:00');
  await expect(app.getByRole('heading', { name: 'BackSafe is locked' })).toBeVisible();
  // Neither the page, nor its styles, nor what Ctrl+P would print knows the patient any more.
  expect(await app.content()).not.toMatch(/Raman|tizanidine|ciprofloxacin/i);
  const sheets = await app.evaluate(() =>
    document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join(' '),
  );
  expect(sheets).not.toContain('Raman');
  expect((await printedPages(app)).join(' ')).not.toMatch(/Raman|tizanidine/i);
  await expectAccessible(app);
  const read = app.waitForRequest(/\/fhir\/MedicationRequest/);
  await app.getByRole('button', { name: 'Read the chart again' }).click();
  await read;
  await whenRead(app);
  await expect(app.getByRole('heading', { name: 'Priya Raman' })).toBeVisible();
  await expect(app.getByText(/^Symptoms: 1 of \d+ asked/)).toBeVisible();

  const other = await launchInTab(page, 'Watanabe');
  await whenRead(other);
  await expect(other.getByText('Symptoms: not asked.')).toBeVisible();
});
