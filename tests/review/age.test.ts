import { describe, expect, it } from 'vitest';
import { ageAndSex } from '../../src/review/age-words';
import { factsOf, idsOf, lab, man, order, quantity, relaxantOf, reviewOf } from './chart';

const CYCLOBENZAPRINE = order('c', 'cyclobenzaprine 10 MG Oral Tablet');
const born = (birthDate: string) => reviewOf([man(birthDate), CYCLOBENZAPRINE]);
const beers = (birthDate: string): string => {
  const relaxant = relaxantOf(born(birthDate), 'cyclobenzaprine_ir');
  if (idsOf(relaxant).includes('X-BEERS-SMR')) return 'fires';
  const gap = relaxant.notChecked.find(({ rule }) => rule.id === 'X-BEERS-SMR');
  return gap === undefined ? 'clear' : gap.missing.map(({ why }) => why).join();
};

describe('a birth date without its day, on 11/22/2026', () => {
  it('leaves a limit of 65 years open between 64 and 65, never clear', () => {
    const open = 'age (64 or 65: the birth date has no day)';
    expect(beers('1961')).toBe(open);
    expect(beers('1961-11')).toBe(open);
  });

  it('is judged where the missing day decides nothing', () => {
    expect(beers('1961-10')).toBe('fires');
    expect(beers('1961-12')).toBe('clear');
    expect(beers('1960')).toBe('fires');
    expect(beers('1962')).toBe('clear');
  });

  it('is said with both ages it allows', () => {
    expect(ageAndSex(born('1961').patient)).toMatch(/^64 or 65 [a-zF-M]/);
    expect(ageAndSex(born('1960-01-05').patient)).toMatch(/^66 [a-zF-M]/);
    expect(ageAndSex(reviewOf([{ resourceType: 'Patient', id: 'p', gender: 'female' }]).patient)).toBe(
      'age not in the chart, F',
    );
  });

  it('says on which of two ages a finding rests', () => {
    const hit = relaxantOf(born('1950'), 'cyclobenzaprine_ir').cautions.find(
      ({ rule }) => rule.id === 'X-BEERS-SMR',
    );
    expect(hit?.evidence.map(({ text }) => text)).toContain('age 75 or 76');
  });

  it('leaves a red flag of the young and one of the old open', () => {
    const open = (birthDate: string) => born(birthDate).redFlagsNotChecked.map(({ rule }) => rule.id);
    const flags = (birthDate: string) => born(birthDate).redFlags.map(({ rule }) => rule.id);
    expect(open('2008')).toContain('AGE_YOUNG');
    expect(flags('2009')).toContain('AGE_YOUNG');
    expect(open('1956')).toContain('AGE_OLDER');
    expect(flags('1955')).toContain('AGE_OLDER');
  });

  it('raises or leaves open the driving tier like the other rules', () => {
    const metaxalone = (birthDate: string) =>
      relaxantOf(reviewOf([man(birthDate), order('m', 'metaxalone 800 MG Oral Tablet')]), 'metaxalone')
        .driving;
    expect(metaxalone('1961').notChecked.map(({ key }) => key)).toContain('age');
    expect(metaxalone('1962').notChecked).toEqual([]);
  });

  it('gives the patient an age only when there is one', () => {
    expect(born('1961').patient.age).toBeUndefined();
    expect(born('1961-10').patient.age).toBe(65);
  });

  it('gives a calculated eGFR between those of both ages', () => {
    const creatinine = lab('k', '2160-0', quantity(1.2, 'mg/dL'), '2026-11-01');
    const egfr = (birthDate: string) => factsOf([man(birthDate), creatinine]).labs.egfr;
    const [both, older, younger] = [egfr('1961'), egfr('1961-01-01'), egfr('1961-12-31')];
    expect(both).toMatchObject({ known: true });
    if (!both.known || !older.known || !younger.known) throw new Error('not calculated');
    expect([both.low, both.high]).toEqual([older.low, younger.high]);
  });

  it('gives no eGFR by the equation for adults when the patient may be 17', () => {
    const creatinine = lab('k', '2160-0', quantity(1.2, 'mg/dL'), '2026-11-01');
    expect(factsOf([man('2008'), creatinine]).labs.egfr.known).toBe(false);
    expect(factsOf([man('2007'), creatinine]).labs.egfr.known).toBe(true);
  });

  it('asks about pregnancy and the kidney when the age may be one that needs it', () => {
    const prompts = (birthDate: string, drug: string) =>
      reviewOf([{ ...man(birthDate), gender: 'female' }, order('x', drug)]).dataGaps.map(({ id }) => id);
    expect(prompts('1976', 'thiocolchicoside 4 MG Oral Capsule')).toContain('GAP-PREG');
    expect(prompts('1975', 'thiocolchicoside 4 MG Oral Capsule')).not.toContain('GAP-PREG');
    expect(prompts('1961', 'tizanidine 4 MG Oral Tablet')).toContain('GAP-TIZ-CRCL');
    expect(prompts('1962', 'tizanidine 4 MG Oral Tablet')).not.toContain('GAP-TIZ-CRCL');
  });
});
