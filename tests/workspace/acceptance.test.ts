import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What the workspace promises, clause by clause, each with the tests that hold it: a file under tests/ and a title in it. */
type Promised = readonly [clause: string, ...tests: (readonly [file: string, title: string])[]];

const ACCEPTED: Readonly<Record<string, readonly Promised[]>> = {
  compare: [
    [
      'no lab that is gone and no section that fails puts a relaxant into the first band',
      ['review/compare.test.ts', 'whatever section fails and whatever lab is gone'],
      ['review/every-sample.test.ts', 'puts nothing first for a section that fails or a lab that is gone'],
    ],
    [
      'Schedule IV and spasticity-only relaxants are never in it',
      ['review/every-sample.test.ts', 'puts nothing first that is controlled or for spasticity only'],
    ],
    [
      'the order inside a band is that of the alphabet',
      ['review/compare.test.ts', 'inside a band the order is that of the alphabet'],
      ['review/every-sample.test.ts', 'and sorts by the alphabet (%s)'],
    ],
  ],
  review: [
    [
      'every rule maps to one group and one kind of patient line',
      ['knowledge/caution-placement.test.ts', 'is one group, one start and one kind of patient line'],
    ],
    [
      'the severity of an item is that of its worst part',
      [
        'review/presentation-properties.test.ts',
        'holds every hit of the engine in exactly one item, and no group in two',
      ],
    ],
    [
      'three are open at most, and no emergency is folded',
      ['review/presentation-properties.test.ts', 'opens three at most'],
      ['workspace/review-column.test.tsx', 'of emergency tier come first and cannot be folded away'],
    ],
  ],
  decisions: [
    [
      '“not taking”, hold, stop and plan run the review again',
      ['review/every-sample.test.ts', 'not to count a relaxant take it out of every check'],
      ['review/every-sample.test.ts', 'to plan a relaxant run every check on it'],
      ['review/visit-decisions.test.ts', '%s runs every check again'],
    ],
    [
      'each can be undone',
      ['review/visit-decisions.test.ts', '%s reaches review or note, and Undo leaves nothing of it'],
      ['review/every-sample.test.ts', 'and Undo brings it back'],
      ['review/every-sample.test.ts', 'run every check on it, and Undo leaves nothing of it'],
    ],
    [
      'each stands in the note',
      ['review/visit-decisions.test.ts', '%s reaches review or note, and Undo leaves nothing of it'],
      ['review/note.test.ts', 'tells what was planned, said and named at the visit'],
    ],
    [
      'Stop escalates only its own relaxant',
      ['review/visit-decisions.test.ts', '%s raises the stopping rule of its own relaxant only'],
      ['review/every-sample.test.ts', 'to stop or hold a relaxant escalate findings of that relaxant only'],
    ],
  ],
  identity: [
    [
      'buttons and preview carry the name of the patient',
      ['workspace/workspace.test.tsx', 'opens full-frame from a button that carries the name'],
      ['workspace/copy-note.test.tsx', 'one click copies the full note'],
    ],
    [
      'titles, file names and addresses do not',
      ['e2e/journey.spec.ts', 'addresses, titles and lasting storage hold nothing of the patient'],
      ['workspace/workspace.test.tsx', 'keeps the page title free of the patient'],
      ['handout/ways-out.test.tsx', 'is handed to the browser under a name without patient data'],
      ['handout/ways-out.test.tsx', 'its address holds nothing of the patient'],
    ],
  ],
  questions: [
    [
      'all of them without scrolling at 900 × 640',
      ['workspace/ask.test.tsx', 'are twenty, and nineteen where a pregnancy is not possible'],
      ['e2e/looks.spec.ts', 'Every question in sight of a frame of 900 by 640'],
    ],
    [
      'a bulk answer never crosses a group',
      ['workspace/asked-in-note.test.ts', 'are kept by “All asked, all no”'],
    ],
    [
      'the note lists denied and unasked items by name',
      ['workspace/asked-in-note.test.ts', 'stand in the note by name: said, denied, and not asked'],
    ],
  ],
  note: [
    [
      'the whole text of one visit, to the letter',
      ['review/note.test.ts', 'is, for one visit from the chart to the recheck, this text to the letter'],
    ],
  ],
};

