import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TOKENS, medicine } from './recognised';

/**
 * Medicines without a code, as order lists and patients write them: `name | directions => classes and relaxants`, or `set aside` for a
 * relaxant that is not taken home, `known` for a medicine that no rule concerns, `not recognised` for one that the summary must name.
 */
const ROWS = readFileSync(new URL('medicine-words.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [entry = '', result = ''] = line.split(' => ');
    const [name = '', directions = ''] = entry.split(' | ');
    return { entry, name, directions, result };
  });

function read(name: string, directions: string): string {
  const { recognition, groups, relaxants, setAside } = medicine(
    [],
    [name],
    ...(directions === '' ? [] : [directions]),
  );
  const tokens = [...groups, ...relaxants].map(({ group }) => group).sort();
  if (setAside !== undefined) return ['set aside', ...tokens].join(' ');
  if (tokens.length > 0) return tokens.join(' ');
  return recognition === 'known' ? 'known' : 'not recognised';
}

it('the rows name classes and relaxants that exist', () => {
  const tokens = ROWS.flatMap(({ result }) =>
    result.replace(/^(set aside|known|not recognised) ?/, '').split(' '),
  );
  expect(tokens.filter((token) => token !== '' && !TOKENS.has(token))).toEqual([]);
  expect(ROWS.length).toBeGreaterThan(300);
});

it.each(ROWS.map((row) => [row.entry, row] as const))('%s', (_, { name, directions, result }) => {
  expect(read(name, directions)).toBe(result);
});
