import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffOf, readFolder } from '../../tools/value-set-diff';

const FOLDER = new URL('../../fhir/ValueSet/', import.meta.url);
const now = readFolder(FOLDER.pathname);
const text = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

/** The shipped groups, one of them changed. */
function changed(file: string, change: (json: string) => string): ReadonlyMap<string, string> {
  const after = change(text(file));
  expect(after).not.toBe(text(file));
  return new Map([...now, [file, after]]);
}

describe('the printed difference of the groups', () => {
  it('of a release with itself is empty', () => {
    expect(now.size).toBeGreaterThan(100);
    expect(diffOf(now, now)).toEqual(['No member changed.']);
  });

  it('names a code, another name and a prefix that came or went, and a version that stayed', () => {
    const codes = diffOf(
      now,
      changed('medicine-cyp1a2-strong.json', (json) =>
        json.replace('{ "code": "3925", "display": "enoxacin" },', '').replace('"Luvox"', '"Faverin"'),
      ),
    );
    expect(codes).toEqual([
      'medicine-cyp1a2-strong: Strong CYP1A2 inhibitors',
      '  ! its version is still 2026.11',
      '  - name "Luvox" of fluvoxamine',
      '  - RxNorm 3925 enoxacin, ingredients',
      '  + name "Faverin" of fluvoxamine',
      '1 of 108 groups changed: 1 added, 2 removed.'.replace('108', String(now.size)),
    ]);
    const prefixes = diffOf(
      now,
      changed('condition-falls.json', (json) =>
        json.replace('R29\\\\.6|W00|W01|W03|W05', 'R29\\\\.6|W00|W01|W05').replace('2026.11', '2026.12'),
      ),
    );
    expect(prefixes.slice(1, -1)).toEqual(['  - ICD-10-CM W03 and below']);
  });

  it('tells a new and a gone group with all their members, and a description that changed', () => {
    const without = new Map([...now].filter(([file]) => file !== 'medicine-fentanyl.json'));
    expect(diffOf(without, now)[0]).toBe('medicine-fentanyl: Fentanyl (new)');
    const gone = diffOf(now, without);
    expect(gone[0]).toBe('medicine-fentanyl: Fentanyl (gone)');
    expect(gone.length).toBeGreaterThan(10);
    const described = diffOf(
      now,
      changed('medicine-fentanyl.json', (json) => json.replace('Any fentanyl, by any route.', 'Fentanyl.')),
    );
    expect(described).toContain('  ~ was: Fentanyl. Any fentanyl, by any route.');
    expect(described).toContain('  ~ is:  Fentanyl. Fentanyl.');
  });
});
