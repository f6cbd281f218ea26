import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBuild } from '../../tools/check-build';

const SAMPLES = new URL('../../fhir/samples', import.meta.url).pathname;
const APP = ['/home/backsafe/src/workspace/main.tsx'];
const POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'" />';
const PAGE = `<html><head>${POLICY}<script type="module" src="./assets/index-Abcd_123.js"></script></head></html>`;

let dist: string;
const put = (file: string, text: string): void => writeFileSync(join(dist, file), text);
const broken = (modules: readonly string[] = APP): readonly string[] => checkBuild(dist, modules, SAMPLES);

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'backsafe-'));
  mkdirSync(join(dist, 'assets'));
  for (const page of ['index.html', 'launch.html', 'print.html']) put(page, PAGE);
  for (const file of ['config.example.json', 'licenses.md', 'LICENSE.txt', 'NOTICE.txt']) put(file, '');
  put('assets/index-Abcd_123.js', 'export const app=1;');
});
afterEach(() => rmSync(dist, { recursive: true }));

describe('the check of a build', () => {
  it('finds nothing in a folder of pages and hashed files', () => {
    expect(broken()).toEqual([]);
  });

  it.each([
    ['a source map', 'assets/index-Abcd_123.js.map', '{}', /index-Abcd_123\.js\.map does not belong/],
    ['a config.json', 'config.json', '{}', /^config\.json does not belong/],
    ['a file without a hash', 'assets/app.js', '', /app\.js does not belong/],
    ['a sandbox word', 'assets/a-Abcd_123.js', 'x="backsafe-sandbox"', /"backsafe-sandbox" of the sandbox/],
    ['a sample patient', 'assets/a-Abcd_123.js', 'x="Priya Raman"', /"Priya Raman" of the sandbox/],
    ['a source map link', 'assets/a-Abcd_123.js', '//# sourceMappingURL=a', /"sourceMappingURL"/],
    ['a beacon', 'assets/a-Abcd_123.js', 'navigator.sendBeacon(x)', /"sendBeacon"/],
    ['a foreign import', 'assets/a-Abcd_123.js', 'import("https://cdn.test/a.js")', /https:\/\/cdn\.test/],
    ['a foreign font', 'assets/a-Abcd_123.css', 'a{src:url(https://cdn.test/f)}', /https:\/\/cdn\.test\/f/],
    ['a foreign style sheet', 'assets/a-Abcd_123.css', '@import "x.css";', /an @import/],
    ['a foreign script', 'print.html', PAGE.replace('./assets/', 'https://cdn.test/'), /cdn\.test/],
    ['an inline script', 'print.html', `${PAGE}<script>run()</script>`, /an inline script/],
    ['an inline handler', 'print.html', `${PAGE}<p onclick="run()">`, /an inline event handler/],
    ['a style attribute', 'print.html', `${PAGE}<p style="x">`, /a style attribute/],
    ['a page without policy', 'print.html', PAGE.replace(POLICY, ''), /no policy before/],
  ])('names %s', (_what, file, text, expected) => {
    put(file, text);
    expect(broken().join('\n')).toMatch(expected);
  });

  it.each(['print.html', 'NOTICE.txt'])('says that %s is missing', (file) => {
    rmSync(join(dist, file));
    expect(broken()).toEqual([`${file} is missing`]);
  });

  it.each(['/home/backsafe/src/sandbox/core.ts', '/home/backsafe/node_modules/msw/lib/index.js'])(
    'names the bundled module %s',
    (id) => {
      expect(broken([...APP, id])).toEqual([`the build holds ${id}, which is for development only`]);
    },
  );

  it('does not trust a list of modules in which the app is missing', () => {
    expect(broken([])).toEqual(['the list of bundled modules does not hold the app itself']);
  });
});
