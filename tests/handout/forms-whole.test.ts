import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import { composeForm } from '../../src/handout/forms';
import type { HandoutDocument, HandoutInput, PaperForm } from '../../src/handout/model';
import { readUnits } from './reading-level';
import { hit, input, relaxant, review, rule } from './review-factory';

const FORMS: readonly PaperForm[] = [
  { size: 'large', bilingual: false },
  { size: 'standard', bilingual: true },
  { size: 'large', bilingual: true },
];

/** What is laid on the sheets, in one of the languages. */
const laid = ({ sheets }: HandoutDocument, second: boolean): readonly string[] =>
  readUnits(
    sheets.flatMap(({ strips }) =>
      strips.flatMap(({ sections }) =>
        sections.filter(({ language }) => (language !== undefined) === second),
      ),
    ),
    // Where a part goes on on the next sheet.
  ).filter((words) => !/ (?:on page|en la página) \d/.test(words));
const sorted = (words: readonly string[]): readonly string[] => [...words].sort();

/** A sensitive line that was chosen, one that was not, one of the clinician's own, one switched off, one in other words. */
const chosen = input(
  review({
    relaxants: [
      relaxant('cyclobenzaprine_ir', {
        cautions: [
          hit(rule('TIZ-OC', { patientLine: 'sensitive', patient: 'Keep using what you use.' })),
          hit(rule('BAC-SUD', { patientLine: 'sensitive', patient: 'Never chosen.' })),
        ],
      }),
    ],
  }),
  {
    lines: { 'rule.TIZ-OC': true, 'home.items.2': false },
    words: { own: 'Bring all your bottles on Friday.', 'home.items.1': 'Heat for 10 minutes.' },
    nextVisit: 'Friday at 10',
  },
);

describe('large and bilingual paper', () => {
  it.each(FORMS)('%j says in each language what the paper in that language alone says', (form) => {
    const paper = composeForm({ ...chosen, text: SPANISH }, form);
    const alone = (text: HandoutInput['text']) => {
      const one = compose({ ...chosen, ...(text === undefined ? {} : { text }) });
      expect(one.lines.filter(({ id, origin }) => origin === 'left off to fit' && id !== 'next.qr')).toEqual(
        [],
      );
      return sorted(readUnits(one.sections));
    };
    const spanish = alone(SPANISH);
    expect(spanish).toEqual(expect.arrayContaining([chosen.choices.words['own'], 'Heat for 10 minutes.']));
    expect(spanish.join(' ')).not.toMatch(/hielo|Never chosen/);
    expect(sorted(laid(paper, form.bilingual))).toEqual(spanish);
    if (form.bilingual) expect(sorted(laid(paper, false))).toEqual(alone(ENGLISH));
  });

  it('never loses a part that one language alone has, as of words that are private in that language', () => {
    // "Leche" tells of nursing in Spanish, and nothing in English: there the line stays where it is.
    const typed = 'Tome leche y párese despacio.';
    const of = input(review(), { words: { 'how.falls': typed } });
    for (const size of ['standard', 'large'] as const) {
      const paper = composeForm({ ...of, text: SPANISH }, { size, bilingual: true });
      expect(paper.sections.some(({ id }) => id === 'foryou')).toBe(false);
      for (const second of [false, true])
        expect(laid(paper, second).filter((words) => words === typed)).toHaveLength(1);
    }
  });
});
