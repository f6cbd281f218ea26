import { ASK_GROUPS } from '../checklist';
import { noteWords } from '../red-flags/note-words';
import type { Band, RedFlagLimb } from '../rule';
import { CLASS_NAMES, CONDITION_NAMES, TIER_NAMES } from './names';
import { ageWords, asLine, days, joined } from './words';
import type { Words } from './words';

const QUESTIONS: ReadonlyMap<string, string> = new Map(
  ASK_GROUPS.flatMap(({ items }) => items.map(({ linkId, question }) => [linkId, question] as const)),
);

/** One way a red flag can stand, in plain words: what is looked for, the windows with their tiers, and what changes them. */
export interface LimbWords {
  readonly what: string;
  /** "in the last 14 days: emergency (working definition)", newest first. */
  readonly tiers: readonly string[];
  /** What counts, what ends it, what it becomes. */
  readonly notes: readonly string[];
}

export function limbWords(limb: RedFlagLimb): LimbWords {
  const besides =
    'beside' in limb ? [`only beside: ${asLine(joined('any', limb.beside.map(besideWords)))}`] : [];
  if ('condition' in limb)
    return {
      what: `on file: ${CONDITION_NAMES[limb.condition]}`,
      tiers: limb.bands.map(bandWords),
      notes: [...conditionNotes(limb), ...besides],
    };
  if ('procedure' in limb)
    return {
      what: `done: ${CONDITION_NAMES[limb.procedure]}`,
      tiers: limb.bands.map(bandWords),
      notes: older(limb.tooOld),
    };
  if ('medicine' in limb) {
    const window = limb.withinDays === undefined ? '' : ` or of the last ${days(limb.withinDays)}`;
    const course =
      limb.course === undefined
        ? []
        : [`only a course of ${days(limb.course.days)} or more, or any that is injected`];
    return {
      what: `order: ${CLASS_NAMES[limb.medicine]}, current${window}`,
      tiers: [TIER_NAMES[limb.tier]],
      notes: [...course, ...besides, `shown as inferred from the medicine: ${limb.label}`],
    };
  }
  return { what: measureWords(limb), tiers: [TIER_NAMES[limb.tier]], notes: besides };
}

type Measure = Exclude<RedFlagLimb, { condition: unknown } | { procedure: unknown } | { medicine: unknown }>;

function measureWords(limb: Measure): string {
  if ('steroidDays' in limb) {
    const { min, withinDays } = limb.steroidDays;
    return `a corticosteroid by mouth or injection for ${days(min)} or more, added up, in the last ${days(withinDays)}, or an order with refills that began more than ${days(min)} ago`;
  }
  if ('temperature' in limb)
    return `a measured temperature of ${limb.temperature.atLeast} °C or more in the last ${days(limb.temperature.withinDays)}`;
  if ('weightLoss' in limb)
    return `the newest weight is lower by ${limb.weightLoss.percent} % or more than another of the last ${days(limb.weightLoss.withinDays)}`;
  if ('age' in limb) return ageWords(limb.age);
  if ('sex' in limb) return `recorded sex ${limb.sex}`;
  if ('atLeast' in limb)
    return `${limb.atLeast} or more of: ${limb.of.map((feature, at) => `(${at + 1}) ${asLine(joined('any', feature.map(besideWords)))}`).join(', ')}`;
  const often = limb.ever === true ? ' (a yes of an earlier visit stays)' : '';
  return `answered yes at the visit: “${QUESTIONS.get(limb.answer) ?? limb.label}”${often}`;
}

/** A limb that only keeps another company: what it is and how new it must be; its tier does not count there. */
function besideWords(limb: RedFlagLimb): Words {
  const { what } = limbWords(limb);
  const company = 'beside' in limb ? ` beside (${asLine(joined('any', limb.beside.map(besideWords)))})` : '';
  if (!('bands' in limb)) return `${what}${company}`;
  const windows = limb.bands.map(({ withinDays }) => withinDays ?? Infinity);
  const longest = Math.max(...windows);
  return `${what}${longest === Infinity ? '' : ` in the last ${days(longest)}`}${company}`;
}

const ORIGINS: Readonly<Record<Band['origin'], string>> = {
  CMS166v7: 'quality measure CMS166v7',
  guideline: 'guideline',
  'working-definition': 'working definition',
};

function bandWords({ withinDays, tier, origin, problemList }: Band): string {
  const when = withinDays === undefined ? 'at any time' : `in the last ${days(withinDays)}`;
  const where = problemList === true ? ', on the problem list' : '';
  return `${when}${where}: ${TIER_NAMES[tier]} (${ORIGINS[origin]})`;
}

function conditionNotes(limb: Extract<RedFlagLimb, { condition: unknown }>): readonly string[] {
  const standing =
    limb.history === undefined
      ? 'active entries only'
      : limb.history === 'only'
        ? 'entries of the past only'
        : 'active entries and those of the past';
  const { unconfirmedWithinDays, notIn, lowered, endedBy } = limb;
  return [
    standing,
    ...(unconfirmedWithinDays === undefined
      ? []
      : [`an unconfirmed entry of the last ${days(unconfirmedWithinDays)} counts, labelled`]),
    ...(notIn === undefined ? [] : [`not when the entry also says: ${CONDITION_NAMES[notIn]}`]),
    ...(lowered === undefined
      ? []
      : [
          `lowered to ${TIER_NAMES[lowered.tier]} when the chart dates a later ${CONDITION_NAMES[lowered.by]}`,
        ]),
    ...(endedBy === undefined ? [] : [`ended by ${CONDITION_NAMES[endedBy]}, unless the entry is newer`]),
    ...older(limb.tooOld),
  ];
}

const older = (note: Parameters<typeof noteWords>[0] | undefined): readonly string[] =>
  note === undefined ? [] : [`else listed as a note: “${noteWords(note)}”`];
