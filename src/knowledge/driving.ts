import type { DrivingRule, Trigger } from './rule';

/**
 * What raises any relaxant by one step. Working rule of this project: an opioid (pain or opioid use disorder), a benzodiazepine,
 * alcohol, sleep apnea. A dose raised in the last days counts too; review/driving reads that from the orders.
 */
const USUAL_RAISERS: Trigger = {
  any: [
    { medicine: ['opioid', 'moud', 'benzodiazepine'] },
    { condition: ['sleep_apnea', 'alcohol_use_disorder'] },
    { answer: ['alcohol_heavy'] },
  ],
};

/** Metaxalone label 5.2: other CNS depressants add to the impairment, and older patients are more susceptible. */
const ANY_DEPRESSANT_OR_AGE: Trigger = {
  any: [
    USUAL_RAISERS,
    { age: { min: 65 } },
    { medicine: ['z_drug', 'barbiturate', 'gabapentinoid', 'antipsychotic', 'sedating_antihistamine'] },
    { otherRelaxant: true },
  ],
};

/**
 * Driving tier of every relaxant. The tiers are this project's own: no national class for the non-benzodiazepine relaxants was found.
 * France, benzodiazepines: level 3 of the pictogram (notice of the Ordre national des pharmaciens, 2017).
 */
