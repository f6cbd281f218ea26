import type { CautionRule } from '../rule';

export const DANTROLENE_RULES: readonly CautionRule[] = [
  {
    id: 'DAN-LIVER',
    version: '2026.11',
    title: 'Dantrolene with active liver disease',
    drugs: ['dantrolene'],
    trigger: { condition: ['liver_disease', 'liver_severe', 'liver_mild'] },
    severity: 'contraindicated',
    region: 'us',
    group: 'liver',
    start: 'open',
    clinician:
      'US labels contraindicate dantrolene in active hepatic disease such as hepatitis and cirrhosis; UK text in any evidence of hepatic dysfunction. Mild liver disease counts here.',
    short: 'Active liver disease: contraindicated.',
    consider: 'Consider another plan.',
    patientLine: 'decide',
    patient: '{drug} can badly hurt the liver. Call us before your next dose.',
    basis: 'label',
    sources: [
      {
        source: 'L-DAN-ELI',
        section: 'Contraindications',
        supports: 'active hepatic disease such as hepatitis and cirrhosis',
      },
      { source: 'L-DAN-CA', section: 'Contraindications', supports: 'same' },
      { source: 'L-DAN-UK', section: '4.3', supports: 'UK: evidence of hepatic dysfunction' },
    ],
  },
  {
    id: 'DAN-POSTURE',
    version: '2026.11',
    title: 'Dantrolene: tone is needed to stand or sit',
    drugs: ['dantrolene'],
    trigger: { answer: ['spasticity_needed'] },
    severity: 'contraindicated',
    region: 'us',
    group: 'nerve',
    start: 'open',
    clinician:
      'US, UK and Canadian text contraindicates dantrolene where spasticity sustains upright posture, balance or function.',
    short: 'Tone is needed to stand or sit: contraindicated.',
    consider: 'Consider rehabilitation input and another plan.',
    patientLine: 'decide',
    patient: 'If you use stiff legs to stand, {drug} may make you fall. Call us before your next dose.',
    basis: 'label',
    sources: [
      {
        source: 'L-DAN-ELI',
        section: 'Contraindications',
        supports: 'contraindicated where spasticity sustains upright posture, balance or function',
      },
      { source: 'L-DAN-CA', section: 'Contraindications', supports: 'same idea in Canada' },
      {
        source: 'L-DAN-UK',
        section: '4.3',
        supports: 'contraindicated where spasticity is used for upright posture, balance or function',
      },
      {
        source: 'L-BAC-PMS',
        section: 'Special precautions',
        supports: 'use with caution where spasticity sustains upright posture, balance or function',
      },
      {
        source: 'X-PDR-ZAN',
        section: 'Dosage note',
        supports: 'caution when spasticity is beneficial for posture and balance',
      },
    ],
  },
  {
    id: 'DAN-HEPATOTOX',
    version: '2026.11',
    title: 'Dantrolene boxed liver warning',
    drugs: ['dantrolene'],
    trigger: { always: true },
    severity: 'serious',
    region: 'us',
    group: 'liver',
    start: 'closed',
    clinician:
      'Boxed warning: hepatotoxicity, some cases fatal; more at 800 mg than at 400 mg a day, mostly in months 3 to 12, more in women, over 35 and with other medicines. The box says to stop after 45 days without benefit.',
    short: 'Boxed warning: liver injury, some fatal; dose-related.',
    consider: 'Consider liver tests before and during use, and a note on benefit by day 45.',
    patientLine: 'watch',
    patient:
      'You need blood tests for your liver. Yellow eyes, dark pee, or belly pain? Call us before your next dose.',
    basis: 'label',
    sources: [
      {
        source: 'L-DAN-BOX',
        section: 'Boxed warning',
        supports:
          'hepatotoxicity; 400 v 800 mg; months 3-12; females, over 35, other medication; elderly fatalities; monitor; stop at 45 days without benefit',
      },
      {
        source: 'L-DAN-OFDA',
        section: 'Boxed warning opening',
        supports: 'same opening in the current openFDA record',
      },
      {
        source: 'L-DAN-WARN',
        section: 'Warnings',
        supports: 'baseline and interval liver tests; stop if abnormal',
      },
    ],
  },
  {
    id: 'DAN-HIGHRISK',
    version: '2026.11',
    title: 'Dantrolene in higher-risk patients',
    drugs: ['dantrolene'],
    trigger: {
      any: [
        { sex: 'female' },
        { age: { min: 36 } },
        { medicine: ['estrogen_contraceptive', 'estrogen_hrt', 'hepatotoxic'] },
      ],
    },
    severity: 'serious',
    region: 'us',
    group: 'liver',
    start: 'open',
    clinician:
      'The boxed warning names female sex, age over 35 and other medicines, each on its own; this rule counts any one of them. Estrogens may increase the risk.',
    short: 'Higher liver risk: female, over 35, or other medicines.',
    consider: 'Consider another plan; if it is used, frequent liver tests and a low dose.',
    patientLine: 'never',
    patient: '',
    basis: 'label',
    sources: [
      {
        source: 'L-DAN-BOX',
        section: 'Boxed warning',
        supports: 'risk greater in females, in patients over 35, and with other medication, each on its own',
      },
      { source: 'X-MPR-DAN', section: 'Interactions', supports: 'estrogens may increase hepatotoxicity' },
      {
        source: 'L-DAN-UKPIL',
        section: '25 mg leaflet',
        supports: 'tell the doctor about oestrogen (pill, HRT) or drugs that affect the liver',
      },
    ],
    attributes: {
      sex: 'Used: the boxed warning names female sex as a risk factor.',
      dateOfBirth: 'Used to calculate age: the boxed warning names age over 35.',
    },
  },
  {
    id: 'DAN-ACUTE-SPASM',
    version: '2026.11',
    title: 'Dantrolene for acute back spasm',
    drugs: ['dantrolene'],
    trigger: { all: [{ condition: ['acute_back_spasm'] }, { noCondition: ['spasticity'] }] },
    severity: 'serious',
    region: 'us',
    group: 'fit',
    start: 'open',
    clinician:
      'The boxed warning says that dantrolene should not be used in conditions other than those recommended. Labels are for upper motor neuron spasticity, exclude rheumatic spasm, and UK text says it is not indicated for acute muscle spasm.',
    short: 'Boxed sentence: only for labelled conditions, not acute back spasm.',
    consider: 'Consider care without dantrolene.',
    patientLine: 'never',
    patient: '',
    basis: 'label',
    sources: [
      {
        source: 'L-DAN-IND',
        section: 'Indications',
        supports: 'upper motor neuron spasticity; not for spasm from rheumatic disorders',
      },
      {
        source: 'L-DAN-BOX',
        section: 'Boxed warning',
        supports: 'should not be used in conditions other than those recommended',
      },
      { source: 'L-DAN-CA', section: 'Indications', supports: 'not for rheumatic spasm' },
      { source: 'L-DAN-UK', section: '4.3', supports: 'not indicated for acute skeletal muscle spasm' },
      { source: 'X-DAN-BH', section: 'contraindications', supports: 'acute muscle spasm' },
    ],
  },
];
