/**
 * Public words of the rules. Tokens are stable: rule triggers, fhir/ValueSet files and tests use the same ones.
 * A token's file in fhir/ValueSet carries its codes; its meaning is the `description` there.
 */

export const DRUG_IDS = [
  'baclofen',
  'carisoprodol',
  'chlorzoxazone',
  'cyclobenzaprine_ir',
  'cyclobenzaprine_er',
  'cyclobenzaprine_sl',
  'dantrolene',
  'diazepam',
  'metaxalone',
  'methocarbamol',
  'orphenadrine',
  'orphenadrine_asa_caffeine',
  'tizanidine',
  'thiocolchicoside',
  'tolperisone',
  'eperisone',
] as const;
export type DrugId = (typeof DRUG_IDS)[number];

/** Relaxants sold in the United States; the other ids are recognised and reviewed when a chart holds them. */
export const US_DRUG_IDS: readonly DrugId[] = DRUG_IDS.slice(0, 13);

export const MEDICINE_CLASSES = [
  'opioid',
  'moud',
  'methadone',
  'fentanyl',
  'tramadol',
  'meperidine',
  'benzodiazepine',
  'z_drug',
  'barbiturate',
  'gabapentinoid',
  'antiepileptic',
  'antipsychotic',
  'sedating_antihistamine',
  'ssri',
  'snri',
  'tca',
  'antidepressant_other',
  'bupropion',
  'mirtazapine',
  'trazodone',
  'maoi',
  'triptan',
  'verapamil',
  'cyp1a2_strong',
  'nsaid',
  'paracetamol',
  'anticoagulant',
  'corticosteroid_systemic',
  'immunosuppressant',
  'antineoplastic',
  'antineoplastic_endocrine',
  'bone_osteoporosis',
  'bone_oncologic',
  '5ht3',
  'alpha2_agonist',
  'anticholinergic',
  'antihypertensive',
  'antiplatelet',
  'cyp1a2_other',
  'estrogen_contraceptive',
  'estrogen_hrt',
  'hepatotoxic',
  'pyridostigmine',
  'quinolone_other',
  'cyp2c19_inducer',
  'cyp2c19_inhibitor',
  'cyp3a4_inhibitor',
  'levodopa',
  'nephrotoxic',
  'rifampin',
  // Read by the red flags only: a sign of a recent infection.
  'antibiotic',
] as const;
export type MedicineClass = (typeof MEDICINE_CLASSES)[number];

/** Classes that count as CNS-active in X-CNS3-65 (AGS Beers 2023, table 5). Relaxants count themselves. */
export const CNS_CLASSES: readonly MedicineClass[] = [
  'antidepressant_other',
  'antiepileptic',
  'antipsychotic',
  'barbiturate',
  'benzodiazepine',
  'bupropion',
  'gabapentinoid',
  'mirtazapine',
  'moud',
  'opioid',
  'snri',
  'ssri',
  'tca',
  'tramadol',
  'trazodone',
  'z_drug',
];

export const CONDITION_TOKENS = [
  'spasticity',
  'myasthenia',
  'falls',
  'sleep_apnea',
  'copd',
  'copd_severe',
  'resp_insufficiency',
  'arrhythmia',
  'atrial_fibrillation',
  'heart_block',
  'heart_failure',
  'recent_mi',
  'hyperthyroidism',
  'glaucoma',
  'glaucoma_acute',
  'urinary_retention',
  'bph',
  'gi_obstruction',
  'achalasia',
  'hemolytic_anemia',
  'porphyria',
  'liver_mild',
  'liver_disease',
  'liver_severe',
  'ckd',
  'dialysis',
  'pregnancy',
  'alcohol_use_disorder',
  'substance_use_disorder',
  'seizure_disorder',
  'aspirin_allergy',
  'acute_back_spasm',
  'bleeding_disorder',
  'bradycardia',
  'dementia',
  'hypotension',
  'lactation',
  'peptic_ulcer',
  'syncope',
  'autonomic_dysreflexia',
  'brain_injury',
  'coronary_disease',
  'cyp2c19_pm',
  'depression_severe',
  'parkinson',
  'psychosis',
  'smoking',
  'stroke',
  'suicidality',
  'tachycardia',
  // Read by review only: beside it, methadone is treatment of the disorder (class moud).
  'opioid_use_disorder',
] as const;
export type ConditionToken = (typeof CONDITION_TOKENS)[number];

/** Token → tokens it implies. */
export const IMPLIED: Readonly<Partial<Record<ConditionToken, readonly ConditionToken[]>>> = {
  copd_severe: ['copd'],
  glaucoma_acute: ['glaucoma'],
  atrial_fibrillation: ['arrhythmia'],
};

/** Condition groups that only the red-flag rules use. */
export const RED_FLAG_GROUPS = [
  'cauda_equina',
  'saddle_numbness',
  'retention_or_incontinence',
  'bladder_chronic',
  'motor_deficit',
  'spine_metastasis',
  'cancer_active',
  'cancer_history',
  'cancer_low_risk',
  'spinal_infection',
  'immunosuppression',
  'vertebral_fracture',
  'vertebral_fracture_healing',
  'osteoporosis',
  'steroid_longterm_status',
  'trauma',
  'low_energy_fall',
  'aortic_aneurysm',
  'aortic_aneurysm_repaired',
  'aortic_dissection',
  'infection_serious',
  'infection_bladder',
  'injection_drug_use',
  'drug_use_ask',
  'tuberculosis',
  'tuberculosis_past',
  'spine_procedure',
  'dialysis_or_line',
  'fever',
  'weight_loss',
  'axial_spa',
  'spa_feature',
  'bleeding_tendency',
  'anticoagulant_status',
  'chest_event',
  'kidney_cause',
  'gallstone',
  'gallbladder_absent',
  'pancreatitis',
  'ulcer_history',
  'diabetes',
] as const;
export type RedFlagGroup = (typeof RED_FLAG_GROUPS)[number];

/** Facts that no code can tell; the clinician answers them. Unanswered is "not asked", never "no". */
export const CLINICIAN_TOKENS = [
  'spasticity_needed',
  'planning_pregnancy',
  'no_contraception',
  'commercial_driver',
  'stopping_or_gap',
  'metaxalone_640_switch',
  'baclofen_concentrate',
  'alcohol_heavy',
] as const;
export type ClinicianToken = (typeof CLINICIAN_TOKENS)[number];

export const LAB_NAMES = ['egfr', 'crcl', 'alt_xuln'] as const;
export type LabName = (typeof LAB_NAMES)[number];

export type Severity = 'contraindicated' | 'serious' | 'caution' | 'counsel';
export type RedFlagTier = 'emergency' | 'urgent-sameday' | 'urgent' | 'consider';
export type DrivingTier = 'D0' | 'D1' | 'D2' | 'D3';
