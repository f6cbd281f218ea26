import { describe, expect, it } from 'vitest';
import type { DosageReading } from '../../src/chart/types';
import { ENGLISH } from '../../src/handout/content/en';
import { amount, amountNumber, asNeeded, slotUnit, usableSlots } from '../../src/handout/dose-words';
import { mayBeNamed, paperName } from '../../src/handout/medicine-names';
import { lastDayOf, paperDate, paperDay } from '../../src/handout/paper-dates';
import { fill, joinNames, plain, sentences } from '../../src/handout/runs';
import { lineCount } from '../../src/handout/text-width';
import { dosage, order, other, relaxant } from './review-factory';

describe('the amount of a dose', () => {
  it.each([
    [0.25, '¼'],
    [0.5, '½'],
    [1, '1'],
    [1.5, '1½'],
    [2.75, '2¾'],
    [2.4, '2.4'],
    [1 / 3, '0.33'],
  ])('%d is written %s', (value, words) => {
    expect(amountNumber(value, ENGLISH)).toBe(words);
  });

  it('is one tablet up to one, and tablets above', () => {
    expect([0.5, 1, 1.5].map((value) => amount(value, 'tablet', ENGLISH))).toEqual([
      '½ tablet',
      '1 tablet',
      '1½ tablets',
    ]);
  });

  it('keeps a unit that it does not know as the order has it', () => {
    expect(amount(2, 'puff', ENGLISH)).toBe('2 puff');
  });

  it('is counted in the unit of the order, else in the form of the product, else in doses', () => {
    const of = (text: string, changes: Partial<DosageReading>) =>
      slotUnit(relaxant('tizanidine', { text, orders: [order('m', text, { dosages: [dosage(changes)] })] }));
    expect(of('tizanidine 4 MG Oral Tablet', { dose: { low: 1, high: 1, unit: 'capsule' } })).toBe('capsule');
    expect(of('tizanidine 4 MG Oral Capsule', { dose: { low: 4, high: 4, unit: 'mg' } })).toBe('capsule');
    expect(of('Tizanidine', { dose: undefined as never })).toBe('dose');
  });

  it('takes four numbers of which one is above zero', () => {
    const slots = { morning: 1, noon: 0, evening: 0, bedtime: 0 };
    expect(usableSlots(slots)).toEqual(slots);
    expect(usableSlots({ ...slots, morning: 0 })).toBeUndefined();
    expect(usableSlots({ ...slots, noon: -1 })).toBeUndefined();
    expect(usableSlots({ ...slots, noon: Number.POSITIVE_INFINITY })).toBeUndefined();
    expect(usableSlots(undefined)).toBeUndefined();
  });
});

describe('an as-needed order', () => {
  const none = undefined as never;
  const said = (changes: Partial<DosageReading>) => {
    const runs = asNeeded(dosage({ asNeeded: true, slots: none, timesPerDay: none, ...changes }), ENGLISH);
    return runs === undefined ? undefined : plain(runs);
  };

  it('gives dose and most in a day', () => {
    expect(said({ timesPerDay: 3 })).toBe('Only if you need it: 1 tablet. No more than 3 in 24 hours.');
    expect(said({ timesPerDay: 3, dose: { low: 1, high: 2, unit: 'tablet' } })).toBe(
      'Only if you need it: 1 to 2 tablets. No more than 6 in 24 hours.',
    );
  });

  it('says the time when there is one', () => {
    expect(said({ slots: { morning: 0, noon: 0, evening: 0, bedtime: 1 } })).toBe(
      'Only if you need it: 1 tablet at bedtime. No more than 1 in 24 hours.',
    );
  });

  it('keeps the lower of the stated limit and what dose and times allow', () => {
    const stated = (value: number) => said({ timesPerDay: 3, maxPerDay: { value, unit: 'tablet' } });
    expect(stated(2)).toContain('No more than 2 in 24 hours.');
    expect(stated(8)).toContain('No more than 3 in 24 hours.');
  });

  it('says the unit of a limit in milligrams', () => {
    expect(said({ maxPerDay: { value: 36, unit: 'mg' } })).toContain('No more than 36 mg in 24 hours.');
    expect(said({ timesPerDay: 3, dose: { low: 4, high: 4, unit: 'mg' } })).toBe(
      'Only if you need it: 4 mg. No more than 12 mg in 24 hours.',
    );
  });

  it('without a dose says how many times', () => {
    expect(said({ dose: none, timesPerDay: 3 })).toBe(
      'Only if you need it. No more than 3 times in 24 hours.',
    );
    expect(said({ dose: none, timesPerDay: 1 })).toBe('Only if you need it. No more than 1 in 24 hours.');
  });

  it('without any limit says nothing, so that the bottle speaks', () => {
    expect(said({})).toBeUndefined();
  });
});

