import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/handout/content/en';
import type { MedicationOrder } from '../../src/chart/types';
import type { DrugId } from '../../src/knowledge/vocabulary';
import type { RelaxantReview } from '../../src/review/types';
import { allWords, lineOf, onlyRow, paperOf, rows, section } from './paper-text';
import { AS_OF, day, dosage, gap, hit, order, relaxant, rule } from './review-factory';

const TAPER = rule('TIZ-TAPER', { severity: 'caution', patientLine: 'teach', patient: 'x' });
const contraindicated = [
  hit(rule('TIZ-CYP1A2-STRONG', { severity: 'contraindicated', patientLine: 'decide' })),
];

const paper = (of: RelaxantReview, choices = {}, site = {}) => paperOf({ relaxants: [of] }, choices, site);
const withOrders = (drug: DrugId, ...orders: MedicationOrder[]) => relaxant(drug, { orders });
const cyc = (changes: Partial<MedicationOrder> = {}) =>
  order('MedicationRequest/c', 'cyclobenzaprine hydrochloride 5 MG Oral Tablet', changes);

describe('the row of a medicine', () => {
  it('has name and strength as the bottle says them, brand, purpose, four times and the last day', () => {
    expect(onlyRow(paper(withOrders('cyclobenzaprine_ir', cyc())))).toMatchObject({
      name: 'cyclobenzaprine 5 mg tablet',
      purpose: '(Flexeril) for tight back muscles',
      times: ['–', '–', '–', '1 tablet'],
      lastDay: '11/26/2026',
    });
  });

  it('does not repeat a brand that the chart already gives', () => {
    const row = onlyRow(
      paper(withOrders('tizanidine', order('MedicationRequest/t', 'tizanidine (Zanaflex) 4 MG Oral Tablet'))),
    );
    expect(row.purpose).toBe('for tight muscles');
  });

  it('puts the ingredient before a product name that hides it', () => {
    expect(
      onlyRow(paper(withOrders('carisoprodol', order('MedicationRequest/s', 'Soma 350 MG Oral Tablet'))))
        .name,
    ).toBe('carisoprodol: Soma 350 mg tablet');
  });

  it('gives the name alone when orders of two strengths stand', () => {
    const row = onlyRow(
      paper(
        withOrders(
          'cyclobenzaprine_ir',
          cyc(),
          order('MedicationRequest/d', 'cyclobenzaprine 10 MG Oral Tablet'),
        ),
      ),
    );
    expect(row.name).toBe('cyclobenzaprine');
  });

  it('guesses no back pain behind a medicine made for spasticity', () => {
    expect(onlyRow(paper(relaxant('baclofen'))).purpose).toBe('(Lioresal) for tight muscles');
  });
});

describe('the times of a medicine', () => {
  it('say only if needed, how much, and how much at most', () => {
    const prn = dosage({ asNeeded: true, timesPerDay: 3, slots: undefined as never });
    const row = onlyRow(paper(withOrders('cyclobenzaprine_ir', cyc({ dosages: [prn] }))));
    expect(row.times).toBe('Only if you need it: 1 tablet. No more than 3 in 24 hours.');
    expect(row.sentence?.[0]).toEqual({ text: 'Only if you need it:', strong: true });
  });

  it('of an as-needed order without a limit are the words of the bottle', () => {
    const prn = dosage({
      asNeeded: true,
      timesPerDay: undefined as never,
      slots: undefined as never,
      text: 'as needed',
    });
    const row = onlyRow(paper(withOrders('cyclobenzaprine_ir', cyc({ dosages: [prn] }))));
    expect(row.times).toBe('Take it as your bottle says. Your order says: “as needed”');
  });

  it('that cannot be read are quoted, never guessed', () => {
    const row = onlyRow(
      paper(
        withOrders(
          'cyclobenzaprine_ir',
          cyc({ dosages: [dosage({ text: 'TK 1 T PO BID', read: false, patientReadable: false })] }),
        ),
      ),
    );
    expect(row.times).toBe('Take it as your bottle says. Your order says: “TK 1 T PO BID”');
  });

  it('say the bottle when the order has no words either', () => {
    const row = onlyRow(paper(withOrders('cyclobenzaprine_ir', cyc({ dosages: [] }))));
    expect(row.times).toBe('Take it as your bottle says.');
    expect(row.lastDay).toBe('');
  });

  it('of two orders that differ are never added up', () => {
    const row = onlyRow(
      paper(
        withOrders(
          'cyclobenzaprine_ir',
          cyc(),
          cyc({
            reference: 'MedicationRequest/d',
            dosages: [dosage({ text: 'Take 1 tablet in the morning' })],
          }),
        ),
      ),
    );
    expect(row.times).toBe('You have more than one order for this. Ask us which one to take.');
    expect(row.lastDay).toBe('');
  });

  it('of a renewal are those of the order, once', () => {
    const row = onlyRow(
      paper(
        withOrders(
          'cyclobenzaprine_ir',
          cyc(),
          cyc({
            reference: 'MedicationRequest/d',
            authoredOn: day('2026-11-24'),
            supply: { start: day('2026-11-24'), repeats: 0 },
          }),
        ),
      ),
    );
    expect(row.times).toEqual(['–', '–', '–', '1 tablet']);
    expect(row.lastDay).toBe('11/28/2026');
  });

  it('do not come from an order on hold beside an active one', () => {
    const row = onlyRow(
      paper(
        withOrders(
          'cyclobenzaprine_ir',
          cyc(),
          cyc({ reference: 'MedicationRequest/d', status: 'on-hold', dosages: [dosage({ text: 'other' })] }),
        ),
      ),
    );
    expect(row.times).toEqual(['–', '–', '–', '1 tablet']);
  });

  it('that the clinician filled in win, in the unit of the order', () => {
    const slots = { cyclobenzaprine_ir: { morning: 0.5, noon: 0, evening: 0, bedtime: 2 } };
    const filled = paper(withOrders('cyclobenzaprine_ir', cyc()), { slots });
    expect(onlyRow(filled).times).toEqual(['½ tablet', '–', '–', '2 tablets']);
    expect(lineOf(filled, 'table.cyclobenzaprine_ir').origin).toContain('times you filled in');
  });

  it.each([
    ['nothing', { morning: 0, noon: 0, evening: 0, bedtime: 0 }],
    ['less than nothing', { morning: -1, noon: 0, evening: 0, bedtime: 2 }],
    ['no number', { morning: Number.NaN, noon: 0, evening: 0, bedtime: 2 }],
  ])('that the clinician filled in with %s are not used', (_, slots) => {
    expect(
      onlyRow(paper(withOrders('cyclobenzaprine_ir', cyc()), { slots: { cyclobenzaprine_ir: slots } })).times,
    ).toEqual(['–', '–', '–', '1 tablet']);
  });
});

