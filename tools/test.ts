/**
 * `npm test`: type check, lint, unit and integration tests, build, browser tests on the built app.
 * Every step runs even when an earlier one failed (the build and the browser tests need the build), and the last line is
 * plain: `N passed, N failed`. A step without countable tests counts as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { findHeadlessShell, findOrInstallChromium } from './chromium';

interface Count {
  passed: number;
  failed: number;
}

const RESULTS = 'test-results';
const UNIT_REPORT = `${RESULTS}/unit.json`;
const BROWSER_REPORT = `${RESULTS}/browser.json`;

function run(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  process.stdout.write(`\n── ${title}\n`);
  const result = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return result.status === 0;
}

const one = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/** A report that is missing or empty means that the runner died: that is a failure, not zero tests. */
function fromReport(path: string, ok: boolean, read: (report: unknown) => Count): Count {
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const count = read(JSON.parse(readFileSync(path, 'utf8')));
  const silent = count.passed === 0 && count.failed === 0;
  return { passed: count.passed, failed: count.failed + ((!ok && count.failed === 0) || silent ? 1 : 0) };
}

function numberAt(value: unknown, ...path: readonly string[]): number {
  let current: unknown = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return 0;
    current = Object.entries(current).find(([name]) => name === key)?.[1];
  }
  return typeof current === 'number' ? current : 0;
}

function unit(): Count {
  rmSync(UNIT_REPORT, { force: true });
  const ok = run('Unit and integration tests', 'npx', [
    'vitest',
    'run',
    '--configLoader=runner',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ]);
  return fromReport(UNIT_REPORT, ok, (report) => ({
    passed: numberAt(report, 'numPassedTests'),
    failed: numberAt(report, 'numFailedTests'),
  }));
}

function browser(): Count {
  rmSync(BROWSER_REPORT, { force: true });
  const ok = run('Browser tests', 'npx', ['playwright', 'test']);
  return fromReport(BROWSER_REPORT, ok, (report) => ({
    passed: numberAt(report, 'stats', 'expected'),
    failed: numberAt(report, 'stats', 'unexpected') + numberAt(report, 'stats', 'flaky'),
  }));
}

const counts: Count[] = [];
let chromium: string | undefined;
try {
  chromium = findOrInstallChromium();
  const shell = findHeadlessShell();
  // For Playwright's runner and for the tests that drive the browser outside it.
  process.env.CHROMIUM_PATH = chromium;
  if (shell !== undefined) process.env.CHROMIUM_SHELL_PATH = shell;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}

counts.push(one(run('Types and lint', 'npx', ['oxlint', '-c', 'oxlint.config.js'])));
counts.push(one(run('Format', 'npx', ['oxfmt', '--check'])));
counts.push(unit());
const built = run('Build', 'npx', ['vite', 'build', '--configLoader', 'runner', '--logLevel', 'warn']);
counts.push(one(built));
counts.push(built && chromium !== undefined ? browser() : { passed: 0, failed: 1 });

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
