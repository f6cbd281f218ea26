import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import { composeForm } from '../../src/handout/forms';
import { OWN_LINE } from '../../src/handout/line-ids';
import type { HandoutDocument, HandoutInput, HandoutSection, Sheet } from '../../src/handout/model';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import { readUnits } from './reading-level';
import { evidence, hit, input, other, relaxant, review } from './review-factory';

/** What the clinician types, with a medicine that tells of an illness: wherever it is typed, it stands on no sheet that is shown. */
const TYPED = 'Bring your buprenorphine card.';
const PARTNER = other('MedicationRequest/b', ['buprenorphine'], ['moud']);
const TELLING = CAUTION_RULES.filter(
  ({ patient, patientLine }) => patient.includes('{other}') || patientLine === 'sensitive',
).slice(0, 5);
const DRUGS = ['cyclobenzaprine_ir', 'tizanidine', 'methocarbamol'] as const;
const REVIEWS = [0, 1, 3].map((count) =>
  review({
    relaxants: DRUGS.slice(0, count).map((drug) =>
      relaxant(drug, {
        cautions: TELLING.map((rule) => hit(rule, [evidence(PARTNER.reference, 'buprenorphine')])),
      }),
    ),
    otherMedicines: [PARTNER],
  }),
);
const FORMS = [undefined, 'large', 'bilingual', 'bilingual, large'] as const;

const composed = (from: HandoutInput, form: (typeof FORMS)[number]): HandoutDocument =>
  form === undefined
    ? compose(from)
    : composeForm(from, {
        size: form.includes('large') ? 'large' : 'standard',
        bilingual: form.includes('bilingual'),
      });

const sectionsOf = ({ strips }: Sheet): readonly HandoutSection[] =>
  strips.flatMap(({ sections }) => sections);

/** The first sheet of a paper of two; in the other forms each sheet with a part of page 1. */
const shownOf = ({ sheets }: HandoutDocument, form: (typeof FORMS)[number]): readonly Sheet[] =>
  form === undefined
    ? sheets.slice(0, 1)
    : sheets.filter((sheet) => sectionsOf(sheet).some(({ id, page }) => page === 1 && id !== 'sameday'));

describe('a sheet that is shown to others at home', () => {
  it('has no sensitive line, no hidden name and no private words typed in any line, in any form', () => {
    let typed = 0;
    fc.assert(
      fc.property(
        fc.record({
          of: fc.constantFrom(...REVIEWS),
          form: fc.constantFrom(...FORMS),
          text: fc.constantFrom(ENGLISH, SPANISH),
          pageSize: fc.constantFrom('Letter' as const, 'A4' as const),
          on: fc.array(fc.constantFrom(true, true, false), { minLength: 7, maxLength: 23 }),
          edited: fc.array(fc.constantFrom(true, false, false), { minLength: 5, maxLength: 23 }),
        }),
        ({ of, form, text, pageSize, on, edited }) => {
          const { lines: all } = compose({ ...input(of), text });
          const lines = Object.fromEntries(all.map(({ id }, at) => [id, on[at % on.length] === true]));
          const words = Object.fromEntries(
            [OWN_LINE, ...all.map(({ id }) => id)]
              .filter((_, at) => edited[at % edited.length] === true)
              .map((id) => [id, TYPED]),
          );
          const from = { ...input(of, { lines, words }, { pageSize }), text };
          const paper = composed(from, form);
          const shown = shownOf(paper, form).flatMap(sectionsOf);
          const print = readUnits(shown).join('\n').toLowerCase();
          const sensitive = paper.lines.filter((line) => line.group === 'Sensitive' && line.on);
          expect(sensitive.filter((line) => print.includes(line.text.toLowerCase()))).toEqual([]);
          expect(shown.filter((section) => readUnits([section]).join(' ').includes('uprenor'))).toEqual([]);
          typed += JSON.stringify(paper.sheets).includes('uprenor') ? 1 : 0;
        },
      ),
      { numRuns: 10, seed: 7 },
    );
    expect(typed).toBeGreaterThan(5);
  });

  it('has no part of page 2 that can be put into other words, where the lists for home are switched off, too', () => {
    const of = review({ relaxants: DRUGS.slice(0, 2).map((drug) => relaxant(drug)) });
    const lines = Object.fromEntries(
      compose(input(of)).lines.map(({ id }) => [id, /^(?:what|prevent)/.test(id)]),
    );
    for (const form of FORMS.slice(1)) {
      const paper = composed(
        { ...input(of, { lines, words: { 'what.first': TYPED } }), text: SPANISH },
        form,
      );
      const behind = shownOf(paper, form)
        .flatMap(sectionsOf)
        .filter(({ id, page }) => page === 2 && id !== 'sameday');
      expect([form, behind.map(({ id }) => id)]).toEqual([form, []]);
    }
  });
});
