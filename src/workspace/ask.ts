import { ASK_GROUPS, MEDICINE_QUESTIONS } from '../knowledge/checklist';
import type { AskGroup, AskItem } from '../knowledge/checklist';
import type { Review } from '../review/types';
import { REACTION } from '../review/visit-record';

export type Answers = Readonly<Record<string, boolean>>;

/** Past this age nobody is asked about a pregnancy. */
const PREGNANCY_AGES = { from: 10, to: 60 };

function mayBePregnant({ patient }: Review): boolean {
  if (patient.sex === 'male') return false;
  return (
    patient.age === undefined || (patient.age >= PREGNANCY_AGES.from && patient.age <= PREGNANCY_AGES.to)
  );
}

/** The questions on danger signs for this patient, in the order in which they are asked. */
export function askGroups(review: Review): readonly AskGroup[] {
  if (mayBePregnant(review)) return ASK_GROUPS;
  return ASK_GROUPS.map((group) => ({
    ...group,
    items: group.items.filter(({ linkId }) => linkId !== 'preg'),
  }));
}

const ALWAYS = new Set(['alcohol_heavy', 'commercial_driver', 'stopping_or_gap']);

/** Three questions for everyone, and those that a rule of a listed relaxant waits for. */
export function medicineQuestions(review: Review, answers: Answers): readonly AskItem[] {
  const awaited = new Set(
    review.relaxants
      .flatMap((relaxant) => [
        ...[...relaxant.notAsked, ...relaxant.notChecked].flatMap(({ missing }) => missing),
        ...relaxant.cautions.flatMap((hit) => hit.escalationMissing),
      ])
      .flatMap(({ kind, key }) => (kind === 'answer' ? [key] : [])),
  );
  const reaction =
    review.completeness.AllergyIntolerance === 'complete' && answers[REACTION] === undefined
      ? []
      : [REACTION_QUESTION];
  const questions = MEDICINE_QUESTIONS.filter(
    ({ linkId }) => ALWAYS.has(linkId) || awaited.has(linkId) || answers[linkId] !== undefined,
  );
  return [...questions, ...reaction];
}

/** Where recorded allergies could not be read, the patient can be asked: a No closes that gap in Compare, as the patient's report. */
const REACTION_QUESTION: AskItem = {
  linkId: REACTION,
  question: 'Ever a bad reaction to a muscle relaxer?',
};

export interface Asked {
  readonly total: number;
  readonly asked: number;
  readonly yes: number;
  /** Emergency questions that nobody asked yet: they are named wherever red flags are. */
  readonly emergencyNotAsked: readonly AskItem[];
}

export function askedOf(groups: readonly AskGroup[], answers: Answers): Asked {
  const items = groups.flatMap((group) => group.items);
  return {
    total: items.length,
    asked: items.filter(({ linkId }) => answers[linkId] !== undefined).length,
    yes: items.filter(({ linkId }) => answers[linkId] === true).length,
    emergencyNotAsked: groups
      .filter((group) => group.emergency)
      .flatMap((group) => group.items)
      .filter(({ linkId }) => answers[linkId] === undefined),
  };
}

/** Undefined is "not asked". */
export function answer(answers: Answers, linkId: string, value: boolean | undefined): Answers {
  const rest = Object.fromEntries(Object.entries(answers).filter(([key]) => key !== linkId));
  return value === undefined ? rest : { ...rest, [linkId]: value };
}

/** No for every item of one group that is still untouched; an answer given stays. */
export const restNo = (answers: Answers, group: AskGroup): Answers => ({
  ...Object.fromEntries(group.items.map(({ linkId }) => [linkId, false])),
  ...answers,
});
