import type { WrittenCautionRule } from '../rule';

export const ANY_RELAXANT_SEDATION_RULES: readonly WrittenCautionRule[] = [
  {
    id: 'X-OPIOID',
    version: '2026.11',
    title: 'Relaxant plus opioid',
    drugs: 'all',
    trigger: { medicine: ['opioid'] },
    severity: 'serious',
    region: 'us',
    group: 'breathing',
    start: 'open',
    clinician:
      'Opioids with another CNS depressant can cause profound sedation, slow breathing, coma and death. The FDA boxed warning of 2016 stands on opioid and benzodiazepine labels and names other CNS depressants; apart from diazepam, no relaxant label carries it. Labels of relaxants describe additive sedation.',
    short: 'Opioid and relaxant: deep sedation, slow breathing, coma, death.',
    consider:
      'Consider avoiding the pair. If both are needed: lowest doses, shortest course, and a household member who knows the warning signs. Offering naloxone is usual practice, not a sentence of the cited sources.',
    patientLine: 'watch',
    patient:
      'You also take {other}. Both can slow your breathing. Ask us before you take both. Keep naloxone (Narcan) at home.',
    basis: 'label',
    sources: [
      {
        source: 'L-DZP-VAL',
        section: 'Boxed warning',
        supports:
          'benzodiazepine plus opioid: profound sedation, respiratory depression, coma, death; reserve for inadequate alternatives; lowest dose and duration',
      },
      {
        source: 'R-FDA-2016',
        section: 'opening paragraphs',
        supports:
          'opioids combined with benzodiazepines or other CNS depressants: limit to patients without adequate alternatives',
      },
      {
        source: 'X-UTAH-2016',
        section: 'notice',
        supports:
          'boxed warnings went on opioid and benzodiazepine labels; no label change was planned then for muscle relaxants',
      },
      {
        source: 'L-CAR-WAL',
        section: '5.1',
        supports: 'additive sedation with opioids and other CNS depressants',
      },
      {
        source: 'L-MTX-PFZ',
        section: '5.2',
        supports: 'additive effects with opioids; follow for respiratory depression and sedation',
      },
    ],
  },
  {
    id: 'X-BZD-HYPNOTIC',
    version: '2026.11',
    title: 'Relaxant plus benzodiazepine, Z-drug or barbiturate',
    drugs: 'all',
    trigger: { medicine: ['benzodiazepine', 'z_drug', 'barbiturate'] },
    severity: 'serious',
    region: 'us',
    group: 'breathing',
    start: 'open',
    clinician:
      'Sedation is additive: labels of carisoprodol, metaxalone, cyclobenzaprine, tizanidine, baclofen and methocarbamol warn about other CNS depressants. Expect worse driving and more falls, and with an opioid on board a breathing risk.',
    short: 'Second sedative: sedation adds up; worse driving, falls, slow breathing.',
    consider:
      'Consider keeping one sedating medicine. If both are needed: smaller doses, no overlap by day, no driving.',
    patientLine: 'watch',
    patient:
      'You also take {other}. Both make you sleepy. Ask us before you take both. You could fall or breathe too slowly.',
    basis: 'label',
    sources: [
      {
        source: 'L-CAR-WAL',
        section: '5.1',
        supports: 'benzodiazepines named; additive sedation, use caution',
      },
      {
        source: 'L-MTX-PFZ',
        section: '5.2',
        supports: 'benzodiazepines named; additive; monitor breathing and sedation',
      },
      {
        source: 'L-AMRIX5',
        section: '5.2',
        supports: 'may enhance alcohol, barbiturates and other CNS depressants',
      },
      {
        source: 'L-BAC-OZO',
        section: 'Drug interactions',
        supports: 'additive CNS depression with other CNS depressants or alcohol',
      },
      {
        source: 'L-ZAN-2013',
        section: 'Highlights W&P',
        supports: 'sedative effects of tizanidine, alcohol and CNS depressants are additive',
      },
      {
        source: 'L-MET-DOC',
        section: 'Warnings',
        supports: 'caution about combined effects with alcohol and CNS depressants',
      },
    ],
  },
  {
    id: 'X-GABAPENTINOID',
    version: '2026.11',
    title: 'Relaxant plus gabapentin or pregabalin',
    drugs: 'all',
    trigger: { medicine: ['gabapentinoid'] },
    severity: 'caution',
    region: 'us',
    group: 'breathing',
    start: 'closed',
    clinician:
      'FDA warned in 2019 of serious breathing problems when gabapentin or pregabalin meets another CNS depressant, lung disease or older age. The MHRA names the same risks and renal impairment.',
    short: 'Gabapentinoid: breathing trouble with other depressants, lung disease or age.',
    consider:
      'Consider a lower dose of one of the two and starting only one at a time; consider leaving the relaxant out with COPD, sleep apnea or at 65 and older.',
    patientLine: 'watch',
    patient:
      'You also take {other}. Both can make you sleepy and slow your breathing. Ask us before you take both. Call us if you feel foggy.',
    basis: 'guideline',
    sources: [
      {
        source: 'R-FDA-2019',
        section: 'notice',
        supports: 'breathing problems with CNS depressants, lung disease, older age',
      },
      {
        source: 'R-MHRA-GABA',
        section: 'advice',
        supports: 'CNS depressants, lung disease, renal impairment, old age: consider dose change',
      },
    ],
  },
  {
    id: 'X-SEDATING-OTC',
    version: '2026.11',
    title: 'Relaxant plus sedating antihistamine or other OTC sedative',
    drugs: 'all',
    trigger: { medicine: ['sedating_antihistamine'] },
    severity: 'caution',
    region: 'us',
    group: 'breathing',
    start: 'cautions',
    clinician:
      'First-generation antihistamines add sedation, and anticholinergic load with cyclobenzaprine or orphenadrine. A report of FDA advice on driving lists muscle relaxants, sleep aids and sedating over-the-counter medicines side by side.',
    short: 'Sedating antihistamine: more sedation, and anticholinergic load with some.',
    consider: 'Consider a non-sedating antihistamine, and asking about cold and sleep products.',
    patientLine: 'watch',
    patient: 'You also take {other}. It can make you sleepy too. Ask us before you take both.',
    basis: 'label',
    sources: [
      {
        source: 'L-CYC-DM',
        section: 'Precautions',
        supports: 'atropine-like; caution with anticholinergic medication',
      },
      {
        source: 'X-APHA-DRIVE',
        section: 'report of FDA update',
        supports: 'muscle relaxants, sleeping medicines and sedating OTC drugs listed',
      },
    ],
  },
  {
    id: 'X-ALCOHOL',
    version: '2026.11',
    title: 'Heavy drinking or alcohol use disorder with a muscle relaxant',
    drugs: 'all',
    trigger: { any: [{ condition: ['alcohol_use_disorder'] }, { answer: ['alcohol_heavy'] }] },
    severity: 'serious',
    region: 'us',
    group: 'breathing',
    start: 'open',
    clinician:
      'Alcohol adds to the sedation of relaxants. Overdose deaths are reported with metaxalone (particularly with antidepressants), with methocarbamol, and with this class plus alcohol. Carisoprodol and diazepam carry dependence warnings.',
    short: 'Alcohol adds to the sedation; overdose deaths with alcohol are reported.',
    consider:
      'Consider a plan without a sedating medicine, and not carisoprodol or diazepam. A relaxant is no cover for alcohol withdrawal.',
    patientLine: 'sensitive',
    patient:
      'Do not drink beer, wine, or liquor with {drug}. The mix can make you pass out. It can slow your breathing. If you drink a lot, do not stop all at once. Ask us for help first.',
    basis: 'label',
    sources: [
      {
        source: 'L-MTX-OD',
        section: 'Overdosage',
        supports:
          'deaths in metaxalone overdose, particularly with antidepressants; alcohol is mentioned for the drug class',
      },
      { source: 'L-MTX-PFZ', section: '5.2', supports: 'additive sedation with alcohol' },
      {
        source: 'L-CAR-SOMA',
        section: 'Warnings',
        supports: 'use with caution with alcohol; dependence and abuse',
      },
      { source: 'L-BAC-OZO', section: 'Drug interactions', supports: 'additive with alcohol' },
      { source: 'L-ZAN-2013', section: 'Highlights W&P', supports: 'additive with alcohol' },
      {
        source: 'L-MET-TXT',
        section: 'Warnings; Overdosage',
        supports: 'additive with alcohol; overdose deaths alone or with alcohol/CNS drugs',
      },
      { source: 'L-CHL-TXT', section: 'Warnings', supports: 'additive effect with alcohol' },
      {
        source: 'L-DZP-VAL',
        section: 'Boxed warning',
        supports: 'abuse and misuse commonly involve alcohol; overdose or death',
      },
      {
        source: 'L-ASA-INN',
        section: 'Drug Facts',
        supports:
          'three or more alcoholic drinks a day raise the bleeding risk of aspirin (orphenadrine-aspirin-caffeine)',
      },
    ],
  },
  {
    id: 'X-ALCOHOL-ANY',
    version: '2026.11',
    title: 'Alcohol advice for everyone',
    drugs: 'all',
    trigger: { always: true },
    severity: 'counsel',
    suppressedBy: ['X-ALCOHOL'],
    region: 'us',
    group: 'teaching',
    start: 'teaching',
    clinician: 'Most relaxant labels warn that alcohol adds to the sedation.',
    short: 'Alcohol adds to the sedation: none during treatment.',
    consider: 'Consider asking about alcohol and advising none during treatment.',
    patientLine: 'teach',
    patient: 'Do not drink beer, wine, or liquor while you take {drug}. The sleepy feeling gets worse.',
    basis: 'label',
    sources: [
      { source: 'L-MTX-PFZ', section: '5.2', supports: 'alcohol adds to sedation; monitor' },
      { source: 'L-MET-DOC', section: 'Warnings', supports: 'caution about combined effect with alcohol' },
      { source: 'L-CHL-TXT', section: 'Warnings', supports: 'alcohol may add to the effect' },
      { source: 'L-CAR-WAL', section: '5.1', supports: 'alcohol named among additive depressants' },
      { source: 'L-BAC-OZO', section: 'Interactions', supports: 'additive with alcohol' },
    ],
  },
  {
    id: 'X-MOUD',
    version: '2026.11',
    title: 'Relaxant in a patient on methadone or buprenorphine for OUD',
    drugs: 'all',
    trigger: { medicine: ['moud'] },
    severity: 'caution',
    region: 'us',
    group: 'breathing',
    start: 'closed',
    clinician:
      'The sedation risk is real. FDA (2017) says that buprenorphine or methadone for opioid use disorder should not be withheld because of other CNS depressants; the combination needs careful management.',
    short: 'Opioid use disorder treatment: keep it; weigh the relaxant.',
    consider:
      'Consider keeping the treatment as it is and leaving out or limiting the relaxant, together with its prescriber. Carisoprodol and diazepam are the least suitable.',
    patientLine: 'sensitive',
    patient:
      'Keep taking your recovery medicine. Do not add {drug} yet. Both of your doctors must agree first.',
    basis: 'guideline',
    sources: [
      {
        source: 'R-FDA-2017',
        section: 'podcast',
        supports: 'do not withhold buprenorphine or methadone because of CNS depressants; manage carefully',
      },
    ],
  },
  {
    id: 'X-OSA-COPD',
    version: '2026.11',
    title: 'Sleep apnea, COPD or chronic breathing failure',
    drugs: 'all',
    trigger: { condition: ['sleep_apnea', 'copd', 'resp_insufficiency'] },
    severity: 'caution',
    region: 'us',
    group: 'breathing',
    start: 'closed',
    clinician:
      'CNS depressants can deepen breathing problems of sleep and lung disease. The metaxalone label asks to watch breathing with other depressants, UK baclofen text asks for care in respiratory impairment, and FDA names COPD as a risk for gabapentinoids with other depressants.',
    short: 'Breathing disease: sedatives can deepen it, most of all at night.',
    consider:
      'Consider the least sedating option, no bedtime stacking with opioids or benzodiazepines, and whether a breathing machine is used.',
    patientLine: 'watch',
    patient:
      '{drug} may make your breathing problem worse. Use your breathing machine if you have one. Take no other sleepy medicines.',
    basis: 'label',
    sources: [
      {
        source: 'L-MTX-PFZ',
        section: '5.2',
        supports: 'monitor for respiratory depression with other CNS depressants',
      },
      { source: 'R-FDA-2019', section: 'notice', supports: 'COPD is a risk with gabapentinoids' },
      { source: 'L-BAC-UK', section: '4.4', supports: 'caution in respiratory impairment' },
      {
        source: 'R-MHRA-GABA',
        section: 'advice',
        supports: 'respiratory disease and CNS depressants raise risk with gabapentin',
      },
    ],
  },
  {
    id: 'X-DUP',
    version: '2026.11',
    title: 'Two muscle relaxants at once',
    drugs: 'all',
    trigger: { otherRelaxant: true },
    severity: 'serious',
    region: 'us',
    group: 'double',
    start: 'open',
    clinician:
      'Two relaxants together stack their sedation: an inference from the labels, which warn about other CNS depressants. Tonmya with any other cyclobenzaprine is the same medicine twice.',
    short: 'Two relaxants: stacked sedation; labels warn of other CNS depressants.',
    consider:
      'Consider keeping one. If baclofen, tizanidine, carisoprodol or diazepam is the one to go, its taper rule applies.',
    patientLine: 'decide',
    patient: 'Do not take {drug} and {other} together. Ask us which one to keep.',
    basis: 'working-definition',
    sources: [
      { source: 'L-TONMYA', section: '2.1', supports: 'single target regimen, maximum 5.6 mg once daily' },
      { source: 'L-AMRIX', section: '2', supports: '15 mg, some patients 30 mg, once daily' },
      {
        source: 'L-CAR-WAL',
        section: '5.1',
        supports: 'caution with more than one CNS depressant at a time',
      },
      {
        source: 'G-BEERS-T5',
        section: 'Table 5 supplement',
        supports: 'each relaxant counts as a CNS-active drug',
      },
    ],
  },
];
