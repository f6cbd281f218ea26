import { SECTIONS } from '../chart/types';
import type { Section } from '../chart/types';
import type { RelaxantReview, Review } from '../review/types';
import type { HandoutText } from './content/text';
import { isStopped } from './decided';
import type { PaperDriving } from './driving-box';
import { drivingPoint } from './driving-box';
import type { LineBook } from './line-book';
import { drugName } from './medicine-names';
import { isTakeable, medicineRows } from './medicine-table';
import { mayTakeRelaxant, medicinesRead } from './medicines-read';
import type { Block, HandoutChoices, HandoutSection, HandoutSite, Run } from './model';
import { OFF_RED_FLAG } from './red-flag-state';
import { capitalised, fill, joinNames, plain, sentences, words } from './runs';
import type { RuleLine } from './rule-lines';
import { isTaperClass, mustNotStopAtOnce } from './taper';

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

/** Reassurance goes while a red flag is open: "most get better" is not true for a patient under work-up. */
export function reassurance(
  { book, openFlag, review }: Composition,
  id: string,
  line: string,
): readonly Run[] | undefined {
  const runs = fill(line);
  const unread = NEEDS_RED_FLAGS.has(id) && unreadForRedFlags(review) !== undefined;
  const on = book.add({
    id,
    group: 'Fixed parts',
    text: plain(runs),
    origin: unread ? 'off: red flags could not be checked' : 'general advice',
    ...(unread ? { offByDefault: true } : {}),
    ...(openFlag ? { lockedOff: OFF_RED_FLAG } : {}),
  });
  return on ? runs : undefined;
}

export function knowSection(c: Composition, driving: PaperDriving | undefined): HandoutSection {
  const { text, book, openFlag, review } = c;
  const items: (readonly Run[])[] = [];
  const reassure = reassurance(c, 'know.reassure', text.know.reassure);
  if (openFlag) {
    items.push(fill(text.know.checking));
    book.add({
      id: 'know.checking',
      group: 'Fixed parts',
      text: text.know.checking,
      origin: 'red flag open',
      lockedOn: true,
    });
  } else if (reassure !== undefined) items.push(reassure);
  else {
    const unread = unreadForRedFlags(review);
    // Unread medicines are told at their own place.
    if (unread !== undefined && unread !== 'MedicationRequest')
      items.push(fill(sectionGap(review, unread, text)));
  }
  if (driving !== undefined) items.push(drivingPoint(driving, text));
  else if (mayTakeRelaxant(review)) items.push(fill(text.know.medicinesNotRead));
  else {
    const helps = reassurance(c, 'know.helps', text.know.noRelaxantHelps);
    items.push(sentences(fill(text.know.noRelaxant), helps ?? []));
  }
  items.push(fill(text.know.signs));
  const heading = words(text.know.heading, { n: String(items.length) });
  return { id: 'know', heading, page: 1, columns: [[list('number', items)]] };
}

export function dangerSection({ text, site, book, review, relaxants }: Composition): HandoutSection {
  const { danger } = text;
  // Left out only when no medicine can be the cause.
  const withMedicines = relaxants.length > 0 || review.otherMedicines.length > 0 || mayTakeRelaxant(review);
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
  items.push(...c.ruleLines.filter((line) => line.place === 'mix').map((line) => line.runs));
  const naloxone = naloxoneLine(c);
  if (naloxone !== undefined) items.push(naloxone);
  return { id: 'mix', heading: text.mix.heading, page: 1, columns: [[list('bullet', items)]] };
}

