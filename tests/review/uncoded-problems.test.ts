import { describe, expect, it } from 'vitest';
import type { ConditionEntry } from '../../src/chart/types';
import { conditionStanding } from '../../src/review/gate';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { recognise } from '../../src/review/recognise';
import { TODAY, man, terminology } from './chart';

function chartOf(name: string) {
  return chartFromBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { resource: man() },
      {
        resource: {
          resourceType: 'Condition',
          id: 'c',
          subject: { reference: 'Patient/p' },
          clinicalStatus: { coding: [{ code: 'active' }] },
          verificationStatus: { coding: [{ code: 'confirmed' }] },
          recordedDate: '2026-11-20',
          code: { text: name },
        },
      },
    ],
  });
}

function entryOf(name: string): ConditionEntry {
  const [entry] = chartOf(name).conditions;
  if (entry === undefined) throw new Error('the entry was lost');
  return entry;
}

describe('an uncoded problem that denies one thing and states another', () => {
  it.each([
    ['Low back pain, denies incontinence; h/o breast cancer', 'cancer_history'],
    ['Breast cancer, no evidence of disease', 'cancer_history'],
    ['Prostate cancer, FH of breast cancer', 'cancer_active'],
    ['Nursing mother', 'lactation'],
    ['Malignant mesothelioma due to exposure to asbestos', 'cancer_active'],
    ['Breast cancer, high risk of recurrence', 'cancer_active'],
    ['Not well controlled epilepsy', 'seizure_disorder'],
  ])('%s counts for what it states', (name, group) => {
    const { conditions } = recognise(chartOf(name), terminology, TODAY);
    expect(conditions.flatMap(({ groups }) => [...groups.keys()])).toContain(group);
  });

  it.each([
    ['Family history of breast cancer', 'family history'],
    ['Cancer screening', 'screening'],
    ['Cauda equina ruled out', 'to be ruled out'],
    ['Denies incontinence', 'negated'],
    ['No evidence of malignancy', 'negated'],
    ['Fall risk', 'not a diagnosis'],
  ])('%s does not count, and says why', (name, reason) => {
    expect(conditionStanding(entryOf(name))).toEqual({ kind: 'out', reason });
  });

  it.each([
    ['HD', 'dialysis', 'may mean hemodialysis'],
    ['MM', 'spine_metastasis', 'may mean multiple myeloma'],
    ['PSC', 'liver_disease', 'may mean primary sclerosing cholangitis'],
    ['Memory loss', 'dementia', 'may mean cognitive impairment'],
    ['MG', 'myasthenia', 'may mean myasthenia gravis'],
    ['PD', 'parkinson', 'may mean Parkinson disease'],
    ['SEA', 'spinal_infection', 'may mean spinal epidural abscess'],
  ])('%s is read as %s, not confirmed', (name, group, label) => {
    const [condition] = recognise(chartOf(name), terminology, TODAY).conditions;
    expect(condition?.standing).toEqual({ kind: 'unconfirmed', label });
    expect([...(condition?.groups.keys() ?? [])]).toContain(group);
  });

  it('a code beside it settles what the letters mean', () => {
    const chart = chartOf('HD');
    const [entry] = chart.conditions;
    if (entry === undefined) throw new Error('the entry was lost');
    const coded = { ...entry, codings: [{ system: 'icd10cm' as const, code: 'G10' }] };
    expect(recognise({ ...chart, conditions: [coded] }, terminology, TODAY).conditions).toEqual([]);
  });

  it.each(['Suspected cauda equina syndrome', 'Liver mass, suspicious for malignancy', 'Concern for HIV'])(
    '%s is unconfirmed, and keeps its meaning',
    (name) => {
      const [condition] = recognise(chartOf(name), terminology, TODAY).conditions;
      expect(condition?.standing.kind).toBe('unconfirmed');
      expect(condition?.groups.size).toBeGreaterThan(0);
    },
  );
});
