import { SECTIONS } from '../chart/types';
import type { Section } from '../chart/types';
import type { DrivingTier } from '../knowledge/vocabulary';
import type { RelaxantReview, Review } from '../review/types';
import type { HandoutText } from './content/text';
import type { PaperDriving } from './driving-box';
import { drivingPoint } from './driving-box';
import { isStopped } from './decided';
import type { LineBook, LineSpec, PaperLine } from './line-book';
import { isTaken, medicineRows } from './medicine-table';
import { mayTakeRelaxant, medicinesRead } from './medicines-read';
import type { Block, HandoutChoices, HandoutSection, HandoutSite, Run } from './model';
import { OFF_RED_FLAG } from './red-flag-state';
import { fill, plain, sentences, strong, words } from './runs';
import type { RuleLine } from './rule-lines';

/** What every section is composed from. */
export interface Composition {
  readonly review: Review;
  readonly choices: HandoutChoices;
  readonly site: HandoutSite;
  readonly text: HandoutText;
  readonly book: LineBook;
  readonly openFlag: boolean;
  /** Relaxants that stand in the table. */
  readonly relaxants: readonly RelaxantReview[];
  readonly ruleLines: readonly RuleLine[];
}

export const list = (marker: 'bullet' | 'check' | 'number', items: readonly (readonly Run[])[]): Block => ({
  kind: 'list',
  marker,
  items,
});

/** Lines that sound like an all-clear; while a red flag could not be looked for, nobody knows whether they hold. */
const NEEDS_RED_FLAGS = new Set(['know.reassure', 'what.xray']);

/** The first section that was not read in full and in which a red flag may stand. */
const unreadForRedFlags = (review: Review): Section | undefined =>
  SECTIONS.find(
    (section) =>
      review.completeness[section] !== 'complete' &&
      (section === 'Condition' ||
        review.redFlagsNotChecked.some(({ missing }) => missing.some(({ key }) => key === section))),
  );

type Place = Pick<LineSpec, 'section' | 'fixedPlace' | 'pageOne'>;

/** General advice that the clinician may leave out or put into other words. */
export const advice = (
  { book }: Composition,
  id: string,
  line: string,
  place: Place,
): PaperLine | undefined =>
  book.line({ id, group: 'Fixed parts', runs: fill(line), origin: 'general advice', ...place });

/** Reassurance goes while a red flag is open: "most get better" is not true for a patient under work-up. */
export function reassurance(
  { book, openFlag, review }: Composition,
  id: string,
  line: string,
  place: Place,
): PaperLine | undefined {
  const unread = NEEDS_RED_FLAGS.has(id) && unreadForRedFlags(review) !== undefined;
  return book.line({
    id,
    group: 'Fixed parts',
    runs: fill(line),
    origin: unread ? 'off: red flags could not be checked' : 'general advice',
    ...place,
    ...(unread ? { offByDefault: true } : {}),
    ...(openFlag ? { lockedOff: OFF_RED_FLAG } : {}),
  });
}

/** The three things have their order. */
const IN_KNOW: Place = { section: 'know', fixedPlace: true, pageOne: true };

const isStrict = (tier: DrivingTier): boolean => tier === 'D2' || tier === 'D3';

export function knowSection(
  c: Composition,
  driving: PaperDriving | undefined,
  stopped: readonly PaperLine[] = [],
): HandoutSection {
  const { text, book, openFlag, review } = c;
  const items: (readonly Run[])[] = [];
  const reassure = reassurance(c, 'know.reassure', text.know.reassure, IN_KNOW);
  if (openFlag) {
    items.push(fill(text.know.checking));
    book.add({
      id: 'know.checking',
      group: 'Fixed parts',
      text: text.know.checking,
      origin: 'red flag open',
      lockedOn: true,
    });
  } else if (reassure !== undefined) items.push(reassure.runs);
  else {
    const unread = unreadForRedFlags(review);
    // Unread medicines are told at their own place.
    if (unread !== undefined && unread !== 'MedicationRequest')
      items.push(fill(sectionGap(review, unread, text)));
  }
  const taken = c.relaxants.some((relaxant) => isTaken(relaxant, c.choices));
  if (driving !== undefined) items.push(drivingPoint(driving, taken, text));
  else if (mayTakeRelaxant(review)) items.push(fill(text.know.medicinesNotRead));
  else {
    const helps = reassurance(c, 'know.helps', text.know.noRelaxantHelps, IN_KNOW);
    items.push(sentences(fill(text.know.noRelaxant), helps?.runs ?? []));
  }
  // Old pills at home: with no table of medicines, this is where the reader looks first.
  items.push(...stopped.map(({ runs }) => strong(runs)));
  // The last dose may have been this morning, and the advice on driving is about other medicines, or about none.
  const slow = review.relaxants.some(
    (relaxant) => isStrict(relaxant.driving.tier) && isStopped(relaxant) && !c.relaxants.includes(relaxant),
  );
  const said =
    driving === undefined
      ? mayTakeRelaxant(review)
      : driving.askFirst !== undefined || isStrict(driving.tier);
  if (slow && !said) items.push(fill(text.know.afterLastDose));
  items.push(fill(text.know.signs));
  const heading = words(text.know.heading, { n: String(items.length) });
  return { id: 'know', heading, page: 1, columns: [[list('number', items)]] };
}

