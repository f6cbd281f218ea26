import type {
  ClinicianToken,
  ConditionToken,
  DrivingTier,
  DrugId,
  LabName,
  MedicineClass,
  RedFlagGroup,
  RedFlagTier,
  Severity,
} from './vocabulary';
import type { SourceId } from './sources';

/**
 * When a rule fires, as data. Each limb is judged fires / clear / unknown on the facts and returns its evidence;
 * the meaning of every key is in review/evaluate.
 */
export type Trigger =
  | { readonly all: readonly Trigger[] }
  | { readonly any: readonly Trigger[] }
  | { readonly always: true }
  /** A current order of any of these classes. `recent` also counts orders stopped within the class's look-back (knowledge/windows). */
  | { readonly medicine: readonly MedicineClass[]; readonly recent?: true }
  /** One current order of each class. */
  | { readonly medicineEach: readonly MedicineClass[] }
  | { readonly condition: readonly ConditionToken[] }
  /** Fires when none is on file and the section is complete. */
  | { readonly noCondition: readonly ConditionToken[] }
  /** Whole years, inclusive. */
  | { readonly age: { readonly min?: number; readonly max?: number } }
  | { readonly ageBelow: Readonly<Partial<Record<DrugId, number>>> }
  | { readonly sex: 'female' | 'male' }
  /** eGFR mL/min/1.73 m², CrCl mL/min, ALT as a multiple of the upper limit. `below` is strict. */
  | { readonly lab: LabName; readonly below?: number; readonly atLeast?: number }
  | { readonly cnsActive: { readonly min: number } }
  | { readonly otherRelaxant: true }
  | { readonly sameAllergy: true }
  | { readonly carbamateAllergy: true }
  /** A recorded allergy to any of these ingredients, for sister medicines that react alike; or to any medicine. */
  | { readonly allergyTo: 'any-medicine' | readonly string[] }
  /** mg per day of this relaxant. `above` is strict. */
  | { readonly dailyDose: { readonly above?: number; readonly atLeast?: number } }
  | { readonly dailyDoseAbove: Readonly<Partial<Record<DrugId | 'metaxalone_640', number>>> }
  | { readonly durationDays: { readonly atLeast: number } }
  | { readonly answer: readonly ClinicianToken[] };

/** What a rule rests on. A working definition is said to be one where it is shown. */
export type Basis = 'label' | 'guideline' | 'study' | 'working-definition';

export interface Citation {
  readonly source: SourceId;
  readonly section: string;
  /** What the section says, in our words. */
  readonly supports: string;
}

export type SourceKind = 'label' | 'regulator' | 'guideline' | 'study' | 'law' | 'reference' | 'measure';

export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly kind: SourceKind;
  readonly url: string;
  /** As printed by the source ("updated 11 Mar 2022"). */
  readonly version?: string;
  /** Date or form in which it was seen. */
  readonly seen: string;
}

/** What the clinician's decision or the drug writes for the patient (five kinds of patient line). */
export type PatientLineKind = 'decide' | 'never' | 'watch' | 'teach' | 'sensitive';

/** How an item starts on screen: open while a slot is free, closed row, inside "Cautions", inside "Teaching points", inline. */
export type StartState = 'open' | 'closed' | 'cautions' | 'teaching' | 'inline';

/** Facts merge into items by group: one fact, one item. Headlines are in knowledge/groups. */
export type GroupId =
  | 'allergy'
  | 'breathing'
  | 'falls'
  | 'double'
  | 'serotonin'
  | 'level'
  | 'pressure'
  | 'kidney'
  | 'liver'
  | 'heart'
  | 'dry'
  | 'seizure'
  | 'nerve'
  | 'mind'
  | 'dependence'
  | 'stopping'
  | 'dose'
  | 'minage'
  | 'fit'
  | 'pregnancy'
  | 'blood'
  | 'driving'
  | 'teaching';

export interface CautionRule {
  readonly id: string;
  /** Year and month of the last change of meaning. */
  readonly version: string;
  readonly title: string;
  readonly drugs: 'all' | readonly DrugId[];
  readonly trigger: Trigger;
  readonly severity: Severity;
  readonly escalate?: {
    readonly when: Trigger;
    readonly drugs?: readonly DrugId[];
    readonly to: Severity;
  };
  /** Weaker than these for the same relaxant: hidden when one of them fires. */
  readonly suppressedBy?: readonly string[];
  readonly region: 'us' | 'non-us';
  readonly group: GroupId;
  readonly start: StartState;
  /** Shortest honest form of `clinician`, at most 90 characters, for the open item. */
  readonly short: string;
  /** Begins with "Consider" in spirit: never an order. */
  readonly consider: string;
  readonly patientLine: PatientLineKind;
  /** Template with {drug} and {other}; empty when `patientLine` is `never`. */
  readonly patient: string;
  readonly basis: Basis;
  readonly attributes?: Partial<SourceAttributes>;
}

/** What a rule rests on, read on request ("Why"). Long, and not needed to judge: the app loads it on its own. */
export interface RuleBasis {
  /** One or two sentences for the clinician: what and why. */
  readonly clinician: string;
  readonly sources: readonly Citation[];
}

/** A caution rule as its file holds it. */
export type WrittenCautionRule = CautionRule & RuleBasis;

