import type { CautionRule } from '../rule';

export const BACLOFEN_RULES: readonly CautionRule[] = [
  {
    id: 'BAC-RENAL-AVOID',
    version: '2026.11',
    title: 'Baclofen with poor kidney function',
    drugs: ['baclofen'],
    trigger: {
      any: [
        { all: [{ age: { min: 65 } }, { lab: 'egfr', below: 60 }] },
        { lab: 'egfr', below: 30 },
        { condition: ['dialysis'] },
      ],
    },
    severity: 'serious',
    region: 'us',
    group: 'kidney',
    start: 'open',
    clinician:
      'Baclofen leaves mainly through the kidney. Beers 2023: avoid in older adults with eGFR below 60 or on dialysis. In adults of 66 and older with an eGFR below 60, encephalopathy admissions within 30 days were 1.11 % with 20 mg a day or more against 0.42 % with less; the excess grew from 0.42 to 2.90 points by eGFR band. Below 30 under age 65 is an extension.',
    short: 'Kidney: confusion and encephalopathy; Beers says avoid below eGFR 60.',
    consider:
      'Consider not starting. If already taken: lowest dose, mental status watched, and a taper instead of an abrupt stop.',
    patientLine: 'watch',
    patient: 'Your kidneys clear {drug} slowly. Call us the same day if you feel mixed up or very sleepy.',
    basis: 'guideline',
    sources: [
      {
        source: 'G-BEERS-T6',
        section: 'baclofen row',
        supports:
          'avoid in older adults with eGFR below 60 or who require chronic dialysis because of encephalopathy admissions; if unavoidable lowest dose and watch mental status',
      },
      {
        source: 'T-MUANDA',
        section: 'abstract and results',
        supports:
          'aged 66+, eGFR below 60 not on dialysis: 108/9707 (1.11 %) v 26/6235 (0.42 %); excess 0.42, 1.23, 2.90 points by eGFR band',
      },
      {
        source: 'L-BAC-ARX',
        section: 'Warnings c',
        supports: 'mainly renal excretion; use caution and reduce dose if needed',
      },
      { source: 'L-BAC-OZO', section: 'Renal', supports: 'dose reduction may be needed' },
      { source: 'L-BAC-UK', section: '4.4', supports: 'signs of overdose seen in renal impairment' },
      { source: 'L-BAC-PMS', section: 'Dosage (concise page)', supports: 'dialysis-dependent: 5 mg a day' },
    ],
  },
  {
    id: 'BAC-EGFR60-ADULT',
    version: '2026.11',
    title: 'Baclofen with eGFR 30-59 under 65',
    drugs: ['baclofen'],
    trigger: { all: [{ age: { max: 64 } }, { lab: 'egfr', atLeast: 30, below: 60 }] },
    severity: 'caution',
    suppressedBy: ['BAC-RENAL-AVOID'],
    region: 'us',
    group: 'kidney',
    start: 'closed',
    clinician:
      'The label asks for caution and a lower dose because baclofen leaves mainly unchanged through the kidney.',
    short: 'eGFR 30 to 59 under 65: caution and a lower dose.',
    consider:
      'Consider a lower dose (the label gives no number), slow steps, and the signs of confusion explained.',
    patientLine: 'watch',
    patient: 'Your kidneys are a bit slow. A smaller dose of {drug} is safer. Call us if you feel mixed up.',
    basis: 'label',
    sources: [{ source: 'L-BAC-ARX', section: 'Warnings c', supports: 'caution, reduce dose' }],
  },
  {
    id: 'BAC-TAPER',
    version: '2026.11',
    title: 'Baclofen: never stop abruptly',
    drugs: ['baclofen'],
    trigger: { any: [{ durationDays: { atLeast: 14 } }, { answer: ['stopping_or_gap'] }] },
    severity: 'caution',
    escalate: { when: { answer: ['stopping_or_gap'] }, to: 'serious' },
    region: 'us',
    group: 'stopping',
    start: 'cautions',
    clinician:
      'An abrupt stop has caused hallucinations, seizures, high fever, rigidity, rhabdomyolysis, organ failure and death. Fourteen days of use is the threshold here (working definition).',
    short: 'Abrupt stop: hallucinations, seizures, high fever, organ failure.',
    consider:
      'Consider a taper over one to two weeks or longer, and enough supply before admissions and holidays.',
    patientLine: 'teach',
    patient:
      'Do not run out of {drug}. Do not stop it all at once. You could have a seizure. We will help you cut down step by step.',
    basis: 'label',
    sources: [
      {
        source: 'L-BAC-LYV',
        section: 'W&P',
        supports:
          'abrupt stop: hallucinations, seizures, high fever, rigidity, rhabdomyolysis, organ failure, death',
      },
      { source: 'L-BAC-ARX', section: 'Warnings b', supports: 'hallucinations and seizures; reduce slowly' },
    ],
  },
  {
    id: 'BAC-SEIZURE',
    version: '2026.11',
    title: 'Baclofen with epilepsy',
    drugs: ['baclofen'],
    trigger: { condition: ['seizure_disorder'] },
    severity: 'caution',
    region: 'us',
    group: 'seizure',
    start: 'cautions',
    clinician: 'Labels warn that epilepsy may be exacerbated; UK text asks for supervision.',
    short: 'Epilepsy may get worse.',
    consider: 'Consider close follow-up, steady antiseizure treatment, and no abrupt change.',
    patientLine: 'watch',
    patient: '{drug} may bring on seizures. Keep taking your seizure medicine. Call us for any spell.',
    basis: 'label',
    sources: [
      { source: 'L-BAC-OZO', section: 'Warnings', supports: 'epilepsy may worsen' },
      { source: 'L-BAC-UK', section: '4.4', supports: 'epilepsy may be exacerbated; supervise' },
    ],
  },
  {
    id: 'BAC-SUD',
    version: '2026.11',
    title: 'Baclofen with substance or alcohol use disorder',
    drugs: ['baclofen'],
    trigger: { condition: ['substance_use_disorder', 'alcohol_use_disorder'] },
    severity: 'caution',
    region: 'us',
    group: 'dependence',
    start: 'cautions',
    clinician:
      'UK label text describes misuse, abuse and dependence, asks for caution with a history of substance use, and names suicide risk.',
    short: 'Misuse and dependence are described (UK label).',
    consider: 'Consider small quantities and watching for rising use.',
    patientLine: 'sensitive',
    patient: 'Take {drug} only as told. Tell us if you want more than your dose.',
    basis: 'label',
    sources: [
      {
        source: 'L-BAC-UK',
        section: '4.4',
        supports: 'misuse, abuse, dependence; caution with substance-use history; suicide risk',
      },
    ],
  },
  {
    id: 'BAC-ULCER',
    version: '2026.11',
    title: 'Baclofen with active peptic ulcer',
    drugs: ['baclofen'],
    trigger: { condition: ['peptic_ulcer'] },
    severity: 'caution',
    region: 'us',
    group: 'blood',
    start: 'cautions',
    clinician:
      'UK text contraindicates baclofen in peptic ulceration; other product text asks for caution. US label text that was read is silent.',
    short: 'Peptic ulcer: contraindicated in UK text, caution elsewhere.',
    consider: 'Consider another relaxant, or stomach protection with specialist advice.',
    patientLine: 'watch',
    patient:
      '{drug} can irritate a stomach ulcer. Call us if you have belly pain. Black poop? Go to the emergency room.',
    basis: 'label',
    sources: [
      {
        source: 'L-BAC-UK',
        section: '4.3',
        supports: "peptic ulceration is a contraindication, without 'active'",
      },
      {
        source: 'L-BAC-PMS',
        section: 'Special precautions',
        supports: 'Canada/Hong Kong: caution in ulcer or history',
      },
    ],
  },
  {
    id: 'BAC-CONCENTRATE',
    version: '2026.11',
    title: 'High-strength baclofen liquid',
    drugs: ['baclofen'],
    trigger: { answer: ['baclofen_concentrate'] },
    severity: 'caution',
    region: 'us',
    group: 'dose',
    start: 'closed',
    clinician:
      'Liquids of 1, 2 and 5 mg/mL exist; the 25 mg/5 mL label asks to verify strength and dose. A mix-up can mean a fivefold error.',
    short: 'Liquids of 1, 2 and 5 mg/mL: a mix-up is a fivefold error.',
    consider: 'Consider writing both mL and mg on the prescription, and an oral syringe.',
    patientLine: 'watch',
    patient: 'Use the right dosing tool for {drug}. Ask how many mL to give. Too much can hurt you.',
    basis: 'label',
    sources: [
      {
        source: 'L-BAC-WIL',
        section: '2',
        supports: 'concentrated: verify strength and dose before prescribing, dispensing, giving',
      },
      { source: 'R-TXDUR', section: 'table', supports: '1, 2 and 5 mg/mL liquids exist' },
    ],
  },
];
