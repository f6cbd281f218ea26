import { expect, it } from 'vitest';
import type { CautionHit, Decision, RelaxantReview } from '../../src/review/types';
import { compose } from '../../src/handout/compose';
import { DEFAULT_CHOICES } from '../../src/handout/model';
import type { HandoutChoices, HandoutDocument, MedicineRow } from '../../src/handout/model';
import { plain } from '../../src/handout/runs';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import { headingOf, section } from './paper-text';
import * as make from './review-factory';

const contraindicated: CautionHit = {
  rule: make.rule('TIZ-CYP1A2-STRONG', { severity: 'contraindicated', patientLine: 'decide' }),
  severity: 'contraindicated',
  escalated: false,
  evidence: [make.evidence('MedicationRequest/cipro', 'ciprofloxacin')],
  escalationMissing: [],
};

function paper(relaxant: RelaxantReview, choices: Partial<HandoutChoices> = {}): HandoutDocument {
  return compose({
    review: make.review({ relaxants: [relaxant] }),
    choices: { ...DEFAULT_CHOICES, ...choices },
    site: make.SITE,
  });
}
const row = (document: HandoutDocument): MedicineRow | undefined =>
  document.sections
    .flatMap((section) => section.columns.flat())
    .flatMap((block) => (block.kind === 'medicines' ? block.rows : []))[0];
const text = (document: HandoutDocument): string =>
  document.sections
    .flatMap((section) => section.columns.flat())
    .flatMap((block) => (block.kind === 'list' ? block.items.map(plain) : []))
    .join('\n');
const decided = (decision: Decision, changes: Partial<RelaxantReview> = {}) =>
  make.relaxant('methocarbamol', { decision, ...changes });

it('a contraindicated pair that was kept with a reason prints its times; undecided it prints none', () => {
  const relaxant = make.relaxant('methocarbamol', { cautions: [contraindicated] });
  expect(row(paper(relaxant))?.times).toBe('Ask us before you take this.');
  const kept = { ...relaxant, cautions: [{ ...contraindicated, kept: 'short overlap' }] };
  expect(row(paper(kept))?.times).toEqual(['–', '–', '–', '1 tablet']);
});

it('one contraindicated finding that nobody decided blanks the row, whatever else was kept', () => {
  const relaxant = make.relaxant('methocarbamol', {
    cautions: [{ ...contraindicated, kept: 'short overlap' }, contraindicated],
  });
  expect(row(paper(relaxant))?.times).toBe('Ask us before you take this.');
  expect(row(paper({ ...relaxant, decision: { kind: 'change', how: '1 at bedtime' } }))?.times).toBe(
    'Ask us before you take this.',
  );
});

const CIPRO = make.other('MedicationRequest/cipro', ['ciprofloxacin'], ['antibiotic']);
const WATCH =
  'You also take ciprofloxacin. Call us if you feel dizzy, faint, or very sleepy while you take both.';

it('a pair that is taken all the same says what to watch for: kept, changed, or on the way down; not while the medicine is asked about, held or stopped', () => {
  const said = (changes: Partial<RelaxantReview>, kept = 'short overlap') =>
    text(
      compose(
        make.input(
          make.review({
            relaxants: [
              make.relaxant('tizanidine', { cautions: [{ ...contraindicated, kept }], ...changes }),
            ],
            otherMedicines: [CIPRO],
          }),
        ),
      ),
    ).includes(WATCH);
  expect(said({})).toBe(true);
  expect(said({ decision: { kind: 'change', how: 'half a tablet' } })).toBe(true);
  expect(
    said({
      decision: { kind: 'stop' },
      durationDays: 60,
      cautions: [taperHit('TIZ-TAPER'), contraindicated],
    }),
  ).toBe(true);
  expect(said({ cautions: [contraindicated] })).toBe(false);
  expect(said({ decision: { kind: 'hold' } })).toBe(false);
  expect(said({ decision: { kind: 'stop' } })).toBe(false);
});

