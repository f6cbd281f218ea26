import type { DaySlots } from '../chart/types';
import type { DrugId } from '../knowledge/vocabulary';
import type { Review } from '../review/types';
import type { QrCode } from './content/qr';
import type { HandoutText } from './content/text';

/** The parts of a site that stand on paper. */
export interface HandoutSite {
  readonly clinic: { readonly name: string; readonly phone: string; readonly afterHoursPhone: string };
  readonly emergencyNumber: string;
  readonly poisonLine: string;
  readonly pageSize: 'Letter' | 'A4';
}

/** The clinician's choices about the paper; in memory for this launch. Absent means the default. */
export interface HandoutChoices {
  /** Line id → on or off. A locked line ignores it. */
  readonly lines: Readonly<Record<string, boolean>>;
  /** Line id → the clinician's words in place of the line, printed as typed in every language. A locked line ignores them. */
  readonly words: Readonly<Record<string, string>>;
  /** Section → line ids in the order in which the clinician wants them. */
  readonly order: Readonly<Partial<Record<SectionId, readonly string[]>>>;
  /** Times of day the clinician filled in, in dose units. */
  readonly slots: Readonly<Partial<Record<DrugId, DaySlots>>>;
  /** Last day the clinician typed (YYYY-MM-DD). */
  readonly lastDay: Readonly<Partial<Record<DrugId, string>>>;
  readonly recheckDays: number;
  readonly nextVisit: string;
  /** True once the clinician approved exactly the lines shown. */
  readonly approved: boolean;
}

export const DEFAULT_CHOICES: HandoutChoices = {
  lines: {},
  words: {},
  order: {},
  slots: {},
  lastDay: {},
  recheckDays: 7,
  nextVisit: '',
  approved: false,
};

export interface HandoutInput {
  readonly review: Review;
  readonly choices: HandoutChoices;
  readonly site: HandoutSite;
  /** The words of the paper; absent means English. */
  readonly text?: HandoutText;
}

/** A stretch of text. `isolate` keeps names and numbers apart in right-to-left text (`<bdi>`). */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly isolate?: true;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'list';
      readonly marker: 'bullet' | 'check' | 'number';
      readonly items: readonly (readonly Run[])[];
    }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'medicines'; readonly head: MedicineHead; readonly rows: readonly MedicineRow[] }
  | { readonly kind: 'blank'; readonly label: string };

export interface MedicineHead {
  readonly medicine: string;
  readonly morning: string;
  readonly noon: string;
  readonly evening: string;
  readonly bedtime: string;
  readonly lastDay: string;
}

export interface MedicineRow {
  readonly drug: DrugId;
  readonly name: string;
  readonly purpose: string;
  /** Four cells, or one sentence across them ("Ask us before you take this."). */
  readonly times: readonly [string, string, string, string] | string;
  /** The sentence with its emphasis; there exactly when `times` is a sentence. */
  readonly sentence?: readonly Run[];
  /** A date, "Call us first", or empty for a ruled blank. */
  readonly lastDay: string;
}

export type SectionId =
  | 'know'
  | 'danger'
  | 'driving'
  | 'mix'
  | 'medicine'
  | 'how'
  | 'sameday'
  | 'home'
  | 'foryou'
  | 'what'
  | 'prevent'
  | 'teachback'
  | 'ask'
  | 'next';

export interface HandoutSection {
  readonly id: SectionId;
  /** Where it is not the paper's: the second language of a bilingual paper. */
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly heading: string;
  readonly page: 1 | 2;
  /** Two where the halves differ in kind (danger signs); one where the print view balances a list over two columns. */
  readonly columns: readonly (readonly Block[])[];
  readonly closing?: readonly Run[];
  /** A page to read on, for a phone; it stands at the end of the lines. */
  readonly qr?: QrCode;
}

/** One switchable line as the rail shows it. */
export interface HandoutLine {
  readonly id: string;
  readonly group:
    | 'Medicine table'
    | 'Driving'
    | 'Do not mix'
    | 'For this patient'
    | 'Sensitive'
    | 'Fixed parts';
  readonly text: string;
  readonly on: boolean;
  /** Cannot be switched: danger signs, taper lines. */
  readonly locked: boolean;
  /** Where it comes from: "65+", "eGFR 41", "oxycodone", "off: red flag open". */
  readonly origin: string;
  /** In the clinician's words. */
  readonly edited: boolean;
  /** Where it stands in a list of lines, and may be moved. */
  readonly section?: SectionId;
}

/** How the letters are set. Large print is 18 point in one column, on as many sheets as it takes. */
export type PrintSize = 'standard' | 'large';

/** The clinician's choice of how the paper is set. */
export interface PaperForm {
  readonly size: PrintSize;
  /** English beside the patient's language; nothing for a paper in English. */
  readonly bilingual: boolean;
}

export const STANDARD_FORM: PaperForm = { size: 'standard', bilingual: false };

/** What stands above the sections, in one language. */
export interface Masthead {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** Stands before the name. */
  readonly forPatient: string;
  readonly bornLine: string;
  readonly visitLine: string;
  readonly callLine: string;
  readonly afterHoursLine: string;
}

/** Sections beside each other: driving and "do not mix", or one section in two languages. Mostly one alone. */
export interface Strip {
  readonly sections: readonly HandoutSection[];
  /** Hundredths of the width that the first of two columns takes; half when absent. */
  readonly share?: number;
}

/** What one sheet of paper holds. */
export interface Sheet {
  readonly strips: readonly Strip[];
  readonly spacing: Spacing;
}

export interface HandoutDocument extends Masthead {
  readonly patientName: string;
  readonly sections: readonly HandoutSection[];
  readonly lines: readonly HandoutLine[];
  /** Printed near the end when something the patient should know about could not be checked. */
  readonly gapsLine: string;
  readonly sourceLine: string;
  /** Identity · date · clinic, for every page. */
  readonly footer: string;
  /** "Page {page} of {pages}". */
  readonly page: string;
  /** "More medicines on page {page}", where a section goes on that must not look complete. */
  readonly more: Readonly<Partial<Record<SectionId, string>>>;
  readonly notReviewed: string;
  readonly approved: boolean;
  readonly pageSize: 'Letter' | 'A4';
  readonly size: PrintSize;
  /** The same paper in a second language, on a bilingual paper. */
  readonly also?: Omit<HandoutDocument, 'also' | 'sheets' | 'flows'>;
  /** The sections as they lie on sheets, from the widths of the letters. */
  readonly sheets: readonly Sheet[];
  /** Page 1 needs more than one sheet: page 2 follows without a break. */
  readonly flows: boolean;
}

/**
 * White between lines and sections: as much as keeps each page on its sheet. `dense` has no less than `tight`, but the heading of
 * the medicines stands in their table.
 */
export type Spacing = 'open' | 'roomy' | 'normal' | 'snug' | 'tight' | 'dense';