export function dangerSection({ text, site, book, review }: Composition): HandoutSection {
  const { danger } = text;
  // Left out only when no medicine can be the cause.
  const withMedicines =
    review.relaxants.length > 0 || review.otherMedicines.length > 0 || mayTakeRelaxant(review);
  const [breathing, ...tooMuch] = danger.medicine;
  const overdose =
    site.poisonLine === ''
      ? tooMuch.map((line) => fill(line))
      : [fill(danger.poison, { poison: site.poisonLine })];
  const right: Block[] = [
    { kind: 'subheading', text: danger.chestHeading },
    list(
      'check',
      danger.chest.map((line) => fill(line)),
    ),
  ];
  if (withMedicines)
    right.push(
      { kind: 'subheading', text: danger.medicineHeading },
      list('check', [
        ...(breathing === undefined ? [] : [fill(breathing)]),
        ...overdose,
        fill(danger.swelling),
      ]),
    );
  const heading = plain(fill(danger.heading, { emergency: site.emergencyNumber }));
  book.add({ id: 'danger', group: 'Fixed parts', text: heading, origin: 'always printed', lockedOn: true });
  return {
    id: 'danger',
    heading,
    page: 1,
    columns: [
      [
        { kind: 'subheading', text: danger.backHeading },
        list(
          'check',
          danger.back.map((line) => fill(line)),
        ),
      ],
      right,
    ],
    closing: fill(danger.closing),
  };
}

export function mixSection(c: Composition): HandoutSection {
  const { text, book } = c;
  const items = [fill(text.mix.alcohol), fill(text.mix.sleepy)];
  book.add({
    id: 'mix.box',
    group: 'Do not mix',
    text: items.map(plain).join(' '),
    origin: 'every relaxant',
    lockedOn: true,
  });
  const chosen = [...c.ruleLines.filter((line) => line.place === 'mix'), naloxoneLine(c, 'mix')];
  items.push(...book.ordered('mix', chosen.filter(isThere)).map((line) => line.runs));
  return { id: 'mix', heading: text.mix.heading, page: 1, columns: [[list('bullet', items)]] };
}

/** On with an opioid, unless a printed line already says it. Treatment for opioid use disorder stays unnamed, so it does not count. */
export function naloxoneLine(
  { review, text, book, ruleLines }: Composition,
  section: 'mix' | 'home',
): PaperLine | undefined {
  const opioid = review.otherMedicines.find(
    ({ classes }) =>
      classes.includes('opioid') && !classes.includes('moud') && !classes.includes('methadone'),
  );
  if (opioid === undefined || ruleLines.some((line) => line.naloxone)) return undefined;
  return book.line({
    id: 'naloxone',
    group: 'Do not mix',
    runs: fill(text.mix.naloxone),
    origin: opioid.text,
    section,
    ...(section === 'mix' ? { pageOne: true } : {}),
  });
}

export function medicineSection(c: Composition): HandoutSection {
  const { text, review } = c;
  const rows = medicineRows(c);
  const heading = rows.length > 1 ? text.medicine.heading.many : text.medicine.heading.one;
  const table: Block = { kind: 'medicines', head: text.medicine.columns, rows };
  const gap = medicinesRead(review) ? undefined : sectionGap(review, 'MedicationRequest', text);
  return {
    id: 'medicine',
    heading,
    page: 1,
    columns: [[table]],
    // The list must never look complete when it is not.
    ...(gap === undefined ? {} : { closing: fill(`**${gap}**`) }),
  };
}

/** That a section could not be read, or not all of it, as the patient can act on it. */
export const sectionGap = (review: Review, section: Section, text: HandoutText): string =>
  review.completeness[section] === 'partial' ? text.gaps[section].partial : text.gaps[section].unread;

export const isThere = <T>(item: T | undefined): item is T => item !== undefined;
