import { describe, expect, it } from 'vitest';
import { WRITTEN_CAUTION_RULES } from '../../src/knowledge/cautions/written';
import { ASK_GROUPS, MEDICINE_QUESTIONS } from '../../src/knowledge/checklist';
import { DATA_GAPS } from '../../src/knowledge/data-gaps';
import { DRIVING_RULES } from '../../src/knowledge/driving';
import { WRITTEN_RED_FLAG_RULES } from '../../src/knowledge/red-flags/written';
import { filesOf, screenStrings } from './screen-strings';

/** What would read as an all-clear, or is a private code: never, in any text for the clinician. */
const NEVER =
  /\ball clear\b|\bno (?:red flags|issues|interactions)\b|\b0 contraindicated\b|\bsafe to drive\b|\bOK to drive\b|\bcounsel\b|\bD[0-3]\b|\btier \d|\bN\/A\b|\bhigh alert\b|\baccept risk\b|\boverrid\w+|\bfuzzy\b|\blow confidence\b/i;
/** FHIR calls an entry that was taken back "entered in error". Words that say less than the consequence, or put a decision into the clinician's mouth: never on the screens. */
const ON_SCREEN =
  /\bunknown\b|(?<!entered in )\berror\b|\bincomplete data\b|\bno problems?\b|\bdismiss\w*|\bignored\b|\backnowledge\w*|\brecently?\b|\bdraft order\b|\bexcluded\b|\bfiltered\b|\bimpaired\b|\bstale\b|\binactive\b|\bscore\b|\brecommended\b|\bmust\b/i;
/** Buttons say verb and object. */
const BUTTONS = /^(?:Submit|OK|Generate|Details|Export|Dismiss)$/i;
/** "Safe" is only said of a way to go on, never of a medicine or a patient. */
const SAFE = /\bsafe\b/i;

const screens = [...filesOf('src/workspace'), ...filesOf('src/review'), ...filesOf('src/launch')].flatMap(
  screenStrings,
);
/** What a sign-in server or a settings file did wrong is told to an administrator in their words: "error", "must". */
const clinical = screens.filter(({ file }) => !file.startsWith('src/launch/'));
const offenders = (pattern: RegExp): string[] =>
  (pattern === ON_SCREEN ? clinical : screens)
    .filter(({ text }) => pattern.test(text))
    .map(({ file, line, text }) => `${file}:${line} ${text}`);

describe('the words on every screen', () => {
  it('are found: texts between tags, in attributes that are read out, in tables of words and in templates', () => {
    const texts = screens.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Recorded for the note. Nothing is written to the chart.',
        'Teaching point',
        'Ask now',
        'Sedation and breathing:',
        'not asked',
      ]),
    );
    expect(screens.length).toBeGreaterThan(800);
  });

  it.each([
    ['an all-clear or a private code', NEVER],
    ['a word that hides the consequence', ON_SCREEN],
    ['a button without an object', BUTTONS],
    ['"safe"', SAFE],
  ])('hold never %s', (_, pattern) => {
    expect(offenders(pattern)).toEqual([]);
  });
});

describe('the words of the knowledge for the clinician', () => {
  it('hold no all-clear and no private code', () => {
    const texts = [
      ...[...WRITTEN_CAUTION_RULES, ...WRITTEN_RED_FLAG_RULES].flatMap(
        ({ id, title, short, clinician, consider }) =>
          [title, short, clinician, consider].map((text) => `${id}: ${text}`),
      ),
      ...DRIVING_RULES.map(({ drug, clinician }) => `${drug}: ${clinician}`),
      ...DATA_GAPS.map(({ id, text }) => `${id}: ${text}`),
      ...[...ASK_GROUPS.flatMap(({ items }) => items), ...MEDICINE_QUESTIONS].map(({ question }) => question),
    ];
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => NEVER.test(text))).toEqual([]);
  });
});
