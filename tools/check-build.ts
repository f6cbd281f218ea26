import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** Everything a release consists of, besides the scripts and styles in assets/. A `config.json` would overwrite a hospital's. */
const PAGES = ['index.html', 'launch.html', 'print.html'];
const OTHERS = ['config.example.json', 'licenses.md', 'LICENSE.txt', 'NOTICE.txt'];
/** Files in assets/ are served as immutable, so each name must change with its content. */
const HASHED = /^assets\/[\w-]+-[\w-]{8}\.(?:js|css)$/;

/** Modules that belong to development: the embedded EHR, its patients, the tests, the mock server. */
const DEVELOPMENT = /(?:^|\/)(?:src\/sandbox|fhir\/samples|tests|node_modules\/(?:msw|oidc-provider))\//;

/** Ways for a script to talk or to remember that the app has no use for, so that a library cannot bring one in unseen. */
const UNWANTED = [
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'sendBeacon',
  'RTCPeerConnection',
  'serviceWorker',
  'importScripts',
  'indexedDB',
  'document.cookie',
  'document.write',
  'eval(',
  'new Function',
  'sourceMappingURL',
];

/** Words that stand in the sandbox only. The names of its patients are added from their files. */
const SANDBOX_WORDS = ['backsafe-sandbox', 'backsafe.example/sandbox', 'mockServiceWorker', 'oidc-provider'];

/**
 * What a built folder must not hold: files that no page needs, parts of the sandbox, addresses of other origins that a page
 * would load from, inline code. One sentence per finding.
 *
 * @param modules ids of the modules that were bundled, as the bundler names them
 * @param samples folder of the sandbox's patients
 */
export function checkBuild(dist: string, modules: readonly string[], samples: string): readonly string[] {
  const broken: string[] = [];
  if (!modules.some((id) => id.includes('/src/workspace/')))
    broken.push('the list of bundled modules does not hold the app itself');
  for (const id of modules)
    if (DEVELOPMENT.test(id)) broken.push(`the build holds ${id}, which is for development only`);
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replace(/^\//, ''));
  for (const page of [...PAGES, ...OTHERS]) if (!files.includes(page)) broken.push(`${page} is missing`);
  const names = sampleNames(samples);
  for (const file of files) {
    if (!PAGES.includes(file) && !OTHERS.includes(file) && !HASHED.test(file))
      broken.push(`${file} does not belong to a release, or its name has no hash`);
    const text = readFileSync(join(dist, file), 'utf8');
    for (const word of [...SANDBOX_WORDS, ...names])
      if (text.includes(word)) broken.push(`${file} holds "${word}" of the sandbox`);
    const found = INSIDE.get(extname(file))?.(text) ?? [];
    broken.push(...found.map((what) => `${file} holds ${what}`));
  }
  return broken;
}

function inPage(html: string): string[] {
  const addresses = [...html.matchAll(/\s(?:src|href|action)\s*=\s*"([^"]*)"/g)].flatMap(
    (match) => match[1] ?? [],
  );
  return [
    ...addresses
      // The empty address is the page itself, `data:,` the icon that keeps the browser from asking for one.
      .filter((address) => address !== '' && address !== 'data:,' && !address.startsWith('./assets/'))
      .map((address) => `the address ${address}, which is not beside it`),
    ...(/<script(?![^>]*\ssrc=)[^>]*>/.test(html) ? ['an inline script'] : []),
    ...(/<style[\s>]/.test(html) ? ['an inline style'] : []),
    ...(/\sstyle\s*=\s*"/.test(html) ? ['a style attribute'] : []),
    ...(/\son\w+\s*=\s*"/.test(html) ? ['an inline event handler'] : []),
    ...policyComesFirst(html),
  ];
}

/** A policy in the page governs only what comes after it. */
function policyComesFirst(html: string): string[] {
  const policy = html.indexOf('http-equiv="Content-Security-Policy"');
  const first = html.search(/<(?:script|link)\b/);
  return policy >= 0 && policy < first ? [] : ['no policy before its first script or link'];
}

function inStyle(css: string): string[] {
  return [
    ...(/@import\b/.test(css) ? ['an @import'] : []),
    ...[...css.matchAll(/url\(\s*["']?(?!data:)([^)"']+)/g)].map((match) => `the address ${match[1]}`),
  ];
}

function inScript(code: string): string[] {
  const elsewhere = [...code.matchAll(/\b(?:import|fetch)\(\s*["'`](https?:[^"'`]*)/g)];
  return [
    ...UNWANTED.filter((word) => code.includes(word)).map((word) => `"${word}"`),
    ...elsewhere.map((match) => `a request to ${match[1]}`),
  ];
}

const INSIDE: ReadonlyMap<string, (text: string) => string[]> = new Map([
  ['.html', inPage],
  ['.css', inStyle],
  ['.js', inScript],
]);

/** Ids and full names of the sandbox's patients. */
function sampleNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const family = /"family":\s*"([^"]+)"/.exec(text)?.[1];
      const given = /"given":\s*\[\s*"([^"]+)"/.exec(text)?.[1];
      return [file.replace(/\.json$/, ''), `${given} ${family}`];
    });
}
