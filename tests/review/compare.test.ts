import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../src/chart/types';
import type { Chart, Section } from '../../src/chart/types';
import { RELAXANT_PRODUCTS, offeredRelaxants } from '../../src/knowledge/relaxant-products';
import { DRUG_IDS } from '../../src/knowledge/vocabulary';
import { BANDS, compare } from '../../src/review/compare';
import type { BandId, CompareMode, Comparison } from '../../src/review/compare';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT, REACTION } from '../../src/review/visit-record';
import type { VisitRecord } from '../../src/review/visit-record';
import { TODAY, allergy, chartOf, condition, lab, order, quantity, terminology } from './chart';
import type { Resource } from './chart';
import { sampleChart } from './sample-charts';

function of(
  chart: Chart,
  visit: Partial<VisitRecord> = {},
  mode: CompareMode = 'instead',
  drugs = offeredRelaxants('us'),
): Comparison {
  const judge = (one: VisitRecord) => reviewVisit(chart, { terminology, asOf: TODAY, visit: one });
  return compare(judge, { ...NEW_VISIT, ...visit }, drugs, mode);
}
const band = (comparison: Comparison, id: BandId) =>
  comparison.bands.find((one) => one.id === id)?.candidates.map(({ drug }) => drug) ?? [];
const row = (comparison: Comparison, drug: string) => {
  const found = comparison.bands.flatMap(({ candidates }) => candidates).find((one) => one.drug === drug);
  if (found === undefined) throw new Error(`${drug} is not compared`);
  return found;
};

const man = (birthDate: string): Resource => ({
  resourceType: 'Patient',
  id: 'p',
  gender: 'male',
  birthDate,
});
const LABS = [
  lab('egfr', '98979-8', quantity(95, 'mL/min/{1.73_m2}'), TODAY),
  lab(
    'alt',
    '1742-6',
    { ...quantity(20, 'U/L'), referenceRange: [{ high: { value: 40, unit: 'U/L' } }] },
    TODAY,
  ),
  lab('weight', '29463-7', quantity(80, 'kg'), TODAY),
];
const HEALTHY = [man('1992-03-01'), ...LABS];
const OLDER = [
  man('1954-03-14'),
  ...LABS,
  order('oxy', 'oxycodone 5 mg tablet'),
  condition('fall', { icd: 'W19.XXXA', category: 'encounter-diagnosis', recorded: '2026-10-12' }),
];

describe('worked examples', () => {
  it('healthy at 34 with normal labs: the acute relaxants stand in the first band, the rest needs a reason', () => {
    const found = of(chartOf(HEALTHY));
    expect(band(found, 'open')).toEqual([
      'chlorzoxazone',
      'cyclobenzaprine_ir',
      'cyclobenzaprine_er',
      'metaxalone',
      'methocarbamol',
      'orphenadrine',
      'orphenadrine_asa_caffeine',
    ]);
    expect(band(found, 'serious')).toEqual([
      'baclofen',
      'carisoprodol',
      'cyclobenzaprine_sl',
      'dantrolene',
      'diazepam',
      'tizanidine',
    ]);
    expect(found.everywhere).toEqual([]);
  });

  it('the same man without labs: chlorzoxazone and metaxalone are to be checked first', () => {
    const found = of(chartOf([man('1992-03-01')]));
    expect(band(found, 'check-first')).toEqual(['chlorzoxazone', 'metaxalone']);
    expect(band(found, 'open')).toHaveLength(5);
    for (const drug of ['chlorzoxazone', 'metaxalone'])
      expect(row(found, drug).couldNotCheck.length).toBeGreaterThan(0);
  });

  it('at 72 with oxycodone and a fall nothing stands in the first two bands', () => {
    const found = of(chartOf(OLDER));
    expect(band(found, 'open')).toEqual([]);
    expect(band(found, 'check-first')).toEqual([]);
    expect(found.bands.flatMap(({ candidates }) => candidates)).toHaveLength(13);
    expect(
      row(found, 'methocarbamol')
        .against.map(({ text }) => text)
        .join(' · '),
    ).toMatch(/oxycodone/);
  });
});

