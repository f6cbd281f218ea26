import { defineConfig } from '@playwright/test';
import type { LaunchOptions } from '@playwright/test';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The whole browser, with its tabs and toolbars. */
export const wholeChromium = (): LaunchOptions => launched(process.env.CHROMIUM_PATH, []);

/**
 * With `more` flags than every test has. Where it is there, the same engine without tabs and toolbars: they are drawn for every window
 * and took a third of the time.
 */
export const chromiumWith = (...more: readonly string[]): LaunchOptions =>
  launched(process.env.CHROMIUM_SHELL_PATH ?? process.env.CHROMIUM_PATH, more);

function launched(executablePath: string | undefined, more: readonly string[]): LaunchOptions {
  return {
    args: [...CHROMIUM_FLAGS, ...more],
    ...(executablePath === undefined ? {} : { executablePath }),
  };
}

/** The browser tests run on the built app, served by `vite preview` with the production policy and the sandbox EHR beside it. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Limits against hanging, no measurement: on a busy machine everything takes many times as long.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: 'http://127.0.0.1:4199',
    viewport: { width: 1280, height: 900 },
    // Recording costs every test a third of its time: after a failure, `--trace on` for that one.
    trace: 'off',
    launchOptions: chromiumWith(),
  },
  webServer: {
    command: 'npx vite preview --configLoader runner --port 4199 --strictPort',
    url: 'http://127.0.0.1:4199/ehr/',
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
