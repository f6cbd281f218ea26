import type { WrittenRedFlagRule } from '../rule';
import { RED_FLAG_DAYS, anyTime, within } from '../windows';
import { ACR_CANCER, CMS_CANCER, PATIENT_HISTORY, PATIENT_NEUROLOGIC } from './citations';
import { CANCER_BEFORE, CANCER_NOW } from './limbs';

const BLOOD_AND_MRI =
  'Consider ESR or CRP, blood count and calcium, and MRI of the lumbar spine without or without and with contrast.';

/** Cancer, and the signs that may be its first. */
export const CANCER_RULES: readonly WrittenRedFlagRule[] = [
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
    short: 'New or changed back pain is metastatic disease or cord compression until looked at.',
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
    title: 'Current cancer',
    limbs: CANCER_NOW,
    short: 'New back pain needs a lower threshold for imaging.',
    clinician:
      'A current cancer, or a medicine that treats one, is on file. New back pain needs a lower threshold for imaging.',
    consider: BLOOD_AND_MRI,
    patient: PATIENT_HISTORY,
    basis: 'guideline',
    sources: [ACR_CANCER, CMS_CANCER],
  },
  {
    id: 'CANCER_HISTORY',
    version: '2026.11',
    title: 'Cancer history',
    limbs: CANCER_BEFORE,
    short: 'A history of cancer has no time limit.',
    clinician:
      'A history of cancer is on file. It has no time limit: spine metastases of breast cancer appeared up to 147 months after the primary, 47 on average. Among cancer flags only this history was informative.',
    consider: BLOOD_AND_MRI,
    patient: PATIENT_HISTORY,
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
      CMS_CANCER,
    ],
  },
  {
    id: 'WEIGHT_LOSS',
    version: '2026.11',
    title: 'Weight loss',
    // Weak alone; at 50 or older, or beside a cancer, it lowers the threshold.
    limbs: [
      ...[
        { tier: 'consider' as const },
        {
          tier: 'urgent' as const,
          beside: [{ age: { min: 50 }, tier: 'urgent' as const }, ...CANCER_NOW, ...CANCER_BEFORE],
        },
      ].flatMap(({ tier, ...beside }) => [
        {
          condition: 'weight_loss' as const,
          bands: within(RED_FLAG_DAYS.lastYear, tier, 'working-definition'),
          history: true as const,
          ...beside,
        },
        { weightLoss: { percent: 5, withinDays: RED_FLAG_DAYS.lastYear }, tier, ...beside },
      ]),
      { answer: 'wt', tier: 'urgent', label: 'weight loss without trying' },
    ],
    short: 'Weak alone; at 50 or older or with a cancer it lowers the threshold.',
    clinician:
      'Weight loss is on file, or the weights of the last 12 months fell by 5% or more. Alone it is a weak sign; at 50 or older or beside a cancer it lowers the threshold. A diet, a weight-loss medicine or surgery may explain it. The window for a coded loss is a working definition.',
    consider:
      'Ask whether it was meant. Consider ESR or CRP and blood count, and imaging if the pain does not improve with a trial of therapy.',
    patient: 'Losing weight without trying? Tell us.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-WL',
        section: 'Summary',
        supports: 'Often defined as a loss of at least 5% of usual weight within 6 to 12 months.',
      },
      {
        source: 'RF-ACP',
        section: 'Table 2, imaging after a trial of therapy',
        supports: 'Unexplained weight loss is a weaker risk factor for cancer: imaging may wait for a trial.',
      },
    ],
  },
  {
    id: 'NIGHT_PAIN',
    version: '2026.11',
    title: 'Constant or night pain',
    limbs: [{ answer: 'night', tier: 'urgent', label: 'constant pain, worse lying down or at night' }],
    short: 'Pain that does not let go at rest may be cancer or infection.',
    clinician:
      'The patient says that the pain is constant and worse lying down or at night. It may be cancer or infection; many people with plain back pain say it too.',
    consider: 'Consider ESR or CRP and blood count, and imaging by what else is found.',
    patient: 'Pain that is worse at night or when you lie down? Tell us.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-AHCPR',
        section: 'Red flags for cancer or infection',
        supports: 'Pain that is worse when lying down or severe at night is a flag for cancer or infection.',
      },
      {
        source: 'RF-NHS',
        section: 'Ask for an urgent appointment',
        supports: 'Pain that does not improve with rest and is worse at night calls for an urgent visit.',
      },
    ],
  },
];
