import type { RedFlagLimb } from '../knowledge/rule';
import { tierRank } from './red-flag-limbs';
import type { RedFlagItem } from './presentation';
import type { Evidence, RedFlagHit, Review } from './types';

/** Entries with one cause are one item: a fall, osteoporosis and steroids are one fracture risk. */
const MERGED: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'fracture',
    'fracture risk',
    ['VERTEBRAL_FRACTURE', 'RECENT_TRAUMA', 'OSTEOPOROSIS_FRAGILITY', 'LONGTERM_STEROID'],
  ],
  ['cancer', 'possible spread to the spine', ['SPINE_METS', 'CANCER_ACTIVE', 'CANCER_HISTORY']],
];

export function redFlagItems(review: Review): RedFlagItem[] {
  const used = new Set<RedFlagHit>();
  const items: RedFlagItem[] = [];
  for (const [id, risk, ids] of MERGED) {
    const hits = review.redFlags.filter((hit) => ids.includes(hit.rule.id));
    // An emergency is never merged away into a wider item.
    if (hits.length < 2 || hits.some((hit) => hit.tier === 'emergency')) continue;
    hits.forEach((hit) => used.add(hit));
    items.push(item(id, hits, `${hits.map(shortEvidence).join(' + ')}: ${risk}`));
  }
  for (const hit of review.redFlags)
    if (!used.has(hit)) items.push(item(hit.rule.id, [hit], `${hit.rule.title}: ${shortEvidence(hit)}`));
  return items.sort((a, b) => tierRank(a.tier) - tierRank(b.tier));
}

function item(id: string, hits: readonly RedFlagHit[], headline: string): RedFlagItem {
  const sorted = [...hits].sort((a, b) => tierRank(a.tier) - tierRank(b.tier));
  return { id, tier: sorted[0]?.tier ?? 'consider', headline, window: windowOf(sorted[0]), hits: sorted };
}

function shortEvidence(hit: RedFlagHit): string {
  const [first] = hit.evidence;
  if (first === undefined) return hit.rule.title;
  const date = first.date === undefined ? '' : `, ${shortDate(first)}`;
  const more = hit.evidence.length > 1 ? ` (+${hit.evidence.length - 1})` : '';
  return `${first.text}${date}${more}`;
}

function shortDate(evidence: Evidence): string {
  const [year, month, day] = (evidence.date ?? '').split('-');
  return month === undefined || day === undefined ? (evidence.date ?? '') : `${month}/${day}/${year}`;
}

function windowOf(hit: RedFlagHit | undefined): string {
  const bands = hit?.rule.limbs.filter(
    (limb): limb is Extract<RedFlagLimb, { bands: unknown }> => 'bands' in limb,
  );
  const days = bands?.flatMap((limb) => limb.bands.map((band) => band.withinDays)) ?? [];
  if (days.length === 0 || days.some((count) => count === undefined)) return 'any time';
  return `within ${Math.max(...days.map((count) => count ?? 0))} days`;
}
