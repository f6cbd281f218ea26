import { byCodeUnits } from '../chart/text-order';
import { RELAXANT_PRODUCTS } from '../knowledge/relaxant-products';
import type { DrivingTier, DrugId, Severity } from '../knowledge/vocabulary';
import { WITHDRAWAL_DRUGS } from '../knowledge/windows';
import { severityRank } from './cautions';
import { ownDirection } from './own-direction';
import { otherEvidence } from './partners';
import { present } from './presentation';
import type { Item } from './presentation';
import { plainName } from './review';
import type { CautionHit, Evidence, Missing, RelaxantReview, Review, RuleGap } from './types';
import { REACTION, saidName } from './visit-record';
import type { VisitRecord } from './visit-record';

/** From "nothing serious found" to "do not"; inside a band nothing ranks. */
export const BANDS = ['open', 'check-first', 'serious', 'contraindicated'] as const;
export type BandId = (typeof BANDS)[number];

/** In place of what is taken now, or beside it. */
export type CompareMode = 'instead' | 'also';

export interface Reason {
  readonly text: string;
  readonly severity: Severity;
}

export interface Candidate {
  readonly drug: DrugId;
  readonly name: string;
  readonly band: BandId;
  /** What speaks against it for this patient, worst first. */
  readonly against: readonly Reason[];
  /** What its contraindicated and serious rules could not read, apart from what no relaxant could be checked for. */
  readonly couldNotCheck: readonly string[];
  readonly driving: { readonly tier: DrivingTier; readonly raisedBy: readonly string[] };
  readonly onTheList: boolean;
}

export interface Comparison {
  readonly bands: readonly { readonly id: BandId; readonly candidates: readonly Candidate[] }[];
  /** Missing for every relaxant: it empties the first band. */
  readonly everywhere: readonly Missing[];
  /** Relaxants that are taken or planned now. */
  readonly now: readonly RelaxantReview[];
  /** Replaced relaxants that must not end at once. */
  readonly taperFirst: readonly string[];
}

/**
 * What each relaxant would mean if it were started today. `judge` is the whole review of the chart under a visit, so that nothing is
 * judged here by other rules than on the screen. Missing data can only lower a relaxant: what could not be checked is never "open".
 */
export function compare(
  judge: (visit: VisitRecord) => Review,
  visit: VisitRecord,
  drugs: readonly DrugId[],
  mode: CompareMode,
): Comparison {
  const now = judge(visit).relaxants.filter(({ state }) => state !== 'stopped');
  const base = mode === 'instead' ? without(visit, now) : { ...visit, decisions: {} };
  const judged = drugs.flatMap((drug) => {
    const plan = base.planned[drug] ?? { perDose: 1, at: [] };
    const review = judge({ ...base, planned: { ...base.planned, [drug]: plan } });
    const relaxant = review.relaxants.find((one) => one.drug === drug);
    return relaxant === undefined ? [] : [{ review, relaxant, gaps: heavyGaps(relaxant, visit) }];
  });
  const everywhere = sharedBy(judged.map(({ gaps }) => gaps));
  const shared = new Set(everywhere.map(({ key }) => key));
  const candidates = judged
    .map(({ review, relaxant, gaps }) => ({
      drug: relaxant.drug,
      name: plainName(relaxant.drug),
      band: bandOf(relaxant, gaps),
      against: reasonsOf({ ...review, relaxants: [relaxant] }),
      couldNotCheck: gaps.filter(({ key }) => !shared.has(key)).map(({ why }) => why),
      driving: {
        tier: relaxant.driving.tier,
        raisedBy: unique(
          relaxant.driving.raisedBy.map(({ label }) => ownDirection(label.replaceAll('_', ' '))),
        ),
      },
      onTheList: now.some((one) => one.drug === relaxant.drug),
    }))
    .sort((a, b) => byCodeUnits(a.name, b.name));
  return {
    bands: BANDS.map((id) => ({ id, candidates: candidates.filter(({ band }) => band === id) })),
    everywhere,
    now,
    taperFirst:
      mode === 'instead'
        ? now.filter(({ drug }) => WITHDRAWAL_DRUGS.includes(drug)).map(({ name }) => name)
        : [],
  };
}

/** The same visit without the relaxants of now: they are no partners of what replaces them. */
function without(visit: VisitRecord, now: readonly RelaxantReview[]): VisitRecord {
  const orders = now.flatMap((relaxant) => relaxant.orders.map(({ reference }) => reference));
  const said = new Set(orders.map(saidName));
  return {
    ...visit,
    decisions: {},
    planned: {},
    said: visit.said.filter((name) => !said.has(name)),
    setAside: {
      ...visit.setAside,
      replaced: { reason: 'patient not taking', name: 'replaced', orders, relaxant: true },
    },
  };
}

