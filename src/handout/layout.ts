import type {
  Block,
  HandoutDocument,
  HandoutSection,
  MedicineRow,
  PrintSize,
  Run,
  Spacing,
  Strip,
} from './model';
import { lineCount, textWidth } from './text-width';

/** Text area and letters of one form of the paper, as handout.css sets them, in points; the PDF tests hold the two together. */
export interface Measures {
  readonly width: number;
  readonly height: number;
  /** Sizes of running text, of table heads, of headings and of the title. */
  readonly text: number;
  readonly tableHead: number;
  readonly heading: number;
  readonly title: number;
  /** Height of a line per point of its size. */
  readonly line: number;
  /** False: one narrow or large column; lists are not split, and each medicine is a table of its own. */
  readonly wide: boolean;
}

type PageSize = HandoutDocument['pageSize'];
const SHEET = { Letter: { width: 612, height: 792 }, A4: { width: 595.27, height: 841.88 } } as const;
/** Kept free on each sheet, for printers whose letters are a little wider. */
const SLACK = 2;

export function measures(pageSize: PageSize, size: PrintSize): Measures {
  const { [pageSize]: sheet } = SHEET;
  return size === 'large'
    ? {
        width: sheet.width - 108,
        height: sheet.height - 108 - SLACK,
        text: 18,
        tableHead: 16,
        heading: 20,
        title: 22,
        line: 1.2,
        wide: false,
      }
    : {
        width: sheet.width - 86.4,
        height: sheet.height - 72 - SLACK,
        text: 12,
        tableHead: 11,
        heading: 13,
        title: 18,
        line: 1.25,
        wide: true,
      };
}

/** White of each spacing: below a list item, and above a section. */
export interface Gaps {
  readonly item: number;
  readonly section: number;
  /** The heading of the medicines stands in the first cell of their table. */
  readonly headInTable?: true;
}
export const GAPS: Readonly<Record<Spacing, Gaps>> = {
  open: { item: 5, section: 16 },
  roomy: { item: 2.5, section: 9.5 },
  normal: { item: 1.5, section: 7 },
  snug: { item: 0.75, section: 5 },
  tight: { item: 0, section: 3.5 },
  dense: { item: 0, section: 3.5, headInTable: true },
};

/** Between two columns. */
export const GUTTER = 14;
const INDENT = { bullet: 12, check: 15, number: 18 } as const;
/** Border and padding of the boxes: at the sides, and above and below together. */
const DANGER_FRAME = { side: 21, height: 17 };
const BOX_FRAME = { side: 14.4, height: 10.9 };
/** The code with the white around it. */
const QR = { width: 82, height: 74 };
const NO_FRAME = { side: 0, height: 0 };
const BOXED: ReadonlySet<HandoutSection['id']> = new Set(['driving', 'mix', 'sameday']);
const ICONED: ReadonlySet<HandoutSection['id']> = new Set(['danger', 'driving', 'mix', 'sameday']);
const TABLE = { nameShare: 0.36, lastDay: 80, cell: 9, row: 3.8, border: 0.8 };
/** Between the tables of two medicines. */
const CARD_GAP = 6;

export const sum = (heights: readonly number[]): number =>
  heights.reduce((total, height) => total + height, 0);
const plainRun = (text: string): readonly Run[] => [{ text }];
const strong = (text: string): readonly Run[] => [{ text, strong: true }];
const lines = (m: Measures, runs: readonly Run[], width: number): number =>
  m.text * m.line * lineCount(runs, width, m.text);

/** Title, names and numbers to call. Name and visit have lines of their own, each beside a number. */
export function mastheadHeight(draft: Omit<HandoutDocument, 'sheets' | 'flows'>, m: Measures): number {
  const beside = (text: string): number =>
    m.wide ? m.width - 12 - textWidth(text, m.text, true) - m.text * 1.4 : m.width;
  const who: readonly Run[] = [
    { text: `${draft.forPatient} ` },
    { text: draft.patientName === '' ? '_'.repeat(20) : draft.patientName, strong: true },
    { text: ', ' },
    // One piece, as its style says.
    { text: draft.bornLine.replaceAll(' ', '\u00a0') },
  ];
  const phones = m.wide ? 0 : lines(m, strong(draft.callLine), m.width - m.text * 1.4);
  const after = m.wide ? 0 : lines(m, strong(draft.afterHoursLine), m.width);
  return (
    m.title * m.line * lineCount(strong(draft.title), m.width, m.title) +
    lines(m, who, beside(draft.callLine)) +
    lines(m, plainRun(draft.visitLine), beside(draft.afterHoursLine)) +
    phones +
    after +
    5.3
  );
}

/** What could not be checked, and the sources. */
export function endHeight(
  { gapsLine, sourceLine }: Pick<HandoutDocument, 'gapsLine' | 'sourceLine'>,
  m: Measures,
  gaps: Gaps,
): number {
  const source = m.text === 12 ? 9.5 : m.text;
  return (
    (gapsLine === '' ? 0 : gaps.section + lines(m, strong(gapsLine), m.width)) +
    3 +
    source * m.line * lineCount(plainRun(sourceLine), m.width, source)
  );
}

const PAIR_GAP = 8;

/** Height of what stands beside each other. `m` is the whole width where two share it, and one column of a bilingual paper. */
export function stripHeight({ sections, share = 50 }: Strip, m: Measures, gaps: Gaps): number {
  const [first, second] = sections;
  if (first === undefined) return 0;
  if (second === undefined) return sectionHeight(first, m, gaps, share);
  if (!m.wide) return Math.max(...sections.map((section) => sectionHeight(section, m, gaps)));
  const room = m.width - PAIR_GAP;
  return Math.max(
    sectionHeight(first, { ...m, width: (room * share) / 100 }, gaps),
    sectionHeight(second, { ...m, width: (room * (100 - share)) / 100 }, gaps),
  );
}

