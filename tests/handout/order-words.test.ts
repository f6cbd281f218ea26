import { describe, expect, it } from 'vitest';
import type { MedicationOrder } from '../../src/chart/types';
import { allWords, onlyRow, paperOf } from './paper-text';
import { hit, order, relaxant, rule } from './review-factory';

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
