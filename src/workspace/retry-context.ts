import { createContext, useContext } from 'react';
import { SECTIONS } from '../chart/types';
import type { Chart, Section, SectionReport } from '../chart/types';

export interface Retry {
  /** Sections that came in part or not at all and may come now. */
  readonly sections: readonly Section[];
  readonly busy: boolean;
  /** Whom to ask when it does not help. */
  readonly support: string;
  readonly readSection: (section: Section) => void;
}

export const NO_RETRY: Retry = { sections: [], busy: false, support: '', readSection: () => undefined };

/** Reads one section again; nothing to retry where a panel stands alone. */
export const RetryContext = createContext(NO_RETRY);

export const useRetry = (): Retry => useContext(RetryContext);

/** What another try may bring. A refusal stays one: the EHR's answer to it is a right, not a chance. */
export function worthRetrying({ sections, medicationHistory }: Chart): readonly Section[] {
  const open = ({ status }: SectionReport) => status === 'failed' || status === 'partial';
  return SECTIONS.filter(
    (section) => open(sections[section]) || (section === 'MedicationRequest' && open(medicationHistory)),
  );
}
