import type { Page } from '@playwright/test';
import { measures } from '../../src/handout/layout';
import type { HandoutDocument } from '../../src/handout/model';
import { printedStrings } from './reading-level';
import { margins } from './printed';
import type { Paper, Piece } from './printed';

const letters = (text: string): string => text.replace(/[\s\u2068\u2069]+/g, '');

/** Strings that a sheet of the preview has and the same sheet of the PDF has not; words, where a line is read from the right. */
export function missingWords({ name, handout, pages }: Paper): readonly string[] {
  return handout.sheets.flatMap(({ strips }, index) => {
    const text = letters(pages[index]?.text ?? '');
    const sections = strips.flatMap((strip) => strip.sections);
    const ends = index === handout.sheets.length - 1 ? handout : { gapsLine: '', sourceLine: '' };
    const { gapsLine, sourceLine } = ends;
    const empty = { title: '', bornLine: '', visitLine: '', callLine: '', afterHoursLine: '', footer: '' };
    return printedStrings({ ...handout, ...empty, sections, gapsLine, sourceLine })
      .flatMap((line) => (handout.direction === 'rtl' ? (line.match(/[\p{L}\d]+/gu) ?? []) : [line]))
      .filter((line) => !text.includes(letters(line)))
      .map((line) => `${name}, page ${index + 1}: ${line}`);
  });
}

/** Letters that leave the sheet's margins. */
export const outside = ({ name, handout, pages }: Paper): readonly string[] =>
  pages.flatMap(({ content, width }, index) => {
    const { inline } = margins(handout);
    return content
      .filter(({ left, right }) => left < inline - 1 || right > width - inline + 1)
      .map(({ text }) => `${name}, page ${index + 1}: ${text}`);
  });

/** Sheets of several whose words leave more than two thirds of them white. */
export const nearlyBlank = ({ name, handout, pages }: Paper): readonly string[] =>
  pages.flatMap(({ content, height }, index) => {
    const { block } = margins(handout);
    const lowest = Math.min(...content.map(({ baseline }) => baseline));
    const used = (height - block - lowest) / (height - 2 * block);
    return used < 1 / 3 && pages.length > 1 ? [`${name}, page ${index + 1}: ${used.toFixed(2)}`] : [];
  });

const overlap = (a: Piece, b: Piece): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5 &&
  Math.abs(a.baseline - b.baseline) < 0.6 * Math.min(a.size, b.size);

/** Words that stand over other words. */
export const overlapping = ({ name, pages }: Paper): readonly string[] =>
  pages.flatMap(({ content }, index) =>
    content.flatMap((piece, at) =>
      content
        .slice(at + 1)
        .filter((next) => overlap(piece, next))
        .map((next) => `${name}, page ${index + 1}: “${piece.text}” over “${next.text}”`),
    ),
  );

/** Words that run out of their box or under a picture on the page that stands, laid out as wide as the paper. */
export async function misplaced(
  page: Page,
  handout: HandoutDocument | undefined,
): Promise<readonly string[]> {
  if (handout === undefined) return [];
  const { width } = measures(handout.pageSize, handout.size);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: Math.floor((width * 96) / 72), height: 1000 });
  const found = await page.evaluate(() => {
    const told = (element: Element): string => element.textContent.slice(0, 60);
    const wide = [...document.querySelectorAll('.paper :is(p, li, td, th, h1, h2, section)')].filter(
      (element) => element.scrollWidth > element.clientWidth + 1,
    );
    const under = [...document.querySelectorAll('.paper .qr')].filter((code) => {
      const box = code.getBoundingClientRect();
      const words = document.createRange();
      const section = code.closest('section');
      if (section === null) return true;
      words.selectNodeContents(section.lastElementChild ?? section);
      return [...words.getClientRects()].some(
        ({ left, right, top, bottom, height }) =>
          height < 40 && right > box.left && left < box.right && bottom > box.top && top < box.bottom,
      );
    });
    return [...wide.map(told), ...under.map((code) => told(code.parentElement ?? code))];
  });
  await page.emulateMedia({ media: null });
  return found;
}
