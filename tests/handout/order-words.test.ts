import { describe, expect, it } from 'vitest';
import { readDosage } from '../../src/chart/dosage';
import type { MedicationOrder } from '../../src/chart/types';
import { SPANISH } from '../../src/handout/content/es';
import { compose } from '../../src/handout/compose';
import { allWords, onlyRow, paperOf } from './paper-text';
import { dosage, hit, input, order, relaxant, review, rule } from './review-factory';

const contraindicated = [hit(rule('CYC-MAOI', { severity: 'contraindicated', patientLine: 'decide' }))];
const withOrder = (of: MedicationOrder, changes = {}) =>
  paperOf({ relaxants: [relaxant('cyclobenzaprine_ir', { orders: [of], ...changes })] });

describe('the name of a medicine', () => {
  it('takes no times into the name from an order typed as one sentence; the row quotes it, unless it says to ask first', () => {
    const typed = order('MedicationRequest/f', 'Flexeril 10 mg tab at bedtime', { dosages: [] });
    expect(onlyRow(withOrder(typed))).toMatchObject({
      name: 'cyclobenzaprine',
      purpose: '(Flexeril) for tight back muscles',
      times: 'Take it as your bottle says. Your order says: “Flexeril 10 mg tab at bedtime”',
    });
    const asked = withOrder(typed, { cautions: contraindicated });
    expect(onlyRow(asked).times).toBe('Ask us before you take this.');
    expect(allWords(asked)).not.toContain('tab at bedtime');
  });

  it('keeps the route of a product as part of its name: "PO" says nothing of times', () => {
    const epic = order('MedicationRequest/e', 'CYCLOBENZAPRINE HCL 10 MG PO TABS');
    expect(onlyRow(withOrder(epic)).name).toContain('PO TABS');
  });
});

describe('instructions in two languages', () => {
  const english = 'Take 1 tablet 3 times a day';
  const spanish = 'Tome 1 tableta 3 veces al día';
  const told = (text: string, orderText: string, more = {}) =>
    relaxant('cyclobenzaprine_ir', {
      orders: [
        order('MedicationRequest/c', 'cyclobenzaprine 5 MG Oral Tablet', {
          dosages: [dosage({ text, orderText, ...more })],
        }),
      ],
    });
  const unnamed = { slots: undefined as never, timesPerDay: 3 };

  it('stand both on English paper, so that staff can check them, and only the Spanish in Spanish', () => {
    const of = { relaxants: [told(spanish, english, { ...unnamed, inEnglish: true })] };
    expect(onlyRow(paperOf(of)).times).toContain(`“${english} / ${spanish}”`);
    expect(onlyRow(compose({ ...input(review(of)), text: SPANISH })).times).toContain(`“${spanish}”`);
  });

  it('stand as they are where the words of the order are shorthand or the same language', () => {
    const shown = (patientInstruction: string, text: string) =>
      onlyRow(
        paperOf({
          relaxants: [
            relaxant('cyclobenzaprine_ir', {
              orders: [
                order('MedicationRequest/c', 'cyclobenzaprine 5 MG Oral Tablet', {
                  dosages: [readDosage({ patientInstruction, text })],
                }),
              ],
            }),
          ],
        }),
      ).times;
    expect(shown(spanish, english)).toContain(`“${english} / ${spanish}”`);
    expect(shown(spanish, '1 TAB PO TID')).toContain(`“${spanish}”`);
    expect(shown('Use 1 pill 3 times daily', english)).toContain('“Use 1 pill 3 times daily”');
  });

  it('are quoted in place of a grid or of "only if you need it" where they could not be compared', () => {
    const vietnamese = 'Uống 1 viên khi đi ngủ';
    for (const asNeeded of [false, true]) {
      const of = { relaxants: [told(vietnamese, english, { asNeeded, quoted: true, inEnglish: true })] };
      expect(onlyRow(paperOf(of)).times).toContain(`“${english} / ${vietnamese}”`);
    }
    expect(onlyRow(paperOf({ relaxants: [told(vietnamese, english)] })).times).toHaveLength(4);
  });
});
