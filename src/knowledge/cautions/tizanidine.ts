import type { CautionRule } from '../rule';

export const TIZANIDINE_RULES: readonly CautionRule[] = [
  {
    id: 'TIZ-CYP1A2-STRONG',
    version: '2026.11',
    title: 'Tizanidine with a strong CYP1A2 inhibitor',
    drugs: ['tizanidine'],
    trigger: { medicine: ['cyp1a2_strong'] },
    severity: 'contraindicated',
    region: 'us',
    group: 'level',
    start: 'open',
    clinician:
      'Tizanidine exposure rises many-fold (AUC about 10 times with ciprofloxacin, 33 times with fluvoxamine), with severe hypotension, bradycardia and sedation. The label contraindicates every strong CYP1A2 inhibitor. One cohort measured more severe hypotension (systolic 70 or less), a second more hypotension of any degree.',
    short: 'Tizanidine level rises many-fold: severe low blood pressure, slow pulse, sedation.',
    consider:
      'Consider another antibiotic or antidepressant, or another plan for the spasm. If tizanidine is the one to go after long or high-dose use, bring it down step by step with blood pressure checks. With fluvoxamine or viloxazine, a change to cyclobenzaprine or metaxalone needs a serotonin check first (clinical reasoning, not a label sentence).',
    patientLine: 'decide',
    patient:
      'Do not take {drug} and {other} together. Together they can drop your blood pressure and make you pass out. Call us before your next dose of either one.',
    basis: 'label',
    sources: [
      {
        source: 'R-TIZ-SRLC',
        section: '4; 5.1',
        supports: 'strong CYP1A2 inhibitors contraindicated; clinically significant hypotension reported',
      },
      {
        source: 'L-TIZ-30C',
        section: '4; 7.1',
        supports: 'contraindicated; fluvoxamine and ciprofloxacin given as examples',
      },
      {
        source: 'L-TIZ-ONT',
        section: '4; 7.1',
        supports: 'newest label of a new product: strong inhibitors contraindicated',
      },
      {
        source: 'L-LUVOX',
        section: '5.5',
        supports: 'AUC 33-fold (14 to 103), peak 12-fold; systolic pressure fell about 35 mm Hg',
      },
      {
        source: 'L-QELBREE',
        section: '4; 7.1',
        supports:
          'viloxazine label contraindicates sensitive CYP1A2 substrates; tizanidine among the examples',
      },
      {
        source: 'T-CHAUGAI',
        section: 'abstract',
        supports:
          'systolic pressure 70 or less in 2.03 v 1.28 % (adjusted odds ratio 1.57) with ciprofloxacin or fluvoxamine',
      },
      {
        source: 'T-GIANN',
        section: 'abstract',
        supports: 'hypotension of any degree: adjusted odds ratio 1.43 with ciprofloxacin',
      },
    ],
  },
];
