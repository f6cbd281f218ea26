import { SECTIONS } from '../chart/types';
import { DRIVING_WORDS } from '../knowledge/driving-words';
import type { GroupId } from '../knowledge/rule';
import type { DrivingTier, RedFlagTier, Severity } from '../knowledge/vocabulary';
import { severityRank } from './cautions';
import { strictest } from './driving';
import { headlineOf } from './headlines';
import { isSteady, pairAge, rankItem } from './ranking';
import { tierRank } from './red-flag-limbs';
import { redFlagItems } from './red-flag-items';
import type { CautionHit, Missing, RedFlagHit, RelaxantReview, Review } from './types';

/** One rule hit with the relaxant it is about. */
export interface ItemHit {
  readonly relaxant: RelaxantReview;
  readonly hit: CautionHit;
}

/** One fact across relaxants: every rule hit of one group. */
export interface Item {
  readonly id: string;
  readonly group: GroupId;
  /** The worst part. */
  readonly severity: Severity;
  readonly headline: string;
  readonly short: string;
  readonly consider: string;
  /** "new 11/20" or "together since 2021"; undefined when the chart has no dates. */
  readonly age?: string;
  readonly start: 'open' | 'closed';
  readonly hits: readonly ItemHit[];
  readonly missing: readonly Missing[];
}

export interface RedFlagItem {
  readonly id: string;
  readonly tier: RedFlagTier;
  readonly headline: string;
  /** "any time", "within 90 days", as the rule looked. */
  readonly window: string;
  readonly hits: readonly RedFlagHit[];
}

/** One missing thing, never one line per rule. */
export interface MissingLine {
  readonly key: string;
  readonly text: string;
  /** Worst severity that a rule waiting for it could have had. */
  readonly hides: Severity | undefined;
  readonly rules: readonly string[];
}

