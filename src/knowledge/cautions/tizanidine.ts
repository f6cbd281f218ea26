import type { WrittenCautionRule } from '../rule';

export const TIZANIDINE_RULES: readonly WrittenCautionRule[] = [
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
        source: 'X-HANSTEN',
        section: 'management class 2',
        supports: 'enoxacin in one class with ciprofloxacin and fluvoxamine',
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
  {
    id: 'TIZ-CYP1A2-OTHER',
    version: '2026.11',
    title: 'Tizanidine with a weaker CYP1A2 inhibitor',
    drugs: ['tizanidine'],
    trigger: { medicine: ['cyp1a2_other'] },
    severity: 'serious',
    region: 'us',
    group: 'level',
    start: 'open',
    clinician:
      'Label text from before November 2024 says to avoid these CYP1A2 inhibitors; section 7.2 of the newer label, as paraphrased in an interaction list, says so of moderate and weak inhibitors. If one is needed the older text asks for a 2 mg start with steps of 2 to 4 mg, and less or none when pressure, pulse or alertness fall. Famotidine: two crossover studies found no effect on theophylline, another medicine of CYP1A2.',
    short: 'Label: avoid; if needed start at 2 mg and watch pressure.',
    consider:
      'Consider another acid blocker or another partner medicine where that is easy, or a lower and slower tizanidine dose.',
    patientLine: 'watch',
    patient: '{other} can make {drug} stronger. Stand up slowly. Call us if you feel faint or very sleepy.',
    basis: 'label',
    sources: [
      {
        source: 'L-ZAN-7',
        section: '7.3 (pre-2024)',
        supports:
          'other CYP1A2 inhibitors (zileuton, other fluoroquinolones, amiodarone, mexiletine, propafenone, verapamil, cimetidine, famotidine, oral contraceptives, acyclovir, ticlopidine) should be avoided; if needed start 2 mg and step 2-4 mg; reduce or stop for hypotension, bradycardia, drowsiness',
      },
      {
        source: 'L-ZAN-2013',
        section: 'Highlights 5.5',
        supports: 'use caution with less potent CYP1A2 inhibitors',
      },
      {
        source: 'X-TIZ-72',
        section: '7.2',
        supports:
          'moderate or weak CYP1A2 inhibitors to be avoided: hypotension, bradycardia, excessive drowsiness; reduce or stop if they occur',
      },
      { source: 'L-TIZ-IE', section: '4.4', supports: 'use with CYP1A2 inhibitors not recommended' },
      {
        source: 'X-HANSTEN',
        section: 'management classes',
        supports: 'famotidine: no known effect on CYP1A2',
      },
      {
        source: 'T-BACHMANN',
        section: 'abstract',
        supports:
          '14 patients, crossover: famotidine 80 mg a day had virtually no effect on theophylline; cimetidine did',
      },
      {
        source: 'T-VERDIANI',
        section: 'abstract',
        supports: '26 patients: famotidine, unlike cimetidine, did not influence theophylline metabolism',
      },
    ],
  },
  {
    id: 'TIZ-FQ-OTHER',
    version: '2026.11',
    title: 'Tizanidine with a non-ciprofloxacin quinolone',
    drugs: ['tizanidine'],
    trigger: { medicine: ['quinolone_other'] },
    severity: 'caution',
    region: 'us',
    group: 'level',
    start: 'cautions',
    clinician:
      'Label text from before November 2024 groups the other fluoroquinolones with the inhibitors to avoid. A specialist table finds little CYP1A2 effect for levofloxacin and moxifloxacin. This is not the ciprofloxacin contraindication.',
    short: 'Not the ciprofloxacin contraindication; older label text says avoid.',
    consider:
      'Consider an antibiotic that is not a quinolone. If both are used: lowest tizanidine dose, with blood pressure and sedation checks.',
    patientLine: 'watch',
    patient: 'You also take {other}. Call us if you feel dizzy, faint, or very sleepy while you take both.',
    basis: 'label',
    sources: [
      { source: 'L-ZAN-7', section: '7.3 (pre-2024)', supports: 'other fluoroquinolones to be avoided' },
      {
        source: 'X-HANSTEN',
        section: 'management classes',
        supports: 'levofloxacin and moxifloxacin: little effect on CYP1A2',
      },
    ],
  },
  {
    id: 'TIZ-OC',
    version: '2026.11',
    title: 'Tizanidine with combined hormonal contraception',
    drugs: ['tizanidine'],
    trigger: { medicine: ['estrogen_contraceptive'] },
    severity: 'serious',
    region: 'us',
    group: 'level',
    start: 'open',
    clinician:
      'Label text from before November 2024 does not recommend tizanidine with oral contraceptives. In a study of 15 users and 15 controls exposure was 3.9 times higher (nearly 20 times in one user). Other estrogens are an extension.',
    short: 'Oral contraceptive: tizanidine exposure about 4 times; not recommended.',
    consider: 'Consider a single 2 mg start with steps of 2 to 4 mg, or another relaxant.',
    patientLine: 'sensitive',
    patient: 'Your birth control can make {drug} stronger. Keep using your birth control. Stand up slowly.',
    basis: 'label',
    sources: [
      {
        source: 'L-ZAN-7',
        section: '7.4 (pre-2024)',
        supports:
          'combined use with oral contraceptives not recommended; if needed single 2 mg start, 2-4 mg steps',
      },
      {
        source: 'L-ZAN-2013',
        section: 'Highlights 5.5',
        supports: 'oral contraceptives listed among less potent inhibitors',
      },
      {
        source: 'T-GRAN05',
        section: 'abstract',
        supports: '15 users v 15 controls, 4 mg: AUC 3.9-fold, Cmax 3.0-fold; one user nearly 20-fold',
      },
    ],
  },
  {
    id: 'TIZ-ALPHA2',
    version: '2026.11',
    title: 'Tizanidine with another alpha-2 agonist',
    drugs: ['tizanidine'],
    trigger: { medicine: ['alpha2_agonist'] },
    severity: 'serious',
    region: 'us',
    group: 'pressure',
    start: 'open',
    clinician:
      'FDA labelling does not recommend tizanidine with other alpha-2 agonists: the fall in blood pressure adds up.',
    short: 'Second alpha-2 agonist: low pressure and slow pulse add up.',
    consider:
      'Consider another relaxant. An abrupt end of clonidine or of long-term tizanidine can bring rebound hypertension.',
    patientLine: 'decide',
    patient:
      '{drug} and {other} both lower your blood pressure and slow your heart. Call us today. Do not stop either one all at once.',
    basis: 'label',
    sources: [
      {
        source: 'R-TIZ-SRLC',
        section: '5.1',
        supports: 'use with other alpha-2 agonists not recommended; hypotension',
      },
      {
        source: 'L-ZAN-2013',
        section: 'Highlights 5.1, 7.7',
        supports: 'should not be used with other alpha-2 agonists',
      },
    ],
  },
  {
    id: 'TIZ-LOW-BP',
    version: '2026.11',
    title: 'Tizanidine with low pressure, slow pulse or fainting',
    drugs: ['tizanidine'],
    trigger: { condition: ['hypotension', 'syncope', 'bradycardia'] },
    severity: 'caution',
    region: 'us',
    group: 'pressure',
    start: 'closed',
    clinician:
      'The label warns of hypotension and syncope with tizanidine; Irish text reports loss of consciousness and circulatory collapse.',
    short: 'Low pressure, slow pulse or fainting on record: tizanidine can add to it.',
    consider: 'Consider another relaxant, or 2 mg at bedtime only.',
    patientLine: 'watch',
    patient:
      '{drug} can lower your blood pressure and slow your heart. Stand up slowly. Call us if you feel faint.',
    basis: 'label',
    sources: [
      { source: 'R-TIZ-SRLC', section: '5.1', supports: 'hypotension and syncope; orthostatic effects' },
      { source: 'L-TIZ-IE', section: '4.4', supports: 'loss of consciousness and circulatory collapse seen' },
    ],
  },
  {
    id: 'TIZ-LIVER',
    version: '2026.11',
    title: 'Tizanidine with liver disease',
    drugs: ['tizanidine'],
    trigger: { condition: ['liver_disease', 'liver_severe'] },
    severity: 'serious',
    region: 'us',
    group: 'liver',
    start: 'open',
    clinician:
      'Tizanidine can injure the liver; the label asks for aminotransferases. A drug reference advises to avoid it in hepatic impairment, or to use smaller doses with liver tests. EU text (Ireland) contraindicates significantly impaired liver function.',
    short: 'Liver disease: tizanidine can injure the liver; EU labels contraindicate.',
    consider: 'Consider another plan. If it is essential: low dose, long interval, ALT checks.',
    patientLine: 'watch',
    patient:
      '{drug} can hurt the liver, and you have liver trouble. Yellow eyes, dark pee, or belly pain? Call us before your next dose.',
    basis: 'label',
    sources: [
      {
        source: 'R-TIZ-SRLC',
        section: '5.2',
        supports:
          'may cause hepatocellular injury; aminotransferases at baseline, 1 month after maximum dose, or if injury suspected',
      },
      {
        source: 'X-TIZ-REF',
        section: 'Dosing: hepatic impairment',
        supports:
          'avoid; if used, smaller doses, then a larger dose rather than more doses; monitor aminotransferases',
      },
      { source: 'B-LIVERTOX', section: 'Hepatotoxicity', supports: 'rare fatal injury reported' },
      {
        source: 'L-TIZ-IE',
        section: '4.3',
        supports: 'significantly impaired hepatic function is contraindicated',
      },
    ],
  },
  {
    id: 'TIZ-ALT',
    version: '2026.11',
    title: 'Tizanidine with ALT at or above 3x normal',
    drugs: ['tizanidine'],
    trigger: { lab: 'alt_xuln', atLeast: 3 },
    severity: 'serious',
    region: 'us',
    group: 'liver',
    start: 'open',
    clinician:
      'About 5 % of users pass three times the upper limit (0.4 % on placebo), usually without symptoms; rare liver failure and death are reported. Labels say to discontinue when liver injury occurs.',
    short: 'ALT at least 3 times the limit: about 1 user in 20, mostly silent.',
    consider: 'Consider holding tizanidine step by step, repeating the tests, and other causes.',
    patientLine: 'decide',
    patient: 'Your liver test is high. Call us today, before your next dose of {drug}.',
    basis: 'label',
    sources: [
      {
        source: 'B-LIVERTOX',
        section: 'Hepatotoxicity',
        supports:
          'ALT above 3x ULN in about 5 % v 0.4 % on placebo, usually without symptoms; rare liver failure and death',
      },
      { source: 'R-TIZ-SRLC', section: '5.2', supports: 'check aminotransferases if injury suspected' },
      { source: 'L-ZAN-2013', section: 'Highlights 5.2', supports: 'discontinue if liver injury occurs' },
    ],
  },
  {
    id: 'TIZ-LFT-MONITOR',
    version: '2026.11',
    title: 'Tizanidine liver tests',
    drugs: ['tizanidine'],
    trigger: { always: true },
    severity: 'counsel',
    region: 'us',
    group: 'liver',
    start: 'teaching',
    clinician:
      'Label: aminotransferases at baseline, one month after the maximum dose is reached, and if liver injury is suspected.',
    short: 'Liver tests at baseline and one month after the top dose.',
    consider: 'Consider finding or ordering ALT and AST.',
    patientLine: 'teach',
    patient:
      'With {drug} you may need blood tests for your liver: one now, and one a month after your full dose.',
    basis: 'label',
    sources: [
      {
        source: 'R-TIZ-SRLC',
        section: '5.2',
        supports: 'baseline, 1 month after maximum dose, or if injury suspected',
      },
      { source: 'L-TIZ-UNI', section: '2.1', supports: 'same' },
    ],
  },
  {
    id: 'TIZ-RENAL',
    version: '2026.11',
    title: 'Tizanidine with CrCl below 25',
    drugs: ['tizanidine'],
    trigger: { lab: 'crcl', below: 25 },
    severity: 'caution',
    region: 'us',
    group: 'kidney',
    start: 'closed',
    clinician:
      'Below a creatinine clearance of 25 mL/min labels ask for caution and lower doses; dry mouth, sleepiness, weakness and dizziness are signs of overdose.',
    short: 'Creatinine clearance below 25: slow clearance, overdose signs.',
    consider: 'Consider smaller single doses, and raising the dose before the frequency.',
    patientLine: 'watch',
    patient:
      'Your kidneys clear {drug} slowly. A small dose is safer. Call us if your mouth is very dry or you are very sleepy.',
    basis: 'label',
    sources: [
      {
        source: 'L-ZAN-2013',
        section: 'Highlights 5.7',
        supports: 'CrCl below 25: caution; dry mouth, somnolence, asthenia, dizziness as signs of overdose',
      },
      { source: 'L-TIZ-IE', section: '4.4', supports: 'lower doses, caution' },
    ],
  },
  {
    id: 'TIZ-TAPER',
    version: '2026.11',
    title: 'Tizanidine: do not stop abruptly',
    drugs: ['tizanidine'],
    trigger: {
      any: [
        { dailyDose: { atLeast: 20 } },
        { durationDays: { atLeast: 63 } },
        { answer: ['stopping_or_gap'] },
      ],
    },
    severity: 'caution',
    escalate: { when: { answer: ['stopping_or_gap'] }, to: 'serious' },
    region: 'us',
    group: 'stopping',
    start: 'cautions',
    clinician:
      'An abrupt stop can cause rebound hypertension, fast pulse and hypertonia. 20 mg a day or nine weeks of use are the thresholds here (working definition).',
    short: 'Abrupt stop: rebound hypertension, fast pulse, stiffness.',
    consider: 'Consider a taper of 2 to 4 mg a day.',
    patientLine: 'teach',
    patient:
      'Do not stop {drug} all at once. Your blood pressure can jump. We will help you cut down step by step.',
    basis: 'label',
    sources: [
      {
        source: 'L-ZAN-LEG',
        section: 'Highlights',
        supports: 'decrease slowly; withdrawal with rebound hypertension, tachycardia, hypertonia',
      },
      {
        source: 'L-TIZ-IE',
        section: '4.4',
        supports: 'rebound hypertension and tachycardia after sudden stop; stroke in extreme cases',
      },
      { source: 'X-PDR-ZAN', section: 'Dosage', supports: '2-4 mg a day down' },
    ],
  },
  {
    id: 'TIZ-FOOD',
    version: '2026.11',
    title: 'Tizanidine: same form, same food habit',
    drugs: ['tizanidine'],
    trigger: { always: true },
    severity: 'counsel',
    region: 'us',
    group: 'teaching',
    start: 'teaching',
    clinician:
      'Tablets and capsules are equivalent on an empty stomach but not with food; the label asks to keep one habit.',
    short: 'Same form, same food habit: tablets and capsules differ with food.',
    consider: 'Consider keeping product and food habit constant, with new advice at any switch.',
    patientLine: 'teach',
    patient:
      'Take {drug} the same way each time: always with food or always without. Do not swap tablets and capsules.',
    basis: 'label',
    sources: [
      {
        source: 'L-ZAN-2',
        section: '2.1',
        supports: 'tablets and capsules bioequivalent fasting, not fed; keep one habit',
      },
    ],
  },
  {
    id: 'TIZ-PSYCH',
    version: '2026.11',
    title: 'Tizanidine with psychosis',
    drugs: ['tizanidine'],
    trigger: { condition: ['psychosis'] },
    severity: 'caution',
    region: 'us',
    group: 'mind',
    start: 'closed',
    clinician: 'The label warns of hallucinations and says to consider stopping; a summary gives 3 %.',
    short: 'Hallucinations or psychotic-like symptoms in about 3 %.',
    consider: 'Consider another relaxant, and asking about visions at follow-up.',
    patientLine: 'sensitive',
    patient: 'Call us right away if you see or hear things that are not real.',
    basis: 'label',
    sources: [
      { source: 'L-ZAN-LEG', section: 'Highlights', supports: 'hallucinations: consider stopping' },
      { source: 'L-ZAN-2013', section: 'Highlights', supports: 'same' },
      { source: 'X-PDR-ZAN', section: 'frequencies', supports: 'hallucinations 3 %' },
    ],
  },
  {
    id: 'TIZ-SMOKING',
    version: '2026.11',
    title: 'Tizanidine and smoking or rifampin',
    drugs: ['tizanidine'],
    trigger: { any: [{ condition: ['smoking'] }, { medicine: ['rifampin'] }] },
    severity: 'counsel',
    region: 'us',
    group: 'level',
    start: 'teaching',
    clinician:
      'In male smokers the weight-adjusted exposure was 33 % lower. That stopping smoking can raise levels is an inference. Rifampin induces CYP1A2 too.',
    short: 'Smoking lowers tizanidine levels; they can rise after quitting.',
    consider: 'Consider that the effect may grow after quitting, with a new titration.',
    patientLine: 'teach',
    patient: 'Tell us if you start or quit smoking. Your dose of {drug} may need to change.',
    basis: 'study',
    sources: [
      {
        source: 'T-BACKMAN',
        section: 'abstract',
        supports: 'male smokers: weight-adjusted AUC 33 % lower, smaller effect on pressure',
      },
      { source: 'X-INDUCERS', section: 'Table 1', supports: 'rifampin induces CYP1A2, among other enzymes' },
    ],
  },
];
