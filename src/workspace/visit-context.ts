import { createContext, useContext } from 'react';
import { NEW_VISIT } from '../review/visit-record';
import type { VisitRecord } from '../review/visit-record';

export interface VisitHandle {
  readonly visit: VisitRecord;
  readonly changeVisit: (change: (before: VisitRecord) => VisitRecord) => void;
}

export const VisitContext = createContext<VisitHandle>({
  visit: NEW_VISIT,
  changeVisit: () => {
    throw new Error('there is no visit to change');
  },
});

export const useVisit = (): VisitHandle => useContext(VisitContext);
