import type { Band, Citation, RedFlagLimb, RedFlagRule } from './rule';
import type { RedFlagTier } from './vocabulary';

/**
 * Red-flag history for back pain: what in the chart, or an answer of the visit, lowers the threshold for a work-up.
 *
 * - Windows marked CMS166v7 are those of the federal measure; the others are working definitions of this project and are shown as such.
 * - Finding nothing excludes nothing: the tests behind these flags rule out poorly, and the decisive symptoms are not in a chart.
 * - Texts for the patient are neutral: a reason such as HIV, cancer treatment or substance use is never named.
 */

/** New events of the last two weeks are an emergency, those of the last year lower the threshold; older ones are a baseline. */
const NEUROLOGIC: readonly Band[] = [
  { withinDays: 14, tier: 'emergency', origin: 'working-definition' },
  { withinDays: 365, tier: 'urgent', origin: 'CMS166v7' },
];
const NEUROLOGIC_LIMB = { bands: NEUROLOGIC, history: true, unconfirmedWithinDays: 14 } as const;

const anyTime = (tier: RedFlagTier, origin: Band['origin']): readonly Band[] => [{ tier, origin }];
const TRAUMA_WINDOW: readonly Band[] = [{ withinDays: 90, tier: 'urgent', origin: 'CMS166v7' }];

/** At least 90 cumulative days of systemic steroid in 12 months, or a status code for it. */
const STEROIDS: readonly RedFlagLimb[] = [
  { steroidDays: { min: 90, withinDays: 365 }, tier: 'urgent' },
  { condition: 'steroid_longterm_status', bands: anyTime('urgent', 'working-definition') },
  { answer: 'steroid', tier: 'urgent' },
];

const OSTEOPOROSIS: readonly RedFlagLimb[] = [
  { condition: 'osteoporosis', bands: anyTime('consider', 'working-definition'), history: true },
  { medicine: 'bone_osteoporosis', tier: 'consider', label: 'osteoporosis treatment' },
];

/** A fall from standing counts as trauma in older people and in weak bone (AHCPR). */
const WEAK_BONE: readonly RedFlagLimb[] = [
  { age: { min: 65 }, tier: 'urgent' },
  ...OSTEOPOROSIS,
  ...STEROIDS,
];

const RECENT_TRAUMA: readonly RedFlagLimb[] = [
  { condition: 'trauma', bands: TRAUMA_WINDOW, history: true },
  { condition: 'low_energy_fall', bands: TRAUMA_WINDOW, history: true, beside: WEAK_BONE },
  { answer: 'trauma', tier: 'urgent-sameday' },
];

const CAUDA_EQUINA: readonly RedFlagLimb[] = [
  { condition: 'cauda_equina', ...NEUROLOGIC_LIMB },
  { condition: 'saddle_numbness', ...NEUROLOGIC_LIMB },
  { condition: 'retention_or_incontinence', ...NEUROLOGIC_LIMB },
  { answer: 'ces-urine', tier: 'emergency' },
  { answer: 'ces-saddle', tier: 'emergency' },
  { answer: 'ces-bowel', tier: 'emergency' },
  { answer: 'ces-sex', tier: 'emergency' },
  { answer: 'ces-bilat', tier: 'emergency' },
];

const MOTOR_DEFICIT: readonly RedFlagLimb[] = [
  { condition: 'motor_deficit', ...NEUROLOGIC_LIMB },
  { answer: 'neuro-weak', tier: 'emergency' },
];

/** A leg or bladder sign of the last two weeks, or an answer: what turns an anticoagulant into an emergency. */
const NEW_NEUROLOGIC_SIGN: readonly RedFlagLimb[] = [...CAUDA_EQUINA, ...MOTOR_DEFICIT].map((limb) =>
  'condition' in limb ? { ...limb, bands: NEUROLOGIC.slice(0, 1) } : limb,
);

