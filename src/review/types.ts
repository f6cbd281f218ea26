import type { ChartDate, MedicationOrder, Section, SectionStatus } from '../chart/types';
import type { CautionRule, RedFlagRule } from '../knowledge/rule';
import type { DrivingTier, DrugId, RedFlagTier, Severity } from '../knowledge/vocabulary';

/** One chart entry (or answer) that made a limb fire. */
export interface Evidence {
  /** `Type/id`, `answer/<linkId>`, or `Patient/<id>` for age and sex. */
  readonly reference: string;
  /** The chart's words. */
  readonly text: string;
  /** The first calendar day that the chart's date allows (YYYY-MM-DD), for arithmetic. */
  readonly date?: string;
  /** The chart's date where it holds no day ("2014", "2014-05"): what is shown is never more exact. */
  readonly written?: string;
  /** "active · problem list", "current order since 11/19/2026", "42 mL/min/1.73 m²". */
  readonly detail: string;
  /** Who recorded or ordered it, where the chart says so. */
  readonly recorder?: string;
  readonly basis: 'code' | 'name' | 'value' | 'answer';
  /** "ICD-10-CM Z85.3", "RxNorm 313782", 'name "Flexeril"'. */
  readonly by: string;
  /** Short name for headlines: ingredient of a partner, token of a condition. */
  readonly label: string;
}

/** One thing that was not there. `key` is stable (`Condition`, `egfr`, `dailyDose`, `commercial_driver`); `why` is a plain sentence part. */
export interface Missing {
  readonly key: string;
  readonly kind: 'section' | 'lab' | 'dose' | 'duration' | 'form' | 'patient' | 'answer' | 'entry';
  readonly why: string;
  /** Its part of the chart is still being read. */
  readonly waits?: boolean;
}

/** Kleene's three values, each with its reasons. */
export type Verdict =
  | { readonly value: 'fires'; readonly evidence: readonly Evidence[] }
  | { readonly value: 'clear' }
  | { readonly value: 'unknown'; readonly missing: readonly Missing[] };

export interface CautionHit {
  readonly rule: CautionRule;
  /** After escalation. */
  readonly severity: Severity;
  readonly escalated: boolean;
  readonly evidence: readonly Evidence[];
  /** What an escalation test could not read. */
  readonly escalationMissing: readonly Missing[];
  /** The clinician keeps the medicine despite this very hit, and why. */
  readonly kept?: string;
  /** The site shows it in another rank than its sources do. */
  readonly bySite?: { readonly usual: Severity; readonly reason: string; readonly decidedBy: string };
}

/** A finding that the site does not want shown; it stays listed with the reason and the name. */
export interface HiddenBySite {
  readonly rule: CautionRule;
  readonly relaxant: string;
  readonly reason: string;
  readonly decidedBy: string;
}

export interface RuleGap {
  readonly rule: CautionRule;
  readonly missing: readonly Missing[];
}

export interface DrivingAdvice {
  readonly base: DrivingTier;
  readonly tier: DrivingTier;
  readonly raisedBy: readonly Evidence[];
  readonly notChecked: readonly Missing[];
}

export type RelaxantState = 'current' | 'on-hold' | 'stopped';

/** What the clinician decided at this visit about a relaxant; the chart does not know it. */
export type Decision =
  | { readonly kind: 'change'; readonly how: string }
  /** `until` is a calendar day (YYYY-MM-DD). */
  | { readonly kind: 'hold'; readonly until?: string }
  | { readonly kind: 'stop' };

export interface RelaxantReview {
  readonly drug: DrugId;
  /** Plain name: "tizanidine", "cyclobenzaprine (extended release)". */
  readonly name: string;
  readonly orders: readonly MedicationOrder[];
  readonly state: RelaxantState;
  readonly decision?: Decision;
  /** Planned at this visit. `alsoOrdered`: the chart holds an order of it too, and both count. */
  readonly planned?: { readonly alsoOrdered: boolean };
  /** Supply over for more than 90 days: "old order: still taking it?". */
  readonly stale: boolean;
  readonly text: string;
  readonly route: string;
  readonly formStated: boolean;
  readonly matchedBy: 'code' | 'name';
  readonly since?: ChartDate;
  readonly dailyDoseMg?: number;
  readonly durationDays?: number;
  readonly driving: DrivingAdvice;
  readonly cautions: readonly CautionHit[];
  readonly suppressed: readonly { readonly id: string; readonly by: string }[];
  readonly notChecked: readonly RuleGap[];
  readonly notAsked: readonly RuleGap[];
}

