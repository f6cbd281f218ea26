import { SECTIONS } from '../chart/types';
import type { Section } from '../chart/types';
import { isTaken } from './medicine-table';
import { hasUnmatchedMedicine, medicinesRead } from './medicines-read';
import type { Block, HandoutChoices, HandoutSection, Run } from './model';
import { QR_CODES } from './content/qr';
import type { QrCode } from './content/qr';
import type { HandoutText } from './content/text';
import { advice, isThere, list, naloxoneLine, reassurance, sectionGap } from './page-one';
import type { Composition } from './page-one';
import type { PaperLine } from './line-book';
import { OWN_LINE } from './line-ids';
import type { Review } from '../review/types';
import { fill, sentences } from './runs';
import { historyLine } from './history';
import { painLines } from './self-care';

/** Parts that go, in this order, when a chart needs more room. Danger, driving, mix, medicine and same-day never go. */
export const DROP_ORDER = ['next.qr', 'prevent.second', 'ask.cause', 'what.causes'] as const;
export type Droppable = (typeof DROP_ORDER)[number];

export const OFF_TO_FIT = 'left off to fit';

const oneList = (
  marker: 'bullet' | 'check',
  items: readonly (readonly Run[])[],
): HandoutSection['columns'] => [[list(marker, items)]];

export function sameDaySection({ text, choices, relaxants, review, book }: Composition): HandoutSection {
  const { sameday } = text;
  const days = String(recheckDays(choices));
  // One that was stopped may still be the cause.
  const mayBeMedicine = review.relaxants.length > 0;
  const items = [...sameday.items, ...(mayBeMedicine ? sameday.medicineItems : []), ...sameday.tail];
  book.add({
    id: 'sameday',
    group: 'Fixed parts',
    text: sameday.heading,
    origin: 'always printed',
    lockedOn: true,
  });
  return {
    id: 'sameday',
    heading: sameday.heading,
    // Without medicines page 1 has the room.
    page: relaxants.length > 0 ? 2 : 1,
    columns: oneList(
      'check',
      items.map((line) => fill(line, { days })),
    ),
    closing: fill(sameday.closing),
  };
}

const recheckDays = ({ recheckDays: days }: HandoutChoices): number =>
  Number.isInteger(days) && days > 0 ? days : 7;

export function homeSection(c: Composition): HandoutSection | undefined {
  const { text, review, book } = c;
  const place = { section: 'home' } as const;
  const lines = [
    ...text.home.gentle.map((line, index) => reassurance(c, `home.gentle.${index + 1}`, line, place)),
    ...text.home.items.map((line, index) => advice(c, `home.items.${index + 1}`, line, place)),
    // No hands on a back that may be broken, infected, or hold a tumor.
    reassurance(c, 'home.handsOn', text.home.handsOn, place),
    ...painLines(review, text, book),
    c.relaxants.length === 0 ? naloxoneLine(c, 'home') : undefined,
  ].filter(isThere);
  if (lines.length === 0) return undefined;
  return {
    id: 'home',
    heading: text.home.heading,
    page: 2,
    columns: oneList('check', runsOf(book.ordered('home', lines))),
  };
}

const runsOf = (lines: readonly PaperLine[]): readonly (readonly Run[])[] => lines.map(({ runs }) => runs);

/**
 * Lines for which page 1 has no room, what does not belong there, and what the clinician chose or wrote for this patient alone.
 * Composed after page 1, which says what it moved.
 */
export function forYouSection(c: Composition): HandoutSection | undefined {
  const { text, ruleLines, book } = c;
  const lines = book.ordered(
    'foryou',
    [
      ...ruleLines.filter((line) => line.place === 'foryou'),
      ...book.moved,
      historyLine(c),
      ownLine(c),
    ].filter(isThere),
  );
  if (lines.length === 0) return undefined;
  return { id: 'foryou', heading: text.foryou.heading, page: 2, columns: oneList('bullet', runsOf(lines)) };
}

/** A line that no rule gives: there once it is written. */
const ownLine = ({ book }: Composition): PaperLine | undefined =>
  book.typed(OWN_LINE) === undefined
    ? undefined
    : book.line({
        id: OWN_LINE,
        group: 'For this patient',
        runs: [],
        origin: 'you wrote it',
        section: 'foryou',
      });

export function whatSection(c: Composition, dropped: ReadonlySet<Droppable>): HandoutSection | undefined {
  const { what } = c.text;
  const place = { section: 'what', fixedPlace: true } as const;
  const first = advice(c, 'what.first', what.first, place);
  const course = reassurance(c, 'what.course', what.course, place);
  const tell = advice(c, 'what.tell', what.tell, place);
  const xray = reassurance(c, 'what.xray', what.xray, place);
  const causes = droppable(c, dropped, 'what.causes', what.causes, 'what');
  const paragraphs = [
    [first, course],
    [tell, xray, causes],
  ].flatMap((parts): readonly Block[] => {
    const runs = sentences(...runsOf(parts.filter(isThere)));
    return runs.length === 0 ? [] : [{ kind: 'paragraph', runs }];
  });
  if (paragraphs.length === 0) return undefined;
  return { id: 'what', heading: what.heading, page: 2, columns: [paragraphs] };
}

