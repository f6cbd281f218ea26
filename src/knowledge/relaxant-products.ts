import { DRUG_IDS, US_DRUG_IDS } from './vocabulary';
import type { DrugId } from './vocabulary';

/** What choosing a relaxant needs beside its rules. */
export interface RelaxantProduct {
  /** Words of an order, by which terminology knows drug and form. */
  readonly words: string;
  readonly form: 'tablet' | 'capsule';
  readonly route: 'oral' | 'sublingual';
  /** mg of the relaxant in one tablet or capsule of a US product, as RxNorm names it (fhir/ValueSet). None is listed for the others. */
  readonly strengths: readonly number[];
  /** Rule X-SCHEDULE-IV. */
  readonly controlled: boolean;
  /** Labelled for something else only (rules X-NO-SPASTICITY, DAN-ACUTE-SPASM, TOL-INDICATION; Tonmya label, section 1). */
  readonly offLabel?: string;
  /** How long its label means it to be taken (rules X-DURATION, THI-COURSE); for a label without a limit, what it is for. */
  readonly course: string;
  /** The consequence of its taper rule (BAC-TAPER, TIZ-TAPER, CAR-WITHDRAWAL, DZP-TAPER), where it has one. */
  readonly stopping: string;
}

const PLAIN = {
  form: 'tablet',
  route: 'oral',
  controlled: false,
  course: 'acute use, no limit in the label',
  stopping: 'no taper rule',
} as const;
const SPASTICITY = 'spasticity drug, off-label';

export const RELAXANT_PRODUCTS: Readonly<Record<DrugId, RelaxantProduct>> = {
  baclofen: {
    ...PLAIN,
    words: 'baclofen',
    strengths: [5, 10, 15, 20],
    offLabel: SPASTICITY,
    course: '',
    stopping: 'taper over 1 to 2 weeks or longer',
  },
  carisoprodol: {
    ...PLAIN,
    words: 'carisoprodol',
    strengths: [250, 350],
    controlled: true,
    course: '2 to 3 weeks',
    stopping: 'taper after 3 weeks',
  },
  chlorzoxazone: { ...PLAIN, words: 'chlorzoxazone', strengths: [250, 375, 500, 750] },
  cyclobenzaprine_ir: {
    ...PLAIN,
    words: 'cyclobenzaprine',
    strengths: [5, 7.5, 10],
    course: '2 to 3 weeks',
  },
  cyclobenzaprine_er: {
    ...PLAIN,
    words: 'cyclobenzaprine extended release',
    form: 'capsule',
    strengths: [15, 30],
    course: '2 to 3 weeks',
  },
  cyclobenzaprine_sl: {
    ...PLAIN,
    words: 'cyclobenzaprine sublingual',
    route: 'sublingual',
    strengths: [2.8],
    offLabel: 'fibromyalgia drug, off-label',
    course: '',
  },
  dantrolene: {
    ...PLAIN,
    words: 'dantrolene',
    form: 'capsule',
    strengths: [25, 50, 100],
    offLabel: SPASTICITY,
    course: '',
  },
  diazepam: {
    ...PLAIN,
    words: 'diazepam',
    strengths: [2, 5, 10],
    controlled: true,
    course: '',
    stopping: 'slow taper after 2 weeks',
  },
  metaxalone: { ...PLAIN, words: 'metaxalone', strengths: [400, 640, 800] },
  methocarbamol: { ...PLAIN, words: 'methocarbamol', strengths: [500, 750, 1000] },
  orphenadrine: { ...PLAIN, words: 'orphenadrine extended release', strengths: [100] },
  orphenadrine_asa_caffeine: {
    ...PLAIN,
    words: 'orphenadrine with aspirin and caffeine',
    strengths: [25, 50],
  },
  tizanidine: {
    ...PLAIN,
    words: 'tizanidine',
    strengths: [2, 4],
    offLabel: SPASTICITY,
    course: '',
    stopping: 'taper after 20 mg a day or 9 weeks',
  },
  thiocolchicoside: { ...PLAIN, words: 'thiocolchicoside', strengths: [], course: 'at most 7 days' },
  tolperisone: {
    ...PLAIN,
    words: 'tolperisone',
    strengths: [],
    offLabel: 'only for spasticity after stroke',
    course: '',
  },
  eperisone: { ...PLAIN, words: 'eperisone', strengths: [], course: '' },
};

export type Formulary = 'us' | 'eu' | 'asia';

/** Relaxants that only one region's medicine lists hold; its formulary offers them first. */
const REGIONAL: Readonly<Record<Formulary, readonly DrugId[]>> = {
  us: [],
  eu: ['thiocolchicoside', 'tolperisone'],
  asia: ['eperisone'],
};

/** Relaxants that a site is offered. No list of what each country of a region sells was found, so that none of the others is left out. */
export const offeredRelaxants = (formulary: Formulary): readonly DrugId[] =>
  DRUG_IDS.filter((drug) => REGIONAL[formulary].includes(drug)).concat(US_DRUG_IDS);