describe('a medicine that the patient must ask about first', () => {
  const slots = { cyclobenzaprine_ir: { morning: 1, noon: 1, evening: 1, bedtime: 1 } };

  it('has a sentence and never times, though the clinician filled some in', () => {
    const row = onlyRow(paper(relaxant('cyclobenzaprine_ir', { cautions: contraindicated }), { slots }));
    expect(row).toMatchObject({ times: 'Ask us before you take this.', lastDay: 'Ask us first' });
  });

  it('of the taper class is never stopped by the paper', () => {
    const row = onlyRow(paper(relaxant('tizanidine', { cautions: [...contraindicated, hit(TAPER)] })));
    expect(row).toMatchObject({
      times: 'Call us before your next dose. Do not stop all at once.',
      lastDay: 'Call us first',
    });
  });

  it('on hold has no times', () => {
    expect(onlyRow(paper(relaxant('cyclobenzaprine_ir', { state: 'on-hold' }), { slots })).times).toBe(
      'Ask us before you take this.',
    );
  });

  it('from an old order has no times until the clinician fills them in', () => {
    const old = relaxant('cyclobenzaprine_ir', { stale: true });
    expect(onlyRow(paper(old)).times).toBe('Ask us before you take this.');
    expect(onlyRow(paper(old, { slots })).times).toEqual(['1 tablet', '1 tablet', '1 tablet', '1 tablet']);
  });

  it('beside one that may be taken is not meant by “take it only this way”, nor asked back', () => {
    const two = [relaxant('methocarbamol'), relaxant('cyclobenzaprine_ir', { cautions: contraindicated })];
    expect(section(paperOf({ relaxants: two }), 'how')[0]).toMatch(/^Take methocarbamol only this way\./);
    expect(section(paperOf({ relaxants: two }), 'teachback')[0]).toContain('will you take your medicine?');
    expect(section(paperOf({ relaxants: two.slice(1) }), 'teachback')[0]).toBe('When will you call us?');
  });

  it('beside another that may be taken is spoken of as two', () => {
    const two = paperOf({ relaxants: [relaxant('methocarbamol'), relaxant('cyclobenzaprine_ir')] });
    expect(section(two, 'how')[0]).toMatch(/^Take them only this way\./);
    expect(section(two, 'teachback')[0]).toContain('will you take your medicines?');
  });

  it('is not told how to be taken', () => {
    const how = section(paper(relaxant('cyclobenzaprine_ir', { cautions: contraindicated })), 'how').join(
      ' ',
    );
    expect(how).not.toMatch(/only this way|Missed a dose|dry mouth/);
  });
});