/** What the workspace consists of. */
const DELIVERED: readonly Promised[] = [
  [
    'the screen in every frame, its states, keys and clicks',
    ['e2e/frame.spec.ts', 'the review and the paper of ${family} fit every frame'],
    ['e2e/hostile.spec.ts', 'the first finding is in sight, and no word is cut in any frame'],
    [
      'workspace/review-column.test.tsx',
      'leaves zero counts out and always counts the checks that could not run',
    ],
    ['workspace/workspace.test.tsx', 'shows rows in waiting, then the first findings'],
    ['e2e/keyboard.spec.ts', 'the common tasks cost no more clicks than promised'],
  ],
  [
    'ranking and folding',
    ['review/presentation.test.ts', 'puts contraindicated before serious, and two depressants'],
    ['review/presentation.test.ts', 'opens three and closes the rest, but drops none'],
    ['review/same-evidence.test.ts', 'is one item titled by the entry that several facts rest on'],
    ['review/presentation.test.ts', 'has a fixed order, counts items, and leaves zeros out'],
  ],
  [
    'Why',
    ['workspace/why.test.tsx', 'says what each entry is: words, date, status, who ordered it'],
    ['workspace/why.test.tsx', 'says since when both are taken'],
    ['workspace/why.test.tsx', 'names rule, version, kind of basis and a source with section and link'],
  ],
  [
    'Decide',
    ['workspace/decide.test.tsx', 'a contraindicated pair is decided with two clicks'],
    ['workspace/decide.test.tsx', 'what was decided is listed at the end of the review'],
  ],
  [
    'a planned relaxant, medicines at the visit, a handout without a relaxant',
    ['e2e/plan-compare.spec.ts', 'from an empty chart: a relaxant is planned with five clicks'],
    ['workspace/plan.test.tsx', 'that the patient takes are added by name and undone'],
    ['workspace/told-back.test.tsx', 'asks of a paper without a relaxant what that paper asks'],
  ],
  [
    'the questions',
    ['workspace/ask.test.tsx', 'begins with nothing asked, and says so without calling it a no'],
    ['workspace/ask.test.tsx', 'is worked with the keyboard alone'],
    ['workspace/ask.test.tsx', 'stand in Spanish beside the clinician’s words'],
    ['workspace/ask.test.tsx', 'asks the eight emergency questions with two clicks more'],
  ],
  [
    'Compare in bands, before any relaxant is ordered',
    ['review/compare.test.ts', 'healthy at 34 with normal labs'],
    ['e2e/plan-compare.spec.ts', 'opens, is read and closes by keyboard alone, and a row leads to its plan'],
  ],
  [
    'the note, short and full, also without the clipboard',
    ['review/note.test.ts', 'is short without rule ids and basis'],
    [
      'workspace/copy-note.test.tsx',
      'a frame without the clipboard shows the note selected, to copy by hand',
    ],
  ],
  [
    'every rule with its sources',
    ['workspace/sources.test.tsx', 'opens a rule to its trigger, texts, basis and sources'],
    ['e2e/sources.spec.ts', 'every rule can be looked up in the app'],
  ],
  [
    'the words',
    ['workspace/screen-words.test.ts', 'are found: texts between tags'],
    ['workspace/screen-words.test.ts', 'hold no all-clear and no private code'],
  ],
  [
    'light, dark, own colours, zoom, motion, keyboard and screen reader',
    ['workspace/colours.test.ts', '%s can be read on %s: 4.5 to 1'],
    ['e2e/looks.spec.ts', 'in the dark the screen is dark, can be read, nothing is animated'],
    ['e2e/looks.spec.ts', 'the user’s own colours reach the icons'],
    ['e2e/journey.spec.ts', 'has no accessibility violations, with everything opened'],
    ['e2e/keyboard.spec.ts', 'a screen reader hears the parts in the order of the visit'],
    ['e2e/keyboard.spec.ts', 'a keyboard alone decides, asks, looks at the timeline'],
  ],
  [
    'the timeline',
    ['workspace/timeline.test.tsx', 'draws what the table says, and says what it draws'],
    ['review/timeline.test.ts', 'has every order of a relaxant or of a caution'],
  ],
  [
    'nothing jumps',
    ['e2e/looks.spec.ts', 'nothing jumps: ${patient} at ${width} by ${height}'],
    ['e2e/looks.spec.ts', 'nothing jumps when the conditions are late'],
  ],
];

const missing = (promises: readonly Promised[]): string[] =>
  promises.flatMap(([clause, ...tests]) =>
    tests.length === 0
      ? [`${clause}: no test`]
      : tests
          .filter(([file, title]) => !readFileSync(`tests/${file}`, 'utf8').includes(title))
          .map(([file, title]) => `${clause}: ${file}: ${title}`),
  );

describe('what the workspace promises', () => {
  it.each(Object.entries(ACCEPTED))('of %s is held by tests that exist', (_, promises) => {
    expect(missing(promises)).toEqual([]);
  });

  it('in each of its parts is held by tests that exist', () => {
    expect(missing(DELIVERED)).toEqual([]);
  });
});
