import { describe, expect, it } from 'vitest';
import type { DrivingTier } from '../../src/knowledge/vocabulary';
import type { DrivingAdvice, Missing, RelaxantReview } from '../../src/review/types';
import { headingOf, lineOf, paperOf, section } from './paper-text';
import { driving, evidence, hit, other, relaxant, review, rule } from './review-factory';

const OXYCODONE = other('MedicationRequest/oxy', ['oxycodone'], ['opioid']);
const BUPRENORPHINE = other('MedicationRequest/bup', ['buprenorphine'], ['opioid', 'moud']);
const on = (tier: DrivingTier, changes: Partial<DrivingAdvice> = {}) => ({
  relaxants: [relaxant('cyclobenzaprine_ir', { driving: { ...driving(tier), ...changes } })],
});
const missing = (key: string): Missing => ({ key, kind: 'section', why: `${key} not read` });

describe('the driving box', () => {
  it.each([
    [
      'D0',
      'Driving: check yourself first',
      'if you feel sleepy, dizzy, or slow',
      'Do not drive if you feel sleepy',
    ],
    [
      'D1',
      'Driving: wait and see',
      'until you know how you feel on it',
      'Do not drive after your first dose',
    ],
    ['D2', 'Driving: not for now', 'Do not drive, bike, climb, or use power tools.', 'Do not drive for now'],
    ['D3', 'Driving: no', 'while you take cyclobenzaprine', 'Do not drive while you take this medicine'],
  ] as const)('of tier %s says “%s”, and point 2 says the same', (tier, heading, body, point) => {
    const paper = paperOf(on(tier));
    expect(headingOf(paper, 'driving')).toBe(heading);
    expect(section(paper, 'driving')[0]).toContain(body);
    expect(section(paper, 'know')[1]).toContain(point);
  });

  it('of tier D1 speaks of the first dose as one to come while the medicine is held', () => {
    const held = { decision: { kind: 'hold' }, driving: driving('D1') } as const;
    const one = relaxant('methocarbamol', held);
    const point = (...relaxants: RelaxantReview[]) => section(paperOf({ relaxants }), 'know')[1];
    expect(point(one)).toBe(
      'When you start your medicine, do not drive after your first dose. Wait until you know how you feel on it.',
    );
    expect(point(one, relaxant('metaxalone', held))).toMatch(/^When you start your medicines, do not drive/);
    expect(point(one, relaxant('metaxalone', { driving: driving('D1') }))).toMatch(
      /^Do not drive after your first dose/,
    );
  });

  it('takes the strictest tier of all relaxants, whatever their order', () => {
    const two = [
      relaxant('methocarbamol', { driving: driving('D1') }),
      relaxant('carisoprodol', { driving: driving('D3') }),
    ];
    for (const relaxants of [two, two.toReversed()]) {
      const paper = paperOf({ relaxants });
      expect(headingOf(paper, 'driving')).toBe('Driving: no');
      expect(section(paper, 'driving')[0]).toContain('while you take carisoprodol');
      expect(section(paper, 'know')[1]).toContain('these medicines');
    }
  });

  it('counts a stopped relaxant that is still in the table', () => {
    const paper = paperOf({
      relaxants: [
        relaxant('diazepam', {
          state: 'stopped',
          durationDays: 60,
          driving: driving('D3'),
          notChecked: [{ rule: rule('DZP-TAPER'), missing: [] }],
        }),
      ],
    });
    expect(headingOf(paper, 'driving')).toBe('Driving: no');
  });

  it('names what raised it', () => {
    const raised = paperOf({
      ...on('D2', { base: 'D1', raisedBy: [evidence(OXYCODONE.reference, 'oxycodone')] }),
      otherMedicines: [OXYCODONE],
    });
    expect(section(raised, 'driving')[0]).toContain('Oxycodone makes this stronger.');
    const no = paperOf({
      ...on('D3', { base: 'D2', raisedBy: [evidence(OXYCODONE.reference, 'oxycodone')] }),
      otherMedicines: [OXYCODONE],
    });
    expect(section(no, 'driving')[0]).toContain('while you take cyclobenzaprine or oxycodone');
  });

  it('does not name a medicine or an illness that is private', () => {
    const paper = paperOf({
      ...on('D3', {
        base: 'D2',
        raisedBy: [
          evidence(BUPRENORPHINE.reference, 'buprenorphine'),
          evidence('Condition/1', 'alcohol_use_disorder'),
        ],
      }),
      otherMedicines: [BUPRENORPHINE],
    });
    const words = [...section(paper, 'driving'), ...section(paper, 'know')].join(' ');
    expect(words).not.toMatch(/buprenorphine|alcohol/i);
    expect(headingOf(paper, 'driving')).toBe('Driving: no');
  });

  it('never counts hours and never says that driving is safe', () => {
    for (const tier of ['D0', 'D1', 'D2', 'D3'] as const)
      expect(section(paperOf(on(tier)), 'driving').join(' ')).not.toMatch(/\bhours?\b|\bsafe\b|%/);
  });

  it('says that one may be slow the next day only for the two strict tiers', () => {
    const says = (tier: DrivingTier) =>
      section(paperOf(on(tier)), 'driving').includes('You may still be slow the next morning.');
    expect((['D0', 'D1', 'D2', 'D3'] as const).map(says)).toEqual([false, false, true, true]);
  });

  it('gives the line for drivers by trade when the patient said so, else offers it', () => {
    const line = 'You drive for work. Do not drive on duty until we say it is OK.';
    const drives = paperOf({
      relaxants: [relaxant('cyclobenzaprine_ir', { cautions: [hit(rule('X-CMV', { patient: 'x' }))] })],
    });
    expect(section(drives, 'driving')).toContain(line);
    expect(section(paperOf(), 'driving')).not.toContain(line);
    expect(lineOf(paperOf(), 'driving.work')).toMatchObject({ on: false, locked: false });
  });

  it('cannot be switched off', () => {
    const paper = paperOf({}, { lines: { 'driving.box': false } });
    expect(section(paper, 'driving').length).toBeGreaterThan(2);
    expect(lineOf(paper, 'driving.box')).toMatchObject({ on: true, locked: true });
  });
});

