import { wholeChromium } from '../../playwright.config';
import { isRecord } from '../../src/launch/json';
import { FOREIGN_HOST } from '../../src/sandbox/faults';
import { loadSamples } from '../../src/sandbox/samples';
import { test } from './hospital';
import { expect, launchInFrame, launchInTab, whenRead } from './support';

/** Priya Raman's chart as a stranger would write it: every reference between entries, and every link, leads to his own server. */
function hostileChart(): unknown {
  const [sample] = loadSamples().filter((bundle) => isRecord(bundle) && bundle.id === 'priya-raman-chart');
  const text = JSON.stringify(sample)
    .replaceAll('priya-raman', 'mallory')
    .replaceAll('Raman', 'Mallory')
    .replaceAll('https://backsafe.example/sandbox/', `${FOREIGN_HOST}/`);
  const chart: unknown = JSON.parse(text);
  if (!isRecord(chart) || !Array.isArray(chart.entry)) throw new Error('The sample has no entries');
  chart.entry.push({
    resource: {
      resourceType: 'MedicationRequest',
      id: 'mallory-foreign',
      status: 'active',
      intent: 'order',
      subject: { reference: 'Patient/mallory' },
      medicationReference: {
        reference: `${FOREIGN_HOST}/fhir/Medication/1`,
        display: 'baclofen 10 mg tablet',
      },
    },
  });
  return chart;
}

// The policy of this hospital lets requests to the stranger through, and this browser gives frames of another site no storage.
test.use({
  // What a whole browser does with the storage of frames, its engine alone does not.
  launchOptions: wholeChromium(),
  hostile: [hostileChart()],
  expectedErrors: /ERR_FAILED|Failed to fetch|redirect|Access is denied/i,
});

test('links, references and redirects to a stranger are not followed, and the token stays with the EHR', async ({
  page,
  promises,
}) => {
  const context = page.context();
  // The stranger would gladly answer everyone; every test fails when anything is asked of him.
  await context.route(`${FOREIGN_HOST}/**`, (route) =>
    route.fulfill({ json: { resourceType: 'Bundle' }, headers: { 'access-control-allow-origin': '*' } }),
  );
  const linked = await launchInTab(page, 'Mallory', { Observation: 'Next page on another host' });
  await whenRead(linked);
  await expect(linked.getByText('Tizanidine + ciprofloxacin').first()).toBeVisible();
  await expect(linked.getByText('baclofen 10 mg tablet', { exact: false }).first()).toBeVisible();

  await context.route(/\/fhir\/Condition\?/, (route) =>
    route.fulfill({
      status: 302,
      headers: { location: `${FOREIGN_HOST}/Condition`, 'access-control-allow-origin': '*' },
    }),
  );
  const redirected = await launchInTab(page, 'Mallory');
  await whenRead(redirected);
  await expect(redirected.getByRole('button', { name: /Conditions could not be read/ })).toBeVisible();
  expect(promises.tokens.size, 'tokens that the recorder saw').toBe(2);
});

test('a frame without storage says so before any sign-in, and its own window works', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const app = await launchInFrame(page, 'Raman');
  await expect(app.getByRole('heading', { name: 'This window does not let BackSafe sign in' })).toBeVisible();
  expect(asked.filter((path) => /oauth|fhir/.test(path))).toEqual([]);
  const opened = page.waitForEvent('popup');
  await app.getByRole('link', { name: 'Open BackSafe in its own window' }).click();
  const own = await opened;
  await whenRead(own);
  await expect(own.getByText('Tizanidine + ciprofloxacin').first()).toBeVisible();
});