export const DRIVING_RULES: readonly DrivingRule[] = [
  {
    drug: 'baclofen',
    label: 'Baclofen',
    tier: 'D2',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Drowsiness in 10 to 63 % of users. Labels advise not to drive or use machines until the effect is known.',
    sources: [
      {
        source: 'L-BAC-EYWA',
        section: 'Precautions; Adverse reactions',
        supports: 'caution about automobiles; drowsiness 10-63 % (63 v 36)',
      },
      { source: 'L-BAC-OZO', section: 'Warnings', supports: 'avoid driving until the effect is known' },
    ],
  },
  {
    drug: 'carisoprodol',
    label: 'Carisoprodol',
    tier: 'D3',
    raisedBy: USUAL_RAISERS,
    clinician:
      "Sedation in 13 to 17 % (6 % on placebo); the label reports crashes. In Norway the rate of crashes with injury was 3.7 times higher in the week after a fill; impairment appeared possible at any concentration. On duty, a commercial driver needs the prescriber's advice (49 CFR 382.213).",
    sources: [
      {
        source: 'L-CAR-WAL',
        section: '5.1',
        supports: 'sedation 13-17 v 6 %; may impair driving; crashes reported',
      },
      {
        source: 'T-BRAM07',
        section: 'abstract',
        supports: 'injury-crash SIR 3.7 (2.9-4.8) in the week after dispensing',
      },
      {
        source: 'T-LOGAN',
        section: 'abstract',
        supports:
          'impairment appeared possible at any concentration; worst above 10 mg/L combined; 21 of 104 without other drugs',
      },
      {
        source: 'T-BRAM04',
        section: 'abstract',
        supports: '73 % of 62 carisoprodol-only drivers judged impaired; rises with carisoprodol level',
      },
      { source: 'W-CFR-382', section: '(b)', supports: 'CMV rule' },
    ],
  },
  {
    drug: 'chlorzoxazone',
    label: 'Chlorzoxazone',
    tier: 'D1',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Drowsiness and dizziness in some patients. The US label has no driving sentence; MIMS counsels not to drive when drowsy.',
    sources: [
      { source: 'L-CHL-TXT', section: 'Warnings, Precautions', supports: 'no driving sentence' },
      {
        source: 'L-CHL-PAR',
        section: 'Adverse reactions',
        supports: 'drowsiness, dizziness, light-headedness in occasional patients',
      },
      { source: 'X-MIMS-CHL', section: 'Patient counselling', supports: 'do not drive if drowsy' },
    ],
  },
  {
    drug: 'cyclobenzaprine_ir',
    label: 'Cyclobenzaprine (immediate release)',
    tier: 'D2',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Drowsiness in 29 to 38 % (10 % on placebo). The effective half-life is about 18 hours, with about twice the level in older adults and mild liver impairment, so the next morning counts. Labels advise caution until the effect is known; alcohol and other depressants add to it.',
    sources: [
      { source: 'L-CYC-FEX', section: 'Adverse reactions', supports: 'drowsiness 29 % and 38 % v 10 %' },
      {
        source: 'T-WINCH',
        section: 'abstract',
        supports: 'effective half-life 18 h; elderly and mild hepatic about twofold levels',
      },
      { source: 'L-AMRIX17', section: '17', supports: 'caution about automobiles until reasonably certain' },
      {
        source: 'L-CYC-INN',
        section: 'Information for the patient',
        supports:
          'IR: may impair hazardous tasks such as driving, more with alcohol or CNS depressants; elderly start 5 mg',
      },
    ],
  },
  {
    drug: 'cyclobenzaprine_er',
    label: 'Cyclobenzaprine (extended release)',
    tier: 'D2',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Drowsiness in 29 to 38 % (10 % on placebo). The effective half-life is about 18 hours, so the next morning counts; in older adults the extended-release capsule gave 40 % higher levels and a 56 % longer half-life. Labels advise caution until the effect is known; alcohol and other depressants add to it.',
    sources: [
      { source: 'L-CYC-FEX', section: 'Adverse reactions', supports: 'drowsiness 29 % and 38 % v 10 %' },
      {
        source: 'T-WINCH',
        section: 'abstract',
        supports: 'effective half-life 18 h; elderly and mild hepatic about twofold levels',
      },
      {
        source: 'L-AMRIX-WARN',
        section: 'Warnings',
        supports: 'ER in the elderly: levels +40 %, half-life +56 %; not recommended in hepatic impairment',
      },
      { source: 'L-AMRIX17', section: '17', supports: 'caution about automobiles until reasonably certain' },
      {
        source: 'L-CYC-INN',
        section: 'Information for the patient',
        supports:
          'IR: may impair hazardous tasks such as driving, more with alcohol or CNS depressants; elderly start 5 mg',
      },
    ],
  },
  {
    drug: 'cyclobenzaprine_sl',
    label: 'Cyclobenzaprine (sublingual)',
    tier: 'D2',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Drowsiness in 29 to 38 % (10 % on placebo). The effective half-life is about 18 hours, with about twice the level in older adults and mild liver impairment, so the next morning counts. Labels advise caution until the effect is known; alcohol and other depressants add to it.',
    sources: [
      { source: 'L-CYC-FEX', section: 'Adverse reactions', supports: 'drowsiness 29 % and 38 % v 10 %' },
      {
        source: 'T-WINCH',
        section: 'abstract',
        supports: 'effective half-life 18 h; elderly and mild hepatic about twofold levels',
      },
      { source: 'L-AMRIX17', section: '17', supports: 'caution about automobiles until reasonably certain' },
      {
        source: 'L-CYC-INN',
        section: 'Information for the patient',
        supports:
          'IR: may impair hazardous tasks such as driving, more with alcohol or CNS depressants; elderly start 5 mg',
      },
    ],
  },
  {
    drug: 'dantrolene',
    label: 'Dantrolene',
    tier: 'D2',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Drowsiness or dizziness, more with alcohol and other depressants. A UK leaflet asks drivers to speak with their doctor first.',
    sources: [
      {
        source: 'R-DAN-SLC',
        section: 'Drug interactions',
        supports: 'drowsiness; more with CNS depressants',
      },
      {
        source: 'L-DAN-UKPIL',
        section: 'Driving',
        supports:
          'drowsiness or dizziness, worse with alcohol; do not take without asking the doctor if you drive',
      },
      { source: 'X-DAN-BH', section: 'Cautions', supports: 'drowsiness may affect driving' },
    ],
  },
  {
    drug: 'diazepam',
    label: 'Diazepam',
    tier: 'D3',
    raisedBy: USUAL_RAISERS,
    clinician:
      'In Norway crash rates were 2.8 to 2.9 times higher soon after a fill; a Danish study of 2022 that compared people with themselves did not find it. England and Wales set a blood limit of 550 micrograms/L (SI 2014/2868); France puts benzodiazepines at level 3, do not drive. Labels caution about driving and machines. The half-life is up to 48 hours, that of the active metabolite up to 100.',
    sources: [
      {
        source: 'L-DZP-PT',
        section: 'Information for patients',
        supports: 'caution about machinery and driving',
      },
      { source: 'T-BRAM07', section: 'abstract', supports: 'diazepam SIR 2.8 (2.2-3.6)' },
      {
        source: 'T-ENGE07',
        section: 'abstract',
        supports: 'benzodiazepine tranquillisers SIR 2.9 (2.5-3.5)',
      },
      {
        source: 'T-OSLER',
        section: 'abstract',
        supports:
          'in case-time-crossover analysis no benzodiazepine but chlordiazepoxide went with more traffic accidents',
      },
      {
        source: 'W-UK-2868',
        section: 'reg 2 table',
        supports: 'diazepam 550 micrograms/L; England and Wales',
      },
      {
        source: 'X-ORDRE-FR',
        section: 'notice',
        supports: 'arrete of 13 March 2017: benzodiazepines raised to level 3, do not drive',
      },
      {
        source: 'L-DZP-INJ',
        section: 'Warnings',
        supports: 'CNS depression with alcohol and other depressants',
      },
      {
        source: 'L-DZP-PK',
        section: 'Elimination',
        supports: 'terminal half-life up to 48 hours; N-desmethyldiazepam up to 100 hours',
      },
    ],
  },
  {
    drug: 'metaxalone',
    label: 'Metaxalone',
    tier: 'D1',
    raisedBy: ANY_DEPRESSANT_OR_AGE,
    clinician:
      'The label warns that it may impair driving, more with alcohol or other depressants, and that older patients are more susceptible: one step stricter at 65 and older or with any other depressant.',
    sources: [
      {
        source: 'L-MTX-PFZ',
        section: '5.2, 17',
        supports: 'may impair driving, more with alcohol or CNS depressants; elderly more susceptible',
      },
    ],
  },
  {
    drug: 'methocarbamol',
    label: 'Methocarbamol',
    tier: 'D1',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Drowsiness and dizziness. Labels advise caution until it is reasonably certain that driving is not affected.',
    sources: [
      {
        source: 'L-MET-TXT',
        section: 'Warnings',
        supports: 'caution until reasonably certain it does not affect driving',
      },
      {
        source: 'L-MET-ADB',
        section: 'Precautions',
        supports: 'drowsiness or dizziness may impair motor-vehicle use',
      },
    ],
  },
  {
    drug: 'orphenadrine',
    label: 'Orphenadrine',
    tier: 'D2',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Light-headedness, dizziness and syncope. The label cautions ambulatory patients about driving and machines.',
    sources: [
      {
        source: 'L-ORP-SAN',
        section: 'Warnings',
        supports:
          'light-headedness, dizziness, syncope; may impair driving or machinery; caution ambulatory patients',
      },
    ],
  },
  {
    drug: 'orphenadrine_asa_caffeine',
    label: 'Orphenadrine with aspirin and caffeine',
    tier: 'D2',
    raisedBy: USUAL_RAISERS,
    clinician: 'The label cautions ambulatory patients about driving and machines.',
    sources: [
      { source: 'L-OAC-NF', section: 'Important information', supports: 'may impair driving' },
      {
        source: 'L-OAC-DMS',
        section: 'Warnings',
        supports: 'combination may impair machinery and driving; caution ambulatory patients',
      },
    ],
  },
  {
    drug: 'tizanidine',
    label: 'Tizanidine',
    tier: 'D2',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Sedation in about half of users or more; hypotension and syncope. The effect peaks 1 to 2 hours after a dose and ends by 3 to 6 hours, longer with a CYP1A2 inhibitor.',
    sources: [
      { source: 'L-ZAN-2', section: '2.1', supports: 'effect peaks 1-2 h and ends by 3-6 h' },
      {
        source: 'L-ZAN-2013',
        section: 'Highlights 5.3',
        supports: 'may interfere with everyday activities; additive sedation',
      },
      { source: 'R-TIZ-SRLC', section: '5.1', supports: 'hypotension, syncope' },
      {
        source: 'L-TIZ-HAND',
        section: 'sedation paragraph',
        supports: 'older label sentence: warn about activities needing alertness, such as driving',
      },
      { source: 'X-PDR-ZAN', section: 'frequencies', supports: 'drowsiness 48-92 %' },
    ],
  },
  {
    drug: 'thiocolchicoside',
    label: 'Thiocolchicoside',
    tier: 'D1',
    raisedBy: USUAL_RAISERS,
    clinician: 'Sleepiness is listed as very rare.',
    sources: [
      {
        source: 'L-MUSC-AE',
        section: 'Undesirable effects',
        supports: 'somnolence very rare, refers to 4.7',
      },
    ],
  },
  {
    drug: 'tolperisone',
    label: 'Tolperisone',
    tier: 'D0',
    raisedBy: USUAL_RAISERS,
    clinician: 'No or negligible influence; not when sleepy or dizzy.',
    sources: [
      {
        source: 'X-TOL-DRIVE',
        section: 'driving paragraph',
        supports: 'no or negligible influence; refrain if sleepy or dizzy',
      },
    ],
  },
  {
    drug: 'eperisone',
    label: 'Eperisone',
    tier: 'D1',
    raisedBy: USUAL_RAISERS,
    clinician:
      'Weakness, light-headedness or sleepiness can occur; the insert cautions about driving and machines.',
    sources: [
      {
        source: 'L-MYONAL',
        section: 'Important precautions',
        supports: 'weakness, light-headedness, sleepiness; caution about driving and machinery',
      },
      { source: 'X-EPE-RXR', section: 'driving paragraph', supports: 'same' },
    ],
  },
];
