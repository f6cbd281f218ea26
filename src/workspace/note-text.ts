import { noteOf } from '../review/note';
import type { NoteInput } from '../review/note';
import type { Presentation } from '../review/presentation';
import type { VisitRecord } from '../review/visit-record';
import { askGroups, medicineQuestions } from './ask';
import type { Ready } from './review-state';
import { chartDay, clockTime, localDay } from './words';

interface Parts {
  readonly state: Ready;
  readonly undecided: Presentation | undefined;
  readonly visit: VisitRecord;
  readonly handout: NoteInput['handout'];
  readonly now: Date;
  readonly length: NoteInput['length'];
}

/** The note of what is on screen now. */
export function noteText({ state, undecided, visit, handout, now, length }: Parts): string {
  const { review, shown } = (state.waiting ?? state).reading;
  return noteOf({
    review,
    shown,
    undecided: undecided ?? shown,
    visit,
    groups: askGroups(review),
    medicineQuestions: medicineQuestions(review, visit.answers),
    writtenAt: `${chartDay(localDay(now))} ${clockTime(now)}`,
    readAt: state.readAt === undefined ? undefined : clockTime(state.readAt),
    handout,
    length,
  });
}
