import type { ChartDate, ChecklistAnswer } from '../chart/types';
import { youngestAgeInDays } from './calendar';

/** Answers of this visit, and every yes of an earlier one with its day. */
export interface Answers {
  readonly today: Readonly<Record<string, boolean>>;
  readonly earlierYes: ReadonlyMap<string, ChartDate>;
}

/** A form filled in the evening before the visit is still of the visit. */
const VISIT_DAYS = 1;

/**
 * Numbness, weakness or fever change within days: the answers of an old form are no answers of today. Its yes is listed as known,
 * its no is not asked. A form without a date is taken for that of the visit, the only one the command is given.
 */
export function answersOf(answers: readonly ChecklistAnswer[], asOf: string): Answers {
  const today: Record<string, boolean> = {};
  const earlierYes = new Map<string, ChartDate>();
  for (const { linkId, value, authored } of answers) {
    const age = youngestAgeInDays(authored, asOf);
    if (age === undefined || age <= VISIT_DAYS) today[linkId] = value;
    else if (value && authored?.day !== undefined) earlierYes.set(linkId, authored);
  }
  return { today, earlierYes };
}
