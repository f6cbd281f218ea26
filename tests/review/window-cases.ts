import { LABS } from '../../src/knowledge/labs';
import { addDays } from '../../src/review/calendar';
import type { Facts } from '../../src/review/facts';
import type { Review } from '../../src/review/types';
import { TODAY, condition, factsOf, lab, order, quantity, reviewOf, sig, supply } from './chart';
import type { Resource } from './chart';
import { OPEN_ENTRIES, standing } from './open-entries';

/** A chart at the edge of a window, a list or a unit, and what must be read from it. */
export interface WindowCase {
  readonly chart: string;
  readonly expected: string;
  readonly said: () => string;
}

const ago = (days: number): string => addDays(TODAY, -days);

const ofFacts = (
  chart: string,
  expected: string,
  resources: readonly Resource[],
  say: (facts: Facts) => string,
): WindowCase => ({ chart, expected, said: () => say(factsOf(resources)) });

const ofReview = (
  chart: string,
  expected: string,
  resources: readonly Resource[],
  say: (review: Review) => string,
): WindowCase => ({ chart, expected, said: () => say(reviewOf(resources)) });

/** Events that end with their window; a problem kept on the list stays where the window says so. */
const EVENTS: readonly WindowCase[] = [
  ['I21.4', 'recent_mi', 42, 'problem-list-item', true],
  ['I21.4', 'recent_mi', 43, 'problem-list-item', false],
  ['Z33.1', 'pregnancy', 294, 'problem-list-item', true],
  ['Z33.1', 'pregnancy', 295, 'problem-list-item', false],
  ['W19.XXXA', 'falls', 365, 'encounter-diagnosis', true],
  ['W19.XXXA', 'falls', 366, 'encounter-diagnosis', false],
  ['W19.XXXA', 'falls', 4000, 'problem-list-item', true],
].map(([icd, token, days, category, counts]) =>
  ofFacts(
    `${icd} as ${category} of ${days} days`,
    `${token} ${counts ? 'counts' : 'is over'}`,
    [condition('c', { icd: String(icd), onset: ago(Number(days)), category: String(category) })],
    (facts) => `${token} ${facts.conditions.has(String(token)) ? 'counts' : 'is over'}`,
  ),
);

/** Resolved, an event of these days still happened; a pregnancy that is over does not. */
const ENDED_EVENTS: readonly WindowCase[] = [
  ['I21.4', 'recent_mi', 42, true],
  ['I21.4', 'recent_mi', 43, false],
  ['W19.XXXA', 'falls', 365, true],
  ['W19.XXXA', 'falls', 366, false],
  ['Z33.1', 'pregnancy', 30, false],
].map(([icd, token, days, counts]) =>
  ofFacts(
    `${icd} of ${days} days, resolved yesterday`,
    `${token} ${counts ? 'counts' : 'is over'}`,
    [condition('c', { icd: String(icd), onset: ago(Number(days)), status: 'resolved', abated: ago(1) })],
    (facts) => `${token} ${facts.conditions.has(String(token)) ? 'counts' : 'is over'}`,
  ),
);

const LEFT_OPEN = OPEN_ENTRIES.map(([icd, token, changes, expected]) =>
  ofFacts(
    `${icd} ${Object.entries(changes).flat().join(' ')}`,
    expected,
    [condition('c', { icd, text: 'Entry', ...changes })],
    (facts) => standing(token, facts),
  ),
);

const IMPLIED: readonly WindowCase[] = [
  ['J44.1', 'GOLD 4 COPD', 'copd_severe', 'copd'],
  ['H40.211', undefined, 'glaucoma_acute', 'glaucoma'],
  ['I48.91', undefined, 'atrial_fibrillation', 'arrhythmia'],
].map(([icd = '', text, narrow = '', wide = '']) =>
  ofFacts(
    `${icd} ${text ?? ''}`,
    `${narrow} is ${wide}`,
    [condition('c', { icd, ...(text === undefined ? {} : { text }), onset: ago(10) })],
    ({ conditions }) => (conditions.has(narrow) && conditions.has(wide) ? `${narrow} is ${wide}` : 'not'),
  ),
);

