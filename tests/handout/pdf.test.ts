// @vitest-environment node
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { HandoutPages } from '../../src/handout/HandoutPages';
import type { HandoutDocument, HandoutInput } from '../../src/handout/model';
import { pageRule } from '../../src/handout/page-footer';
import { PAPER_CASES } from './paper-cases';
import { findOrInstallChromium } from '../../tools/chromium';

const CSS = readFileSync(new URL('../../src/handout/handout.css', import.meta.url), 'utf8');
const KEEP = process.env.KEEP_PDF;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
});

interface PrintedPage {
  readonly text: string;
  /** Free height between the last line of content and the footer, in points. */
  readonly free: number;
  readonly width: number;
}

async function print(handout: HandoutDocument, name: string): Promise<readonly PrintedPage[]> {
  const page = await browser.newPage();
  const body = renderToStaticMarkup(createElement(HandoutPages, { document: handout }));
  await page.setContent(
    `<!doctype html><html lang="en"><head><title>t</title><style>${CSS}${pageRule(handout, ENGLISH.page)}</style></head><body>${body}</body></html>`,
  );
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
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
    const bottoms = pieces.map((piece) => Number(piece.transform[5])).filter((y) => y > 36);
    pages.push({ text, free: Math.min(...bottoms) - 36, width: sheet.view[2] ?? 0 });
  }
  return pages;
}

describe('the printed paper', () => {
  const cases: readonly (readonly [string, HandoutInput])[] = Object.entries(PAPER_CASES);

  it.each(cases)('of "%s" fits on two pages with the boxes on the first', async (name, input) => {
    const handout = compose(input);
    const pages = await print(handout, name);
    if (KEEP !== undefined)
      process.stdout.write(
        `${name}: ${pages.map((page) => (page.free / 15).toFixed(1)).join(' / ')} (estimated ${handout.pages}${handout.flows ? ', flows' : ''})\n`,
      );
    expect(pages).toHaveLength(2);
    const first = pages[0]?.text ?? '';
    expect(first).toContain('Danger signs');
    if (input.review.relaxants.length > 0) {
      expect(first).toContain('Driving:');
      expect(first).toContain('Do not mix with');
      expect(first).toContain('Last day');
      expect(first).toContain('How to take it');
      expect(pages[1]?.text).toContain('Call us the same day if');
    } else expect(first).toContain('Call us the same day if');
  });

  it.each(cases)(
    'of "%s" carries identity, page number and review state on every page',
    async (name, input) => {
      const handout = compose(input);
      const pages = await print(handout, name);
      for (const [index, page] of pages.entries()) {
        expect(page.text).toContain(input.review.patient.name);
        expect(page.text).toContain(`Page ${index + 1} of 2`);
        expect(page.text.includes('Not reviewed')).toBe(!handout.approved);
      }
    },
  );

  it('is Letter or A4 as the site says', async () => {
    const widths = await Promise.all(
      (['Letter', 'A4'] as const).map(async (pageSize) => {
        const [case_] = cases;
        if (case_ === undefined) throw new Error('no case');
        const [, input] = case_;
        const [first] = await print(compose({ ...input, site: { ...input.site, pageSize } }), pageSize);
        return Math.round(first?.width ?? 0);
      }),
    );
    expect(widths).toEqual([612, 595]);
  });
});