const CMS_NEUROLOGIC: Citation = {
  source: 'RF-CMS166',
  section: 'Denominator exclusions: neurologic impairment',
  supports: 'Neurologic impairment in the last 12 months justifies early imaging.',
};
const ACR_NEUROLOGIC: Citation = {
  source: 'RF-ACR',
  section: 'Variant 4',
  supports: 'MRI of the lumbar spine is usually appropriate for suspected cauda equina syndrome.',
};
const ACR_FRACTURE: Citation = {
  source: 'RF-ACR',
  section: 'Variant 6',
  supports: 'Radiograph, CT and MRI without contrast are usually appropriate for suspected fracture.',
};
const ACR_CANCER: Citation = {
  source: 'RF-ACR',
  section: 'Variant 7',
  supports:
    'MRI of the lumbar spine, without or without and with contrast, for suspected cancer or infection.',
};
const CONSIDER_FRACTURE =
  'Consider spine percussion, and a radiograph, CT or MRI without contrast if a fracture is possible.';
const PATIENT_BONE =
  'Your bones may break more easily. Tell us about any fall, even a small one, or sudden sharp pain.';
const PATIENT_NEUROLOGIC =
  'If you cannot pee, leak pee or poop, feel numb between your legs, or your legs get weak, call 911 now.';