function bandOf({ drug, cautions }: RelaxantReview, gaps: readonly Missing[]): BandId {
  const { controlled, offLabel } = RELAXANT_PRODUCTS[drug];
  if (cautions.some(({ severity }) => severity === 'contraindicated')) return 'contraindicated';
  if (controlled || offLabel !== undefined || cautions.some(({ severity }) => severity === 'serious'))
    return 'serious';
  return gaps.length > 0 ? 'check-first' : 'open';
}

/** A dose, a duration or an answer is not there because nothing is ordered yet; all else is a hole in what could be read. */
const NOT_YET: readonly Missing['kind'][] = ['dose', 'duration', 'answer'];

/** What a contraindicated or serious rule waits for, be it by its own severity or by what it could be raised to. */
function heavyGaps(relaxant: RelaxantReview, { answers }: VisitRecord): readonly Missing[] {
  const missing = [
    ...relaxant.notChecked.filter(couldBeHeavy).filter(({ rule }) => !closedByAnswer(rule.id, answers)),
    ...relaxant.cautions.filter(couldBeRaised).map(({ rule, escalationMissing }) => ({
      rule,
      missing: escalationMissing,
    })),
  ].flatMap((gap) => gap.missing.filter(({ kind }) => !NOT_YET.includes(kind)));
  return [...new Map(missing.map((one) => [one.key, one])).values()];
}

const isHeavy = (severity: Severity | undefined): boolean =>
  severity !== undefined && severityRank(severity) <= severityRank('serious');

const couldBeHeavy = ({ rule }: RuleGap): boolean => isHeavy(rule.severity) || isHeavy(rule.escalate?.to);

const couldBeRaised = ({ rule, escalated }: CautionHit): boolean => !escalated && isHeavy(rule.escalate?.to);

/** "No bad reaction to a muscle relaxer", as the patient reports it, answers for allergies to relaxants and for no others. */
const closedByAnswer = (ruleId: string, answers: VisitRecord['answers']): boolean =>
  ruleId === 'X-ALLERGY' && answers[REACTION] === false;

function sharedBy(lists: readonly (readonly Missing[])[]): readonly Missing[] {
  const [first, ...rest] = lists;
  return (first ?? []).filter(({ key }) => rest.every((list) => list.some((one) => one.key === key)));
}

/** How to stop has a column of its own. */
function reasonsOf(review: Review): readonly Reason[] {
  const { items, cautions } = present(review);
  const own = [...items, ...cautions].filter(({ groups }) => !groups.every((group) => group === 'stopping'));
  const told = new Set<string>();
  return own.map((item) => ({ text: reasonText(item, told), severity: item.severity }));
}

const NAMED = 2;

/** Longer entries of the chart are told by what they are instead: the table has narrow columns. */
const LONGEST_ENTRY = 32;

/** An entry of the problem list in its own words, all else by its kind. */
const detailOf = ({ reference, text, label }: Evidence): string =>
  ownDirection(
    reference.startsWith('Condition') && text.length <= LONGEST_ENTRY ? text : label.replaceAll('_', ' '),
  );

/**
 * "kidney: eGFR 48", "sedation: oxycodone": the drug itself stands at the head of the row, and what an earlier reason named
 * or what only says how old the patient is, or of which sex, gives way to what is new.
 */
function reasonText({ groups, hits }: Item, told: Set<string>): string {
  const all = unique(hits.flatMap((part) => otherEvidence(part).map(detailOf)));
  const fresh = all.filter((detail) => !told.has(detail) && !/^(age |female$|male$)/.test(detail));
  const details = fresh.length > 0 ? fresh : all;
  for (const detail of details) told.add(detail);
  const more = details.length > NAMED ? ` +${details.length - NAMED}` : '';
  const words = groups.map((group) => WORDS[group] ?? group).join(', ');
  return details.length === 0
    ? words
    : `${words}${words.endsWith('?') ? '' : ':'} ${details.slice(0, NAMED).join(', ')}${more}`;
}

const WORDS: Readonly<Partial<Record<Item['groups'][number], string>>> = {
  allergy: 'recorded allergy',
  breathing: 'sedation',
  double: 'two relaxants',
  level: 'drug level',
  pressure: 'low pressure',
  dry: 'eyes, bladder, bowel',
  seizure: 'seizures',
  nerve: 'nerve and muscle',
  mind: 'mood and thinking',
  dependence: 'misuse risk',
  minage: 'under the label age',
  fit: 'right drug?',
  blood: 'blood and bleeding',
};

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
