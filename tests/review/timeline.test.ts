import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/chart/types';
import { timeline } from '../../src/review/timeline';
import type { Timeline, TimelineMark } from '../../src/review/timeline';
import type { Review } from '../../src/review/types';
import { chartOf, condition, man, order, reviewChart, supply, terminology } from './chart';
import type { Resource } from './chart';
import { sampleChart } from './sample-charts';

function linesOf(chart: Chart): { readonly line: Timeline; readonly review: Review } {
  const review = reviewChart(chart);
  return { line: timeline(review, chart, terminology.recogniseMedication), review };
}
const of = (...resources: Resource[]): Timeline => linesOf(chartOf(resources)).line;
const rows = (line: Timeline) => line.rows.map(({ kind, name }) => `${kind}: ${name}`);
const marks = (line: Timeline, name: string): readonly TimelineMark[] =>
  line.rows.find((row) => row.name === name)?.marks ?? [];
const references = (line: Timeline) => [
  ...line.rows.flatMap((row) => row.marks.map(({ reference }) => reference)),
  ...line.apart.map(({ reference }) => reference),
];

describe('the timeline', () => {
  it('reaches from two years back to the day of the review', () => {
    expect(of()).toEqual({ from: '2024-11-22', to: '2026-11-22', rows: [], apart: [] });
  });

  it('draws an order from its date to the end of its supply, and says that it is still on the list', () => {
    const line = of(order('t', 'tizanidine 4 mg tablet', { authoredOn: '2026-11-01', ...supply(10, 1) }));
    expect(rows(line)).toEqual(['relaxant: tizanidine']);
    expect(marks(line, 'tizanidine')).toEqual([
      {
        kind: 'order',
        reference: 'MedicationRequest/t',
        text: 'tizanidine 4 mg tablet',
        start: '2026-11-01',
        startText: '2026-11-01',
        end: '2026-11-20',
        listed: true,
      },
    ]);
  });

  it('invents no end where no supply is stated', () => {
    const [mark] = marks(of(order('t', 'tizanidine 4 mg tablet')), 'tizanidine');
    expect(mark).not.toHaveProperty('end');
    expect(mark).toMatchObject({ start: '2026-11-20', listed: true });
  });

  it('keeps an order that began before the picture and is still on the list', () => {
    const line = of(order('t', 'tizanidine 4 mg tablet', { authoredOn: '2019-05-02' }));
    expect(marks(line, 'tizanidine')).toMatchObject([{ start: '2019-05-02', listed: true }]);
    expect(line.apart).toEqual([]);
  });

  it('lists apart what has no date, lies before the picture or is still to come', () => {
    const line = of(
      order('t', 'tizanidine 4 mg tablet', { authoredOn: undefined }),
      order('b', 'baclofen 10 mg tablet', { authoredOn: '2026-12-24' }),
      order('c', 'carisoprodol 350 mg tablet', {
        status: 'completed',
        authoredOn: '2021-03-01',
        ...supply(5),
      }),
    );
    expect(line.rows).toEqual([]);
    expect(line.apart.map(({ name, why, date }) => [name, why, date])).toEqual(
      expect.arrayContaining([
        ['tizanidine', 'no date', undefined],
        ['baclofen', 'after', '2026-12-24'],
        ['carisoprodol', 'before', '2021-03-01'],
      ]),
    );
  });

  it('shows ended orders of a relaxant in the row of the current one, and one that is over in a row of its own', () => {
    const line = of(
      order('now', 'tizanidine 4 mg tablet'),
      order('then', 'Zanaflex 4 mg', { status: 'completed', authoredOn: '2026-02-01', ...supply(30) }),
      order('over', 'methocarbamol 500 mg tablet', { status: 'stopped', authoredOn: '2026-05-01' }),
    );
    expect(marks(line, 'tizanidine').map(({ reference }) => reference)).toEqual([
      'MedicationRequest/then',
      'MedicationRequest/now',
    ]);
    expect(marks(line, 'methocarbamol')).toMatchObject([{ start: '2026-05-01', listed: false }]);
  });

  it('gives each medicine of a caution one row, at the worst severity', () => {
    const line = of(
      order('t', 'tizanidine 4 mg tablet'),
      order('c', 'ciprofloxacin 500 mg tablet', { authoredOn: '2026-11-19', ...supply(7) }),
      order('l', 'loratadine 10 mg tablet'),
    );
    expect(rows(line)).toEqual(['relaxant: tizanidine', 'interacting: ciprofloxacin']);
    expect(line.rows[1]).toMatchObject({ severity: 'contraindicated', marks: [{ end: '2026-11-25' }] });
  });

  it('leaves out what never was an order', () => {
    const line = of(
      order('t', 'tizanidine 4 mg tablet'),
      order('e', 'tizanidine 4 mg tablet', { status: 'entered-in-error' }),
    );
    expect(references(line)).toEqual(['MedicationRequest/t']);
  });

  it('puts the entries behind a red flag on their day, or over the days that an incomplete date allows', () => {
    const line = of(
      man('1950-01-01'),
      condition('fall', {
        icd: 'W19.XXXA',
        text: 'Fall',
        onset: '2026-10-16',
        category: 'encounter-diagnosis',
      }),
      condition('ca', { icd: 'C50.919', text: 'Breast cancer', onset: '2026-03' }),
    );
    const events = line.rows.flatMap((row) => row.marks);
    expect(events).toContainEqual({
      kind: 'event',
      reference: 'Condition/fall',
      text: 'Fall',
      start: '2026-10-16',
      startText: '2026-10-16',
      end: '2026-10-16',
    });
    expect(events).toContainEqual(
      expect.objectContaining({ reference: 'Condition/ca', start: '2026-03-01', end: '2026-03-31' }),
    );
  });
});

describe.each([
  'maria-lopez',
  'samuel-adeyemi',
  'priya-raman',
  'ingrid-solberg',
  'genevieve-belanger-desrosiers',
  'rosa-jimenez',
  'frank-kowalczyk',
  'caleb-whitehorse',
])('the timeline of %s', (name) => {
  it('has every order of a relaxant or of a caution, and every entry of a red flag, exactly once', () => {
    const { line, review } = linesOf(sampleChart(name));
    const shown = references(line);
    expect(new Set(shown).size).toBe(shown.length);
    const hits = [
      ...review.relaxants.flatMap(({ cautions }) =>
        cautions.filter(({ severity }) => severity !== 'counsel'),
      ),
    ];
    const expected = [
      ...review.relaxants.flatMap(({ orders }) => orders.map(({ reference }) => reference)),
      ...hits.flatMap(({ evidence }) =>
        evidence.map(({ reference }) => reference).filter((reference) => reference.startsWith('Medication')),
      ),
      ...review.redFlags.flatMap(({ evidence }) =>
        evidence
          .map(({ reference }) => reference)
          .filter((reference) => !/^(?:Patient|answer)\//.test(reference)),
      ),
    ];
    expect(shown).toEqual(expect.arrayContaining([...new Set(expected)]));
  });

  it('places every mark inside the two years', () => {
    const { line } = linesOf(sampleChart(name));
    for (const mark of line.rows.flatMap((row) => row.marks)) {
      expect(mark.start <= line.to, mark.reference).toBe(true);
      const last = mark.kind === 'order' && mark.listed ? line.to : (mark.end ?? mark.start);
      expect(last >= line.from, mark.reference).toBe(true);
    }
  });
});
