import type { Chart, Section, SectionReport, SectionStatus } from './types';
import { SECTIONS } from './types';

/** How each section is called in a sentence. */
export const SECTION_NAMES: Readonly<Record<Section, string>> = {
  Condition: 'conditions',
  MedicationRequest: 'medicines',
  AllergyIntolerance: 'allergies',
  Observation: 'labs',
  Procedure: 'procedures',
};

export const LOADING: SectionReport = { status: 'loading', gaps: [], count: 0 };

/** True only when everything that feeds the section arrived: the one state in which "none" means none. */
export function isComplete(report: SectionReport): boolean {
  return report.status === 'complete';
}

export function isLoading(report: SectionReport): boolean {
  return report.status === 'loading';
}

/** Sections that are settled and not complete, in the fixed order of the chart. */
export function incompleteSections(chart: Pick<Chart, 'sections'>): readonly Section[] {
  return SECTIONS.filter(
    (section) => !isComplete(chart.sections[section]) && !isLoading(chart.sections[section]),
  );
}

/** How one query of a section ended. `empty` when nothing at all came back. */
export interface QueryReport {
  readonly status: SectionStatus;
  readonly gaps: readonly string[];
  readonly count: number;
}

/**
 * The state of a section fed by several queries. All complete: complete. All failed alike: that failure.
 * Anything in between is partial, because an entry that is missing may be the one that matters.
 */
export function combineReports(reports: readonly QueryReport[]): SectionReport {
  const gaps = reports.flatMap((report) => report.gaps);
  const count = reports.reduce((sum, report) => sum + report.count, 0);
  const statuses = new Set(reports.map((report) => report.status));
  const [only] = statuses;
  if (statuses.has('loading')) return { status: 'loading', gaps, count };
  if (only !== undefined && statuses.size === 1) return { status: only, gaps, count };
  const nothingArrived = !statuses.has('complete') && !statuses.has('partial');
  return { status: nothingArrived ? 'failed' : 'partial', gaps, count };
}

/** The same question for every section. */
export function bySection<T>(read: (section: Section) => T): Readonly<Record<Section, T>> {
  return {
    Condition: read('Condition'),
    MedicationRequest: read('MedicationRequest'),
    AllergyIntolerance: read('AllergyIntolerance'),
    Observation: read('Observation'),
    Procedure: read('Procedure'),
  };
}

/** Said when entries of another patient were discarded: the list then is not the EHR's whole answer. */
export function foreignGap(count: number): readonly string[] {
  if (count === 0) return [];
  return count === 1
    ? ['One entry of another patient came with them and was discarded.']
    : [`${count} entries of another patient came with them and were discarded.`];
}

/** Said when an order only points to a medicine that is out of reach: nobody knows what it is. */
export function unresolvedGap(count: number): readonly string[] {
  if (count === 0) return [];
  return count === 1
    ? ['One medicine could not be read: its record is not there, and its order does not name it.']
    : [
        `${count} medicines could not be read: their records are not there, and their orders do not name them.`,
      ];
}
