import type { Citation, RedFlagLimb, WrittenRedFlagRule } from '../rule';
import { RED_FLAG_DAYS, anyTime, within } from '../windows';

const VISCERAL: Citation = {
  source: 'RF-VISC',
  section: 'Visceral disease',
  supports:
    'About 2% of low back pain comes from pelvic organs, kidney, aorta, pancreas, gallbladder or ulcer.',
};
const PATIENT_ORGAN = 'Blood when you pee, pain after meals, or throwing up? Tell us.';
const MIMIC = { version: '2026.11', patient: PATIENT_ORGAN, basis: 'study', sources: [VISCERAL] } as const;

const SPA_FEATURE: RedFlagLimb = {
  condition: 'spa_feature',
  bands: anyTime('consider', 'working-definition'),
  history: true,
  beside: [{ age: { max: 44 }, tier: 'consider' }],
};

/** What else can hurt in the back: inflammation, pregnancy, organs, and pain that stays. */
export const OTHER_CAUSE_RULES: readonly WrittenRedFlagRule[] = [
  {
    id: 'AXIAL_SPA',
    version: '2026.11',
    title: 'Axial spondyloarthritis',
    limbs: [
      { condition: 'axial_spa', bands: anyTime('consider', 'working-definition'), history: true },
      SPA_FEATURE,
      { answer: 'inflam', tier: 'consider', label: 'began before 45 with morning stiffness that eases' },
    ],
    short: 'Inflammatory back pain, or a disease that goes with it under 45.',
    clinician:
      'Axial spondyloarthritis is on file, or under 45 a disease that goes with it (bowel inflammation, psoriasis, anterior uveitis, reactive arthritis), or the patient tells of an inflammatory pattern.',
    consider:
      'Ask: pain for over 3 months, began before 45, waking in the second half of the night, buttock pain, better with movement or an anti-inflammatory, relatives. Four or more: consider rheumatology; three: HLA-B27.',
    patient: 'Stiff for more than 30 minutes in the morning, and better when you move? Tell us.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-AXSPA',
        section: 'Referral criteria (NICE NG65, 1.1)',
        supports:
          'Back pain that began before 45 and lasts over 3 months: refer with 4 of 9 criteria, test HLA-B27 with 3.',
      },
      {
        source: 'RF-NG65',
        section: '1.1.2',
        supports: 'Uveitis and psoriasis are signs that go with spondyloarthritis.',
      },
    ],
  },
  {
    id: 'PREGNANCY',
    version: '2026.11',
    title: 'Pregnancy',
    limbs: [
      {
        condition: 'pregnancy',
        bands: within(RED_FLAG_DAYS.pregnancy, 'consider', 'working-definition'),
      },
      { answer: 'preg', tier: 'consider', label: 'could be pregnant, or monthly pain or bleeding' },
    ],
    short: 'Back pain that comes and goes can be labor; medicine advice changes.',
    clinician:
      'A pregnancy is on file, recorded in the last 42 weeks (a working definition), or the patient may be pregnant. Back pain that comes and goes, bleeding, fluid or burning on urination can be labor or its complication. Advice on medicines changes.',
    consider: 'Ask about bleeding, fluid and regular pain. Consider a call to obstetrics if one is present.',
    patient: 'Pain that comes and goes, bleeding, or leaking fluid? Call us right away.',
    basis: 'working-definition',
    attributes: { sex: 'Not used: the entry or the answer decides.' },
    sources: [
      {
        source: 'RF-MATERNAL',
        section: 'Urgent maternal warning signs',
        supports:
          'Vaginal bleeding or fluid leaking, and severe belly pain that does not go away: contact the provider and get help right away.',
      },
      {
        source: 'RF-PRETERM',
        section: 'Signs of premature labor',
        supports:
          'Regular tightening or pain in the lower abdomen or back, bleeding, fluid leak and burning on urination call for a call at once.',
      },
    ],
  },
  {
    ...MIMIC,
    id: 'MIMIC_KIDNEY',
    title: 'Kidney stone or infection',
    limbs: [
      {
        condition: 'kidney_cause',
        bands: within(RED_FLAG_DAYS.lastMonths, 'consider', 'working-definition'),
        history: true,
      },
      {
        answer: 'viscus',
        tier: 'consider',
        label: 'blood or burning on urination, pain after meals, vomiting',
      },
    ],
    short: 'Kidney stone or infection of the last 90 days can hurt in the back.',
    clinician:
      'A kidney stone or kidney infection of the last 90 days is on file, or the patient tells of an organ sign. It can hurt in the back. The window is a working definition.',
    consider: 'Consider flank percussion and urinalysis.',
  },
  {
    ...MIMIC,
    id: 'MIMIC_GALLSTONE',
    title: 'Gallstones',
    limbs: [
      {
        condition: 'gallstone',
        bands: anyTime('consider', 'working-definition'),
        endedBy: 'gallbladder_absent',
      },
    ],
    short: 'Gallstones can hurt in the back.',
    clinician:
      'Gallstones or an inflamed gallbladder are on file, and no later removal. They can hurt in the back.',
    consider: 'Ask about pain after meals. Consider an abdominal exam.',
  },
  {
    ...MIMIC,
    id: 'MIMIC_PANCREAS',
    title: 'Pancreatitis',
    limbs: [
      {
        condition: 'pancreatitis',
        bands: within(RED_FLAG_DAYS.lastMonths, 'consider', 'working-definition'),
        history: true,
      },
    ],
    short: 'Pancreatitis of the last 90 days can hurt in the back.',
    clinician:
      'Pancreatitis of the last 90 days is on file. It can hurt in the back. The window is a working definition.',
    consider: 'Ask about pain through to the back and vomiting. Consider an abdominal exam and lipase.',
  },
  {
    ...MIMIC,
    id: 'MIMIC_ULCER',
    title: 'Peptic ulcer',
    limbs: [
      {
        condition: 'peptic_ulcer',
        bands: anyTime('consider', 'working-definition'),
        tooOld: 'ULCER_NSAID_CAUTION',
      },
    ],
    short: 'A peptic ulcer can hurt in the back; it speaks against anti-inflammatories.',
    clinician:
      'A peptic ulcer is on file as active. It can hurt in the back, and it speaks against anti-inflammatories.',
    consider: 'Ask about black stool and pain with meals. Consider an abdominal exam and a blood count.',
  },
  {
    id: 'PERSISTENT',
    version: '2026.11',
    title: 'Pain that stays',
    limbs: [{ answer: 'duration', tier: 'consider', label: 'over 4 to 6 weeks, or treatment failed' }],
    short: 'Pain of over a month that treatment did not help was a feature of cancer.',
    clinician:
      'The patient says that the pain lasts more than 4 to 6 weeks or that treatment failed. Pain of over a month and failed therapy went with cancer as the cause.',
    consider: 'Consider the diagnosis again, ESR or CRP, and imaging by what else is found.',
    patient: 'Not better in some weeks? Come back and see us.',
    basis: 'study',
    sources: [
      {
        source: 'RF-DEYO',
        section: 'Abstract',
        supports: 'Pain over a month and failed therapy went with cancer as the cause.',
      },
    ],
  },
];