/** On with an opioid, unless a printed line already says it. Treatment for opioid use disorder stays unnamed, so it does not count. */
export function naloxoneLine({ review, text, book, ruleLines }: Composition): readonly Run[] | undefined {
  const opioid = review.otherMedicines.find(
    ({ classes }) =>
      classes.includes('opioid') && !classes.includes('moud') && !classes.includes('methadone'),
  );
  if (opioid === undefined || ruleLines.some((line) => line.naloxone)) return undefined;
  const runs = fill(text.mix.naloxone);
  return book.add({ id: 'naloxone', group: 'Do not mix', text: plain(runs), origin: opioid.text })
    ? runs
    : undefined;
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

export function howSection(c: Composition): HandoutSection {
  const { text, review, relaxants, book, choices } = c;
  const { how } = text;
  const takeable = relaxants.filter((relaxant) => isTakeable(relaxant, choices));
  const items: (readonly Run[])[] = [];
  if (takeable.length > 0) {
    const missed = takeable.some(({ drug }) => isTaperClass(drug)) ? how.missedTaper : how.missed;
    const drugs = joinNames(
      takeable.map((relaxant) => drugName(relaxant, text)),
      text.listAnd,
    );
    const thisWay = takeable.length < relaxants.length ? how.onlyTheseThisWay : how.onlyThisWay;
    items.push(sentences(fill(thisWay, { drugs }), fill(missed)));
  }
  items.push(...taperLine(c));
  items.push(fill(how.otherMedicines));
  book.add({
    id: 'how.other',
    group: 'Fixed parts',
    text: how.otherMedicines,
    origin: 'always printed',
    lockedOn: true,
  });
  items.push(...stoppedLines(c));
  if (takeable.length > 0) {
    const dry = takeable.some(({ drug }) => how.dryMouth.includes(drug));
    items.push(fill(dry ? how.sleepyDry : how.sleepy));
  }
  items.push(...c.ruleLines.filter((line) => line.place === 'how').map((line) => line.runs));
  const falls = fallsLine(c);
  if (falls !== undefined) items.push(falls);
  items.push(fill(review.relaxants.length > 1 ? how.lock.many : how.lock.one));
  return { id: 'how', heading: how.heading, page: 1, columns: [[list('bullet', items)]] };
}

function taperLine({ relaxants, text, book }: Composition): readonly (readonly Run[])[] {
  const names = relaxants.filter(mustNotStopAtOnce).map((relaxant) => drugName(relaxant, text));
  if (names.length === 0) return [];
  const runs = fill(text.how.taper, { drugs: joinNames(names, text.listOr) });
  book.add({
    id: 'how.taper',
    group: 'For this patient',
    text: plain(runs),
    origin: names.join(', '),
    lockedOn: true,
  });
  return [runs];
}

/** Recently stopped relaxants that need no taper: old pills at home must not be taken again by chance. */
export function stoppedLines({ review, relaxants, text, book }: Composition): readonly (readonly Run[])[] {
  return review.relaxants
    .filter((relaxant) => isStopped(relaxant) && !relaxants.includes(relaxant))
    .map((relaxant) => {
      const runs = fill(text.how.stopped, { drug: drugName(relaxant, text) });
      book.add({
        id: `how.stopped.${relaxant.drug}`,
        group: 'For this patient',
        text: capitalised(plain(runs)),
        origin: relaxant.state === 'stopped' ? 'stopped in the chart' : 'you stopped it',
        lockedOn: true,
      });
      return runs;
    });
}

/** At 65 and over, after a fall, with tizanidine (pressure), and when the age is not known. */
function fallsLine({ review, relaxants, text, book }: Composition): readonly Run[] | undefined {
  const { age } = review.patient;
  const fell = relaxants.some(({ cautions }) => cautions.some((hit) => hit.rule.id === 'X-FALLS'));
  const tizanidine = relaxants.some(({ drug }) => drug === 'tizanidine');
  const origin =
    age === undefined
      ? 'age not known'
      : age >= 65
        ? '65+'
        : fell
          ? 'falls'
          : tizanidine
            ? 'tizanidine'
            : undefined;
  const runs = fill(text.how.falls);
  const on = book.add({
    id: 'how.falls',
    group: 'For this patient',
    text: plain(runs),
    origin: origin ?? '65+ or falls',
    ...(origin === undefined ? { offByDefault: true } : {}),
  });
  return on ? runs : undefined;
}
