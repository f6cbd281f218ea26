import type { CautionRule } from '../rule';

export const DIAZEPAM_RULES: readonly CautionRule[] = [
  {
    id: 'DZP-MYASTHENIA',
    version: '2026.11',
    title: 'Diazepam with myasthenia gravis',
    drugs: ['diazepam'],
    trigger: { condition: ['myasthenia'] },
    severity: 'contraindicated',
    region: 'us',
    group: 'nerve',
    start: 'open',
    clinician: 'FDA labelling (2008) contraindicates diazepam tablets in myasthenia gravis.',
    short: 'Myasthenia gravis: contraindicated.',
    consider: 'Consider another plan; if it is taken now, a taper.',
    patientLine: 'decide',
    patient:
      '{drug} can make your muscles and your breathing weak. Call us before your next dose. Do not stop it all at once.',
    basis: 'label',
    sources: [{ source: 'R-DZP-SLC', section: 'Contraindications', supports: 'myasthenia gravis' }],
  },
  {
    id: 'DZP-RESP',
    version: '2026.11',
    title: 'Diazepam with severe breathing failure or sleep apnea',
    drugs: ['diazepam'],
    trigger: { condition: ['resp_insufficiency', 'sleep_apnea', 'copd_severe'] },
    severity: 'contraindicated',
    region: 'us',
    group: 'breathing',
    start: 'open',
    clinician:
      'FDA labelling (2008) contraindicates diazepam tablets in severe respiratory insufficiency and sleep apnea syndrome. Severe COPD is an extension of this project.',
    short: 'Severe respiratory insufficiency or sleep apnea: contraindicated.',
    consider: 'Consider another plan; if it is taken now, a taper.',
    patientLine: 'decide',
    patient:
      '{drug} can slow your breathing in sleep. Call us before your next dose. Do not stop it all at once.',
    basis: 'label',
    sources: [
      {
        source: 'R-DZP-SLC',
        section: 'Contraindications',
        supports: 'severe respiratory insufficiency and sleep apnea syndrome',
      },
      {
        source: 'L-DZP-INJ',
        section: 'Warnings',
        supports: 'injection: extreme care with limited pulmonary reserve (apnea)',
      },
    ],
  },
  {
    id: 'DZP-LIVER-SEVERE',
    version: '2026.11',
    title: 'Diazepam with severe liver failure',
    drugs: ['diazepam'],
    trigger: { condition: ['liver_severe'] },
    severity: 'contraindicated',
    region: 'us',
    group: 'liver',
    start: 'open',
    clinician: 'FDA labelling (2008) contraindicates diazepam tablets in severe hepatic insufficiency.',
    short: 'Severe hepatic insufficiency: contraindicated.',
    consider: 'Consider another plan; if it is taken now, a taper.',
    patientLine: 'decide',
    patient:
      'Your liver cannot clear {drug} well. Call us before your next dose. Do not stop it all at once.',
    basis: 'label',
    sources: [
      {
        source: 'R-DZP-SLC',
        section: 'Contraindications',
        supports: 'severe hepatic insufficiency; a hepatic insufficiency subsection was added in 2008',
      },
    ],
  },
  {
    id: 'DZP-GLAUCOMA',
    version: '2026.11',
    title: 'Diazepam with acute narrow-angle glaucoma',
    drugs: ['diazepam'],
    trigger: { condition: ['glaucoma_acute'] },
    severity: 'contraindicated',
    region: 'us',
    group: 'dry',
    start: 'open',
    clinician:
      'Labels of diazepam products contraindicate acute narrow-angle glaucoma; open-angle disease under treatment is accepted in the injection label.',
    short: 'Acute narrow-angle glaucoma: contraindicated.',
    consider: 'Consider eye care first; another plan until it is treated.',
    patientLine: 'decide',
    patient:
      '{drug} can harm you when your eye pressure is high. Call us before your next dose. Do not stop it all at once. If your eye hurts a lot, go to the emergency room.',
    basis: 'label',
    sources: [
      { source: 'L-VALTOCO', section: '4', supports: 'hypersensitivity; acute narrow-angle glaucoma' },
      {
        source: 'L-DZP-INJ',
        section: 'Contraindications',
        supports: 'acute narrow-angle glaucoma; open-angle unless on appropriate therapy',
      },
    ],
  },
  {
    id: 'DZP-BEERS',
    version: '2026.11',
    title: 'Diazepam at 65+',
    drugs: ['diazepam'],
    trigger: { age: { min: 65 } },
    severity: 'serious',
    region: 'us',
    group: 'falls',
    start: 'open',
    clinician:
      'Beers 2023 advises avoiding benzodiazepines in older adults: cognitive impairment, delirium, falls, fractures, crashes. Read as a quotation of table 2; its exceptions were not seen.',
    short: 'Beers 2023: avoid benzodiazepines at 65+.',
    consider: 'Consider another plan for muscle spasm. If essential: low dose, shortest course.',
    patientLine: 'never',
    patient: '',
    basis: 'guideline',
    sources: [
      {
        source: 'X-BEERS-T2',
        section: 'quotation',
        supports:
          'avoid benzodiazepines in older adults: cognitive impairment, delirium, falls, fractures, crashes; moderate/strong',
      },
      { source: 'G-BEERS', section: 'title page', supports: '65 and over' },
    ],
  },
  {
    id: 'DZP-SUD',
    version: '2026.11',
    title: 'Diazepam with substance use disorder',
    drugs: ['diazepam'],
    trigger: { condition: ['substance_use_disorder', 'alcohol_use_disorder'] },
    severity: 'serious',
    region: 'us',
    group: 'dependence',
    start: 'open',
    clinician:
      'Boxed warning: abuse, misuse and addiction can lead to overdose or death, often with alcohol or other drugs; the label asks to assess the risk first.',
    short: 'Boxed warning: abuse, misuse, addiction, often with alcohol.',
    consider: 'Consider a plan without a benzodiazepine, and the prescription monitoring database.',
    patientLine: 'sensitive',
    patient:
      '{drug} can be habit forming. If alcohol or other substances have been a problem, tell us. Call us before you change how you take it.',
    basis: 'label',
    sources: [
      {
        source: 'L-DZP-VAL',
        section: 'Boxed warning',
        supports:
          'abuse, misuse, addiction leading to overdose or death, often with alcohol or other drugs; assess risk first',
      },
      { source: 'R-FDA-2020B', section: 'podcast', supports: 'class-wide 2020 update' },
    ],
  },
  {
    id: 'DZP-TAPER',
    version: '2026.11',
    title: 'Diazepam: withdrawal',
    drugs: ['diazepam'],
    trigger: { any: [{ durationDays: { atLeast: 14 } }, { answer: ['stopping_or_gap'] }] },
    severity: 'caution',
    escalate: { when: { answer: ['stopping_or_gap'] }, to: 'serious' },
    region: 'us',
    group: 'stopping',
    start: 'cautions',
    clinician:
      'Boxed warning: an abrupt stop or fast reduction after continued use can be life-threatening; taper. Dependence can come within days to weeks. Fourteen days of use is the threshold here (working definition).',
    short: 'Abrupt stop can be life-threatening.',
    consider: 'Consider a slow taper plan.',
    patientLine: 'teach',
    patient:
      'Do not stop {drug} all at once. You could have a seizure. We will help you cut down step by step.',
    basis: 'label',
    sources: [
      {
        source: 'L-DZP-VAL',
        section: 'Boxed warning',
        supports: 'abrupt stop or fast reduction may be life-threatening; taper',
      },
      {
        source: 'R-FDA-2020B',
        section: 'podcast',
        supports: 'dependence within several days to weeks; seizures',
      },
    ],
  },
  {
    id: 'DZP-PREG-LACT',
    version: '2026.11',
    title: 'Diazepam in pregnancy or breastfeeding',
    drugs: ['diazepam'],
    trigger: { condition: ['pregnancy', 'lactation'] },
    severity: 'serious',
    region: 'us',
    group: 'pregnancy',
    start: 'open',
    clinician:
      'Neonatal sedation and withdrawal syndrome is a diazepam label warning; class text adds floppy infant syndrome after late-pregnancy exposure. The UK Specialist Pharmacy Service accepts short, intermittent diazepam in breastfeeding.',
    short: 'Pregnancy or breastfeeding: newborn sedation and withdrawal.',
    consider: 'Consider another option; if use is ongoing, a taper with obstetrics.',
    patientLine: 'sensitive',
    patient:
      '{drug} can make a baby floppy or sleepy. Ask us before you take it when you are pregnant or nursing. If you take it now, do not stop all at once.',
    basis: 'label',
    sources: [
      {
        source: 'L-VALTOCO6',
        section: '6 (cross-reference)',
        supports: '5.7 Neonatal Sedation and Withdrawal Syndrome is a diazepam label warning',
      },
      {
        source: 'L-NAYZ',
        section: '8.1 (class text)',
        supports: 'late-pregnancy exposure: newborn withdrawal; floppy infant syndrome',
      },
      {
        source: 'R-SPS-LACT',
        section: 'summary',
        supports: 'short-term, intermittent dosing of diazepam where possible',
      },
      {
        source: 'R-DZP-SLC',
        section: 'section list',
        supports: 'pregnancy and nursing sections revised in 2008',
      },
    ],
  },
];
