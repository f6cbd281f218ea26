import { describe, expect, it } from 'vitest';
import type { MedicationOrder } from '../../src/chart/types';
import type { Trigger } from '../../src/knowledge/rule';
import { evaluate } from '../../src/review/evaluate';
import { readCase } from '../knowledge/caution-facts';
import { order, relaxantOf, reviewOf, supply } from './chart';

/** What a limb says of a chart: the evidence it fires on, `clear`, or what is missing. */
function said(trigger: Trigger, line: string): string {
  const { facts, relaxant } = readCase(line);
  const verdict = evaluate(trigger, facts, relaxant);
  if (verdict.value === 'clear') return 'clear';
  return verdict.value === 'fires'
    ? verdict.evidence
        .map(({ reference, detail }) => [reference, detail].filter(Boolean).join(': '))
        .join(', ')
    : `missing ${verdict.missing.map(({ key }) => key).join(', ')}`;
}

const FALLS: Trigger = { condition: ['falls'] };
const OPIOID: Trigger = { medicine: ['opioid'] };
const LOW: Trigger = { lab: 'egfr', below: 60 };

/** Limb, chart, and what is said: each shape of a limb fires with its evidence, is clear, and names what is missing. */
const CASES: readonly (readonly [Trigger, string, string])[] = [
  [{ always: true }, 'tizanidine', 'MedicationRequest/tizanidine'],
  [OPIOID, 'tizanidine med:opioid', 'MedicationRequest/opioid-0'],
  [OPIOID, 'tizanidine med:ssri', 'clear'],
  [OPIOID, 'tizanidine ended:opioid=1', 'clear'],
  [OPIOID, 'tizanidine no:MedicationRequest', 'missing MedicationRequest'],
  [
    { medicine: ['maoi'], recent: true },
    'tizanidine ended:maoi=14',
    'MedicationRequest/maoi-0: ended 14 days ago',
  ],
  [{ medicine: ['maoi'], recent: true }, 'tizanidine ended:maoi=15', 'clear'],
  [
    { medicineEach: ['opioid', 'benzodiazepine'] },
    'tizanidine med:opioid med:benzodiazepine',
    'MedicationRequest/opioid-0, MedicationRequest/benzodiazepine-1',
  ],
  [{ medicineEach: ['opioid', 'benzodiazepine'] }, 'tizanidine med:opioid', 'clear'],
  [
    { medicineEach: ['opioid', 'benzodiazepine'] },
    'tizanidine med:opioid no:MedicationRequest',
    'missing MedicationRequest',
  ],
  [FALLS, 'tizanidine cond:falls', 'Condition/falls'],
  [FALLS, 'tizanidine cond:copd', 'clear'],
  [FALLS, 'tizanidine no:Condition', 'missing Condition'],
  [{ condition: ['aspirin_allergy'] }, 'tizanidine no:AllergyIntolerance', 'missing AllergyIntolerance'],
  [{ noCondition: ['spasticity'] }, 'tizanidine', 'MedicationRequest/tizanidine'],
  [{ noCondition: ['spasticity'] }, 'tizanidine cond:spasticity', 'clear'],
  [{ noCondition: ['spasticity'] }, 'tizanidine cond:spasticity no:Condition', 'clear'],
  [{ noCondition: ['spasticity'] }, 'tizanidine no:Condition', 'missing Condition'],
  [{ age: { min: 65 } }, 'tizanidine age:65', 'Patient/p: patient record'],
  [{ age: { min: 65 } }, 'tizanidine age:64', 'clear'],
  [{ age: { min: 65 } }, 'tizanidine age:64-65', 'missing age'],
  [{ age: { min: 65 } }, 'tizanidine no:age', 'missing age'],
  [{ ageBelow: { tizanidine: 18 } }, 'tizanidine age:17', 'Patient/p: patient record'],
  [{ ageBelow: { tizanidine: 18 } }, 'tizanidine age:18', 'clear'],
  [{ ageBelow: { tizanidine: 18 } }, 'baclofen age:3', 'clear'],
  [{ ageBelow: { tizanidine: 18 } }, 'tizanidine no:age', 'missing age'],
  [{ sex: 'female' }, 'tizanidine sex:female', 'Patient/p: patient record'],
  [{ sex: 'female' }, 'tizanidine', 'clear'],
  [{ sex: 'female' }, 'tizanidine no:sex', 'missing sex'],
  [LOW, 'tizanidine lab:egfr=59', 'Observation/egfr'],
  [LOW, 'tizanidine lab:egfr=60', 'clear'],
  [LOW, 'tizanidine no:egfr', 'missing egfr'],
  [{ cnsActive: { min: 3 } }, 'tizanidine med:ssri', 'clear'],
  [
    { cnsActive: { min: 3 } },
    'tizanidine med:ssri med:opioid',
    'MedicationRequest/tizanidine, MedicationRequest/opioid-1, MedicationRequest/ssri-0',
  ],
  [{ cnsActive: { min: 3 } }, 'tizanidine med:ssri no:MedicationRequest', 'missing MedicationRequest'],
  [{ otherRelaxant: true }, 'tizanidine with:baclofen', 'MedicationRequest/baclofen'],
  [{ otherRelaxant: true }, 'tizanidine', 'clear'],
  [{ otherRelaxant: true }, 'tizanidine no:MedicationRequest', 'missing MedicationRequest'],
  [{ sameAllergy: true }, 'tizanidine allergy:tizanidine', 'AllergyIntolerance/tizanidine: recorded allergy'],
  [{ sameAllergy: true }, 'tizanidine allergy:baclofen', 'clear'],
  [{ sameAllergy: true }, 'tizanidine no:AllergyIntolerance', 'missing AllergyIntolerance'],
  ...['meprobamate', 'carisoprodol', 'felbamate', 'methocarbamol'].map(
    (name): readonly [Trigger, string, string] => [
      { carbamateAllergy: true },
      `carisoprodol allergy:${name}`,
      `AllergyIntolerance/${name}: recorded allergy`,
    ],
  ),
  [{ carbamateAllergy: true }, 'carisoprodol allergy:penicillin', 'clear'],
  [{ carbamateAllergy: true }, 'carisoprodol no:AllergyIntolerance', 'missing AllergyIntolerance'],
  [
    { allergyTo: ['eperisone'] },
    'tolperisone allergy:eperisone',
    'AllergyIntolerance/eperisone: recorded allergy',
  ],
  [{ allergyTo: ['eperisone'] }, 'tolperisone allergy:penicillin', 'clear'],
  [
    { allergyTo: 'any-medicine' },
    'eperisone allergy:penicillin',
    'AllergyIntolerance/penicillin: recorded allergy',
  ],
  [{ allergyTo: 'any-medicine' }, 'eperisone no:AllergyIntolerance', 'missing AllergyIntolerance'],
  [{ dailyDose: { above: 16 } }, 'tizanidine dose:17', 'MedicationRequest/tizanidine: 17 mg a day'],
  [{ dailyDose: { above: 16 } }, 'tizanidine dose:16', 'clear'],
  [{ dailyDose: { atLeast: 16 } }, 'tizanidine dose:16', 'MedicationRequest/tizanidine: 16 mg a day'],
  [{ dailyDose: { above: 16 } }, 'tizanidine no:dose', 'missing dailyDose'],
  [{ dailyDoseAbove: { metaxalone: 3200, metaxalone_640: 2560 } }, 'metaxalone dose:2561', 'clear'],
  [
    { dailyDoseAbove: { metaxalone: 3200, metaxalone_640: 2560 } },
    'metaxalone tablet:640 dose:2561',
    'MedicationRequest/metaxalone: 2561 mg a day',
  ],
  [{ dailyDoseAbove: { metaxalone: 3200 } }, 'tizanidine no:dose', 'clear'],
  [{ durationDays: { atLeast: 14 } }, 'baclofen days:14', 'MedicationRequest/baclofen: 14 days'],
  [{ durationDays: { atLeast: 14 } }, 'baclofen days:13', 'clear'],
  [{ durationDays: { atLeast: 14 } }, 'baclofen no:days', 'missing duration'],
  [
    { answer: ['commercial_driver'] },
    'tizanidine answer:commercial_driver',
    'answer/commercial_driver: answered yes at the visit',
  ],
  [{ answer: ['commercial_driver'] }, 'tizanidine', 'clear'],
  [{ answer: ['commercial_driver'] }, 'tizanidine no:commercial_driver', 'missing commercial_driver'],
  // Kleene: AND is clear if any part is, OR fires if any part does, else what is missing wins.
  [
    { all: [FALLS, OPIOID] },
    'tizanidine cond:falls med:opioid',
    'Condition/falls, MedicationRequest/opioid-0',
  ],
  [{ all: [FALLS, OPIOID] }, 'tizanidine cond:falls no:MedicationRequest', 'missing MedicationRequest'],
  [{ all: [FALLS, OPIOID] }, 'tizanidine no:MedicationRequest', 'clear'],
  [{ all: [FALLS, LOW] }, 'tizanidine no:Condition no:egfr', 'missing Condition, egfr'],
  [{ any: [FALLS, OPIOID] }, 'tizanidine cond:falls no:MedicationRequest', 'Condition/falls'],
  [{ any: [FALLS, OPIOID] }, 'tizanidine no:MedicationRequest', 'missing MedicationRequest'],
  [{ any: [FALLS, OPIOID] }, 'tizanidine', 'clear'],
  [{ any: [FALLS, LOW] }, 'tizanidine no:Condition no:egfr', 'missing Condition, egfr'],
];

