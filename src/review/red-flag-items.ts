import type { RedFlagLimb } from '../knowledge/rule';
import { daysBetween } from './calendar';
import { shownDate } from './evidence-date';
import { tierRank } from './red-flag-limbs';
import { evidenceKey } from './red-flags';
import { newOrNotOf } from './new-or-not';
import { ownDirection } from './own-direction';
import type { RedFlagItem } from './presentation';
import type { Evidence, RedFlagHit, Review } from './types';

/** Entries with one cause are one item; the first rule that stands leads. */
interface Cause {
  readonly id: string;
  readonly risk: string;
  readonly rules: readonly string[];
}

const CAUSES: readonly Cause[] = [
  {
    id: 'fracture',
    risk: 'fracture risk',
    rules: [
      'FRACTURE_COMBINATION',
      'VERTEBRAL_FRACTURE',
      'RECENT_TRAUMA',
      'OSTEOPOROSIS_FRAGILITY',
      'LONGTERM_STEROID',
    ],
  },
  {
    id: 'cancer',
    risk: 'possible spread to the spine',
    rules: ['SPINE_METS', 'CANCER_ACTIVE', 'CANCER_HISTORY', 'WEIGHT_LOSS'],
  },
  {
    id: 'infection',
    risk: 'possible spinal infection',
    rules: [
      'SPINAL_INFECTION',
      'FEVER',
      'RECENT_INFECTION',
      'SPINE_PROCEDURE',
      'IVDU',
      'IMMUNOSUPPRESSION',
      'TB',
      'DIALYSIS_OR_LINE',
    ],
  },
  { id: 'bleeding', risk: 'bleed around the cord', rules: ['ANTICOAGULATION', 'BLEEDING_DISORDER'] },
];

/** A new nerve sign and an anticoagulant are one emergency, not two. */
const NERVE_SIGNS = ['CES', 'NEURO'];
/** Weighs with other findings and is never an item by itself: a part of the first of these that stands. */
const MODIFIER = 'AGE_OLDER';
const MODIFIED = ['fracture', 'cancer'];

/** Turns red-flag hits into items: one cause one item, the same evidence once, emergencies first. */
export function redFlagItems(review: Review): RedFlagItem[] {
  const patient = `Patient/${review.patient.id || 'unknown'}`;
  const hits = review.redFlags.filter(({ rule }) => rule.id !== MODIFIER);
  const modifier = review.redFlags.find(({ rule }) => rule.id === MODIFIER);
  const used = new Set<RedFlagHit>();
  const items: RedFlagItem[] = [];
  const take = (list: readonly RedFlagHit[], id: string, headline: string) => {
    list.forEach((hit) => used.add(hit));
    items.push(item(id, list, headline, patient));
  };

  const bleed = hits.find(({ rule, tier }) => rule.id === 'ANTICOAGULATION' && tier === 'emergency');
  const signs = hits.filter(({ rule, tier }) => NERVE_SIGNS.includes(rule.id) && tier === 'emergency');
  if (bleed !== undefined && signs.length > 0)
    take([...signs, bleed], 'nerve', `${parts([...signs, bleed])}: bleed around the cord or cauda equina`);

  const withModifier = MODIFIED.find((id) => hits.some((hit) => causeOf(hit)?.id === id));
  for (const cause of CAUSES) {
    const mine = cause.rules.flatMap((id) => hits.filter((hit) => hit.rule.id === id && !used.has(hit)));
    const all = modifier !== undefined && cause.id === withModifier ? [...mine, modifier] : mine;
    // An emergency is never merged away into a wider item.
    if (all.length < 2 || all.some((hit) => hit.tier === 'emergency')) continue;
    take(all, cause.id, `${parts(all)}: ${cause.risk}`);
  }

  const mimics = hits.filter((hit) => hit.rule.id.startsWith('MIMIC_'));
  if (mimics.length > 0)
    take(mimics, 'other-causes', `Other causes on record (${mimics.length}): ${parts(mimics)}`);

  for (const same of bySoleEvidence(hits.filter((hit) => !used.has(hit)))) {
    const [first] = same;
    if (first === undefined) continue;
    if (same.length === 1) take(same, first.rule.id, headlineOf(first, review.asOf, patient));
    else
      take(same, first.rule.id, `${parts(same)}: ${same.map(({ rule }) => lower(rule.title)).join(' and ')}`);
  }
  return items.sort((a, b) => tierRank(a.tier) - tierRank(b.tier));
}

