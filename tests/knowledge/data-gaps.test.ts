import { describe, expect, it } from 'vitest';
import { DATA_GAPS } from '../../src/knowledge/data-gaps';
import { findDataGaps } from '../../src/review/data-gaps';
import { readCase } from './caution-facts';
import { answersGap, gapCases } from './table-cases';

const gaps = (line: string) => findDataGaps(DATA_GAPS, readCase(line).facts).map((gap) => gap.id);

describe('data gaps: what is said instead of silence', () => {
  it('are the ten prompts, each with an id and a sentence of its own', () => {
    expect(DATA_GAPS.map((gap) => gap.id).toSorted()).toEqual([
      'GAP-ALCOHOL',
      'GAP-ALLERGY',
      'GAP-BAC-EGFR',
      'GAP-DAN-ALT',
      'GAP-DOSE',
      'GAP-DUR',
      'GAP-MTX-ORGAN',
      'GAP-PREG',
      'GAP-TIZ-ALT',
      'GAP-TIZ-CRCL',
    ]);
    expect(new Set(DATA_GAPS.map((gap) => gap.text)).size).toBe(10);
    for (const gap of DATA_GAPS) expect(gap.text, gap.id).toMatch(/^[A-Z].*[.?]$/);
  });

  it('stand when the thing is missing, for their relaxants only', () => {
    for (const one of gapCases()) {
      const prompt = DATA_GAPS.find(({ id }) => id === one.id);
      expect(prompt !== undefined && answersGap(one, prompt), `${one.id}: ${one.expected} ${one.words}`).toBe(
        true,
      );
    }
  });

  it('are silent for a relaxant of which everything is on file', () => {
    expect(gaps('tizanidine age:70')).toEqual([]);
  });
});
