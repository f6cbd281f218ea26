import type { WrittenRedFlagRule } from '../rule';
import { RED_FLAG_DAYS, within } from '../windows';
import { ACR_FRACTURE, CONSIDER_FRACTURE, PATIENT_BONE } from './citations';
import { OSTEOPOROSIS, RECENT_TRAUMA, STEROIDS } from './limbs';

/** Fracture, weak bone, and age. */
export const BONE_RULES: readonly WrittenRedFlagRule[] = [
  {
    id: 'VERTEBRAL_FRACTURE',
    version: '2026.11',
    title: 'Fracture of the spine',
    limbs: [
      {
        condition: 'vertebral_fracture',
        bands: [
          { withinDays: RED_FLAG_DAYS.healing, tier: 'urgent-sameday', origin: 'working-definition' },
          { tier: 'urgent-sameday', origin: 'working-definition', problemList: true },
        ],
        notIn: 'trauma',
      },
      // Traumatic fractures have the window of trauma; the coded follow-up of one, a year.
      {
        condition: 'vertebral_fracture',
        bands: within(RED_FLAG_DAYS.lastMonths, 'urgent-sameday', 'CMS166v7'),
        history: true,
      },
      {
        condition: 'vertebral_fracture_healing',
        bands: within(RED_FLAG_DAYS.healing, 'urgent-sameday', 'working-definition'),
        history: true,
      },
    ],
    short: 'A fracture of a vertebra or the sacrum: new, healing, or from weak bone.',
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
    short: 'A small force can break a vertebra.',
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
    short: 'Steroids for 90 days or more in a year: a risk for fracture and infection.',
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
    short: 'An injury of the last 90 days; at 65 or older or in weak bone also a small fall.',
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
    short: 'Three or more of: female, over 70, significant trauma, prolonged steroids.',
    clinician:
      'Three or more of: female, over 70, significant trauma, prolonged steroids. The four features come from a published rule; three of them as the limit is a working definition.',
    consider: CONSIDER_FRACTURE,
    patient: PATIENT_BONE,
    basis: 'working-definition',
    attributes: { sex: 'Recorded female sex is one of the four features of the trigger.' },
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
    id: 'AGE_OLDER',
    version: '2026.11',
    title: 'Age 70 or older',
    limbs: [{ age: { min: 70 }, tier: 'consider' }],
    short: 'Age weighs with other findings; it is no alarm by itself.',
    clinician:
      'At 70 or older fracture and cancer are likelier. Age weighs with other findings and is no alarm by itself; 70 as the limit is a working definition.',
    consider: 'Consider a lower threshold for imaging when anything else is found.',
    patient: PATIENT_BONE,
    basis: 'working-definition',
    sources: [
      {
        source: 'RF-DOWNIE',
        section: 'Abstract',
        supports: 'Older age: probability of fracture 9% (3 to 25).',
      },
      {
        source: 'RF-ENTH',
        section: 'Abstract',
        supports: 'Age 75 or more went with vertebral fracture in older adults.',
      },
    ],
  },
  {
    id: 'AGE_YOUNG',
    version: '2026.11',
    title: 'Under 18',
    limbs: [{ age: { max: 17 }, tier: 'consider' }],
    short: 'The rules here are for adults.',
    clinician:
      'The patient is under 18: the rules here are for adults. In children, most of all before puberty, back pain with night pain, fever, a neurologic sign or more than 4 weeks of duration is a red flag of its own.',
    consider: 'Consider the pathway for children, and ask for night pain, fever, neurologic signs and sport.',
    patient: 'Tell us if the pain wakes your child at night, or if there is a fever.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-PED',
        section: 'Table 1',
        supports:
          'Red flags in children: before puberty, especially under 5, more than 4 weeks, night pain, fever, weight loss, neurologic symptoms.',
      },
    ],
  },
];
