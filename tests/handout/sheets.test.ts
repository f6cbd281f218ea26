import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPANISH } from '../../src/handout/content/es';
import { composeForm } from '../../src/handout/forms';
import { GAPS, GUTTER, endHeight, mastheadHeight, measures, stripHeight } from '../../src/handout/layout';
import { OWN_LINE } from '../../src/handout/line-ids';
import type { HandoutDocument, HandoutSection, PaperForm, Strip } from '../../src/handout/model';
import { flow } from '../../src/handout/sheets';
import { input } from './review-factory';
import { sampleReviews } from './sample-papers';

const FORMS: Readonly<Record<string, PaperForm & { readonly most: number }>> = {
  'large print': { size: 'large', bilingual: false, most: 6 },
  bilingual: { size: 'standard', bilingual: true, most: 5 },
  'bilingual, large print': { size: 'large', bilingual: true, most: 11 },
};

/** Each sample in each form, with a line for the patient alone. */
const PAPERS = Object.entries(FORMS).flatMap(([form, { most, ...of }]) =>
  sampleReviews().map(([name, review]) => {
    const words = { [OWN_LINE]: 'Traiga su pastillero.' };
    return {
      name: `${name}, ${form}`,
      most,
      paper: composeForm({ ...input(review, { words }), text: SPANISH }, of),
    };
  }),
);

const sectionsOf = (strips: readonly Strip[]): readonly HandoutSection[] =>
  strips.flatMap(({ sections }) => sections);
const isShown = ({ id, page }: HandoutSection): boolean => page === 1 && id !== 'sameday';
const isPrivate = ({ id }: HandoutSection): boolean => id === 'home' || id === 'foryou';

/** How much of each sheet is used, in parts of one. */
function filled(paper: HandoutDocument): readonly number[] {
  const beside = paper.also !== undefined && paper.size === 'standard';
  const sheet = measures(paper.pageSize, paper.size);
  const m = beside ? { ...sheet, wide: false, width: (sheet.width - GUTTER) / 2 } : sheet;
  const all = paper.also === undefined ? [paper] : [paper, paper.also];
  const of = (height: (words: (typeof all)[number]) => number): number =>
    beside ? Math.max(...all.map(height)) : all.reduce((sum, words) => sum + height(words), 0);
  return paper.sheets.map(({ strips, spacing }, index) => {
    const gaps = GAPS[spacing];
    const used = strips.reduce((sum, strip) => sum + stripHeight(strip, m, gaps), 0);
    const head = index === 0 ? of((words) => mastheadHeight(words, m)) : 0;
    const end = index === paper.sheets.length - 1 ? of((words) => endHeight(words, m, gaps)) : 0;
    return (used + head + end) / m.height;
  });
}

describe('the sheets of every sample in large print and in two languages', () => {
  it('are few, and none is overfull or mostly white', () => {
    for (const { name, most, paper } of PAPERS) {
      const used = filled(paper);
      expect([name, used.length <= most]).toEqual([name, true]);
      expect([name, used.filter((part) => part > 1 || part < 0.45)]).toEqual([name, []]);
    }
  });

  it('hold no two neighbours that would fit on one, unless one of them is for the patient alone', () => {
    for (const { name, paper } of PAPERS) {
      const used = filled(paper);
      const wasted = used.slice(1).filter((part, index) => {
        const [before = [], after = []] = [index, index + 1].map((at) =>
          sectionsOf(paper.sheets[at]?.strips ?? []),
        );
        return part + (used[index] ?? 1) < 0.98 && !(before.some(isShown) && after.some(isPrivate));
      });
      expect([name, wasted]).toEqual([name, []]);
    }
  });

  it('keep the table of medicines of each language whole', () => {
    const tables = PAPERS.map(
      ({ name, paper }) =>
        [
          name,
          paper.sheets.flatMap(({ strips }) =>
            sectionsOf(strips)
              .filter(({ id }) => id === 'medicine')
              .map(({ language }) => language ?? 'first'),
          ),
        ] as const,
    );
    expect(tables.filter(([, languages]) => languages.length > 0).length).toBeGreaterThan(30);
    expect(tables.filter(([, languages]) => new Set(languages).size < languages.length)).toEqual([]);
  });

  it('never show what is for the patient alone beside what others may read', () => {
    for (const { name, paper } of PAPERS) {
      const sheets = paper.sheets.map(({ strips }) => sectionsOf(strips));
      expect(sheets.flat().map(({ id }) => id)).toEqual(expect.arrayContaining(['danger', 'home', 'foryou']));
      const shown = sheets.filter((sections) => sections.some(isShown)).flat();
      expect([name, shown.filter(isPrivate).map(({ id }) => id)]).toEqual([name, []]);
    }
  });
});

describe('strips on sheets', () => {
  const m = measures('Letter', 'large');
  const gaps = GAPS.roomy;
  const around = { head: 0, end: 20, before: 0, listsPart: true, privateApart: true, more: () => '' };
  /** A part that stays in one piece, of so many short lines. */
  const strip = (lines: number): Strip => ({
    sections: [
      {
        id: 'what',
        heading: 'Part',
        page: 2,
        columns: [Array.from({ length: lines }, () => ({ kind: 'paragraph', runs: [{ text: 'Line' }] }))],
      },
    ],
  });

  it('are as few as can be, each strip once and in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 14 }), (lines) => {
        const strips = lines.map(strip);
        const { sheets } = flow(strips, m, gaps, around);
        expect(sheets.flat()).toEqual(strips);
        // Filling each sheet to its end takes the fewest; the last strip needs room for what ends the paper.
        let fewest = 1;
        let used = 0;
        for (const [index, each] of strips.entries()) {
          const height = stripHeight(each, m, gaps);
          const end = index === strips.length - 1 ? around.end : 0;
          if (used > 0 && used + height + end > m.height) {
            fewest += 1;
            used = 0;
          }
          used += height;
        }
        expect(sheets.length).toBe(fewest);
      }),
    );
  });

  it('that are higher than a sheet go on on the next, and lose nothing', () => {
    const { sheets } = flow([strip(3), strip(80), strip(3)], m, gaps, around);
    expect(sheets.length).toBeGreaterThan(1);
    for (const on of sheets)
      expect(on.reduce((sum, each) => sum + stripHeight(each, m, gaps), 0)).toBeLessThan(m.height);
    expect(sheets.flatMap(sectionsOf).flatMap(({ columns }) => columns.flat())).toHaveLength(86);
  });

  it('that nothing can part are left to the browser, on a sheet of their own', () => {
    const long: Strip = {
      sections: [
        {
          id: 'what',
          heading: 'Part',
          page: 2,
          columns: [[{ kind: 'paragraph', runs: [{ text: 'word '.repeat(1500) }] }]],
        },
      ],
    };
    const strips = [strip(3), long, strip(3)];
    expect(flow(strips, m, gaps, around).sheets).toEqual(strips.map((each) => [each]));
  });
});
