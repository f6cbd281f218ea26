import { REVIEW_BY } from '../knowledge/version';
import { ENGLISH } from './content/en';
import { drivingBox, paperDriving, unknownDrivingBox } from './driving-box';
import { LineBook } from './line-book';
import { tellsPrivate } from './medicine-names';
import { tableRelaxants } from './medicine-table';
import type { HandoutDocument, HandoutInput, HandoutSection } from './model';
import { howSection, stoppedLines } from './how-to-take';
import { dangerSection, knowSection, medicineSection, mixSection } from './page-one';
import type { Composition } from './page-one';
import {
  DROP_ORDER,
  beforeYouGoSection,
  forYouSection,
  gapSentences,
  homeSection,
  nextSection,
  preventSection,
  sameDaySection,
  whatSection,
} from './page-two';
import type { Droppable } from './page-two';
import { paperDate, paperDay } from './paper-dates';
import { fit, mayTakeTwo } from './fit';
import type { Draft } from './fit';
import { redFlagOpen } from './red-flag-state';
import { ruleLines } from './rule-lines';
import { apart } from './runs';

/** Stands where the site or the chart gives nothing: a blank to write on, never "undefined". */
const BLANK = '______________';

/**
 * The patient handout of one review: pure, the same input gives the same document.
 * Page 1 is safe to show at home: danger signs, driving, what not to mix, the back medicines and how to take them.
 * Page 2 holds the rest and, when the clinician chose them, sensitive lines.
 */
export function compose(input: HandoutInput): HandoutDocument {
  let flowing: HandoutDocument | undefined;
  for (const room of ROOMS) {
    const words = draft(input, room);
    if (!mayTakeTwo(words)) continue;
    const paper = laid(words);
    if (paper.sheets.length > SHEETS) continue;
    if (!paper.flows) return paper;
    flowing ??= paper;
  }
  // Where leaving parts out would not save a sheet, the whole one.
  return flowing ?? laid(draft(input, WHOLE));
}

/** Where the words come from, and that their sources should have been read again. */
function sourceLine({ review, site, text = ENGLISH }: HandoutInput): string {
  const source = apart(text.sourceLine, { version: review.knowledge }, text.direction);
  if (review.asOf < REVIEW_BY) return source;
  const date = paperDay(REVIEW_BY, site.pageSize, text);
  return `${source} ${apart(text.reviewDue, { date }, text.direction)}`;
}

const SHEETS = 2;

/** What a paper gives up for room. */
interface Room {
  readonly dropped: ReadonlySet<Droppable>;
  /** Notes on a medicine stand on page 2. */
  readonly notesMoved: boolean;
}

const WHOLE: Room = { dropped: new Set(), notesMoved: false };

/** From the whole paper to the shortest, in the order in which parts give way. */
const ROOMS: readonly Room[] = [0, ...Array.from(DROP_ORDER.keys(), (index) => index + 1)].flatMap((count) =>
  [false, true].map((notesMoved) => ({ dropped: new Set(DROP_ORDER.slice(0, count)), notesMoved })),
);

/** The words of a paper of any length, before they are laid on sheets. */
export const whole = (input: HandoutInput): Draft => draft(input, WHOLE);

const laid = (words: Draft): HandoutDocument => ({ ...words, ...fit(words) });

function draft(input: HandoutInput, { dropped, notesMoved }: Room): Draft {
  const { review, choices, site, text = ENGLISH } = input;
  const { direction } = text;
  const book = new LineBook(choices, tellsPrivate(review, text));
  const relaxants = tableRelaxants(review);
  const basis = { review, choices, site, text, book, openFlag: redFlagOpen(review), relaxants };
  const c: Composition = { ...basis, ruleLines: ruleLines(basis, notesMoved) };

  const orBlank = (value: string): string => (value.trim() === '' ? BLANK : value);
  const visitDay = paperDay(review.asOf, site.pageSize, text);
  const born = paperDate(review.patient.birthDate, site.pageSize, text);
  const callLine = apart(text.callUs, { phone: orBlank(site.clinic.phone) }, direction);
  const gapsLine = gapSentences(review, text, relaxants.length > 0 ? ['MedicationRequest'] : []);

  const pageOne = pageOneSections(c);
  const rest = [
    sameDaySection(c),
    homeSection(c),
    forYouSection(c),
    whatSection(c, dropped),
    preventSection(c, dropped),
    beforeYouGoSection(c, dropped),
    nextSection(c, callLine, dropped),
  ].filter((section) => section !== undefined);

  return {
    language: text.language,
    direction,
    title: relaxants.length > 0 ? text.title : text.titleWithoutRelaxant,
    forPatient: text.forPatient,
    patientName: review.patient.name ?? '',
    bornLine: apart(text.born, { date: orBlank(born) }, direction),
    visitLine: apart(text.visit, { date: visitDay, clinic: orBlank(site.clinic.name) }, direction),
    callLine,
    afterHoursLine: apart(text.afterHours, { phone: orBlank(site.clinic.afterHoursPhone) }, direction),
    sections: [...pageOne, ...rest],
    lines: book.lines,
    gapsLine,
    sourceLine: sourceLine(input),
    page: text.page,
    more: { medicine: text.medicine.more, danger: text.danger.more },
    footer: apart(
      text.footer,
      {
        name: orBlank(review.patient.name ?? ''),
        born: orBlank(born),
        date: visitDay,
        clinic: site.clinic.phone.trim() === '' ? orBlank(site.clinic.name) : site.clinic.name,
        phone: site.clinic.phone,
        version: review.knowledge,
      },
      direction,
    ),
    notReviewed: text.notReviewed,
    approved: choices.approved,
    pageSize: site.pageSize,
    size: 'standard',
  };
}

function pageOneSections(c: Composition): readonly HandoutSection[] {
  const { review, text, book, relaxants } = c;
  if (relaxants.length === 0) {
    const unknown = unknownDrivingBox(review, text, book);
    return [
      knowSection(c, undefined, stoppedLines(c)),
      dangerSection(c),
      ...(unknown === undefined ? [] : [unknown]),
    ];
  }
  const driving = paperDriving(review, relaxants, text);
  return [
    knowSection(c, driving),
    dangerSection(c),
    drivingBox(driving, review, text, book),
    mixSection(c),
    medicineSection(c),
    howSection(c),
  ];
}
