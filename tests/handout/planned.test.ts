import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { DRUG_IDS } from '../../src/knowledge/vocabulary';
import type { DrugId } from '../../src/knowledge/vocabulary';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT } from '../../src/review/visit-record';
import type { PlannedRelaxant, VisitRecord } from '../../src/review/visit-record';
import { TODAY, chartOf, order, supply, terminology } from '../review/chart';
import type { Resource } from '../review/chart';
import { allWords, headingOf, lineOf, onlyRow, rows, section } from './paper-text';
import { input } from './review-factory';

const AT_NIGHT: PlannedRelaxant = { perDose: 1, at: ['bedtime'] };

/** From the entries of a chart and what was done at the visit to the paper, as the app does it. */
const paperAt = (visit: Partial<VisitRecord>, ...entries: readonly Resource[]) =>
  compose(
    input(reviewVisit(chartOf(entries), { terminology, asOf: TODAY, visit: { ...NEW_VISIT, ...visit } })),
  );
const planned = (drug: DrugId, part: Partial<PlannedRelaxant> = {}, ...entries: readonly Resource[]) =>
  paperAt({ planned: { [drug]: { ...AT_NIGHT, ...part } } }, ...entries);

describe('a planned relaxant on paper', () => {
  it('is the medicine that the patient will take, with times and last day; only the rail says that the chart does not hold it', () => {
    const paper = planned('cyclobenzaprine_ir', { strengthMg: 5, days: 5 });
    expect(paper.title).toBe('Back spasm and your muscle relaxer');
    expect(onlyRow(paper)).toMatchObject({
      name: 'cyclobenzaprine 5 mg tablet',
      times: ['–', '–', '–', '1 tablet'],
      lastDay: '11/26/2026',
    });
    expect(lineOf(paper, 'table.cyclobenzaprine_ir').origin).toBe(
      'planned, not in the chart · from the plan · last day from the plan',
    );
    expect(allWords(paper)).not.toMatch(/planned|in the chart/i);
  });

  it.each(DRUG_IDS)('%s stands in the table with its tag', (drug) => {
    const paper = planned(drug);
    expect(rows(paper).map((row) => row.drug)).toEqual([drug]);
    expect(lineOf(paper, `table.${drug}`).origin).toMatch(/^planned, not in the chart · /);
  });

  it('that must not be stopped at once has no last day, however long it is planned for', () => {
    expect(onlyRow(planned('baclofen', { strengthMg: 5 })).lastDay).toBe('Call us first');
    expect(allWords(planned('baclofen', { strengthMg: 5 }))).toContain('Do not stop baclofen all at once.');
    expect(onlyRow(planned('baclofen', { strengthMg: 5, days: 5 })).lastDay).toBe('Call us first');
  });

  it('brings its word on driving and what not to mix with it, like one that is ordered', () => {
    const alone = planned('methocarbamol');
    expect(headingOf(alone, 'driving')).toBe('Driving: wait and see');
    expect(section(alone, 'know')[1]).toContain('Do not drive after your first dose.');
    const paper = planned('methocarbamol', {}, order('oxy', 'oxycodone 5 mg tablet'));
    expect(headingOf(paper, 'driving')).toBe('Driving: not for now');
    expect(section(paper, 'mix').join(' ')).toContain('You also take oxycodone.');
  });

  it('with a contraindicated finding that nobody decided has no times, and its tag still', () => {
    const paper = planned(
      'tizanidine',
      { strengthMg: 4, days: 5 },
      order('c', 'ciprofloxacin 500 mg tablet'),
    );
    expect(typeof onlyRow(paper).times).toBe('string');
    expect(lineOf(paper, 'table.tizanidine').origin).toBe(
      'planned, not in the chart · decision open: no times printed',
    );
  });

  it('taken only if needed says how often, without a grid', () => {
    const { times } = onlyRow(planned('methocarbamol', { strengthMg: 500, at: [], upTo: 3, days: 2 }));
    expect(times).toBe('Only if you need it: 1 tablet. No more than 3 in 24 hours.');
  });

  it('beside an order of the chart that differs is not added up, and says that both are there', () => {
    const paper = planned(
      'tizanidine',
      { strengthMg: 4, days: 5 },
      order('tiz', 'tizanidine 4 mg tablet', {
        ...supply(30),
        dosageInstruction: [{ text: 'Take 2 tablets at bedtime' }],
      }),
    );
    expect(typeof onlyRow(paper).times).toBe('string');
    expect(lineOf(paper, 'table.tizanidine').origin).toMatch(
      /^planned beside an order in the chart · orders differ: fill times · /,
    );
  });
});

describe('a paper without a relaxant', () => {
  it('is a care plan: no table, nothing on how to take a medicine', () => {
    const paper = paperAt({});
    expect(paper.title).toBe('Back spasm: your care plan');
    expect(rows(paper)).toEqual([]);
    expect(paper.sections.map(({ id }) => id)).not.toContain('how');
  });

  it('is one again when the plan is taken back, word for word', () => {
    expect(paperAt({ planned: {} })).toEqual(paperAt({}));
  });

  it('tells no order of the chart as a plan', () => {
    const paper = paperAt({}, order('cyc', 'cyclobenzaprine 10 mg tablet'));
    expect(lineOf(paper, 'table.cyclobenzaprine_ir').origin).not.toContain('planned');
  });
});
