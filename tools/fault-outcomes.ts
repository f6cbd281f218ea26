import type { Section } from '../src/chart/types';
import type { FaultySection, SectionFault, SignInFault } from '../src/sandbox/faults';

/**
 * What a fault leaves of the review:
 * - survives: the findings and the paper of the chart without a fault, word for word
 * - partial: its entries arrived, and may not be all
 * - lost: nothing arrived, another try may help
 * - refused: nothing arrived, and only the EHR's support can change that
 * - stops: a page of its own says that nothing was checked
 */
export type Outcome = 'survives' | 'partial' | 'lost' | 'refused' | 'stops';

const ONE_LIST: Readonly<Record<SectionFault, Outcome>> = {
  'not-permitted': 'refused',
  'server-error': 'lost',
  'broken-json': 'lost',
  'html-login': 'lost',
  'empty-body': 'lost',
  'may-not-be-whole': 'partial',
  'break-the-glass': 'refused',
  'busy-twice': 'survives',
  'busy-five-times': 'lost',
  throttled: 'lost',
  'foreign-next': 'partial',
  slow: 'survives',
};

export const OUTCOMES: Readonly<Record<FaultySection, Readonly<Record<SectionFault, Outcome>>>> = {
  // Read, not searched: a read has no pages, and nothing is shown of a patient whom the EHR did not confirm.
  Patient: {
    'not-permitted': 'stops',
    'server-error': 'stops',
    'broken-json': 'stops',
    'html-login': 'stops',
    'empty-body': 'stops',
    'may-not-be-whole': 'survives',
    'break-the-glass': 'stops',
    'busy-twice': 'survives',
    'busy-five-times': 'stops',
    throttled: 'stops',
    'foreign-next': 'survives',
    slow: 'survives',
  },
  Condition: ONE_LIST,
  MedicationRequest: ONE_LIST,
  // Asked for by the ids of the orders: what is there of each is all there is to it, and the orders stay on the list without a name.
  Medication: {
    'not-permitted': 'partial',
    'server-error': 'partial',
    'broken-json': 'partial',
    'html-login': 'partial',
    'empty-body': 'partial',
    'may-not-be-whole': 'survives',
    'break-the-glass': 'partial',
    'busy-twice': 'survives',
    'busy-five-times': 'partial',
    throttled: 'partial',
    'foreign-next': 'survives',
    slow: 'survives',
  },
  AllergyIntolerance: ONE_LIST,
  Observation: ONE_LIST,
  Procedure: ONE_LIST,
};

/** The cause, as the page says it where data was lost. */
export const CAUSES: Readonly<Record<SectionFault, RegExp>> = {
  'not-permitted': /the EHR did not permit/i,
  'server-error': /the EHR had an error of its own/i,
  'broken-json': /something that is not chart data/i,
  'html-login': /a web page, as it does when its session has ended/i,
  'empty-body': /something that is not chart data/i,
  'may-not-be-whole': /the EHR says "This response may not contain the entire record\."/i,
  'break-the-glass': /the chart is restricted/i,
  'busy-twice': /^$/,
  'busy-five-times': /the EHR had an error of its own/i,
  throttled: /the EHR asked to slow down/i,
  'foreign-next': /an address outside itself, which was not followed/i,
  slow: /^$/,
};

export interface Fed {
  /** A sandbox patient whose review rests on the section. */
  readonly patient: string;
  /** The section under whose name the page tells what was lost. */
  readonly toldAs: Section;
  /** The cause where the page has its own sentence for this section. */
  readonly cause?: RegExp;
  /** What would be an all-clear for it; every page without a fault says one of them, or `CONTROLS` does. */
  readonly allClear: RegExp;
  /** A finding that must stay although the section is lost, or what stands in place of all. */
  readonly stays: string;
}

/** Checks ran, all of them; true of a whole chart only. */
const ALL_RAN = /\b(\d+) of \1 checks ran/;
/** Whose medicine is known by reference alone: made for the matrix, see check-faults.ts. */
export const UNNAMED = 'frank-unnamed';

export const FED: Readonly<Record<FaultySection, Fed>> = {
  Patient: {
    patient: 'denise-okafor',
    toldAs: 'Condition',
    allClear: /None found|checks ran|Driving:/,
    stays: 'Nothing was checked.',
  },
  Condition: {
    patient: 'denise-okafor',
    toldAs: 'Condition',
    allClear: new RegExp(`None found|${ALL_RAN.source}`),
    stays: 'Serotonin: cyclobenzaprine + selegiline',
  },
  MedicationRequest: {
    patient: 'denise-okafor',
    toldAs: 'MedicationRequest',
    allClear: new RegExp(`No back relaxant in this chart|None found|${ALL_RAN.source}`),
    stays: 'Medicines',
  },
  Medication: {
    patient: UNNAMED,
    toldAs: 'MedicationRequest',
    cause: /its record is not there, and its order does not name it/,
    allClear: /No back relaxant in this chart|None found/,
    stays: 'cyclobenzaprine',
  },
  AllergyIntolerance: {
    patient: 'denise-okafor',
    toldAs: 'AllergyIntolerance',
    allClear: ALL_RAN,
    stays: 'Serotonin: cyclobenzaprine + selegiline',
  },
  Observation: {
    patient: 'george-papadakis',
    toldAs: 'Observation',
    allClear: new RegExp(`None found|none (on file|in \\d+ months)|${ALL_RAN.source}`),
    stays: 'baclofen 10 mg tablet',
  },
  Procedure: {
    patient: 'tyrone-mcallister',
    toldAs: 'Procedure',
    allClear: ALL_RAN,
    stays: 'oxycodone + alprazolam with carisoprodol',
  },
};

/** Charts that truly have nothing: the words must be found there, else their absence elsewhere would show nothing. */
export const CONTROLS: readonly (readonly [patient: string, words: RegExp])[] = [
  ['caleb-whitehorse', /No back relaxant in this chart/],
  ['caleb-whitehorse', /None found/],
  ['priya-raman', /none (on file|in \d+ months)/],
  ['denise-okafor', ALL_RAN],
];

/**
 * What the page says when the sign-in goes wrong; undefined where the review comes as if nothing had been.
 * A session ends after a few answers: above what was reviewed, or with nothing checked where the medicines were not among them.
 */
export const SIGN_INS: Readonly<Record<SignInFault, RegExp | undefined>> = {
  access_denied: /Access was not allowed/,
  invalid_scope: /The EHR refused what BackSafe asks to read/,
  unauthorized_client: /BackSafe is not registered at this EHR/,
  server_error: /The EHR had a problem/,
  temporarily_unavailable: /The EHR is busy/,
  'no-patient': /The EHR named no patient/,
  'session-renews': undefined,
  'session-ends':
    /The session with the EHR has ended(\. The findings rest on|[^]*Nothing was checked[^]*Go back to the patient’s chart)/,
};