it.each([
  ['CYC-MAOI', 'Call us right away if you shake, sweat, have a fever or stiff muscles.'],
  ['ORP-GLAUCOMA', 'If you cannot pee, or your eye hurts a lot, go to the emergency room.'],
  ['DZP-RESP', 'Take no other sleepy medicines.'],
  ['OAC-BLEED', 'can cause a bad bleed. Black poop? Go to the emergency room.'],
])('what %s asks to decide has its words for the patient who takes it', (id, words) => {
  const rule = CAUTION_RULES.find((each) => each.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const drug = rule.drugs === 'all' ? undefined : rule.drugs[0];
  if (drug === undefined) throw new Error(`${id} is of no drug`);
  const of = (kept: object) =>
    text(paper(make.relaxant(drug, { cautions: [{ ...make.hit(rule), ...kept }] })));
  expect(of({ kept: 'tolerated before' })).toContain(words);
  expect(of({ kept: 'tolerated before' })).not.toContain('before your next dose');
});

it('two relaxants and a third medicine are not “both”', () => {
  const pair = make.rule('X-OPIOID');
  const oxycodone = make.other('MedicationRequest/oxy', ['oxycodone'], ['opioid']);
  const relaxants = (['methocarbamol', 'metaxalone'] as const).map((drug) =>
    make.relaxant(drug, { cautions: [make.hit(pair, [make.evidence(oxycodone.reference, 'oxycodone')])] }),
  );
  const mix = (of: readonly RelaxantReview[]) =>
    section(compose(make.input(make.review({ relaxants: of, otherMedicines: [oxycodone] }))), 'mix').join(
      ' ',
    );
  expect(mix(relaxants)).toContain(
    'You also take oxycodone. All of these can slow your breathing. Ask us before you take them together.',
  );
  expect(mix(relaxants.slice(1))).toContain('You also take oxycodone. Both can slow your breathing.');
});

it('“how to take it” does not stand over a medicine that nobody is to take yet', () => {
  const heading = (changes: Partial<RelaxantReview>) =>
    headingOf(paper(make.relaxant('methocarbamol', changes)), 'how');
  expect(heading({})).toBe('How to take it');
  expect(heading({ cautions: [contraindicated] })).toBe('Be careful');
  expect(heading({ decision: { kind: 'hold' } })).toBe('Be careful');
});

it('a medicine held prints until when and no grid', () => {
  const held = row(paper(decided({ kind: 'hold', until: '2026-11-27' }, { cautions: [contraindicated] })));
  expect(held?.times).toBe('Do not take it until 11/27/2026. Then ask us.');
  expect(row(paper(decided({ kind: 'hold' })))?.times).toBe(
    'Do not take it for now. Ask us when to start again.',
  );
});

it('a medicine stopped leaves the table and is named as stopped', () => {
  const document = paper(decided({ kind: 'stop' }));
  expect(text(document)).not.toContain('will you take');
  expect(row(document)).toBeUndefined();
  expect(text(document)).toContain('Your methocarbamol was stopped. Ask us before you take it again.');
});

it('a stopped medicine is among the things to know where no other is left, with the signs that come from a medicine', () => {
  const stopped = paper(decided({ kind: 'stop' }));
  expect(section(stopped, 'know')[2]).toBe(
    'Your methocarbamol was stopped. Ask us before you take it again.',
  );
  const none = compose(make.input(make.review({ relaxants: [] })));
  for (const sign of [
    'Your face, lips, or throat swell.',
    'You have a rash, or your skin or eyes turn yellow.',
  ])
    expect([text(stopped).includes(sign), text(none).includes(sign)]).toEqual([true, false]);
});

it.each([{ kind: 'stop' }, { kind: 'hold', until: '2026-11-27' }] as const)(
  'a medicine that must not be stopped at once never prints a bare stop: $kind',
  (decision) => {
    const document = paper(make.relaxant('baclofen', { decision, durationDays: 60, cautions: [taperHit()] }));
    expect(row(document)?.times).toBe('Do not stop all at once. Take it this way: ______________');
    expect(row(document)?.lastDay).toBe('Call us first');
    expect(text(document)).toContain('Do not stop baclofen all at once. Call us first.');
    // It is taken until the end of the way down.
    expect(text(document)).toContain('Take it only this way. Missed a dose? Call us.');
    expect(text(document)).toContain('You may feel sleepy or dizzy.');
    expect(text(document)).toContain('How and when will you take your medicine?');
  },
);

it('a changed medicine prints what was typed, not the order of the chart, and no last day of that order', () => {
  const changed = decided({ kind: 'change', how: '500 mg at bedtime' });
  expect(row(paper(changed))).toMatchObject({
    name: 'methocarbamol',
    times: 'Take it this way: 500 mg at bedtime',
    lastDay: '',
  });
  const slots = { methocarbamol: { morning: 0, noon: 0, evening: 0, bedtime: 2 } };
  expect(row(paper(changed, { slots }))?.times).toEqual(['–', '–', '–', '2 tablets']);
});

function taperHit(id = 'BAC-TAPER'): CautionHit {
  return {
    ...contraindicated,
    rule: make.rule(id, { severity: 'caution', patientLine: 'teach' }),
    severity: 'serious',
  };
}
