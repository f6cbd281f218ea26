import type { GroupId } from '../knowledge/rule';
import { ownDirection } from './own-direction';
import { otherEvidence } from './partners';
import type { ItemHit } from './presentation';
import type { Evidence } from './types';

/**
 * The one-line title of an item: the fact, with the names that make it this patient's.
 * A contraindicated part is always the one named.
 */
export function headlineOf(group: GroupId, hits: readonly ItemHit[]): string {
  const [worst] = hits;
  if (worst === undefined) return '';
  const drugs = join(unique(hits.map(({ relaxant }) => relaxant.name)));
  const named = hits.filter(({ hit }) => hit.severity === worst.hit.severity);
  const namedDrugs = join(unique(named.map(({ relaxant }) => relaxant.name)));
  const others = join(partnerLabels(named));
  const values = join(
    unique(named.flatMap(({ hit }) => hit.evidence.map(valueLabel)).filter((text) => text !== '')),
  );
  const conditions = conditionsOf(named);

  switch (group) {
    case 'allergy':
      return `Recorded allergy: ${conditions || namedDrugs}`;
    case 'breathing':
      return `Sedation and breathing: ${join([others, conditions].filter((text) => text !== ''))} with ${drugs}`;
    case 'falls':
      return `Falls and confusion${age(hits)}: ${drugs}`;
    case 'double':
      return `Two relaxants: ${drugs}`;
    case 'serotonin':
      return `Serotonin: ${namedDrugs} + ${others}`;
    case 'level':
      return `${capital(namedDrugs)} + ${others}`;
    case 'pressure':
      return `Low blood pressure and pulse: ${join([namedDrugs, others].filter((text) => text !== ''))}`;
    case 'kidney':
      return `Kidney: ${values || conditions} and ${namedDrugs}`;
    case 'liver':
      return `Liver: ${[values, conditions].filter((text) => text !== '').join(', ') || namedDrugs}`;
    case 'stopping':
      return `How to stop: ${drugs}`;
    case 'dose':
      return `Dose above the label maximum: ${namedDrugs}`;
    case 'minage':
      return `Under the label age: ${namedDrugs}`;
    case 'dependence':
      return `Misuse risk: ${drugs}${conditions === '' ? '' : `, ${conditions}`}`;
    case 'fit':
      return `Right drug for this back? ${capital(drugs)}`;
    case 'pregnancy':
      return `Pregnancy and nursing: ${drugs}`;
    case 'driving':
      return `Driving: ${drugs}`;
    case 'teaching':
      return unique(hits.map(({ hit }) => hit.rule.title)).join(' · ');
    default:
      return ruleHeadline(worst.hit.rule.title, named);
  }
}

/** The title of a rule, with the names that make it this patient's. */
export function ruleHeadline(title: string, hits: readonly ItemHit[]): string {
  const drugs = join(unique(hits.map(({ relaxant }) => relaxant.name)));
  const others = conditionsOf(hits) || join(partnerLabels(hits));
  return `${title}: ${join([drugs, others].filter((text) => text !== ''))}`;
}

/** Several facts that rest on one entry, titled by it; what is worst comes first. */
export function topicsOf(entry: Evidence, hits: readonly ItemHit[]): string {
  const name = /^(?:Medication|Observation)/.test(entry.reference) ? entry.label : entry.text;
  return `${ownDirection(capital(name))}: ${unique(hits.map((part) => topicOf(part, hits))).join(', ')}`;
}

function topicOf({ hit: { rule } }: ItemHit, hits: readonly ItemHit[]): string {
  // Of the serotonin group, but its danger is another.
  if (rule.id === 'CYC-TRAMADOL-SEIZURE') return 'seizures';
  if (rule.group !== 'level') return TOPICS[rule.group];
  const drugs = hits.filter(({ hit }) => hit.rule.group === 'level').map(({ relaxant }) => relaxant.name);
  return `level of ${unique(drugs).join(' and ')}`;
}

const TOPICS: Readonly<Record<GroupId, string>> = {
  allergy: 'recorded allergy',
  breathing: 'breathing',
  falls: 'falls and confusion',
  double: 'two relaxants',
  serotonin: 'serotonin',
  level: 'level',
  pressure: 'low blood pressure',
  kidney: 'kidney',
  liver: 'liver',
  heart: 'heart and thyroid',
  dry: 'eyes, bladder and bowel',
  seizure: 'seizures',
  nerve: 'nerves and muscles',
  mind: 'mood and thinking',
  dependence: 'misuse risk',
  stopping: 'how to stop',
  dose: 'dose',
  minage: 'age',
  fit: 'right drug for this back?',
  pregnancy: 'pregnancy and nursing',
  blood: 'blood and stomach',
  driving: 'driving',
  teaching: 'teaching',
};

/** Names of medicines that are not the relaxant itself; another relaxant is one. */
const partnerLabels = (hits: readonly ItemHit[]): string[] =>
  unique(
    hits.flatMap((part) =>
      otherEvidence(part)
        .filter(({ reference }) => reference.startsWith('Medication'))
        .map(({ label }) => label),
    ),
  );

const valueLabel = (item: Evidence): string => (item.reference.startsWith('Observation') ? item.label : '');
const conditionText = (item: Evidence): string =>
  item.reference.startsWith('Condition') || item.reference.startsWith('Allergy') ? item.text : '';

const conditionsOf = (hits: readonly ItemHit[]): string =>
  join(unique(hits.flatMap(({ hit }) => hit.evidence.map(conditionText)).filter((text) => text !== '')));

function age(hits: readonly ItemHit[]): string {
  const own = hits.flatMap(({ hit }) => hit.evidence).find((item) => item.label.startsWith('age '));
  return own === undefined ? '' : ` at ${own.label.slice(4)}`;
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function join(texts: readonly string[]): string {
  const shown = texts.slice(0, 3).map(ownDirection);
  const more = texts.length > 3 ? ` +${texts.length - 3}` : '';
  return shown.join(' + ') + more;
}
