import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { SPANISH } from '../../src/handout/content/es';
import { allWords, lineOf, paperOf, section } from './paper-text';
import { readUnits } from './reading-level';
import { evidence, hit, input, other, redFlag, relaxant, review, rule } from './review-factory';

const SERTRALINE = other('MedicationRequest/ser', ['sertraline'], ['ssri']);

describe('a line in the clinician’s words', () => {
  it('prints as typed in every language, and goes back to the standard words', () => {
    const words = { 'next.work': 'No lifting over 10 lb until 12/06. Back to work on 12/07.' };
    const lines = { 'next.work': true };
    expect(section(paperOf({}, { words, lines }), 'next')).toContain(words['next.work']);
    const spanish = compose({ ...input(review(), { words, lines }), text: SPANISH });
    expect(readUnits(spanish.sections)).toContain(words['next.work']);
    expect(lineOf(spanish, 'next.work').edited).toBe(true);
    const empty = paperOf({}, { words: { 'next.work': '  ' }, lines });
    expect(section(empty, 'next')).toContain('No lifting over ______ until ______. Back to work on ______.');
    expect(lineOf(empty, 'next.work').edited).toBe(false);
  });

  it('is text and never markup', () => {
    const typed = 'Rest {days} **now** <b>ok</b>';
    expect(section(paperOf({}, { words: { 'home.items.1': typed } }), 'home')).toContain(typed);
  });

  it('changes neither danger signs, driving, what not to mix nor the line not to stop at once', () => {
    const of = { relaxants: [relaxant('baclofen', { durationDays: undefined as never })] };
    const locked = paperOf(of)
      .lines.filter((line) => line.locked)
      .map(({ id }) => id);
    expect(locked).toEqual(
      expect.arrayContaining(['danger', 'driving.box', 'mix.box', 'how.taper', 'sameday']),
    );
    const words = Object.fromEntries(locked.map((id) => [id, 'It is fine.']));
    const lines = Object.fromEntries(locked.map((id) => [id, false]));
    expect(allWords(paperOf(of, { words, lines }))).toBe(allWords(paperOf(of)));
    expect(paperOf(of, { words, lines }).lines).toEqual(paperOf(of).lines);
  });

  it('does not bring back what is off while a red flag is open', () => {
    const words = { 'know.reassure': 'You will be fine.', 'prevent.exercise.1': 'Run.' };
    const paper = paperOf({ redFlags: [redFlag('CES', 'emergency')] }, { words });
    expect(allWords(paper)).not.toMatch(/You will be fine|Run\./);
  });

  it('goes to page 2 when it tells something private, and the rail says so', () => {
    const paper = paperOf(
      {},
      { words: { 'how.falls': 'Stand up slowly. Your pregnancy can make you dizzy.' } },
    );
    expect(section(paper, 'how').join(' ')).not.toContain('pregnancy');
    expect(section(paper, 'foryou')).toEqual(['Stand up slowly. Your pregnancy can make you dizzy.']);
    expect(lineOf(paper, 'how.falls').origin).toBe('65+ · private words: moves to page 2');
  });

  it('goes to page 2 when it names a medicine that page 1 must not name', () => {
    const branded = { ...SERTRALINE, text: 'sertraline 50 MG Oral Tablet [Zoloft]' };
    for (const name of ['sertraline', 'Zoloft']) {
      const words = { 'how.falls': `Stand up slowly, ${name} makes you dizzy.` };
      const paper = paperOf({ otherMedicines: [branded] }, { words });
      expect(section(paper, 'how').join(' ')).not.toContain(name);
      expect(section(paper, 'foryou')).toEqual([words['how.falls']]);
    }
  });

  it('goes to page 2 by its ingredient though the order has the brand alone, and by its English on a Spanish paper', () => {
    const zoloft = { ...SERTRALINE, text: 'Zoloft 50 mg' };
    for (const told of ['Sertraline makes you dizzy.', 'Your pregnancy makes you dizzy.']) {
      const of = review({ otherMedicines: [zoloft] });
      const paper = compose({ ...input(of, { words: { 'how.falls': told } }), text: SPANISH });
      expect(section(paper, 'how')).not.toContain(told);
      expect(section(paper, 'foryou')).toEqual([told]);
    }
  });

  it('of the clinician’s own stands on page 2, once it is written', () => {
    expect(paperOf().lines.some(({ id }) => id === 'own')).toBe(false);
    const paper = paperOf({}, { words: { own: 'Bring all your bottles on Friday.' } });
    expect(section(paper, 'foryou')).toEqual(['Bring all your bottles on Friday.']);
    expect(lineOf(paper, 'own')).toMatchObject({ on: true, edited: true, group: 'For this patient' });
    expect(section(paperOf({}, { words: { own: 'x' }, lines: { own: false } }), 'foryou')).toEqual([]);
  });
});

