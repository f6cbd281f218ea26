import type { Evidence, OtherMedicine, RelaxantReview, Review } from '../review/types';
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
]);

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
]);

export const mayBeNamed = (medicine: OtherMedicine): boolean =>
  medicine.classes.some((name) => PRINTABLE_CLASSES.has(name)) &&
  !medicine.classes.some((name) => PRIVATE_CLASSES.has(name)) &&
  medicine.ingredients.length > 0;

export const isAcetaminophen = (ingredient: string): boolean =>
  /^(acetaminophen|paracetamol)$/i.test(ingredient);

/** Name on paper: ingredients, without the acetaminophen of a combination. Undefined when it must not be named. */
export function paperName(medicine: OtherMedicine, text: HandoutText): string | undefined {
  if (!mayBeNamed(medicine)) return undefined;
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
}

export function partnersOf(evidence: readonly Evidence[], review: Review, text: HandoutText): Partners {
  const names: string[] = [];
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
    if (name === undefined) unnamed = true;
    else names.push(name);
  }
  return { names: [...new Set(names)], unnamed };
}
