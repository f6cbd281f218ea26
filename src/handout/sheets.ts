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
}

/** Lists that may go on on the next sheet under their heading. */
const LISTS = new Set<HandoutSection['id']>(['how', 'sameday', 'home', 'foryou', 'prevent']);
/** The part of a sheet that is worth filling. */
const WORTH_FILLING = 1 / 5;

/**
 * Lays strips on as many sheets as they need; each group begins a sheet. Of what fits on a sheet, few things are parted: the rows
 * of medicines, danger signs between their kinds, and lists when asked. Where medicines or danger signs go on, the sheet says so.
 */
export function flow(
  groups: readonly (readonly Strip[])[],
  m: Measures,
  gaps: Gaps,
  { head, end, more, listsPart }: Around,
): readonly (readonly Strip[])[] {
  const sheets: Strip[][] = [];
  let used = head;
  for (const group of groups) {
    let sheet: Strip[] = [];
    const begin = () => {
      if (sheets.length > 0) used = 0;
      sheet = [];
      sheets.push(sheet);
    };
    const place = (strip: Strip) => {
      sheet.push(strip);
      used += stripHeight(strip, m, gaps);
    };
    begin();
    const waiting = [...group];
    for (let strip = waiting.shift(); strip !== undefined; strip = waiting.shift()) {
      const last = waiting.length === 0 && group === groups.at(-1);
      const high = stripHeight(strip, m, gaps);
      if (high <= m.height - used - (last ? end : 0)) {
        place(strip);
        continue;
      }
      const told = (section: HandoutSection): string =>
        more(section).replace('{page}', String(sheets.length + 1));
      const room = m.height - used;
      const mayPart =
        high > m.height ||
        strip.sections.every(
          ({ id }) =>
            id === 'medicine' ||
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
      begin();
    }
  }
  return endTogether(sheets, m, gaps, end);
}

/** The next visit does not stand alone on a sheet: "before you go" goes there with it. */
function endTogether(
  sheets: readonly (readonly Strip[])[],
  m: Measures,
  gaps: Gaps,
  end: number,
): readonly (readonly Strip[])[] {
  const last = sheets.at(-1) ?? [];
  const before = sheets.at(-2) ?? [];
  const isOnly = (strips: readonly Strip[], id: HandoutSection['id']): boolean =>
    strips.every(({ sections }) => sections.every((section) => section.id === id));
  const kept = before.filter((strip) => !isOnly([strip], 'teachback'));
  const together = [...before.slice(kept.length), ...last];
  const high = together.reduce((total, strip) => total + stripHeight(strip, m, gaps), end);
  if (!isOnly(last, 'next') || kept.length === 0 || !isOnly(before.slice(kept.length), 'teachback'))
    return sheets;
  return high > m.height ? sheets : [...sheets.slice(0, -2), kept, together];
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