/** The 13 source attributes of evidence-based decision support, 45 CFR 170.315(b)(11)(iv)(A). */
export interface SourceAttributes {
  readonly bibliographicCitation: string;
  readonly developer: string;
  readonly funding: string;
  readonly releaseAndRevision: string;
  readonly race: string;
  readonly ethnicity: string;
  readonly language: string;
  readonly sexualOrientation: string;
  readonly genderIdentity: string;
  readonly sex: string;
  readonly dateOfBirth: string;
  readonly socialDeterminants: string;
  readonly healthStatusAssessment: string;
}

export interface DrivingRule {
  readonly drug: DrugId;
  readonly label: string;
  readonly tier: DrivingTier;
  /** Raised by one tier (never above D3) while any of these fires. */
  readonly raisedBy: Trigger;
  readonly clinician: string;
  readonly sources: readonly Citation[];
}

/**
 * One way a red flag can stand. Limbs of a rule are alternatives; the worst tier among those that fire is the rule's.
 *
 * `bands` are tried in order: the entry's age in days (undefined limit = any time) gives the tier.
 * An undated active entry takes the first band and is shown with "no date".
 */
export type RedFlagLimb =
  | ConditionLimb
  | MedicineLimb
  /** Surgery or another procedure that was done, by its date. */
  | {
      readonly procedure: RedFlagGroup;
      readonly bands: readonly Band[];
      /** The note that an older one becomes. */
      readonly tooOld?: NoteId;
    }
  | {
      /** Systemic steroid days in the window, or an order with refills that began more than `min` days ago. */
      readonly steroidDays: { readonly min: number; readonly withinDays: number };
      readonly tier: RedFlagTier;
    }
  /** Measured body temperature in degrees Celsius, inclusive. A normal or missing one says nothing. */
  | {
      readonly temperature: { readonly atLeast: number; readonly withinDays: number };
      readonly tier: RedFlagTier;
    }
  /** The newest weight is lower by at least so many percent than another of the window. */
  | {
      readonly weightLoss: { readonly percent: number; readonly withinDays: number };
      readonly tier: RedFlagTier;
      readonly beside?: readonly RedFlagLimb[];
    }
  /** Whole years, inclusive. */
  | { readonly age: { readonly min?: number; readonly max?: number }; readonly tier: RedFlagTier }
  | { readonly sex: 'female' | 'male'; readonly tier: RedFlagTier }
  /** At least so many of these features; each is a list of alternatives. */
  | {
      readonly atLeast: number;
      readonly of: readonly (readonly RedFlagLimb[])[];
      readonly tier: RedFlagTier;
    }
  /** A yes of the visit; `label` is what it means in a few words. */
  | {
      readonly answer: string;
      readonly tier: RedFlagTier;
      readonly label: string;
      /** Asked of the whole life: a yes of an earlier visit stays true. A symptom of then says nothing of today. */
      readonly ever?: true;
    };

export interface ConditionLimb {
  readonly condition: RedFlagGroup | ConditionToken;
  readonly bands: readonly Band[];
  /** `true`: history (resolved, remission, abated) counts too, by its date. `only`: nothing but history counts. */
  readonly history?: true | 'only';
  /** Unconfirmed entries recorded within these days fire, labelled. */
  readonly unconfirmedWithinDays?: number;
  /** Entries that also belong to this group are left to another limb. */
  readonly notIn?: RedFlagGroup;
  /** The limb counts only beside one of these. */
  readonly beside?: readonly RedFlagLimb[];
  /** An entry of this group or a procedure of it, not older than the condition, lowers the tier. */
  readonly lowered?: { readonly by: RedFlagGroup; readonly tier: RedFlagTier };
  /** An entry or procedure of this group, unless the condition is newer, ends it: no gallstones without a gallbladder. */
  readonly endedBy?: RedFlagGroup;
  /** The note that an older or ended entry becomes. */
  readonly tooOld?: NoteId;
}

export interface MedicineLimb {
  readonly medicine: MedicineClass;
  readonly tier: RedFlagTier;
  /** What the medicine stands for, shown as "inferred from the medicine: …". */
  readonly label: string;
  readonly withinDays?: number;
  /** Only a course of at least so many days counts, or any that is injected. */
  readonly course?: { readonly days: number };
  readonly beside?: readonly RedFlagLimb[];
}

export interface Band {
  readonly withinDays?: number;
  readonly tier: RedFlagTier;
  readonly origin: 'CMS166v7' | 'working-definition' | 'guideline';
  /** Only for an active entry of the problem list, which a clinician keeps current: a visit diagnosis is an event. */
  readonly problemList?: true;
}

/** What was looked at, is worth knowing, and is no red flag by itself. */
export type NoteId =
  | 'UNCONFIRMED_LISTED'
  | 'REMOTE_HISTORY_LISTED'
  | 'BLADDER_BASELINE'
  | 'STALE_DATA_NOTE'
  | 'IVDU_ASK'
  | 'CANCER_LOW_RISK_LISTED'
  | 'AGE_MODIFIER'
  | 'ULCER_NSAID_CAUTION'
  | 'DIABETES_MODIFIER'
  | 'SPINE_SURGERY_CONTEXT'
  | 'SAID_NOT_NEW';

export interface RedFlagRule {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly limbs: readonly RedFlagLimb[];
  /** The shortest honest form of `clinician`, for the open item. */
  readonly short: string;
  readonly consider: string;
  readonly basis: Basis;
  readonly attributes?: Partial<SourceAttributes>;
}

/** A red-flag rule as its file holds it. The basis and the words for the patient are read on request. */
export type WrittenRedFlagRule = RedFlagRule &
  RuleBasis & {
    /** Neutral: a reason such as HIV, cancer or substance use is never named. */
    readonly patient: string;
  };