export function preventSection(c: Composition, dropped: ReadonlySet<Droppable>): HandoutSection | undefined {
  const { prevent } = c.text;
  const place = { section: 'prevent' } as const;
  const lines = [
    ...prevent.exercise.map((line, index) => reassurance(c, `prevent.exercise.${index + 1}`, line, place)),
    ...prevent.first.map((line, index) => advice(c, `prevent.first.${index + 1}`, line, place)),
    c.openFlag
      ? reassurance(c, 'prevent.second.stretch', prevent.stretch, place)
      : droppable(c, dropped, 'prevent.second.stretch', prevent.stretch, 'prevent'),
    ...prevent.second.map((line, index) =>
      droppable(c, dropped, `prevent.second.${index + 1}`, line, 'prevent'),
    ),
  ].filter(isThere);
  if (lines.length === 0) return undefined;
  return {
    id: 'prevent',
    heading: prevent.heading,
    page: 2,
    columns: oneList('check', runsOf(c.book.ordered('prevent', lines))),
  };
}

/** A line that goes when its part gives way for room. */
function droppable(
  { book }: Composition,
  dropped: ReadonlySet<Droppable>,
  id: string,
  line: string,
  section: 'what' | 'prevent' | 'ask',
): PaperLine | undefined {
  const gone = [...dropped].some((part) => id === part || id.startsWith(`${part}.`));
  return book.line({
    id,
    group: 'Fixed parts',
    runs: fill(line),
    origin: 'general advice',
    section,
    ...(section === 'what' ? { fixedPlace: true } : {}),
    ...(gone ? { lockedOff: OFF_TO_FIT } : {}),
  });
}

/** Teach-back beside the patient's own questions. */
export function beforeYouGoSection(c: Composition, dropped: ReadonlySet<Droppable>): HandoutSection {
  const { text, site } = c;
  const teach = teachBackItems(c);
  const ask = [
    droppable(c, dropped, 'ask.cause', text.ask.cause, 'ask'),
    ...text.ask.items.map((line, index) => advice(c, `ask.items.${index + 1}`, line, { section: 'ask' })),
  ].filter(isThere);
  return {
    id: 'teachback',
    heading: text.teachback.heading,
    page: 2,
    columns: [
      [
        { kind: 'subheading', text: text.teachback.subheading },
        list(
          'number',
          teach.map((line) =>
            fill(line, line.includes('{emergency}') ? { emergency: site.emergencyNumber } : {}),
          ),
        ),
      ],
      [
        { kind: 'subheading', text: text.ask.subheading },
        ...(ask.length === 0 ? [] : [list('bullet', runsOf(c.book.ordered('ask', ask)))]),
        { kind: 'blank', label: '' },
      ],
    ],
  };
}

function teachBackItems({ text, relaxants, choices }: Composition): readonly string[] {
  const { items, itemsWithoutRelaxant, nothingToTake, severalToTake } = text.teachback;
  if (relaxants.length === 0) return itemsWithoutRelaxant;
  const taken = relaxants.filter((relaxant) => isTaken(relaxant, choices)).length;
  if (taken === 1) return items;
  return [taken === 0 ? nothingToTake : severalToTake, ...items.slice(1)];
}

export function nextSection(
  { text, choices, book }: Composition,
  callLine: string,
  dropped: ReadonlySet<Droppable>,
): HandoutSection {
  const qr = qrCode(text, book, dropped);
  const work = book.line({
    id: 'next.work',
    group: 'For this patient',
    runs: fill(text.next.work),
    origin: 'if the patient works or lifts',
    offByDefault: true,
    section: 'next',
    fixedPlace: true,
  });
  const visit = choices.nextVisit.trim();
  const blocks: Block[] = [
    ...(work === undefined ? [] : [{ kind: 'paragraph' as const, runs: work.runs }]),
    visit === ''
      ? { kind: 'blank', label: text.next.visit }
      : {
          kind: 'paragraph',
          runs: sentences(fill(`**${text.next.visit}**`), [{ text: visit, isolate: true }]),
        },
    {
      kind: 'paragraph',
      runs: [{ text: callLine, strong: true }, { text: ' · ' }, { text: text.next.learn }],
    },
  ];
  return {
    id: 'next',
    heading: '',
    page: 2,
    columns: [blocks],
    ...(qr === undefined ? {} : { qr }),
  };
}

/** The address of "learn more" for a phone; it goes first when a chart needs more room, for the words stay. */
function qrCode(
  { language, next }: HandoutText,
  book: Composition['book'],
  dropped: ReadonlySet<Droppable>,
): QrCode | undefined {
  const code = QR_CODES[language];
  const off =
    code === undefined ? 'no page in this language' : dropped.has('next.qr') ? OFF_TO_FIT : undefined;
  const line = book.add({
    id: 'next.qr',
    group: 'Fixed parts',
    text: next.learn,
    origin: 'QR code',
    ...(off === undefined ? {} : { lockedOff: off }),
  });
  return line ? code : undefined;
}

/** What could not be read, as the patient can act on it, but for what page 1 says; empty when all was read. */
export function gapSentences(review: Review, text: HandoutText, saidBefore: readonly Section[]): string {
  const unread = SECTIONS.filter(
    (section) => review.completeness[section] !== 'complete' && !saidBefore.includes(section),
  ).map((section) => sectionGap(review, section, text));
  const unknownMedicine = medicinesRead(review) && hasUnmatchedMedicine(review);
  return [...unread, ...(unknownMedicine ? [text.gapUnrecognised] : [])].join(' ');
}
