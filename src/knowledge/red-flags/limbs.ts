import type { Band, RedFlagLimb } from '../rule';
import { RED_FLAG_DAYS, anyTime, within } from '../windows';

/** Limbs that more than one rule reads. */

/** New events of the last two weeks are an emergency, those of the last year lower the threshold; older ones are a baseline. */
const NEUROLOGIC: readonly Band[] = [
  { withinDays: RED_FLAG_DAYS.newSymptom, tier: 'emergency', origin: 'working-definition' },
  { withinDays: RED_FLAG_DAYS.lastYear, tier: 'urgent', origin: 'CMS166v7' },
];
const NEUROLOGIC_LIMB = {
  bands: NEUROLOGIC,
  history: true,
  unconfirmedWithinDays: RED_FLAG_DAYS.newSymptom,
} as const;

export const CAUDA_EQUINA: readonly RedFlagLimb[] = [
  { condition: 'cauda_equina', ...NEUROLOGIC_LIMB },
  { condition: 'saddle_numbness', ...NEUROLOGIC_LIMB },
  { condition: 'retention_or_incontinence', ...NEUROLOGIC_LIMB, tooOld: 'BLADDER_BASELINE' },
  { answer: 'ces-urine', tier: 'emergency', label: 'new trouble passing or holding urine' },
  { answer: 'ces-saddle', tier: 'emergency', label: 'numb between the legs' },
  { answer: 'ces-bowel', tier: 'emergency', label: 'new loss of stool or of its feeling' },
  { answer: 'ces-sex', tier: 'emergency', label: 'new loss of genital feeling or function' },
  { answer: 'ces-bilat', tier: 'emergency', label: 'pain, tingling or weakness in both legs' },
];

export const MOTOR_DEFICIT: readonly RedFlagLimb[] = [
  { condition: 'motor_deficit', ...NEUROLOGIC_LIMB },
  { answer: 'neuro-weak', tier: 'emergency', label: 'weaker leg, dragging foot or one-sided weakness' },
];

/** A leg or bladder sign of the last two weeks, or an answer: what turns an anticoagulant into an emergency. */
export const NEW_NEUROLOGIC_SIGN: readonly RedFlagLimb[] = [...CAUDA_EQUINA, ...MOTOR_DEFICIT].map((limb) =>
  'condition' in limb ? { ...limb, bands: NEUROLOGIC.slice(0, 1) } : limb,
);

/** At least 90 cumulative days of systemic steroid in 12 months, or a status code for it. */
export const STEROIDS: readonly RedFlagLimb[] = [
  { steroidDays: RED_FLAG_DAYS.steroids, tier: 'urgent' },
  { condition: 'steroid_longterm_status', bands: anyTime('urgent', 'working-definition') },
  { answer: 'steroid', tier: 'urgent', label: 'steroid pills or shots for 3 months or more' },
];

export const OSTEOPOROSIS: readonly RedFlagLimb[] = [
  { condition: 'osteoporosis', bands: anyTime('consider', 'working-definition'), history: true },
  { medicine: 'bone_osteoporosis', tier: 'consider', label: 'osteoporosis treatment' },
];

/** A fall from standing counts as trauma in older people and in weak bone (AHCPR). */
const WEAK_BONE: readonly RedFlagLimb[] = [
  { age: { min: 65 }, tier: 'urgent' },
  ...OSTEOPOROSIS,
  ...STEROIDS,
];

const TRAUMA_WINDOW = within(RED_FLAG_DAYS.lastMonths, 'urgent', 'CMS166v7');

export const RECENT_TRAUMA: readonly RedFlagLimb[] = [
  { condition: 'trauma', bands: TRAUMA_WINDOW, history: true },
  { condition: 'low_energy_fall', bands: TRAUMA_WINDOW, history: true, beside: WEAK_BONE },
  { answer: 'trauma', tier: 'urgent-sameday', label: 'a fall, crash or blow' },
];

export const CANCER_NOW: readonly RedFlagLimb[] = [
  { condition: 'cancer_active', bands: anyTime('urgent', 'CMS166v7') },
  { medicine: 'antineoplastic', tier: 'urgent', label: 'cancer medicine' },
  {
    medicine: 'antineoplastic_endocrine',
    tier: 'urgent',
    label: 'endocrine therapy (cancer or risk reduction): confirm',
  },
];

export const CANCER_BEFORE: readonly RedFlagLimb[] = [
  { condition: 'cancer_history', bands: anyTime('urgent', 'CMS166v7'), history: true },
  { condition: 'cancer_active', bands: anyTime('urgent', 'CMS166v7'), history: 'only' },
  { answer: 'ca', tier: 'urgent', label: 'told of cancer before', ever: true },
];
