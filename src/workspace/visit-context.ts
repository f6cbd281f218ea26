import { createContext, useContext } from 'react';
import type { Presentation } from '../review/presentation';
import { NEW_VISIT } from '../review/visit-record';
import type { VisitRecord } from '../review/visit-record';
import type { Review } from '../review/types';

export interface VisitHandle {
  readonly visit: VisitRecord;
  readonly changeVisit: (change: (before: VisitRecord) => VisitRecord) => void;
  /** The same chart and answers without any decision; undefined before there is a chart. */
  readonly undecided: () => Presentation | undefined;
  /** The review of the same chart under another visit; undefined before there is a chart. */
  readonly judge: ((visit: VisitRecord) => Review) | undefined;
}

export const VisitContext = createContext<VisitHandle>({
  visit: NEW_VISIT,
  changeVisit: () => {
    throw new Error('there is no visit to change');
  },
  undecided: () => undefined,
  judge: undefined,
});

export const useVisit = (): VisitHandle => useContext(VisitContext);