const product = {
  baclofen: 'baclofen 10 MG Oral Tablet',
  carisoprodol: 'carisoprodol 350 MG Oral Tablet',
  diazepam: 'diazepam 5 MG Oral Tablet',
  tizanidine: 'tizanidine 4 MG Oral Tablet',
  methocarbamol: 'methocarbamol 750 MG Oral Tablet',
  cyclobenzaprine: 'cyclobenzaprine 10 MG Oral Tablet',
  metaxalone: 'metaxalone 800 MG Oral Tablet',
  chlorzoxazone: 'chlorzoxazone 500 MG Oral Tablet',
  dantrolene: 'dantrolene 25 MG Oral Capsule',
  orphenadrine: 'orphenadrine 100 MG Extended Release Oral Tablet',
  extended: 'cyclobenzaprine 15 MG 24 HR Extended Release Oral Capsule',
  sublingual: 'cyclobenzaprine 2.8 MG Sublingual Tablet',
  combination: 'orphenadrine citrate 25 MG / aspirin 385 MG / caffeine 30 MG Oral Tablet',
};
/** Its last day was so many days ago. */
const ended = (name: keyof typeof product, days: number, course: number, status = 'active'): Resource =>
  order('m', product[name], {
    ...sig('Take 1 tablet 3 times a day'),
    ...supply(course),
    authoredOn: ago(days + course - 1),
    status,
  });
const states = ({ relaxants }: Review): string =>
  relaxants.map(({ drug, state, stale }) => `${drug} ${state}${stale ? ', stale' : ''}`).join();
const stopping = ({ relaxants }: Facts): string => relaxants[0]?.stopping?.detail ?? 'no stop';

const WITHDRAWAL = ['baclofen', 'carisoprodol', 'diazepam', 'tizanidine'] as const;
const ORDERS: readonly WindowCase[] = [
  ...WITHDRAWAL.flatMap((name) => [
    ofReview(`${name} stopped 14 days ago`, `${name} stopped`, [ended(name, 14, 30, 'stopped')], states),
    ofReview(`${name} stopped 15 days ago`, '', [ended(name, 15, 30, 'stopped')], states),
    ofFacts(`${name} over for 1 day`, 'supply ended 1 days ago', [ended(name, 1, 30)], stopping),
  ]),
  ...Object.keys(product)
    .filter((name) => !WITHDRAWAL.some((own) => own === name))
    .map((name) =>
      ofReview(
        `${name} stopped 3 days ago`,
        '',
        [ended(name as keyof typeof product, 3, 30, 'stopped')],
        states,
      ),
    ),
  ofFacts('supply over for 30 days', 'supply ended 30 days ago', [ended('baclofen', 30, 30)], stopping),
  ofFacts('supply over for 31 days', 'no stop', [ended('baclofen', 31, 30)], stopping),
  // Days since a supply that just ended count: it may still be taken.
  ofFacts('begun 14 days ago', 'supply ended 2 days ago', [ended('baclofen', 2, 13)], stopping),
  ofFacts('begun 13 days ago', 'no stop', [ended('baclofen', 2, 12)], stopping),
  ofReview('supply over for 90 days', 'methocarbamol current', [ended('methocarbamol', 90, 30)], states),
  ofReview(
    'supply over for 91 days',
    'methocarbamol current, stale',
    [ended('methocarbamol', 91, 30)],
    states,
  ),
  ...[396, 397].map((days) =>
    ofReview(
      `no supply stated, ordered ${days} days ago and stopped since`,
      days > 396 ? '' : 'baclofen stopped',
      [order('m', product.baclofen, { authoredOn: ago(days), status: 'stopped' })],
      states,
    ),
  ),
  ...[365, 366].map((days) =>
    ofReview(
      `no supply stated, ordered ${days} days ago`,
      `methocarbamol current${days > 365 ? ', stale' : ''}`,
      [order('m', product.methocarbamol, { authoredOn: ago(days) })],
      states,
    ),
  ),
];

const read = (name: 'egfr' | 'crcl' | 'alt_xuln') => (facts: Facts) => {
  const { [name]: value } = facts.labs;
  return value.known ? `${Math.round(value.low * 100) / 100}${value.fresh ? '' : ', old'}` : 'not read';
};
const RATE = 'mL/min/{1.73_m2}';
const creatinine = (code: string, value: number, unit: string, days = 5) =>
  lab('c', code, quantity(value, unit), ago(days));

const EGFR_CODES = [
  '98979-8',
  '98980-6',
  '62238-1',
  '77147-7',
  '69405-9',
  '50044-7',
  '33914-3',
  '88294-4',
  '48642-3',
];
const EGFR_UNITS = ['mL/min/{1.73_m2}', 'mL/min/1.73.m2', 'mL/min/1.73m2', 'mL/min'];
const ENZYME_UNITS = ['U/L', '[iU]/L', 'IU/L'];

