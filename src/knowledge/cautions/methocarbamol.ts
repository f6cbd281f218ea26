import type { WrittenCautionRule } from '../rule';

export const METHOCARBAMOL_RULES: readonly WrittenCautionRule[] = [
  {
    id: 'MET-MYASTHENIA',
    version: '2026.11',
    title: 'Methocarbamol with myasthenia gravis',
    drugs: ['methocarbamol'],
    trigger: { any: [{ condition: ['myasthenia'] }, { medicine: ['pyridostigmine'] }] },
    severity: 'serious',
    region: 'us',
    group: 'nerve',
    start: 'open',
    clinician:
      'Methocarbamol may inhibit pyridostigmine: US labels ask for caution in myasthenia gravis patients on anticholinesterases, UK labels contraindicate it. For US records serious is the choice of this project, above the label.',
    short: 'Myasthenia or pyridostigmine: can inhibit its effect.',
    consider: 'Consider another relaxant, with the neurologist.',
    patientLine: 'decide',
    patient: '{drug} can make myasthenia worse. Call us before your next dose.',
    basis: 'label',
    sources: [
      {
        source: 'L-MET-TXT',
        section: 'Drug interactions',
        supports:
          'may inhibit pyridostigmine; use with caution in myasthenia gravis patients on anticholinesterases',
      },
      { source: 'L-MET-UK', section: '4.3', supports: 'UK: myasthenia gravis contraindicated' },
      {
        source: 'L-MET-UK2',
        section: '4.3, 4.5',
        supports: 'UK: contraindicated; must not be given with pyridostigmine in myasthenia',
      },
    ],
  },
  {
    id: 'MET-ORGAN',
    version: '2026.11',
    title: 'Methocarbamol with kidney or liver impairment',
    drugs: ['methocarbamol'],
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
      'UK label text asks for caution in renal and hepatic insufficiency, notes a longer half-life in chronic liver disease and asks for a wider interval. An eGFR below 60 stands for renal insufficiency (working definition).',
    short: 'Kidney or liver impairment: longer half-life, wider interval.',
    consider: 'Consider fewer doses a day; UK text halves the dose in the elderly.',
    patientLine: 'watch',
    patient: 'Your liver or kidneys may clear {drug} slowly. You may need fewer doses.',
    basis: 'label',
    sources: [
      {
        source: 'L-MET-UK',
        section: '4.2, 4.4',
        supports:
          'longer half-life in chronic liver disease, widen the interval; caution in renal and hepatic insufficiency',
      },
    ],
  },
  {
    id: 'MET-URINE',
    version: '2026.11',
    title: 'Methocarbamol urine colour',
    drugs: ['methocarbamol'],
    trigger: { always: true },
    severity: 'counsel',
    region: 'us',
    group: 'teaching',
    start: 'teaching',
    clinician:
      'A patient reference says that urine may turn brown, black, blue or green. UK text notes colour interference with urine tests for 5-HIAA and VMA.',
    short: 'Urine may turn brown, black, blue or green.',
    consider: 'Consider telling the patient beforehand.',
    patientLine: 'teach',
    patient:
      '{drug} can turn your pee brown, black, blue, or green. That is okay. Yellow skin or eyes are not okay: call us.',
    basis: 'working-definition',
    sources: [
      {
        source: 'L-MET-UK2',
        section: '4.4',
        supports: 'colour interference with 5-HIAA and VMA tests (a laboratory statement)',
      },
      {
        source: 'X-MET-STASON',
        section: 'side effects',
        supports: 'urine may turn brown, black, blue or green',
      },
    ],
  },
  {
    id: 'MET-SEIZURE-BRAIN',
    version: '2026.11',
    title: 'Methocarbamol with epilepsy or brain injury',
    drugs: ['methocarbamol'],
    trigger: { condition: ['seizure_disorder', 'brain_injury'] },
    severity: 'caution',
    region: 'us',
    group: 'seizure',
    start: 'cautions',
    clinician:
      'UK labels contraindicate methocarbamol in epilepsy, known brain damage, coma or pre-coma. For US records caution is the tier here.',
    short: 'Epilepsy or brain injury: contraindicated in UK labels.',
    consider: 'Consider another relaxant.',
    patientLine: 'watch',
    patient: '{drug} may not be right for you with seizures or a brain injury. Ask us before your next dose.',
    basis: 'label',
    sources: [
      {
        source: 'L-MET-UK',
        section: '4.3',
        supports: 'coma or pre-coma, known brain damage, epilepsy: contraindicated',
      },
      { source: 'L-MET-UK2', section: '4.3', supports: 'coma, CNS disorders, epilepsy' },
    ],
  },
];
