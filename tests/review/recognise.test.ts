import { describe, expect, it } from 'vitest';
import { selfCareFacts } from '../../src/review/self-care';
import {
  allergy,
  condition,
  factsOf,
  idsOf,
  lab,
  order,
  procedure,
  quantity,
  relaxantOf,
  reviewOf,
} from './chart';
import type { Resource } from './chart';

const TIZ = order('t', 'tizanidine 4 MG Oral Tablet');
const METHADONE = order('m', 'methadone hydrochloride 10 MG Oral Tablet');
const SNOMED = 'http://snomed.info/sct';
const coded = (id: string, code: string) =>
  allergy(id, 'allergy entry', { code: { coding: [{ system: SNOMED, code }] } });

describe('where an entry lands', () => {
  it('is one place: counted, set aside with a reason, not recognised, or of no concern', () => {
    const resources = [
      TIZ,
      order('draft', 'oxycodone 5 MG Oral Tablet', { status: 'draft' }),
      order('ended', 'oxycodone 5 MG Oral Tablet', { status: 'completed' }),
      order('known', 'rosuvastatin 10 MG Oral Tablet'),
      order('blank', 'zzqx'),
      condition('refuted', { icd: 'G83.4', verification: 'refuted' }),
      condition('toe', { text: 'Ingrown toenail' }),
      condition('falls', { icd: 'R29.6' }),
    ];
    const { recognised } = factsOf(resources);
    expect(recognised.didNotCount.map(({ reference }) => reference)).toEqual([
      'MedicationRequest/draft',
      'MedicationRequest/ended',
      'Condition/refuted',
    ]);
    expect(recognised.unrecognised.map(({ reference }) => reference)).toEqual(['MedicationRequest/blank']);
    expect(recognised.conditions.map(({ entry }) => entry.reference)).toEqual(['Condition/falls']);
    expect(recognised.other).toBe(2);
  });

  it('of a procedure that was not done is among what did not count', () => {
    const { recognised } = factsOf([procedure('p', '45595009', { status: 'not-done' })]);
    expect(recognised.procedures).toEqual([]);
  });
});

describe('allergies', () => {
  const open = (resource: Resource) =>
    relaxantOf(reviewOf([TIZ, resource]), 'tizanidine').notChecked.map(({ rule }) => rule.id);

  it('"no known allergy" is a checked none, "not asked" is not', () => {
    expect(open(coded('a', '716186003'))).not.toContain('X-ALLERGY');
    expect(open(coded('a', '1631000175102'))).toContain('X-ALLERGY');
  });

  it.each([
    ['Muscle relaxants', true],
    ['SKELETAL MUSCLE RELAXANT', true],
    ['Muscle relaxers (Flexeril)', true],
    // One of the class alone, or those of the operating room.
    ['Muscle relaxant allergy', true],
    ['Skeletal muscle relaxant (class) - rash', true],
    ['Relaxants, muscle', true],
    ['Baclofen (muscle relaxant)', false],
    ['Baclofen, a muscle relaxant', false],
    ['Rocuronium (muscle relaxant)', false],
    ['Depolarizing muscle relaxant allergy', false],
    ['Non-depolarizing muscle relaxants', false],
    ['No known allergy to muscle relaxants', false],
    ['Benzodiazepines', false],
  ])('to %s: of tizanidine %s', (text, fires) => {
    const { cautions } = relaxantOf(reviewOf([TIZ, allergy('a', text)]), 'tizanidine');
    expect(cautions.some(({ rule }) => rule.id === 'X-ALLERGY')).toBe(fires);
  });

  it.each(['Benzodiazepines', 'Benzos', 'Benzodiazepine - rash', 'Lorazepam, other benzodiazepines'])(
    'to %s: of diazepam',
    (text) => {
      const review = reviewOf([order('d', 'diazepam 5 MG Oral Tablet'), allergy('a', text)]);
      expect(idsOf(relaxantOf(review, 'diazepam'))).toContain('X-ALLERGY');
    },
  );

  it('that are refuted or resolved do not count, and a recorded one does', () => {
    const fires = (resource: Resource) =>
      idsOf(relaxantOf(reviewOf([TIZ, resource]), 'tizanidine')).includes('X-ALLERGY');
    const status = (system: string, code: string) => ({ coding: [{ system, code }] });
    const clinical = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical';
    const verification = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification';
    expect(fires(allergy('a', 'tizanidine'))).toBe(true);
    expect(fires(allergy('a', 'tizanidine', { clinicalStatus: status(clinical, 'resolved') }))).toBe(false);
    expect(fires(allergy('a', 'tizanidine', { verificationStatus: status(verification, 'refuted') }))).toBe(
      false,
    );
    expect(
      fires(allergy('a', 'tizanidine', { verificationStatus: status(verification, 'unconfirmed') })),
    ).toBe(true);
  });
});

