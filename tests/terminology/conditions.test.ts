import { describe, expect, it } from 'vitest';
import { groupsOfCondition, terminology } from './recognised';

describe('the codes of an entry', () => {
  it('all count, whichever system they are of', () => {
    expect(groupsOfCondition(['ICD-10-CM J44.9', 'SNOMED 49436004'])).toEqual([
      'arrhythmia',
      'atrial_fibrillation',
      'copd',
    ]);
  });

  it('are read with or without the dot, in any case, with spaces', () => {
    for (const code of ['ICD-10-CM G83.4', 'ICD-10-CM G834', 'ICD-10-CM g83.4'])
      expect(groupsOfCondition([code])).toContain('cauda_equina');
  });

  it('are decided by the longest prefix that speaks of a group', () => {
    // C44 is skin cancer inside C00–C96; C79.5 is bone inside C79.
    expect(groupsOfCondition(['ICD-10-CM C43.9'])).toContain('cancer_active');
    expect(groupsOfCondition(['ICD-10-CM C44.91'])).not.toContain('cancer_active');
    expect(groupsOfCondition(['ICD-10-CM C79.51'])).toContain('spine_metastasis');
    // Remission is out of a disorder that is in.
    expect(groupsOfCondition(['ICD-10-CM F10.20'])).toContain('alcohol_use_disorder');
    expect(groupsOfCondition(['ICD-10-CM F10.21'])).not.toContain('alcohol_use_disorder');
  });

  it('of new leaves are found by their prefix', () => {
    expect(groupsOfCondition(['ICD-10-CM I71.43'])).toContain('aortic_aneurysm');
    expect(groupsOfCondition(['ICD-10-CM M54.50'])).toContain('acute_back_spasm');
  });

  it('of ICD-10 (WHO) share the categories, and not the finer codes, of ICD-10-CM', () => {
    expect(groupsOfCondition(['ICD-10 G83.4'])).toContain('cauda_equina');
    expect(groupsOfCondition(['ICD-10 C50.9'])).toContain('cancer_active');
  });

  it('of ICD-9-CM still count', () => {
    expect(groupsOfCondition(['ICD-9-CM 344.60'])).toContain('cauda_equina');
    expect(groupsOfCondition(['ICD-9-CM 428.0'])).toContain('heart_failure');
  });

  it('of a system that is not read count for nothing, and leave the words to speak', () => {
    const match = terminology.recogniseCondition({
      codings: [{ system: 'other', code: '12345' }],
      names: ['Cauda equina syndrome'],
    });
    expect(match.groups).toContainEqual({
      group: 'cauda_equina',
      basis: 'name',
      by: 'name "Cauda equina syndrome"',
    });
  });
});

