import type { Review } from './types';

/** "72", "64 or 65", or that the chart does not say. */
function ageWords({ age, ages }: Review['patient']): string {
  if (age !== undefined) return String(age);
  return ages === undefined ? 'age not in the chart' : ages.join(' or ');
}

const SEX = { male: 'M', female: 'F', other: 'other sex', unknown: 'sex not stated' } as const;

/** "72 F"; a letter behind words would read as one of them: "age not in the chart, F". */
export function ageAndSex(patient: Review['patient']): string {
  const age = ageWords(patient);
  return `${age}${/\d$/.test(age) ? '' : ','} ${SEX[patient.sex]}`;
}
