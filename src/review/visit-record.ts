import type { DaySlots } from '../chart/types';
import type { DrugId } from '../knowledge/vocabulary';
import { EMPTY_VISIT } from './types';
import type { CautionHit, Decision, RelaxantReview, Visit } from './types';

/** A medicine that the clinician set aside with all its orders. */
export interface SetAside {
  readonly reason: 'patient not taking' | 'wrong in the chart';
  readonly name: string;
  readonly orders: readonly string[];
  readonly relaxant: boolean;
}

/** A relaxant that the clinician means to order. What is not filled in stays open: nothing has a default but one tablet a time. */
export interface PlannedRelaxant {
  /** mg in one tablet or capsule. */
  readonly strengthMg?: number;
  /** Tablets or capsules at a time. */
  readonly perDose: number;
  readonly at: readonly (keyof DaySlots)[];
  /** Taken only if needed, at most so many times a day; then `at` says nothing. */
  readonly upTo?: number;
  readonly days?: number;
}

/** Everything the clinician adds in this launch; kept in memory only. */
export interface VisitRecord extends Visit {
  /** By drug id, or by order reference for a medicine that is no relaxant. */
  readonly setAside: Readonly<Record<string, SetAside>>;
  readonly decisions: Readonly<Partial<Record<DrugId, Decision>>>;
  /** `hitKey` → the reason for keeping. */
  readonly kept: Readonly<Record<string, string>>;
  /** Key of an entry (review/new-or-not) → whether it was said to be new, and the question in words. */
  readonly newOrNot: Readonly<Record<string, { readonly isNew: boolean; readonly words: string }>>;
  /** Order of another medicine that will be changed in the chart → its name. */
  readonly changing: Readonly<Record<string, string>>;
  readonly planned: Readonly<Partial<Record<DrugId, PlannedRelaxant>>>;
  /** Medicines that the patient takes and the chart does not hold, by name. */
  readonly said: readonly string[];
  /** Order reference → what the clinician says that a medicine is which was not recognised. */
  readonly named: Readonly<Record<string, string>>;
  /** Typed for the note; no rule reads it. */
  readonly exam: string;
  readonly plan: string;
}

export const NEW_VISIT: VisitRecord = {
  ...EMPTY_VISIT,
  setAside: {},
  decisions: {},
  kept: {},
  newOrNot: {},
  changing: {},
  planned: {},
  said: [],
  named: {},
  exam: '',
  plan: '',
};

/** The same visit before anything was decided: what was asked, planned and said stays. */
export const beforeDecisions = (visit: VisitRecord): VisitRecord => ({
  ...visit,
  setAside: {},
  decisions: {},
  kept: {},
  changing: {},
});

/**
 * A decision to keep belongs to one rule, one relaxant and exactly this evidence:
 * a second inhibitor that arrives later is a new question.
 */
export function hitKey({ drug }: Pick<RelaxantReview, 'drug'>, hit: CautionHit): string {
  const references = [...new Set(hit.evidence.map((item) => item.reference))].sort();
  return [hit.rule.id, drug, hit.severity, ...references].join(' ');
}

/** Taking away at once is what tapers are for: stopping and holding both count. */
export const endsAtOnce = (decision: Decision | undefined): boolean =>
  decision?.kind === 'stop' || decision?.kind === 'hold';

/** Stands for a planned relaxant among the orders. FHIR ids hold no "#", so that such a reference is never one of the chart. */
export const plannedReference = (drug: DrugId): string => `MedicationRequest/#planned-${drug}`;
export const SAID = 'MedicationStatement/#said-';

/** Said or planned at this visit: no id of a chart has such a sign. */
export const isOfVisit = (reference: string): boolean => reference.includes('/#');

/** What was said at the visit, by the reference that stands for it; undefined for an order of the chart. */
export const saidName = (reference: string): string | undefined =>
  reference.startsWith(SAID) ? reference.slice(SAID.length) : undefined;

/** The answer to "Ever a bad reaction to a muscle relaxer?", asked where recorded allergies could not be read. */
export const REACTION = 'relaxant_reaction';
