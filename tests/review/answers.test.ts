import { describe, expect, it } from 'vitest';
import { selfCareFacts } from '../../src/review/self-care';
import { review } from '../../src/review/review';
import { allergy, chartOf, factsOf, order, relaxantOf, reviewOf, terminology, TODAY } from './chart';
import type { Resource } from './chart';

/** A form of the checklist with one answer. */
const form = (linkId: string, value: boolean, authored?: string): Resource => ({
  resourceType: 'QuestionnaireResponse',
  id: `${linkId}-${authored ?? 'undated'}`,
  status: 'completed',
  subject: { reference: 'Patient/p' },
  ...(authored === undefined ? {} : { authored }),
  item: [{ linkId, answer: [{ valueBoolean: value }] }],
});
const flags = (...resources: readonly Resource[]) => reviewOf(resources).redFlags.map(({ rule }) => rule.id);
const listed = (...resources: readonly Resource[]) =>
  reviewOf(resources).notes.flatMap(({ id, evidence }) =>
    evidence.map(({ reference, date }) => [id, reference, date].join(' ')),
  );
const SADDLE_LISTED = 'REMOTE_HISTORY_LISTED answer/ces-saddle 2026-11-20';

describe('a yes to a symptom, read on 11/22/2026', () => {
  it('counts from the form of the visit, of the evening before, and of a form without a date', () => {
    for (const authored of ['2026-11-22T09:30:00-05:00', '2026-11-21T20:00:00-05:00', undefined]) {
      expect(flags(form('ces-saddle', true, authored))).toEqual(['CES']);
      expect(listed(form('ces-saddle', true, authored))).toEqual([]);
    }
  });

  it('is listed with its day, and is no flag, from an older form', () => {
    const old = form('ces-saddle', true, '2026-11-20T09:30:00-05:00');
    expect(flags(old)).toEqual([]);
    expect(listed(old)).toEqual([SADDLE_LISTED]);
  });

  it('of today counts beside an older form, whichever comes first', () => {
    const forms = [
      form('ces-saddle', false, '2026-11-20T09:30:00Z'),
      form('ces-saddle', true, '2026-11-22T09:30:00Z'),
    ];
    expect(flags(...forms)).toEqual(['CES']);
    expect(flags(...forms.toReversed())).toEqual(['CES']);
  });

  it('without a date is not taken back by a dated no', () => {
    const forms = [form('ces-saddle', true), form('ces-saddle', false, '2026-11-22T09:30:00Z')];
    expect(flags(...forms)).toEqual(['CES']);
    expect(flags(...forms.toReversed())).toEqual(['CES']);
  });

  it('of an older form is not listed any more when it was asked again', () => {
    const chart = chartOf([form('ces-saddle', true, '2026-11-20T09:30:00Z')]);
    const asked = (answer: boolean) =>
      review(chart, { terminology, asOf: TODAY, visit: { answers: { 'ces-saddle': answer } } });
    expect(asked(false).notes).toEqual([]);
    expect(asked(false).redFlags).toEqual([]);
    expect(asked(true).redFlags.map(({ rule }) => rule.id)).toEqual(['CES']);
  });
});

describe('a yes to what stays true', () => {
  it('counts from an older form, with the day it was said', () => {
    const [hit] = reviewOf([form('ca', true, '2024-03-01')]).redFlags;
    expect(hit?.rule.id).toBe('CANCER_HISTORY');
    expect(hit?.evidence[0]).toMatchObject({
      reference: 'answer/ca',
      date: '2024-03-01',
      detail: 'answered yes at an earlier visit',
    });
    expect(flags(form('inject', true, '2024-03-01'))).toEqual(['IVDU']);
  });
});

describe('an older form about medicines', () => {
  const TIZANIDINE = order('t', 'tizanidine 4 MG Oral Tablet');
  const notAsked = (answer: Resource) =>
    relaxantOf(reviewOf([TIZANIDINE, answer]), 'tizanidine').notAsked.map(({ rule }) => rule.id);

  it('clears nothing: its no is not asked today', () => {
    expect(notAsked(form('alcohol_heavy', false, '2026-11-22'))).not.toContain('X-ALCOHOL');
    expect(notAsked(form('alcohol_heavy', false, '2026-10-22'))).toContain('X-ALCOHOL');
  });

  it('is no answer of today with its yes either', () => {
    expect(notAsked(form('alcohol_heavy', true, '2026-10-22'))).toContain('X-ALCOHOL');
  });
});

describe('what the paper must respect without a relaxant on the list', () => {
  const care = (...resources: readonly Resource[]) => {
    const found = selfCareFacts(factsOf(resources));
    if (found === undefined) throw new Error('not looked at');
    return found;
  };

  it('holds heavy alcohol, said today or before, and not when it was denied today', () => {
    expect(care(form('alcohol_heavy', true, '2026-11-22')).conditions).toContain('alcohol_heavy');
    expect(care(form('alcohol_heavy', true, '2026-06-22')).conditions).toContain('alcohol_heavy');
    expect(care(form('alcohol_heavy', false, '2026-11-22')).conditions).not.toContain('alcohol_heavy');
    expect(care().conditions).not.toContain('alcohol_heavy');
    const earlier = factsOf([form('alcohol_heavy', true, '2026-06-22')], {}, { alcohol_heavy: false });
    expect(selfCareFacts(earlier)?.conditions).not.toContain('alcohol_heavy');
  });

  it('holds a recorded allergy by its ingredient and class', () => {
    expect(care(allergy('a', 'Tylenol')).allergies).toContain('acetaminophen');
    expect(care(allergy('a', 'ibuprofen')).allergies).toContain('nsaid');
  });
});
