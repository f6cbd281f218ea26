import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOKENS, groupsOfCondition } from './recognised';

/**
 * Problem-list entries without a code, as EHRs show them. A section names the groups that it watches; each row lists those of them that
 * the entry is in, so that a row without any is a false alarm kept out.
 */
interface Section {
  readonly watched: readonly string[];
  readonly rows: readonly { readonly entry: string; readonly groups: readonly string[] }[];
}

function sections(file: string): readonly Section[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n\n')
    .map((block) => {
      const [head = '', ...lines] = block.trim().split('\n');
      return {
        watched: head.slice(1, -1).split(' '),
        rows: lines.map((line) => {
          const [entry = '', groups = ''] = line.split(' =>');
          return { entry, groups: groups.split(' ').filter(Boolean).sort() };
        }),
      };
    });
}

const SECTIONS = sections('condition-words.txt');

it('the sections watch groups that exist, and hold entries on both sides', () => {
  expect(SECTIONS.flatMap(({ watched }) => watched).filter((token) => !TOKENS.has(token))).toEqual([]);
  const all = SECTIONS.flatMap(({ rows }) => rows);
  expect(all.filter(({ groups }) => groups.length > 0).length).toBeGreaterThan(200);
  expect(all.filter(({ groups }) => groups.length === 0).length).toBeGreaterThan(150);
});

describe.each(SECTIONS.map((section) => [section.watched.join(', '), section] as const))(
  'words of %s',
  (_, { watched, rows }) => {
    it.each(rows.map(({ entry, groups }) => [entry, groups] as const))('%s', (entry, groups) => {
      expect(groupsOfCondition([], entry).filter((group) => watched.includes(group))).toEqual(groups);
    });
  },
);
