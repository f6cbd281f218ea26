import type { WrittenRedFlagRule } from '../rule';
import { RED_FLAG_DAYS, anyTime } from '../windows';
import { PATIENT_BLEEDING } from './citations';
import { NEW_NEUROLOGIC_SIGN } from './limbs';

const PATIENT_VESSEL = 'Sudden, very bad pain in your belly or back? Call 911 now.';
const CONSIDER_BLEED = 'Ask about sudden onset and neurologic signs. Consider MRI at once if there is one.';

/** Aorta, heart and bleeding. */
export const VESSEL_RULES: readonly WrittenRedFlagRule[] = [
  {
    id: 'AAA',
    version: '2026.11',
    title: 'Aortic aneurysm',
    limbs: [
      {
        condition: 'aortic_aneurysm',
        bands: anyTime('emergency', 'working-definition'),
        unconfirmedWithinDays: RED_FLAG_DAYS.newSymptom,
        notIn: 'aortic_dissection',
        lowered: { by: 'aortic_aneurysm_repaired', tier: 'urgent' },
      },
      {
        condition: 'aortic_aneurysm',
        bands: anyTime('urgent', 'working-definition'),
        notIn: 'aortic_dissection',
        history: 'only',
      },
      {
        condition: 'aortic_aneurysm_repaired',
        bands: anyTime('urgent', 'working-definition'),
        notIn: 'aortic_dissection',
        history: true,
      },
      { procedure: 'aortic_aneurysm_repaired', bands: anyTime('urgent', 'working-definition') },
    ],
    short: 'An emergency when the pain is new or sudden, which no chart can tell.',
    clinician:
      'An aneurysm of the aorta is on file. It is an emergency when the pain is new or sudden, which no chart can tell. Kidney stone pain is its commonest mistaken name.',
    consider:
      'Ask whether the pain is new or sudden. Consider vital signs, an abdominal exam, and bedside ultrasound or CT angiography now.',
    patient: PATIENT_VESSEL,
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
    id: 'AORTIC_DISSECTION',
    version: '2026.11',
    title: 'Aortic dissection',
    limbs: [
      {
        condition: 'aortic_dissection',
        bands: anyTime('emergency', 'working-definition'),
        unconfirmedWithinDays: RED_FLAG_DAYS.newSymptom,
        lowered: { by: 'aortic_aneurysm_repaired', tier: 'urgent' },
      },
      {
        condition: 'aortic_dissection',
        bands: anyTime('urgent', 'working-definition'),
        history: 'only',
      },
      { answer: 'aorta', tier: 'emergency', label: 'sudden worst or tearing pain, fainting or belly pulse' },
    ],
    short: 'An emergency when the pain is new or sudden, which no chart can tell.',
    clinician:
      'A dissection of the aorta is on file, or the patient tells of sudden tearing pain. It is an emergency when the pain is new or sudden, which no chart can tell.',
    consider:
      'Ask whether the pain is new or sudden. Consider pulses and blood pressure in both arms, and CT angiography now.',
    patient: PATIENT_VESSEL,
    basis: 'guideline',
    sources: [
      {
        source: 'RF-ACR-AAS',
        section: 'Abstract',
        supports:
          'Sudden onset of severe, tearing pain in the chest or between the shoulder blades; CT, CT angiography and MR angiography are usually appropriate.',
      },
      {
        source: 'RF-THINKAORTA',
        section: 'Symptoms',
        supports:
          'Sudden, severe pain of chest, upper back or abdomen, like ripping or tearing, fainting, weakness of one side.',
      },
    ],
  },
  {
    id: 'CARDIAC',
    version: '2026.11',
    title: 'Chest pain, heart or lung vessel',
    limbs: [
      {
        condition: 'chest_event',
        bands: [
          { withinDays: RED_FLAG_DAYS.newSymptom, tier: 'emergency', origin: 'working-definition' },
          { tier: 'consider', origin: 'working-definition' },
        ],
        history: true,
        unconfirmedWithinDays: RED_FLAG_DAYS.newSymptom,
      },
      { answer: 'chest', tier: 'emergency', label: 'chest pain or short of breath' },
    ],
    short: 'Back pain beside chest pain is the heart, lung or aorta until looked at.',
    clinician:
      'Chest pain, a heart attack, unstable angina or a lung embolism is on file, or the patient tells of chest pain or breathlessness. In the last 14 days it is an emergency, a working definition; older entries are background.',
    consider: 'Consider an ECG, vital signs and emergency care if the symptom is present.',
    patient: 'Chest pain or trouble breathing? Call 911 now.',
    basis: 'guideline',
    sources: [
      {
        source: 'RF-NHS',
        section: 'Call 999 or go to A&E',
        supports: 'Back pain with chest pain calls for emergency care.',
      },
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
      {
        condition: 'anticoagulant_status',
        bands: anyTime('emergency', 'working-definition'),
        beside: NEW_NEUROLOGIC_SIGN,
      },
      { condition: 'anticoagulant_status', bands: anyTime('consider', 'working-definition') },
    ],
    short: 'Sudden back pain can be a bleed around the cord; with a new neurologic sign an emergency.',
    clinician:
      'An anticoagulant is on the list, or its long-term use is coded. Sudden back pain can be a bleed around the spinal cord; with any new neurologic sign it is an emergency.',
    consider: CONSIDER_BLEED,
    patient: PATIENT_BLEEDING,
    basis: 'working-definition',
    sources: [
      {
        source: 'RF-SSEH',
        section: 'Abstract',
        supports:
          '8 of 14 patients with a spontaneous spinal epidural hematoma took an anticoagulant; 3 of 6 on warfarin had an INR above 3.',
      },
    ],
  },
  {
    id: 'BLEEDING_DISORDER',
    version: '2026.11',
    title: 'Bleeding disorder',
    limbs: [
      {
        condition: 'bleeding_tendency',
        bands: anyTime('consider', 'working-definition'),
      },
    ],
    short: 'Sudden back pain can be a bleed around the cord.',
    clinician:
      'A bleeding disorder or low platelets are on file. Sudden back pain can be a bleed around the spinal cord. A clotting tendency is not counted.',
    consider: CONSIDER_BLEED,
    patient: PATIENT_BLEEDING,
    basis: 'study',
    sources: [
      {
        source: 'RF-SEH-HEMO',
        section: 'Abstract',
        supports:
          'Spontaneous spinal epidural hematoma with rapidly developing weak legs may come with coagulation disorders.',
      },
    ],
  },
];
