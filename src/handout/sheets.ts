import { stripHeight, sum } from './layout';
import type { Gaps, Measures } from './layout';
import type { Block, HandoutSection, Strip } from './model';

interface Around {
  /** Heights of what stands above the first strip and below the last. */
  readonly head: number;
  readonly end: number;
  /** "More medicines on page {page}", in the language of the section; empty where a list need not say so. */
  readonly more: (section: HandoutSection) => string;
  /** Sheets of the paper before these. */
  readonly before: number;
  /** Lists may go on on the next sheet under their heading. */
  readonly listsPart: boolean;
  /** What is for the patient alone shares no sheet with page 1; else page 1 is the first sheet, and all behind it is the patient's own. */
  readonly privateApart: boolean;
}

/** Sheets with what they cost: their number, then white and parted things. */
export interface Way {
  readonly sheets: readonly (readonly Strip[])[];
  readonly cost: number;
}

const LISTS = new Set<HandoutSection['id']>(['how', 'sameday', 'home', 'foryou', 'prevent']);
/**
 * What parting something costs, against the white of a sheet squared: half a sheet of white is 0.25. A table of medicines is worth
 * a third of a sheet; danger signs are parted between their kinds, as they seldom fit under the title.
 */
const PARTED = { medicine: 0.3, danger: 0.05, list: 0.2 } as const;
/** The sheet under the title keeps what it can: it is the one that hangs on the fridge. The last one may end early. */
const WHITE = { first: 10, between: 1, last: 0.5 } as const;
const SHEET = 1000;
/** More than any number of sheets: what nothing can part is left to the browser to break. */
const OVERFULL = 1_000_000;

/** Where a sheet may begin: at an atom of a strip. */
interface Place {
  readonly strip: number;
  readonly atom: number;
}

/** What begins or ends at a place, with its height; where it goes on it says so, with the page still open. */
interface Piece {
  readonly strip: Strip;
  readonly height: number;
}

/**
 * Lays strips on the fewest sheets that hold them, with the least white on any one of them and the fewest things parted: each place
 * where a sheet may begin is weighed with the best of what follows it. Where medicines or danger signs go on, the sheet says so.
 */
export function flow(strips: readonly Strip[], m: Measures, gaps: Gaps, around: Around): Way {
  const piece = pieces(strips, m, gaps, around.more);
  const places = [
    ...strips.flatMap((strip, index) =>
      [0, ...cuts(strip, stripHeight(strip, m, gaps) > m.height, around.listsPart)].map((atom): Place => ({
        strip: index,
        atom,
      })),
    ),
    { strip: strips.length, atom: 0 },
  ];
  const between = (from: Place, to: Place): readonly Piece[] => {
    const until = to.atom === 0 ? to.strip : to.strip + 1;
    return strips
      .slice(from.strip, until)
      .map((_, nth) => from.strip + nth)
      .map((index) =>
        piece(index, index === from.strip ? from.atom : 0, index === to.strip ? to.atom : undefined),
      );
  };
  let best: readonly Way[] = [{ cost: 0, sheets: [] }];
  // From the last place to the first: `best` holds the best way from each of the places behind.
  for (const [start, from] of [...places.slice(0, -1).entries()].reverse()) {
    const head = start === 0 ? around.head : 0;
    let least: Way | undefined;
    for (const [nth, to] of places.slice(start + 1).entries()) {
      const rest = best[nth];
      const on = between(from, to);
      const ends = rest?.sheets.length === 0;
      const used = (head + sum(on.map(({ height }) => height)) + (ends ? around.end : 0)) / m.height;
      const full = used > 1;
      if (rest !== undefined && !(full && on.length > 1) && !(around.privateApart && showsPrivate(on))) {
        const weight = head > 0 ? WHITE.first : ends ? WHITE.last : WHITE.between;
        const white = full ? OVERFULL * used : weight * (1 - used) ** 2;
        const cost = SHEET + white + parting(strips, to) + rest.cost;
        if (least === undefined || cost < least.cost)
          least = { cost, sheets: [on.map(({ strip }) => strip), ...rest.sheets] };
      }
      // Whole strips are too much, so what follows is as well; a part with the line that it goes on may be higher than the whole.
      if (full && to.atom === 0) break;
    }
    best = [least ?? { cost: Infinity, sheets: [] }, ...best];
  }
  const [{ cost, sheets } = { cost: 0, sheets: [] }] = best;
  return {
    cost,
    sheets: sheets.map((on, index) => on.map((strip) => numbered(strip, String(around.before + index + 2)))),
  };
}

/** A strip from one atom to before another; each is measured once. */
function pieces(strips: readonly Strip[], m: Measures, gaps: Gaps, more: Around['more']) {
  const known = new Map<string, Piece>();
  return (index: number, from: number, to?: number): Piece => {
    const key = `${index} ${from} ${to ?? ''}`;
    const before = known.get(key);
    const whole = strips[index];
    if (before !== undefined || whole === undefined) return before ?? { strip: { sections: [] }, height: 0 };
    const strip =
      from === 0 && to === undefined
        ? whole
        : {
            ...whole,
            sections: whole.sections.map((section) => part(section, from, to, more(section))),
          };
    const made = { strip, height: stripHeight(strip, m, gaps) };
    known.set(key, made);
    return made;
  };
}

/** Page 1 is shown to others at home. What follows it may be put into any words, but for the signs to call for. */
const showsPrivate = (on: readonly Piece[]): boolean => {
  const sections = on.flatMap(({ strip }) => strip.sections);
  return (
    sections.some(({ id, page }) => page === 2 && id !== 'sameday') &&
    sections.some(({ id, page }) => page === 1 && id !== 'sameday')
  );
};

function parting(strips: readonly Strip[], { strip, atom }: Place): number {
  const id = strips[strip]?.sections[0]?.id;
  return atom === 0 ? 0 : PARTED[id === 'medicine' || id === 'danger' ? id : 'list'];
}

/** Atoms of a strip before which the next sheet may begin. What is higher than a sheet is parted wherever it can be. */
function cuts({ sections }: Strip, overfull: boolean, listsPart: boolean): readonly number[] {
  const parts = ({ id }: HandoutSection): boolean =>
    overfull || id === 'medicine' || id === 'danger' || (listsPart && LISTS.has(id));
  if (!sections.every(parts)) return [];
  const fewest = Math.min(...sections.map((section) => atoms(section).length));
  return Array.from({ length: Math.max(0, fewest - 1) }, (_, index) => index + 1).filter((count) =>
    sections.every((section) => mayEndAfter(section, count)),
  );
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

/** A section from one atom to before another; the line at its end is its own, or says where it goes on. */
function part(section: HandoutSection, from: number, to: number | undefined, goesOn: string): HandoutSection {
  const { closing, ...rest } = section;
  const end =
    to === undefined ? closing : goesOn === '' ? undefined : [{ text: goesOn, strong: true as const }];
  const columns = [joined(atoms(section).slice(from, to))];
  return { ...rest, columns, ...(end === undefined ? {} : { closing: end }) };
}

const numbered = (strip: Strip, page: string): Strip => ({
  ...strip,
  sections: strip.sections.map(({ closing, ...section }) =>
    closing === undefined
      ? section
      : { ...section, closing: closing.map((run) => ({ ...run, text: run.text.replace('{page}', page) })) },
  ),
});

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
