import { whole } from './compose';
import { ENGLISH } from './content/en';
import type { Draft } from './fit';
import { GAPS, GUTTER, endHeight, mastheadHeight, measures, stripHeight, sum } from './layout';
import type { Gaps, Measures } from './layout';
import type { HandoutDocument, HandoutInput, HandoutSection, PaperForm, Spacing, Strip } from './model';
import { flow } from './sheets';

/**
 * The paper in large print, or in English beside another language, section by section. It may take as many sheets as it needs,
 * so nothing is left off; what stands on page 1 of other papers comes first, and the rest follows it without a break.
 */
export function composeForm(input: HandoutInput, { size, bilingual }: PaperForm): HandoutDocument {
  const words: Draft = { ...whole(input), size };
  if (!bilingual || words.language === ENGLISH.language) return laid([words]);
  return laid([{ ...whole({ ...input, text: ENGLISH }), size }, words]);
}

/** White above the second title in large print, as handout.css has it. */
const ABOVE_SECOND = 6;

/** Less white where that saves a sheet; a little white is not worth parting a table. */
const TRIED = ['roomy', 'normal', 'snug'] as const;
const TIGHTER = 0.05;
const SPACINGS = ['open', ...TRIED] as const;

function laid([first, second]: readonly [Draft, Draft?]): HandoutDocument {
  const sheet = measures(first.pageSize, first.size);
  const beside = second !== undefined && first.size === 'standard';
  const m: Measures = beside ? { ...sheet, wide: false, width: (sheet.width - GUTTER) / 2 } : sheet;
  const all = second === undefined ? [first] : [first, second];
  const together = (height: (words: Draft) => number): number =>
    beside ? Math.max(...all.map(height)) : all.map(height).reduce((total, each) => total + each, 0);
  const head =
    together((words) => mastheadHeight(words, m)) + (second === undefined || beside ? 0 : ABOVE_SECOND);
  const end = (gaps: Gaps): number => together((words) => endHeight(words, m, gaps));
  /** The most white with which a sheet holds what was laid on it. */
  const roomiest = (on: readonly Strip[], begins: boolean, ends: boolean): Spacing =>
    SPACINGS.find((spacing) => {
      const { [spacing]: gaps } = GAPS;
      const heights = on.map((strip) => stripHeight(strip, m, gaps));
      return sum([begins ? head : 0, ...heights, ends ? end(gaps) : 0]) <= m.height;
    }) ?? 'snug';
  const strips = stripsOf(first, second, beside);
  const ways = TRIED.map((spacing, index) => {
    const { [spacing]: gaps } = GAPS;
    const { sheets, cost } = flow(strips, m, gaps, {
      head,
      end: end(gaps),
      before: 0,
      listsPart: true,
      privateApart: true,
      more: ({ id, language }) => (language === undefined ? first : (second ?? first)).more[id] ?? '',
    });
    return { sheets, cost: cost + index * TIGHTER };
  });
  const best = ways.reduce((least, way) => (way.cost < least.cost ? way : least));
  return {
    ...first,
    ...(second === undefined
      ? {}
      : { also: second, notReviewed: `${first.notReviewed} · ${second.notReviewed}` }),
    sheets: best.sheets.map((on, index) => ({
      strips: on,
      spacing: roomiest(on, index === 0, index === best.sheets.length - 1),
    })),
    flows: false,
  };
}

/** The sections in their order, each beside or above the same one in the second language. */
const stripsOf = (first: Draft, second: Draft | undefined, beside: boolean): readonly Strip[] =>
  ([1, 2] as const).flatMap((page) => stripsOfPage(first, second, page, beside));

function stripsOfPage(
  first: Draft,
  second: Draft | undefined,
  page: 1 | 2,
  beside: boolean,
): readonly Strip[] {
  const of = (words: Draft): readonly HandoutSection[] =>
    words.sections.filter((section) => section.page === page);
  if (second === undefined) return of(first).map((section) => ({ sections: [section] }));
  const { language, direction } = second;
  const others = of(second).map((section) => ({ ...section, language, direction }));
  // A part that only one language has, such as a line kept private by its words, stands alone and is never lost.
  const alone = others.filter(({ id }) => !of(first).some((section) => section.id === id));
  const pairs = of(first).map((section) => [section, ...others.filter(({ id }) => id === section.id)]);
  return [...pairs, ...alone.map((section) => [section])].flatMap((sections) =>
    beside ? [{ sections }] : sections.map((section) => ({ sections: [section] })),
  );
}
