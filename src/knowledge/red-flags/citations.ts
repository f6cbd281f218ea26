import type { Citation } from '../rule';

/** Citations and sentences that several red-flag rules share. */

export const CMS_NEUROLOGIC: Citation = {
  source: 'RF-CMS166',
  section: 'Denominator exclusions: neurologic impairment',
  supports: 'Neurologic impairment in the last 12 months justifies early imaging.',
};
export const CMS_CANCER: Citation = {
  source: 'RF-CMS166',
  section: 'Denominator exclusions: cancer',
  supports: 'Cancer at any time before justifies early imaging.',
};
export const ACR_NEUROLOGIC: Citation = {
  source: 'RF-ACR',
  section: 'Variant 4',
  supports: 'MRI of the lumbar spine is usually appropriate for suspected cauda equina syndrome.',
};
export const ACR_FRACTURE: Citation = {
  source: 'RF-ACR',
  section: 'Variant 6',
  supports: 'Radiograph, CT and MRI without contrast are usually appropriate for suspected fracture.',
};
export const ACR_CANCER: Citation = {
  source: 'RF-ACR',
  section: 'Variant 7',
  supports:
    'MRI of the lumbar spine, without or without and with contrast, for suspected cancer or infection.',
};
export const MICHIGAN_TESTS: Citation = {
  source: 'RF-MICH',
  section: 'Key points: diagnosis',
  supports: 'Tests and the time to imaging when a spinal infection is suspected.',
};

export const CONSIDER_FRACTURE =
  'Consider spine percussion, and a radiograph, CT or MRI without contrast if a fracture is possible.';
export const CONSIDER_INFECTION =
  'Consider a neurologic exam, temperature, blood count, ESR and CRP, and MRI of the whole spine with and without contrast if infection is possible.';
export const PATIENT_BONE =
  'Your bones may break more easily. Tell us about any fall, even a small one, or sudden sharp pain.';
export const PATIENT_NEUROLOGIC =
  'If you cannot pee, leak pee or poop, feel numb between your legs, or your legs get weak, call 911 now.';
export const PATIENT_FEVER = 'Fever or chills with back pain? Call us the same day.';
export const PATIENT_HISTORY =
  'Because of your health history, tell us if this pain is new, lasts, or wakes you at night.';
export const PATIENT_BLEEDING =
  'You bleed more easily than most people. Sudden, very bad back pain or weak legs? Call 911 now.';
