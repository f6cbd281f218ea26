/**
 * `npx tsx tools/screenshots.ts`: makes the pictures of README.md from the built app (docs/*.png), so that they never show
 * another version. Needs a Chromium (as the browser tests) and `pdftoppm` for the printed page.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findOrInstallChromium } from './chromium';

const DOCS = new URL('../docs/', import.meta.url).pathname;
const PORT = 4189;

mkdirSync(DOCS, { recursive: true });
const server = await preview({
  configLoader: 'runner',
  logLevel: 'warn',
  preview: { port: PORT, strictPort: true },
});
const browser = await chromium.launch({
  executablePath: findOrInstallChromium(),
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
});
const scratch = mkdtempSync(join(tmpdir(), 'backsafe-'));
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`http://127.0.0.1:${PORT}/ehr/`);
  await page.getByRole('link', { name: /^Lopez,/ }).click();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open in a tab' }).click();
  await page.getByRole('button', { name: 'Open BackSafe' }).click();
  const frame = page.frameLocator('iframe[title="BackSafe"]');
  await frame.getByText(/^Chart read \d/).waitFor();
  await frame.locator('.paper .sheet').last().waitFor({ state: 'attached' });
  await page.screenshot({ path: join(DOCS, 'chart.png') });

  const app = await opened;
  await app.setViewportSize({ width: 1440, height: 860 });
  await app.getByText(/^Chart read \d/).waitFor();
  await app.locator('.paper .sheet').last().waitFor({ state: 'attached' });
  await app.getByRole('heading', { name: 'Medicine table' }).waitFor();
  await app.screenshot({ path: join(DOCS, 'review.png') });

  // Approved as a clinician would, then printed to a file instead of through the dialog.
  await app.evaluate(() => {
    window.print = () => window.dispatchEvent(new Event('beforeprint'));
  });
  await app.getByRole('button', { name: /^Print for / }).click();
  await app.getByRole('button', { name: 'Approve and print' }).click();
  const file = join(scratch, 'handout.pdf');
  writeFileSync(file, await app.pdf({ preferCSSPageSize: true }));
  execFileSync('pdftoppm', ['-r', '80', '-png', file, join(DOCS, 'handout')]);
} finally {
  await browser.close();
  await server.close();
  rmSync(scratch, { recursive: true });
}
