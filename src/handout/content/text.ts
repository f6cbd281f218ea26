import type { Section } from '../../chart/types';
import type { DrivingTier, DrugId } from '../../knowledge/vocabulary';

/** One form for one medicine, one for several. */
export interface OneOrMany {
  readonly one: string;
  readonly many: string;
}

/** `pattern`, a plain string of a line, is said as `text`. */
export interface Swap {
  readonly pattern: string;
  readonly text: string;
}

/** The word between the last two of a list. Some languages change it before certain sounds: "y", but "e" before an i. */
export interface ListWord {
  readonly word: string;
  /** A comma stands before it in a list of three or more: "a, b, or c". */
  readonly serial?: true;
  readonly before?: { readonly starts: readonly string[]; readonly word: string };
}

/**
 * Every word of the handout in one language. `**…**` is strong; `{name}` is filled by compose and kept apart for right-to-left text.
 * Data only: a second language is a second file of this type, and a missing key is a compile error.
 */
export interface HandoutText {
  /** BCP 47, for `lang`: a screen reader speaks the paper in it. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly titleWithoutRelaxant: string;
  readonly forPatient: string;
  readonly born: string;
  readonly visit: string;
  readonly callUs: string;
  readonly afterHours: string;
  readonly notReviewed: string;
  readonly page: string;
  readonly footer: string;
  readonly sourceLine: string;
  /** Follows the source line once the day on which its sources were due for review is past. */
  readonly reviewDue: string;
  readonly listAnd: ListWord;
  readonly listOr: ListWord;
  /** Joins the ingredients of one product: "aspirin with caffeine". */
  readonly listWith: string;
  readonly decimal: string;
  /** `{month}` and `{day}` with two figures, `{d}` without a leading zero, `{name}` from `months`. */
  readonly dates: {
    readonly Letter: string;
    readonly A4: string;
    readonly months: readonly string[];
  };
  readonly know: {
    readonly heading: string;
    readonly reassure: string;
    readonly checking: string;
    readonly noRelaxant: string;
    readonly noRelaxantHelps: string;
    readonly medicinesNotRead: string;
    readonly signs: string;
    readonly driving: Readonly<Record<DrivingTier, OneOrMany>>;
    readonly askBeforeDriving: OneOrMany;
    /** After a stop of one of the two strict tiers. */
    readonly afterLastDose: string;
    /** In place of tier D1 while none is taken: the first dose lies ahead. */
    readonly onceTaken: OneOrMany;
  };
  readonly danger: {
    readonly heading: string;
    /** Where the list goes on on another sheet. */
    readonly more: string;
    readonly backHeading: string;
    readonly back: readonly string[];
    readonly chestHeading: string;
    readonly chest: readonly string[];
    readonly medicineHeading: string;
    readonly medicine: readonly string[];
    readonly poison: string;
    readonly swelling: string;
    readonly closing: string;
  };
  readonly driving: {
    readonly heading: Readonly<Record<DrivingTier, string>>;
    readonly body: Readonly<Record<DrivingTier, readonly OneOrMany[]>>;
    readonly addsTo: OneOrMany;
    readonly nextDay: string;
    readonly charged: OneOrMany;
    /** Heading and reasons when something that could make the advice stricter was not read. */
    readonly askFirst: {
      readonly heading: string;
      readonly medicines: string;
      readonly unmatched: string;
      readonly chart: string;
    };
    readonly work: string;
  };
  readonly mix: {
    readonly heading: string;
    readonly alcohol: string;
    readonly sleepy: string;
    readonly naloxone: string;
    /** Stands for a medicine that paper must not name. */
    readonly otherMedicine: string;
    /** Said in place of the first words when the other medicine must not be named. */
    readonly unnamed: readonly Swap[];
    /** Said when a line is about more than two medicines in all, which are not “both”. */
    readonly several: readonly Swap[];
  };
  readonly medicine: {
    readonly heading: OneOrMany;
    readonly columns: {
      readonly medicine: string;
      readonly morning: string;
      readonly noon: string;
      readonly evening: string;
      readonly bedtime: string;
      readonly lastDay: string;
    };
    readonly none: string;
    /** Where the table goes on: "More medicines on page {page}". */
    readonly more: string;
    readonly names: Readonly<Record<DrugId, string>>;
    readonly brands: Readonly<Record<DrugId, string>>;
    readonly purpose: Readonly<Record<DrugId, string>>;
    readonly brandAndPurpose: string;
    readonly units: Readonly<Record<string, OneOrMany>>;
    /** Forms that stand behind the name of a product: RxNorm's "Oral Tablet" is "tablet". */
    readonly forms: Readonly<Record<'tablet' | 'capsule' | 'solution' | 'suspension', string>>;
    readonly amount: string;
    readonly range: string;
    readonly slotNames: readonly [string, string, string, string];
    readonly onlyIfNeeded: string;
    readonly prnDose: string;
    readonly prnDoseAt: string;
    readonly prnMax: string;
    readonly prnMaxTimes: string;
    readonly prnMaxOnly: string;
    readonly asBottle: string;
    readonly asBottleQuote: string;
    readonly severalOrders: string;
    readonly askUs: string;
    readonly callBeforeNextDose: string;
    readonly orderStopped: string;
    readonly callUsFirst: string;
    readonly askFirst: string;
    /** What the clinician decided today. */
    readonly holdUntil: string;
    readonly hold: string;
    readonly notAllAtOnce: string;
    readonly takeThisWay: string;
  };
  readonly how: {
    readonly heading: OneOrMany;
    /** Over medicines that are all held, or to be asked about first. */
    readonly headingNotTaken: string;
    readonly onlyThisWay: OneOrMany;
    /** When others of the table must be asked about first. */
    readonly onlyTheseThisWay: string;
    readonly missed: string;
    readonly missedTaper: string;
    readonly otherMedicines: string;
    readonly sleepy: string;
    readonly sleepyDry: string;
    /** Drugs that give a dry mouth. */
    readonly dryMouth: readonly DrugId[];
    readonly falls: string;
    readonly taper: string;
    readonly stopped: string;
    readonly lock: OneOrMany;
  };
  readonly sameday: {
    readonly heading: string;
    readonly items: readonly string[];
    readonly medicineItems: readonly string[];
    readonly tail: readonly string[];
    readonly closing: string;
  };
  readonly home: {
    readonly heading: string;
    readonly gentle: readonly string[];
    readonly items: readonly string[];
    readonly handsOn: string;
    readonly acetaminophen: string;
    readonly alreadyAcetaminophen: string;
    readonly alreadyAcetaminophenUnnamed: string;
    readonly askPain: string;
    readonly noNsaid: string;
    readonly noNsaidKidney: string;
    readonly noNsaidThinner: string;
    readonly noNsaidHeart: string;
    readonly noNsaidStomach: string;
    readonly oneNsaid: string;
  };
  readonly foryou: { readonly heading: string };
  /** What the chart holds, in neutral words; `call` follows the notes that were chosen. */
  readonly history: {
    readonly notes: Readonly<Record<'bones' | 'thinner' | 'vessel' | 'infections' | 'cancer', string>>;
    readonly call: string;
  };
  readonly what: {
    readonly heading: string;
    readonly first: string;
    readonly course: string;
    readonly tell: string;
    readonly xray: string;
    readonly causes: string;
  };
  readonly prevent: {
    readonly heading: string;
    readonly exercise: readonly string[];
    readonly first: readonly string[];
    readonly stretch: string;
    readonly second: readonly string[];
  };
  readonly teachback: {
    readonly heading: string;
    readonly subheading: string;
    readonly items: readonly string[];
    /** In place of the first item: several medicines; none but those to be asked about first. */
    readonly severalToTake: string;
    readonly nothingToTake: string;
    readonly itemsWithoutRelaxant: readonly string[];
  };
  readonly ask: { readonly subheading: string; readonly cause: string; readonly items: readonly string[] };
  readonly next: {
    readonly work: string;
    readonly visit: string;
    readonly learn: string;
  };
  readonly gaps: Readonly<Record<Section, { readonly unread: string; readonly partial: string }>>;
  readonly gapUnrecognised: string;
  /** Patient lines of rules in this language, by rule id; a rule without one prints its own text (English), as most do in English. */
  readonly ruleLines: Readonly<Record<string, string>>;
  /** Beginnings of words that never stand on page 1: a line with one goes to page 2. */
  readonly privateWords: readonly string[];
}
