import type { Coding } from '../terminology/systems';

/** The FHIR resource types that feed the review; each is read, and can fail, on its own. */
export const SECTIONS = [
  'Condition',
  'MedicationRequest',
  'AllergyIntolerance',
  'Observation',
  'Procedure',
] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * - complete: every page of every query that feeds the section arrived
 * - partial: some arrived; a page, a query or an entry is missing
 * - not-permitted: the EHR or the granted scope refused
 * - unsupported: the EHR does not offer the resource
 * - failed: network, server or format error
 */
export type SectionStatus = 'loading' | 'complete' | 'partial' | 'not-permitted' | 'unsupported' | 'failed';

export interface SectionReport {
  readonly status: SectionStatus;
  /** What is missing and why, as one plain sentence each, for screen and paper. Empty when complete. */
  readonly gaps: readonly string[];
  /** Entries received (outcome entries not counted). */
  readonly count: number;
}

/**
 * FHIR dates come as YYYY, YYYY-MM, YYYY-MM-DD or an instant. `text` is as recorded;
 * `day` is the first possible calendar day (YYYY-MM-DD) for arithmetic; undefined when unreadable.
 */
export interface ChartDate {
  readonly text: string;
  readonly day?: string;
  readonly precision: 'year' | 'month' | 'day' | 'unreadable';
}

interface EntryBase {
  /** `Type/id`, or `Type/#n` (n counted from 1 in bundle order) for a resource without an id. */
  readonly reference: string;
  /** The chart's own words for the entry; never empty ("no name in the chart" when it has none). */
  readonly text: string;
}

/** How the medicine of an order was found. `unresolved`: a reference that could not be read. */
export type MedicationSource =
  | 'inline'
  | 'contained'
  | 'included'
  | 'fetched'
  | 'display-only'
  | 'unresolved';

export interface MedicationOrder extends EntryBase {
  readonly kind: 'medication';
  readonly resourceType: 'MedicationRequest' | 'MedicationStatement';
  readonly status: string;
  /** Undefined when absent: treated as an order. */
  readonly intent?: string;
  readonly doNotPerform: boolean;
  readonly reported: boolean;
  readonly categories: readonly string[];
  readonly source: MedicationSource;
  readonly codings: readonly Coding[];
  readonly names: readonly string[];
  /** Route displays, dose form texts and sig texts: evidence of route and form. */
  readonly routeTexts: readonly string[];
  readonly dosages: readonly DosageReading[];
  readonly authoredOn?: ChartDate;
  readonly supply: OrderSupply;
  readonly requester?: string;
  /** statusReason or note that says the patient stopped, verbatim. */
  readonly statusReason?: string;
}

export interface OrderSupply {
  readonly start?: ChartDate;
  readonly end?: ChartDate;
  /** Planned days of one fill (expectedSupplyDuration, else a safely read bounded sig). */
  readonly days?: number;
  /** Refills allowed; 0 when none is stated. */
  readonly repeats: number;
  readonly quantity?: { readonly value: number; readonly unit?: string };
}

/** Times of day of the Universal Medication Schedule, in dose units (tablets, mL, …). */
export interface DaySlots {
  readonly morning: number;
  readonly noon: number;
  readonly evening: number;
  readonly bedtime: number;
}

/**
 * One dosage instruction, read only where it is safe. `read: false` means "ask, never guess".
 * Source of the shape: FHIR R4 Dosage, https://hl7.org/fhir/R4/dosage.html
 */
export interface DosageReading {
  /** The sig as written, verbatim (patientInstruction, else text, else built from the structured fields). */
  readonly text: string;
  readonly read: boolean;
  readonly asNeeded: boolean;
  /** Dose per administration. Unit lower-case: `mg`, `ml`, `tablet`, `capsule`, … */
  readonly dose?: { readonly low: number; readonly high: number; readonly unit: string };
  /** Administrations per day (high bound of a range). */
  readonly timesPerDay?: number;
  /** Only when the sig itself names the times. */
  readonly slots?: DaySlots;
  readonly maxPerDay?: { readonly value: number; readonly unit: string };
  /** Days the sig is bounded to (`for 5 days`, boundsDuration). */
  readonly days?: number;
  readonly end?: ChartDate;
  readonly patientReadable: boolean;
  /** The `text` of the order, where the words for the patient stand before it and differ. */
  readonly orderText?: string;
  /** `orderText` is English that a patient can read, and `text` is in another language. */
  readonly inEnglish?: true;
  /** Some words could not be compared with the fields time by time: paper quotes them instead of a grid. */
  readonly quoted?: true;
}

