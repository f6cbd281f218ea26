import { describe, expect, it } from 'vitest';
import { ASK_GROUPS, MEDICINE_QUESTIONS } from '../../src/knowledge/checklist';
import { offeredRelaxants } from '../../src/knowledge/relaxant-products';
import { compare } from '../../src/review/compare';
import { noteOf } from '../../src/review/note';
import { ownDirection } from '../../src/review/own-direction';
import { present } from '../../src/review/presentation';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT } from '../../src/review/visit-record';
import type { VisitRecord } from '../../src/review/visit-record';
import { TODAY, chartOf, condition, order, relaxantOf, terminology } from './chart';
import { relaxantAside, sayWhetherNew } from '../../src/workspace/decisions';

const medicine = (id: string, text: string, code: string) =>
  order(id, text, {
    medicationCodeableConcept: {
      text,
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code }],
    },
  });

const CHART = chartOf([
  {
    resourceType: 'Patient',
    id: 'p',
    gender: 'female',
    birthDate: '1951-02-03',
    name: [{ family: 'الراشد', given: ['فاطمة'] }],
  },
  medicine('tiz', 'תיזנידין 4', '313413'),
  medicine('cyc', 'סיקלובנזפרין (10)', '828348'),
  medicine('cip', 'ציפרו 500', '309309'),
  medicine('pred', 'פרדניזון 10', '312615'),
  order('odd', 'دواء 5'),
  condition('cancer', { icd: 'Z85.3', text: 'سرطان الثدي (2014)', recorded: '2014-05-02' }),
  condition('fall', { icd: 'W19.XXXA', text: 'נפילה', recorded: '2026-10-12' }),
  condition('bone', { icd: 'M81.0', text: 'هشاشة العظام', recorded: '2020-01-02' }),
  condition('aorta', { icd: 'I71.4', text: 'أم الدم الأبهرية', recorded: '2026-11-01' }),
  condition('drink', { icd: 'F10.20', text: 'תלות באלכוהול', recorded: '2024-01-02' }),
]);
const judge = (visit: VisitRecord) => reviewVisit(CHART, { terminology, asOf: TODAY, visit });

/** What is left of a text without the stretches that keep their own direction. */
const among = (text: string): string => text.replaceAll(/\u2068[^\u2069]*\u2069/g, '');
const RIGHT_TO_LEFT = /\p{Script=Hebrew}|\p{Script=Arabic}/u;

describe('names from right to left', () => {
  const review = judge(NEW_VISIT);
  const shown = present(review);
  const question = [...shown.emergency, ...shown.redFlags].flatMap((flag) => flag.question ?? [])[0];

  it.each([
    ['headlines', [...shown.items, ...shown.cautions].map(({ headline }) => headline)],
    ['red flags', [...shown.emergency, ...shown.redFlags].map(({ headline }) => headline)],
    ['what could not be checked', shown.couldNotCheck.map(({ text }) => text)],
    [
      'reasons of Compare',
      compare(judge, NEW_VISIT, offeredRelaxants('us'), 'also').bands.flatMap(({ candidates }) =>
        candidates.flatMap(({ against, driving }) => [
          ...against.map(({ text }) => text),
          ...driving.raisedBy,
        ]),
      ),
    ],
  ])('keep their own order in %s', (_, texts) => {
    expect(texts.join(), 'proves nothing').toMatch(RIGHT_TO_LEFT);
    for (const text of texts) expect(among(text)).not.toMatch(RIGHT_TO_LEFT);
  });

  it('stand before their date, which belongs to our words', () => {
    expect(shown.redFlags.map(({ headline }) => headline).join()).toContain(
      '\u2068سرطان الثدي (2014)\u2069, 05/02/2014',
    );
  });

  it('keep their own order in the whole note', () => {
    if (question === undefined) throw new Error('no emergency asks whether it is new');
    const visit = sayWhetherNew(
      question,
      true,
    )(relaxantAside(relaxantOf(review, 'tizanidine'), 'patient not taking')(NEW_VISIT));
    const decided = judge(visit);
    const note = noteOf({
      review: decided,
      shown: present(decided),
      undecided: shown,
      visit,
      groups: ASK_GROUPS,
      medicineQuestions: MEDICINE_QUESTIONS,
      writtenAt: '11/22/2026 10:52',
      readAt: '10:42',
      handout: undefined,
      length: 'full',
    });
    expect(note).toMatch(/الراشد[\s\S]*סיקלובנזפרין[\s\S]*سرطان[\s\S]*أم الدم[\s\S]*دواء/);
    expect(among(note)).not.toMatch(RIGHT_TO_LEFT);
  });
});

it('words from left to right stay the same to the letter', () => {
  for (const text of ['', 'Cancer history: Brustkrebs, 2014', 'тизанидин 4 мг', '替扎尼定', 'ηλικία'])
    expect(ownDirection(text)).toBe(text);
});
