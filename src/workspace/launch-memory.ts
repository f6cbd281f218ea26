import { createContext, useContext, useEffect, useState } from 'react';
import type { Dispatch, SetStateAction } from 'react';
import type { PaperLanguage } from '../handout/content/languages';
import type { HandoutChoices, PaperForm } from '../handout/model';
import type { VisitRecord } from '../review/visit-record';

/** What became of the paper, without the paper: after the lock it is told still. */
export interface PaperRecord {
  /** How many papers were approved; 0 when none was. */
  readonly version: number;
  /** "10:51"; undefined while this version went to no print window. */
  readonly printedAt: string | undefined;
  /** What the patient told back correctly, by the name of its tick. */
  readonly toldBack: readonly string[];
}
export const NO_PAPER_YET: PaperRecord = { version: 0, printedAt: undefined, toldBack: [] };

/**
 * What outlives the lock: answers, decisions and choices for the paper, in memory of this page alone. No name, no birth date and
 * no entry of the chart stands in it; entries that something was decided about are known by their id and read anew.
 */
interface Kept {
  visit: VisitRecord;
  choices: HandoutChoices;
  /** Undefined: as the chart says. */
  language: PaperLanguage | undefined;
  form: PaperForm;
  paper: PaperRecord;
}
export type LaunchMemory = Partial<Kept>;

/** Without a frame around it, as in tests of single panels, nothing outlives the panel. */
export const MemoryContext = createContext<LaunchMemory | undefined>(undefined);

/** A state that is found again when the page is unlocked for the same patient. */
export function useKept<K extends keyof Kept>(
  key: K,
  start: Kept[K],
): [Kept[K], Dispatch<SetStateAction<Kept[K]>>] {
  const memory = useContext(MemoryContext);
  const [value, setValue] = useState<Kept[K]>(() => memory?.[key] ?? start);
  useEffect(() => {
    if (memory !== undefined) memory[key] = value;
  }, [memory, key, value]);
  return [value, setValue];
}
