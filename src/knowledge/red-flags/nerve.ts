import type { WrittenRedFlagRule } from '../rule';
import { ACR_NEUROLOGIC, CMS_NEUROLOGIC, PATIENT_NEUROLOGIC } from './citations';
import { CAUDA_EQUINA, MOTOR_DEFICIT } from './limbs';

/** Nerve roots and cord. */
export const NERVE_RULES: readonly WrittenRedFlagRule[] = [
  {
    id: 'CES',
    version: '2026.11',
    title: 'Possible cauda equina pattern',
    limbs: CAUDA_EQUINA,
    short: 'Entries that fit cauda equina syndrome.',
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
    short: 'A motor deficit or cord disease is on file.',
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
];
