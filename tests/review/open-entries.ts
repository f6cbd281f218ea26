import type { Facts } from '../../src/review/facts';
import { addDays } from '../../src/review/calendar';
import { TODAY } from './chart';
import type { condition } from './chart';

const ago = (days: number): string => addDays(TODAY, -days);

type OpenEntry = readonly [
  icd: string,
  token: string,
  changes: Parameters<typeof condition>[1],
  expected: string,
];
/** What the chart leaves open is neither a finding nor a clear: not confirmed, over without a first day, or only quiet. */
export const OPEN_ENTRIES: readonly OpenEntry[] = [
  ['I21.4', 'recent_mi', { status: 'resolved' }, 'Entry (over, first day not in the chart)'],
  ['I21.4', 'recent_mi', { status: 'resolved', abated: ago(42) }, 'Entry (over, first day not in the chart)'],
  ['I21.4', 'recent_mi', { status: 'resolved', abated: ago(43) }, 'is over'],
  ['I21.4', 'recent_mi', { verification: 'provisional', onset: ago(42) }, 'Entry (provisional in the chart)'],
  ['I21.4', 'recent_mi', { verification: 'provisional', onset: ago(43) }, 'is over'],
  // Over and never confirmed: no more open than if it had been confirmed.
  ['Z33.1', 'pregnancy', { status: 'resolved', verification: 'provisional', onset: ago(42) }, 'is over'],
  ['G47.33', 'sleep_apnea', { status: 'resolved', verification: 'differential' }, 'is over'],
  [
    'G47.33',
    'sleep_apnea',
    { status: 'inactive', verification: 'differential' },
    'Entry (differential in the chart)',
  ],
  [
    'I21.4',
    'recent_mi',
    { status: 'resolved', verification: 'provisional', onset: ago(42) },
    'Entry (provisional in the chart)',
  ],
  ['W19.XXXA', 'falls', { status: 'resolved' }, 'Entry (over, first day not in the chart)'],
  ['Z33.1', 'pregnancy', { status: 'resolved' }, 'is over'],
  ['I21.4', 'coronary_disease', { status: 'resolved', onset: ago(4000) }, 'counts'],
  ['F10.20', 'alcohol_use_disorder', { status: 'inactive' }, 'is over'],
  ...(
    [
      ['J44.9', 'copd_severe', 'GOLD 4 COPD'],
      ['K74.60', 'liver_mild', 'Compensated cirrhosis'],
      ['R69', 'cyp2c19_pm', 'CYP2C19 poor metabolizer'],
    ] as const
  ).map(
    ([icd, token, text]) =>
      [icd, token, { text, status: 'inactive' }, `${text} (not active in the chart)`] as const,
  ),
  ...(
    [
      ['I48.0', 'arrhythmia'],
      ['G90.4', 'autonomic_dysreflexia'],
      ['D66', 'bleeding_disorder'],
      ['J44.9', 'copd'],
      ['F03.90', 'dementia'],
      ['H40.9', 'glaucoma'],
      ['I44.2', 'heart_block'],
      ['I50.9', 'heart_failure'],
      ['D55.0', 'hemolytic_anemia'],
      ['K74.60', 'liver_disease'],
      ['K72.10', 'liver_severe'],
      ['G70.00', 'myasthenia'],
      ['G20', 'parkinson'],
      ['E80.20', 'porphyria'],
      ['G40.909', 'seizure_disorder'],
      ['G47.33', 'sleep_apnea'],
    ] as const
  ).flatMap(([icd, token]) => [
    [icd, token, { status: 'inactive' }, 'Entry (not active in the chart)'] as const,
    [icd, token, { status: 'resolved' }, 'is over'] as const,
  ]),
];

export const standing = (token: string, { conditions, openConditions }: Facts): string =>
  conditions.has(token) ? 'counts' : (openConditions.get(token)?.[0]?.why ?? 'is over');
