import type { WrittenRedFlagRule } from '../rule';
import { RED_FLAG_DAYS, anyTime, within } from '../windows';
import { CONSIDER_INFECTION, MICHIGAN_TESTS, PATIENT_FEVER } from './citations';

/** Infection of the spine, and what lets one in. */
export const INFECTION_RULES: readonly WrittenRedFlagRule[] = [
  {
    id: 'SPINAL_INFECTION',
    version: '2026.11',
    title: 'Spinal infection',
    limbs: [
      {
        condition: 'spinal_infection',
        bands: [
          { withinDays: RED_FLAG_DAYS.lastYear, tier: 'urgent-sameday', origin: 'CMS166v7' },
          { tier: 'urgent-sameday', origin: 'working-definition', problemList: true },
        ],
        unconfirmedWithinDays: RED_FLAG_DAYS.newSymptom,
      },
      {
        condition: 'spinal_infection',
        bands: within(RED_FLAG_DAYS.lastYear, 'urgent', 'CMS166v7'),
        history: 'only',
      },
    ],
    short: 'Spinal infection, current or in the last year; a normal temperature does not exclude it.',
    clinician:
      'An infection of the spine is on file, current or in the last year. Spinal pain was there in 72% of cases and fever only in 55%, so a normal temperature does not exclude it.',
    consider:
      'Consider a neurologic exam, blood count, ESR, CRP, urinalysis and two blood cultures; MRI of the whole spine with and without contrast, at once with a neurologic sign and within 6 hours without.',
    patient: PATIENT_FEVER,
    basis: 'guideline',
    sources: [
      MICHIGAN_TESTS,
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
    id: 'RECENT_INFECTION',
    version: '2026.11',
    title: 'Recent infection',
    limbs: [
      {
        condition: 'infection_serious',
        bands: within(RED_FLAG_DAYS.lastMonths, 'urgent', 'working-definition'),
        history: true,
      },
      {
        condition: 'infection_bladder',
        bands: within(RED_FLAG_DAYS.lastMonths, 'consider', 'working-definition'),
        history: true,
      },
      {
        medicine: 'antibiotic',
        tier: 'urgent',
        label: 'antibiotic by injection or for two weeks or more: confirm why',
        withinDays: RED_FLAG_DAYS.lastMonths,
        course: { days: 14 },
      },
      { answer: 'infect', tier: 'urgent', label: 'recent dental, skin or line infection' },
    ],
    short: 'An infection of the last 90 days can reach the spine.',
    clinician:
      'An infection of the last 90 days is on file, or an antibiotic by injection or for two weeks or more. A recent infection of soft tissue or blood went with spinal infection more than any other feature. The window is a working definition.',
    consider: CONSIDER_INFECTION,
    patient: PATIENT_FEVER,
    basis: 'study',
    sources: [
      {
        source: 'RF-SEA-ED',
        section: 'Abstract',
        supports:
          'Recent soft tissue infection or bacteremia: odds ratio 13.5 (3.6 to 50.7) for spinal infection; fever 2.8.',
      },
      {
        source: 'RF-SEA-CC',
        section: 'Abstract',
        supports: 'Cases more often had a health-care visit or antimicrobials in the 30 days before.',
      },
      {
        source: 'RF-HCAVO',
        section: 'Results',
        supports: 'A quarter of vertebral osteomyelitis was associated with health care within 6 months.',
      },
      MICHIGAN_TESTS,
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
    short: 'Spinal infection needs a lower threshold, and fever may be missing.',
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
    id: 'IVDU',
    version: '2026.11',
    title: 'Injection drug use',
    limbs: [
      {
        condition: 'injection_drug_use',
        bands: within(RED_FLAG_DAYS.lastYear, 'urgent', 'CMS166v7'),
        history: true,
      },
      { answer: 'inject', tier: 'urgent', label: 'has injected drugs', ever: true },
    ],
    short: 'Injection of drugs in the last year: a way in for spinal infection.',
    clinician:
      'Injection of drugs is stated, in the chart of the last 12 months or at the visit. A drug use disorder alone, one in remission, and treatment with buprenorphine or methadone do not count: ICD codes do not state the way of use.',
    consider: CONSIDER_INFECTION,
    patient: PATIENT_FEVER,
    basis: 'guideline',
    sources: [
      {
        source: 'RF-CMS166',
        section: 'Denominator exclusions: IV drug abuse',
        supports: 'Intravenous drug use in the last 12 months justifies early imaging.',
      },
      {
        source: 'RF-SEA-CC',
        section: 'Abstract',
        supports: 'Injection drug use was more frequent among cases of spinal epidural abscess.',
      },
    ],
  },
  {
    id: 'TB',
    version: '2026.11',
    title: 'Tuberculosis',
    limbs: [
      { condition: 'tuberculosis', bands: anyTime('urgent', 'working-definition') },
      { condition: 'tuberculosis', bands: anyTime('consider', 'working-definition'), history: 'only' },
      { condition: 'tuberculosis_past', bands: anyTime('consider', 'working-definition'), history: true },
    ],
    short: 'Tuberculosis, active, latent or in the past, can settle in the spine.',
    clinician:
      'Tuberculosis is on file: active, latent, or in the past. It can settle in the spine, slowly and without fever. That latent and past disease count at a lower tier is a working definition.',
    consider:
      'Ask about night sweats, weight loss and pain at one level. Consider ESR, CRP and MRI if the pain lasts.',
    patient: PATIENT_FEVER,
    basis: 'study',
    sources: [
      {
        source: 'RF-YUSUF',
        section: 'Results',
        supports: 'Tuberculosis was the cause in 12% of 2,224 spinal infections.',
      },
    ],
  },
  {
    id: 'SPINE_PROCEDURE',
    version: '2026.11',
    title: 'Recent spine procedure',
    limbs: [
      {
        procedure: 'spine_procedure',
        bands: within(RED_FLAG_DAYS.lastMonths, 'urgent', 'working-definition'),
        tooOld: 'SPINE_SURGERY_CONTEXT',
      },
      {
        condition: 'spine_procedure',
        bands: within(RED_FLAG_DAYS.lastMonths, 'urgent', 'working-definition'),
        history: true,
        tooOld: 'SPINE_SURGERY_CONTEXT',
      },
    ],
    short: 'Surgery, injection or puncture of the spine in the last 90 days.',
    clinician:
      'Surgery, an injection or a puncture of the spine in the last 90 days, or a complication of one: infection, bleeding and hardware failure come to mind. The window is a working definition; older surgery is listed as context.',
    consider:
      'Consider the wound, temperature, a neurologic exam, ESR and CRP, and imaging as for prior surgery.',
    patient: PATIENT_FEVER,
    basis: 'working-definition',
    sources: [
      {
        source: 'RF-ACR',
        section: 'Variant 5',
        supports: 'Low back pain with prior lumbar surgery has imaging of its own.',
      },
      MICHIGAN_TESTS,
    ],
  },
  {
    id: 'DIALYSIS_OR_LINE',
    version: '2026.11',
    title: 'Dialysis or long-term line',
    limbs: [
      { condition: 'dialysis_or_line', bands: anyTime('consider', 'working-definition') },
      {
        procedure: 'dialysis_or_line',
        bands: within(RED_FLAG_DAYS.lastYear, 'consider', 'working-definition'),
      },
    ],
    short: 'A way in for bacteria; spinal infection may come without fever.',
    clinician:
      'Dialysis, end-stage kidney disease or a long-term line is on file: a way in for bacteria. In hemodialysis spinal infection came without fever in almost half of the cases. That a line placed in the last 12 months counts is a working definition.',
    consider: CONSIDER_INFECTION,
    patient: PATIENT_FEVER,
    basis: 'study',
    sources: [
      {
        source: 'RF-HD',
        section: 'Abstract',
        supports:
          'Of 9 hemodialysis patients with spondylodiscitis all had back pain and 55.6% fever; suspect it also without fever.',
      },
    ],
  },
  {
    id: 'FEVER',
    version: '2026.11',
    title: 'Fever',
    limbs: [
      {
        condition: 'fever',
        bands: within(RED_FLAG_DAYS.newSymptom, 'urgent-sameday', 'working-definition'),
        history: true,
      },
      {
        temperature: { atLeast: 38, withinDays: RED_FLAG_DAYS.newSymptom },
        tier: 'urgent-sameday',
      },
      { answer: 'fever', tier: 'urgent-sameday', label: 'fever, chills or sweats' },
    ],
    short: 'Fever with back pain; a normal temperature does not exclude infection.',
    clinician:
      'Fever is on file in the last 14 days, as a diagnosis or as a temperature of 38 °C (100.4 °F) or more. A normal temperature does not exclude spinal infection: about 6 in 10 cases have fever. The window is a working definition.',
    consider: CONSIDER_INFECTION,
    patient: PATIENT_FEVER,
    basis: 'study',
    sources: [
      {
        source: 'RF-SEA-ED',
        section: 'Abstract',
        supports: 'Fever in or before the emergency department: odds ratio 2.8 (1.3 to 6.0).',
      },
      {
        source: 'RF-NVO',
        section: 'Results',
        supports: 'About 60% of vertebral osteomyelitis had fever; the diagnosis took 45.5 days on average.',
      },
      MICHIGAN_TESTS,
    ],
  },
];
