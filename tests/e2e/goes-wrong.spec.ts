import { printedPages } from './pdf-text';
import { expect, expectAccessible, launchInTab, test, whenRead } from './support';

// The browser's own line about refused answers, which these tests provoke.
test.use({
  expectedErrors: /Failed to load resource/,
});

test('medicines that may not be read are “not checked”, never “none found”', async ({ page }) => {
  const app = await launchInTab(page, 'Solberg');
  await whenRead(app);
  await expect(app.getByText(/Medicines could not be read \(not permitted\)/)).toBeVisible();
  await expect(app.getByText('This page cannot say what the patient takes.')).toBeVisible();
  await expect(app.getByText(/checks? could not run/)).toBeVisible();
  const text = await app.locator('main').innerText();
  expect(text).not.toMatch(/none found|no back relaxant in this chart|no red flags|nothing matched/i);
  await expectAccessible(app);
  // The paper tells the patient's reader too.
  await app.getByRole('button', { name: /^Print for / }).click();
  await expect(
    app
      .locator('.paper')
      .getByText(/could not (see|read|check)/i)
      .first(),
  ).toBeVisible();
});

test('an unknown EHR is refused before any request reaches it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  await page.goto('/launch.html?iss=https%3A%2F%2Fehr.example%2Ffhir&launch=abc');
  await expect(page.getByRole('heading', { name: 'This EHR is not registered with BackSafe' })).toBeFocused();
  await expect(
    page.getByText('The EHR at ehr.example is not on BackSafe’s list. Nothing was sent to it.'),
  ).toBeVisible();
  expect(new Set(asked)).toEqual(new Set([new URL(page.url()).host]));
  await expectAccessible(page);
});

for (const address of ['/launch.html', '/index.html'])
  test(`${address} opened without a chart says where to open it`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Open BackSafe from a patient’s chart' })).toBeVisible();
    await expectAccessible(page);
  });

for (const [option, heading] of [
  ['Refused by the user', 'Access was not allowed'],
  ['App not registered', 'BackSafe is not registered at this EHR'],
  ['Server error', 'The EHR had a problem'],
] as const)
  test(`a sign-in that ends with “${option}” is told, with a next step`, async ({ page }) => {
    const app = await launchInTab(page, 'Raman', { 'Sign-in': option });
    await expect(app.getByRole('heading', { name: heading })).toBeVisible();
    await expect(app.getByText('What to do:')).toBeVisible();
    // The same screen in other words: read once.
    if (option === 'Server error') await expectAccessible(app);
  });

test('a sign-in without a patient stops before any search', async ({ page }) => {
  const searches: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/ehr/fhir/Condition')) searches.push(request.url());
  });
  const app = await launchInTab(page, 'Raman', { 'Sign-in': 'No patient in context' });
  await expect(app.getByRole('heading', { name: 'The EHR named no patient' })).toBeVisible();
  expect(searches).toEqual([]);
});

for (const [fault, said] of [
  ['Broken JSON', /Conditions could not be read/],
  ['Not permitted (403)', /Conditions not permitted/],
] as const)
  test(`conditions answered with “${fault}” leave the rest standing and are named as a gap`, async ({
    page,
  }) => {
    const app = await launchInTab(page, 'Lopez', { Condition: fault });
    await whenRead(app);
    await expect(app.getByRole('button', { name: said })).toBeVisible();
    await expect(app.getByText('Tizanidine + ciprofloxacin').first()).toBeVisible();
    await expect(app.getByText(/Could not check for (other )?red flags: conditions/)).toBeVisible();
    await expect(app.getByText('None found in the conditions and medicines we could read.')).toHaveCount(0);
  });

test('a patient who cannot be read ends in a clear sentence with a way to try again', async ({ page }) => {
  const app = await launchInTab(page, 'Lopez', { Patient: 'Broken JSON' });
  await expect(app.getByRole('heading', { name: 'The EHR’s answer could not be read' })).toBeVisible();
  await expect(app.getByText('Nothing was checked.', { exact: false })).toBeVisible();
  await expect(app.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expectAccessible(app);
});

test('an empty chart is said to be empty in what could be read, and claims nothing else', async ({
  page,
}) => {
  const app = await launchInTab(page, 'Whitehorse');
  await whenRead(app);
  await expect(app.getByText('No back relaxant in this chart.')).toBeVisible();
  await expect(app.getByText('None found in the conditions and medicines we could read.')).toBeVisible();
  await expect(app.getByText('Symptoms: not asked.')).toBeVisible();
  await expectAccessible(app);
});

test('a session that ends early keeps what was read and says what was not', async ({ page }) => {
  // The three answers before the end: which of requests that are sent at once comes first, nobody promises.
  const answered: string[] = [];
  page.context().on('requestfinished', (request) => answered.push(request.url()));
  await page.context().route(/\/fhir\/(?!Medic)[A-Z]\w+\?/, async (route) => {
    await expect
      .poll(() => answered.filter((url) => /\/fhir\/(Patient|Medic)/.test(url)).length)
      .toBeGreaterThanOrEqual(3);
    await route.continue();
  });
  const app = await launchInTab(page, 'Lopez', { 'Sign-in': 'Token expires early, refresh refused' });
  await expect(app.getByRole('button', { name: /could not be read|read in part/ }).first()).toBeVisible();
  await expect(app.getByText(/checks? could not run/)).toBeVisible();
  // Nothing goes to paper before the clinician goes on with what was read.
  await expect(app.getByRole('alert').getByText('The session with the EHR has ended.')).toBeVisible();
  const print = app.getByRole('button', { name: /^Print for / }).first();
  await expect(print).toBeDisabled();
  await expect(app.locator('.paper')).toHaveCount(0);
  await expectAccessible(app);
  await app.getByRole('button', { name: /^Use (the reading of|what was read)/ }).click();
  await print.click();
  await expect(app.locator('.paper').getByText('Maria Lopez').first()).toBeVisible();
});

for (const [version, said] of [
  ['DSTU2 (1.0.2)', '1.0.2'],
  ['STU3 (3.0.2)', '3.0.2'],
] as const)
  test(`an EHR that speaks ${version} is refused with its version and the way out`, async ({ page }) => {
    const app = await launchInTab(page, 'Lopez', { 'FHIR version of the plain EHR': version });
    await expect(app.getByText(said, { exact: false }).first()).toBeVisible();
    await expect(app.getByText('What to do:')).toBeVisible();
    await expect(app.getByText('Maria Lopez')).toHaveCount(0);
    await expectAccessible(app);
  });

test('a session that expires early and can be renewed is renewed without a word', async ({ page }) => {
  const app = await launchInTab(page, 'Raman', { 'Sign-in': 'Token expires early, refresh works' });
  await whenRead(app);
  await expect(app.getByText('Tizanidine + ciprofloxacin').first()).toBeVisible();
  await expect(app.getByText(/could not be read|not permitted/)).toHaveCount(0);
});

test('two entries a page give the same findings as one page', async ({ page }) => {
  const app = await launchInTab(page, 'Raman', { 'Search pages': 'Two entries a page' });
  await whenRead(app);
  await expect(app.getByText('Tizanidine + ciprofloxacin').first()).toBeVisible();
});

test('printed before there is a paper, the sheet says so instead of staying blank', async ({ page }) => {
  await page.context().route('**/assets/compose-*.js', (route) => route.abort());
  const app = await launchInTab(page, 'Raman');
  await whenRead(app);
  await expect(app.getByText('The handout could not be made.')).toBeVisible();
  const pages = await printedPages(app);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('the handout was not ready when this page was printed');
});