describe('driving when something was not read', () => {
  const unread = { completeness: { ...review().completeness, MedicationRequest: 'partial' } } as const;

  it.each(['D0', 'D1'] as const)(
    'is “ask us first” for tier %s: another medicine may make it stricter',
    (tier) => {
      const paper = paperOf({ ...on(tier), ...unread });
      expect(headingOf(paper, 'driving')).toBe('Driving: ask us first');
      expect(section(paper, 'driving')[0]).toBe(
        'We could not see all your medicines. Ask us before you drive.',
      );
      expect(section(paper, 'know')[1]).toContain('Ask us before you drive.');
    },
  );

  it.each(['D2', 'D3'] as const)('stays as it is for tier %s, which gives no leave to drive', (tier) => {
    expect(headingOf(paperOf({ ...on(tier), ...unread }), 'driving')).toBe(
      tier === 'D2' ? 'Driving: not for now' : 'Driving: no',
    );
  });

  it('is “ask us first” too when the unread part is not the medicines', () => {
    const paper = paperOf(on('D1', { notChecked: [missing('Condition')] }));
    expect(section(paper, 'driving')[0]).toBe(
      'We could not check all of your chart. Ask us before you drive.',
    );
  });

  it('stands on a paper without a relaxant when the medicines were not read', () => {
    const paper = paperOf({ relaxants: [], ...unread });
    expect(headingOf(paper, 'driving')).toBe('Driving: ask us first');
    expect(section(paper, 'know')[1]).toContain('Ask us before you drive.');
    expect(section(paper, 'know').join(' ')).not.toContain('You do not need a muscle relaxer');
  });

  it('stands there too when a medicine was not recognised', () => {
    const paper = paperOf({
      relaxants: [],
      unrecognised: [{ reference: 'MedicationRequest/x', text: 'Relaxyl' }],
    });
    expect(section(paper, 'driving')[0]).toBe(
      'We could not match one of your medicines. Ask us before you drive.',
    );
  });

  it('is left out when every medicine was read and none is a relaxant', () => {
    expect(headingOf(paperOf({ relaxants: [] }), 'driving')).toBeUndefined();
  });
});
