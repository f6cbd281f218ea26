import type { CautionRule } from '../rule';

export const CARISOPRODOL_RULES: readonly CautionRule[] = [
  {
    id: 'CAR-PORPHYRIA',
    version: '2026.11',
    title: 'Carisoprodol with acute porphyria',
    drugs: ['carisoprodol'],
    trigger: { condition: ['porphyria'] },
    severity: 'contraindicated',
    region: 'us',
    group: 'blood',
    start: 'open',
    clinician:
      'Labels contraindicate carisoprodol in acute intermittent porphyria. A porphyria of another or unstated type counts here until the type is known; porphyria cutanea tarda would be a caution.',
    short: 'Acute intermittent porphyria: contraindicated.',
    consider: 'Consider another plan, and the type of porphyria.',
    patientLine: 'decide',
    patient: '{drug} can set off a porphyria attack. Call us today, before your next dose.',
    basis: 'label',
    sources: [
      { source: 'L-CAR-BRY', section: '4', supports: 'history of acute intermittent porphyria' },
      { source: 'L-CAR-WAL', section: '4', supports: 'same' },
    ],
  },
  {
    id: 'CAR-CARBAMATE',
    version: '2026.11',
    title: 'Carisoprodol with meprobamate/carbamate allergy',
    drugs: ['carisoprodol'],
    trigger: { carbamateAllergy: true },
    severity: 'contraindicated',
    region: 'us',
    group: 'allergy',
    start: 'open',
    clinician:
      'A hypersensitivity reaction to a carbamate such as meprobamate is a contraindication. A reaction to felbamate or methocarbamol counts here as one to a carbamate.',
    short: 'Reaction to a carbamate (meprobamate and others): contraindicated.',
    consider: 'Consider another relaxant, and what the reaction was.',
    patientLine: 'decide',
    patient:
      'You had a bad reaction to a medicine like {drug}. Do not start it. If you take it now, call us today. For hives, swelling, or trouble breathing, call 911.',
    basis: 'label',
    sources: [
      {
        source: 'L-CAR-BRY',
        section: '4',
        supports: 'hypersensitivity reaction to a carbamate such as meprobamate',
      },
    ],
  },
  {
    id: 'CAR-SUD',
    version: '2026.11',
    title: 'Carisoprodol with substance use disorder',
    drugs: ['carisoprodol'],
    trigger: { condition: ['substance_use_disorder', 'alcohol_use_disorder'] },
    severity: 'serious',
    region: 'us',
    group: 'dependence',
    start: 'open',
    clinician:
      'Carisoprodol is subject to abuse, dependence, withdrawal, misuse and diversion (Schedule IV); most cases were in people with a history of addiction or with other drugs of abuse. Labels ask for caution in addiction-prone patients.',
    short: 'Substance or alcohol use disorder: abuse, dependence, diversion.',
    consider: 'Consider an option that is not a controlled substance.',
    patientLine: 'sensitive',
    patient:
      '{drug} can be habit forming. If alcohol or other substances have been a problem, tell us. Call us before you change how you take it.',
    basis: 'label',
    sources: [
      {
        source: 'L-CAR-SOMA',
        section: 'Dependence, withdrawal, abuse',
        supports:
          'most cases in people with addiction history or other drugs of abuse; caution in addiction-prone patients',
      },
      {
        source: 'L-CAR-WAL',
        section: '5.2 opening',
        supports: 'subject to abuse, dependence, withdrawal, misuse, diversion',
      },
      { source: 'R-CAR-SLC', section: 'Warnings', supports: 'may cause dependence' },
      { source: 'W-CFR-1308', section: '(c)(7)', supports: 'Schedule IV' },
    ],
  },
  {
    id: 'CAR-WITHDRAWAL',
    version: '2026.11',
    title: 'Carisoprodol: stopping after long use',
    drugs: ['carisoprodol'],
    trigger: { durationDays: { atLeast: 22 } },
    severity: 'caution',
    escalate: { when: { answer: ['stopping_or_gap'] }, to: 'serious' },
    region: 'us',
    group: 'stopping',
    start: 'cautions',
    clinician:
      'Withdrawal is reported after an abrupt stop following prolonged use; the metabolite meprobamate may cause dependence. More than 21 days stands for prolonged (working definition).',
    short: 'Withdrawal after prolonged use: a step-by-step end.',
    consider: 'Consider a taper.',
    patientLine: 'teach',
    patient:
      'Do not stop {drug} all at once. You could get shakes, feel sick, or see things. We will help you cut down step by step.',
    basis: 'label',
    sources: [
      {
        source: 'L-CAR-SOMA',
        section: 'Warnings',
        supports:
          'withdrawal after abrupt stop following prolonged use; meprobamate metabolite may cause dependence',
      },
    ],
  },
  {
    id: 'CAR-SEIZURE',
    version: '2026.11',
    title: 'Carisoprodol with seizures',
    drugs: ['carisoprodol'],
    trigger: { condition: ['seizure_disorder'] },
    severity: 'caution',
    region: 'us',
    group: 'seizure',
    start: 'cautions',
    clinician: 'Seizures with carisoprodol are reported after marketing.',
    short: 'Seizures are reported after marketing.',
    consider: 'Consider another relaxant, and fewer CNS-active medicines together.',
    patientLine: 'watch',
    patient: 'Seizures have been seen with {drug}. Tell us if you ever had one.',
    basis: 'label',
    sources: [{ source: 'L-CAR-SOMA', section: 'Seizures', supports: 'post-marketing seizures' }],
  },
  {
    id: 'CAR-ORGAN',
    version: '2026.11',
    title: 'Carisoprodol with kidney or liver impairment',
    drugs: ['carisoprodol'],
    trigger: {
      any: [
        { condition: ['ckd', 'liver_disease', 'liver_mild', 'liver_severe', 'dialysis'] },
        { lab: 'egfr', below: 60 },
      ],
    },
    severity: 'caution',
    region: 'us',
    group: 'kidney',
    start: 'cautions',
    clinician:
      'Label text of the carisoprodol combination says it was not evaluated in renal or hepatic impairment and asks for caution. An eGFR below 60 stands for renal impairment (working definition).',
    short: 'Kidney or liver impairment: not studied, caution.',
    consider: 'Consider a lower dose, a longer interval, or another relaxant.',
    patientLine: 'watch',
    patient: 'Your liver or kidneys may clear {drug} slowly. You may need a lower dose.',
    basis: 'label',
    sources: [
      {
        source: 'L-SOMACMP',
        section: 'Precautions',
        supports:
          'carisoprodol combination: not evaluated in renal or hepatic impairment; caution; dialyzable',
      },
    ],
  },
  {
    id: 'CAR-TRIPLE',
    version: '2026.11',
    title: 'Carisoprodol with an opioid and a benzodiazepine',
    drugs: ['carisoprodol'],
    trigger: { medicineEach: ['opioid', 'benzodiazepine'] },
    severity: 'serious',
    region: 'us',
    group: 'breathing',
    start: 'open',
    clinician:
      'Three depressants together: the carisoprodol label warns of additive sedation with benzodiazepines and opioids, and the boxed warning covers benzodiazepine with opioid (profound sedation, slow breathing, coma, death).',
    short: 'Carisoprodol + opioid + benzodiazepine: three depressants.',
    consider:
      'Consider not starting. If already combined: one medicine less at a time under supervision, naloxone at home, and no abrupt end of carisoprodol or the benzodiazepine.',
    patientLine: 'decide',
    patient:
      '{drug} with {other} can slow your breathing a lot. Call us today. Do not stop any of them all at once. Tell someone at home: call 911 if you are hard to wake.',
    basis: 'label',
    sources: [
      { source: 'L-CAR-WAL', section: '5.1', supports: 'additive sedation with benzodiazepines and opioids' },
      { source: 'L-DZP-VAL', section: 'Boxed warning', supports: 'benzodiazepine plus opioid' },
      { source: 'G-BEERS-T5', section: 'header', supports: 'three or more CNS-active drugs' },
    ],
  },
];
