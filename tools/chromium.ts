import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * A Chromium for the browser tests: CHROMIUM_PATH, an installed Chromium, Chrome or Edge, or one in Playwright's cache;
 * else it is installed (Debian's package as root, otherwise Playwright's own within five minutes).
 * Throws one sentence that says what to do when none can be had.
 */
export function findOrInstallChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  process.stderr.write('No Chromium found; installing one …\n');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore', timeout: 300_000 });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], {
      stdio: 'ignore',
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } else {
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  }
  const installed = findChromium();
  if (installed === undefined)
    throw new Error(
      'The browser tests need Chromium, Chrome or Edge: install one, or set CHROMIUM_PATH to its program.',
    );
  return installed;
}

/**
 * The headless shell: the same engine without windows around its pages. Undefined when there is none, or when CHROMIUM_PATH names the
 * browser to test with.
 */
export function findHeadlessShell(): string | undefined {
  const stated = process.env.CHROMIUM_SHELL_PATH;
  if (stated !== undefined && stated !== '') return stated;
  if (process.env.CHROMIUM_PATH !== undefined && process.env.CHROMIUM_PATH !== '') return undefined;
  const cached = inPlaywrightCache('chromium_headless_shell-', [
    'chrome-headless-shell-linux64/chrome-headless-shell',
    'chrome-linux/headless_shell',
  ]);
  return [...onPath('chromium-headless-shell', 'chrome-headless-shell'), ...cached].find((path) =>
    existsSync(path),
  );
}

function findChromium(): string | undefined {
  const stated = process.env.CHROMIUM_PATH;
  if (stated !== undefined && stated !== '') {
    if (!existsSync(stated)) throw new Error(`CHROMIUM_PATH is set to ${stated}, and there is no such file.`);
    return stated;
  }
  const named = onPath(
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  );
  const cached = inPlaywrightCache('chromium-', ['chrome-linux/chrome', 'chrome-linux64/chrome']);
  return [...named, ...fixedPlaces(), ...cached].find((path) => existsSync(path));
}

function onPath(...names: readonly string[]): string[] {
  return names.flatMap((name) => {
    try {
      return [
        execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(),
      ];
    } catch {
      // `which` fails when there is none by this name, or on Windows.
      return [];
    }
  });
}

function fixedPlaces(): string[] {
  const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter(
    (p) => p !== undefined,
  );
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programFiles.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ];
}

function inPlaywrightCache(kind: string, programs: readonly string[]): string[] {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((name) => name.startsWith(kind))
    .flatMap((name) => programs.map((program) => join(cache, name, program)));
}
