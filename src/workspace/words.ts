import type { Section, SectionReport, SectionStatus } from '../chart/types';
import type { Basis } from '../knowledge/rule';
import type { DrivingTier, RedFlagTier, Severity } from '../knowledge/vocabulary';

/** The words of the screen, in one place: the same thing has the same name everywhere. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  contraindicated: 'Contraindicated',
  serious: 'Serious',
  caution: 'Caution',
  counsel: 'Teaching point',
};

export const TIER_WORDS: Readonly<Record<RedFlagTier, string>> = {
  emergency: 'Emergency',
  'urgent-sameday': 'Same day',
  urgent: 'Urgent',
  consider: 'Consider',
};

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  label: 'product label',
  guideline: 'guideline',
  study: 'study',
  'working-definition': 'working definition: no source sets this limit, BackSafe chose it',
};

/** Boxes filled of four. */
export const DRIVING_BOXES: Readonly<Record<DrivingTier, 1 | 2 | 3 | 4>> = { D0: 1, D1: 2, D2: 3, D3: 4 };

export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  Condition: 'Conditions',
  MedicationRequest: 'Medicines',
  AllergyIntolerance: 'Allergies',
  Observation: 'Labs',
  Procedure: 'Procedures',
};

export const STATUS_WORDS: Readonly<Record<Exclude<SectionStatus, 'complete'>, string>> = {
  loading: 'being read',
  partial: 'read in part',
  'not-permitted': 'not permitted',
  unsupported: 'not offered by this EHR',
  failed: 'could not be read',
};

/** Why an empty list means nothing yet: a section is under way, or what arrived after the first key or click is not shown. */
export type Unsettled = 'reading' | 'waiting';
export const UNSETTLED_WORDS: Readonly<Record<Unsettled, string>> = {
  reading: 'The chart is still being read.',
  waiting: 'Not up to date: press “Show”.',
};

/** "Allergies not permitted"; undefined for a complete section without remarks. */
export function sectionWord(name: string, report: SectionReport): string | undefined {
  if (report.status !== 'complete') return `${name} ${STATUS_WORDS[report.status]}`;
  return report.gaps.length > 0 ? `${name}: note` : undefined;
}

/** YYYY, YYYY-MM or YYYY-MM-DD (an instant is cut to its day) in the US order; any other text as it is. */
export function chartDay(text: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(text) ?? [];
  if (year === undefined) return text;
  return [month, day, year].filter((part) => part !== undefined).join('/');
}

/** Hours and minutes as a wall clock shows them: "10:42". */
export function clockTime(moment: Date): string {
  return `${moment.getHours()}:${String(moment.getMinutes()).padStart(2, '0')}`;
}

/** The calendar day where the user sits (YYYY-MM-DD): a visit has a local date, not a UTC one. */
export function localDay(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The first sentence of a text; the rest stands under Why. A point inside "e.g." or "2.5" does not end a sentence. */
export function firstSentence(text: string): string {
  return /^.*?[^.\s]{3,}[.?!](?=\s+[A-Z]|$)/.exec(text)?.[0] ?? text;
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
