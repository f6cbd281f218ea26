import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRegistry } from '../../src/launch/sites';
import { installCommands } from '../../tools/installed';

const ROOT = new URL('../..', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
/** A code span that names a test: its file, a colon, its title or the fixed part of it. */
const TEST = /`(tests\/[\w./-]+): ([^`]+)`/g;
const PATH = /`((?:src|tests|tools|deploy|docs|fhir|public|\.ci)\/[\w./-]*)`/g;
const LINK = /\]\((?!https?:|mailto:)([^)#\s]+)(?:#[\w-]+)?\)/g;
const COMMAND = /npm run (?:--silent )?([a-z]+)/g;

describe.each(DOCUMENTS)('%s', (path) => {
  const text = read(path);

  it('names tests that exist', () => {
    const wrong = [...text.matchAll(TEST)].filter(
      ([, file = '', title = '']) => !existsSync(join(ROOT, file)) || !read(file).includes(title),
    );
    expect(wrong.map(([found]) => found)).toEqual([]);
  });

  it('names files that exist, and links to files that exist', () => {
    const named = [...text.matchAll(PATH)].map(([, file = '']) => file);
    const linked = [...text.matchAll(LINK)].map(([, file = '']) => join(dirname(path), file));
    expect([...named, ...linked].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('names commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = [...text.matchAll(COMMAND)].map(([, command = '']) => command);
    expect(named.filter((command) => !(command in scripts))).toEqual([]);
  });
});

describe('the threat model', () => {
  it('names at least one test for every threat', () => {
    const rows = read('docs/threat-model.md')
      .split('\n')
      .filter((line) => /^\| T\d+ /.test(line));
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((row) => !/`tests\/[^`]+: [^`]+`|`npm run check`/.test(row))).toEqual([]);
  });
});

describe('the way to a site', () => {
  it('puts release and settings where the server’s file looks for them', () => {
    const commands = installCommands(read('README.md')).flat();
    const [release, settings] = ['/var/www/backsafe', '/etc/backsafe'];
    const made = [
      `cp -r dist/. ${release}/`,
      `example.json ${settings}/config.json`,
      `headers.conf ${settings}/`,
    ];
    for (const end of [...made, 'deploy/nginx.conf /etc/nginx/conf.d/backsafe.conf', 'nginx -s reload'])
      expect(commands.filter((line) => line.endsWith(end))).toHaveLength(1);
    const conf = read('deploy/nginx.conf');
    for (const path of [
      `root ${release};`,
      `alias ${settings}/config.json;`,
      `include ${settings}/headers.conf;`,
    ])
      expect(conf).toContain(path);
  });

  it('has a row for every setting, and calls needed what config.json is refused without', () => {
    const { sites } = JSON.parse(read('public/config.example.json')) as {
      readonly sites: readonly Readonly<Record<string, unknown>>[];
    };
    const [full = {}, needed = {}] = sites;
    const rows = read('docs/admin-guide.md')
      .split('\n')
      .map((line) => /^\| (`\w+`(?:, `\w+`)*) +\| (\*\*needed\*\*)?/.exec(line))
      .filter((found) => found !== null);
    const settingsOf = (some: readonly RegExpExecArray[]): string[] =>
      some.flatMap(([, keys = '']) => [...keys.matchAll(/\w+/g)].map(([key]) => key)).sort();
    // Not in the example: they are for an EHR that needs them.
    expect(settingsOf(rows)).toEqual([...Object.keys(full), 'scope', 'pkceUnannounced'].sort());
    expect(settingsOf(rows.filter(([, , mark]) => mark !== undefined))).toEqual(Object.keys(needed).sort());
    for (const key of Object.keys(needed)) {
      const without = Object.fromEntries(Object.entries(needed).filter(([name]) => name !== key));
      expect([key, readRegistry({ sites: [without] }).ok]).toEqual([key, false]);
    }
  });
});
