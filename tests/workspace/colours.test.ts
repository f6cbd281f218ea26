import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const WORKSPACE = new URL('../../src/workspace/', import.meta.url);
const styles = readFileSync(new URL('start.css', WORKSPACE), 'utf8');

type Colours = ReadonlyMap<string, string>;

/** The variables of the first rule after `start`. */
function coloursAfter(start: string): Colours {
  const rule = styles.slice(styles.indexOf(start)).match(/:root \{([^}]*)\}/)?.[1] ?? '';
  return new Map(
    [...rule.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const light = coloursAfter(':root');
const dark = coloursAfter('prefers-color-scheme: dark');
const forced = coloursAfter('forced-colors: active');

/** Relative luminance of `#rrggbb` (WCAG 2.2, definition). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(of: Colours, front: string, ground: string): number {
  const [bright = 0, dim = 0] = [front, ground]
    .map((name) => luminance(of.get(name) ?? ''))
    .sort((one, other) => other - one);
  return (bright + 0.05) / (dim + 0.05);
}

const TEXT = ['ink', 'muted', 'accent', 'contraindicated', 'serious'];
const GROUNDS = ['page', 'surface', 'band', 'attention', 'desk'];
const pairs = (fronts: readonly string[]) =>
  fronts.flatMap((front) => GROUNDS.map((ground) => [front, ground] as const));

describe.each([
  ['light', light],
  ['dark', dark],
])('colours of the %s scheme', (_name, colours) => {
  it.each(pairs(TEXT))('%s can be read on %s: 4.5 to 1', (front, ground) => {
    expect(contrast(colours, front, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(['edge']))('an %s of a control can be seen on %s: 3 to 1', (front, ground) => {
    expect(contrast(colours, front, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('colours', () => {
  it('have a value in every scheme', () => {
    expect(light.size).toBe(12);
    expect([...dark.keys()]).toEqual([...light.keys()]);
    expect([...forced.keys()]).toEqual([...light.keys()]);
  });

  it('differ by scheme on screen only: paper is black on white', () => {
    const schemes = [...styles.matchAll(/@media ([^{]*) \{/g)].map(([, query]) => query);
    expect(schemes).toHaveLength(3);
    for (const query of schemes) expect(query).toMatch(/^screen and /);
  });

  it('are written nowhere else in the workspace', () => {
    const written = readdirSync(WORKSPACE)
      .filter((name) => /\.tsx?$/.test(name))
      .filter((name) =>
        /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?)\(/i.test(readFileSync(new URL(name, WORKSPACE), 'utf8')),
      );
    expect(written).toEqual([]);
  });
});
