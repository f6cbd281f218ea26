import type { WrittenCautionRule } from '../rule';

export const ANY_RELAXANT_CONDITIONS_RULES: readonly WrittenCautionRule[] = [
  {
    id: 'X-BP-MEDS',
    version: '2026.11',
    title: 'Tizanidine or baclofen with blood pressure medicines',
    drugs: ['tizanidine', 'baclofen'],
    trigger: { medicine: ['antihypertensive'] },
    severity: 'caution',
    region: 'us',
    group: 'pressure',
    start: 'cautions',
    clinician:
      'Both can lower blood pressure. Tizanidine labels ask for blood pressure checks with antihypertensives, and UK baclofen text asks for extreme care. In one cohort hypotension was more frequent with three or more pressure medicines (press summary).',
    short: 'Blood pressure medicine: pressure can fall further; standing pressure helps.',
    consider: 'Consider a standing blood pressure before each dose rise, and a start at night.',
    patientLine: 'watch',
    patient:
      '{drug} can lower your blood pressure, most of all with {other}. Stand up slowly. Sit down if you feel faint.',
    basis: 'label',
    sources: [
      { source: 'R-TIZ-SRLC', section: '5.1', supports: 'monitor for hypotension with antihypertensives' },
      {
        source: 'T-CHAUGAI',
        section: 'press summary',
        supports: 'higher with three or more antihypertensives',
      },
      { source: 'L-BAC-UK', section: '4.4', supports: 'extreme care in patients on antihypertensives' },
      { source: 'L-TIZ-IE', section: '4.4', supports: 'hypotension with antihypertensives' },
    ],
  },
  {
    id: 'X-ANTICHOL',
    version: '2026.11',
    title: 'Anticholinergic load with cyclobenzaprine or orphenadrine',
    drugs: [
      'cyclobenzaprine_ir',
      'cyclobenzaprine_er',
      'cyclobenzaprine_sl',
      'orphenadrine',
      'orphenadrine_asa_caffeine',
    ],
    trigger: { medicine: ['anticholinergic', 'sedating_antihistamine', 'tca'] },
    severity: 'caution',
    region: 'us',
    group: 'dry',
    start: 'cautions',
    clinician:
      'Cyclobenzaprine and orphenadrine are anticholinergic; labels ask for caution with other anticholinergic medicines. Effects add up.',
    short: 'Anticholinergic effects add up.',
    consider: 'Consider a smaller load, or methocarbamol or metaxalone if they suit otherwise.',
    patientLine: 'watch',
    patient:
      '{drug} and {other} together can dry you out. You may have a dry mouth, hard poop, blurry eyes, or cloudy thinking.',
    basis: 'label',
    sources: [
      {
        source: 'L-CYC-DM',
        section: 'Precautions',
        supports: 'atropine-like; caution with anticholinergics',
      },
      { source: 'L-ORP-DC', section: 'Adverse reactions', supports: 'anticholinergic effects' },
    ],
  },
  {
    id: 'POR-OTHER',
    version: '2026.11',
    title: 'Other relaxants with porphyria',
    drugs: ['chlorzoxazone', 'baclofen', 'orphenadrine', 'orphenadrine_asa_caffeine'],
    trigger: { condition: ['porphyria'] },
    severity: 'caution',
    region: 'us',
    group: 'blood',
    start: 'cautions',
    clinician:
      'Porphyria is a special precaution for chlorzoxazone (MIMS), a contraindication of the UK orphenadrine solution (the UK tablet text does not list it), and calls for close watch in UK baclofen text.',
    short: 'Porphyria: named as a precaution for this relaxant.',
    consider: 'Consider a porphyria medicine-safety list before use.',
    patientLine: 'never',
    patient: '',
    basis: 'label',
    sources: [
      {
        source: 'L-ORP-UKS',
        section: '4.3',
        supports: 'oral solution: porphyria contraindicated; the UK tablet text does not list it',
      },
      { source: 'L-BAC-UK', section: '4.4', supports: 'porphyria may be exacerbated, close surveillance' },
      { source: 'X-MIMS-CHL', section: 'Special precautions', supports: 'porphyria' },
    ],
  },
];
