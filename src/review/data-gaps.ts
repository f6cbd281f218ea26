import type { DataGapPrompt } from '../knowledge/data-gaps';
import type { Facts } from './facts';
import type { RelaxantFact } from './relaxants';
import type { DataGap } from './types';

type Test = (facts: Facts, relaxant: RelaxantFact) => boolean;

const noFresh = (lab: 'egfr' | 'crcl' | 'alt_xuln'): Test => {
  return (facts) => {
    const value = facts.labs[lab];
    return !value.known || !value.fresh;
  };
};

/** When each prompt stands, by its id; texts and drugs are in knowledge/data-gaps. */
const TESTS: Readonly<Record<string, Test>> = {
  'GAP-BAC-EGFR': noFresh('egfr'),
  'GAP-TIZ-ALT': noFresh('alt_xuln'),
  'GAP-DAN-ALT': (facts) => !facts.labs.alt_xuln.known,
  'GAP-MTX-ORGAN': (facts, relaxant) =>
    noFresh('egfr')(facts, relaxant) && noFresh('alt_xuln')(facts, relaxant),
  'GAP-TIZ-CRCL': (facts, relaxant) => noFresh('egfr')(facts, relaxant) && noFresh('crcl')(facts, relaxant),
  'GAP-PREG': (facts) =>
    facts.sex !== 'male' &&
    !facts.conditions.has('pregnancy') &&
    facts.answers.no_contraception === undefined,
  'GAP-DUR': (_, relaxant) => relaxant.durationDays === undefined,
  'GAP-DOSE': (_, relaxant) => relaxant.dailyDoseMg === undefined,
  'GAP-ALCOHOL': (facts) =>
    facts.answers.alcohol_heavy === undefined && !facts.conditions.has('alcohol_use_disorder'),
  'GAP-ALLERGY': (facts) =>
    facts.sections.AllergyIntolerance.status !== 'complete' ||
    facts.recognised.allergiesNotAsked ||
    facts.sections.AllergyIntolerance.count === 0,
};

function mayBeOfAge({ age: limits }: DataGapPrompt, { age }: Facts): boolean {
  if (limits === undefined) return true;
  // Of an unknown age it may be.
  return age === undefined || (age.oldest >= limits.min && age.youngest <= (limits.max ?? Infinity));
}

/** Prompts shown instead of silence when something a relaxant needs is not on file. */
export function findDataGaps(prompts: readonly DataGapPrompt[], facts: Facts): DataGap[] {
  return prompts.flatMap((prompt) => {
    const test = TESTS[prompt.id];
    const stands =
      test !== undefined &&
      mayBeOfAge(prompt, facts) &&
      facts.relaxants.some(
        (relaxant) =>
          relaxant.state !== 'stopped' &&
          (prompt.drugs === 'all' || prompt.drugs.includes(relaxant.drug)) &&
          test(facts, relaxant),
      );
    return stands ? [{ id: prompt.id, text: prompt.text }] : [];
  });
}
