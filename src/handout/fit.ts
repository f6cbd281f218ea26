import type { Block, HandoutDocument, HandoutSection, MedicineRow, Run, Spacing } from './model';
import { lineCount } from './text-width';

/** Text area and measures of handout.css in points; the PDF tests hold the two together. */
const AREA = { Letter: { width: 525.6, height: 720 }, A4: { width: 508.9, height: 769.9 } } as const;
const LINE = 15;
/** Kept free on each sheet, for printers whose letters are a little wider. */
const SLACK = 3;
const GUTTER = 14;
const HEADING = 17.75;
const INDENT = { bullet: 12, check: 15, number: 18 } as const;
/** Border and padding of the boxes: at the sides, and above and below together. */
const DANGER_FRAME = { side: 21, height: 9.5 };
const BOX_FRAME = { side: 14.4, height: 10.9 };
const PAIR_GAP = 8;
/** Share of the driving box in its pair; half when "do not mix" has four items or more. */
const DRIVING_SHARE = 1.18 / 2.18;
const TABLE = { nameShare: 0.36, lastDay: 78, cell: 9, row: 3.8, head: 18 };

/** White of each spacing: below a list item, and above a section. */
const GAPS: Readonly<Record<Spacing, Gaps>> = {
  open: { item: 5, section: 16 },
  roomy: { item: 2.5, section: 9.5 },
  normal: { item: 1.5, section: 7 },
  snug: { item: 0.75, section: 5 },
  tight: { item: 0, section: 3.5 },
};
const SPACINGS = ['open', 'roomy', 'normal', 'snug', 'tight'] as const;

interface Gaps {
  readonly item: number;
  readonly section: number;
}

export type Fit = Pick<HandoutDocument, 'pages' | 'flows' | 'spacing'>;
/** A paper whose sheets are not counted yet. */
export type Draft = Omit<HandoutDocument, keyof Fit>;

/**
 * Sheets that a paper takes at 12 pt, and the white that each page can have, from the widths of its words.
 * It errs on the side of too many. `flows` is true when page 1 needs more than its sheet.
 */
export function fit(draft: Draft): Fit {
  const area = AREA[draft.pageSize];
  const height = area.height - SLACK;
  const first = roomiest((gaps) => firstPage(draft, area.width, gaps), height);
  if (sum(first.blocks) > height) {
    const blocks = [...first.blocks, ...secondPage(draft, area.width, GAPS.tight)];
    return { pages: sheets(blocks, height), flows: true, spacing: ['tight', 'tight'] };
  }
  const second = roomiest((gaps) => secondPage(draft, area.width, gaps), height);
  const pages = 1 + sheets(second.blocks, height);
  return { pages, flows: false, spacing: [first.spacing, second.spacing] };
}

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

/** Sheets for blocks that do not break. */
function sheets(blocks: readonly number[], height: number): number {
  let count = 1;
  let used = 0;
  for (const block of blocks) {
    if (used > 0 && used + block > height) {
      count += 1;
      used = 0;
    }
    used += block;
  }
  return count;
}

/** The most white with which the page stays on one sheet; the least when none does. */
function roomiest(
  measure: (gaps: Gaps) => readonly number[],
  height: number,
): { readonly spacing: Spacing; readonly blocks: readonly number[] } {
  const spacing = SPACINGS.find((candidate) => sum(measure(GAPS[candidate])) <= height) ?? 'tight';
  return { spacing, blocks: measure(GAPS[spacing]) };
}

const onPage = (draft: Draft, page: 1 | 2): readonly HandoutSection[] =>
  draft.sections.filter((section) => section.page === page);

const firstPage = (draft: Draft, width: number, gaps: Gaps): readonly number[] => [
  masthead(draft, width),
  ...blockHeights(onPage(draft, 1), width, gaps),
];

const secondPage = (draft: Draft, width: number, gaps: Gaps): readonly number[] => [
  ...blockHeights(onPage(draft, 2), width, gaps),
  ...(draft.gapsLine === '' ? [] : [gaps.section + LINE * lineCount(strong(draft.gapsLine), width)]),
  3 + 12 * lineCount(plainRun(draft.sourceLine), width, 9.5),
];

const plainRun = (text: string): readonly Run[] => [{ text }];
const strong = (text: string): readonly Run[] => [{ text, strong: true }];

