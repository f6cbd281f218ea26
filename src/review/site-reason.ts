import type { Item } from './presentation';
import type { Review } from './types';

interface Decided {
  readonly reason: string;
  readonly decidedBy: string;
}

/** "taught at every visit here (Dr. Ito, pharmacy)" */
export const siteReason = ({ reason, decidedBy }: Decided): string => `${reason} (${decidedBy})`;

/** Why parts of an item stand in another rank here than their sources give them; each reason once. */
export const siteLines = ({ hits }: Pick<Item, 'hits'>): readonly string[] => [
  ...new Set(
    hits.flatMap(({ hit }) =>
      hit.bySite === undefined ? [] : [`Ranked by this site: ${siteReason(hit.bySite)}`],
    ),
  ),
];

/** For the note: what was found and does not stand on this site's screen. */
export const hiddenLines = ({ hiddenBySite = [] }: Review): readonly string[] =>
  hiddenBySite.length === 0
    ? []
    : [
        `Found, not shown at this site: ${hiddenBySite.map((one) => `${one.rule.title}, ${one.relaxant}: ${siteReason(one)}`).join('; ')}.`,
      ];
