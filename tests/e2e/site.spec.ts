import type { Page } from '@playwright/test';
import { printedPages } from './pdf-text';
import { expect, expectAccessible, launchInTab, test, whenPaperStands } from './support';

/** The sandbox's config.json with other settings at every site. */
async function withSettings(page: Page, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await page.context().route('**/config.json', async (route) => {
    const answer = await route.fetch();
    const { sites } = (await answer.json()) as { sites: readonly object[] };
    await route.fulfill({ json: { sites: sites.map((site) => ({ ...site, ...settings })) } });
  });
}

const CLINICS = [
  { name: 'Oak Street Clinic', phone: '(555) 010-0100', afterHoursPhone: '(555) 010-0101' },
  { name: 'Elm Street Clinic', phone: '(555) 010-0200', afterHoursPhone: '(555) 010-0201' },
];
const RULES = [
  {
    rule: 'TIZ-FOOD',
    show: 'serious',
    reason: 'the pharmacy here switches between tablets and capsules',
    decidedBy: 'Medication safety committee',
  },
  { rule: 'TIZ-LFT-MONITOR', show: 'hidden', reason: 'ordered with every start', decidedBy: 'Dr. Lee' },
] as const;

test('what a site set is seen: the clinic is picked once and stands on the paper, and its rules name who decided and why', async ({
  page,
}) => {
  await withSettings(page, { clinics: CLINICS, rules: RULES });
  const app = await launchInTab(page, 'Raman');
  await whenPaperStands(app);
  const clinic = app.getByRole('region', { name: 'Clinic' });
  await expectAccessible(app);
  const [blank = ''] = await printedPages(app);
  expect(blank).not.toContain('Street Clinic');
  await clinic.getByRole('button', { name: 'Elm Street Clinic' }).click();
  await expect(clinic).toHaveCount(0);
  await expect(app.locator('.paper').first()).toContainText('Elm Street Clinic');
  for (const printed of await printedPages(app)) {
    expect(printed).toContain('Elm Street Clinic');
    expect(printed).toContain('(555) 010-0200');
    expect(printed).not.toContain('Oak Street');
  }

  await app.getByRole('button', { name: /^Serious *Tizanidine: same form/ }).click();
  await expect(
    app.getByText(`Ranked by this site: ${RULES[0].reason} (${RULES[0].decidedBy})`).first(),
  ).toBeVisible();
  await app.getByText(/Found, not shown at this site \(1\)/).click();
  await expect(
    app.getByText(`${RULES[1].reason} (${RULES[1].decidedBy})`, { exact: false }).first(),
  ).toBeVisible();
});

test('?diagnose says what works here without a launch and with one, holds nothing of the patient and can be copied', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/launch.html?diagnose');
  const report = page.getByRole('textbox', { name: 'Report' });
  await expect(report).toHaveValue(/config\.json: right, sites: \d+[^]*SMART configuration: read in/);
  await expectAccessible(page);

  // The launch address that an administrator registers for a test.
  const launch = await page.request.post('/ehr/launch', {
    form: { patient: 'priya-raman', target: 'tab' },
    maxRedirects: 0,
  });
  await page.goto(`${launch.headers().location ?? ''}&diagnose`);
  const told = page.getByRole('textbox', { name: 'Report' });
  await expect(told).toHaveValue(/Patient in context: yes[^]*MedicationRequest: complete/);
  await expectAccessible(page);
  const text = (await page.locator('body').innerText()) + (await told.inputValue());
  expect(text).not.toMatch(/Raman|priya|tizanidine|ciprofloxacin/i);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await told.inputValue());
});
