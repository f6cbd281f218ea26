import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/knowledge/vocabulary';
import { present } from '../../src/review/presentation';
import type { Item, Presentation } from '../../src/review/presentation';
import type { Review } from '../../src/review/types';
import { condition, man, order, reviewOf } from './chart';
import type { Bundle, Resource } from './chart';
import { SAMPLES } from './sample-charts';

/** Entries that join facts in every way, beside the entries of all sample patients. */
const MADE: readonly Resource[] = [
  ...[
    'tramadol 50 MG',
    'fluvoxamine 50 MG',
    'diphenhydramine 25 MG',
    'phenelzine 15 MG',
    'clonidine 0.1 MG',
    'famotidine 20 MG',
    'baclofen 10 MG',
    'carisoprodol 350 MG',
    'chlorzoxazone 500 MG',
    'orphenadrine citrate 100 MG',
    'dantrolene 25 MG',
  ].map((text, at) => order(`made-${at}`, `${text} Oral Tablet`)),
  ...['F10.20', 'G47.33', 'R29.6', 'K74.60', 'N18.5', 'G70.00', 'Z33.1', 'I71.4', 'R32'].map((icd, at) =>
    condition(`made-${at}`, { icd, text: `Condition ${icd}`, recorded: '2026-11-18' }),
  ),
];
const USED = new Set(['MedicationRequest', 'Condition', 'Observation', 'Procedure']);
const pool: readonly Resource[] = [
  ...MADE,
  ...readdirSync(SAMPLES)
    .flatMap((file) => (JSON.parse(readFileSync(`${SAMPLES}${file}`, 'utf8')) as Bundle).entry)
    .map(({ resource }) => ({ ...resource, subject: { reference: 'Patient/p' } }))
    .filter(({ resourceType }) => USED.has(resourceType)),
];
const charts = fc
  .tuple(
    fc.constantFrom('1950-02-03', '1986-03-01', '2012-05-06'),
    fc.shuffledSubarray([...MADE], { minLength: 2, maxLength: 10 }),
    // Few others, so that facts may rest on one entry; or many.
    fc.oneof(
      fc.shuffledSubarray([...pool], { maxLength: 3 }),
      fc.shuffledSubarray([...pool], { maxLength: 30 }),
    ),
  )
  .map(([born, made, more]) => {
    const entries = new Map([...made, ...more].map((one) => [`${one.resourceType}/${one.id ?? ''}`, one]));
    return reviewOf([man(born), ...entries.values()]);
  });

const ORDER: readonly Severity[] = ['contraindicated', 'serious', 'caution', 'counsel'];
const all = ({ items, cautions, teaching }: Presentation): readonly Item[] => [
  ...items,
  ...cautions,
  ...teaching,
];
const keys = (items: readonly Item[]) =>
  items.flatMap(({ hits }) => hits.map(({ relaxant, hit }) => `${relaxant.drug} ${hit.rule.id}`)).toSorted();
const warned = (review: Review) =>
  review.relaxants
    .flatMap(({ drug, cautions }) =>
      cautions.filter(({ rule }) => rule.start !== 'inline').map(({ rule }) => `${drug} ${rule.id}`),
    )
    .toSorted();

describe('what is shown of any chart', { timeout: 60_000 }, () => {
  it('holds every hit of the engine in exactly one item, and no group in two', () => {
    let joined = 0;
    fc.assert(
      fc.property(charts, (review) => {
        const shown = present(review);
        expect(keys(all(shown))).toEqual(warned(review));
        const groups = [...shown.items, ...shown.cautions].flatMap((item) => item.groups);
        expect(new Set(groups).size).toBe(groups.length);
        joined += all(shown).filter((item) => item.groups.length > 1).length;
        for (const item of all(shown)) {
          const worst = Math.min(...item.hits.map(({ hit }) => ORDER.indexOf(hit.severity)));
          expect(item.severity).toBe(ORDER[worst]);
          expect(item.headline).not.toMatch(/undefined|: $|: with|^ |\+ $/);
        }
      }),
      { numRuns: 60 },
    );
    expect(joined, 'no chart joined facts: the property proves nothing').toBeGreaterThan(5);
  });

  it('opens three at most, folds no contraindicated or serious item, and keeps every emergency out of the lists', () => {
    fc.assert(
      fc.property(charts, (review) => {
        const shown = present(review);
        expect(shown.items.filter(({ start }) => start === 'open').length).toBeLessThanOrEqual(3);
        expect([...shown.cautions, ...shown.teaching].map(({ severity }) => severity)).not.toContain(
          'serious',
        );
        expect([...shown.cautions, ...shown.teaching].map(({ severity }) => severity)).not.toContain(
          'contraindicated',
        );
        expect(shown.redFlags.map(({ tier }) => tier)).not.toContain('emergency');
        const flagged = [...shown.emergency, ...shown.redFlags].flatMap(({ hits }) => hits);
        expect(flagged.map(({ rule }) => rule.id)).toEqual(
          expect.arrayContaining(
            review.redFlags.filter(({ tier }) => tier === 'emergency').map(({ rule }) => rule.id),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is the same on every run, and its order does not hang on the order of the relaxants', () => {
    fc.assert(
      fc.property(charts, (review) => {
        const turned = { ...review, relaxants: review.relaxants.toReversed() };
        const ids = (shown: Presentation) => shown.items.map(({ id, severity }) => `${id} ${severity}`);
        expect(present(review)).toEqual(present(review));
        expect(ids(present(turned))).toEqual(ids(present(review)));
      }),
      { numRuns: 40 },
    );
  });
});