describe('the place of a line', () => {
  it('is where the clinician puts it in its section; the rest stays', () => {
    const before = section(paperOf(), 'home');
    const order = { home: ['home.items.2', 'home.gentle.1'] };
    const paper = paperOf({}, { order });
    const ice = 'Ice is OK too. Wrap it in a cloth.';
    expect(section(paper, 'home')[0]).toBe(ice);
    expect([...section(paper, 'home')].sort()).toEqual([...before].sort());
    const inRail = paper.lines.filter((line) => line.section === 'home').map(({ text }) => text);
    expect(inRail).toEqual(section(paper, 'home'));
  });

  it('of lines that are not there, or are off, moves nothing else', () => {
    const order = { home: ['nothing', 'pain.nsaid', 'home.items.2'] };
    expect(section(paperOf({}, { order }), 'home')).toEqual(section(paperOf(), 'home'));
  });

  it('never loses or doubles a line, and never leaves its section', () => {
    const ids = paperOf().lines.flatMap((line) => (line.section === undefined ? [] : [line]));
    const plain = paperOf();
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), (chosen) => {
        const order: Record<string, string[]> = {};
        for (const { section: of, id } of chosen) if (of !== undefined) (order[of] ??= []).push(id);
        const paper = paperOf({}, { order: order });
        for (const { id } of plain.sections)
          expect([...section(paper, id)].sort()).toEqual([...section(plain, id)].sort());
        expect(paper.lines.map(({ id }) => id).sort()).toEqual(plain.lines.map(({ id }) => id).sort());
      }),
      { numRuns: 25, seed: 20_261_126 },
    );
  });

  it('of a section without a line left leaves no heading without words', () => {
    const off = Object.fromEntries(paperOf().lines.map(({ id }) => [id, false]));
    const paper = paperOf({}, { lines: off });
    for (const { columns, id } of paper.sections) {
      const empty = columns.flat().filter((block) => block.kind === 'list' && block.items.length === 0);
      expect([id, empty]).toEqual([id, []]);
    }
    expect(paper.sections.some(({ id }) => id === 'home' || id === 'prevent')).toBe(false);
  });
});

describe('a line of the patient’s history', () => {
  const bones = {
    redFlags: [redFlag('OSTEOPOROSIS_FRAGILITY', 'urgent'), redFlag('CANCER_HISTORY', 'urgent')],
  };

  it('is off until chosen', () => {
    expect(allWords(paperOf(bones))).not.toMatch(/bones may|cancer/);
    expect(lineOf(paperOf(bones), 'history.bones')).toMatchObject({ on: false, locked: false });
    expect(lineOf(paperOf(bones), 'history.cancer')).toMatchObject({ on: false, group: 'Sensitive' });
  });

  it('names no illness, stands on page 2, and says what to do', () => {
    const paper = paperOf(bones, { lines: { 'history.bones': true } });
    expect(section(paper, 'foryou')).toEqual([
      'Your bones may break more easily. So call us early if the pain is new or feels different.',
    ]);
    expect(paper.sections.find(({ id }) => id === 'foryou')?.page).toBe(2);
  });

  it('with a danger sends to the emergency room by the number of the site', () => {
    const thinner = { redFlags: [redFlag('ANTICOAGULATION', 'urgent')] };
    const paper = paperOf(thinner, { lines: { 'history.thinner': true } }, { emergencyNumber: '112' });
    expect(section(paper, 'foryou').join(' ')).toContain('Call 112 if your legs feel weak or numb.');
  });

  it('is not offered when the chart does not hold it', () => {
    expect(paperOf().lines.filter(({ id }) => id.startsWith('history.'))).toEqual([]);
  });
});

describe('a medicine that tells an illness', () => {
  const pair = {
    relaxants: [
      relaxant('cyclobenzaprine_ir', {
        cautions: [
          hit(rule('W', { patient: 'You also take {other}. Both make you slow.' }), [
            evidence(SERTRALINE.reference, 'sertraline'),
          ]),
        ],
      }),
    ],
    otherMedicines: [SERTRALINE],
  };
  const chosen = { 'name.MedicationRequest/ser': true };

  it('is offered by name among the sensitive lines, off', () => {
    expect(lineOf(paperOf(pair), 'name.MedicationRequest/ser')).toMatchObject({
      on: false,
      group: 'Sensitive',
    });
    expect(section(paperOf(pair), 'mix').join(' ')).toContain(
      'It may not go well with another of your medicines.',
    );
  });

  it('is named on page 2 when chosen, and no more on page 1', () => {
    const paper = paperOf(pair, { lines: chosen });
    expect(section(paper, 'foryou')).toEqual(['You also take sertraline. Both make you slow.']);
    expect(section(paper, 'mix').join(' ')).not.toMatch(/sertraline|another of your medicines/);
  });
});

describe('a number to call in a line of a rule', () => {
  it('is that of the site', () => {
    const line = {
      relaxants: [
        relaxant('orphenadrine', {
          cautions: [hit(rule('ORP-CARDIAC', { patient: 'For chest pain, call 911.' }))],
        }),
      ],
    };
    expect(allWords(paperOf(line, {}, { emergencyNumber: '112' }))).toContain('For chest pain, call 112.');
    expect(allWords(paperOf(line))).toContain('For chest pain, call 911.');
  });
});
