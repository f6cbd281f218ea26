import type { Coding } from './systems';

/** How an entry was recognised: by a code, or only by its words (shown as "matched by name"). */
export type MatchBasis = 'code' | 'name';

/**
 * Four answers per entry are possible; `did not count` is given by the gate (review), the other three here.
 * - matched: a group that a rule uses
 * - known: its code or name resolves, but no rule concerns it
 * - not-recognised: nothing resolves; the summary line names it
 */
export type Recognition = 'matched' | 'known' | 'not-recognised';

/** One group an entry belongs to, with what proved it (`RxNorm 313782`, `ICD-10-CM G83.4`, `name "Flexeril"`). */
export interface GroupMatch {
  readonly group: string;
  readonly basis: MatchBasis;
  readonly by: string;
}

/** Where the product acts. `unknown` when only an ingredient is coded and nothing else states a route. */
export const ROUTES = [
  'oral',
  'sublingual',
  'injection',
  'intrathecal',
  'transdermal',
  'topical',
  'ophthalmic',
  'otic',
  'nasal',
  'inhaled',
  'rectal',
  'vaginal',
  'implant',
  'unknown',
] as const;
export type Route = (typeof ROUTES)[number];

export interface MedicationInput {
  /** Every coding of the medicine and of each of its ingredients. */
  readonly codings: readonly Coding[];
  /** code.text, displays, reference display: names as the chart writes them. */
  readonly names: readonly string[];
  /** Dosage route texts and displays, dose form texts, sig texts: evidence of route and form only. */
  readonly routeTexts: readonly string[];
}

export interface MedicationMatch {
  readonly recognition: Recognition;
  readonly basis?: MatchBasis;
  /** Lower-case RxNorm ingredient names, without duplicates. */
  readonly ingredients: readonly string[];
  /** Medicine-class groups (`opioid`, `cyp1a2_strong`, …), by token of knowledge/vocabulary. Systemic routes only where the class says so. */
  readonly groups: readonly GroupMatch[];
  /** Relaxant products in it (`tizanidine`, `cyclobenzaprine_er`, …); empty for topical, intrathecal and peri-procedural forms. */
  readonly relaxants: readonly RelaxantMatch[];
  readonly route: Route;
  /** Why a relaxant ingredient did not count as a take-home relaxant, in plain words ("compounded cream", "intrathecal pump"). */
  readonly setAside?: string;
}

export interface RelaxantMatch extends GroupMatch {
  /** False when only the ingredient is stated and several forms exist (cyclobenzaprine): the form is then "not stated". */
  readonly formStated: boolean;
}

export interface ConditionInput {
  readonly codings: readonly Coding[];
  /** code.text and displays. */
  readonly names: readonly string[];
}

export interface ConditionMatch {
  readonly recognition: Recognition;
  readonly groups: readonly GroupMatch[];
}

/** Pure recogniser built once from the compiled tables. */
export interface Terminology {
  readonly recogniseMedication: (input: MedicationInput) => MedicationMatch;
  readonly recogniseCondition: (input: ConditionInput) => ConditionMatch;
  /** Ingredients and classes of an allergy's substance: same tables, no route filter. */
  readonly recogniseSubstance: (input: ConditionInput) => MedicationMatch;
}
