import type { DrugId } from './vocabulary';
import type { SourceId } from './sources';

/** What is said instead of silence when something a relaxant needs is not on file. When each stands is decided in review/data-gaps. */
export interface DataGapPrompt {
  readonly id: string;
  readonly drugs: 'all' | readonly DrugId[];
  /** Only for a patient who may be of this age, in whole years, both ends inclusive. */
  readonly age?: { readonly min: number; readonly max?: number };
  readonly text: string;
  /** Undefined: a plain check of this project, resting on no outside source. */
  readonly source?: SourceId;
}

/** The look-back windows (12 and 3 months) are working definitions; knowledge/labs holds them. */
export const DATA_GAPS: readonly DataGapPrompt[] = [
  {
    id: 'GAP-BAC-EGFR',
    drugs: ['baclofen'],
    text: 'Kidney function is not on file for baclofen (no eGFR or creatinine in 12 months). It is not assumed to be normal.',
    source: 'G-BEERS-T6',
  },
  {
    id: 'GAP-TIZ-ALT',
    drugs: ['tizanidine'],
    text: 'Baseline liver tests are not on file for tizanidine (no ALT in 3 months).',
    source: 'R-TIZ-SRLC',
  },
  {
    id: 'GAP-DAN-ALT',
    drugs: ['dantrolene'],
    text: 'Baseline liver tests are missing for dantrolene (no ALT on file).',
    source: 'L-DAN-WARN',
  },
  {
    id: 'GAP-MTX-ORGAN',
    drugs: ['metaxalone'],
    text: 'Kidney and liver function are not on file: the metaxalone contraindication cannot be ruled out.',
    source: 'L-MTX-REM',
  },
  {
    id: 'GAP-TIZ-CRCL',
    drugs: ['tizanidine'],
    age: { min: 65 },
    text: 'Creatinine is not on file for tizanidine at 65 or older.',
    source: 'L-ZAN-2013',
  },
  {
    id: 'GAP-PREG',
    drugs: ['cyclobenzaprine_sl', 'thiocolchicoside'],
    age: { min: 15, max: 49 },
    text: 'Pregnancy and contraception are not stated. Ask; nothing is assumed.',
    source: 'L-TONMYA8K',
  },
  {
    id: 'GAP-DUR',
    drugs: 'all',
    text: 'Planned last day? No duration or quantity is stated, so the duration rules stay silent.',
    source: 'L-CAR-BRY',
  },
  { id: 'GAP-DOSE', drugs: 'all', text: 'Daily dose not calculated, so the dose rules stay silent.' },
  {
    id: 'GAP-ALCOHOL',
    drugs: 'all',
    text: 'Alcohol history is not on file. Ask about alcohol.',
    source: 'L-MTX-PFZ',
  },
  { id: 'GAP-ALLERGY', drugs: 'all', text: 'Allergies were not reviewed in what could be read.' },
];
