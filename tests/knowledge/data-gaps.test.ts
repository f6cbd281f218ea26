import { describe, expect, it } from 'vitest';
import { DATA_GAPS } from '../../src/knowledge/data-gaps';
import { findDataGaps } from '../../src/review/data-gaps';
import { readCase } from './caution-facts';

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

  it('stand when the thing is missing, for their relaxant only', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['GAP-BAC-EGFR', 'baclofen no:egfr', 'tizanidine no:egfr'],
      ['GAP-TIZ-ALT', 'tizanidine no:alt_xuln', 'baclofen no:alt_xuln'],
      ['GAP-DAN-ALT', 'dantrolene no:alt_xuln', 'metaxalone no:alt_xuln'],
      ['GAP-MTX-ORGAN', 'metaxalone no:egfr no:alt_xuln', 'metaxalone no:egfr'],
      ['GAP-TIZ-CRCL', 'tizanidine age:65 no:egfr no:crcl', 'tizanidine age:64 no:egfr no:crcl'],
      [
        'GAP-PREG',
        'cyclobenzaprine_sl age:30 sex:female no:no_contraception',
        'cyclobenzaprine_ir age:30 sex:female no:no_contraception',
      ],
      ['GAP-DUR', 'methocarbamol no:days', 'methocarbamol'],
      ['GAP-DOSE', 'methocarbamol no:dose', 'methocarbamol'],
      ['GAP-ALCOHOL', 'methocarbamol no:alcohol_heavy', 'methocarbamol'],
      ['GAP-ALLERGY', 'methocarbamol no:AllergyIntolerance', 'methocarbamol'],
    ];
    for (const [id, stands, silent] of cases) {
      expect(gaps(stands), stands).toContain(id);
      expect(gaps(silent), silent).not.toContain(id);
    }
  });

  it('are silent for a relaxant of which everything is on file', () => {
    expect(gaps('tizanidine age:70')).toEqual([]);
  });
});
