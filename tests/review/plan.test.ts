import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { DEFAULT_CHOICES } from '../../src/handout/model';
import { RELAXANT_PRODUCTS, offeredRelaxants } from '../../src/knowledge/relaxant-products';
import { DRUG_IDS, US_DRUG_IDS } from '../../src/knowledge/vocabulary';
import type { DrugId } from '../../src/knowledge/vocabulary';
import type { RelaxantReview, Review } from '../../src/review/types';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT, plannedReference } from '../../src/review/visit-record';
import type { PlannedRelaxant, VisitRecord } from '../../src/review/visit-record';
import { ROOT, TODAY, chartOf, idsOf, order, relaxantOf, supply, terminology } from './chart';
import type { Resource } from './chart';

const BARE: PlannedRelaxant = { perDose: 1, at: [] };
const at = (visit: Partial<VisitRecord>, ...entries: readonly Resource[]): Review =>
  reviewVisit(chartOf(entries), { terminology, asOf: TODAY, visit: { ...NEW_VISIT, ...visit } });
const plan = (drug: DrugId, part: Partial<PlannedRelaxant> = {}, ...entries: readonly Resource[]): Review =>
  at({ planned: { [drug]: { ...BARE, ...part } } }, ...entries);
const evidenceOf = (relaxant: RelaxantReview, id: string) =>
  relaxant.cautions.find(({ rule }) => rule.id === id)?.evidence ?? [];

describe('a planned relaxant', () => {
  it.each(DRUG_IDS)('%s is known by its words as exactly this drug, with its form', (drug) => {
    const { relaxants, unrecognised } = plan(drug, { strengthMg: 5 });
    expect(unrecognised).toEqual([]);
    expect(relaxants.map((one) => [one.drug, one.formStated, one.planned])).toEqual([
      [drug, true, { alsoOrdered: false }],
    ]);
  });

  it('is reviewed against the chart like an order, and every mention says that the chart does not hold it', () => {
    const tizanidine = relaxantOf(
      plan(
        'tizanidine',
        {},
        order('cipro', 'ciprofloxacin 500 mg tablet'),
        order('bac', 'baclofen 10 mg tablet'),
      ),
      'tizanidine',
    );
    expect(idsOf(tizanidine)).toContain('TIZ-CYP1A2-STRONG');
    expect(evidenceOf(tizanidine, 'X-DUP').map(({ reference }) => reference)).toEqual([
      'MedicationRequest/bac',
    ]);
    const baclofen = relaxantOf(plan('tizanidine', {}, order('bac', 'baclofen 10 mg tablet')), 'baclofen');
    expect(baclofen.planned).toBeUndefined();
    expect(evidenceOf(baclofen, 'X-DUP')).toMatchObject([
      {
        reference: plannedReference('tizanidine'),
        detail: 'planned, not in the chart',
        by: 'planned at this visit',
      },
    ]);
  });

  it('has the dose and the days that were filled in', () => {
    const found = relaxantOf(
      plan('tizanidine', { strengthMg: 4, perDose: 2, at: ['morning', 'bedtime'], days: 5 }),
      'tizanidine',
    );
    expect(found).toMatchObject({ text: 'tizanidine 4 mg tablet', dailyDoseMg: 16, durationDays: 5 });
    expect(found.orders.flatMap(({ dosages }) => dosages)).toMatchObject([
      {
        text: 'Take 2 tablets in the morning and at bedtime for 5 days',
        read: true,
        slots: { morning: 2, noon: 0, evening: 0, bedtime: 2 },
      },
    ]);
  });

  it('above the label maximum is told so', () => {
    const doses = (perDose: number) =>
      idsOf(
        relaxantOf(
          plan('tizanidine', { strengthMg: 4, perDose, at: ['morning', 'noon', 'bedtime'] }),
          'tizanidine',
        ),
      );
    expect(doses(3)).not.toContain('X-DOSE-MAX');
    expect(doses(4)).toContain('X-DOSE-MAX');
  });

  it('taken only if needed has its most per day', () => {
    const [found] = plan('methocarbamol', { strengthMg: 500, perDose: 2, upTo: 3, days: 1 }).relaxants;
    expect(found?.dailyDoseMg).toBe(3000);
    expect(found?.orders[0]?.dosages[0]).toMatchObject({
      text: 'Take 2 tablets only if needed, up to 3 times a day for 1 day',
      asNeeded: true,
    });
  });

  it('without days has no duration: its duration rules are not clear but could not be checked', () => {
    const found = relaxantOf(plan('baclofen'), 'baclofen');
    expect(found.durationDays).toBeUndefined();
    expect(found.notChecked.map(({ rule }) => rule.id)).toContain('BAC-TAPER');
  });

  it('beside an order of the same drug: both count, and it is said', () => {
    const found = relaxantOf(
      plan(
        'tizanidine',
        { strengthMg: 4, at: ['bedtime'], days: 5 },
        order('tiz', 'tizanidine 4 mg tablet', {
          ...supply(30),
          dosageInstruction: [{ text: 'Take 2 tablets at bedtime' }],
        }),
      ),
      'tizanidine',
    );
    expect(found.planned).toEqual({ alsoOrdered: true });
    expect(found.orders).toHaveLength(2);
    expect(found.dailyDoseMg).toBe(12);
  });

  it('beside another form of the same ingredient is a second relaxant', () => {
    const { relaxants } = plan('cyclobenzaprine_er', {}, order('cyc', 'cyclobenzaprine 10 mg tablet'));
    expect(relaxants.map(({ drug }) => drug)).toEqual(['cyclobenzaprine_ir', 'cyclobenzaprine_er']);
    for (const relaxant of relaxants) expect(idsOf(relaxant)).toContain('X-DUP');
  });

  it('stays when the order beside it is set aside', () => {
    const chart = [order('tiz', 'tizanidine 4 mg tablet')];
    const orders = ['MedicationRequest/tiz', plannedReference('tizanidine')];
    const entry = { reason: 'patient not taking', name: 'tizanidine', orders, relaxant: true } as const;
    const { relaxants } = at({ planned: { tizanidine: BARE }, setAside: { tizanidine: entry } }, ...chart);
    expect(relaxants.map(({ planned }) => planned)).toEqual([{ alsoOrdered: false }]);
  });

  it('leaves nothing behind when the plan is taken back', () => {
    const chart = [order('cipro', 'ciprofloxacin 500 mg tablet')];
    expect(at({ planned: {} }, ...chart)).toEqual(at({}, ...chart));
  });

  it('stands on paper with its times and its last day', () => {
    const text = paperOf(plan('cyclobenzaprine_ir', { strengthMg: 5, at: ['bedtime'], days: 5 }));
    expect(text).toMatchObject([
      { name: 'cyclobenzaprine 5 mg tablet', times: ['–', '–', '–', '1 tablet'], lastDay: '11/26/2026' },
    ]);
  });

  it('under the tongue is named so on paper', () => {
    expect(paperOf(plan('cyclobenzaprine_sl', { strengthMg: 2.8 }))[0]?.name).toBe(
      'cyclobenzaprine under the tongue 2.8 mg tablet',
    );
  });
});

