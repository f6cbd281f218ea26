import { stripHeight } from './layout';
import type { Gaps, Measures } from './layout';
import type { Block, HandoutSection, Strip } from './model';

interface Around {
  /** Heights of what stands above the first strip and below the last. */
  readonly head: number;
  readonly end: number;
  /** "More medicines on page {page}", in the language of the section; empty where a list need not say so. */
  readonly more: (section: HandoutSection) => string;
  /** Lists may be parted where much of a sheet would stay white. */
  readonly listsPart: boolean;
  /** Medicines that fit on one sheet are not parted over two, unless the one before would be thin. */
  readonly tableWhole?: boolean;
  /** Laid once more after this: thin sheets may stay. */
  readonly rough?: true;
}

/** Lists that may go on on the next sheet under their heading. */
const LISTS = new Set<HandoutSection['id']>(['how', 'sameday', 'home', 'foryou', 'prevent']);
/** The part of a sheet that is worth filling. */
const WORTH_FILLING = 1 / 5;
/** A sheet that holds less looks like one gone wrong: the sheets before it give it some of theirs. */
const THIN = 2 / 5;

/**
 * Lays strips on as many sheets as they need; each group begins a sheet. Of what fits on a sheet, few things are parted: the rows
 * of medicines, danger signs between their kinds, and lists when asked. Where medicines or danger signs go on, the sheet says so.
 */
export function flow(
  groups: readonly (readonly Strip[])[],
  m: Measures,
  gaps: Gaps,
  around: Around,
): readonly (readonly Strip[])[] {
  const sheets: (readonly Strip[])[] = [];
  for (const group of groups) {
    const ends = {
      ...around,
      head: sheets.length === 0 ? around.head : 0,
      end: group === groups.at(-1) ? around.end : 0,
      before: sheets.length,
    };
    sheets.push(...evenly((full) => laid(group, m, gaps, { ...ends, full }), around.rough === true));
  }
  return sheets;
}

/** A sheet with how much of it is used, in parts of one. */
interface Filled {
  readonly strips: readonly Strip[];
  readonly used: number;
}

/** The sheets as full as they get; the one before a thin one less full, where that takes no sheet more. */
function evenly(
  lay: (full: (sheet: number) => number) => readonly Filled[],
  rough: boolean,
): readonly (readonly Strip[])[] {
  let best = lay(() => 1);
  const thinnest = (sheets: readonly Filled[]): number => Math.min(...sheets.map(({ used }) => used));
  const count = best.length;
  const thin = best.findIndex(({ used }) => used === thinnest(best));
  for (let part = 0.96; !rough && thin > 0 && thinnest(best) < THIN && part > THIN; part -= 0.06) {
    const sheets = lay((sheet) => (sheet === thin - 1 ? part : 1));
    if (sheets.length === count && thinnest(sheets) > thinnest(best)) best = sheets;
  }
  return best.map(({ strips }) => strips);
}

interface Laying extends Around {
  /** The part of each sheet after which the next one is begun. */
  readonly full: (sheet: number) => number;
  /** Sheets of the groups before. */
  readonly before: number;
}

