import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { byCodeUnits } from '../../src/chart/text-order';
import { SECTIONS } from '../../src/chart/types';
import type { Section } from '../../src/chart/types';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import { reportOf } from '../../src/review/report';
import type { Review } from '../../src/review/types';
import { bundle, reviewChart } from './chart';
import type { Bundle, Resource } from './chart';
import { SAMPLES } from './sample-charts';

const samples = readdirSync(SAMPLES).map((file) =>
  (JSON.parse(readFileSync(`${SAMPLES}${file}`, 'utf8')) as Bundle).entry.map(({ resource }) => resource),
);
const isPatient = ({ resourceType }: Resource) => resourceType === 'Patient';
const patients = samples.flatMap((resources) => resources.filter(isPatient));

/** Entries of all sample patients as if they were of one, so that what no sample combines meets too. */
const pool = samples.flatMap((resources) =>
  resources
    .filter(
      ({ resourceType }) =>
        SECTIONS.some((section) => section === resourceType) || resourceType === 'Medication',
    )
    .map((resource) =>
      resource.resourceType === 'AllergyIntolerance'
        ? { ...resource, patient: { reference: 'Patient/p' } }
        : { ...resource, subject: { reference: 'Patient/p' } },
    ),
);

const chart: fc.Arbitrary<readonly Resource[]> = fc
  .tuple(fc.constantFrom(...patients), fc.shuffledSubarray(pool, { minLength: 3, maxLength: 60 }))
  .map(([patient, entries]) => [{ ...patient, id: 'p' }, ...entries]);

const failing = fc.subarray([...SECTIONS], { minLength: 1 });

function read(resources: readonly Resource[], failed: readonly Section[] = []): Review {
  const incomplete = Object.fromEntries(failed.map((section) => [section, 'failed' as const]));
  return reviewChart(chartFromBundle(bundle(resources), { incomplete }));
}

/** Rules that fire, hidden ones too, each with its relaxant. */
const firing = (review: Review): ReadonlySet<string> =>
  new Set([
    ...review.relaxants.flatMap(({ drug, cautions, suppressed }) => [
      ...cautions.map(({ rule }) => `${drug} ${rule.id}`),
      ...suppressed.map(({ id }) => `${drug} ${id}`),
    ]),
    ...review.redFlags.map(({ rule }) => rule.id),
  ]);

const open = (review: Review): ReadonlySet<string> =>
  new Set([
    ...review.relaxants.flatMap(({ drug, notChecked, notAsked }) =>
      [...notChecked, ...notAsked].map(({ rule }) => `${drug} ${rule.id}`),
    ),
    ...review.redFlagsNotChecked.map(({ rule }) => rule.id),
  ]);

/** What was found and is now neither found nor said to be unchecked. */
function lost(before: Review, after: Review): readonly string[] {
  const kept = firing(after);
  const said = open(after);
  const listed = new Set(after.relaxants.map(({ drug }) => drug as string));
  return [...firing(before)].filter((rule) => {
    const [drug = ''] = rule.split(' ');
    // A relaxant whose order could not be read is not listed: the medicines then say so themselves.
    const gone =
      rule.includes(' ') && !listed.has(drug) && after.completeness.MedicationRequest !== 'complete';
    return !kept.has(rule) && !said.has(rule) && !gone;
  });
}

const added = (before: Review, after: Review): readonly string[] =>
  [...firing(after)].filter((rule) => !firing(before).has(rule));

/** The report with every list in one order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(canonical).sort((a, b) => byCodeUnits(JSON.stringify(a), JSON.stringify(b)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, canonical(inner)]));
}

const UNRELATED: readonly Resource[] = [
  { resourceType: 'Immunization', id: 'x', status: 'completed', patient: { reference: 'Patient/p' } },
  {
    resourceType: 'Condition',
    id: 'x',
    subject: { reference: 'Patient/p' },
    code: { text: 'Ingrown toenail' },
  },
  {
    resourceType: 'MedicationRequest',
    id: 'x',
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/p' },
    medicationCodeableConcept: { text: 'ascorbic acid 500 MG Oral Tablet' },
  },
  {
    resourceType: 'Observation',
    id: 'x',
    status: 'final',
    subject: { reference: 'Patient/p' },
    code: { text: 'Hemoglobin A1c' },
    valueQuantity: { value: 5.4, unit: '%' },
  },
];

const RUNS = { numRuns: 40 };

describe('on any mixture of sample entries', { timeout: 120_000 }, () => {
  it('the order of the entries changes nothing', () => {
    fc.assert(
      fc.property(
        chart.chain((resources) =>
          fc.tuple(
            fc.constant(resources),
            fc.shuffledSubarray([...resources], { minLength: resources.length }),
          ),
        ),
        ([resources, shuffled]) => {
          const before = canonical(reportOf('chart', read(resources)));
          expect(canonical(reportOf('chart', read(shuffled)))).toEqual(before);
        },
      ),
      RUNS,
    );
  });

  it('a section that failed, with what had arrived of it, settles nothing that was found', () => {
    fc.assert(
      fc.property(chart, failing, (resources, failed) => {
        const whole = read(resources);
        const part = read(resources, failed);
        expect(lost(whole, part)).toEqual([]);
        expect(added(whole, part)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a section of which nothing arrived clears no rule that fired, and makes no absence fire', () => {
    fc.assert(
      fc.property(chart, failing, (resources, failed) => {
        const whole = read(resources);
        const rest = resources.filter(
          ({ resourceType }) => !failed.some((section) => section === resourceType),
        );
        const part = read(rest, failed);
        expect(lost(whole, part)).toEqual([]);
        expect(added(whole, part)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('no rule that rests on an absence fires on a list of conditions that failed, whatever had arrived of it', () => {
    const absence = CAUTION_RULES.filter(({ trigger }) => JSON.stringify(trigger).includes('"noCondition"'));
    const seen = new Set<string>();
    fc.assert(
      fc.property(chart, (resources) => {
        const whole = firing(read(resources));
        const part = firing(read(resources, ['Condition']));
        for (const { id } of absence) {
          for (const rule of whole) if (rule.endsWith(` ${id}`)) seen.add(id);
          expect([...part].filter((rule) => rule.endsWith(` ${id}`))).toEqual([]);
        }
      }),
      RUNS,
    );
    // The charts do hold what the rules look for: read in full they fire.
    expect(seen.size).toBeGreaterThan(0);
  });

  it('what could not be settled with a failed section was not settled by less', () => {
    fc.assert(
      fc.property(chart, failing, (resources, failed) => {
        const part = read(resources, failed);
        const less = read(resources, SECTIONS);
        for (const rule of open(part)) expect(open(less)).toContain(rule);
        for (const { drug, driving } of less.relaxants) {
          const before = part.relaxants.find((relaxant) => relaxant.drug === drug)?.driving;
          expect([driving.tier, driving.notChecked.length > 0 || driving.raisedBy.length > 0]).toEqual([
            before?.tier,
            true,
          ]);
        }
      }),
      RUNS,
    );
  });

  it('an entry of no concern removes nothing', () => {
    fc.assert(
      fc.property(chart, fc.constantFrom(...UNRELATED), (resources, more) => {
        const before = read(resources);
        const after = read([...resources, more]);
        expect([...firing(before)].filter((rule) => !firing(after).has(rule))).toEqual([]);
        expect(open(after)).toEqual(open(before));
      }),
      RUNS,
    );
  });
});
