import type { AgeRange } from './calendar';
import type { Facts } from './facts';
import type { Evidence, Verdict } from './types';
import { CLEAR, fires, unknown } from './verdict';

/** Whole years, ends included; an absent end is open. */
export interface AgeLimit {
  readonly min?: number;
  readonly max?: number;
}

/** A birth date without its day allows two ages: a limit between them is neither met nor missed. */
export function judgeAge({ min = 0, max = Infinity }: AgeLimit, facts: Facts): Verdict {
  const { age } = facts;
  if (age === undefined) return ageMissing('birth date missing or not readable');
  if (age.oldest < min || age.youngest > max) return CLEAR;
  if (age.youngest < min || age.oldest > max)
    return ageMissing(`${ageWords(age)}: the birth date has no day`);
  return fires([patientEvidence(facts, `age ${ageWords(age)}`)]);
}

const ageMissing = (why: string): Verdict => unknown([{ key: 'age', kind: 'patient', why: `age (${why})` }]);

const ageWords = ({ youngest, oldest }: AgeRange): string =>
  youngest === oldest ? String(oldest) : `${youngest} or ${oldest}`;

export function judgeSex(sex: 'female' | 'male', facts: Facts): Verdict {
  if (facts.sex !== 'female' && facts.sex !== 'male')
    return unknown([{ key: 'sex', kind: 'patient', why: 'sex (not stated)' }]);
  return facts.sex === sex ? fires([patientEvidence(facts, sex)]) : CLEAR;
}

function patientEvidence(facts: Facts, text: string): Evidence {
  return {
    reference: facts.patientReference,
    text,
    detail: 'patient record',
    basis: 'value',
    by: 'birth date and sex',
    label: text,
  };
}
