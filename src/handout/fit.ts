import { GAPS, endHeight, mastheadHeight, measures, stripHeight, sum } from './layout';
import type { Gaps, Measures } from './layout';
import type { HandoutDocument, HandoutSection, Sheet, Spacing, Strip } from './model';
import { flow } from './sheets';

export type Fit = Pick<HandoutDocument, 'sheets' | 'flows'>;
/** A paper whose sheets are not laid out yet. */
export type Draft = Omit<HandoutDocument, keyof Fit>;

/**
 * Lays a paper of one language and standard size on its sheets: page 1 on one, page 2 on the next, with the most white that
 * keeps them there, from the widths of its words. It errs on the side of too much paper.
 * `flows` is true when page 1 needs more than its sheet; page 2 then follows without a break.
 */
export function fit(draft: Draft): Fit {
  const m = measures(draft.pageSize, 'standard');
  const head = mastheadHeight(draft, m);
  const first = roomiest(draft, 1, m, () => head);
  const second = roomiest(draft, 2, m, (gaps) => endHeight(draft, m, gaps));
  const flows = first.height > m.height;
  if (!flows && second.height <= m.height) return { sheets: [first.sheet, second.sheet], flows };
  const { strips: one } = first.sheet;
  const { strips: two } = second.sheet;
  const laidOut = (
    strips: readonly Strip[],
    gaps: Gaps,
    on: { readonly head: number; readonly before: number },
  ) =>
    flow(strips, m, gaps, {
      ...on,
      end: endHeight(draft, m, gaps),
      listsPart: false,
      privateApart: false,
      more: ({ id }: HandoutSection): string => draft.more[id] ?? '',
    }).sheets;
  const [sheet = [], ...rest] = flows
    ? laidOut([...one, ...two], GAPS.tight, { head, before: 0 })
    : [one, ...laidOut(two, GAPS.tight, { head: 0, before: 1 })];
  const tight = [sheet, ...rest].map((strips): Sheet => ({ strips, spacing: 'tight' }));
  // "More medicines on page 3" must stay true.
  if (rest.slice(1).flat().some(isMedicines)) return { sheets: tight, flows };
  // A third sheet gives the room for more white on it and on the second.
  for (const spacing of SPACINGS.slice(1, 4)) {
    const spread = laidOut(rest.flat(), GAPS[spacing], { head: 0, before: 1 });
    if (spread.length === rest.length)
      return { sheets: [...tight.slice(0, 1), ...spread.map((strips) => ({ strips, spacing }))], flows };
  }
  return { sheets: tight, flows };
}

/** Whether two sheets can hold it, told by the least white before the dear search for the most. */
export function mayTakeTwo(draft: Draft): boolean {
  const m = measures(draft.pageSize, 'standard');
  const { dense } = GAPS;
  const first = mastheadHeight(draft, m) + spaced(draft, 1, m, 'dense').height;
  const second = endHeight(draft, m, dense) + spaced(draft, 2, m, 'dense').height;
  return first > m.height ? first + second <= 2 * m.height : second <= m.height;
}

const isMedicines = ({ sections }: Strip): boolean => sections.some(({ id }) => id === 'medicine');

const SPACINGS = ['open', 'roomy', 'normal', 'snug', 'tight'] as const;

interface Laid {
  readonly sheet: Sheet;
  readonly height: number;
}

/** The page with the most white with which it stays on one sheet; with the least when none does. */
function roomiest(draft: Draft, page: 1 | 2, m: Measures, rest: (gaps: Gaps) => number): Laid {
  const laid = (spacing: Spacing): Laid => {
    const { sheet, height } = spaced(draft, page, m, spacing);
    return { sheet, height: height + rest(GAPS[spacing]) };
  };
  return SPACINGS.map(laid).find(({ height }) => height <= m.height) ?? laid('dense');
}

function spaced(draft: Draft, page: 1 | 2, m: Measures, spacing: Spacing): Laid {
  const { [spacing]: gaps } = GAPS;
  const groups = paired(draft.sections.filter((section) => section.page === page));
  const strips = groups.map((sections) => lowest(sections, m, gaps));
  return { sheet: { spacing, strips }, height: sum(strips.map((strip) => stripHeight(strip, m, gaps))) };
}

/** Driving and "do not mix" stand side by side. */
function paired(sections: readonly HandoutSection[]): readonly (readonly HandoutSection[])[] {
  const groups: HandoutSection[][] = [];
  for (const section of sections) {
    const before = groups.at(-1);
    if (section.id === 'mix' && before?.[0]?.id === 'driving') before.push(section);
    else groups.push([section]);
  }
  return groups;
}

/** How two columns may share the width, in hundredths for the first; handout.css has a rule for each. The first wins a tie. */
const SHARES = [54, 50, 46, 58, 42] as const;
const EVEN_FIRST = [50, 48, 54, 46] as const;

/** The share of the width with which the columns need the fewest lines. */
function lowest(sections: readonly HandoutSection[], m: Measures, gaps: Gaps): Strip {
  const danger = sections[0]?.id === 'danger';
  if (sections.length === 1 && !danger) return { sections };
  const tried = (danger ? EVEN_FIRST : SHARES).map((share) => ({ sections, share }));
  const heights = tried.map((strip) => stripHeight(strip, m, gaps));
  return tried[heights.indexOf(Math.min(...heights))] ?? { sections };
}