export interface ConditionEntry extends EntryBase {
  readonly kind: 'condition';
  readonly codings: readonly Coding[];
  readonly names: readonly string[];
  /** `problem-list-item`, `encounter-diagnosis`, `health-concern`, … as recorded. */
  readonly categories: readonly string[];
  /** Undefined: not stated. */
  readonly clinicalStatus?: string;
  readonly verificationStatus?: string;
  readonly severity?: string;
  readonly onset?: ChartDate;
  readonly abatement?: ChartDate;
  readonly abated: boolean;
  readonly recorded?: ChartDate;
  readonly recorder?: string;
}

export interface AllergyEntry extends EntryBase {
  readonly kind: 'allergy';
  readonly codings: readonly Coding[];
  readonly names: readonly string[];
  readonly clinicalStatus?: string;
  readonly verificationStatus?: string;
  readonly reactions: readonly string[];
  readonly recorded?: ChartDate;
}

export interface ObservationEntry extends EntryBase {
  readonly kind: 'observation';
  readonly status: string;
  readonly codings: readonly Coding[];
  readonly names: readonly string[];
  readonly effective?: ChartDate;
  readonly issued?: ChartDate;
  readonly value?: ObservationValue;
  /** referenceRange.high, in the unit of the value. */
  readonly referenceHigh?: number;
}

/** `comparator` `<` or `>` makes the value a bound. `unit` is the UCUM code where given, else the printed unit. */
export interface ObservationValue {
  readonly number?: number;
  readonly comparator?: '<' | '<=' | '>=' | '>';
  readonly unit?: string;
  readonly text?: string;
}

export interface ProcedureEntry extends EntryBase {
  readonly kind: 'procedure';
  readonly status: string;
  readonly codings: readonly Coding[];
  readonly names: readonly string[];
  readonly performed?: ChartDate;
}

export type ChartEntry = MedicationOrder | ConditionEntry | AllergyEntry | ObservationEntry | ProcedureEntry;

export interface Patient {
  readonly id: string;
  /** Official or usual name as one line; undefined when the chart has none. */
  readonly name?: string;
  readonly birthDate?: ChartDate;
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  readonly deceased: boolean;
  /** BCP-47 tags, preferred first. */
  readonly languages: readonly string[];
  readonly interpreterNeeded: boolean;
}

/** Answer of the in-visit checklist; an item without an entry was not asked. */
export interface ChecklistAnswer {
  readonly linkId: string;
  readonly value: boolean;
  readonly reference: string;
  /** When the form was filled in; undefined when it does not say. */
  readonly authored?: ChartDate;
}

export interface Chart {
  readonly patient?: Patient;
  readonly sections: Readonly<Record<Section, SectionReport>>;
  /** The 13-month look-back of orders in any status; rules that look back are unknown when it is not complete. */
  readonly medicationHistory: SectionReport;
  readonly medications: readonly MedicationOrder[];
  readonly conditions: readonly ConditionEntry[];
  readonly allergies: readonly AllergyEntry[];
  readonly observations: readonly ObservationEntry[];
  readonly procedures: readonly ProcedureEntry[];
  readonly answers: readonly ChecklistAnswer[];
  /** Words of the EHR itself ("may not contain the entire record") and incidents, shown verbatim. */
  readonly notices: readonly string[];
  /** Entries discarded because their subject is another patient; more than 0 raises a banner. */
  readonly foreignEntries: number;
  /** The session with the EHR ended before everything was read. */
  readonly sessionEnded?: boolean;
}
