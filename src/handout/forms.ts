import { whole } from './compose';
import { ENGLISH } from './content/en';
import type { Draft } from './fit';
import { GAPS, GUTTER, endHeight, mastheadHeight, measures } from './layout';
import type { Measures } from './layout';
import type { HandoutDocument, HandoutInput, HandoutSection, PaperForm, Sheet, Strip } from './model';
import { flow } from './sheets';

/**
 * The paper in large print, or in English beside another language, section by section. It may take as many sheets as it needs,
 * so nothing is left off; page 1 and what follows never share a sheet, as on every paper.
 */
export function composeForm(input: HandoutInput, { size, bilingual }: PaperForm): HandoutDocument {
  const words: Draft = { ...whole(input), size };
  if (!bilingual || words.language === ENGLISH.language) return laid([words]);
  return laid([{ ...whole({ ...input, text: ENGLISH }), size }, words]);
}

/** White above the second title in large print, as handout.css has it. */
const ABOVE_SECOND = 6;

/**
 * What saves a sheet is done, in this order: less white, lists that go on on the next sheet, and same-day signs with what follows,
 * as on every paper with a relaxant.
 */
const TRIED = [false, true].flatMap((sameDayLater) =>
  [false, true].flatMap((listsPart) =>
    (['roomy', 'normal', 'snug'] as const).map((spacing) => ({ spacing, listsPart, sameDayLater })),
  ),
);

const withSameDayLater = (words: Draft): Draft => ({
  ...words,
  sections: words.sections.map((section) => (section.id === 'sameday' ? { ...section, page: 2 } : section)),
});

function laid([first, second]: readonly [Draft, Draft?]): HandoutDocument {
  const sheet = measures(first.pageSize, first.size);
  const beside = second !== undefined && first.size === 'standard';
  const m: Measures = beside ? { ...sheet, wide: false, width: (sheet.width - GUTTER) / 2 } : sheet;
  const all = second === undefined ? [first] : [first, second];
  const together = (height: (words: Draft) => number): number =>
    beside ? Math.max(...all.map(height)) : all.map(height).reduce((total, each) => total + each, 0);
  const pagesOf = (one: Draft, two: Draft | undefined) =>
    ([1, 2] as const).map((page) => stripsOf(one, two, page, beside));
  const pages = pagesOf(first, second);
  const later = pagesOf(withSameDayLater(first), second && withSameDayLater(second));
  const lay = (
    { spacing, listsPart, sameDayLater }: (typeof TRIED)[number],
    tableWhole = false,
  ): readonly Sheet[] => {
    const { [spacing]: gaps } = GAPS;
    const sheets = flow(sameDayLater ? later : pages, m, gaps, {
      head:
        together((words) => mastheadHeight(words, m)) + (second === undefined || beside ? 0 : ABOVE_SECOND),
      end: together((words) => endHeight(words, m, gaps)),
      listsPart,
      tableWhole,
      more: ({ id, language }) => (language === undefined ? first : (second ?? first)).more[id] ?? '',
    });
    return sheets.map((strips) => ({ strips, spacing }));
  };
  const tried = TRIED.map((way) => lay(way));
  const fewest = Math.min(...tried.map(({ length }) => length));
  const found = tried.find(({ length }) => length === fewest) ?? [];
  // Parted for nothing: another way may keep the table whole on as many sheets.
  const whole = isTableParted(found)
    ? TRIED.map((way) => lay(way, true)).find((sheets) => sheets.length === fewest && !isTableParted(sheets))
    : undefined;
  return {
    ...first,
    ...(second === undefined
      ? {}
      : { also: second, notReviewed: `${first.notReviewed} · ${second.notReviewed}` }),
    sheets: whole ?? found,
    flows: false,
  };
}

/** The medicines of one language stand on more than one sheet. */
const isTableParted = (sheets: readonly Sheet[]): boolean => {
  const languages = sheets.flatMap(({ strips }) =>
    strips
      .flatMap(({ sections }) => sections)
      .filter(({ id }) => id === 'medicine')
      .map(({ language }) => language),
  );
  return new Set(languages).size < languages.length;
};

/** The sections of a page, each beside or above the same one in the second language. */
function stripsOf(first: Draft, second: Draft | undefined, page: 1 | 2, beside: boolean): readonly Strip[] {
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
