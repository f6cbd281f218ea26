import { describe, expect, it } from 'vitest';
import {
  actsSystemically,
  groupsOfIngredients,
  routeFromDirections,
  routeFromWords,
} from '../../src/terminology/routes';
import { plainWords } from '../../src/terminology/words';

describe('where a product acts, read from its name or form', () => {
  it.each([
    ['tizanidine 4 MG Oral Tablet', 'oral'],
    ['baclofen 5 MG/ML Oral Suspension', 'oral'],
    ['ciprofloxacin 3 MG/ML Ophthalmic Solution', 'ophthalmic'],
    ['instill 1 drop into both eyes', 'ophthalmic'],
    ['ciprofloxacin 2 MG/ML Otic Suspension', 'otic'],
    ['4 drops in the right ear', 'otic'],
    ['sumatriptan 20 MG/ACTUAT Nasal Spray', 'nasal'],
    ['estradiol 0.1 MG/ML Vaginal Cream', 'vaginal'],
    ['diazepam 10 MG Rectal Gel', 'rectal'],
    ['buprenorphine 8 MG Sublingual Tablet', 'sublingual'],
    ['Place under tongue', 'sublingual'],
    ['fluticasone 100 MCG Dry Powder Inhaler', 'inhaled'],
    ['2 puffs twice daily', 'inhaled'],
    ['etonogestrel 68 MG Drug Implant', 'implant'],
    ['methocarbamol 100 MG/ML Injection', 'injection'],
    ['1 g IV every 8 hours', 'injection'],
    ['60 mg IM', 'injection'],
    ['baclofen intrathecal', 'intrathecal'],
    ['refill of the pump', 'intrathecal'],
    ['diclofenac 1 % Topical Gel', 'topical'],
    ['Cyclobenzaprine 2% in PLO', 'topical'],
    ['fentanyl 25 MCG/HR Transdermal System', 'transdermal'],
    ['lidocaine patch', 'transdermal'],
  ])('%s acts %s', (words, route) => {
    expect(routeFromWords(plainWords(words))).toBe(route);
  });

  it.each([
    ['a schedule is not a vein', 'carisoprodol 350 MG tablet C-IV', 'oral'],
    ['a gel cap is swallowed', 'diphenhydramine gel cap', 'oral'],
    ['an oral syringe is no injection', 'baclofen oral syringe', 'oral'],
    ['a pump inhaler is no spinal pump', 'nitroglycerin pump inhal', 'inhaled'],
  ])('%s', (_, words, route) => {
    expect(routeFromWords(plainWords(words))).toBe(route);
  });

  it.each(['ciprofloxacin', 'tizanidine 4 MG', '', 'as directed', 'carisoprodol Schedule IV'])(
    '"%s" says nothing',
    (words) => {
      expect(routeFromWords(plainWords(words))).toBeUndefined();
    },
  );
});

describe('where directions say that it acts', () => {
  it.each([
    ['Take 1 tablet by mouth; apply heat to the affected area', 'oral'],
    ['1 tab PO prn nasal congestion', 'oral'],
    ['Take 1 capsule for vaginal yeast infection', 'oral'],
    ['Take 10 mg PO TID in addition to the pump', 'oral'],
    ['Dissolve 1 tablet under the tongue; do not take by mouth', 'sublingual'],
    ['Apply to knee, do not take by mouth', 'topical'],
    ['Apply to the affected area', 'topical'],
    ['1 drop in left eye', 'ophthalmic'],
  ])('%s: %s', (words, route) => {
    expect(routeFromDirections(plainWords(words))).toBe(route);
  });
});

describe('a class that acts in the whole body', () => {
  it('is not entered by what stays where it is put', () => {
    for (const route of ['topical', 'ophthalmic', 'otic', 'vaginal', 'inhaled'] as const)
      expect(actsSystemically('cyp1a2_strong', route)).toBe(false);
  });

  it('is entered by every other route, and when the route is not stated', () => {
    for (const route of ['oral', 'sublingual', 'injection', 'transdermal', 'rectal', 'unknown'] as const)
      expect(actsSystemically('opioid', route)).toBe(true);
  });

  it('counts estrogen gels and contraceptive rings, and not nasal or rectal steroids', () => {
    expect(actsSystemically('estrogen_hrt', 'topical')).toBe(true);
    expect(actsSystemically('estrogen_contraceptive', 'vaginal')).toBe(true);
    expect(actsSystemically('estrogen_hrt', 'vaginal')).toBe(false);
    expect(actsSystemically('corticosteroid_systemic', 'nasal')).toBe(false);
    expect(actsSystemically('corticosteroid_systemic', 'rectal')).toBe(false);
    expect(actsSystemically('sedating_antihistamine', 'nasal')).toBe(false);
    expect(actsSystemically('opioid', 'nasal')).toBe(true);
  });

  it('is that of any ingredient of a combination, once', () => {
    const groupsOf = (name: string) => ({ codeine: ['opioid'], aspirin: ['nsaid', 'opioid'] })[name] ?? [];
    expect(groupsOfIngredients(['codeine', 'aspirin', 'water'], 'oral', groupsOf)).toEqual([
      'opioid',
      'nsaid',
    ]);
    expect(groupsOfIngredients(['codeine', 'aspirin'], 'topical', groupsOf)).toEqual([]);
  });
});
