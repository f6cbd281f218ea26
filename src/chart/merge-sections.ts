import { SECTIONS } from './types';
import type { Chart, Section } from './types';

/**
 * The chart with these sections from a newer reading and all else as it was. A warning of the EHR goes only when no section speaks of
 * it any more; entries of another patient stay an incident of this visit.
 */
export function withSections(before: Chart, fresh: Chart, sections: readonly Section[]): Chart {
  const from = (section: Section): Chart => (sections.includes(section) ? fresh : before);
  const merged = Object.fromEntries(SECTIONS.map((section) => [section, from(section).sections[section]]));
  const medicines = from('MedicationRequest');
  const chart: Chart = {
    ...before,
    sections: { ...before.sections, ...merged },
    medicationHistory: medicines.medicationHistory,
    medications: medicines.medications,
    conditions: from('Condition').conditions,
    allergies: from('AllergyIntolerance').allergies,
    observations: from('Observation').observations,
    procedures: from('Procedure').procedures,
    foreignEntries: Math.max(before.foreignEntries, fresh.foreignEntries),
    sessionEnded: fresh.sessionEnded === true,
  };
  const gaps = [...SECTIONS.map((section) => chart.sections[section]), chart.medicationHistory].flatMap(
    (report) => report.gaps,
  );
  const stands = (notice: string) => gaps.some((gap) => gap.includes(`"${notice}"`));
  return { ...chart, notices: [...new Set([...before.notices.filter(stands), ...fresh.notices])] };
}
