import type { DrugId } from './vocabulary';
import type { SourceId } from './sources';

/** What is said instead of silence when something a relaxant needs is not on file. When each stands is decided in review/data-gaps. */
export interface DataGapPrompt {
  readonly id: string;
  readonly drugs: 'all' | readonly DrugId[];
  readonly text: string;
  /** Undefined: a plain check of this project, resting on no outside source. */
  readonly source?: SourceId;
}

export const DATA_GAPS: readonly DataGapPrompt[] = [];
