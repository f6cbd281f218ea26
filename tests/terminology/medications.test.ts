import { describe, expect, it } from 'vitest';
import { groupsOfMedicine, medicine, terminology } from './recognised';

describe('a product code', () => {
  it.each([
    ['RxNorm 313412', ['tizanidine']],
    ['RxNorm 197446', ['carisoprodol']],
    ['RxNorm 197511', ['antibiotic', 'cyp1a2_strong']],
    ['RxNorm 993781', ['opioid', 'paracetamol']],
  ])('%s tells ingredients, route and classes by itself', (code, groups) => {
    expect(groupsOfMedicine([code], [])).toEqual(groups);
    expect(medicine([code], []).route).toBe('oral');
    expect(medicine([code], []).basis).toBe('code');
  });

  it('is not overruled by directions that name another place', () => {
    expect(groupsOfMedicine(['RxNorm 313412'], [], 'apply to the affected area')).toEqual(['tizanidine']);
  });

  it('is not overruled by another name beside it', () => {
    expect(groupsOfMedicine(['RxNorm 313412'], ['metoprolol'])).toEqual(['tizanidine']);
  });

  it('silences the bare ingredient code beside it: aspirin 81 MG stays an antiplatelet', () => {
    expect(groupsOfMedicine(['RxNorm 318272', 'RxNorm 1191'], [])).toEqual(['antiplatelet']);
  });

  it.each(['8163', '4337', '42319', '9143'])('RxNorm %s is no relaxant, whatever other lists say', (code) => {
    expect(medicine([`RxNorm ${code}`], []).relaxants).toEqual([]);
  });

  it.each(['', 'abc', '123456789', '-1', '1e3'])('"%s" is no RxNorm code', (code) => {
    const match = terminology.recogniseMedication({
      codings: [{ system: 'rxnorm', code }],
      names: [],
      routeTexts: [],
    });
    expect(match.recognition).toBe('not-recognised');
  });
});

describe('an ingredient code', () => {
  it('counts for the whole body when nothing states a route', () => {
    expect(groupsOfMedicine(['RxNorm 2551'], [])).toEqual(['antibiotic', 'cyp1a2_strong']);
  });

  it('takes its route from the name, then from the directions', () => {
    expect(groupsOfMedicine(['RxNorm 2551'], ['ciprofloxacin ophthalmic'])).toEqual([]);
    expect(groupsOfMedicine(['RxNorm 2551'], ['ciprofloxacin'], 'one drop in each eye')).toEqual([]);
    expect(groupsOfMedicine(['RxNorm 2551'], ['ciprofloxacin 500 MG Oral Tablet'], 'eye')).toContain(
      'cyp1a2_strong',
    );
  });

  it('of a local form is known, never unrecognised', () => {
    expect(medicine(['RxNorm 2551'], ['ciprofloxacin ear drops']).recognition).toBe('known');
  });
});

describe('a combination', () => {
  it('counts with each of its ingredients', () => {
    expect(groupsOfMedicine([], ['carisoprodol / aspirin / codeine'])).toEqual([
      'carisoprodol',
      'nsaid',
      'opioid',
    ]);
    expect(medicine([], ['Uribel']).groups.map(({ group }) => group)).toContain('maoi');
  });

  it('of which one ingredient is coded is completed by its name', () => {
    expect(groupsOfMedicine(['RxNorm 2101'], ['carisoprodol-aspirin-codeine'])).toEqual([
      'carisoprodol',
      'nsaid',
      'opioid',
    ]);
  });

  it('is not completed by a name that does not hold the coded ingredient', () => {
    expect(groupsOfMedicine(['RxNorm 2101'], ['replaces tramadol'])).toEqual(['carisoprodol']);
  });

  it('does not count what a starter pack names in passing', () => {
    expect(groupsOfMedicine([], ['Lamictal Blue (For Patients Taking Valproate)'])).toEqual([
      'antiepileptic',
    ]);
  });

  it('does not count salts and carriers', () => {
    expect(medicine([], ['acamprosate calcium']).ingredients).toEqual(['acamprosate']);
    expect(medicine([], ['calcium carbonate']).recognition).toBe('known');
  });
});