export interface SummaryEntry {
  readonly kind:
    'emergency' | 'contraindicated' | 'serious' | 'not-run' | 'not-recognised' | 'driving' | 'red-flags';
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

const OPEN_SLOTS = 3;

/** Turns rule hits into what a clinician reads in one minute. Pure; changes nothing that the engine found. */
export function present(review: Review): Presentation {
  const items = [...groupHits(review)].map(([group, hits]) => buildItem(group, hits, review));
  const headline = items.filter((item) => severityRank(item.severity) <= severityRank('serious'));
  const ranked = openFirst([...headline].sort((a, b) => rankItem(a) - rankItem(b)));
  const allFlags = redFlagItems(review);
  const emergency = allFlags.filter((flag) => flag.tier === 'emergency');
  const redFlags = allFlags.filter((flag) => flag.tier !== 'emergency');
  const couldNotCheck = missingLines(review);
  const driving = drivingLine(review);
  const partial = {
    emergency,
    items: ranked,
    cautions: items.filter((item) => item.severity === 'caution'),
    teaching: items.filter((item) => item.severity === 'counsel'),
    redFlags,
    redFlagsFirst: allFlags.some((flag) => tierRank(flag.tier) <= tierRank('urgent-sameday')),
    couldNotCheck,
    checks: { run: review.checksRun, total: review.checksTotal },
    ...(driving === undefined ? {} : { driving }),
  };
  return { ...partial, summary: summarise(partial, review) };
}

function groupHits(review: Review): ReadonlyMap<GroupId, readonly ItemHit[]> {
  const groups = new Map<GroupId, ItemHit[]>();
  for (const relaxant of review.relaxants)
    for (const hit of relaxant.cautions) {
      // Inline rules are shown in the medicine row (driving scale, off-label word), never as an item.
      if (hit.rule.start === 'inline') continue;
      // Teaching points stay apart from warnings of the same group.
      const group = hit.severity === 'counsel' ? 'teaching' : hit.rule.group;
      groups.set(group, [...(groups.get(group) ?? []), { relaxant, hit }]);
    }
  return pressureIntoLevel(groups);
}

/**
 * What raises the level of tizanidine lowers the pressure: a serious medicine that lowers it too is a part of the same fact.
 * Mere cautions stay in their fold.
 */
function pressureIntoLevel(groups: Map<GroupId, ItemHit[]>): ReadonlyMap<GroupId, readonly ItemHit[]> {
  const level = groups.get('level') ?? [];
  const pressure = groups.get('pressure') ?? [];
  const moves = (part: ItemHit) => part.relaxant.drug === 'tizanidine' && isLoud(part.hit);
  if (!level.some(moves) || !pressure.some(moves)) return groups;
  const rest = pressure.filter((part) => !moves(part));
  groups.set('level', [...level, ...pressure.filter(moves)]);
  if (rest.length > 0) groups.set('pressure', rest);
  else groups.delete('pressure');
  return groups;
}

function buildItem(group: GroupId, hits: readonly ItemHit[], review: Review): Item {
  const sorted = [...hits].sort((a, b) => severityRank(a.hit.severity) - severityRank(b.hit.severity));
  const [worst] = sorted;
  const severity = worst?.hit.severity ?? 'counsel';
  const age = pairAge(sorted, review.asOf);
  const missing = new Map(
    sorted
      .flatMap(({ hit }) => hit.escalationMissing.filter((m) => m.kind !== 'answer'))
      .map((m) => [m.key, m]),
  );
  return {
    id: group,
    group,
    severity,
    headline: headlineOf(group, sorted),
    short: worst?.hit.rule.short ?? '',
    consider: worst?.hit.rule.consider ?? '',
    ...(age === undefined ? {} : { age }),
    start: startsOpen(sorted, review) ? 'open' : 'closed',
    hits: sorted,
    missing: [...missing.values()],
  };
}

const isLoud = ({ severity }: CautionHit): boolean => severityRank(severity) <= severityRank('serious');

/** Open while a slot is free: a serious part whose rule starts open and that is not steady, or any that the engine escalated. */
function startsOpen(hits: readonly ItemHit[], review: Review): boolean {
  return hits.some(
    (part) =>
      isLoud(part.hit) && (part.hit.escalated || (part.hit.rule.start === 'open' && !isSteady(part, review))),
  );
}

function openFirst(items: readonly Item[]): Item[] {
  let slots = OPEN_SLOTS;
  return items.map((item) => {
    if (item.start === 'closed' || slots === 0) return { ...item, start: 'closed' };
    slots -= 1;
    return item;
  });
}

interface OpenLine {
  readonly missing: Missing;
  hides: Severity | undefined;
  readonly rules: Set<string>;
  readonly drugs: Set<string>;
}

function missingLines(review: Review): MissingLine[] {
  const lines = new Map<string, OpenLine>();
  const add = (
    missing: Missing,
    rule?: { readonly id: string; readonly severity?: Severity },
    drug?: string,
  ) => {
    const line = lines.get(missing.key) ?? { missing, hides: undefined, rules: new Set(), drugs: new Set() };
    const severity = rule?.severity;
    if (
      severity !== undefined &&
      (line.hides === undefined || severityRank(severity) < severityRank(line.hides))
    )
      line.hides = severity;
    if (rule !== undefined) line.rules.add(rule.id);
    if (drug !== undefined) line.drugs.add(drug);
    lines.set(missing.key, line);
  };
  for (const { name, notChecked, driving } of review.relaxants) {
    for (const { rule, missing } of notChecked)
      for (const thing of missing) if (thing.kind !== 'answer') add(thing, rule, name);
    for (const thing of driving.notChecked) add(thing, { id: 'X-DRIVE' });
  }
  for (const { rule, missing } of review.redFlagsNotChecked)
    for (const thing of missing) add(thing, { id: rule.id });
  // A section that could not be read is said even when no relaxant waits for it.
  for (const section of SECTIONS)
    if (review.completeness[section] !== 'complete' && !lines.has(section)) {
      const why = `${SECTION_WORDS[section]} (${review.completeness[section].replace('-', ' ')})`;
      add({ key: section, kind: 'section', why });
    }
  return [...lines]
    .map(([key, line]) => ({ key, text: wordsOf(line), hides: line.hides, rules: [...line.rules] }))
    .sort((a, b) => hiddenRank(a) - hiddenRank(b));
}

/** "ALT for tizanidine (none in 3 months)": a lab is missed for the relaxants whose rules wait for it. */
function wordsOf({ missing: { kind, why }, drugs }: OpenLine): string {
  return kind === 'lab' && drugs.size > 0 ? why.replace(' (', ` for ${[...drugs].join(' and ')} (`) : why;
}

const SECTION_WORDS = {
  Condition: 'conditions',
  MedicationRequest: 'medicines',
  AllergyIntolerance: 'recorded allergies',
  Observation: 'labs',
  Procedure: 'procedures',
} as const;

const hiddenRank = (line: MissingLine): number => (line.hides === undefined ? 9 : severityRank(line.hides));

function drivingLine(review: Review): Presentation['driving'] {
  const active = review.relaxants.filter((relaxant) => relaxant.state !== 'stopped');
  const tier = strictest(active.map((relaxant) => relaxant.driving.tier));
  if (tier === undefined) return undefined;
  const raising = active
    .filter((relaxant) => relaxant.driving.tier === tier)
    .flatMap((r) => r.driving.raisedBy);
  return {
    tier,
    word: DRIVING_WORDS[tier].word,
    raisedBy: [...new Set(raising.map((item) => item.label.replaceAll('_', ' ')))],
  };
}

type Parts = Omit<Presentation, 'summary'>;

/** Fixed order; zero entries left out; the count of checks that could not run always stands when it is not zero. */
function summarise(parts: Parts, review: Review): SummaryEntry[] {
  const count = (severity: Severity) => parts.items.filter((item) => item.severity === severity).length;
  const entries: (SummaryEntry | undefined)[] = [
    entry(
      'emergency',
      parts.emergency.length,
      (n) => `${n} emergency ${n === 1 ? 'finding' : 'findings'}`,
      'emergency',
    ),
    entry('contraindicated', count('contraindicated'), (n) => `${n} contraindicated`, 'first'),
    entry('serious', count('serious'), (n) => `${n} serious`, 'first'),
    entry(
      'not-run',
      parts.couldNotCheck.length,
      (n) => (n === 1 ? '1 check could not run' : `${n} checks could not run`),
      'could-not-check',
    ),
    entry(
      'not-recognised',
      review.unrecognised.length,
      (n) => (n === 1 ? '1 entry not recognised' : `${n} entries not recognised`),
      'not-recognised',
    ),
    parts.driving === undefined
      ? undefined
      : { kind: 'driving', text: `Driving: ${parts.driving.word.toLowerCase()}`, target: 'medicines' },
    {
      kind: 'red-flags',
      text: redFlagText(parts.redFlags.length + parts.emergency.length),
      target: 'red-flags',
    },
  ];
  return entries.filter((item) => item !== undefined);
}

function redFlagText(count: number): string {
  if (count === 0) return 'Red flags: symptoms not asked';
  return `${count} red ${count === 1 ? 'flag' : 'flags'} in history, symptoms not asked`;
}

function entry(
  kind: SummaryEntry['kind'],
  count: number,
  text: (count: number) => string,
  target: string,
): SummaryEntry | undefined {
  return count === 0 ? undefined : { kind, text: text(count), target };
}
