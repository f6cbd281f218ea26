import type { WrittenCautionRule } from '../rule';

export const OUTSIDE_US_RULES: readonly WrittenCautionRule[] = [
  {
    id: 'THI-PREG',
    version: '2026.11',
    title: 'Thiocolchicoside with pregnancy, breastfeeding or no contraception',
    drugs: ['thiocolchicoside'],
    trigger: {
      any: [
        { condition: ['pregnancy', 'lactation'] },
        { answer: ['planning_pregnancy', 'no_contraception'] },
      ],
    },
    severity: 'contraindicated',
    region: 'non-us',
    group: 'pregnancy',
    start: 'open',
    clinician:
      'A metabolite causes aneuploidy. EMA 2013 contraindicates thiocolchicoside in pregnancy, breastfeeding and women of childbearing potential without contraception; national label updates since October 2024 (AIFA) add men until 3 months after treatment and women until 1 month after.',
    short: 'Pregnancy, breastfeeding or no contraception: contraindicated.',
    consider: 'Consider another plan.',
    patientLine: 'decide',
    patient:
      '{drug} can harm a baby. Do not take it if you are pregnant, nursing, or not using birth control. Men must use birth control too. Call us today.',
    basis: 'label',
    sources: [
      {
        source: 'R-EMA-THI',
        section: 'overview and press text',
        supports:
          'aneuploidy metabolite; contraindicated in pregnancy, lactation and women of childbearing potential not using contraception',
      },
      {
        source: 'R-AIFA-THI24',
        section: 'note',
        supports:
          'men who do not want effective contraception during and 3 months after; women 1 month after',
      },
      {
        source: 'L-MUSCORIL',
        section: 'Do not take',
        supports:
          'pregnancy, possible pregnancy, breastfeeding; women without effective contraception during and 1 month after; men without effective contraception during and 3 months after',
      },
    ],
  },
  {
    id: 'THI-COURSE',
    version: '2026.11',
    title: 'Thiocolchicoside beyond the short course',
    drugs: ['thiocolchicoside'],
    trigger: { any: [{ durationDays: { atLeast: 8 } }, { dailyDose: { above: 16 } }] },
    severity: 'serious',
    region: 'non-us',
    group: 'stopping',
    start: 'open',
    clinician:
      'Italian text after the EMA review limits oral thiocolchicoside to 16 mg a day for at most 7 days.',
    short: 'Beyond 7 days or 16 mg a day.',
    consider: 'Consider ending it and reviewing the plan.',
    patientLine: 'decide',
    patient: '{drug} is for 7 days only. Call us before your next dose.',
    basis: 'label',
    sources: [
      { source: 'R-AIFA-THI19', section: 'summary', supports: 'oral 16 mg/day, at most 7 days' },
      {
        source: 'R-EMA-THI',
        section: 'overview',
        supports: 'dose and duration restricted (numbers not in the part seen)',
      },
    ],
  },
  {
    id: 'THI-SEIZURE',
    version: '2026.11',
    title: 'Thiocolchicoside with epilepsy',
    drugs: ['thiocolchicoside'],
    trigger: { condition: ['seizure_disorder'] },
    severity: 'serious',
    region: 'non-us',
    group: 'seizure',
    start: 'open',
    clinician:
      'Italian label text: may precipitate seizures in epilepsy or in patients at risk of convulsions.',
    short: 'Epilepsy: may bring on seizures.',
    consider: 'Consider another relaxant.',
    patientLine: 'decide',
    patient: '{drug} can bring on a seizure. Call us before your next dose.',
    basis: 'label',
    sources: [
      {
        source: 'L-THI-IT',
        section: '4.4',
        supports: 'may precipitate seizures in epilepsy or at risk of convulsions',
      },
    ],
  },
  {
    id: 'THI-LIVER',
    version: '2026.11',
    title: 'Thiocolchicoside with liver risk, NSAID or paracetamol',
    drugs: ['thiocolchicoside'],
    trigger: {
      any: [{ medicine: ['nsaid', 'paracetamol'] }, { condition: ['liver_disease', 'liver_severe'] }],
    },
    severity: 'caution',
    region: 'non-us',
    group: 'liver',
    start: 'cautions',
    clinician:
      'Italian label text: liver injury, with severe cases in patients who also took an NSAID or paracetamol.',
    short: 'Liver injury, severe cases with an NSAID or paracetamol.',
    consider: 'Consider avoiding the mix; liver tests with symptoms.',
    patientLine: 'watch',
    patient:
      'Do not mix {drug} with pain pills unless we say so. Yellow skin or eyes? Call us before your next dose.',
    basis: 'label',
    sources: [{ source: 'L-THI-IT', section: '4.4', supports: 'severe cases with NSAID or paracetamol' }],
  },
  {
    id: 'TOL-MYASTHENIA',
    version: '2026.11',
    title: 'Tolperisone or eperisone with myasthenia or cross-allergy',
    drugs: ['tolperisone'],
    trigger: { any: [{ condition: ['myasthenia'] }, { allergyTo: ['tolperisone', 'eperisone'] }] },
    severity: 'contraindicated',
    region: 'non-us',
    group: 'nerve',
    start: 'open',
    clinician:
      'Tolperisone text contraindicates myasthenia gravis and hypersensitivity to tolperisone or its sister eperisone.',
    short: 'Myasthenia, or a reaction to tolperisone or eperisone: contraindicated.',
    consider: 'Consider another plan.',
    patientLine: 'decide',
    patient:
      '{drug} can harm you with myasthenia or after a bad reaction to it. Call us before your next dose.',
    basis: 'label',
    sources: [
      {
        source: 'L-TOL-CY',
        section: '4.3',
        supports: 'myasthenia gravis; hypersensitivity to tolperisone or eperisone',
      },
      {
        source: 'R-EMA-TOLPI',
        section: '4.3',
        supports: 'hypersensitivity incl. eperisone (EMA-inserted text)',
      },
      { source: 'L-MYONAL', section: 'Contraindications', supports: 'hypersensitivity only' },
    ],
  },
  {
    id: 'TOL-INDICATION',
    version: '2026.11',
    title: 'Tolperisone outside post-stroke spasticity',
    drugs: ['tolperisone'],
    trigger: { all: [{ condition: ['acute_back_spasm'] }, { noCondition: ['spasticity'] }] },
    severity: 'serious',
    region: 'non-us',
    group: 'fit',
    start: 'open',
    clinician:
      'EMA limits oral tolperisone to spasticity after stroke in adults (EC decision of January 2013).',
    short: 'Authorised only for spasticity after stroke.',
    consider: 'Consider an option that is authorised for the problem.',
    patientLine: 'never',
    patient: '',
    basis: 'label',
    sources: [
      {
        source: 'R-EMA-TOL',
        section: 'overview',
        supports: 'oral tolperisone only for adults with post-stroke spasticity; EC decision 21 Jan 2013',
      },
      {
        source: 'R-EMA-TOLPI',
        section: '4.1',
        supports: 'symptomatic treatment of post-stroke spasticity in adults',
      },
    ],
  },
  {
    id: 'TOL-HYPERSENS',
    version: '2026.11',
    title: 'Tolperisone hypersensitivity',
    drugs: ['tolperisone'],
    trigger: { always: true },
    severity: 'counsel',
    region: 'non-us',
    group: 'teaching',
    start: 'teaching',
    clinician:
      'Hypersensitivity reactions are the most frequent; women and people with an allergy history are at higher risk.',
    short: 'Hypersensitivity is the main reported harm.',
    consider: 'Consider teaching the signs; no second exposure after a reaction.',
    patientLine: 'teach',
    patient: 'Stop {drug} and call 911 for hives, swelling, or trouble breathing.',
    basis: 'label',
    sources: [
      {
        source: 'L-TOL-CY',
        section: '4.4',
        supports: 'most frequent reactions; women and allergy history at higher risk',
      },
      { source: 'R-EMA-TOL', section: 'overview', supports: 'hypersensitivity drove the review' },
    ],
  },
  {
    id: 'TOL-ORGAN',
    version: '2026.11',
    title: 'Tolperisone with severe kidney or liver disease',
    drugs: ['tolperisone'],
    trigger: { any: [{ condition: ['liver_severe'] }, { lab: 'egfr', below: 30 }] },
    severity: 'serious',
    region: 'non-us',
    group: 'kidney',
    start: 'open',
    clinician:
      'Not recommended in severe renal or hepatic impairment; titration with checks in moderate disease, where more adverse events were seen. An eGFR below 30 stands for severe (working definition).',
    short: 'Severe renal or hepatic impairment: not recommended.',
    consider: 'Consider another plan.',
    patientLine: 'decide',
    patient: 'Your liver or kidneys may not clear {drug} well. Call us before your next dose.',
    basis: 'label',
    sources: [
      {
        source: 'R-EMA-TOLPI',
        section: '4.2',
        supports:
          'moderate: titrate with monitoring, more adverse events; severe renal or hepatic: not recommended',
      },
    ],
  },
  {
    id: 'EPE-LIVER',
    version: '2026.11',
    title: 'Eperisone with liver disease or allergy-prone patient',
    drugs: ['eperisone'],
    trigger: {
      any: [{ condition: ['liver_disease', 'liver_severe', 'liver_mild'] }, { allergyTo: 'any-medicine' }],
    },
    severity: 'caution',
    region: 'non-us',
    group: 'liver',
    start: 'cautions',
    clinician:
      'The eperisone insert asks for careful use in hepatic disorder, which it may aggravate; severe skin reactions are reported. Any recorded medicine allergy counts here.',
    short: 'Liver disease or a recorded allergy: careful use.',
    consider: 'Consider another relaxant.',
    patientLine: 'watch',
    patient:
      'Call us before your next dose for a rash or yellow eyes. For blisters, go to the emergency room.',
    basis: 'label',
    sources: [
      {
        source: 'L-MYONAL',
        section: 'Precautions',
        supports: 'careful use in hepatic disorder, may aggravate',
      },
      {
        source: 'X-EPE-RXR',
        section: 'Adverse reactions',
        supports: 'Stevens-Johnson syndrome, toxic epidermal necrolysis',
      },
    ],
  },
];
