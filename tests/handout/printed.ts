import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { HandoutPages } from '../../src/handout/HandoutPages';
import type { HandoutDocument } from '../../src/handout/model';
import { pageRule } from '../../src/handout/page-footer';

const CSS = readFileSync(new URL('../../src/handout/handout.css', import.meta.url), 'utf8');
/** A folder in which the PDFs are kept, to be looked at. */
const KEEP = process.env.KEEP_PDF;

/** A stretch of letters on a sheet, in points from its lower left corner. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

export interface PrintedPage {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** What stands between head and foot margin. */
  readonly content: readonly Piece[];
  /** Roles of the tagged structure, in reading order: H1, H2, Table, TH, L, LI … */
  readonly roles: readonly string[];
}

export interface Paper {
  readonly name: string;
  readonly handout: HandoutDocument;
  readonly pages: readonly PrintedPage[];
}

export interface Pdf {
  readonly pages: readonly PrintedPage[];
  readonly marked: boolean;
  /** Fonts that need a font file, and the font files in it; letters of a Type 3 font are drawings in the file. */
  readonly fonts: number;
  readonly embedded: number;
}

const articles = (handouts: readonly HandoutDocument[]): string =>
  handouts
    .map((handout) => renderToStaticMarkup(createElement(HandoutPages, { document: handout })))
    .join('');

/** The page that print.html shows, as a string; with several papers, the page rule and the foot are those of the first. */
export const paperHtml = (first: HandoutDocument, ...more: readonly HandoutDocument[]): string =>
  `<!doctype html><html lang="${first.language}"><head><title>Back spasm handout</title><style>${CSS}${pageRule(first)}.paper + .paper { break-before: page }</style></head><body><main>${articles([first, ...more])}</main></body></html>`;

interface Tree {
  readonly role?: string;
  readonly children?: readonly Tree[];
}

const rolesOf = (tree: Tree): readonly string[] => [
  ...(tree.role === undefined ? [] : [tree.role]),
  ...(tree.children ?? []).flatMap(rolesOf),
];

/** Prints as the browser's print dialog would, and reads the PDF. */
export async function printed(
  page: Page,
  name: string,
  ...[first, ...more]: readonly [HandoutDocument, ...HandoutDocument[]]
): Promise<Pdf> {
  await page.setContent(paperHtml(first, ...more));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false, tagged: true });
  if (KEEP !== undefined) {
    mkdirSync(KEEP, { recursive: true });
    writeFileSync(join(KEEP, `${name.replace(/\W+/g, '-')}.pdf`), pdf);
  }
  const bytes = pdf.toString('latin1');
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = await document.getPage(number);
    const [, , width = 0, height = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    const pieces = items.flatMap((item): readonly Piece[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size, left, baseline] = item.transform.map(Number);
      if (size === undefined || left === undefined || baseline === undefined) return [];
      return [{ text: item.str, left, right: left + item.width, baseline, size }];
    });
    const foot = margins(first).block;
    const tree = (await sheet.getStructTree()) as Tree | null;
    pages.push({
      text: pieces
        .map((piece) => piece.text)
        .join(' ')
        .replace(/\s+/g, ' '),
      width,
      height,
      content: pieces.filter(({ baseline }) => baseline > foot && baseline < height - foot),
      roles: tree === null ? [] : rolesOf(tree),
    });
  }
  return {
    pages,
    marked: (await document.getMarkInfo())?.Marked === true,
    fonts: bytes.match(/\/Subtype \/(?:CIDFontType\d|TrueType|Type1)\b/g)?.length ?? 0,
    embedded: bytes.match(/\/FontFile[23]?\b/g)?.length ?? 0,
  };
}

/** Margins of the sheet, in points. */
export const margins = ({ size }: HandoutDocument): { readonly inline: number; readonly block: number } =>
  size === 'large' ? { inline: 54, block: 54 } : { inline: 43.2, block: 36 };

/** Many papers of one size of sheet and of letters as one PDF, each from its title to the next one's. */
export async function printedTogether(
  page: Page,
  name: string,
  handouts: readonly (readonly [string, HandoutDocument])[],
): Promise<{ readonly papers: readonly Paper[]; readonly pdf: Pdf }> {
  const [first, ...more] = handouts.map(([, handout]) => handout);
  if (first === undefined) throw new Error(`No paper in ${name}`);
  const pdf = await printed(page, name, first, ...more);
  const starts = pdf.pages.flatMap(({ roles }, index) => (roles.includes('H1') ? [index] : []));
  if (starts.length !== handouts.length)
    throw new Error(`${name}: ${starts.length} titles for ${handouts.length} papers`);
  const papers = handouts.map(([of, handout], index) => ({
    name: of,
    handout,
    pages: pdf.pages.slice(starts[index], starts[index + 1]),
  }));
  return { papers, pdf };
}
