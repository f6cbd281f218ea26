import type { Run } from './model';

/**
 * Widths of letters in thousandths of the font size. Arial, Helvetica and Liberation Sans share them by design,
 * so that a line breaks at the same word whichever of the three a printer has.
 */
const REGULAR: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, 'ijl’‘'],
  [260, '|'],
  [278, ' !,./:;I[\\]ft'],
  [333, '()-`r·“”'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [500, 'Jcksvxyz'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1015, '@'],
];
const WIDTHS = new Map(
  REGULAR.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)),
);
/** Digits, most small letters, and letters of other scripts. */
const OTHER = 556;
/** Bold is wider by about six parts of a hundred in running text. */
const BOLD = 1.06;

const wordWidth = (word: string, size: number): number =>
  Array.from(word).reduce((sum, letter) => sum + (WIDTHS.get(letter) ?? OTHER), 0) * (size / 1000);

/** Lines that the runs fill in a column of `width` points at `size` points, broken between words; at least one. */
export function lineCount(runs: readonly Run[], width: number, size = 12): number {
  let lines = 1;
  let used = 0;
  for (const { text, strong } of runs)
    for (const word of text.split(/(?<=[ -])/)) {
      const wide = wordWidth(word, size) * (strong === true ? BOLD : 1);
      const visible = wide - (word.endsWith(' ') ? wordWidth(' ', size) : 0);
      if (used > 0 && used + visible > width) {
        lines += 1;
        used = 0;
      }
      used += wide;
    }
  return lines;
}
