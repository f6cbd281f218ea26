import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

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
