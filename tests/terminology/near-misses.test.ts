import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOKENS, groupsOfCondition, groupsOfMedicine } from './recognised';

/** Codes and names that look right and are wrong for a group: the false alarms and the false clears that were met or computed. */
interface NearMiss {
  readonly code?: string;
  readonly name: string;
  readonly outOf: readonly string[];
  readonly into: readonly string[];
}

function rows(file: string): readonly NearMiss[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [system = '', code = '', name = '', outOf = '', into = ''] = line
        .split('|')
        .map((part) => part.trim());
      return {
        ...(code === '' ? {} : { code: `${system} ${code}` }),
        name,
        outOf: outOf.split(' ').filter(Boolean),
        into: into.split(' ').filter(Boolean),
      };
    });
}

const CONDITIONS = rows('near-misses-conditions.txt');
const MEDICINES = rows('near-misses-medicines.txt');
const title = ({ code, name }: NearMiss) => `${code ?? 'uncoded'} ${name}`;

it('every near miss names groups that exist', () => {
  const named = [...CONDITIONS, ...MEDICINES].flatMap(({ outOf, into }) => [...outOf, ...into]);
  expect(named.filter((token) => !TOKENS.has(token))).toEqual([]);
  expect(CONDITIONS.length + MEDICINES.length).toBeGreaterThan(220);
});

describe('a condition that looks like a member is kept out', () => {
  it.each(CONDITIONS.map((row) => [title(row), row] as const))('%s', (_, { code, name, outOf, into }) => {
    const byCode = code === undefined ? undefined : groupsOfCondition([code]);
    const both = groupsOfCondition(code === undefined ? [] : [code], name);
    const byName = groupsOfCondition([], name);
    for (const groups of [byCode, both, byName])
      expect(groups?.filter((group) => outOf.includes(group)) ?? []).toEqual([]);
    expect(byCode ?? byName).toEqual(expect.arrayContaining([...into]));
    expect(both).toEqual(expect.arrayContaining([...into]));
  });
});

describe('a medicine that looks like a member is kept out', () => {
  it.each(MEDICINES.map((row) => [title(row), row] as const))('%s', (_, { code, name, outOf, into }) => {
    const byCode = code === undefined ? undefined : groupsOfMedicine([code], []);
    const both = groupsOfMedicine(code === undefined ? [] : [code], [name]);
    const byName = groupsOfMedicine([], [name]);
    for (const groups of [byCode, both, byName])
      expect(groups?.filter((group) => outOf.includes(group)) ?? []).toEqual([]);
    expect(byCode ?? byName).toEqual(expect.arrayContaining([...into]));
    expect(both).toEqual(expect.arrayContaining([...into]));
  });
});
