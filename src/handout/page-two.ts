import { SECTIONS } from '../chart/types';
import type { Section } from '../chart/types';
import { isTakeable } from './medicine-table';
import { hasUnmatchedMedicine, medicinesRead } from './medicines-read';
import type { Block, HandoutChoices, HandoutSection, Run } from './model';
import type { HandoutText } from './content/text';
import { list, naloxoneLine, reassurance, sectionGap, stoppedLines } from './page-one';
import type { Composition } from './page-one';
import type { Review } from '../review/types';
import { fill, sentences } from './runs';
import { painLines } from './self-care';

/** Parts that go, in this order, when a chart needs more room. Danger, driving, mix, medicine and same-day never go. */
export const DROP_ORDER = ['prevent.second', 'ask.cause', 'what.causes'] as const;
export type Droppable = (typeof DROP_ORDER)[number];

export const OFF_TO_FIT = 'left off to fit';

const oneList = (
  marker: 'bullet' | 'check',
  items: readonly (readonly Run[])[],
): HandoutSection['columns'] => [[list(marker, items)]];

export function sameDaySection({ text, choices, relaxants, book }: Composition): HandoutSection {
  const { sameday } = text;
  const days = String(recheckDays(choices));
  const items = [...sameday.items, ...(relaxants.length > 0 ? sameday.medicineItems : []), ...sameday.tail];
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

export function homeSection(c: Composition): HandoutSection {
  const { text, review, book } = c;
  const gentle = text.home.gentle
    .map((line, index) => reassurance(c, `home.gentle.${index + 1}`, line))
    .filter(isThere);
  const naloxone = c.relaxants.length === 0 ? naloxoneLine(c) : undefined;
  return {
    id: 'home',
    heading: text.home.heading,
    page: 2,
    columns: oneList('check', [
      // Without a relaxant there is no "How to take it" to hold them.
      ...(c.relaxants.length === 0 ? stoppedLines(c) : []),
      ...gentle,
      ...text.home.items.map((line) => fill(line)),
      ...painLines(review, text, book),
      ...(naloxone === undefined ? [] : [naloxone]),
    ]),
  };
}

const isThere = <T>(item: T | undefined): item is T => item !== undefined;

/** Sensitive lines the clinician chose, and lines for which page 1 has no room. */
export function forYouSection({ text, ruleLines }: Composition): HandoutSection | undefined {
  const items = ruleLines.filter((line) => line.place === 'foryou').map((line) => line.runs);
  if (items.length === 0) return undefined;
  return { id: 'foryou', heading: text.foryou.heading, page: 2, columns: oneList('bullet', items) };
}

export function whatSection(c: Composition, dropped: ReadonlySet<Droppable>): HandoutSection {
  const { what } = c.text;
  const course = reassurance(c, 'what.course', what.course);
  const xray = reassurance(c, 'what.xray', what.xray);
  const causes = droppable(c, dropped, 'what.causes', what.causes) ? fill(what.causes) : [];
  const paragraph = (...parts: readonly (readonly Run[])[]): Block => ({
    kind: 'paragraph',
    runs: sentences(...parts),
  });
  return {
    id: 'what',
    heading: what.heading,
    page: 2,
    columns: [[paragraph(fill(what.first), course ?? []), paragraph(fill(what.tell), xray ?? [], causes)]],
  };
}

export function preventSection(c: Composition, dropped: ReadonlySet<Droppable>): HandoutSection {
  const { prevent } = c.text;
  const exercise = prevent.exercise
    .map((line, index) => reassurance(c, `prevent.exercise.${index + 1}`, line))
    .filter(isThere);
  const second = droppable(c, dropped, 'prevent.second', prevent.second.join(' ')) ? prevent.second : [];
  const items = [...exercise, ...[...prevent.first, ...second].map((line) => fill(line))];
  return { id: 'prevent', heading: prevent.heading, page: 2, columns: oneList('check', items) };
}

function droppable(
  { book }: Composition,
  dropped: ReadonlySet<Droppable>,
  id: Droppable,
  text: string,
): boolean {
  return book.add({
    id,
    group: 'Fixed parts',
    text,
    origin: 'general advice',
    ...(dropped.has(id) ? { lockedOff: OFF_TO_FIT } : {}),
  });
}

/** Teach-back beside the patient's own questions. */
export function beforeYouGoSection(c: Composition, dropped: ReadonlySet<Droppable>): HandoutSection {
  const { text, site } = c;
  const teach = teachBackItems(c);
  const cause = droppable(c, dropped, 'ask.cause', text.ask.cause) ? [text.ask.cause] : [];
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
        list(
          'bullet',
          [...cause, ...text.ask.items].map((line) => fill(line)),
        ),
        { kind: 'blank', label: '' },
      ],
    ],
  };
}

function teachBackItems({ text, relaxants, choices }: Composition): readonly string[] {
  const { items, itemsWithoutRelaxant, nothingToTake } = text.teachback;
  if (relaxants.length === 0) return itemsWithoutRelaxant;
  return relaxants.some((relaxant) => isTakeable(relaxant, choices))
    ? items
    : [nothingToTake, ...items.slice(1)];
}

export function nextSection({ text, choices, book }: Composition, callLine: string): HandoutSection {
  const work = book.add({
    id: 'next.work',
    group: 'For this patient',
    text: text.next.work,
    origin: 'if the patient works or lifts',
    offByDefault: true,
  });
  const visit = choices.nextVisit.trim();
  const blocks: Block[] = [
    ...(work ? [{ kind: 'paragraph' as const, runs: fill(text.next.work) }] : []),
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
  return { id: 'next', heading: '', page: 2, columns: [blocks] };
}

/** What could not be read, as the patient can act on it, but for what page 1 says; empty when all was read. */
export function gapSentences(review: Review, text: HandoutText, saidBefore: readonly Section[]): string {
  const unread = SECTIONS.filter(
    (section) => review.completeness[section] !== 'complete' && !saidBefore.includes(section),
  ).map((section) => sectionGap(review, section, text));
  const unknownMedicine = medicinesRead(review) && hasUnmatchedMedicine(review);
  return [...unread, ...(unknownMedicine ? [text.gapUnrecognised] : [])].join(' ');
}