describe('words beside a code', () => {
  it('never add what a diagnosis code does not say', () => {
    expect(groupsOfCondition(['ICD-10-CM I10'], 'Hypertension; cauda equina syndrome')).toEqual([]);
    expect(groupsOfCondition(['ICD-10-CM Z12.31'], 'Screening mammogram, breast cancer')).toEqual([]);
  });

  it('speak where the code says that nothing is stated', () => {
    expect(groupsOfCondition(['ICD-10-CM R69'], 'Cauda equina syndrome')).toContain('cauda_equina');
    expect(groupsOfCondition(['ICD-9-CM 799.9'], 'Cauda equina syndrome')).toContain('cauda_equina');
  });

  it('speak where a SNOMED CT code is not listed: few of its codes are', () => {
    expect(groupsOfCondition(['SNOMED 999999999'], 'Cauda equina syndrome')).toContain('cauda_equina');
  });

  it('of suspicion count only where no code stands, because the review labels those unconfirmed', () => {
    expect(groupsOfCondition([], 'Suspected cauda equina syndrome')).toContain('cauda_equina');
    expect(groupsOfCondition(['SNOMED 999999999'], 'Suspected cauda equina syndrome')).toEqual([]);
  });

  it.each([
    ['stage of COPD', 'ICD-10-CM J44.9', 'COPD, severe (GOLD 3)', 'copd_severe'],
    ['home oxygen', 'ICD-10-CM J44.9', 'COPD on home O2', 'copd_severe'],
    ['Child-Pugh A', 'ICD-10-CM K74.60', 'Cirrhosis, Child-Pugh A', 'liver_mild'],
    ['compensation', 'ICD-10-CM K74.60', 'Compensated cirrhosis', 'liver_mild'],
    ['Child-Pugh C', 'ICD-10-CM K74.60', "Cirrhosis, Child's class C", 'liver_severe'],
    ['decompensation', 'ICD-10-CM K74.60', 'Decompensated cirrhosis', 'liver_severe'],
    ['stage of kidney disease', 'ICD-10-CM N18.9', 'CKD stage 3b', 'ckd'],
    ['saddle', 'ICD-10-CM R20.0', 'Anesthesia of skin, saddle area', 'saddle_numbness'],
    ['weak leg', 'ICD-10-CM R53.1', 'Weakness of left leg', 'motor_deficit'],
    ['spine', 'ICD-10-CM M84.48XA', 'Pathological fracture, vertebra', 'vertebral_fracture'],
    ['repair', 'ICD-10-CM I71.40', 'AAA, s/p EVAR', 'aortic_aneurysm_repaired'],
    ['gallbladder', 'ICD-10-CM Z90.49', 'Absence of gallbladder', 'gallbladder_absent'],
  ])('narrow a coded group: %s', (_, code, name, group) => {
    expect(groupsOfCondition([code], name)).toContain(group);
    expect(groupsOfCondition([code])).not.toContain(group);
  });

  it.each([
    ['ICD-10-CM J44.9', 'COPD, moderate, not severe', 'copd_severe'],
    ['ICD-10-CM K74.60', 'Decompensated cirrhosis', 'liver_mild'],
    ['ICD-10-CM N18.9', 'CKD stage 2', 'ckd'],
    ['ICD-10-CM R20.0', 'Anesthesia of skin of hand', 'saddle_numbness'],
    ['ICD-10-CM R53.1', 'Weakness of left arm', 'motor_deficit'],
    ['ICD-10-CM I71.40', 'AAA without repair', 'aortic_aneurysm_repaired'],
  ])('do not narrow %s "%s"', (code, name, group) => {
    expect(groupsOfCondition([code], name)).not.toContain(group);
  });

  it('replace the wider liver and aorta groups that they grade', () => {
    expect(groupsOfCondition(['ICD-10-CM K74.60'], 'Compensated cirrhosis')).not.toContain('liver_disease');
    expect(groupsOfCondition(['ICD-10-CM I71.40'], 'AAA, s/p EVAR')).not.toContain('aortic_aneurysm');
  });
});

describe('what an entry is taken for', () => {
  const recognition = (...names: string[]) =>
    terminology.recogniseCondition({ codings: [], names }).recognition;

  it('known when anything is readable, not recognised when nothing is', () => {
    expect(recognition('Hyperlipidemia')).toBe('known');
    expect(recognition('')).toBe('not-recognised');
    expect(recognition()).toBe('not-recognised');
    expect(
      terminology.recogniseCondition({ codings: [{ system: 'icd10cm', code: 'E78.5' }], names: [] })
        .recognition,
    ).toBe('known');
  });

  it('a data-absent reason or a blank code is not readable', () => {
    expect(
      terminology.recogniseCondition({
        codings: [
          { system: 'data-absent-reason', code: 'unknown' },
          { system: 'icd10cm', code: '  ' },
        ],
        names: [' '],
      }).recognition,
    ).toBe('not-recognised');
  });

  it('a pain reliever on the allergy list is its allergy, by code and by name', () => {
    expect(groupsOfCondition(['RxNorm 1191'])).toEqual(['aspirin_allergy']);
    expect(groupsOfCondition(['RxNorm 5640'])).toEqual(['aspirin_allergy']);
    expect(groupsOfCondition(['RxNorm 318272'])).toEqual(['aspirin_allergy']);
    expect(groupsOfCondition(['RxNorm 7980'])).toEqual([]);
    expect(groupsOfCondition([], 'Ibuprofen')).toEqual(['aspirin_allergy']);
  });
});
