import { syllable } from 'syllable';
import type { Block, HandoutDocument, HandoutSection } from '../../src/handout/model';
import { plain } from '../../src/handout/runs';

/** Words of a paper as a reader meets them: one item, paragraph, cell sentence or closing each. */
export function readUnits(sections: readonly HandoutSection[]): readonly string[] {
  return sections.flatMap(({ columns, closing }) => [
    ...columns.flat().flatMap(blockUnits),
    ...(closing === undefined ? [] : [plain(closing)]),
  ]);
}

function blockUnits(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plain(block.runs)];
    case 'list':
      return block.items.map(plain);
    case 'medicines':
      return block.rows.flatMap(({ times, purpose }) => [
        purpose,
        ...(typeof times === 'string' ? [times] : []),
      ]);
    case 'subheading':
    case 'blank':
      return [];
  }
}

/** Every string that prints, headings, table cells and foot lines included. */
export function printedStrings(handout: HandoutDocument): readonly string[] {
  const { sections, gapsLine, title, bornLine, visitLine, callLine, afterHoursLine, footer, sourceLine } =
    handout;
  return [
    ...[title, bornLine, visitLine, callLine, afterHoursLine, footer, sourceLine],
    ...(gapsLine === '' ? [] : [gapsLine]),
    ...sections.flatMap(({ heading, columns, closing }) => [
      ...(heading === '' ? [] : [heading]),
      ...columns.flat().flatMap(blockStrings),
      ...(closing === undefined ? [] : [plain(closing)]),
    ]),
  ];
}

function blockStrings(block: Block): readonly string[] {
  if (block.kind === 'subheading') return [block.text];
  if (block.kind !== 'medicines') return blockUnits(block);
  return block.rows.flatMap(({ name, purpose, times, lastDay }) => [
    name,
    purpose,
    ...(typeof times === 'string' ? [times] : times),
    // Empty is a ruled blank.
    ...(lastDay === '' ? [] : [lastDay]),
  ]);
}

const COUNTER_NAMES = /\b(naloxone|acetaminophen|ibuprofen|naproxen)( \([^)]*\))?/gi;
/** Quotes of an order and addresses are not ours to simplify; numbers to call are dialled, not read. */
const NOT_PROSE = /“[^”]*”|\b\d[\d-]{6,}\b|\b\w+\.gov\/\S+/g;

/** Names read as "it": a long medicine name is not a hard sentence. */
export function withoutNames(text: string, names: readonly string[]): string {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  return longestFirst.reduce(
    (rest, name) => rest.replaceAll(new RegExp(`(?<![a-z])${escaped(name)}(?![a-z])`, 'gi'), 'it'),
    text.replace(NOT_PROSE, 'it').replace(COUNTER_NAMES, 'it'),
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const sentencesOf = (units: readonly string[]): readonly string[] =>
  units.flatMap((unit) => unit.split(/(?<=[.?!])\s+/)).filter((sentence) => wordsOf(sentence).length > 0);

export const wordsOf = (text: string): readonly string[] => text.match(/[A-Za-z0-9'’-]+/g) ?? [];

/** Flesch-Kincaid grade, https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests */
export function fleschKincaid(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** SMOG grade, https://en.wikipedia.org/wiki/SMOG; wants ten sentences or more. */
export function smog(sentences: readonly string[]): number {
  const hard = sentences.flatMap(wordsOf).filter((word) => syllable(word) >= 3).length;
  return 1.043 * Math.sqrt((hard * 30) / sentences.length) + 3.1291;
}

/** Sections of one page, neighbours pooled until each pool has ten sentences: below that the formulas mean little. */
export function pools(
  sections: readonly HandoutSection[],
  names: readonly string[],
): readonly (readonly string[])[] {
  const found: string[][] = [];
  let open: string[] = [];
  for (const section of sections) {
    open.push(...sentencesOf(readUnits([section]).map((unit) => withoutNames(unit, names))));
    if (open.length < 10) continue;
    found.push(open);
    open = [];
  }
  const last = found.at(-1);
  if (last === undefined) return [open];
  last.push(...open);
  return found;
}
