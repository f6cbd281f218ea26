import type { CautionRule, GroupId } from '../knowledge/rule';
import { severityRank } from './cautions';
import { headlineOf, ruleHeadline, topicsOf } from './headlines';
import { otherEvidence } from './partners';
import type { Item, ItemHit } from './presentation';
import { isSteady, pairAge } from './ranking';
import type { CautionHit, Evidence, Missing, Review } from './types';

/** What becomes one item. */
interface Draft {
  readonly groups: readonly GroupId[];
  readonly hits: readonly ItemHit[];
  /** The one entry that all of it rests on; only where that made one item of several. */
  readonly entry?: Evidence;
  /** The one rule it is about; only where the site alone raised it. */
  readonly rule?: CautionRule;
}

/** Every rule hit of the review in exactly one item; not yet in order. */
export function itemsOf(review: Review): Item[] {
  const parts = review.relaxants.flatMap((relaxant) =>
    relaxant.cautions
      // Inline rules are shown in the medicine row (driving scale, off-label word), never as an item.
      .filter(({ rule }) => rule.start !== 'inline')
      .map((hit) => ({ relaxant, hit })),
  );
  const raised = parts.filter((part) => isRaisedAlone(part, parts));
  const groups = byGroup(parts.filter((part) => !raised.includes(part)));
  return [...joinSameEntry(pressureIntoLevel(groups)), ...byRule(raised)].map((draft) =>
    buildItem(draft, review),
  );
}

type Groups = ReadonlyMap<GroupId, readonly ItemHit[]>;

function byGroup(parts: readonly ItemHit[]): Map<GroupId, ItemHit[]> {
  const groups = new Map<GroupId, ItemHit[]>();
  for (const part of parts) {
    const group = groupOf(part);
    groups.set(group, [...(groups.get(group) ?? []), part]);
  }
  return groups;
}

/** Teaching points stay apart from warnings of the same group. */
const groupOf = ({ hit }: ItemHit): GroupId => (hit.severity === 'counsel' ? 'teaching' : hit.rule.group);

const isRaised = ({ hit: { severity, bySite } }: ItemHit): boolean =>
  bySite !== undefined && severityRank(severity) < severityRank(bySite.usual);

/**
 * A site that raises a rule decides about this rule and no other: it would carry up the milder parts of its item, and give them its
 * severity. Beside a part that its sources rank as high it stays what it is, a part of the same fact.
 */
function isRaisedAlone(part: ItemHit, parts: readonly ItemHit[]): boolean {
  const asHigh = (other: ItemHit) =>
    !isRaised(other) &&
    groupOf(other) === groupOf(part) &&
    severityRank(other.hit.severity) <= severityRank(part.hit.severity);
  return isRaised(part) && !parts.some(asHigh);
}

function byRule(raised: readonly ItemHit[]): Draft[] {
  const rules = new Map<CautionRule, ItemHit[]>();
  for (const part of raised) rules.set(part.hit.rule, [...(rules.get(part.hit.rule) ?? []), part]);
  return [...rules].map(([rule, hits]) => ({ groups: [rule.group], hits, rule }));
}

/**
 * What raises the level of tizanidine lowers the pressure: a serious medicine that lowers it too is a part of the same fact.
 * Mere cautions stay in their fold.
 */
function pressureIntoLevel(groups: Map<GroupId, ItemHit[]>): Groups {
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

/** Teaching points have their fold, and two relaxants are always a fact of their own. */
const NEVER_JOINED: readonly GroupId[] = ['teaching', 'double'];

/** Groups that rest on one and the same entry are one item titled by it: "Tramadol: breathing, serotonin, seizures". */
function joinSameEntry(groups: Groups): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const [group, hits] of groups) {
    const entry = NEVER_JOINED.includes(group) ? undefined : soleEntry(hits);
    const key = entry === undefined ? group : entryKey(entry);
    const before = drafts.get(key);
    drafts.set(
      key,
      before === undefined || entry === undefined
        ? { groups: [group], hits }
        : { groups: [...before.groups, group], hits: [...before.hits, ...hits], entry },
    );
  }
  return [...drafts.values()];
}

/** Two orders of the same medicine are one thing to decide about. */
const entryKey = ({ reference, label }: Evidence): string =>
  reference.startsWith('Medication') ? `medicine ${label}` : reference;

/** The one entry of the chart that every hit rests on beside its own relaxant; age, sex and answers count as others. */
function soleEntry(hits: readonly ItemHit[]): Evidence | undefined {
  const entries = new Map<string, Evidence>();
  for (const part of hits) {
    const others = otherEvidence(part);
    if (others.length === 0) return undefined;
    for (const one of others) entries.set(entryKey(one), one);
  }
  const [only, ...more] = entries.values();
  return only === undefined || more.length > 0 || /^(?:Patient|answer)\//.test(only.reference)
    ? undefined
    : only;
}

function buildItem({ groups, hits, entry, rule }: Draft, review: Review): Item {
  const sorted = [...hits].sort((a, b) => severityRank(a.hit.severity) - severityRank(b.hit.severity));
  const [worst] = sorted;
  const worstFirst = [...groups].sort((a, b) => worstRank(a, sorted) - worstRank(b, sorted));
  const [lead = 'teaching'] = worstFirst;
  const age = pairAge(sorted, review.asOf);
  return {
    id: rule?.id ?? lead,
    groups: worstFirst,
    severity: worst?.hit.severity ?? 'counsel',
    headline: headline(lead, sorted, entry, rule),
    short: worst?.hit.rule.short ?? '',
    consider: worst?.hit.rule.consider ?? '',
    ...(age === undefined ? {} : { age }),
    start: startsOpen(sorted, review) ? 'open' : 'closed',
    hits: sorted,
    // What the other rules of its group wait for is said at their item.
    missing: missingOf(rule === undefined ? worstFirst : [], sorted, review),
  };
}

function headline(lead: GroupId, hits: readonly ItemHit[], entry?: Evidence, rule?: CautionRule): string {
  if (entry !== undefined) return topicsOf(entry, hits);
  return rule === undefined ? headlineOf(lead, hits) : ruleHeadline(rule.title, hits);
}

const worstRank = (group: GroupId, sorted: readonly ItemHit[]): number => {
  const place = sorted.findIndex(({ hit }) => hit.rule.group === group);
  return place < 0 ? sorted.length : place;
};

const isLoud = ({ severity }: CautionHit): boolean => severityRank(severity) <= severityRank('serious');

/** Open while a slot is free: a serious part whose rule starts open and that is not steady, or any that the engine escalated. */
function startsOpen(hits: readonly ItemHit[], review: Review): boolean {
  return hits.some(
    (part) =>
      isLoud(part.hit) && (part.hit.escalated || (part.hit.rule.start === 'open' && !isSteady(part, review))),
  );
}

/** What is missing feeds the item whose rules wait for it; a whole section and an unasked question have places of their own. */
function missingOf(groups: readonly GroupId[], hits: readonly ItemHit[], review: Review): Missing[] {
  const waiting = review.relaxants
    .flatMap(({ notChecked }) => notChecked)
    .filter(({ rule }) => rule.severity !== 'counsel' && groups.includes(rule.group));
  const missing = [
    ...hits.flatMap(({ hit }) => hit.escalationMissing.filter(({ kind }) => kind !== 'answer')),
    ...waiting.flatMap((gap) => gap.missing.filter(({ kind }) => kind !== 'answer' && kind !== 'section')),
  ];
  return [...new Map(missing.map((one) => [one.key, one])).values()];
}
