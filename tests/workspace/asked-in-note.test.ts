import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASK_GROUPS, MEDICINE_QUESTIONS } from '../../src/knowledge/checklist';
import { redFlagLines } from '../../src/review/note-red-flags';
import { present } from '../../src/review/presentation';
import { NEW_VISIT } from '../../src/review/visit-record';
import { restNo } from '../../src/workspace/ask';
import type { Answers } from '../../src/workspace/ask';
import { sampleChart } from '../review/sample-charts';
import { reviewChart } from '../review/chart';

const REVIEW = reviewChart(sampleChart('maria-lopez'));
const SHOWN = present(REVIEW);
const QUESTIONS = [...ASK_GROUPS.flatMap(({ items }) => items), ...MEDICINE_QUESTIONS];
const EMERGENCY = ASK_GROUPS.filter(({ emergency }) => emergency).flatMap(({ items }) => items);

/** Under each head of the note's red flags, the names that stand there. */
function named(answers: Answers): Readonly<Record<string, readonly string[]>> {
  const lines = redFlagLines({
    review: REVIEW,
    shown: SHOWN,
    undecided: SHOWN,
    visit: { ...NEW_VISIT, answers },
    groups: ASK_GROUPS,
    medicineQuestions: MEDICINE_QUESTIONS,
    writtenAt: '',
    readAt: undefined,
    handout: undefined,
    length: 'full',
  });
  return Object.fromEntries(
    lines.map((line) => {
      const [head = '', names = ''] = line.split(': ');
      return [head, names.replace(/\.$/, '').split('; ')];
    }),
  );
}
/** What the note calls each question: its name when it alone was asked. */
const NAMES = new Map(
  QUESTIONS.map(({ linkId }) => [linkId, named({ [linkId]: false })['Asked, no']?.[0] ?? '']),
);
const answers: fc.Arbitrary<Answers> = fc
  .array(fc.constantFrom(true, false, undefined), {
    minLength: QUESTIONS.length,
    maxLength: QUESTIONS.length,
  })
  .map((values) =>
    Object.fromEntries(
      QUESTIONS.flatMap(({ linkId }, place) => {
        const value = values[place];
        return value === undefined ? [] : [[linkId, value]];
      }),
    ),
  );

describe('any answers', () => {
  it('stand in the note by name: said, denied, and not asked, the emergency questions apart', () => {
    expect(new Set(NAMES.values()).size).toBe(QUESTIONS.length);
    for (const [linkId, name] of NAMES) expect(name, linkId).toMatch(/[a-z] [a-z]/);
    fc.assert(
      fc.property(answers, (given) => {
        const found = named(given);
        const those = (items: typeof QUESTIONS, value: boolean | undefined) =>
          items.filter(({ linkId }) => given[linkId] === value).map(({ linkId }) => NAMES.get(linkId));
        expect(found['Asked, yes'] ?? []).toEqual(those(QUESTIONS, true));
        expect(found['Asked, no'] ?? []).toEqual(those(QUESTIONS, false));
        expect(found['NOT asked, emergency questions'] ?? []).toEqual(those(EMERGENCY, undefined));
        expect(found['Not asked, other'] ?? []).toEqual(
          those(QUESTIONS, undefined).filter(
            (name) => !EMERGENCY.some((one) => NAMES.get(one.linkId) === name),
          ),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('are kept by “All asked, all no”, which answers what is untouched in its own group and nothing else', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...ASK_GROUPS), (given, group) => {
        const after = restNo(given, group);
        const own = new Set(group.items.map(({ linkId }) => linkId));
        for (const { linkId } of QUESTIONS)
          expect(after[linkId], linkId).toBe(given[linkId] ?? (own.has(linkId) ? false : undefined));
      }),
      { numRuns: 100 },
    );
  });
});
