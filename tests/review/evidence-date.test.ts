import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { present } from '../../src/review/presentation';
import { redFlagLines } from '../../src/review/note-red-flags';
import { pairAge, latestStart } from '../../src/review/ranking';
import { dated, shownDate } from '../../src/review/evidence-date';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT } from '../../src/review/visit-record';
import { ROOT, TODAY, condition, man, order, reviewOf, terminology } from './chart';

const headline = (onset: string): string | undefined =>
  present(
    reviewOf([man(), condition('c', { icd: 'Z85.3', text: 'History of breast cancer', onset })]),
  ).redFlags.find(({ hits }) => hits.some(({ rule }) => rule.id === 'CANCER_HISTORY'))?.headline;

describe('a date is shown as exact as the chart has it', () => {
  it.each([
    ['2014', /History of breast cancer, 2014$/],
    ['2014-05', /History of breast cancer, 05\/2014$/],
    ['2014-05-02', /History of breast cancer, 05\/02\/2014$/],
    ['2014-05-02T23:30:00-05:00', /History of breast cancer, 05\/02\/2014$/],
  ])('in the headline of a red flag (%s)', (onset, words) => {
    expect(headline(onset)).toMatch(words);
  });

  it('in the question whether an emergency is new: days are counted only from a day', () => {
    const asked = (recorded: string) =>
      present(
        reviewOf([man(), condition('a', { icd: 'I71.4', text: 'Abdominal aortic aneurysm', recorded })]),
      ).emergency[0]?.headline;
    expect(asked('2026')).toBe('Abdominal aortic aneurysm, recorded 2026: is this pain new or sudden?');
    expect(asked('2026-11')).toMatch(/recorded 11\/2026:/);
    expect(asked('2026-11-20')).toMatch(/recorded 2 days ago:/);
  });

  it('in the age of a pair', () => {
    const pair = (authoredOn: string) => {
      const review = reviewOf([
        man(),
        order('c', 'cyclobenzaprine 10 MG Oral Tablet', { authoredOn: '2020-01-01' }),
        order('s', 'sertraline 50 MG Oral Tablet', { authoredOn }),
      ]);
      const hits = present(review).items.flatMap((item) =>
        item.hits.filter(({ hit }) => hit.rule.id === 'CYC-SEROTONIN'),
      );
      const [first] = hits;
      const since = first === undefined ? undefined : latestStart(first);
      return [pairAge(hits, TODAY), since === undefined ? undefined : shownDate(since)];
    };
    expect(pair('2026')).toEqual(['together since 2026', '2026']);
    expect(pair('2026-06')).toEqual(['together since 06/2026', '06/2026']);
    expect(pair('2026-06-03')).toEqual(['together since 06/03/2026', '06/03/2026']);
    expect(pair('2026-11-20')).toEqual(['new 11/20', '11/20/2026']);
  });

  it('while windows go on from the first day that it can mean', () => {
    expect(dated({ text: '2014', day: '2014-01-01', precision: 'year' })).toEqual({
      date: '2014-01-01',
      written: '2014',
    });
    expect(dated({ text: 'long ago', precision: 'unreadable' })).toEqual({});
  });
});

const SAMPLES = readdirSync(`${ROOT}fhir/samples`).filter((file) => file.endsWith('.json'));

it.each(SAMPLES)('no day is shown that the chart does not hold: %s', (file) => {
  const text = readFileSync(`${ROOT}fhir/samples/${file}`, 'utf8');
  const chart = chartFromBundle(JSON.parse(text) as unknown);
  const review = reviewVisit(chart, { terminology, asOf: TODAY, visit: NEW_VISIT });
  const shown = present(review);
  const lines = [
    ...[...shown.emergency, ...shown.redFlags, ...shown.items, ...shown.cautions].flatMap((item) => [
      item.headline,
      'age' in item ? (item.age ?? '') : '',
    ]),
    ...redFlagLines({
      review,
      shown,
      undecided: shown,
      visit: NEW_VISIT,
      groups: [],
      medicineQuestions: [],
      writtenAt: '',
      readAt: undefined,
      handout: undefined,
      length: 'full',
    }),
  ].join('\n');
  const days = [...lines.matchAll(/(\d\d)\/(\d\d)\/(\d{4})/g)].map(
    ([, month = '', day = '', year = '']) => `${year}-${month}-${day}`,
  );
  expect(days.filter((day) => !text.includes(day))).toEqual([]);
});

it('the sample with a cancer of 2014 says the year', () => {
  const bundle = JSON.parse(readFileSync(`${ROOT}fhir/samples/maria-lopez.json`, 'utf8')) as unknown;
  const shown = present(reviewVisit(chartFromBundle(bundle), { terminology, asOf: TODAY, visit: NEW_VISIT }));
  expect(shown.redFlags.map((flag) => flag.headline).join('\n')).toMatch(/breast cancer, 2014/);
});
