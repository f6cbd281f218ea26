import type { HandoutDocument } from './model';
import { withWholeNumbers } from './text-width';

/** `content` of a margin box takes strings only: quotes, backslashes and line breaks of a name become CSS escapes. */
export function cssString(value: string): string {
  const escaped = Array.from(value, (character) =>
    /[\p{Cc}"\\<>]/u.test(character) ? `\\${character.codePointAt(0)?.toString(16) ?? '20'} ` : character,
  );
  return `"${escaped.join('')}"`;
}

const SIZES: Readonly<Record<HandoutDocument['pageSize'], string>> = { Letter: 'Letter', A4: 'A4' };

/** The page rule of one handout: size, identity and page count at the foot, "Not reviewed" at the head until approved. */
export function pageRule(handout: HandoutDocument): string {
  const [before = '', between = '', after = ''] = handout.page.split(/\{pages?\}/);
  const count = `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`;
  const large = handout.size === 'large';
  const font = `font: ${large ? 12 : 9.5}pt Arial, "Liberation Sans", Helvetica, sans-serif; color: #000`;
  const head = handout.approved
    ? ''
    : `@top-center { content: ${cssString(handout.notReviewed)}; font: bold 11pt Arial, "Liberation Sans", sans-serif; color: #000 }`;
  return `@page {
  size: ${SIZES[handout.pageSize]};
  margin: ${large ? '0.75in' : '0.5in 0.6in'};
  @bottom-left { content: ${cssString(withWholeNumbers(handout.footer))}; ${font} }
  @bottom-right { content: ${count}; ${font}; white-space: nowrap; padding-left: 10pt }
  ${head}
}`;
}

const installed = new WeakMap<Document, CSSStyleSheet>();

/** Margin boxes came with Chromium 131; CSSMarginRule came with them. */
export const hasMarginBoxes = (target: Document): boolean =>
  target.defaultView !== null && 'CSSMarginRule' in target.defaultView;

/**
 * Writes the footer of every printed page into the document's styles, as a constructed style sheet: it passes
 * `style-src-attr 'none'`, hashes and Trusted Types alike. A browser without margin boxes prints the paper's own footer instead.
 * https://drafts.csswg.org/css-page-3/#margin-boxes
 */
export function installPrintFooter(target: Document, handout: HandoutDocument): void {
  target.documentElement.classList.toggle('no-margin-boxes', !hasMarginBoxes(target));
  const view = target.defaultView;
  if (view === null || !('adoptedStyleSheets' in target)) return;
  let sheet = installed.get(target);
  if (sheet === undefined) {
    // A sheet can only be adopted by the document whose window made it.
    sheet = new view.CSSStyleSheet();
    installed.set(target, sheet);
    target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(pageRule(handout));
}

/** Takes the patient's name out of the styles again: a page printed after the paper is gone must not carry it. */
export function removePrintFooter(target: Document): void {
  installed.get(target)?.replaceSync('');
}
