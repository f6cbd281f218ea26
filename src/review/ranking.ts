import { byCodeUnits } from '../chart/text-order';
import type { GroupId } from '../knowledge/rule';
import { daysBetween } from './calendar';
import { severityRank } from './cautions';
import { dated, shownDate } from './evidence-date';
import type { Start } from './evidence-date';
import { otherEvidence } from './partners';
import type { Item, ItemHit } from './presentation';
import type { Evidence, Review } from './types';
import { usDay } from './us-date';

/**
 * Order of contraindicated and serious items. A number per item: smaller comes first.
 * Thousands: severity · hundreds: place inside it · units: a pair started in the last 14 days, then code before name.
 */
export function rankItem(item: Item): number {
  const place = item.severity === 'contraindicated' ? contraindicatedPlace(item) : seriousPlace(item);
  const fresh = item.age?.startsWith('new') === true ? 0 : 2;
  const coded = item.hits.some(({ hit }) => hit.evidence.some((evidence) => evidence.basis !== 'name'))
    ? 0
    : 1;
  return severityRank(item.severity) * 10_000 + place * 10 + fresh + coded;
}

/** The whole order: rank, then the newest evidence, then names, so that the chart's own order never decides. */
export function compareItems(a: Item, b: Item): number {
  return (
    rankItem(a) - rankItem(b) ||
    byCodeUnits(newestDate(b), newestDate(a)) ||
    byCodeUnits(a.headline, b.headline)
  );
}

const newestDate = ({ hits }: Item): string =>
  hits
    .flatMap(({ hit }) => hit.evidence.map(({ date }) => date ?? ''))
    .reduce((newest, date) => (date > newest ? date : newest), '');

const CONTRAINDICATED: readonly GroupId[] = [
  'allergy',
  'level',
  'serotonin',
  'breathing',
  'heart',
  'pregnancy',
];

function contraindicatedPlace(item: Item): number {
  const places = worstGroups(item).map((group) => CONTRAINDICATED.indexOf(group));
  return Math.min(CONTRAINDICATED.length, ...places.filter((place) => place >= 0));
}

function seriousPlace(item: Item): number {
  if (item.start === 'closed') return 99;
  return Math.min(...worstGroups(item).map((group) => groupPlace(group, item)));
}

/** What an item holds beside its worst parts does not carry it up. */
const worstGroups = ({ severity, hits }: Item): readonly GroupId[] =>
  hits.filter(({ hit }) => hit.severity === severity).map(({ hit }) => hit.rule.group);

function groupPlace(group: GroupId, item: Item): number {
  const has = (id: string) => item.hits.some(({ hit }) => hit.rule.id === id);
  switch (group) {
    case 'breathing':
      return partners(item) >= 2 || has('X-OSA-COPD') || has('CAR-TRIPLE') ? 1 : 5;
    case 'stopping':
      return item.hits.some(({ hit }) => hit.escalated) ? 2 : 20;
    case 'dose':
      return 3;
    case 'kidney':
      return has('BAC-RENAL-AVOID') ? 4 : 12;
    case 'double':
      return 6;
    case 'blood':
      return 7;
    case 'liver':
    case 'pressure':
      return 8;
    case 'falls':
      return 9;
    case 'serotonin':
      return has('CYC-TRAMADOL-SEIZURE') ? 10 : 11;
    default:
      return 10;
  }
}

function partners(item: Item): number {
  return new Set(item.hits.flatMap(({ hit }) => hit.evidence.map((evidence) => evidence.reference))).size;
}

/** The later of the starts of the relaxant and of its partners; a start without a date may be the later one. */
export function latestStart({ relaxant, hit }: ItemHit): Start | undefined {
  const partners = hit.evidence.filter(isMedicine);
  const starts = [dated(relaxant.since), ...partners];
  const known = starts.flatMap(({ date, written }) =>
    date === undefined ? [] : [{ date, ...(written === undefined ? {} : { written }) }],
  );
  return partners.length === 0 || known.length < starts.length ? undefined : latestOf(known);
}

const latestOf = (starts: readonly Start[]): Start | undefined =>
  [...starts].sort((a, b) => byCodeUnits(a.date, b.date)).at(-1);

const isMedicine = ({ reference }: Pick<Evidence, 'reference'>): boolean =>
  reference.startsWith('Medication');

const isPair = ({ hit }: ItemHit): boolean => hit.evidence.some(isMedicine);

/** A pair that both have been taken for longer than this without a change starts closed. */
const LONG_PAIR_DAYS = 30;
const LONG_PAIR_CLASSES = ['ssri', 'snri', 'bupropion', 'verapamil'];

/**
 * A serious part that is known and steady: famotidine alone with tizanidine, and one long-standing antidepressant or verapamil with cyclobenzaprine.
 * The severity stays; the item starts closed and stands last among the serious ones.
 */
export function isSteady(part: ItemHit, { asOf, otherMedicines }: Review): boolean {
  const { hit } = part;
  const partners = otherEvidence(part);
  const names = new Set(partners.map(({ label }) => label));
  if (hit.escalated || names.size !== 1) return false;
  if (hit.rule.id === 'TIZ-CYP1A2-OTHER') return names.has('famotidine');
  if (hit.rule.id !== 'CYC-SEROTONIN') return false;
  const mild = partners.every(({ reference }) => {
    const medicine = otherMedicines.find((other) => other.reference === reference);
    return medicine?.classes.some((name) => LONG_PAIR_CLASSES.includes(name)) === true;
  });
  const latest = latestStart(part);
  const days = latest === undefined ? undefined : daysBetween(latest.date, asOf);
  return mild && days !== undefined && days > LONG_PAIR_DAYS;
}

const NEW_DAYS = 14;

/**
 * Since when a relaxant and a partner stand together, in words; of several pairs the newest counts. "Together since" is not said
 * while a pair without a date may be newer.
 */
export function pairAge(hits: readonly ItemHit[], asOf: string): string | undefined {
  const [worst] = hits;
  const pairs = hits.filter((part) => part.hit.severity === worst?.hit.severity && isPair(part));
  const starts = pairs.map(latestStart);
  const latest = latestOf(starts.filter((start) => start !== undefined));
  if (latest === undefined) return undefined;
  const age = daysBetween(latest.date, asOf);
  if (age === undefined) return undefined;
  const [year, month, day] = latest.date.split('-');
  if (age <= NEW_DAYS)
    return `new ${latest.written === undefined ? `${month}/${day}` : usDay(latest.written)}`;
  if (starts.includes(undefined)) return undefined;
  const since = `since ${age > 365 ? year : shownDate(latest)}`;
  // Of a finding about one medicine alone nothing is together.
  return pairs.some((part) => otherEvidence(part).some(isMedicine)) ? `together ${since}` : since;
}
