import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { HandoutPages } from '../../src/handout/HandoutPages';
import type { HandoutDocument } from '../../src/handout/model';
import { pageRule } from '../../src/handout/page-footer';

const CSS = readFileSync(new URL('../../src/handout/handout.css', import.meta.url), 'utf8');
/** A folder in which the PDFs are kept, to be looked at. */
const KEEP = process.env.KEEP_PDF;
/** Height of the foot margin; that of large print is 54 points. */
const margin = ({ size }: HandoutDocument): number => (size === 'large' ? 54 : 36);

export interface PrintedPage {
  readonly text: string;
  /** Free height between the last line of content and the margin, in points. */
  readonly free: number;
  readonly width: number;
  /** Smallest size of letters between head and foot margin, in points. */
  readonly smallest: number;
  /** Roles of the tagged structure, in reading order: H1, H2, Table, TH, L, LI … */
  readonly roles: readonly string[];
}

/** The page that print.html shows, as a string. */
export const paperHtml = (handout: HandoutDocument): string =>
  `<!doctype html><html lang="${handout.language}"><head><title>Back spasm handout</title><style>${CSS}${pageRule(handout)}</style></head><body><main>${renderToStaticMarkup(createElement(HandoutPages, { document: handout }))}</main></body></html>`;

interface Tree {
  readonly role?: string;
  readonly children?: readonly Tree[];
}

const rolesOf = (tree: Tree): readonly string[] => [
  ...(tree.role === undefined ? [] : [tree.role]),
  ...(tree.children ?? []).flatMap(rolesOf),
];

/** Prints one paper as the browser's print dialog would, and reads the PDF. */
export async function printed(
  browser: Browser,
  handout: HandoutDocument,
  name: string,
): Promise<readonly PrintedPage[]> {
  const page = await browser.newPage();
  await page.setContent(paperHtml(handout));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false, tagged: true });
  await page.close();
  if (KEEP !== undefined) {
    mkdirSync(KEEP, { recursive: true });
    writeFileSync(join(KEEP, `${name.replace(/\W+/g, '-')}.pdf`), pdf);
  }
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = await document.getPage(number);
    const { items } = await sheet.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const text = pieces
      .map((piece) => piece.str)
      .join(' ')
      .replace(/\s+/g, ' ');
    const high = (sheet.view[3] ?? 0) - margin(handout);
    const content = pieces.filter(
      (piece) => Number(piece.transform[5]) > margin(handout) && Number(piece.transform[5]) < high,
    );
    const tree = (await sheet.getStructTree()) as Tree | null;
    pages.push({
      text,
      free: Math.min(...content.map((piece) => Number(piece.transform[5]))) - margin(handout),
      width: sheet.view[2] ?? 0,
      smallest: Math.min(...content.map((piece) => Number(piece.transform[3]))),
      roles: tree === null ? [] : rolesOf(tree),
    });
  }
  if (KEEP !== undefined)
    process.stdout.write(
      `${name}: ${pages.map((sheet) => (sheet.free / 15).toFixed(1)).join(' / ')} free (estimated ${handout.sheets.length}, ${handout.sheets.map(({ spacing }) => spacing).join(' ')}${handout.flows ? ', flows' : ''})\n`,
    );
  return pages;
}
