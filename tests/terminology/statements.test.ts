import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../src/terminology/statements';

describe('one name is read as its statements', () => {
  it.each([
    ['COPD, severe', ['copd severe']],
    ['Asthma; COPD', ['asthma', 'copd']],
    ['Low back pain, h/o breast cancer', ['low back pain', 'history of breast cancer']],
    ['Cirrhosis with history of hepatitis C', ['cirrhosis', 'history of hepatitis c']],
    ['Breast cancer, history of', ['breast cancer history of']],
    ['Prostate cancer, FH of breast cancer', ['prostate cancer']],
    ['Breast cancer, family history', []],
    ['Epilepsy, mother had seizures', ['epilepsy']],
    ['LBP, denies incontinence, leg weakness', ['low back pain']],
    ['Back pain but no fever', ['back pain']],
  ])('%s', (name, statements) => {
    expect(statementsOf(name)).toEqual(statements);
  });
});

describe('what is denied is taken away, and no more', () => {
  it.each([
    ['AAA without rupture', ['aaa']],
    ['Back pain w/o sciatica, cauda equina syndrome', ['back pain cauda equina syndrome']],
    ['Cirrhosis (without ascites)', ['cirrhosis']],
    ['Epilepsy, not intractable, with status epilepticus', ['epilepsy with status epilepticus']],
    ['Not well controlled epilepsy', ['not well controlled epilepsy']],
    ['No osteoporosis', []],
    ['Negative for fracture', []],
    ['Breast cancer, no evidence of disease', ['breast cancer disease free']],
    ['Breast cancer, no evidence of recurrence', ['breast cancer disease free']],
    ['Nodule, no evidence of cancer', ['nodule']],
  ])('%s', (name, statements) => {
    expect(statementsOf(name)).toEqual(statements);
  });
});

describe('other people, plans and fears say nothing of this patient', () => {
  it.each([
    'Family history of breast cancer',
    'FHx breast ca',
    'Fam hx colon ca',
    'Mother with breast cancer',
    'Paternal grandfather: prostate cancer',
    'Breast cancer in aunt',
    'Cancer screening',
    'Colon cancer screen',
    'Screening mammogram',
    'Rule out fracture',
    'r/o PE',
    'Cauda equina ruled out',
    'Fear of falling',
    'Cancer phobia',
    'At risk for falls',
    'Risk of suicide',
    'HIV exposure',
    'Exposure to tuberculosis',
    'Influenza vaccination',
    'Osteoporosis prevention',
    'Pregnancy counseling',
  ])('%s', (name) => {
    expect(statementsOf(name)).toEqual([]);
  });

  it.each([
    'Nursing mother',
    'Dementia, lives with sister',
    'Mesothelioma due to exposure to asbestos',
    'Breast cancer, high risk of recurrence',
    'Positive screen for HIV',
    'HIV screening positive',
  ])('but %s does', (name) => {
    expect(statementsOf(name)).toHaveLength(1);
  });
});

describe('shorthand', () => {
  it.each([
    ['hx of prostate ca', 'history of prostate cancer'],
    ['met. breast ca', 'metastatic breast cancer'],
    ['CA of left breast', 'cancer of left breast'],
    ['Sz d/o', 'seizure disorder'],
    ['L1 fx', 'l1 fracture'],
    ['A-fib', 'atrial fibrillation'],
    ['hep C', 'hepatitis c'],
    ['MDD', 'major depressive disorder'],
    ['RLE weakness', 'right leg weakness'],
    ['Embarazo', 'pregnancy'],
  ])('%s is %s', (name, spelled) => {
    expect(statementsOf(name)).toEqual([spelled]);
  });

  it.each(['Ca oxalate stones', 'Renal ca oxalate stone', 'Low Ca', 'MS', 'PD', 'HD', 'AF', 'hep lock'])(
    '%s stays: it has another meaning',
    (name) => {
      expect(statementsOf(name)).toEqual([name.toLowerCase()]);
    },
  );
});
