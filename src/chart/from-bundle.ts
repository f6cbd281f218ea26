import { checklistAnswers } from './answers';
import { bundleContents, indexBundle } from './bundle-index';
import type { BundleContents } from './bundle-index';
import { chartEntries, referenceNames } from './chart-entries';
import { bySection, foreignGap, SECTION_NAMES, unresolvedGap } from './completeness';
import { examReadings } from './exam-readings';
import { isObject, resourceTypeOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { issuesOf, mayHideEntries } from './outcomes';
import { normalisePatient } from './patient';
import { medicationOf } from './resolve-medications';
import type { ResolvedMedication } from './resolve-medications';
import { SECTIONS } from './types';
import type { Chart, Section, SectionReport, SectionStatus } from './types';

export interface BundleOptions {
  /** Sections that the sender could not read in full, and how. */
  readonly incomplete?: Readonly<Partial<Record<Section, SectionStatus>>>;
}

/** Sections of the types that are read; a MedicationStatement is an addition to the medicines. */
const SECTION_OF_TYPE: ReadonlyMap<string, Section> = new Map<string, Section>([
  ...SECTIONS.map((section) => [section, section] as const),
  ['MedicationStatement', 'MedicationRequest'],
]);

const sectionOf = (resource: JsonObject): Section | undefined =>
  SECTION_OF_TYPE.get(resourceTypeOf(resource) ?? '');
const isResponse = (resource: JsonObject): boolean => resourceTypeOf(resource) === 'QuestionnaireResponse';

/**
 * The chart of one patient from a FHIR R4 Bundle of any type. Unknown resource types are ignored. A section whose type is absent counts as
 * complete and empty, unless `incomplete` names it, or the Bundle itself says that something is missing (a next page, a warning, an entry
 * without a resource).
 *
 * @throws Error in one sentence when it is not a Bundle, or holds no Patient or several: age and sex decide rules, and a chart without an
 * owner must not read as a clean one.
 */
export function chartFromBundle(bundle: unknown, options: BundleOptions = {}): Chart {
  if (!isObject(bundle) || resourceTypeOf(bundle) !== 'Bundle')
    throw new Error('not a FHIR Bundle: the file must hold one JSON object with "resourceType": "Bundle"');
  const contents = bundleContents(bundle);
  const index = indexBundle(contents.entries);
  const resources = contents.entries.map(({ resource }) => resource);
  const patient = patientOf(resources);

  const own: JsonObject[] = [];
  const foreign: JsonObject[] = [];
  for (const resource of resources) {
    if (sectionOf(resource) === undefined && !isResponse(resource)) continue;
    (index.isAbout(resource, patient) ? own : foreign).push(resource);
  }

  const medicines = new Map<JsonObject, ResolvedMedication>();
  for (const order of own) {
    if (sectionOf(order) !== 'MedicationRequest') continue;
    const lookup = (reference: string) => index.resolve(reference, order);
    medicines.set(order, medicationOf(order, lookup, 'included'));
  }

  const notices = contents.outcomes.flatMap(issuesOf).filter(mayHideEntries);
  const whole = missingEverywhere(
    contents,
    notices.map((issue) => issue.text),
  );
  const sections = bySection((section) => {
    const mine = own.filter((resource) => sectionOf(resource) === section);
    const gaps = [
      ...whole,
      ...foreignGap(foreign.filter((resource) => sectionOf(resource) === section).length),
      ...unresolvedGap(mine.filter((resource) => medicines.get(resource)?.source === 'unresolved').length),
    ];
    return reportOf(section, mine.length, gaps, options.incomplete?.[section]);
  });
  const entries = chartEntries(own, (order) => medicines.get(order));
  const responses = own.filter(isResponse);
  return {
    patient: normalisePatient(patient),
    sections,
    medicationHistory: sections.MedicationRequest,
    ...entries,
    // The exam of the visit may stand in its form instead of in Observations.
    observations: [...entries.observations, ...examReadings(responses, referenceNames())],
    answers: checklistAnswers(responses, referenceNames()),
    notices: [...new Set(notices.map((issue) => issue.text))],
    foreignEntries: foreign.length,
  };
}

function patientOf(resources: readonly JsonObject[]): JsonObject {
  const patients = resources.filter((resource) => resourceTypeOf(resource) === 'Patient');
  const [patient] = patients;
  if (patient === undefined) throw new Error('the Bundle holds no Patient');
  if (patients.length > 1)
    throw new Error(`the Bundle holds ${patients.length} Patients; it must hold exactly one`);
  return patient;
}

function missingEverywhere(contents: BundleContents, notices: readonly string[]): readonly string[] {
  return [
    ...notices.map((text) => `The EHR says: "${text}"`),
    ...(contents.continues
      ? ['The file holds only the first part of a list: a next page is named in it.']
      : []),
    ...(contents.unreadable > 0 ? [unreadableGap(contents.unreadable)] : []),
  ];
}

function unreadableGap(count: number): string {
  return count === 1
    ? 'One entry of the file holds no resource that can be read.'
    : `${count} entries of the file hold no resource that can be read.`;
}

function reportOf(
  section: Section,
  count: number,
  gaps: readonly string[],
  stated: SectionStatus | undefined,
): SectionReport {
  if (stated === undefined || stated === 'complete')
    return { status: gaps.length === 0 ? 'complete' : 'partial', gaps, count };
  const name = SECTION_NAMES[section];
  return { status: stated, gaps: [`The sender could not read all ${name} (${stated}).`, ...gaps], count };
}