describe('in place of, and in addition to', () => {
  const CHART = chartOf([
    ...HEALTHY,
    order('bac', 'baclofen 10 mg tablet'),
    order('cyc', 'cyclobenzaprine 10 mg tablet'),
  ]);
  it('what is replaced is no partner, and baclofen is tapered first', () => {
    const found = of(CHART);
    expect(found.now.map(({ drug }) => drug).sort()).toEqual(['baclofen', 'cyclobenzaprine_ir']);
    expect(found.taperFirst).toEqual(['baclofen']);
    expect(band(found, 'open')).toContain('methocarbamol');
    expect(row(found, 'baclofen').onTheList).toBe(true);
  });

  it('beside them every one is a further relaxant', () => {
    const found = of(CHART, {}, 'also');
    expect(band(found, 'open')).toEqual([]);
    expect(found.taperFirst).toEqual([]);
    expect(row(found, 'methocarbamol').against[0]).toMatchObject({ severity: 'serious' });
  });

  it('a relaxant that was only planned or said is replaced too', () => {
    const visit = { planned: { methocarbamol: { perDose: 1, at: [] } }, said: ['Skelaxin'] };
    const found = of(chartOf(HEALTHY), visit);
    expect(found.now.map(({ drug }) => drug)).toEqual(['methocarbamol', 'metaxalone']);
    expect(band(found, 'open')).toEqual(band(of(chartOf(HEALTHY)), 'open'));
  });
});

describe('a gap that touches every relaxant', () => {
  const CHART = chartOf(HEALTHY, { incomplete: { AllergyIntolerance: 'failed' } });
  it('empties the first band and is told once', () => {
    const found = of(CHART);
    expect(band(found, 'open')).toEqual([]);
    expect(found.everywhere.map(({ key }) => key)).toEqual(['AllergyIntolerance']);
    for (const { candidates } of found.bands)
      for (const { couldNotCheck } of candidates) expect(couldNotCheck.join()).not.toMatch(/allerg/);
  });

  it('of allergies to relaxants is closed by a No of the patient; that of aspirin is not', () => {
    const found = of(CHART, { answers: { [REACTION]: false } });
    expect(found.everywhere).toEqual([]);
    expect(band(found, 'open')).toContain('metaxalone');
    expect(band(found, 'open')).not.toContain('orphenadrine_asa_caffeine');
    expect(band(of(CHART, { answers: { [REACTION]: true } }), 'open')).toEqual([]);
  });
});

describe('no relaxant rises for what is missing', () => {
  const charts = [
    chartOf(HEALTHY),
    chartOf(OLDER),
    chartOf([...HEALTHY, order('c', 'ciprofloxacin 500 mg tablet'), allergy('a', 'metaxalone')]),
    chartOf([...OLDER, condition('ckd', { icd: 'N18.4' }), condition('g', { icd: 'H40.20X0' })]),
    sampleChart('maria-lopez'),
  ];
  const top = charts.map((chart) => new Set(band(of(chart), 'open')));

  it('whatever section fails and whatever lab is gone', () => {
    const statuses = ['failed', 'partial', 'not-permitted'] as const;
    const holes = fc.record({
      at: fc.nat(charts.length - 1),
      sections: fc.subarray([...SECTIONS], { minLength: 0 }),
      status: fc.constantFrom(...statuses),
      keep: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    });
    fc.assert(
      fc.property(holes, ({ at, sections, status, keep }) => {
        const chart = charts[at] ?? chartOf([]);
        const found = band(of(holed(chart, sections, status, keep)), 'open');
        for (const drug of found) expect(top[at]?.has(drug)).toBe(true);
        for (const drug of found) {
          expect(RELAXANT_PRODUCTS[drug].controlled).toBe(false);
          expect(RELAXANT_PRODUCTS[drug].offLabel).toBeUndefined();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('inside a band the order is that of the alphabet, and every relaxant stands in exactly one', () => {
    for (const chart of charts)
      for (const mode of ['instead', 'also'] as const) {
        const { bands } = of(chart, {}, mode, DRUG_IDS);
        expect(bands.map(({ id }) => id)).toEqual(BANDS);
        for (const { candidates } of bands) {
          const names = candidates.map(({ name }) => name);
          expect(names).toEqual([...names].sort());
        }
        expect(bands.flatMap(({ candidates }) => candidates.map(({ drug }) => drug)).sort()).toEqual(
          [...DRUG_IDS].sort(),
        );
      }
  });
});

function holed(
  chart: Chart,
  sections: readonly Section[],
  status: 'failed' | 'partial' | 'not-permitted',
  keep: readonly boolean[],
): Chart {
  const failed = new Set<Section>(sections);
  const left = <T>(section: Section, entries: readonly T[]) =>
    failed.has(section) && status !== 'partial' ? [] : entries;
  return {
    ...chart,
    sections: Object.fromEntries(
      SECTIONS.map((section) => [
        section,
        failed.has(section) ? { status, gaps: ['not read'], count: 0 } : chart.sections[section],
      ]),
    ) as Chart['sections'],
    medications: left('MedicationRequest', chart.medications),
    conditions: left('Condition', chart.conditions),
    allergies: left('AllergyIntolerance', chart.allergies),
    procedures: left('Procedure', chart.procedures),
    observations: left(
      'Observation',
      chart.observations.filter((_, place) => keep[place % keep.length] !== false),
    ),
  };
}