describe('medicines said at the visit', () => {
  it('count as current, are told as said here, and come without a date', () => {
    const tizanidine = relaxantOf(
      at({ said: ['ciprofloxacin'] }, order('tiz', 'tizanidine 4 mg tablet')),
      'tizanidine',
    );
    const [cipro] = evidenceOf(tizanidine, 'TIZ-CYP1A2-STRONG');
    expect(cipro).toMatchObject({
      label: 'ciprofloxacin',
      detail: 'said at this visit',
      by: 'said at this visit',
    });
    expect(cipro?.date).toBeUndefined();
  });

  it('may be relaxants', () => {
    expect(at({ said: ['Zanaflex'] }).relaxants.map(({ drug, planned }) => [drug, planned])).toEqual([
      ['tizanidine', undefined],
    ]);
  });

  it('that no table knows are listed as not recognised: nothing looked at them', () => {
    expect(at({ said: ['green drops'] }).unrecognised.map(({ text }) => text)).toEqual(['green drops']);
  });

  it('feed the red flags too', () => {
    const ids = (said: readonly string[]) => at({ said }).redFlags.map(({ rule }) => rule.id);
    expect(ids(['warfarin']).length).toBeGreaterThanOrEqual(ids([]).length);
    expect(at({ said: ['warfarin'] }).otherMedicines).toMatchObject([{ classes: ['anticoagulant'] }]);
  });
});

describe('a medicine that was not recognised', () => {
  const ODD = order('odd', 'patient own sirdalix 4');
  it('is judged as what the clinician calls it, and the chart keeps its words', () => {
    expect(at({}, ODD).unrecognised).toHaveLength(1);
    const called = at({ named: { 'MedicationRequest/odd': 'tizanidine' } }, ODD, order('c', 'ciprofloxacin'));
    expect(called.unrecognised).toEqual([]);
    expect(relaxantOf(called, 'tizanidine')).toMatchObject({ text: 'patient own sirdalix 4' });
    expect(evidenceOf(relaxantOf(called, 'tizanidine'), 'X-ALCOHOL-ANY')).toMatchObject([
      { text: 'patient own sirdalix 4', by: 'called tizanidine at this visit' },
    ]);
  });
});

describe('relaxants that a site is offered', () => {
  it('are those of the US, the ones of its own region first', () => {
    expect(offeredRelaxants('us')).toEqual(US_DRUG_IDS);
    expect(offeredRelaxants('eu').slice(0, 3)).toEqual(['thiocolchicoside', 'tolperisone', 'baclofen']);
    expect(offeredRelaxants('asia')[0]).toBe('eperisone');
    for (const region of ['us', 'eu', 'asia'] as const)
      expect(new Set(offeredRelaxants(region)).size).toBe(offeredRelaxants(region).length);
  });

  it('have strengths that stand in their ValueSet, every one of a tablet or capsule', () => {
    for (const drug of DRUG_IDS) {
      const { strengths, form } = RELAXANT_PRODUCTS[drug];
      const file = `${ROOT}fhir/ValueSet/relaxant-${drug.replaceAll('_', '-')}.json`;
      const shape = new RegExp(
        `"display": "${drug.includes('asa') ? '[^"]*' : '(?:\\d+ HR )?'}${drug.split('_')[0]}[a-z ]* ([\\d.]+) MG[^"/\\[]* ${form}"`,
        'gi',
      );
      const listed = new Set([...readFileSync(file, 'utf8').matchAll(shape)].map(([, mg]) => Number(mg)));
      expect([drug, strengths]).toEqual([drug, [...listed].sort((a, b) => a - b)]);
    }
  });
});

function paperOf(review: Review) {
  const site = {
    clinic: { name: 'Oak Street Clinic', phone: '', afterHoursPhone: '' },
    emergencyNumber: '911',
    poisonLine: '',
    pageSize: 'Letter',
  } as const;
  const blocks = compose({ review, choices: DEFAULT_CHOICES, site }).sections.flatMap(({ columns }) =>
    columns.flat(),
  );
  return blocks.flatMap((block) => (block.kind === 'medicines' ? block.rows : []));
}
