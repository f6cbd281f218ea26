import type { GroupId } from '../knowledge/rule';
import type { DrivingTier, RedFlagTier, Severity } from '../knowledge/vocabulary';
import { severityRank } from './cautions';
import { itemsOf } from './presentation-items';
import { missingLines } from './presentation-missing';
import { drivingLine, summarise } from './presentation-summary';
import type { NewOrNot } from './new-or-not';
import { compareItems } from './ranking';
import { tierRank } from './red-flag-limbs';
import { redFlagItems } from './red-flag-items';
import type { CautionHit, Missing, RedFlagHit, RelaxantReview, Review } from './types';

/** One rule hit with the relaxant it is about. */
export interface ItemHit {
  readonly relaxant: RelaxantReview;
  readonly hit: CautionHit;
}

/** One fact across relaxants: every rule hit of one group, or of the groups that rest on one and the same chart entry. */
export interface Item {
  /** The first of its groups, which no two items share, so that the id stays while parts come and go; or the rule that a site raised. */
  readonly id: string;
  /** Worst first. */
  readonly groups: readonly GroupId[];
  /** The worst part. */
  readonly severity: Severity;
  readonly headline: string;
  readonly short: string;
  readonly consider: string;
  /** "new 11/20" or "together since 2021"; undefined when the chart has no dates. */
  readonly age?: string;
  readonly start: 'open' | 'closed';
  readonly hits: readonly ItemHit[];
  /** What a part of the item could not read, as far as it is not a whole section: those are said once for all. */
  readonly missing: readonly Missing[];
}

export interface RedFlagItem {
  readonly id: string;
  readonly tier: RedFlagTier;
  readonly headline: string;
  /** "any time", "within 90 days", as the rule looked. */
  readonly window: string;
  readonly hits: readonly RedFlagHit[];
  /** What the chart cannot tell and one tap answers. */
  readonly question?: NewOrNot;
}

/** One missing thing, never one line per rule. */
export interface MissingLine {
  readonly key: string;
  readonly text: string;
  /** Worst severity that a rule waiting for it could have had. */
  readonly hides: Severity | undefined;
  readonly rules: readonly string[];
  /** Its part of the chart is still being read: it will go, or say why it stays. */
  readonly waits: boolean;
}

export interface SummaryEntry {
  readonly kind:
    | 'emergency'
    | 'contraindicated'
    | 'serious'
    | 'not-run'
    | 'not-recognised'
    | 'driving'
    | 'red-flags';
  readonly text: string;
  /** Element id of the block it leads to. */
  readonly target: string;
}

export interface Presentation {
  readonly summary: readonly SummaryEntry[];
  readonly emergency: readonly RedFlagItem[];
  /** Contraindicated and serious, ranked; at most three start open. */
  readonly items: readonly Item[];
  readonly cautions: readonly Item[];
  readonly teaching: readonly Item[];
  readonly redFlags: readonly RedFlagItem[];
  /** A same-day or emergency red flag moves the block above the medicines. */
  readonly redFlagsFirst: boolean;
  readonly couldNotCheck: readonly MissingLine[];
  readonly checks: { readonly run: number; readonly total: number };
  readonly driving?: {
    readonly tier: DrivingTier;
    readonly word: string;
    readonly raisedBy: readonly string[];
  };
}

/** Turns rule hits into what a clinician reads in one minute. Pure; changes nothing that the engine found. */
export function present(review: Review): Presentation {
  const items = itemsOf(review).sort(compareItems);
  const flags = redFlagItems(review);
  const driving = drivingLine(review);
  const parts = {
    emergency: flags.filter((flag) => flag.tier === 'emergency'),
    items: openFirst(items.filter((item) => severityRank(item.severity) <= severityRank('serious'))),
    cautions: items.filter((item) => item.severity === 'caution'),
    teaching: items.filter((item) => item.severity === 'counsel'),
    redFlags: flags.filter((flag) => flag.tier !== 'emergency'),
    redFlagsFirst: flags.some((flag) => tierRank(flag.tier) <= tierRank('urgent-sameday')),
    couldNotCheck: missingLines(review),
    checks: { run: review.checksRun, total: review.checksTotal },
    ...(driving === undefined ? {} : { driving }),
  };
  return { ...parts, summary: summarise(parts, review) };
}

const OPEN_SLOTS = 3;

function openFirst(items: readonly Item[]): Item[] {
  let slots = OPEN_SLOTS;
  return items.map((item) => {
    if (item.start === 'closed' || slots === 0) return { ...item, start: 'closed' };
    slots -= 1;
    return item;
  });
}
