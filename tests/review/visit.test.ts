import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/review/types';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT, hitKey } from '../../src/review/visit-record';
import type { SetAside, VisitRecord } from '../../src/review/visit-record';
import { TODAY, chartOf, order, supply, terminology } from './chart';
import type { Resource } from './chart';

const TIZANIDINE = order('tiz', 'tizanidine 4 mg tablet', { authoredOn: '2026-10-01', ...supply(90) });
const BACLOFEN = order('bac', 'baclofen 10 mg tablet', { authoredOn: '2026-10-01', ...supply(90) });
const CIPROFLOXACIN = order('cipro', 'ciprofloxacin 500 mg tablet');

const at = (visit: Partial<VisitRecord>, ...entries: readonly Resource[]): Review =>
  reviewVisit(chartOf(entries), {
    terminology,
    asOf: TODAY,
    visit: { ...NEW_VISIT, ...visit },
  });
const rules = (review: Review, drug: string) =>
  review.relaxants.find((one) => one.drug === drug)?.cautions.map((hit) => hit.rule.id) ?? [];
const severity = (review: Review, id: string) =>
  review.relaxants.flatMap((one) => one.cautions).find((hit) => hit.rule.id === id)?.severity;
const aside = (name: string, part: Partial<SetAside> = {}): Record<string, SetAside> => ({
  [name]: {
    reason: 'patient not taking',
    name,
    orders: [`MedicationRequest/${name}`],
    relaxant: false,
    ...part,
  },
});

describe('a medicine set aside', () => {
  it('takes its findings with it and is listed with the reason, and comes back when that is undone', () => {
    expect(rules(at({}, TIZANIDINE, CIPROFLOXACIN), 'tizanidine')).toContain('TIZ-CYP1A2-STRONG');
    const without = at({ setAside: aside('cipro') }, TIZANIDINE, CIPROFLOXACIN);
    expect(rules(without, 'tizanidine')).not.toContain('TIZ-CYP1A2-STRONG');
    expect(without.didNotCount).toEqual([
      {
        reference: 'MedicationRequest/cipro',
        text: 'ciprofloxacin 500 mg tablet',
        reason: 'set aside: patient not taking',
      },
    ]);
    expect(rules(at({ setAside: {} }, TIZANIDINE, CIPROFLOXACIN), 'tizanidine')).toContain(
      'TIZ-CYP1A2-STRONG',
    );
  });

  it('that is a relaxant leaves the list', () => {
    const review = at({ setAside: aside('tiz', { relaxant: true }) }, TIZANIDINE, BACLOFEN);
    expect(review.relaxants.map(({ drug }) => drug)).toEqual(['baclofen']);
    expect(rules(review, 'baclofen')).not.toContain('X-DUP');
  });

  it('still counts where a rule looks back: an MAOI may have been taken until yesterday', () => {
    const relaxant = order('cyc', 'cyclobenzaprine 10 mg tablet');
    const maoi = order('maoi', 'phenelzine 15 mg tablet', { authoredOn: '2026-01-10' });
    expect(rules(at({ setAside: aside('maoi') }, relaxant, maoi), 'cyclobenzaprine_ir')).toContain(
      'CYC-MAOI',
    );
    const never = aside('maoi', { reason: 'wrong in the chart' });
    expect(rules(at({ setAside: never }, relaxant, maoi), 'cyclobenzaprine_ir')).not.toContain('CYC-MAOI');
  });
});

describe('stopping or holding a relaxant', () => {
  it.each([{ kind: 'stop' }, { kind: 'hold', until: '2026-11-27' }] as const)(
    'raises its own stopping rule and no other’s: $kind',
    (decision) => {
      const before = at({}, TIZANIDINE, BACLOFEN);
      const after = at({ decisions: { baclofen: decision } }, TIZANIDINE, BACLOFEN);
      expect(severity(before, 'BAC-TAPER')).toBe('caution');
      expect(severity(after, 'BAC-TAPER')).toBe('serious');
      expect(severity(after, 'TIZ-TAPER')).toBe(severity(before, 'TIZ-TAPER'));
      expect(after.relaxants.map((one) => one.decision?.kind)).toEqual([undefined, decision.kind]);
    },
  );

  it('is what Why shows as the reason, not a question that nobody asked', () => {
    const after = at({ decisions: { baclofen: { kind: 'stop' } } }, BACLOFEN);
    const taper = after.relaxants[0]?.cautions.find((hit) => hit.rule.id === 'BAC-TAPER');
    expect(taper?.evidence.map((item) => item.text)).toContain('stopped or held');
  });
});

describe('keeping a pair', () => {
  it('is remembered with its reason for exactly this evidence: a second inhibitor asks again', () => {
    const [relaxant] = at({}, TIZANIDINE, CIPROFLOXACIN).relaxants;
    const hit = relaxant?.cautions.find((one) => one.rule.id === 'TIZ-CYP1A2-STRONG');
    if (relaxant === undefined || hit === undefined) throw new Error('the pair did not fire');
    const kept = { [hitKey(relaxant, hit)]: 'short overlap' };
    const reasons = (review: Review) =>
      review.relaxants.flatMap((one) =>
        one.cautions.filter((found) => found.rule.id === 'TIZ-CYP1A2-STRONG').map((found) => found.kept),
      );
    expect(reasons(at({ kept }, TIZANIDINE, CIPROFLOXACIN))).toEqual(['short overlap']);
    const second = order('flu', 'fluvoxamine 50 mg tablet');
    expect(reasons(at({ kept }, TIZANIDINE, CIPROFLOXACIN, second))).toEqual([undefined]);
  });
});