function laid(
  group: readonly Strip[],
  m: Measures,
  gaps: Gaps,
  { head, end, more, listsPart, tableWhole, full, before }: Laying,
): readonly Filled[] {
  const sheets: Filled[] = [];
  let sheet: Strip[] = [];
  let used = head;
  const place = (strip: Strip) => {
    sheet.push(strip);
    used += stripHeight(strip, m, gaps);
  };
  const close = (below = 0) => {
    sheets.push({ strips: sheet, used: (used + below) / m.height });
    sheet = [];
    used = 0;
  };
  const waiting = [...group];
  for (let strip = waiting.shift(); strip !== undefined; strip = waiting.shift()) {
    const high = stripHeight(strip, m, gaps);
    // The sheet under the title keeps what it can: it is the one that hangs on the fridge.
    const limit = head === 0 || sheets.length > 0 ? m.height * full(sheets.length) : m.height;
    if (high <= limit - used - (waiting.length === 0 ? end : 0)) {
      place(strip);
      continue;
    }
    const told = (section: HandoutSection): string =>
      more(section).replace('{page}', String(before + sheets.length + 2));
    const room = limit - used;
    const mayPart =
      high > m.height ||
      strip.sections.every(
        ({ id }) =>
          (id === 'medicine' && (tableWhole !== true || used < m.height * THIN)) ||
          (room > m.height * WORTH_FILLING && (id === 'danger' || (listsPart && LISTS.has(id)))),
      );
    const parts = mayPart ? parted(strip, room, told, m, gaps) : undefined;
    if (parts !== undefined) {
      place(parts[0]);
      waiting.unshift(parts[1]);
    } else if (sheet.length > 0) waiting.unshift(strip);
    else {
      // Nothing to part it at: the browser breaks it.
      place(strip);
      if (waiting.length === 0) continue;
    }
    close();
  }
  close(end);
  return sheets;
}

/** The strip in two, the first as high as the room allows; undefined when not even its first part fits. */
function parted(
  strip: Strip,
  room: number,
  told: (section: HandoutSection) => string,
  m: Measures,
  gaps: Gaps,
): readonly [Strip, Strip] | undefined {
  const most = Math.min(...strip.sections.map((section) => atoms(section).length)) - 1;
  for (let count = most; count > 0; count -= 1) {
    if (!strip.sections.every((section) => mayEndAfter(section, count))) continue;
    const cuts = strip.sections.map((section) => cut(section, count, told(section)));
    const first = { ...strip, sections: cuts.map(([before]) => before) };
    if (stripHeight(first, m, gaps) <= room)
      return [first, { ...strip, sections: cuts.map(([, after]) => after) }];
  }
  return undefined;
}

/** What stays in one piece: an item, a row, a paragraph. Numbered lists are short and keep their count. */
const atoms = ({ columns }: HandoutSection): readonly Block[] =>
  columns.flat().flatMap((block): readonly Block[] => {
    if (block.kind === 'list' && block.marker !== 'number')
      return block.items.map((item) => ({ ...block, items: [item] }));
    return block.kind === 'medicines' ? block.rows.map((row) => ({ ...block, rows: [row] })) : [block];
  });

/** A subheading goes with what it heads, and no line stands alone; danger signs of one kind stay together. */
function mayEndAfter(section: HandoutSection, count: number): boolean {
  const pieces = atoms(section);
  if (section.id === 'danger') return pieces[count]?.kind === 'subheading';
  if (section.id === 'medicine') return true;
  return pieces[count - 1]?.kind !== 'subheading' && count > 1 && pieces.length - count > 1;
}

function cut(
  section: HandoutSection,
  count: number,
  told: string,
): readonly [HandoutSection, HandoutSection] {
  const pieces = atoms(section);
  const { closing, ...rest } = section;
  const more = told === '' ? {} : { closing: [{ text: told, strong: true as const }] };
  return [
    { ...rest, ...more, columns: [joined(pieces.slice(0, count))] },
    { ...rest, ...(closing === undefined ? {} : { closing }), columns: [joined(pieces.slice(count))] },
  ];
}

/** Neighbouring items and rows as one list or table again. */
function joined(pieces: readonly Block[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const piece of pieces) {
    const before = blocks.at(-1);
    if (piece.kind === 'list' && before?.kind === 'list' && before.marker === piece.marker)
      blocks[blocks.length - 1] = { ...before, items: [...before.items, ...piece.items] };
    else if (piece.kind === 'medicines' && before?.kind === 'medicines')
      blocks[blocks.length - 1] = { ...before, rows: [...before.rows, ...piece.rows] };
    else blocks.push(piece);
  }
  return blocks;
}