describe('methadone', () => {
  const ids = (...more: readonly Resource[]) =>
    idsOf(relaxantOf(reviewOf([TIZ, METHADONE, ...more]), 'tizanidine'));
  const disorder = (words: Parameters<typeof condition>[1]) => condition('oud', words);

  it('is an opioid for pain where nothing says otherwise', () => {
    expect(ids()).toContain('X-OPIOID');
    expect(ids()).not.toContain('X-MOUD');
  });

  it('is treatment beside an opioid use disorder, active or in remission', () => {
    for (const words of [{ icd: 'F11.20' }, { icd: 'F11.21' }, { icd: 'F11.20', status: 'remission' }]) {
      expect(ids(disorder(words)), JSON.stringify(words)).toContain('X-MOUD');
      expect(ids(disorder(words)), JSON.stringify(words)).not.toContain('X-OPIOID');
    }
  });

  it('stays an opioid beside a disorder that is refuted, suspected or resolved', () => {
    for (const words of [
      { icd: 'F11.20', verification: 'refuted' },
      { icd: 'F11.20', verification: 'provisional' },
      { icd: 'F11.20', status: 'resolved' },
    ])
      expect(ids(disorder(words)), JSON.stringify(words)).toContain('X-OPIOID');
  });

  it('does not take another opioid with it', () => {
    expect(ids(disorder({ icd: 'F11.20' }), order('o', 'oxycodone 5 MG Oral Tablet'))).toEqual(
      expect.arrayContaining(['X-MOUD', 'X-OPIOID']),
    );
  });

  it('raises the driving advice either way', () => {
    for (const more of [[], [disorder({ icd: 'F11.20' })]])
      expect(relaxantOf(reviewOf([TIZ, METHADONE, ...more]), 'tizanidine').driving.tier).toBe('D3');
  });
});

describe('what self-care advice must respect', () => {
  const facts = (...resources: readonly Resource[]) => selfCareFacts(factsOf(resources));
  const egfr = (value: number, when: string) =>
    lab('e', '98979-8', quantity(value, 'mL/min/{1.73_m2}'), when);

  it('is stated for a chart that holds nothing against it', () => {
    expect(facts()).toEqual({ conditions: [], allergies: [] });
  });

  it('holds active conditions, and those that the chart leaves open unless the paper would print them as a reason', () => {
    expect(facts(condition('c', { icd: 'K74.60' }))?.conditions).toContain('liver_disease');
    expect(facts(condition('c', { icd: 'K74.60', verification: 'provisional' }))?.conditions).toContain(
      'liver_disease',
    );
    expect(facts(condition('c', { icd: 'K74.60', status: 'inactive' }))?.conditions).toContain(
      'liver_disease',
    );
    expect(
      facts(condition('c', { icd: 'F10.20', status: 'resolved', verification: 'provisional' }))?.conditions,
    ).toEqual([]);
    expect(facts(condition('c', { icd: 'I50.9', status: 'inactive' }))?.conditions).not.toContain(
      'heart_failure',
    );
    expect(facts(condition('c', { icd: 'N18.4' }))?.conditions).toContain('ckd');
    expect(facts(condition('c', { icd: 'N18.4', verification: 'provisional' }))?.conditions).not.toContain(
      'ckd',
    );
    expect(facts(condition('c', { icd: 'K74.60', verification: 'refuted' }))?.conditions).toEqual([]);
  });

  it('holds ingredients and classes of allergies', () => {
    expect(facts(allergy('a', 'Tylenol'))?.allergies).toContain('acetaminophen');
    expect(facts(allergy('a', 'Motrin'))?.allergies).toEqual(expect.arrayContaining(['ibuprofen', 'nsaid']));
  });

  it('knows three answers about the kidney', () => {
    expect(facts(egfr(59, '2020-01-01'))?.egfrBelow60).toBe(true);
    expect(facts(egfr(60, '2026-10-01'))?.egfrBelow60).toBe(false);
    expect(facts(egfr(60, '2025-10-01'))?.egfrBelow60).toBeUndefined();
    expect(facts()?.egfrBelow60).toBeUndefined();
  });

  it('is not stated while nobody asked about allergies: the paper then names no pain medicine', () => {
    expect(facts(coded('a', '1631000175102'))).toBeUndefined();
  });
});
