import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { asText } from '../../src/handout/as-text';
import { compose } from '../../src/handout/compose';
import { HandoutPages } from '../../src/handout/HandoutPages';
import type { HandoutDocument, HandoutInput } from '../../src/handout/model';
import { pageRule } from '../../src/handout/page-footer';
import { PAPER_CASES } from './paper-cases';
import { PSEUDO, PSEUDO_RTL } from './pseudo-language';
import { printedStrings } from './reading-level';
import { driving, input, other, relaxant, review, SITE } from './review-factory';
import { sampleReviews } from './sample-papers';

const cases: readonly (readonly [string, HandoutInput])[] = [
  ...Object.entries(PAPER_CASES),
  ...sampleReviews().map(([name, of]) => [name, input(of)] as const),
];

/** What a chart, a site and a clinician write in their own words; it prints as it is in every language. */
const ownWords = ({ review: of, site, choices }: HandoutInput): ReadonlySet<string> =>
  new Set(
    [
      of.patient.name ?? '',
      site.clinic.name,
      choices.nextVisit,
      ...of.relaxants.flatMap(({ orders }) =>
        orders.flatMap(({ text, dosages }) => [text, ...dosages.map((dosage) => dosage.text)]),
      ),
      ...of.otherMedicines.flatMap(({ ingredients }) => ingredients),
    ].flatMap((words) => words.toLowerCase().match(/[a-z]+/g) ?? []),
  );

const latinWords = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

describe('a paper in another language', () => {
  it('holds no English word: everything but names and quotes of the chart comes from the language file', () => {
    const english = cases.flatMap(([name, of]) => {
      const first = compose({ ...of, text: PSEUDO });
      const lines = Object.fromEntries(first.lines.map(({ id }) => [id, true]));
      const paper = compose({ ...of, choices: { ...of.choices, lines }, text: PSEUDO });
      const own = ownWords(of);
      return [...printedStrings(paper), paper.forPatient, paper.page.replace(/\{\w+\}/g, ''), asText(paper)]
        .flatMap(latinWords)
        .filter((word) => !own.has(word))
        .map((word) => `${name}: ${word}`);
    });
    expect(english).toEqual([]);
  });

  it('holds no English word where the clinician decided, filled times or typed a day', () => {
    const decided = (kind: 'stop' | 'hold' | 'change') =>
      input(
        review({
          relaxants: [
            relaxant('baclofen', {
              durationDays: 5,
              decision: kind === 'change' ? { kind, how: '' } : { kind },
            }),
            relaxant('methocarbamol', { state: 'on-hold' }),
            relaxant('carisoprodol', { stale: true }),
          ],
        }),
        {
          slots: { carisoprodol: { morning: 0.5, noon: 0, evening: 2, bedtime: 1 } },
          lastDay: { carisoprodol: '2026-12-01' },
        },
        { pageSize: 'A4' },
      );
    for (const kind of ['stop', 'hold', 'change'] as const) {
      const of = decided(kind);
      const own = ownWords(of);
      const strings = printedStrings(compose({ ...of, text: PSEUDO }));
      expect(strings.flatMap(latinWords).filter((word) => !own.has(word))).toEqual([]);
    }
  });

  it('has the lines of the English one, in the same order and groups', () => {
    const told = (paper: HandoutDocument) => paper.lines.map(({ id, group }) => `${id} ${group}`);
    for (const [, of] of cases) expect(told(compose({ ...of, text: PSEUDO }))).toEqual(told(compose(of)));
  });
});

describe('a paper that is read from the right', () => {
  const of = input(
    review({
      relaxants: [
        relaxant('cyclobenzaprine_ir', { driving: driving('D3') }),
        relaxant('tizanidine', { driving: driving('D3') }),
      ],
      otherMedicines: [other('MedicationRequest/oxy', ['oxycodone'], ['opioid'])],
    }),
  );
  const paper = compose({ ...of, text: PSEUDO_RTL });
  const html = renderToStaticMarkup(createElement(HandoutPages, { document: paper }));

  it('says its language and direction', () => {
    expect(html).toMatch(/^<article [^>]*lang="he-x-pseudo" dir="rtl"/);
  });

  it('keeps every name, number to call and date apart from the text around it', () => {
    const kept = html.replace(/<bdi[^>]*>.*?<\/bdi>|\u2068[^\u2069]*\u2069/g, '');
    const loose = kept.replace(/<[^>]*>/g, ' ');
    for (const value of [
      'Maria Lopez',
      SITE.clinic.name,
      SITE.clinic.phone,
      SITE.clinic.afterHoursPhone,
      SITE.poisonLine,
      '11/22/2026',
      '03/14/1954',
      'mg',
    ]) {
      expect(html).toContain(value);
      expect(loose).not.toContain(value);
    }
  });

  it('keeps them apart at the foot of every page, where no markup can stand', () => {
    expect(paper.footer).toContain(`\u2068${SITE.clinic.phone}\u2069`);
    expect(pageRule(paper)).toContain(`\u2068Maria Lopez\u2069`);
  });

  it('lists several names one by one, each apart', () => {
    expect(html.replaceAll(/<\/?strong>/g, '')).toMatch(/<bdi>[^<]+<\/bdi> [א-ת]+ <bdi>/u);
  });
});