export const RED_FLAG_RULES: readonly RedFlagRule[] = [
  {
    id: 'CES',
    version: '2026.11',
    title: 'Possible cauda equina pattern',
    limbs: CAUDA_EQUINA,
    clinician:
      'Entries that fit cauda equina syndrome: retention, incontinence, saddle numbness, or the diagnosis itself. Their presence justifies prompt work-up; their absence excludes nothing. A medicine as the cause is a judgment to make, not to assume.',
    consider:
      'Ask whether it is new. Consider perineal sensation and anal tone, post-void residual, emergency MRI of the lumbar spine and a spine referral at this visit.',
    patient: PATIENT_NEUROLOGIC,
    basis: 'guideline',
    sources: [
      {
        source: 'RF-CES-ACC',
        section: 'Pooled accuracy',
        supports: 'Single signs have a pooled sensitivity of 0.19 to 0.43 and a specificity of 0.62 to 0.88.',
      },
      {
        source: 'RF-CES-PVR',
        section: 'Abstract',
        supports: 'A residual above 200 mL has a sensitivity of 83% and a specificity of 94%.',
      },
      ACR_NEUROLOGIC,
      CMS_NEUROLOGIC,
    ],
  },
  {
    id: 'NEURO',
    version: '2026.11',
    title: 'Motor deficit or cord disease',
    limbs: MOTOR_DEFICIT,
    clinician:
      'A motor deficit or cord disease is on file. A severe or progressive deficit calls for immediate imaging; a known stable one is a baseline to compare with.',
    consider:
      'Consider strength, reflexes and gait today, and MRI without delay if the deficit is new or progressing.',
    patient: 'Weak legs or a foot that drags? Call 911 or go to the emergency room now.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-ACP',
        section: 'Table 2, immediate imaging',
        supports: 'Immediate MRI for progressive motor weakness or deficits at several levels.',
      },
      {
        source: 'RF-VADOD',
        section: 'Recommendations: imaging and laboratory tests',
        supports:
          'Strong recommendation for imaging and tests in serious or progressive neurologic deficits.',
      },
      CMS_NEUROLOGIC,
    ],
  },
  {
    id: 'SPINE_METS',
    version: '2026.11',
    title: 'Cancer in bone or spine',
    limbs: [
      {
        condition: 'spine_metastasis',
        bands: anyTime('urgent-sameday', 'working-definition'),
        history: true,
      },
      {
        medicine: 'bone_oncologic',
        tier: 'urgent-sameday',
        label: 'bone medicine in a cancer strength (bone metastasis, myeloma or high calcium): confirm',
      },
    ],
    clinician:
      'Secondary cancer of bone, cancer of the spine or myeloma is on file, or a bone medicine in the strength used for it. New or changed back pain is metastatic disease or cord compression until looked at.',
    consider:
      'Consider a neurologic exam today, MRI of the whole spine, and a same-day call to oncology or the spine service.',
    patient: PATIENT_NEUROLOGIC,
    basis: 'guideline',
    sources: [
      {
        source: 'RF-NG234',
        section: 'Recommendations',
        supports: 'Sets urgent pathways for suspected spinal metastases and cord compression.',
      },
      {
        source: 'RF-TA265',
        section: '3.1',
        supports: 'Denosumab 120 mg every 4 weeks is the dose for bone metastases.',
      },
      ACR_CANCER,
    ],
  },
  {
    id: 'CANCER_ACTIVE',
    version: '2026.11',
    title: 'Cancer, current',
    limbs: [
      { condition: 'cancer_active', bands: anyTime('urgent', 'CMS166v7') },
      { medicine: 'antineoplastic', tier: 'urgent', label: 'cancer medicine' },
      {
        medicine: 'antineoplastic_endocrine',
        tier: 'urgent',
        label: 'endocrine therapy (cancer or risk reduction): confirm',
      },
    ],
    clinician:
      'A current cancer, or a medicine that treats one, is on file. New back pain needs a lower threshold for imaging.',
    consider:
      'Consider ESR or CRP, blood count and calcium, and MRI of the lumbar spine without or without and with contrast.',
    patient: 'Because of your health history, tell us if this pain is new, lasts, or wakes you at night.',
    basis: 'guideline',
    sources: [
      ACR_CANCER,
      {
        source: 'RF-CMS166',
        section: 'Denominator exclusions: cancer',
        supports: 'Cancer at any time before justifies early imaging.',
      },
    ],
  },
  {
    id: 'CANCER_HISTORY',
    version: '2026.11',
    title: 'Cancer history',
    limbs: [
      { condition: 'cancer_history', bands: anyTime('urgent', 'CMS166v7'), history: true },
      { condition: 'cancer_active', bands: anyTime('urgent', 'CMS166v7'), history: 'only' },
      { answer: 'ca', tier: 'urgent' },
    ],
    clinician:
      'A history of cancer is on file. It has no time limit: spine metastases of breast cancer appeared up to 147 months after the primary, 47 on average. Among cancer flags only this history was informative.',
    consider:
      'Consider ESR or CRP, blood count and calcium, and MRI of the lumbar spine without or without and with contrast if the pain is new.',
    patient: 'Because of your health history, tell us if this pain is new, lasts, or wakes you at night.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-DOWNIE',
        section: 'Abstract',
        supports:
          'Of the cancer flags only a history of cancer changed the probability: 7% in primary care, 33% in the emergency department.',
      },
      {
        source: 'RF-DEYO',
        section: 'Abstract',
        supports:
          'Age 50 or more, prior cancer, pain over a month and failed therapy went with cancer as the cause.',
      },
      {
        source: 'RF-BRMETS',
        section: 'Results',
        supports: 'Spine metastasis of breast cancer 0 to 147 months after the primary, mean 46.8.',
      },
      {
        source: 'RF-ACP',
        section: 'Table 2, immediate imaging',
        supports: 'Immediate imaging for new low back pain with a history of cancer.',
      },
      {
        source: 'RF-CMS166',
        section: 'Denominator exclusions: cancer',
        supports: 'Cancer at any time before justifies early imaging.',
      },
    ],
  },
  {
    id: 'SPINAL_INFECTION',
    version: '2026.11',
    title: 'Spinal infection',
    limbs: [
      {
        condition: 'spinal_infection',
        bands: [
          { withinDays: 365, tier: 'urgent-sameday', origin: 'CMS166v7' },
          { tier: 'urgent-sameday', origin: 'working-definition', problemList: true },
        ],
        unconfirmedWithinDays: 14,
      },
      {
        condition: 'spinal_infection',
        bands: [{ withinDays: 365, tier: 'urgent', origin: 'CMS166v7' }],
        history: 'only',
      },
    ],
    clinician:
      'An infection of the spine is on file, current or in the last year. Spinal pain was there in 72% of cases and fever only in 55%, so a normal temperature does not exclude it.',
    consider:
      'Consider a neurologic exam, blood count, ESR, CRP, urinalysis and two blood cultures; MRI of the whole spine with and without contrast, at once with a neurologic sign and within 6 hours without.',
    patient: 'Fever or chills with back pain? Call us the same day.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-MICH',
        section: 'Key points: diagnosis',
        supports: 'Tests and the time to imaging when a spinal infection is suspected.',
      },
      {
        source: 'RF-YUSUF',
        section: 'Results',
        supports: 'Of 2,224 cases 72% had spinal pain and 55% fever.',
      },
      {
        source: 'RF-CMS166',
        section: 'Denominator exclusions: intraspinal abscess',
        supports: 'Spinal infection in the last 12 months justifies early imaging.',
      },
    ],
  },
  {
    id: 'IMMUNOSUPPRESSION',
    version: '2026.11',
    title: 'Weak immune system',
    limbs: [
      { condition: 'immunosuppression', bands: anyTime('urgent', 'CMS166v7'), history: true },
      { medicine: 'immunosuppressant', tier: 'urgent', label: 'immunosuppressant' },
      { medicine: 'antineoplastic', tier: 'urgent', label: 'cancer medicine' },
    ],
    clinician:
      'A condition or medicine that weakens the immune system is on file. Spinal infection needs a lower threshold, and fever may be missing.',
    consider: 'Consider temperature, ESR, CRP and blood count, and MRI if infection is possible.',
    patient:
      'A health problem or medicine you have can make infections easier to get. Fever or chills? Call us the same day.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-CMS166',
        section: 'Denominator exclusions: HIV, major organ transplant',
        supports: 'HIV or an organ transplant at any time before justifies early imaging.',
      },
      {
        source: 'RF-MICH',
        section: 'Key points: clinical presentation',
        supports: 'Back pain with a risk factor raises the suspicion of spinal infection.',
      },
    ],
  },
  {
    id: 'VERTEBRAL_FRACTURE',
    version: '2026.11',
    title: 'Fracture of the spine',
    limbs: [
      {
        condition: 'vertebral_fracture',
        bands: [
          { withinDays: 365, tier: 'urgent-sameday', origin: 'working-definition' },
          { tier: 'urgent-sameday', origin: 'working-definition', problemList: true },
        ],
        notIn: 'trauma',
      },
      // Traumatic fractures have the window of trauma; the coded follow-up of one, a year.
      {
        condition: 'vertebral_fracture',
        bands: [{ withinDays: 90, tier: 'urgent-sameday', origin: 'CMS166v7' }],
        history: true,
      },
      {
        condition: 'vertebral_fracture_healing',
        bands: [{ withinDays: 365, tier: 'urgent-sameday', origin: 'working-definition' }],
        history: true,
      },
    ],
    clinician: 'A fracture of a vertebra or the sacrum is on file: new, healing, or from weak bone.',
    consider: CONSIDER_FRACTURE,
    patient: PATIENT_BONE,
    basis: 'guideline',
    sources: [
      ACR_FRACTURE,
      {
        source: 'RF-DOWNIE',
        section: 'Abstract',
        supports:
          'Older age, steroids, severe trauma and a bruise raise the probability of fracture; several together, most.',
      },
    ],
  },
  {
    id: 'OSTEOPOROSIS_FRAGILITY',
    version: '2026.11',
    title: 'Osteoporosis or fragility fracture',
    limbs: OSTEOPOROSIS,
    clinician:
      'Osteoporosis, a fragility fracture or a medicine for it is on file: a small force can break a vertebra.',
    consider: CONSIDER_FRACTURE,
    patient: PATIENT_BONE,
    basis: 'guideline',
    sources: [
      {
        source: 'RF-ENTH',
        section: 'Abstract',
        supports: 'Osteoporosis, trauma and age 75 or more went with vertebral fracture in older adults.',
      },
      {
        source: 'RF-ACP',
        section: 'Table 2, imaging after a trial of therapy',
        supports: 'A history of osteoporosis is a risk factor for vertebral compression fracture.',
      },
      ACR_FRACTURE,
    ],
  },
  {
    id: 'LONGTERM_STEROID',
    version: '2026.11',
    title: 'Long-term steroid',
    limbs: STEROIDS,
    clinician:
      'Systemic steroids for 90 days or more in the last 12 months: a risk for vertebral fracture and for infection. Bursts, inhaled and skin steroids do not count.',
    consider: CONSIDER_FRACTURE,
    patient: PATIENT_BONE,
    basis: 'guideline',
    sources: [
      {
        source: 'RF-CMS166',
        section: 'Denominator exclusions: prolonged use of corticosteroids',
        supports: '90 cumulative days in the last 12 months justify early imaging.',
      },
      {
        source: 'RF-GIOP',
        section: 'Abstract',
        supports: 'Fracture risk is assessed from 2.5 mg a day for more than 3 months on.',
      },
      {
        source: 'RF-DOWNIE',
        section: 'Abstract',
        supports: 'Long-term steroids: probability of fracture 33% (10 to 67).',
      },
    ],
  },
  {
    id: 'RECENT_TRAUMA',
    version: '2026.11',
    title: 'Recent injury',
    limbs: RECENT_TRAUMA,
    clinician:
      'An injury of the last 90 days is on file. A fall from standing counts at 65 or older, with osteoporosis or with long-term steroids. A back strain or sprain is not counted.',
    consider: CONSIDER_FRACTURE,
    patient: 'You were hurt not long ago. Tell us about sudden sharp pain or pain that gets worse.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-CMS166',
        section: 'Denominator exclusions: trauma',
        supports: 'Trauma in the last 90 days justifies early imaging.',
      },
      {
        source: 'RF-AHCPR',
        section: 'Red flags for fracture',
        supports: 'Minor trauma or lifting counts in older people and in osteoporosis.',
      },
      {
        source: 'RF-ENTH',
        section: 'Abstract',
        supports: 'Trauma over 55: likelihood ratio 6.2 (2.8 to 13.5), predictive value 25%.',
      },
      ACR_FRACTURE,
    ],
  },
  {
    id: 'AAA',
    version: '2026.11',
    title: 'Aortic aneurysm',
    limbs: [
      {
        condition: 'aortic_aneurysm',
        bands: anyTime('emergency', 'working-definition'),
        unconfirmedWithinDays: 14,
        lowered: { by: 'aortic_aneurysm_repaired', tier: 'urgent' },
      },
      { condition: 'aortic_aneurysm', bands: anyTime('urgent', 'working-definition'), history: 'only' },
      {
        condition: 'aortic_aneurysm_repaired',
        bands: anyTime('urgent', 'working-definition'),
        history: true,
      },
    ],
    clinician:
      'An aneurysm of the aorta is on file. It is an emergency when the pain is new or sudden, which no chart can tell. Kidney stone pain is its commonest mistaken name.',
    consider:
      'Ask whether the pain is new or sudden. Consider vital signs, an abdominal exam, and bedside ultrasound or CT angiography now.',
    patient: 'Sudden, very bad pain in your belly or back? Call 911 now.',
    basis: 'working-definition',
    sources: [
      {
        source: 'RF-AAA',
        section: 'Presentation',
        supports:
          'To be considered in any older patient with back or flank pain; most often mistaken for renal colic.',
      },
    ],
  },
  {
    id: 'FRACTURE_COMBINATION',
    version: '2026.11',
    title: 'Several fracture risks together',
    limbs: [
      {
        atLeast: 3,
        of: [
          [{ sex: 'female', tier: 'urgent-sameday' }],
          [{ age: { min: 71 }, tier: 'urgent-sameday' }],
          RECENT_TRAUMA,
          STEROIDS,
        ],
        tier: 'urgent-sameday',
      },
    ],
    clinician:
      'Three or more of: female, over 70, significant trauma, prolonged steroids. The four features come from a published rule; three of them as the limit is a working definition.',
    consider: CONSIDER_FRACTURE,
    patient: PATIENT_BONE,
    basis: 'working-definition',
    sources: [
      {
        source: 'RF-HENS',
        section: 'Diagnostic rule',
        supports: 'Four features told fracture apart with an area under the curve of 0.834.',
      },
      {
        source: 'RF-DOWNIE',
        section: 'Abstract',
        supports: 'Several flags together: probability of fracture 90% (34 to 99).',
      },
      ACR_FRACTURE,
    ],
  },
  {
    id: 'ANTICOAGULATION',
    version: '2026.11',
    title: 'Anticoagulant',
    limbs: [
      {
        medicine: 'anticoagulant',
        tier: 'emergency',
        label: 'anticoagulant beside a new neurologic sign',
        beside: NEW_NEUROLOGIC_SIGN,
      },
      { medicine: 'anticoagulant', tier: 'consider', label: 'anticoagulant' },
    ],
    clinician:
      'An anticoagulant is on the list. Sudden back pain can be a bleed around the spinal cord; with any new neurologic sign it is an emergency.',
    consider: 'Ask about sudden onset and neurologic signs. Consider MRI at once if there is one.',
    patient:
      'You take a medicine that makes bleeding easier. Sudden, very bad back pain or weak legs? Call 911 now.',
    basis: 'working-definition',
    sources: [
      {
        source: 'RF-SSEH',
        section: 'Results',
        supports: '8 of 14 patients with a spontaneous spinal epidural hematoma took an anticoagulant.',
      },
    ],
  },
];