/** Height of one section with the white above it; `share` is that of its first column. */
function sectionHeight(section: HandoutSection, m: Measures, gaps: Gaps, share = 50): number {
  const frame = section.id === 'danger' ? DANGER_FRAME : BOXED.has(section.id) ? BOX_FRAME : NO_FRAME;
  const inner = m.width - frame.side - (section.qr === undefined ? 0 : QR.width);
  const icon = ICONED.has(section.id) ? m.heading * 1.5 + 4 : 0;
  const heading =
    section.id === 'medicine' && gaps.headInTable === true
      ? 0
      : section.heading === ''
        ? 4.8
        : m.heading * m.line * lineCount(strong(section.heading), inner - icon, m.heading) + 1.5;
  const body = Math.max(
    bodyHeight(section, { ...m, width: inner }, gaps, share),
    section.qr === undefined ? 0 : QR.height,
  );
  const closing = section.closing === undefined ? 0 : 2 + lines(m, section.closing, inner);
  return gaps.section + frame.height + heading + body + closing;
}

/** Sections whose one list the print view balances over two columns. */
const BALANCED = new Set<HandoutSection['id']>(['how', 'sameday', 'home', 'foryou', 'prevent']);

function bodyHeight({ id, columns }: HandoutSection, m: Measures, gaps: Gaps, share: number): number {
  const room = m.width - GUTTER;
  const of = (blocks: readonly Block[], width: number): number =>
    sum(blocks.map((block, index) => blockHeight(block, { ...m, width }, gaps, index === 0)));
  if (!m.wide)
    return sum(columns.map((blocks, index) => of(blocks, m.width) + (index === 0 ? 0 : gaps.item)));
  if (columns.length > 1)
    return Math.max(
      ...columns.map((blocks, index) => of(blocks, (room * (index === 0 ? share : 100 - share)) / 100)),
    );
  const blocks = columns[0] ?? [];
  const items = sum(blocks.map((block) => (block.kind === 'list' ? block.items.length : 1)));
  if (!BALANCED.has(id) || items === 1) return of(blocks, m.width);
  return balanced(blocks.flatMap((block) => itemHeights(block, { ...m, width: room / 2 }, gaps)));
}

/** The lower height of the best split in two. */
function balanced(heights: readonly number[]): number {
  const splits = heights.map((_, cut) =>
    Math.max(sum(heights.slice(0, cut + 1)), sum(heights.slice(cut + 1))),
  );
  return splits.length === 0 ? 0 : Math.min(...splits);
}

function itemHeights(block: Block, m: Measures, gaps: Gaps): readonly number[] {
  if (block.kind !== 'list') return [blockHeight(block, m, gaps, true)];
  const indent = INDENT[block.marker] * (m.text / 12);
  return block.items.map((item) => lines(m, item, m.width - indent) + gaps.item);
}

function blockHeight(block: Block, m: Measures, gaps: Gaps, first: boolean): number {
  switch (block.kind) {
    case 'paragraph':
      return lines(m, block.runs, m.width) + (first ? 0 : 2 + gaps.item);
    case 'subheading':
      return lines(m, strong(block.text), m.width) + (first ? 0 : 2 + gaps.item);
    case 'blank':
      return lines(m, strong(block.label), m.width) + 2;
    case 'list':
      return sum(itemHeights(block, m, gaps));
    case 'medicines':
      return m.wide
        ? m.tableHead * m.line + TABLE.row + TABLE.border + sum(block.rows.map((row) => rowHeight(row, m)))
        : sum(block.rows.map((row) => cardHeight(row, Object.values(block.head) as string[], m)));
  }
}

const sentence = (row: MedicineRow): readonly Run[] =>
  row.sentence ?? (typeof row.times === 'string' ? plainRun(row.times) : []);

/** A row of the one table. */
function rowHeight(row: MedicineRow, m: Measures): number {
  const name = m.width * TABLE.nameShare - TABLE.cell;
  const across = m.width - name - TABLE.lastDay - 2 * TABLE.cell;
  return (
    TABLE.row +
    Math.max(
      lines(m, strong(row.name), name) + lines(m, plainRun(row.purpose), name),
      typeof row.times === 'string' ? lines(m, sentence(row), across) : m.text * m.line,
      lines(m, strong(row.lastDay), TABLE.lastDay - TABLE.cell),
    )
  );
}

/** One medicine as a table of its own: name, times, last day. */
function cardHeight(row: MedicineRow, head: readonly string[], m: Measures): number {
  const inner = m.width - TABLE.cell;
  const cell = m.width / 4 - TABLE.cell;
  const heads = head
    .slice(1, 5)
    .map((text) => m.tableHead * m.line * lineCount(strong(text), cell, m.tableHead));
  const times =
    typeof row.times === 'string'
      ? [lines(m, sentence(row), inner)]
      : [Math.max(...heads), Math.max(...row.times.map((time) => lines(m, strong(time), cell)))];
  const last = lines(m, strong(`${head[5] ?? ''}: ${row.lastDay}`), inner);
  const name = lines(m, strong(row.name), inner) + lines(m, plainRun(row.purpose), inner);
  return CARD_GAP + TABLE.border + name + sum(times) + last + TABLE.row * (2 + times.length);
}