describe('a relaxant that was stopped', () => {
  it('leaves the table and is named, so that old pills are not taken again', () => {
    const two = paperOf({
      relaxants: [relaxant('methocarbamol'), relaxant('cyclobenzaprine_ir', { state: 'stopped' })],
    });
    expect(rows(two).map(({ drug }) => drug)).toEqual(['methocarbamol']);
    expect(section(two, 'how')).toContain(
      'Your cyclobenzaprine was stopped. Ask us before you take it again.',
    );
  });

  it('stays in the table when a sudden stop could harm', () => {
    const row = onlyRow(
      paper(
        relaxant('diazepam', {
          state: 'stopped',
          durationDays: 90,
          cautions: [hit(rule('DZP-TAPER', { patient: '' }))],
        }),
      ),
    );
    expect(row).toMatchObject({ times: ENGLISH.medicine.orderStopped, lastDay: 'Call us first' });
  });
});

describe('the last day', () => {
  it('comes from the end or the days of the order, never from the amount dispensed', () => {
    const dated = (changes: Partial<MedicationOrder>) =>
      onlyRow(paper(withOrders('cyclobenzaprine_ir', cyc(changes)))).lastDay;
    const noDays = dosage({ days: undefined as never });
    expect(dated({})).toBe('11/26/2026');
    expect(dated({ dosages: [dosage({ end: day('2026-12-01') })] })).toBe('12/01/2026');
    expect(dated({ dosages: [noDays], supply: { start: day(AS_OF), repeats: 0, days: 10 } })).toBe('');
  });

  it('is left blank when refills would overrun it, or when it is over', () => {
    expect(
      onlyRow(paper(withOrders('cyclobenzaprine_ir', cyc({ supply: { start: day(AS_OF), repeats: 2 } }))))
        .lastDay,
    ).toBe('');
    const over = paper(
      withOrders('cyclobenzaprine_ir', cyc({ dosages: [dosage({ end: day('2026-11-01') })] })),
    );
    expect(onlyRow(over).lastDay).toBe('');
    expect(lineOf(over, 'table.cyclobenzaprine_ir').origin).toContain('the order ended 2026-11-01');
  });

  it('that the clinician typed wins, in the form of the site; nonsense is not printed', () => {
    const typed = (value: string, site = {}) =>
      onlyRow(
        paper(withOrders('cyclobenzaprine_ir', cyc()), { lastDay: { cyclobenzaprine_ir: value } }, site),
      ).lastDay;
    expect(typed('2026-11-30')).toBe('11/30/2026');
    expect(typed('2026-11-30', { pageSize: 'A4' })).toBe('30 Nov 2026');
    expect(typed('soon')).toBe('11/26/2026');
  });
});

describe('a medicine that must not be stopped all at once', () => {
  it.each(['baclofen', 'carisoprodol', 'diazepam', 'tizanidine'] as const)(
    '%s: with an unknown duration it prints “Call us first”, no date, and the line that forbids a sudden stop',
    (drug) => {
      const of = paperOf(
        { relaxants: [relaxant(drug, { durationDays: undefined as never })] },
        { lastDay: { [drug]: '2026-11-30' }, lines: { 'how.taper': false } },
      );
      expect(onlyRow(of).lastDay).toBe('Call us first');
      expect(section(of, 'how')).toContain(`Do not stop ${drug} all at once. Call us first.`);
      expect(lineOf(of, 'how.taper')).toMatchObject({ on: true, locked: true });
    },
  );

  it('is found whether its taper rule fires, was suppressed, could not be checked or was not asked', () => {
    const lastDay = (changes: Partial<RelaxantReview>) =>
      onlyRow(paper(relaxant('tizanidine', changes))).lastDay;
    expect(lastDay({})).toBe('11/26/2026');
    expect(lastDay({ cautions: [hit(TAPER)] })).toBe('Call us first');
    expect(lastDay({ suppressed: [{ id: 'TIZ-TAPER', by: 'X' }] })).toBe('Call us first');
    expect(lastDay({ notChecked: [gap(TAPER)] })).toBe('Call us first');
    expect(lastDay({ notAsked: [gap(TAPER)] })).toBe('Call us first');
  });

  it('never gets advice for a missed dose but to call', () => {
    expect(section(paper(relaxant('tizanidine')), 'how').join(' ')).toContain('Missed a dose? Call us.');
  });

  it('is never told to stop in any other words', () => {
    const words = allWords(paper(relaxant('baclofen', { cautions: [hit(TAPER), ...contraindicated] })));
    expect(words.replace(/Do not stop [^.]*all at once/g, '').match(/\bstop\b/gi)).toBeNull();
  });
});

describe('a list of medicines that was not read in full', () => {
  it('says so under the table', () => {
    const of = paperOf({
      completeness: { ...paperCompleteness, MedicationRequest: 'partial' },
    });
    expect(section(of, 'medicine').at(-1)).toBe(
      'We could not read all of your list of medicines today. Show us all your bottles.',
    );
    expect(section(paperOf(), 'medicine').join(' ')).not.toContain('could not read');
  });
});

const paperCompleteness = {
  Condition: 'complete',
  MedicationRequest: 'complete',
  AllergyIntolerance: 'complete',
  Observation: 'complete',
  Procedure: 'complete',
} as const;
