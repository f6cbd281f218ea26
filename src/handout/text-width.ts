import type { Run } from './model';

type Table = readonly (readonly [number, string])[];

/**
 * Widths of letters in thousandths of the font size. Arial, Helvetica and Liberation Sans share them by design,
 * so that a line breaks at the same word whichever of the three a printer has.
 */
const REGULAR: Table = [
  [191, "'"],
  [222, 'ijl’‘'],
  [260, '|'],
  [278, ' \u00a0!,./:;I[\\]ft·'],
  [333, '()-`r“”¡'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [500, 'Jcksvxyz'],
  [584, '+<=>~'],
  [611, 'FTZ¿ø'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%æ'],
  [944, 'W'],
  [1000, '—…'],
  [1015, '@'],
];
const BOLD: Table = [
  [238, "'"],
  [278, ' \u00a0,./I\\ijl·’‘'],
  [280, '|'],
  [333, '!()-:;[]`ft¡'],
  [389, '*r{}'],
  [474, '"'],
  [500, 'z“”'],
  [584, '+<=>~'],
  [611, '?FLTZbdghnopqu¿ø'],
  [667, 'EPSVXY'],
  [722, '&ABCDHKNRU'],
  [778, 'GOQw'],
  [833, 'M'],
  [889, '%mæ'],
  [944, 'W'],
  [975, '@'],
  [1000, '—…'],
];
const byLetter = (table: Table): ReadonlyMap<string, number> =>
  new Map(table.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)));
const WIDTHS = { regular: byLetter(REGULAR), bold: byLetter(BOLD) };

/** Digits, most small letters, and Latin letters that the tables leave out. */
const OTHER = 556;
/** Letters of other alphabets, whose widths are those of whatever font has them: rather too wide, so that no sheet runs over. */
const OTHER_ALPHABET = 660;
const NOT_LATIN = /[\u0370-\u1fff]/u;
/** Chinese, Japanese and Korean fill a square each. */
const SQUARE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;
/** Accents stand over their letter. Right-to-left marks and accents alone take no room. */
const NO_WIDTH = /[\p{M}\p{Cf}]/gu;

/** Width in thousandths of the font size. */
function wordWidth(word: string, bold: boolean): number {
  const widths = bold ? WIDTHS.bold : WIDTHS.regular;
  let width = 0;
  for (const letter of word.normalize('NFD').replace(NO_WIDTH, ''))
    width +=
      widths.get(letter) ?? (SQUARE.test(letter) ? 1000 : NOT_LATIN.test(letter) ? OTHER_ALPHABET : OTHER);
  return width;
}

/** A number to call must not break at the end of a line. */
export const isPhone = ({ text, isolate }: Run): boolean => isolate === true && /^[\d\s()+-]{5,}$/.test(text);

/** What stays in one line within a text, to split it there: a number to call, and a number with what it counts, as "10 mg". */
export const NUMBER_IN_TEXT = /([+(]?\d[\d\s().-]{5,}\d|\d+(?:\.\d+)? \p{L}{1,9}(?!\p{L}))/u;

/** The text for a place that takes no markup: its numbers do not break at the end of a line there either. */
export const withWholeNumbers = (text: string): string =>
  text
    .split(NUMBER_IN_TEXT)
    .map((part, index) =>
      index % 2 === 1 ? part.replaceAll(' ', '\u00a0').replaceAll('-', '-\u2060') : part,
    )
    .join('');

/** Where an address may break. */
export const AFTER_SLASH = /(?<=[a-z]\/)(?=[a-z])/;
const BREAKS = new RegExp(`(?<=[ -])|${AFTER_SLASH.source}`);

/** What may stand at the end of a line. */
const pieces = (run: Run): readonly string[] =>
  isPhone(run)
    ? [run.text]
    : run.text
        .split(NUMBER_IN_TEXT)
        .flatMap((part, index) => (index % 2 === 1 ? [part] : part.split(BREAKS)))
        .filter((piece) => piece !== '');

/** A piece of a line that does not break: with the blank after it, and without. */
interface Stretch {
  wide: number;
  visible: number;
}

/** Stretches of a line, over the borders of runs: "**now**." stays together. */
function stretches(runs: readonly Run[]): readonly Stretch[] {
  const all: Stretch[] = [];
  let open = false;
  for (const run of runs)
    for (const word of pieces(run)) {
      const bold = run.strong === true;
      const wide = wordWidth(word, bold);
      const visible = word.endsWith(' ') ? wide - wordWidth(' ', bold) : wide;
      const last = all.at(-1);
      if (open && last !== undefined) {
        last.visible = last.wide + visible;
        last.wide += wide;
      } else all.push({ wide, visible });
      open = !/(?:[ -]|[a-z]\/)$/.test(word);
    }
  return all;
}

/** A paper is laid out with every white and every share of its columns; its words are measured once. */
const measured = new WeakMap<readonly Run[], readonly Stretch[]>();
function stretchesOf(runs: readonly Run[]): readonly Stretch[] {
  const known = measured.get(runs) ?? stretches(runs);
  measured.set(runs, known);
  return known;
}

/** Lines that the runs fill in a column of `width` points at `size` points, broken between words; at least one. */
export function lineCount(runs: readonly Run[], width: number, size = 12): number {
  const room = (width / size) * 1000;
  let lines = 1;
  let used = 0;
  for (const { wide, visible } of stretchesOf(runs)) {
    if (used > 0 && used + visible > room) {
      lines += 1;
      used = 0;
    }
    // A word longer than the line goes on in the next.
    if (visible > room) {
      lines += Math.ceil(visible / room) - 1;
      used = visible % room;
    } else used += wide;
  }
  return lines;
}

/** Width of one line that does not break, in points. */
export const textWidth = (text: string, size: number, bold: boolean): number =>
  (wordWidth(text, bold) * size) / 1000;
