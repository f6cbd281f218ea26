import type { Review } from './types';

/** "72", "64 or 65", or that the chart does not say. */
export function ageWords({ age, ages }: Review['patient']): string {
  if (age !== undefined) return String(age);
  return ages === undefined ? 'age not in the chart' : ages.join(' or ');
}
