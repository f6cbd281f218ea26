import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/knowledge/vocabulary';
import { allWords, paperOf, section } from './paper-text';
import { evidence, hit, other, relaxant, rule } from './review-factory';

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
