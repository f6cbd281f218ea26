import type { DrugId } from '../knowledge/vocabulary';
import type { PlannedRelaxant } from '../review/visit-record';
import type { Change } from './decisions';

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** Undefined takes the plan back. */
export const plan =
  (drug: DrugId, planned: PlannedRelaxant | undefined): Change =>
  (visit) => ({
    ...visit,
    planned: { ...without(visit.planned, drug), ...(planned === undefined ? {} : { [drug]: planned }) },
  });

export const say =
  (name: string): Change =>
  (visit) => ({ ...visit, said: [...new Set([...visit.said, name])] });

export const unsay =
  (name: string): Change =>
  (visit) => ({ ...visit, said: visit.said.filter((one) => one !== name) });

/** What the clinician says that a medicine is which was not recognised; undefined takes it back. */
export const call =
  (reference: string, name: string | undefined): Change =>
  (visit) => ({
    ...visit,
    named: { ...without(visit.named, reference), ...(name === undefined ? {} : { [reference]: name }) },
  });