describe('a limb', () => {
  for (const [trigger, line, expected] of CASES)
    it(`${JSON.stringify(trigger)} on ${line}: ${expected}`, () => {
      expect(said(trigger, line)).toBe(expected);
    });

  it('never takes a medicine for a partner of itself, but its other ingredients count', () => {
    const { facts, relaxant } = readCase('diazepam med:benzodiazepine');
    const medicines = facts.medicines.map((medicine) => ({ ...medicine, drugs: [relaxant.drug] }));
    const own = { ...facts, medicines };
    expect(evaluate({ medicine: ['benzodiazepine'] }, own, relaxant).value).toBe('clear');
    expect(evaluate({ medicine: ['benzodiazepine'] }, facts, relaxant).value).toBe('fires');
    const opioid = readCase('diazepam med:opioid');
    const combined = opioid.facts.medicines.map((medicine) => ({ ...medicine, drugs: [relaxant.drug] }));
    expect(evaluate(OPIOID, { ...opioid.facts, medicines: combined }, relaxant).value).toBe('fires');
  });

  it('takes an order that went out without a date for one within its look-back', () => {
    const { facts, relaxant } = readCase('cyclobenzaprine_ir ended:maoi=99');
    const ended = facts.ended.map((medicine) => ({ ...medicine, endedDaysAgo: undefined }));
    expect(evaluate({ medicine: ['maoi'], recent: true }, { ...facts, ended }, relaxant).value).toBe('fires');
  });

  it('reckons from the last day that an incomplete date allows, and says that it is not exact', () => {
    const saidOf = (authoredOn: string, days: number) => {
      const maoi = order('m', 'phenelzine 15 MG Oral Tablet', {
        ...supply(days),
        authoredOn,
        status: 'completed',
      });
      const review = reviewOf([order('c', 'cyclobenzaprine 10 MG Oral Tablet'), maoi]);
      const hit = relaxantOf(review, 'cyclobenzaprine_ir').cautions.find(
        ({ rule }) => rule.id === 'CYC-MAOI',
      );
      return hit?.evidence.map(({ detail }) => detail);
    };
    // On its first possible day it would be over for 18 and 28 days: past the 14 of the label.
    expect(saidOf('2026-11', 4)).toEqual(['ended, day not in the chart']);
    expect(saidOf('2026-10', 25)).toEqual(['ended, day not in the chart']);
    expect(saidOf('2026-10', 10)).toEqual(['ended 13 or more days ago']);
    expect(saidOf('2026-09', 20)).toBeUndefined();
    expect(saidOf('2026-11-01', 4)).toBeUndefined();
    expect(saidOf('2026-11-01', 15)).toEqual(['ended 7 days ago']);
  });

  it('could not check a medicine that was stopped on a day that the chart does not say', () => {
    const verdictOf = (changes: Partial<MedicationOrder>) => {
      const maoi = order('m', 'phenelzine 15 MG Oral Tablet', { authoredOn: '2026-08-01', ...changes });
      const { cautions, notChecked } = relaxantOf(
        reviewOf([order('c', 'cyclobenzaprine 10 MG Oral Tablet'), maoi]),
        'cyclobenzaprine_ir',
      );
      return [
        cautions.some(({ rule }) => rule.id === 'CYC-MAOI'),
        notChecked.find(({ rule }) => rule.id === 'CYC-MAOI')?.missing.map(({ why }) => why),
      ];
    };
    const open = [false, ['last day of phenelzine 15 MG Oral Tablet (not in the chart)']];
    expect(verdictOf({ status: 'stopped' })).toEqual(open);
    expect(verdictOf({ status: 'completed' })).toEqual(open);
    expect(verdictOf({ status: 'active' })).toEqual([true, undefined]);
    expect(verdictOf({ status: 'completed', ...supply(30) })).toEqual([false, undefined]);
    expect(verdictOf({ status: 'stopped', ...supply(108) })).toEqual([true, undefined]);
  });
});
