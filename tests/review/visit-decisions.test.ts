import { describe, expect, it } from 'vitest';
import { ASK_GROUPS, MEDICINE_QUESTIONS } from '../../src/knowledge/checklist';
import { noteOf } from '../../src/review/note';
import { present } from '../../src/review/presentation';
import type { Presentation } from '../../src/review/presentation';
import type { Review } from '../../src/review/types';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT, beforeDecisions } from '../../src/review/visit-record';
import type { VisitRecord } from '../../src/review/visit-record';
import {
  bringBack,
  changeOther,
  decide,
  keep,
  relaxantAside,
  setAside,
  undoItem,
} from '../../src/workspace/decisions';
import type { Change } from '../../src/workspace/decisions';
import { TODAY, relaxantOf, terminology } from './chart';
import { sampleChart } from './sample-charts';

const CHART = sampleChart('maria-lopez');
interface Seen {
  readonly review: Review;
  readonly shown: Presentation;
  readonly note: string;
}
function seen(visit: VisitRecord): Seen {
  const judge = (record: VisitRecord) => reviewVisit(CHART, { terminology, asOf: TODAY, visit: record });
  const review = judge(visit);
  const shown = present(review);
  const note = noteOf({
    review,
    shown,
    undecided: present(judge(beforeDecisions(visit))),
    visit,
    groups: ASK_GROUPS,
    medicineQuestions: MEDICINE_QUESTIONS.slice(0, 3),
    writtenAt: '11/22/2026 10:52',
    readAt: '10:42',
    handout: undefined,
    length: 'full',
  }).replaceAll(/\n {2}/g, ' ');
  return { review, shown, note };
}

const START = seen(NEW_VISIT);
const TIZANIDINE = relaxantOf(START.review, 'tizanidine');
function pair() {
  const item = START.shown.items.find(({ severity }) => severity === 'contraindicated');
  if (item === undefined) throw new Error('no contraindicated item');
  return item;
}
const severities = ({ review }: Seen, drug: string) =>
  Object.fromEntries(relaxantOf(review, drug).cautions.map(({ rule, severity }) => [rule.id, severity]));
const CIPRO = {
  reference:
    pair()
      .hits.flatMap(({ hit }) => hit.evidence)
      .find(({ label }) => label === 'ciprofloxacin')?.reference ?? '',
  name: 'ciprofloxacin',
};

/** Each decision: what records it, what takes it back, and what the note then says. */
const DECISIONS: readonly (readonly [string, Change, Change, RegExp])[] = [
  [
    'hold until a date',
    decide('tizanidine', { kind: 'hold', until: '2026-11-27' }),
    decide('tizanidine', undefined),
    /tizanidine .*: HELD until 11\/27\/2026\./,
  ],
  [
    'stop',
    decide('tizanidine', { kind: 'stop' }),
    decide('tizanidine', undefined),
    /tizanidine .*: STOPPED\./,
  ],
  [
    'change of dose or times',
    decide('tizanidine', { kind: 'change', how: '2 mg at bedtime' }),
    decide('tizanidine', undefined),
    /tizanidine .*: CHANGED to 2 mg at bedtime\./,
  ],
  ['change of the other medicine', changeOther(CIPRO), undoItem(pair()), /To be changed: ciprofloxacin\./],
  [
    'not taking the relaxant',
    relaxantAside(TIZANIDINE, 'patient not taking'),
    bringBack('tizanidine'),
    /tizanidine: SET ASIDE, patient reports not taking\./,
  ],
  [
    'not taking the other medicine',
    setAside(CIPRO.reference, {
      reason: 'patient not taking',
      name: CIPRO.name,
      orders: [CIPRO.reference],
      relaxant: false,
    }),
    bringBack(CIPRO.reference),
    /ciprofloxacin: SET ASIDE, patient reports not taking\./,
  ],
  [
    'wrong in the chart',
    relaxantAside(TIZANIDINE, 'wrong in the chart'),
    bringBack('tizanidine'),
    /tizanidine: SET ASIDE, wrong in the chart\./,
  ],
  ['keep with a reason', keep(pair(), 'short overlap'), undoItem(pair()), /Kept: short overlap\./],
];

describe('every decision', () => {
  it.each(DECISIONS)('%s reaches review or note, and Undo leaves nothing of it', (_, change, undo, said) => {
    const after = seen(change(NEW_VISIT));
    expect(after.note).toMatch(said);
    expect(START.note).not.toMatch(said);
    const back = undo(change(NEW_VISIT));
    expect(back).toEqual(NEW_VISIT);
    expect(seen(back)).toEqual(START);
  });

  it.each(DECISIONS.filter(([name]) => name.startsWith('not taking') || name.startsWith('wrong')))(
    '%s runs every check again: the contraindicated pair is gone and named as gone',
    (_, change) => {
      const after = seen(change(NEW_VISIT));
      expect(after.shown.items.map(({ severity }) => severity)).not.toContain('contraindicated');
      expect(after.note).toMatch(
        /No longer apply after the changes above: [^;]*ciprofloxacin \(contraindicated\)/,
      );
    },
  );

  it.each(['stop', 'hold'] as const)('%s raises the stopping rule of its own relaxant only', (kind) => {
    const after = seen(decide('tizanidine', { kind })(NEW_VISIT));
    expect(severities(START, 'tizanidine')['TIZ-TAPER']).not.toBe('serious');
    expect(severities(after, 'tizanidine')['TIZ-TAPER']).toBe('serious');
    expect(severities(after, 'cyclobenzaprine_ir')).toEqual(severities(START, 'cyclobenzaprine_ir'));
  });
});
