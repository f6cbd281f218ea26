import type { DaySlots, DosageReading, MedicationOrder } from '../chart/types';
import { RELAXANT_PRODUCTS } from '../knowledge/relaxant-products';
import { DRUG_IDS } from '../knowledge/vocabulary';
import type { DrugId } from '../knowledge/vocabulary';
import { plainName } from './review';
import type { Evidence, RelaxantReview, Review } from './types';
import { SAID, plannedReference, saidName } from './visit-record';
import type { PlannedRelaxant, VisitRecord } from './visit-record';

/** Medicines that exist only at this visit, as orders like those of the chart: planned by the clinician, or said by the patient. */
export function ordersOfVisit({ planned, said }: VisitRecord, asOf: string): readonly MedicationOrder[] {
  const plans = DRUG_IDS.flatMap((drug) => {
    const plan = planned[drug];
    return plan === undefined ? [] : [plannedOrder(drug, plan, asOf)];
  });
  return [...plans, ...said.map(saidOrder)];
}

const BASE = {
  kind: 'medication',
  status: 'active',
  doNotPerform: false,
  categories: [],
  source: 'inline',
  codings: [],
} as const;

function plannedOrder(drug: DrugId, plan: PlannedRelaxant, asOf: string): MedicationOrder {
  const product = RELAXANT_PRODUCTS[drug];
  const strength = plan.strengthMg === undefined ? '' : `${plan.strengthMg} mg `;
  const named = (words: string) => `${words} ${strength}${product.form}`;
  const today = { text: asOf, day: asOf, precision: 'day' } as const;
  return {
    ...BASE,
    resourceType: 'MedicationRequest',
    reference: plannedReference(drug),
    text: named(plainName(drug)),
    intent: 'plan',
    reported: false,
    names: [named(product.words)],
    routeTexts: [product.route],
    dosages:
      plan.at.length === 0 && plan.upTo === undefined && plan.days === undefined
        ? []
        : [dosageOf(drug, plan)],
    authoredOn: today,
    supply: { start: today, repeats: 0 },
  };
}

function dosageOf(drug: DrugId, plan: PlannedRelaxant): DosageReading {
  const { at, upTo, perDose, days } = plan;
  const { form } = RELAXANT_PRODUCTS[drug];
  const asNeeded = upTo !== undefined;
  const base = {
    text: directionsOf(drug, plan),
    asNeeded,
    patientReadable: true,
    ...(days === undefined ? {} : { days }),
  };
  const timesPerDay = upTo ?? at.length;
  if (timesPerDay === 0) return { ...base, read: false };
  const slots: DaySlots = {
    morning: at.includes('morning') ? perDose : 0,
    noon: at.includes('noon') ? perDose : 0,
    evening: at.includes('evening') ? perDose : 0,
    bedtime: at.includes('bedtime') ? perDose : 0,
  };
  return {
    ...base,
    read: true,
    dose: { low: perDose, high: perDose, unit: form },
    timesPerDay,
    ...(asNeeded ? {} : { slots }),
  };
}

const AT: Readonly<Record<keyof DaySlots, string>> = {
  morning: 'in the morning',
  noon: 'at noon',
  evening: 'in the evening',
  bedtime: 'at bedtime',
};

/** What the clinician planned, as directions: "Take 1 tablet at bedtime for 5 days". */
export function directionsOf(drug: DrugId, { at, upTo, perDose, days }: PlannedRelaxant): string {
  const { form } = RELAXANT_PRODUCTS[drug];
  const amount = `${perDose} ${form}${perDose > 1 ? 's' : ''}`;
  const bound = days === undefined ? '' : `for ${days} ${days === 1 ? 'day' : 'days'}`;
  const times = (Object.keys(AT) as (keyof DaySlots)[])
    .filter((time) => at.includes(time))
    .map((time) => AT[time]);
  if (upTo !== undefined)
    return join([
      `Take ${amount} only if needed, up to ${upTo} ${upTo === 1 ? 'time' : 'times'} a day`,
      bound,
    ]);
  return times.length === 0 ? join(['Take', bound]) : join([`Take ${amount}`, list(times), bound]);
}

const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

function saidOrder(name: string): MedicationOrder {
  return {
    ...BASE,
    resourceType: 'MedicationStatement',
    reference: SAID + name,
    text: name,
    reported: true,
    names: [name],
    routeTexts: [],
    dosages: [],
    supply: { repeats: 0 },
  };
}

/** A medicine that was not recognised, with the name the clinician gave it; the chart's own words stay as they are. */
export function withGivenName(order: MedicationOrder, { named }: VisitRecord): MedicationOrder {
  const name = named[order.reference];
  return name === undefined ? order : { ...order, names: [...order.names, name] };
}

/** The review says of each medicine of the visit that the chart does not know it. */
export function saidWhereFrom(review: Review, visit: VisitRecord): Review {
  const plans = new Set(DRUG_IDS.filter((drug) => visit.planned[drug] !== undefined).map(plannedReference));
  const told = (evidence: Evidence): Evidence => {
    const { reference } = evidence;
    if (plans.has(reference))
      return { ...evidence, detail: 'planned, not in the chart', by: 'planned at this visit' };
    if (saidName(reference) !== undefined)
      return { ...evidence, detail: 'said at this visit', by: 'said at this visit' };
    const name = visit.named[reference];
    return name === undefined ? evidence : { ...evidence, by: `called ${name} at this visit` };
  };
  const all = (list: readonly Evidence[]) => list.map(told);
  return {
    ...review,
    relaxants: review.relaxants.map((relaxant) => ({
      ...relaxant,
      ...plannedTag(relaxant, plans),
      cautions: relaxant.cautions.map((hit) => ({ ...hit, evidence: all(hit.evidence) })),
      driving: { ...relaxant.driving, raisedBy: all(relaxant.driving.raisedBy) },
    })),
    redFlags: review.redFlags.map((hit) => ({ ...hit, evidence: all(hit.evidence) })),
    notes: review.notes.map((note) => ({ ...note, evidence: all(note.evidence) })),
  };
}

function plannedTag({ orders }: RelaxantReview, plans: ReadonlySet<string>): Pick<RelaxantReview, 'planned'> {
  const others = orders.filter(({ reference }) => !plans.has(reference));
  return others.length === orders.length ? {} : { planned: { alsoOrdered: others.length > 0 } };
}
