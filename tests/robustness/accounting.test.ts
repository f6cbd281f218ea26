import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf, condition, factsOf, order } from '../review/chart';
import type { Resource } from '../review/chart';
import { fuzzedResources, lostIn, placesOf } from './accounting';

describe('2,000 broken orders and problems', { timeout: 60_000 }, () => {
  it('crash nothing, and each is in one place: matched, known, not recognised, did not count, or of another patient', () => {
    fc.assert(
      fc.property(fuzzedResources(20), (resources) => {
        expect(lostIn(resources)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the accounting', () => {
  it('tells the places apart', () => {
    const places = (resources: readonly Resource[]) => {
      const chart = chartOf(resources);
      return Object.fromEntries(placesOf(chart, factsOf(resources).recognised));
    };
    expect(
      places([
        order('a', 'tizanidine 4 MG Oral Tablet'),
        order('b', 'rosuvastatin 10 MG Oral Tablet'),
        order('c', 'zzqx'),
        order('d', 'tizanidine 4 MG Oral Tablet', { status: 'draft' }),
        condition('e', { icd: 'R29.6' }),
        condition('f', { text: 'Ingrown toenail' }),
        condition('g', { icd: 'R29.6', verification: 'refuted' }),
      ]),
    ).toEqual({
      'MedicationRequest/a': ['matched'],
      'MedicationRequest/b': ['known'],
      'MedicationRequest/c': ['not recognised'],
      'MedicationRequest/d': ['did not count'],
      'Condition/e': ['matched'],
      'Condition/f': ['known'],
      'Condition/g': ['did not count'],
    });
  });

  it('sees an entry that is in no place, and one that is in two', () => {
    const chart = chartOf([condition('e', { icd: 'R29.6' }), order('c', 'zzqx')]);
    const { recognised } = factsOf([condition('e', { icd: 'R29.6' }), order('c', 'zzqx')]);
    const lost = placesOf(chart, { ...recognised, unrecognised: [] });
    expect(lost.get('MedicationRequest/c')).toEqual([]);
    const twice = placesOf(chart, {
      ...recognised,
      unrecognised: [...recognised.unrecognised, { reference: 'Condition/e', text: '' }],
    });
    expect(twice.get('Condition/e')).toEqual(['not recognised', 'matched']);
  });
});
