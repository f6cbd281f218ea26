import type { SearchParameters } from './data-access';
import { monthsBefore } from './dates';
import type { Section } from './types';

/**
 * - feeds: the section is complete only when this query is
 * - adds: as above, but an EHR that does not offer it leaves the section complete, and that is said
 * - looks-back: orders of the last months in any status; it has a report of its own
 */
export type QueryRole = 'feeds' | 'adds' | 'looks-back';

/** One search of the chart. A new EHR family gets its own variants here, never a branch in the code. */
export interface ChartQuery {
  readonly id: string;
  readonly section: Section;
  readonly role: QueryRole;
  /** Plural, begins a sentence: "Visit diagnoses could not be read". */
  readonly name: string;
  /** Tried in order: the next one only when the EHR refuses the parameters of the one before (HTTP 400, 422). */
  readonly variants: readonly SearchParameters[];
}

/**
 * LOINC codes of the labs and vital signs that rules read.
 * eGFR 98979-8 98980-6 62238-1 77147-7 69405-9 50044-7 33914-3, with a race term 88294-4 48642-3 · creatinine 2160-0 38483-4 14682-9 ·
 * ALT 1742-6 · AST 1920-8 · bilirubin 1975-2 · creatinine clearance 35591-7 · weight 29463-7 · temperature 8310-5. Source: https://loinc.org
 */
export const LAB_CODES: readonly string[] = [
  '98979-8',
  '98980-6',
  '62238-1',
  '77147-7',
  '69405-9',
  '50044-7',
  '33914-3',
  '88294-4',
  '48642-3',
  '2160-0',
  '38483-4',
  '14682-9',
  '1742-6',
  '1920-8',
  '1975-2',
  '35591-7',
  '29463-7',
  '8310-5',
];

/** Orders of the last 13 months: the longest look-back is 12 months (steroid days), plus one for orders written ahead. */
export const LOOK_BACK_MONTHS = 13;

const HL7_CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';
const US_CORE_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/condition-category';
/**
 * Some servers refuse `_count` (NextGen uses `_maxresults`): every query has variants without it that keep what chooses the
 * entries. Without a status or a day the whole history of orders would come, page by page.
 */
const PAGE: SearchParameters = { _count: '100' };
const CURRENT_STATUS = 'active,on-hold,unknown';
const WITH_MEDICINE: SearchParameters = { _include: 'MedicationRequest:medication' };

/** Every search for one patient. `today` is YYYY-MM-DD. */
export function chartQueries(patientId: string, today: string): readonly ChartQuery[] {
  const patient: SearchParameters = { patient: patientId };
  const ordered: SearchParameters = { ...patient, intent: 'order,plan' };
  const since: SearchParameters = { authoredon: `ge${monthsBefore(today, LOOK_BACK_MONTHS)}` };
  return [
    {
      id: 'medicines',
      section: 'MedicationRequest',
      role: 'feeds',
      name: 'Current medicines',
      variants: [
        { ...ordered, status: CURRENT_STATUS, ...WITH_MEDICINE, ...PAGE },
        { ...ordered, ...WITH_MEDICINE, ...PAGE },
        // Oracle Health answers 400 to _include: the medicines are then contained or fetched by id.
        { ...ordered, status: CURRENT_STATUS, ...PAGE },
        { ...ordered, status: CURRENT_STATUS },
        { ...ordered, ...PAGE },
        ordered,
        patient,
      ],
    },
    {
      id: 'allergies',
      section: 'AllergyIntolerance',
      role: 'feeds',
      name: 'Allergies',
      variants: [{ ...patient, ...PAGE }, patient],
    },
    conditionQuery(patient, 'problem-list-item', HL7_CATEGORY, 'feeds', 'Problems'),
    conditionQuery(patient, 'encounter-diagnosis', HL7_CATEGORY, 'feeds', 'Visit diagnoses'),
    conditionQuery(patient, 'health-concern', US_CORE_CATEGORY, 'adds', 'Health concerns'),
    {
      id: 'labs',
      section: 'Observation',
      role: 'feeds',
      name: 'Labs and vital signs',
      variants: [
        { ...patient, code: LAB_CODES.join(','), _sort: '-date', ...PAGE },
        { ...patient, code: LAB_CODES.join(','), ...PAGE },
        { ...patient, code: LAB_CODES.map((code) => `http://loinc.org|${code}`).join(','), ...PAGE },
        { ...patient, code: LAB_CODES.join(',') },
      ],
    },
    {
      id: 'medicine-history',
      section: 'MedicationRequest',
      role: 'looks-back',
      name: 'Medicine orders of the last 13 months',
      // Any intent first: an order that a system files under another intent must still be seen. athenahealth requires one.
      variants: [
        { ...patient, ...since, ...WITH_MEDICINE, ...PAGE },
        { ...ordered, ...since, ...WITH_MEDICINE, ...PAGE },
        { ...patient, ...since, ...PAGE },
        { ...patient, ...since },
        { ...ordered, ...since },
        { ...patient, ...PAGE },
        { ...ordered, ...PAGE },
        ordered,
        patient,
      ],
    },
    {
      id: 'procedures',
      section: 'Procedure',
      role: 'feeds',
      name: 'Procedures',
      variants: [{ ...patient, ...PAGE }, patient],
    },
  ];
}

/** Epic wants one category per search; athenahealth wants it with its system. Source: US Core, condition-category. */
function conditionQuery(
  patient: SearchParameters,
  category: string,
  system: string,
  role: QueryRole,
  name: string,
): ChartQuery {
  const narrow = [
    { ...patient, category, ...PAGE },
    { ...patient, category: `${system}|${category}`, ...PAGE },
    { ...patient, category },
  ];
  // Without a category at all the answer is wider, which does no harm; the addition alone stays a question of its own.
  return {
    id: category,
    section: 'Condition',
    role,
    name,
    variants: role === 'feeds' ? [...narrow, patient] : narrow,
  };
}