describe('the classes decided by form and strength', () => {
  it.each([
    ['buprenorphine / naloxone film', ['moud']],
    ['buprenorphine 8 MG sublingual', ['moud']],
    ['buprenorphine implant', ['moud']],
    ['buprenorphine 10 MCG/HR patch', ['opioid']],
    ['Belbuca 150 mcg', ['opioid']],
    ['methadone 10 mg', ['methadone', 'opioid']],
    ['aspirin 81 mg', ['antiplatelet']],
    ['aspirin 325 mg', ['nsaid']],
    ['denosumab 60 mg', ['bone_osteoporosis']],
    ['denosumab 120 mg', ['bone_oncologic']],
    ['heparin lock flush', []],
    ['methylprednisolone intra-articular', []],
    ['methylprednisolone 4 mg', ['corticosteroid_systemic']],
    ['ethinyl estradiol 0.03 MG / levonorgestrel 0.15 MG', ['estrogen_contraceptive']],
    ['ethinyl estradiol 0.0025 MG / norethindrone 0.5 MG', ['estrogen_hrt']],
    ['norethindrone 0.35 MG', []],
  ])('%s', (name, groups) => {
    expect(groupsOfMedicine([], [name])).toEqual(groups);
  });
});

describe('an ATC code', () => {
  it.each([
    ['ATC M03BX02', ['tizanidine']],
    ['ATC M03BX05', ['thiocolchicoside']],
    ['ATC m03bx04', ['tolperisone']],
    ['ATC J01MA02', ['antibiotic', 'cyp1a2_strong']],
    ['ATC N05BA01', ['benzodiazepine', 'diazepam']],
  ])('%s counts by its listed prefixes', (code, groups) => {
    expect(groupsOfMedicine([code], [])).toEqual(groups);
  });

  it('of a substance outside the lists is known; a bare group is not a medicine', () => {
    expect(medicine(['ATC A07AA11'], []).recognition).toBe('known');
    expect(medicine(['ATC A07'], []).recognition).toBe('not-recognised');
  });

  it('keeps surgical relaxants and skin rubs out', () => {
    for (const code of ['ATC M03AC09', 'ATC M03AX01', 'ATC M02AX06'])
      expect(medicine([code], []).relaxants).toEqual([]);
  });
});

describe('a match says what it rests on', () => {
  it('a code, or only a name', () => {
    expect(medicine(['RxNorm 57258'], ['tizanidine']).relaxants).toEqual([
      { group: 'tizanidine', basis: 'code', by: 'RxNorm 57258', formStated: true },
    ]);
    expect(medicine([], ['Zanaflex 4 mg']).relaxants).toEqual([
      { group: 'tizanidine', basis: 'name', by: 'name "Zanaflex 4 mg"', formStated: true },
    ]);
  });

  it('a proprietary code resolves nothing by itself: the name beside it does', () => {
    const match = terminology.recogniseMedication({
      codings: [{ system: 'other', code: '65-10-00-20' }],
      names: ['Flexeril'],
      routeTexts: [],
    });
    expect(match.basis).toBe('name');
    expect(match.relaxants.map(({ group }) => group)).toEqual(['cyclobenzaprine_ir']);
  });

  it('a relaxant that the words name counts beside a code of something else', () => {
    expect(groupsOfMedicine(['RxNorm 313782'], ['tizanidine 4 MG tab'])).toContain('tizanidine');
    expect(groupsOfMedicine(['RxNorm 313413'], ['Zanaflex 4 MG tab'])).toEqual(['tizanidine']);
  });

  it('nothing at all is not recognised', () => {
    expect(medicine([], [])).toMatchObject({ recognition: 'not-recognised', groups: [], relaxants: [] });
    expect(medicine(['RxNorm 99999999'], ['xyzzy']).recognition).toBe('not-recognised');
  });
});

describe('a substance on the allergy list', () => {
  const substance = (...names: string[]) =>
    terminology.recogniseSubstance({ codings: [], names }).groups.map(({ group }) => group);

  it('counts whatever its form: an allergy to eye drops is an allergy', () => {
    expect(substance('ciprofloxacin eye drops')).toContain('cyp1a2_strong');
    expect(substance('diclofenac gel')).toEqual(['nsaid']);
  });

  it('is not narrowed by strength', () => {
    expect(substance('aspirin 81 mg')).toEqual(['nsaid']);
  });
});