const causeOf = ({ rule }: RedFlagHit): Cause | undefined =>
  CAUSES.find((cause) => cause.rules.includes(rule.id));

/** Hits that rest on one and the same single entry stand together; emergencies stand alone. */
function bySoleEvidence(hits: readonly RedFlagHit[]): readonly (readonly RedFlagHit[])[] {
  const groups = new Map<string, RedFlagHit[]>();
  for (const hit of hits) {
    const [only, ...more] = hit.evidence;
    const key =
      only === undefined || more.length > 0 || hit.tier === 'emergency' ? hit.rule.id : only.reference;
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  return [...groups.values()];
}

function item(id: string, hits: readonly RedFlagHit[], headline: string, patient: string): RedFlagItem {
  const sorted = [...hits].sort((a, b) => tierRank(a.tier) - tierRank(b.tier));
  const [question] = sorted.flatMap((hit) => newOrNotOf(hit, patient) ?? []);
  return {
    id,
    tier: sorted[0]?.tier ?? 'consider',
    headline,
    window: windowOf(sorted),
    hits: sorted,
    ...(question === undefined ? {} : { question }),
  };
}

function headlineOf(hit: RedFlagHit, asOf: string, patient: string): string {
  const [first] = hit.evidence;
  if (first === undefined) return hit.rule.title;
  if (first.basis === 'answer') return `${hit.rule.title}: ${parts([hit])}`;
  const asked = newOrNotOf(hit, patient);
  if (asked === undefined) return `${hit.rule.title}: ${parts([hit])}`;
  return `${ownDirection(first.text)}, recorded ${recordedWhen(first, asOf)}: ${asked.question}`;
}

/** Days are counted only where the chart holds a day. */
function recordedWhen(entry: Evidence, asOf: string): string {
  const age = entry.date === undefined ? undefined : daysBetween(entry.date, asOf);
  if (age === undefined || entry.written !== undefined) return shownDate(entry) ?? 'no date';
  return age === 0 ? 'today' : age === 1 ? '1 day ago' : `${age} days ago`;
}

/**
 * The entries of the hits in a few words, each entry once, however many rules count it. Age and sex come last, and only where
 * fewer than two entries carry the item: beside a fall and osteoporosis they say nothing new, and stand under "Why".
 */
function parts(hits: readonly RedFlagHit[]): string {
  const named = new Map<string, Evidence>();
  const rest = new Set<string>();
  for (const { evidence } of hits) {
    const [first] = evidence.filter((one) => !named.has(evidenceKey(one)) && !isPatient(one));
    if (first !== undefined) named.set(evidenceKey(first), first);
    for (const one of evidence) {
      if (isPatient(one)) named.set(evidenceKey(one), one);
      rest.add(evidenceKey(one));
    }
  }
  const more = [...rest].filter((key) => !named.has(key)).length;
  const entries = [...named.values()].filter((one) => !isPatient(one));
  const modifiers = [...named.values()].filter(isPatient);
  const shown = [...entries, ...(entries.length < 2 ? modifiers : [])].map(words);
  return `${shown.join(' + ')}${more > 0 ? ` (+${more})` : ''}`;
}

const isPatient = ({ reference }: Evidence): boolean => reference.startsWith('Patient/');

function words(evidence: Evidence): string {
  const date = shownDate(evidence);
  const text = ownDirection(evidence.text);
  return date === undefined ? text : `${text}, ${date}`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The window of the worst hit that has one; an answer needs none. */
function windowOf(hits: readonly RedFlagHit[]): string {
  if (
    hits.every(({ evidence }) =>
      evidence.every(({ basis, date }) => basis === 'answer' && date === undefined),
    )
  )
    return 'said today';
  for (const { rule } of hits) {
    const limbs = rule.limbs.filter(
      (limb): limb is Extract<RedFlagLimb, { bands: unknown }> => 'bands' in limb,
    );
    const days = limbs.flatMap((limb) => limb.bands.map((band) => band.withinDays ?? Infinity));
    if (days.length > 0) {
      const longest = Math.max(...days);
      return longest === Infinity ? 'any time' : `within ${longest} days`;
    }
  }
  return 'any time';
}
