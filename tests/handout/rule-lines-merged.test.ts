import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/handout/content/en';
import { LineBook } from '../../src/handout/line-book';
import { ruleLines } from '../../src/handout/rule-lines';
import type { Severity } from '../../src/knowledge/vocabulary';
import { allWords, paperOf, section } from './paper-text';
import { evidence, hit, input, other, relaxant, review, rule } from './review-factory';

const OXYCODONE = other('MedicationRequest/oxy', ['oxycodone'], ['opioid']);

describe('a line that two findings share', () => {
  it('of two medicines is as serious as the worse of them, whichever comes first, with the partners of both', () => {
    const watch = rule('W', { patient: '{drug} goes badly with {other}.' });
    const morphine = other('MedicationRequest/mor', ['morphine'], ['opioid']);
    const cyc = (severity: Severity) =>
      relaxant('cyclobenzaprine_ir', {
        cautions: [hit(watch, [evidence(OXYCODONE.reference, 'oxycodone')], severity)],
      });
    const met = (severity: Severity) =>
      relaxant('methocarbamol', {
        cautions: [hit(watch, [evidence(morphine.reference, 'morphine')], severity)],
      });
    for (const relaxants of [
      [cyc('serious'), met('caution')],
      [cyc('caution'), met('serious')],
      [cyc('caution'), met('contraindicated')],
    ])
      expect(section(paperOf({ relaxants, otherMedicines: [OXYCODONE, morphine] }), 'mix')).toContain(
        'Cyclobenzaprine and methocarbamol goes badly with oxycodone and morphine.',
      );
  });

  it('that says the same as a sensitive one is off with it', () => {
    const words = { patient: 'Ask us before you take {drug}.' };
    const both = [rule('S', { ...words, patientLine: 'sensitive' }), rule('W', words)];
    for (const rules of [both, [...both].reverse()])
      expect(
        allWords(
          paperOf({
            relaxants: rules.map((of, index) =>
              relaxant(index === 0 ? 'cyclobenzaprine_ir' : 'methocarbamol', { cautions: [hit(of)] }),
            ),
          }),
        ),
      ).not.toContain('Ask us before you take');
  });
});

it('where room is short a note on the medicine goes to page 2, and what not to mix stays on page 1', () => {
  const cautions = [
    hit(rule('W', { patient: 'You also take {other}.' }), [evidence(OXYCODONE.reference, 'oxycodone')]),
    hit(rule('MET-URINE', { severity: 'counsel', patientLine: 'teach', patient: 'Pee may turn brown.' })),
  ];
  const relaxants = [relaxant('methocarbamol', { cautions })];
  const of = input(review({ relaxants, otherMedicines: [OXYCODONE] }));
  const places = (short: boolean) => {
    const book = new LineBook(of.choices, () => false);
    const basis = { ...of, text: ENGLISH, book, openFlag: false, relaxants };
    return ruleLines(basis, short).map(({ id, place }) => `${id} ${place}`);
  };
  expect(places(false)).toEqual(['rule.W mix', 'rule.MET-URINE how']);
  expect(places(true)).toEqual(['rule.W mix', 'rule.MET-URINE foryou']);
});
