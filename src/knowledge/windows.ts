import type { Band } from './rule';
import type { DrugId, RedFlagTier } from './vocabulary';

/**
 * Look-back windows, in days, in one place so that a site can read and question them.
 * `origin` tells a published number from a working definition of this project.
 */

/**
 * How long after its last day a medicine of the class still matters. Only rules whose trigger says `recent` use it
 * (CYC-MAOI), and the limbs that look back. A class that is not listed does not look back.
 *
 * maoi: 14 days, cyclobenzaprine labels (https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=30ca08c7-4ee3-2f37-e063-6294a90ae31a).
 * Steroids have their own window in `RED_FLAG_DAYS`.
 */
export const LOOK_BACK_DAYS: Readonly<Record<string, number>> = {
  maoi: 14,
};

/** Relaxants whose sudden stop does harm: a stop, a hold or a supply that ran out is looked for. */
export const WITHDRAWAL_DRUGS: readonly DrugId[] = ['baclofen', 'carisoprodol', 'diazepam', 'tizanidine'];

/** Days that tell how an order of a relaxant stands. Working definitions. */
export const ORDER_DAYS = {
  /** A relaxant of `WITHDRAWAL_DRUGS` stopped or cancelled within these days still runs its taper rule. */
  recentStop: 14,
  /** Taken for a shorter time, a stop does no harm. */
  courseBeforeStop: 14,
  /** A supply that ended within these days, without a renewal, may be a stop. */
  supplyOver: 30,
  /** Supply over for more than these days: "old order: still taking it?". Every rule still runs. */
  staleSupply: 90,
  /** The same for an order that states no supply, by its date. */
  staleOrder: 365,
  /**
   * An ended order that states neither an end nor a supply may have been taken until yesterday: asked about for as long as the EHR
   * is asked for earlier orders (13 months).
   */
  endNotStated: 396,
};

/**
 * Condition tokens that name an event: past the window an entry is history and no longer fires a caution rule.
 * `problemsToo: false` leaves problem-list entries without a limit, because a clinician keeps them current.
 */
export interface TokenWindow {
  readonly days: number;
  readonly problemsToo: boolean;
  /** The event lies behind the patient all the same when its entry is resolved: a heart attack of last week was last week. */
  readonly endedToo?: true;
  readonly origin: 'label' | 'working-definition';
}

export const TOKEN_WINDOWS: Readonly<Record<string, TokenWindow>> = {
  // Labels say "acute recovery phase of myocardial infarction"; six weeks is the working definition of this project.
  recent_mi: { days: 42, problemsToo: true, endedToo: true, origin: 'working-definition' },
  // A pregnancy entry that nobody closed does not last for years: 42 weeks from onset, else from recording.
  pregnancy: { days: 294, problemsToo: true, origin: 'working-definition' },
  // "Fall within 12 months"; a standing problem ("repeated falls") keeps counting.
  falls: { days: 365, problemsToo: false, endedToo: true, origin: 'working-definition' },
};

/**
 * Diseases that do not leave. An EHR's "inactive" says that they are quiet and leaves open whether the caution stands.
 * Of a resolved infarction the disease of the arteries stays (ICD-10-CM I25.2). Working definition.
 */
export const LASTING_TOKENS: Readonly<Record<string, 'inactive' | 'resolved-too'>> = {
  coronary_disease: 'resolved-too',
  arrhythmia: 'inactive',
  autonomic_dysreflexia: 'inactive',
  bleeding_disorder: 'inactive',
  copd: 'inactive',
  copd_severe: 'inactive',
  cyp2c19_pm: 'inactive',
  dementia: 'inactive',
  glaucoma: 'inactive',
  heart_block: 'inactive',
  heart_failure: 'inactive',
  hemolytic_anemia: 'inactive',
  liver_disease: 'inactive',
  liver_mild: 'inactive',
  liver_severe: 'inactive',
  myasthenia: 'inactive',
  parkinson: 'inactive',
  porphyria: 'inactive',
  seizure_disorder: 'inactive',
  sleep_apnea: 'inactive',
};

/**
 * Windows of the red flags. Those marked CMS166v7 are the published ones of the federal imaging measure
 * (https://ecqi.healthit.gov/sites/default/files/ecqm/measures/CMS166v7.html); the others are working definitions of this project.
 */
export const RED_FLAG_DAYS = {
  /** New retention, numbness, weakness, fever or chest pain. Working definition. */
  newSymptom: 14,
  /** Neurologic impairment, spinal infection, injection drug use: CMS166v7. Weight loss: working definition. */
  lastYear: 365,
  /** Trauma: CMS166v7. Infection, spinal procedure, stone, pancreatitis: working definition. */
  lastMonths: 90,
  /** Coded follow-up of a fracture. Working definition. */
  healing: 365,
  /** Systemic steroids: 90 cumulative days in 12 months, CMS166v7. */
  steroids: { min: 90, withinDays: 365 },
  /** A pregnancy entry that nobody closed: 42 weeks. Working definition. */
  pregnancy: 294,
  /** Nothing newer in the chart than this: "may be out of date". Working definition. */
  staleChart: 730,
} as const;

export const anyTime = (tier: RedFlagTier, origin: Band['origin']): readonly Band[] => [{ tier, origin }];
export const within = (withinDays: number, tier: RedFlagTier, origin: Band['origin']): readonly Band[] => [
  { withinDays, tier, origin },
];
