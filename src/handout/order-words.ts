import type { MedicationOrder } from '../chart/types';
import type { RelaxantReview } from '../review/types';
import type { HandoutText } from './content/text';
import { drugName } from './medicine-names';
import { apart } from './runs';

/** Orders the patient is to take: an order on hold beside an active one gives no times. */
export const liveOrders = ({ orders }: RelaxantReview): readonly MedicationOrder[] => {
  const active = orders.filter((order) => order.status !== 'on-hold');
  return active.length > 0 ? active : orders;
};

/** Every instruction says "as needed", and the clinician decided nothing else today. */
export function isOnlyAsNeeded(relaxant: RelaxantReview): boolean {
  const orders = liveOrders(relaxant);
  return (
    relaxant.decision === undefined &&
    orders.length > 0 &&
    orders.every(({ dosages }) => dosages.length > 0 && dosages.every(({ asNeeded }) => asNeeded))
  );
}

/** "cyclobenzaprine 5 mg tablet": the chart's product in plain words, the ingredient first. */
export function productName(relaxant: RelaxantReview, text: HandoutText): string {
  const name = drugName(relaxant, text);
  const orders = liveOrders(relaxant);
  // An order typed as one sentence: its times must not stand as a name, beside "ask us before you take this" least of all.
  if (orders.some((order) => tellsHowToTake(order.text))) return name;
  const products = new Set(orders.map((order) => plainProduct(order.text, text)));
  const [product] = products;
  // Two strengths: the name alone, the bottle tells the strength.
  if (product === undefined || products.size > 1) return name;
  if (product.toLowerCase().includes(name.split(' ')[0] ?? name)) return product;
  return /\d|[a-z]/i.test(product) && product !== name ? `${name}: ${product}` : name;
}

const HOW_TO_TAKE =
  /\b(?:take|at|every|each|daily|once|twice|times|bedtime|night(?:ly)?|needed|q\d+h|qd|qhs|hs|bid|tid|qid|prn|tome|tomar|cada|diari[oa]|veces|acostarse|noche)\b/i;
/** An order without codes may name its product and say how to take it in one breath: "Flexeril 10 mg tab at bedtime". */
export const tellsHowToTake = (product: string): boolean => HOW_TO_TAKE.test(product);

const FORMS = ['tablet', 'capsule', 'solution', 'suspension'] as const;

/** RxNorm spells "10 MG Oral Tablet"; bottles say "10 mg tablet". */
const plainProduct = (chartText: string, { medicine }: HandoutText): string =>
  FORMS.reduce(
    (name, form) => name.replace(new RegExp(`\\b(?:Oral )?${form}\\b`, 'gi'), medicine.forms[form]),
    chartText,
  )
    .replace(/\bMG\b/g, 'mg')
    .replace(/\bML\b/g, 'mL')
    .replace(/\bHydrochloride\b/gi, '')
    .replace(/\s+/g, ' ')
    .trim();

/** "(Flexeril) for tight back muscles"; no brand where the name has it. */
export function purposeWords(relaxant: RelaxantReview, text: HandoutText): string {
  const brand = text.medicine.brands[relaxant.drug];
  const purpose = text.medicine.purpose[relaxant.drug];
  const printed = productName(relaxant, text).toLowerCase().includes(brand.toLowerCase());
  return printed
    ? purpose
    : apart(text.medicine.brandAndPurpose, { brand, purpose: [{ text: purpose }] }, text.direction);
}