const RESULTS: readonly WindowCase[] = [
  ...EGFR_CODES.flatMap((code) => [
    ...EGFR_UNITS.map((unit) =>
      ofFacts(`eGFR ${code} in ${unit}`, '41', [lab('e', code, quantity(41, unit), ago(5))], read('egfr')),
    ),
    ofFacts(`eGFR ${code} of 365 days`, '88', [lab('e', code, quantity(88, RATE), ago(365))], read('egfr')),
    ofFacts(
      `eGFR ${code} of 366 days`,
      '88, old',
      [lab('e', code, quantity(88, RATE), ago(366))],
      read('egfr'),
    ),
  ]),
  ofFacts('eGFR in mg/dL', 'not read', [lab('e', '98979-8', quantity(41, 'mg/dL'), ago(5))], read('egfr')),
  ...['2160-0', '38483-4', '14682-9'].flatMap((code) => [
    ofFacts(`creatinine ${code} in mg/dL`, '42', [creatinine(code, 2, 'mg/dL')], read('egfr')),
    ofFacts(`creatinine ${code} in µmol/L`, '42', [creatinine(code, 176.84, 'umol/L')], read('egfr')),
  ]),
  ofFacts('creatinine of 365 days', '42', [creatinine('2160-0', 2, 'mg/dL', 365)], read('egfr')),
  ofFacts('creatinine of 366 days', '42, old', [creatinine('2160-0', 2, 'mg/dL', 366)], read('egfr')),
  ofFacts('creatinine in mmol/L', 'not read', [creatinine('2160-0', 2, 'mmol/L')], read('egfr')),
  ...[365, 366].map((days) =>
    ofFacts(
      `creatinine clearance of ${days} days`,
      `22${days > 365 ? ', old' : ''}`,
      [lab('k', '35591-7', quantity(22, 'mL/min'), ago(days))],
      read('crcl'),
    ),
  ),
  ofFacts(
    'creatinine clearance in mL',
    'not read',
    [lab('k', '35591-7', quantity(22, 'mL'), ago(5))],
    read('crcl'),
  ),
  ...ENZYME_UNITS.map((unit) =>
    ofFacts(`ALT in ${unit}`, '2.5', [lab('a', '1742-6', quantity(100, unit), ago(5))], read('alt_xuln')),
  ),
  ofFacts('ALT in mg/dL', 'not read', [lab('a', '1742-6', quantity(100, 'mg/dL'), ago(5))], read('alt_xuln')),
  ofFacts('ALT of 90 days', '0.5', [lab('a', '1742-6', quantity(20, 'U/L'), ago(90))], read('alt_xuln')),
  ofFacts('ALT of 91 days', '0.5, old', [lab('a', '1742-6', quantity(20, 'U/L'), ago(91))], read('alt_xuln')),
  ...(
    [
      ['kg', 72, 365, '100'],
      ['g', 72_000, 365, '100'],
      ['[lb_av]', 158.73, 365, '100'],
      ['[oz_av]', 72, 365, 'not read'],
      ['kg', 72, 366, 'not read'],
    ] as const
  ).map(([unit, value, days, expected]) =>
    ofFacts(
      `weight in ${unit} of ${days} days`,
      expected,
      [creatinine('2160-0', 1, 'mg/dL'), lab('w', '29463-7', quantity(value, unit), ago(days))],
      (facts) => (read('egfr')(facts) === 'not read' ? 'no eGFR' : measuredClearance(facts)),
    ),
  ),
];

/** A clearance that an eGFR only stands in for is not one that was calculated. */
function measuredClearance(facts: Facts): string {
  const { crcl } = facts.labs;
  return crcl.known && crcl.evidence.detail.includes('Cockcroft') ? read('crcl')(facts) : 'not read';
}

const temperature = (value: number, unit: string) => lab('t', '8310-5', quantity(value, unit), ago(2));
const MEASURES: readonly WindowCase[] = [
  ['Cel', 38],
  ['[degF]', 100.4],
].map(([unit, value]) =>
  ofReview(`temperature in ${unit}`, 'fever', [temperature(Number(value), String(unit))], ({ redFlags }) =>
    redFlags.some(({ rule }) => rule.id === 'FEVER') ? 'fever' : 'none',
  ),
);

const STALE: readonly WindowCase[] = [730, 731].map((days) =>
  ofReview(
    `newest entry of ${days} days`,
    days > 730 ? 'may be out of date' : 'none',
    [condition('c', { icd: 'I10', recorded: ago(days) })],
    ({ notes }) => (notes.some(({ id }) => id === 'STALE_DATA_NOTE') ? 'may be out of date' : 'none'),
  ),
);

export const WINDOW_CASES: readonly WindowCase[] = [
  ...EVENTS,
  ...ENDED_EVENTS,
  ...LEFT_OPEN,
  ...IMPLIED,
  ...ORDERS,
  ...RESULTS,
  ...MEASURES,
  ...STALE,
];

/** Laboratory tests that are listed for the reader and that no fact is made of. */
export const LISTED_ONLY = [LABS.ast, LABS.bilirubin] as const;
