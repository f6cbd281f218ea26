import type { WrittenCautionRule } from '../rule';

export const ANY_RELAXANT_OLDER_ADULTS_RULES: readonly WrittenCautionRule[] = [
  {
    id: 'X-CNS3-65',
    version: '2026.11',
    title: 'Three or more CNS-active medicines at age 65+',
    drugs: 'all',
    trigger: { all: [{ age: { min: 65 } }, { cnsActive: { min: 3 } }] },
    severity: 'serious',
    region: 'us',
    group: 'falls',
    start: 'open',
    clinician:
      'AGS Beers 2023 (table 5) advises against three or more CNS-active medicines together at 65 and older: relaxants, opioids, antiepileptics with gabapentinoids, antidepressants, antipsychotics, benzodiazepines and Z-drugs count. Every relaxant counts here, tizanidine too (working definition).',
    short: 'Three or more CNS-active medicines at 65+: falls and fractures.',
    consider:
      'Consider which of the medicines shown could go, tapering where dependence is possible, and not adding the relaxant unless another goes.',
    patientLine: 'never',
    patient: '',
    basis: 'guideline',
    sources: [
      {
        source: 'G-BEERS-T5',
        section: 'Table 5 supplement',
        supports:
          'avoid three or more CNS-active drugs at once; relaxants listed with opioids, antiepileptics, antidepressants, antipsychotics, benzodiazepines',
      },
      { source: 'G-BEERS', section: 'title page', supports: 'criteria apply at 65 and over outside hospice' },
    ],
  },
  {
    id: 'X-BEERS-SMR',
    version: '2026.11',
    title: 'Beers-listed relaxant at age 65+',
    drugs: [
      'carisoprodol',
      'chlorzoxazone',
      'cyclobenzaprine_ir',
      'cyclobenzaprine_er',
      'metaxalone',
      'methocarbamol',
      'orphenadrine',
      'orphenadrine_asa_caffeine',
      'cyclobenzaprine_sl',
    ],
    trigger: { age: { min: 65 } },
    severity: 'serious',
    region: 'us',
    group: 'falls',
    start: 'open',
    clinician:
      'AGS Beers 2023: avoid carisoprodol, chlorzoxazone, cyclobenzaprine, metaxalone, methocarbamol and orphenadrine at 65 and older: poorly tolerated, anticholinergic effects, sedation, fractures, doubtful benefit at doses that older adults tolerate. Listing the sublingual cyclobenzaprine here is an extension; Beers is older than the product.',
    short: 'Beers 2023: avoid at 65+. Sedation, falls, fractures; doubtful benefit.',
    consider:
      'Consider heat, movement, or simple pain relief that suits this chart. If a relaxant is used: lowest dose, a few days, and a look at fall risk.',
    patientLine: 'never',
    patient: '',
    basis: 'guideline',
    sources: [
      {
        source: 'X-BEERS-T2',
        section: 'Table 2, quotation',
        supports:
          'avoid the six named relaxants; poorly tolerated, anticholinergic effects, sedation, fractures; effectiveness at tolerated doses questionable; moderate/strong; excludes spasticity agents baclofen and tizanidine',
      },
      { source: 'G-BEERS', section: 'title page', supports: 'population 65 and over' },
    ],
  },
  {
    id: 'X-BAC-TIZ-65',
    version: '2026.11',
    title: 'Baclofen or tizanidine at age 65+',
    drugs: ['baclofen', 'tizanidine'],
    trigger: { age: { min: 65 } },
    severity: 'caution',
    region: 'us',
    group: 'falls',
    start: 'cautions',
    clinician:
      'Baclofen and tizanidine are not on the Beers avoid list. In a 2025 cohort of older adults injuries were more frequent than with cyclobenzaprine (adjusted hazard ratio 1.69 and 1.34), and baclofen had more injury and delirium than tizanidine in 2023. A 2024 cohort found no more falls with baclofen than with cyclobenzaprine, and similar fracture risk.',
    short: 'Not on the Beers list, yet no safe swap at 65+: injuries, delirium.',
    consider:
      'Consider a very low start, with kidney function for baclofen and standing blood pressure for tizanidine. Neither is the safe swap.',
    patientLine: 'watch',
    patient:
      '{drug} can make older adults dizzy or mixed up. Stand up slowly. Have someone check on you the first few days.',
    basis: 'study',
    sources: [
      {
        source: 'T-GEORGE',
        section: 'results',
        supports: 'composite injury aHR 1.69 baclofen, 1.34 tizanidine v cyclobenzaprine',
      },
      {
        source: 'T-BACTIZ',
        section: 'abstract',
        supports: 'baclofen v tizanidine: injury HR 1.54, delirium HR 3.33',
      },
      {
        source: 'T-HWANG',
        section: 'results',
        supports:
          'baclofen v cyclobenzaprine falls SHR 1.17 (0.93-1.47), fractures similar; v tizanidine falls 1.68',
      },
      {
        source: 'X-BEERS-T2',
        section: 'quotation',
        supports: 'statement does not apply to spasticity relaxants baclofen and tizanidine',
      },
    ],
  },
  {
    id: 'X-FALLS',
    version: '2026.11',
    title: 'Past falls or fractures',
    drugs: 'all',
    trigger: { condition: ['falls'] },
    severity: 'serious',
    region: 'us',
    group: 'falls',
    start: 'open',
    clinician:
      'Sedation from a relaxant adds to fall risk. Prior falls predicted injury in one 2025 cohort of relaxant users; a 2024 cohort found no more falls with baclofen than with cyclobenzaprine. A fall of the last 12 months or a standing problem counts (working definition).',
    short: 'Past fall or fracture: relaxants sedate and lower standing pressure.',
    consider:
      'Consider a plan without a relaxant. Otherwise: bedtime only, walking aid, hazards at home, and a new look at the first near-fall.',
    patientLine: 'watch',
    patient: 'Stand up slowly. Use a night light.',
    basis: 'study',
    sources: [
      {
        source: 'T-GEORGE',
        section: 'results',
        supports:
          'history of falls, kidney failure, Parkinson disease and antidepressants raised injury risk in users',
      },
      {
        source: 'T-HWANG',
        section: 'results',
        supports: 'baclofen v cyclobenzaprine: falls SHR 1.17 (0.93-1.47), fractures similar',
      },
      {
        source: 'X-BEERS-T2',
        section: 'quotation',
        supports: 'fracture risk with the six relaxants; falls, fractures and crashes with benzodiazepines',
      },
      { source: 'G-BEERS-T5', section: 'header', supports: 'limit CNS-active drugs' },
    ],
  },
  {
    id: 'X-DEMENTIA',
    version: '2026.11',
    title: 'Dementia or delirium',
    drugs: [
      'orphenadrine',
      'orphenadrine_asa_caffeine',
      'cyclobenzaprine_ir',
      'cyclobenzaprine_er',
      'cyclobenzaprine_sl',
      'diazepam',
      'baclofen',
    ],
    trigger: { condition: ['dementia'] },
    severity: 'serious',
    region: 'us',
    group: 'falls',
    start: 'open',
    clinician:
      'Orphenadrine labels mention mental confusion in older people, baclofen can worsen confusional states, cyclobenzaprine is atropine-like, and benzodiazepines are tied to delirium in the Beers list. Its editions of 2012 and 2019 say to avoid anticholinergics (2019: skeletal muscle relaxants among them) and benzodiazepines in dementia or delirium. Baclofen had three times the delirium of tizanidine in a cohort.',
    short: 'Dementia or delirium: confusion from anticholinergic or sedating relaxants.',
    consider: 'Consider care without a relaxant.',
    patientLine: 'sensitive',
    patient:
      '{drug} can make memory and thinking worse. Have your family watch for this. Call us if you are more mixed up.',
    basis: 'label',
    sources: [
      {
        source: 'L-ORP-DC',
        section: 'Adverse reactions',
        supports: 'elderly patients may have some mental confusion',
      },
      {
        source: 'L-BAC-OZO',
        section: 'Warnings',
        supports: 'can worsen psychotic disorders, schizophrenia or confusional states',
      },
      { source: 'L-CYC-DM', section: 'Precautions', supports: 'atropine-like action' },
      {
        source: 'G-BEERS-2012',
        section: 'Dementia and cognitive impairment; delirium',
        supports: 'avoid anticholinergics and benzodiazepines',
      },
      {
        source: 'G-BEERS-2019',
        section: 'Delirium',
        supports:
          'anticholinergics, skeletal muscle relaxants among them, and benzodiazepines can induce or worsen delirium',
      },
      { source: 'T-BACTIZ', section: 'results', supports: 'delirium HR 3.33, baclofen versus tizanidine' },
      {
        source: 'X-BEERS-T2',
        section: 'quotation',
        supports: 'benzodiazepines: cognitive impairment, delirium',
      },
    ],
  },
  {
    id: 'X-DEMENTIA-OTHER',
    version: '2026.11',
    title: 'Dementia or delirium',
    drugs: [
      'carisoprodol',
      'chlorzoxazone',
      'dantrolene',
      'metaxalone',
      'methocarbamol',
      'tizanidine',
      'thiocolchicoside',
      'tolperisone',
      'eperisone',
    ],
    trigger: { condition: ['dementia'] },
    severity: 'caution',
    region: 'us',
    group: 'falls',
    start: 'closed',
    clinician:
      'A sedating relaxant can add confusion. The Beers list of 2019 counts skeletal muscle relaxants among the anticholinergics that can bring on or worsen delirium. The evidence is weaker for this one than for orphenadrine, cyclobenzaprine, diazepam or baclofen, so the tier is a working definition.',
    short: 'Dementia or delirium: a sedating relaxant can add confusion.',
    consider: 'Consider care without a relaxant.',
    patientLine: 'sensitive',
    patient:
      '{drug} can make memory and thinking worse. Have your family watch for this. Call us if you are more mixed up.',
    basis: 'working-definition',
    sources: [
      {
        source: 'L-ORP-DC',
        section: 'Adverse reactions',
        supports: 'elderly patients may have some mental confusion',
      },
      {
        source: 'L-BAC-OZO',
        section: 'Warnings',
        supports: 'can worsen psychotic disorders, schizophrenia or confusional states',
      },
      { source: 'L-CYC-DM', section: 'Precautions', supports: 'atropine-like action' },
      {
        source: 'G-BEERS-2019',
        section: 'Delirium',
        supports:
          'anticholinergics, skeletal muscle relaxants among them, and benzodiazepines can induce or worsen delirium',
      },
      { source: 'T-BACTIZ', section: 'results', supports: 'delirium HR 3.33, baclofen versus tizanidine' },
      {
        source: 'X-BEERS-T2',
        section: 'quotation',
        supports: 'benzodiazepines: cognitive impairment, delirium',
      },
    ],
  },
];
