import type { WrittenCautionRule } from '../rule';

export const ANY_RELAXANT_ALLERGY_RULES: readonly WrittenCautionRule[] = [
  {
    id: 'X-ALLERGY',
    version: '2026.11',
    title: 'Recorded allergy to the relaxant',
    drugs: 'all',
    trigger: { sameAllergy: true },
    severity: 'contraindicated',
    region: 'us',
    group: 'allergy',
    start: 'open',
    clinician:
      'The chart records hypersensitivity to this relaxant or its class. Nearly every relaxant label lists prior hypersensitivity or intolerance as a contraindication; the US oral dantrolene label does not state it, and BackSafe treats it the same way.',
    short: 'The chart records a reaction to this relaxant or its class.',
    consider: 'Consider confirming what the reaction was, then another relaxant or a plan without one.',
    patientLine: 'decide',
    patient:
      'Your chart says you had a bad reaction to {drug} or a medicine like it. If you have not started it, do not take it. If you take it now, call us today. For hives, swelling, or trouble breathing, call 911.',
    basis: 'label',
    sources: [
      {
        source: 'R-TIZ-SRLC',
        section: '4',
        supports:
          'history of hypersensitivity to tizanidine or its ingredients is a contraindication; anaphylaxis and angioedema named',
      },
      { source: 'L-BAC-EYWA', section: 'Contraindications', supports: 'hypersensitivity to baclofen' },
      {
        source: 'L-MET-ADB',
        section: 'Contraindications',
        supports: 'hypersensitivity to methocarbamol or tablet components',
      },
      { source: 'L-CYC-DM', section: 'Contraindications', supports: 'hypersensitivity to any component' },
      { source: 'L-MTX-REM', section: '4', supports: 'known hypersensitivity to any component' },
      {
        source: 'L-ORP-SAN',
        section: 'Contraindications',
        supports: 'previous hypersensitivity to the drug',
      },
      { source: 'L-CHL-CIN', section: 'Contraindications', supports: 'known intolerance to the drug' },
      {
        source: 'L-CAR-BRY',
        section: '4',
        supports: 'hypersensitivity reaction to a carbamate such as meprobamate',
      },
      {
        source: 'L-DAN-ELI',
        section: 'Contraindications',
        supports:
          'section lists active liver disease and useful spasticity only; no hypersensitivity statement',
      },
      { source: 'L-DAN-UK', section: '4.3', supports: 'UK dantrolene text does list hypersensitivity' },
    ],
  },
];
