import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLAIMS } from './claims';

describe('the table of what the paper promises', () => {
  it('names tests that exist and run', () => {
    const missing = CLAIMS.flatMap(([id, , ...tests]) =>
      tests
        .filter(([file, title]) => {
          const source = readFileSync(`tests/${file}`, 'utf8');
          return !source.includes(title) || /\.(?:skip|todo|fails)\b/.test(source);
        })
        .map(([file, title]) => `${id}: ${file}: ${title}`),
    );
    expect(missing).toEqual([]);
  });

  it('leaves out no fix of the design and no acceptance check of the paper', () => {
    const ids = CLAIMS.map(([id]) => id);
    const fixes = Array.from({ length: 15 }, (_, index) => `A${index + 2}`);
    const checks = ['check 2', 'check 3', 'check 4', 'check 5'];
    expect([...fixes, ...checks, '1C'].filter((id) => !ids.includes(id))).toEqual([]);
    expect(CLAIMS.filter(([, , ...tests]) => tests.length === 0)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
