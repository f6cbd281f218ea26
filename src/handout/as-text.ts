import type { Block, HandoutDocument, HandoutSection, MedicineHead, MedicineRow } from './model';
import { plain } from './runs';

const MARKERS = {
  bullet: () => '- ',
  check: () => '[ ] ',
  number: (index: number) => `${index + 1}. `,
} as const;
const BLANK = '______________';

/** The handout as plain text, in reading order: for a portal message, and when nothing can be printed. Both languages, one after the other. */
export const asText = (handout: HandoutDocument): string =>
  [handout, ...(handout.also === undefined ? [] : [handout.also])].map(inOneLanguage).join('\n\n\n');

function inOneLanguage(handout: Omit<HandoutDocument, 'also' | 'sheets' | 'flows'>): string {
  const head = [
    ...(handout.approved ? [] : [handout.notReviewed.toUpperCase(), '']),
    handout.title.toUpperCase(),
    `${handout.forPatient} ${handout.patientName === '' ? BLANK : handout.patientName}, ${handout.bornLine}`,
    handout.visitLine,
    handout.callLine,
    handout.afterHoursLine,
  ];
  const body = handout.sections.flatMap(sectionText);
  const foot = [handout.gapsLine, handout.sourceLine]
    .filter((line) => line !== '')
    .flatMap((line) => ['', line]);
  return [...head, ...body, ...foot].join('\n');
}

function sectionText(section: HandoutSection): readonly string[] {
  return [
    '',
    ...(section.heading === '' ? [] : [section.heading.toUpperCase()]),
    ...section.columns.flat().flatMap(blockText),
    ...(section.closing === undefined ? [] : [plain(section.closing)]),
  ];
}

function blockText(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plain(block.runs)];
    case 'subheading':
      return [`${block.text}:`];
    case 'blank':
      return [`${block.label} ${BLANK}`.trim()];
    case 'list':
      return block.items.map((item, index) => `${MARKERS[block.marker](index)}${plain(item)}`);
    case 'medicines':
      return block.rows.flatMap((row) => rowText(block.head, row));
  }
}

function rowText(head: MedicineHead, row: MedicineRow): readonly string[] {
  const [morning, noon, evening, bedtime] = typeof row.times === 'string' ? [] : row.times;
  const times =
    typeof row.times === 'string'
      ? row.times
      : [
          `${head.morning}: ${morning ?? ''}`,
          `${head.noon}: ${noon ?? ''}`,
          `${head.evening}: ${evening ?? ''}`,
          `${head.bedtime}: ${bedtime ?? ''}`,
        ].join('; ');
  return [
    `- ${row.name} ${row.purpose}`,
    `  ${times}`,
    `  ${head.lastDay}: ${row.lastDay === '' ? BLANK : row.lastDay}`,
  ];
}