describe('the name of another medicine', () => {
  it('is printed for classes that tell nothing private, without the acetaminophen of a combination', () => {
    expect(paperName(other('m', ['hydrocodone', 'acetaminophen'], ['opioid', 'paracetamol']), ENGLISH)).toBe(
      'hydrocodone',
    );
    expect(paperName(other('m', ['acetaminophen'], ['nsaid']), ENGLISH)).toBe('acetaminophen');
    expect(paperName(other('m', ['warfarin'], ['anticoagulant']), ENGLISH)).toBe('warfarin');
  });

  it.each(['ssri', 'antipsychotic', 'moud', 'methadone', 'maoi', 'immunosuppressant', 'antineoplastic'])(
    'of class %s is never printed, whatever else the product is',
    (name) => {
      expect(mayBeNamed(other('m', ['x'], [name]))).toBe(false);
      expect(mayBeNamed(other('m', ['x'], ['opioid', name]))).toBe(false);
    },
  );

  it('of an unknown class, or without ingredients, is never printed', () => {
    expect(paperName(other('m', ['ritonavir'], ['cyp3a4_inhibitor']), ENGLISH)).toBeUndefined();
    expect(paperName(other('m', [], ['opioid']), ENGLISH)).toBeUndefined();
  });
});

describe('dates on paper', () => {
  it('are month first on Letter, and with the month as a word on A4', () => {
    expect(paperDay('2026-11-07', 'Letter', ENGLISH)).toBe('11/07/2026');
    expect(paperDay('2026-11-07', 'A4', ENGLISH)).toBe('7 Nov 2026');
  });

  it('that are no dates stay what they are', () => {
    expect(paperDay('2026-13-07', 'A4', ENGLISH)).toBe('2026-13-07');
    expect(paperDay('', 'Letter', ENGLISH)).toBe('');
  });

  it('are as exact as the chart, and empty when it has none', () => {
    expect(paperDate({ text: '1954', day: '1954-01-01', precision: 'year' }, 'Letter', ENGLISH)).toBe('1954');
    expect(paperDate({ text: 'x', precision: 'unreadable' }, 'Letter', ENGLISH)).toBe('');
    expect(paperDate(undefined, 'Letter', ENGLISH)).toBe('');
  });

  it('of a course include its first day, over month, year and leap day', () => {
    expect(lastDayOf('2026-11-22', 1)).toBe('2026-11-22');
    expect(lastDayOf('2026-12-30', 5)).toBe('2027-01-03');
    expect(lastDayOf('2028-02-28', 2)).toBe('2028-02-29');
    expect(lastDayOf('2026-11-22', 0)).toBeUndefined();
    expect(lastDayOf('2026-11-22', 2.5)).toBeUndefined();
    expect(lastDayOf('soon', 5)).toBeUndefined();
  });
});

describe('runs of text', () => {
  it('mark what is strong, and keep filled values apart', () => {
    expect(fill('**Call** {who}.', { who: 'us' })).toEqual([
      { text: 'Call', strong: true },
      { text: ' ' },
      { text: 'us', isolate: true },
      { text: '.' },
    ]);
  });

  it('never read a value of the chart as markup', () => {
    expect(fill('Take {drug}.', { drug: '**{drug}** <b>' })).toContainEqual({
      text: '**{drug}** <b>',
      isolate: true,
    });
  });

  it('fail when a value is missing, rather than print a hole', () => {
    expect(() => fill('Take {drug}.')).toThrow('needs a value for {drug}');
  });

  it('join sentences with a space, and leave out empty ones', () => {
    expect(plain(sentences(fill('One.'), [], fill('Two.')))).toBe('One. Two.');
  });

  it('list each name once', () => {
    expect(plain(joinNames([], { word: 'and' }))).toBe('');
    expect(plain(joinNames(['a', 'a'], { word: 'and' }))).toBe('a');
    expect(plain(joinNames(['a', 'b', 'a'], { word: 'and' }))).toBe('a and b');
    expect(plain(joinNames(['a', 'b', 'c'], { word: 'or' }))).toBe('a, b or c');
  });
});

describe('the lines that a text fills', () => {
  it('are at least one, more in a narrow column, and never fewer when bold', () => {
    const text = 'Do not drive, bike, climb, or use power tools while you take this medicine.';
    expect(lineCount([], 100)).toBe(1);
    expect(lineCount([{ text }], 1000)).toBe(1);
    expect(lineCount([{ text }], 200)).toBe(3);
    for (let width = 60; width < 420; width += 7)
      expect(lineCount([{ text, strong: true }], width)).toBeGreaterThanOrEqual(lineCount([{ text }], width));
  });

  it('give a word wider than the column a line of its own', () => {
    expect(lineCount([{ text: 'a Featherstonehaugh-Oppenheimer b' }], 40)).toBeGreaterThanOrEqual(3);
  });
});
