import type { Evidence, OtherMedicine, RelaxantReview, Review } from '../review/types';
import { ENGLISH } from './content/en';
import type { HandoutText } from './content/text';

/** Classes that paper may name: they tell a reader at home nothing private. */
const PRINTABLE_CLASSES = new Set([
  'opioid',
  'benzodiazepine',
  'z_drug',
  'barbiturate',
  'gabapentinoid',
  'sedating_antihistamine',
  'anticoagulant',
  'nsaid',
  'antibiotic',
  'quinolone_other',
  'antihypertensive',
]);

/** Acid blockers have no class of their own. */
const PRINTABLE_INGREDIENTS = /^(famotidine|cimetidine)$/i;

/** Antibiotics that tell of tuberculosis or of syphilis. */
const PRIVATE_INGREDIENTS = /^(streptomycin|penicillin G benzathine)$/i;

/** Classes that tell of an illness, whatever else the product contains (buprenorphine, amitriptyline with chlordiazepoxide). */
const PRIVATE_CLASSES = new Set([
  'moud',
  'methadone',
  'antipsychotic',
  'ssri',
  'snri',
  'tca',
  'antidepressant_other',
  'bupropion',
  'mirtazapine',
  'trazodone',
  'maoi',
  'immunosuppressant',
  'antineoplastic',
  'antineoplastic_endocrine',
  // Of tuberculosis; of attention or of withdrawal as often as of pressure; of HIV; of a tumour or a transplant.
  'rifampin',
  'alpha2_agonist',
  'nephrotoxic',
  'estrogen_contraceptive',
  'estrogen_hrt',
]);

export const mayBeNamed = (medicine: OtherMedicine): boolean =>
  (medicine.classes.some((name) => PRINTABLE_CLASSES.has(name)) ||
    medicine.ingredients.some((name) => PRINTABLE_INGREDIENTS.test(name))) &&
  !medicine.classes.some((name) => PRIVATE_CLASSES.has(name)) &&
  !medicine.ingredients.some((name) => PRIVATE_INGREDIENTS.test(name)) &&
  medicine.ingredients.length > 0;

export const isAcetaminophen = (ingredient: string): boolean =>
  /^(acetaminophen|paracetamol)$/i.test(ingredient);

/** Name on paper: ingredients, without the acetaminophen of a combination. Undefined when it must not be named. */
export const paperName = (medicine: OtherMedicine, text: HandoutText): string | undefined =>
  mayBeNamed(medicine) ? fullName(medicine, text) : undefined;

/** Name that the clinician may allow. */
export function fullName(medicine: OtherMedicine, text: HandoutText): string {
  const telling = medicine.ingredients.filter((ingredient) => !isAcetaminophen(ingredient));
  return (telling.length > 0 ? telling : medicine.ingredients).join(` ${text.listWith} `);
}

export const drugName = (relaxant: RelaxantReview, text: HandoutText): string =>
  text.medicine.names[relaxant.drug];

/** The other medicines among a finding's evidence, by the names paper may use. */
export interface Partners {
  readonly names: readonly string[];
  /** At least one partner must stay unnamed. */
  readonly unnamed: boolean;
  /** Those of them that are known: the clinician may name them. */
  readonly hidden: readonly OtherMedicine[];
}

export function partnersOf(evidence: readonly Evidence[], review: Review, text: HandoutText): Partners {
  const names: string[] = [];
  const hidden: OtherMedicine[] = [];
  let unnamed = false;
  for (const { reference } of evidence) {
    if (!/^Medication(Request|Statement)\//.test(reference)) continue;
    const relaxant = review.relaxants.find((item) =>
      item.orders.some((order) => order.reference === reference),
    );
    if (relaxant !== undefined) {
      names.push(drugName(relaxant, text));
      continue;
    }
    const medicine = review.otherMedicines.find((item) => item.reference === reference);
    const name = medicine === undefined ? undefined : paperName(medicine, text);
    if (name !== undefined) names.push(name);
    else {
      unnamed = true;
      if (medicine !== undefined && medicine.ingredients.length > 0) hidden.push(medicine);
    }
  }
  return { names: [...new Set(names)], unnamed, hidden: [...new Set(hidden)] };
}

/** Whether words of the clinician tell something that page 1 must not: a private word, or a medicine that is not named there. */
export function tellsPrivate(review: Review, text: HandoutText): (words: string) => boolean {
  const names = review.otherMedicines
    .filter((medicine) => !mayBeNamed(medicine))
    .flatMap((medicine) => [
      ...medicine.ingredients,
      ...(medicine.text.match(/[\p{L}]{4,}/gu)?.slice(0, 1) ?? []),
      ...brandsIn(medicine.text),
    ])
    .filter((name) => !isAcetaminophen(name));
  // Typed in the clinician's language, whatever the paper's.
  const telling = [...ENGLISH.privateWords, ...text.privateWords, ...names].map((word) => word.toLowerCase());
  return (words) => telling.some((word) => words.toLowerCase().includes(word));
}

/** RxNorm puts the brand in brackets. */
const brandsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\[([^\]]+)\]/g)].flatMap(([, brand]) => brand ?? []);