export interface RedFlagHit {
  readonly rule: RedFlagRule;
  readonly tier: RedFlagTier;
  readonly evidence: readonly Evidence[];
}

export interface RedFlagGap {
  readonly rule: RedFlagRule;
  readonly missing: readonly Missing[];
}

/** Looked at, did not count: the reason in plain words ("refuted", "family history", "screening", "draft"). */
export interface DidNotCount {
  readonly reference: string;
  readonly text: string;
  readonly reason: string;
}

export interface Unrecognised {
  readonly reference: string;
  readonly text: string;
}

export interface DataGap {
  readonly id: string;
  readonly text: string;
}

/** A medicine of the list that is not a relaxant, as the handout and headlines may need it. */
export interface OtherMedicine {
  readonly reference: string;
  readonly text: string;
  readonly ingredients: readonly string[];
  readonly classes: readonly string[];
}

/** What self-care advice on paper must respect, whether or not a rule of a listed relaxant uses it. */
export interface SelfCareFacts {
  /** Tokens of active conditions that count (`ckd`, `liver_disease`, `pregnancy`, …), and `alcohol_heavy` when it was said. */
  readonly conditions: readonly string[];
  /** Ingredients and classes of recorded allergies, lower-case (`acetaminophen`, `nsaid`, …). */
  readonly allergies: readonly string[];
  /** Undefined when no usable eGFR is on file. */
  readonly egfrBelow60?: boolean;
}

export interface Review {
  readonly patient: {
    readonly id: string;
    readonly name?: string;
    readonly birthDate?: ChartDate;
    /** Whole years on `asOf`; undefined when the birth date is missing, impossible, or allows two ages. */
    readonly age?: number;
    /** The two ages that a birth date without its day allows. */
    readonly ages?: readonly [youngest: number, oldest: number];
    readonly sex: 'male' | 'female' | 'other' | 'unknown';
    readonly languages: readonly string[];
    readonly interpreterNeeded: boolean;
  };
  /** Calendar day (YYYY-MM-DD) the review stands for. */
  readonly asOf: string;
  readonly knowledge: string;
  readonly completeness: Readonly<Record<Section, SectionStatus>>;
  /** Plain sentences: what could not be read and why. */
  readonly gaps: readonly string[];
  readonly relaxants: readonly RelaxantReview[];
  readonly redFlags: readonly RedFlagHit[];
  readonly redFlagsNotChecked: readonly RedFlagGap[];
  readonly notes: readonly { readonly id: string; readonly evidence: readonly Evidence[] }[];
  readonly dataGaps: readonly DataGap[];
  readonly didNotCount: readonly DidNotCount[];
  /** Absent where no setting of the site was applied. */
  readonly hiddenBySite?: readonly HiddenBySite[];
  /** Settings of the site that were not applied, one sentence each. */
  readonly siteRulesRefused?: readonly string[];
  readonly unrecognised: readonly Unrecognised[];
  /** Current medicines that no relaxant is. */
  readonly otherMedicines: readonly OtherMedicine[];
  /** Absent: not looked at; the paper then names no pain medicine. */
  readonly selfCare?: SelfCareFacts;
  /** Entries recognised that no rule concerns. */
  readonly other: number;
  /** Rules judged to an answer, and rules that concern this chart. */
  readonly checksRun: number;
  readonly checksTotal: number;
}

/** A `ClinicianToken` or the linkId of a checklist item. */
export type AnswerKey = string;

/** What the clinician adds in this launch; kept in memory only. An absent answer is "not asked". */
export interface Visit {
  readonly answers: Readonly<Record<AnswerKey, boolean>>;
  /** Keys (review/new-or-not) of entries that were said to be long-standing: no emergency, and listed as told. */
  readonly notNew?: readonly string[];
}

export const EMPTY_VISIT: Visit = { answers: {} };
