import type { HandoutInput } from '../../src/handout/model';
import type { Review } from '../../src/review/types';
import {
  dosage,
  driving,
  evidence,
  gap,
  hit,
  input,
  order,
  other,
  redFlag,
  relaxant,
  review,
  rule,
} from './review-factory';

const X_OPIOID = rule('X-OPIOID', {
  patient:
    'You also take {other}. Both can slow your breathing. Ask us before you take both. Keep naloxone (Narcan) at home.',
});
const OXYCODONE = other('MedicationRequest/oxy', ['oxycodone'], ['opioid']);
const oxycodone = evidence('MedicationRequest/oxy', 'oxycodone');

/** The default patient of 72 on one relaxant. */
const one = (changes: Partial<Review> = {}) => review(changes);

const withOpioid: Partial<Review> = {
  relaxants: [
    relaxant('cyclobenzaprine_ir', {
      driving: driving('D3', [oxycodone]),
      cautions: [hit(X_OPIOID, [oxycodone])],
    }),
  ],
  otherMedicines: [OXYCODONE],
  redFlags: [redFlag('CANCER_HISTORY', 'urgent')],
  selfCare: { conditions: ['ckd'], allergies: [], egfrBelow60: true },
};

const twoAndOpioid: Partial<Review> = {
  relaxants: [
    relaxant('carisoprodol', {
      driving: driving('D3'),
      durationDays: 30,
      orders: [
        order('MedicationRequest/car', 'carisoprodol 350 MG Oral Tablet', {
          dosages: [
            dosage({ text: '1 tablet 3 times', slots: { morning: 1, noon: 0, evening: 1, bedtime: 1 } }),
          ],
        }),
      ],
      cautions: [
        hit(X_OPIOID, [oxycodone]),
        hit(rule('CAR-WITHDRAWAL', { severity: 'caution', patientLine: 'teach' })),
      ],
    }),
    relaxant('diazepam', {
      driving: driving('D3', [oxycodone]),
      orders: [
        order('MedicationRequest/dzp', 'diazepam 5 MG Oral Tablet', {
          dosages: [dosage({ text: 'as needed', asNeeded: true, slots: undefined as never, timesPerDay: 2 })],
        }),
      ],
      notChecked: [gap(rule('DZP-TAPER', { severity: 'caution', patientLine: 'teach' }))],
      cautions: [hit(X_OPIOID, [oxycodone])],
    }),
  ],
  otherMedicines: [OXYCODONE],
};

/** Papers that must fit, by name: the cases of the fit table. */
export const PAPER_CASES: Readonly<Record<string, HandoutInput>> = {
  'one relaxant, 65+': input(one()),
  'opioid, red flag open, no NSAID': input(one(withOpioid)),
  'two relaxants and an opioid': input(one(twoAndOpioid)),
  'methocarbamol, wait and see': input(
    one({
      relaxants: [
        relaxant('methocarbamol', {
          driving: driving('D1'),
          orders: [
            order('MedicationRequest/met', 'methocarbamol 750 MG Oral Tablet', {
              dosages: [dosage({ slots: { morning: 2, noon: 2, evening: 2, bedtime: 2 } })],
            }),
          ],
          cautions: [
            hit(
              rule('MET-URINE', {
                severity: 'counsel',
                patientLine: 'teach',
                patient: 'Your pee may turn brown, black, blue, or green. This is OK.',
              }),
            ),
          ],
        }),
      ],
    }),
    { approved: true },
  ),
  'no relaxant': input(one({ relaxants: [] })),
  'nothing but the medicines read': input(
    one({
      completeness: {
        Condition: 'not-permitted',
        MedicationRequest: 'partial',
        AllergyIntolerance: 'failed',
        Observation: 'unsupported',
        Procedure: 'failed',
      },
    }),
  ),
  'long names and shorthand': input(
    one({
      patient: { ...review().patient, name: 'Maximiliana Featherstonehaugh-Oppenheimer' },
      relaxants: [
        relaxant('orphenadrine_asa_caffeine', {
          driving: driving('D3', [oxycodone]),
          orders: [
            order(
              'MedicationRequest/o',
              'aspirin 770 MG / caffeine 60 MG / orphenadrine citrate 50 MG Oral Tablet',
              {
                dosages: [dosage({ text: 'TK 1 T PO BID', read: false, patientReadable: false })],
              },
            ),
          ],
        }),
      ],
    }),
  ),
  'A4, one relaxant': input(one(), {}, { pageSize: 'A4' }),
};
