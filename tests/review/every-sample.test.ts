import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../src/chart/types';
import type { Chart } from '../../src/chart/types';
import { RELAXANT_PRODUCTS, offeredRelaxants } from '../../src/knowledge/relaxant-products';
import type { DrugId } from '../../src/knowledge/vocabulary';
import { severityRank } from '../../src/review/cautions';
import { compare } from '../../src/review/compare';
import type { CompareMode, Comparison } from '../../src/review/compare';
import type { Review } from '../../src/review/types';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT } from '../../src/review/visit-record';
import type { VisitRecord } from '../../src/review/visit-record';
import { bringBack, decide, relaxantAside } from '../../src/workspace/decisions';
import { plan } from '../../src/workspace/visit-medicines';
import { TODAY, terminology } from './chart';
import { SAMPLES, sampleChart } from './sample-charts';

const CHARTS = readdirSync(SAMPLES)
  .map((file) => file.replace('.json', ''))
  .map((name) => [name, sampleChart(name)] as const);
const judge =
  (chart: Chart) =>
  (visit: VisitRecord): Review =>
    reviewVisit(chart, { terminology, asOf: TODAY, visit });

/** Where every finding of each relaxant stands, with its rank. */
const ranks = ({ relaxants }: Review): ReadonlyMap<string, number> =>
  new Map(
    relaxants.flatMap(({ drug, cautions }) =>
      cautions.map(({ rule, severity }) => [`${drug} ${rule.id}`, severityRank(severity)]),
    ),
  );

describe.each(CHARTS)('the decisions on %s', (_, chart) => {
  const review = judge(chart);
  const before = review(NEW_VISIT);

  it('to stop or hold a relaxant escalate findings of that relaxant only, and Undo leaves nothing of it', () => {
    for (const { drug } of before.relaxants)
      for (const kind of ['stop', 'hold'] as const) {
        const decided = decide(drug, { kind })(NEW_VISIT);
        for (const [key, rank] of ranks(review(decided)))
          if (!key.startsWith(`${drug} `))
            expect(rank, `${kind} ${drug}: ${key}`).toBeGreaterThanOrEqual(
              ranks(before).get(key) ?? Infinity,
            );
        expect(review(decide(drug, undefined)(decided))).toEqual(before);
      }
  });

  it('not to count a relaxant take it out of every check, and Undo brings it back', () => {
    for (const relaxant of before.relaxants) {
      const { drug } = relaxant;
      const aside = relaxantAside(relaxant, 'patient not taking')(NEW_VISIT);
      const after = review(aside);
      expect(after.relaxants.map((one) => one.drug)).not.toContain(drug);
      const references = new Set(relaxant.orders.map(({ reference }) => reference));
      const evidence = after.relaxants.flatMap(({ cautions }) => cautions.flatMap((hit) => hit.evidence));
      expect(evidence.filter(({ reference }) => references.has(reference))).toEqual([]);
      // Not as one that was stopped, either: all else is said as if its orders had never been written.
      const never = judge({
        ...chart,
        medications: chart.medications.filter(({ reference }) => !references.has(reference)),
      })(NEW_VISIT);
      expect({
        ...after,
        didNotCount: after.didNotCount.filter(({ reference }) => !references.has(reference)),
      }).toEqual(never);
      expect(review(bringBack(drug)(aside))).toEqual(before);
    }
  });

  it('to plan a relaxant run every check on it, and Undo leaves nothing of it', () => {
    const drug = offeredRelaxants('us').find((one) => before.relaxants.every((other) => other.drug !== one));
    if (drug === undefined) throw new Error('every relaxant is on the list');
    const planned = plan(drug, { perDose: 1, at: [] })(NEW_VISIT);
    const found = review(planned).relaxants.find((one) => one.drug === drug);
    expect((found?.cautions.length ?? 0) + (found?.notChecked.length ?? 0)).toBeGreaterThan(0);
    expect(review(plan(drug, undefined)(planned))).toEqual(before);
  });
});

describe.each(CHARTS)('Compare for %s', (_, chart) => {
  const of = (one: Chart, mode: CompareMode): Comparison =>
    compare(judge(one), NEW_VISIT, offeredRelaxants('us'), mode);
  const top = (comparison: Comparison): DrugId[] =>
    comparison.bands.flatMap(({ id, candidates }) =>
      id === 'open' ? candidates.map(({ drug }) => drug) : [],
    );

  it.each(['instead', 'also'] as const)(
    'puts nothing first that is controlled or for spasticity only, and sorts by the alphabet (%s)',
    (mode) => {
      const comparison = of(chart, mode);
      for (const drug of top(comparison)) {
        expect(RELAXANT_PRODUCTS[drug].controlled, drug).toBe(false);
        expect(RELAXANT_PRODUCTS[drug].offLabel, drug).toBeUndefined();
      }
      for (const { candidates } of comparison.bands) {
        const names = candidates.map(({ name }) => name);
        expect(names).toEqual(names.toSorted());
      }
    },
  );

  it('puts nothing first for a section that fails or a lab that is gone', () => {
    const before = top(of(chart, 'instead'));
    const failed = SECTIONS.map((section) => without(chart, section));
    const noLabs = { ...chart, observations: [] };
    for (const less of [...failed, noLabs])
      expect(before).toEqual(expect.arrayContaining(top(of(less, 'instead'))));
  });
});

const ENTRIES = {
  MedicationRequest: 'medications',
  Condition: 'conditions',
  AllergyIntolerance: 'allergies',
  Observation: 'observations',
  Procedure: 'procedures',
} as const satisfies Readonly<Record<(typeof SECTIONS)[number], keyof Chart>>;

const without = (chart: Chart, section: (typeof SECTIONS)[number]): Chart => ({
  ...chart,
  sections: { ...chart.sections, [section]: { status: 'failed', gaps: ['not read'], count: 0 } },
  [ENTRIES[section]]: [],
});