function masthead(draft: Draft, width: number): number {
  const phones = Math.max(draft.callLine.length + 3, draft.afterHoursLine.length) * 6.6 + 12;
  const who = `${draft.forPatient} ${draft.patientName} · ${draft.bornLine}`;
  const left = lineCount(strong(who), width - phones) + lineCount(plainRun(draft.visitLine), width - phones);
  return 24 + LINE * Math.max(2, left) + 4;
}

/** One height a section; driving and "do not mix" stand side by side and are as high as the higher one. */
function blockHeights(sections: readonly HandoutSection[], width: number, gaps: Gaps): readonly number[] {
  return sections.flatMap((section, index) => {
    if (section.id === 'mix' && sections[index - 1]?.id === 'driving') return [];
    const mix = sections[index + 1];
    if (section.id !== 'driving') return [sectionHeight(section, width, gaps)];
    if (mix?.id !== 'mix') return [gaps.section + sectionHeight(section, width, gaps)];
    const share = itemCount(mix) > 3 ? 0.5 : DRIVING_SHARE;
    const left = (width - PAIR_GAP) * share;
    const right = width - PAIR_GAP - left;
    return [gaps.section + Math.max(sectionHeight(section, left, gaps), sectionHeight(mix, right, gaps))];
  });
}

const itemCount = ({ columns }: HandoutSection): number =>
  sum(columns.flat().map((block) => (block.kind === 'list' ? block.items.length : 0)));

function sectionHeight(section: HandoutSection, width: number, gaps: Gaps): number {
  const boxed = section.id === 'driving' || section.id === 'mix' || section.id === 'sameday';
  const frame = section.id === 'danger' ? DANGER_FRAME : boxed ? BOX_FRAME : { side: 0, height: 0 };
  // The two boxes of a pair share the space above them.
  const above = section.id === 'driving' || section.id === 'mix' ? 0 : gaps.section;
  const inner = width - frame.side;
  const heading = section.heading === '' ? 4.8 : HEADING;
  const closing = section.closing === undefined ? 0 : 2 + LINE * lineCount(section.closing, inner);
  const rule = section.id === 'danger' ? 5.5 : 0;
  return above + frame.height + heading + rule + bodyHeight(section, inner, gaps) + closing;
}

/** Sections whose one list the print view balances over two columns. */
const BALANCED = new Set<HandoutSection['id']>(['how', 'sameday', 'home', 'foryou', 'prevent']);

function bodyHeight({ id, columns }: HandoutSection, width: number, gaps: Gaps): number {
  const half = (width - GUTTER) / 2;
  if (columns.length > 1)
    return Math.max(...columns.map((blocks) => sum(blocks.map((block) => blockHeight(block, half, gaps)))));
  const blocks = columns[0] ?? [];
  if (!BALANCED.has(id)) return sum(blocks.map((block) => blockHeight(block, width, gaps)));
  return balanced(blocks.flatMap((block) => itemHeights(block, half, gaps)));
}

/** The lower height of the best split in two. */
function balanced(heights: readonly number[]): number {
  const splits = heights.map((_, cut) =>
    Math.max(sum(heights.slice(0, cut + 1)), sum(heights.slice(cut + 1))),
  );
  return splits.length === 0 ? 0 : Math.min(...splits);
}

function itemHeights(block: Block, width: number, gaps: Gaps): readonly number[] {
  if (block.kind !== 'list') return [blockHeight(block, width, gaps)];
  const { [block.marker]: indent } = INDENT;
  return block.items.map((item) => LINE * lineCount(item, width - indent) + gaps.item);
}

function blockHeight(block: Block, width: number, gaps: Gaps): number {
  switch (block.kind) {
    case 'paragraph':
      return LINE * lineCount(block.runs, width) + 2;
    case 'subheading':
      return LINE + 2;
    case 'blank':
      return LINE + 2;
    case 'list':
      return sum(itemHeights(block, width, gaps));
    case 'medicines':
      return TABLE.head + sum(block.rows.map((row) => rowHeight(row, width)));
  }
}

function rowHeight(row: MedicineRow, width: number): number {
  const name = width * TABLE.nameShare - TABLE.cell;
  const lines = lineCount(strong(row.name), name) + lineCount(plainRun(row.purpose), name);
  const across =
    typeof row.times === 'string'
      ? lineCount(strong(row.times), width - name - TABLE.lastDay - 2 * TABLE.cell)
      : 1;
  return TABLE.row + LINE * Math.max(lines, across, row.lastDay.length > 12 ? 2 : 1);
}
