import { describe, expect, it } from 'vitest';
import { present } from '../../src/review/presentation';
import { allergy, condition, lab, man, order, quantity, reviewOf } from './chart';
import type { Resource } from './chart';

const TIZANIDINE = order('t', 'tizanidine 4 MG Oral Tablet');
const BACLOFEN = order('b', 'baclofen 10 MG Oral Tablet');
const CYCLOBENZAPRINE = order('c', 'cyclobenzaprine 10 MG Oral Tablet');

function headline(group: string, ...resources: readonly Resource[]): string {
  const { items, cautions } = present(reviewOf(resources));
  const found = [...items, ...cautions].find((item) => item.groups.some((one) => one === group));
  if (found === undefined) throw new Error(`no item ${group}`);
  return found.headline;
}

describe('the headline of an item', () => {
  it('names the recorded allergy as the chart wrote it', () => {
    expect(headline('allergy', BACLOFEN, allergy('a', 'Baclofen'))).toBe('Recorded allergy: Baclofen');
  });

  it('says the kidney value beside the relaxant', () => {
    const egfr = lab('k', '98979-8', quantity(22, 'mL/min/{1.73_m2}'), '2026-11-01');
    expect(headline('kidney', BACLOFEN, egfr)).toBe('Kidney: eGFR 22 and baclofen');
  });

  it('says the age where the age is the reason', () => {
    expect(headline('falls', man('1950-01-01'), CYCLOBENZAPRINE)).toBe(
      'Falls and confusion at 76: cyclobenzaprine',
    );
  });

  it('says both ages that a birth date without its day allows', () => {
    expect(headline('falls', man('1950'), CYCLOBENZAPRINE)).toBe(
      'Falls and confusion at 75 or 76: cyclobenzaprine',
    );
  });

  it('says no age where a fall is the only reason', () => {
    expect(headline('falls', CYCLOBENZAPRINE, condition('f', { icd: 'R29.6' }))).toBe(
      'Falls and confusion: cyclobenzaprine',
    );
  });

  it('names three partners and counts the rest', () => {
    const opioids = ['oxycodone 5 MG', 'morphine 15 MG', 'codeine 30 MG', 'hydromorphone 2 MG'];
    expect(
      headline('breathing', TIZANIDINE, ...opioids.map((text, at) => order(`o${at}`, `${text} Oral Tablet`))),
    ).toMatch(/^Sedation and breathing: \w+ \+ \w+ \+ \w+ \+1 with tizanidine$/);
  });
});
