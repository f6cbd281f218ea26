import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartQueries, LAB_CODES } from '../../src/chart/queries';
import { readRegistry } from '../../src/launch/sites';
import { HANDOUT_SIGN_OFFS } from '../../src/knowledge/sign-offs';
import { KNOWLEDGE_VERSION } from '../../src/knowledge/version';
import { PAPER_LANGUAGES } from '../../src/handout/content/languages';
import { installCommands } from '../../tools/installed';
import { CLAIMS } from './claims';

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

const PACKAGE = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};
/** Rows of a table, each cut into its cells. */
const rowsOf = (path: string): readonly (readonly string[])[] =>
  read(path)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

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
    const named = [...text.matchAll(COMMAND)].map(([, command = '']) => command);
    expect(named.filter((command) => !(command in PACKAGE.scripts))).toEqual([]);
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

describe('what a hospital is promised', () => {
  it('is held by tests and checks that exist and run', () => {
    const missing = CLAIMS.flatMap(([id, , ...held]) =>
      held
        .filter(([file, words]) => {
          const source = read(file);
          return (
            !source.includes(words) || /\b(?:it|test|describe)\.(?:skip|todo|fails|fixme)\b/.test(source)
          );
        })
        .map(([file, words]) => `${id}: ${file}: ${words}`),
    );
    expect(missing).toEqual([]);
    expect(CLAIMS.filter(([, , ...held]) => held.length === 0)).toEqual([]);
    expect(new Set(CLAIMS.map(([id]) => id)).size).toBe(CLAIMS.length);
  });
});

describe('the table of ASVS', () => {
  it('shows every requirement it calls met', () => {
    const met = rowsOf('docs/asvs.md').filter(([, , state = '']) => state.startsWith('met'));
    expect(met.length).toBeGreaterThan(20);
    expect(met.filter(([, , , shown = '']) => !/`tests\/|`npm run|SECURITY\.md/.test(shown))).toEqual([]);
  });
});

describe('the sheet of privacy', () => {
  it('names what is read from the EHR', () => {
    const named = rowsOf('docs/privacy.md').flatMap(([cell = '']) => cell.split(', '));
    const read = [
      'Patient',
      'Medication',
      'Encounter',
      ...chartQueries('p', '2026-11-22').map(({ section }) => section),
    ];
    expect(read.filter((type) => !named.includes(type))).toEqual([]);
    expect(rowsOf('docs/privacy.md').find(([type]) => type === 'Observation')?.[2]).toMatch(
      new RegExp(`^${LAB_CODES.length} LOINC codes`),
    );
  });
});

describe('the commands', () => {
  it('are named as people expect', () => {
    const expected = ['start', 'build', 'preview', 'test', 'check', 'lint', 'bench', 'review', 'headers'];
    expect(expected.filter((name) => !(name in PACKAGE.scripts))).toEqual([]);
    const contributing = read('CONTRIBUTING.md');
    expect(
      expected.filter(
        (name) =>
          !contributing.includes(`| \`npm ${name}\``) && !contributing.includes(`| \`npm run ${name}\``),
      ),
    ).toEqual([]);
  });
});

describe('the table of dependencies', () => {
  it('has a row for each, with version and licence as installed', () => {
    const rows = rowsOf('README.md').map(([names = '', , , licence]) => [`${names},`, licence] as const);
    for (const [name, version] of Object.entries(PACKAGE.dependencies)) {
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as {
        readonly license: string;
      };
      const [names = '', licence] = rows.find(([cell]) => new RegExp(`(?:^|, )${name}[ ,]`).test(cell)) ?? [];
      expect([name, licence]).toEqual([name, license]);
      // Packages of one version share it.
      const [, first] = new RegExp(`${name}(?:, [^ ]+)*? (\\d+\\.\\d+\\.\\d+)`).exec(names) ?? [];
      if (!version.startsWith('file:')) expect([name, first]).toEqual([name, version]);
    }
  });
});

describe('the sign-off table', () => {
  it('has an open row for each signature that the app says a language awaits', () => {
    const rows = rowsOf('docs/knowledge-review.md');
    const names = new Intl.DisplayNames('en', { type: 'language' });
    const awaited = PAPER_LANGUAGES.flatMap((language) => {
      const signOff = HANDOUT_SIGN_OFFS[language];
      const from = signOff?.state === 'awaiting' ? signOff.from : '';
      const who = ['clinician', 'translator'].filter((one) => from.includes(one));
      return who.map((one) => `Handout, ${names.of(language)}: ${one}`);
    });
    const open = rows.filter(([, version, name]) => version === KNOWLEDGE_VERSION && name === '_open_');
    expect(open.flatMap(([part = '']) => (part.startsWith('Handout') ? [part] : []))).toEqual(awaited);
  });
});
