import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { tablesPlugin } from './tools/tables-plugin';

/** They leave nothing behind: no page, no global, no clock; a server of theirs is closed. */
const PURE = [
  'tests/{knowledge,review,terminology,chart,sandbox,tools}/**/*.test.ts',
  'tests/handout/!(pdf).test.ts',
  'tests/robustness/!(clock-skew).test.ts',
  // Its warm-up counts which patterns were used before.
  'tests/workspace/!(engine).test.ts',
];
/** The sign-in takes the page's globals from its tests, which put them back. */
const SIGN_IN = ['tests/launch/!(*-view).test.ts', 'tests/robustness/clock-skew.test.ts'];

/** Two apart: one takes over the page's windows, one counts what is done for the first time. */
const SCREENS = ['tests/**/!(ways-out|draw-nowhere).test.tsx'];

export default defineConfig({
  plugins: [tablesPlugin()],
  resolve: {
    alias: [
      // In Vitest the package name resolves to its Node entry, which has no browser sign-in.
      {
        find: /^fhirclient$/,
        replacement: fileURLToPath(new URL('node_modules/fhirclient/lib/entry/browser.js', import.meta.url)),
      },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE,
          // They share no state to keep apart, and loading the knowledge and its tables anew for each file took most of their time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'sign-in', include: SIGN_IN, isolate: false } },
      {
        extends: true,
        test: {
          name: 'screens',
          include: SCREENS,
          isolate: false,
          // Run for each file: a module that stays loaded adds its hooks to the first file alone.
          setupFiles: ['tests/launch/browser-globals.ts', 'tests/workspace/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...PURE, ...SIGN_IN, ...SCREENS, 'tests/e2e/**'],
        },
      },
    ],
    environment: 'node',
    setupFiles: ['tests/seed.ts'],
    // A hang ends; a busy machine does not make a test red.
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    // Vitest leaves one core idle for watching; on a machine of two that doubles the time.
    maxWorkers: '100%',
  },
});
