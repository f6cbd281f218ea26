import type { DrugId } from '../knowledge/vocabulary';
import type { Item } from '../review/presentation';
import type { CautionHit, Decision, RelaxantReview } from '../review/types';
import { endsAtOnce, hitKey } from '../review/visit-record';
import type { SetAside, VisitRecord } from '../review/visit-record';
import { chartDay } from './words';

/** A change of the visit; taking it back is a change too. */
export type Change = (before: VisitRecord) => VisitRecord;

const without = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** Undefined takes the decision back. */
export const decide =
  (drug: DrugId, decision: Decision | undefined): Change =>
  (visit) => ({
    ...visit,
    decisions: {
      ...without(visit.decisions, [drug]),
      ...(decision === undefined ? {} : { [drug]: decision }),
    },
  });

export const setAside =
  (key: string, entry: SetAside): Change =>
  (visit) => ({ ...visit, setAside: { ...visit.setAside, [key]: entry } });

export const bringBack =
  (key: string): Change =>
  (visit) => ({ ...visit, setAside: without(visit.setAside, [key]) });

/** Setting a relaxant aside names all its orders. */
export const relaxantAside = ({ drug, name, orders }: RelaxantReview, reason: SetAside['reason']): Change =>
  setAside(drug, { reason, name, orders: orders.map(({ reference }) => reference), relaxant: true });

export const isHeavy = ({ severity }: CautionHit): boolean =>
  severity === 'contraindicated' || severity === 'serious';

const heavyKeys = (item: Item): string[] =>
  item.hits.filter(({ hit }) => isHeavy(hit)).map(({ relaxant, hit }) => hitKey(relaxant, hit));

export const keep =
  (item: Item, reason: string): Change =>
  (visit) => ({
    ...visit,
    kept: { ...visit.kept, ...Object.fromEntries(heavyKeys(item).map((key) => [key, reason])) },
  });

export const changeOther =
  (item: Item, other: string): Change =>
  (visit) => ({ ...visit, changing: { ...visit.changing, [item.id]: other } });

/** Takes back what was decided on the item itself; decisions on a medicine stand at the medicine. */
export const undoItem =
  (item: Item): Change =>
  (visit) => ({
    ...visit,
    kept: without(visit.kept, heavyKeys(item)),
    changing: without(visit.changing, [item.id]),
  });

export function decisionWords(decision: Decision): string {
  switch (decision.kind) {
    case 'change':
      return decision.how === '' ? 'changed' : `changed to ${decision.how}`;
    case 'hold':
      return decision.until === undefined ? 'held' : `held until ${chartDay(decision.until)}`;
    case 'stop':
      return 'stopped';
  }
}

export const keptWords = (reason: string): string => (reason === '' ? 'kept' : `kept: ${reason}`);

export interface Outcome {
  readonly text: string;
  /** Every contraindicated and serious part has its decision: the row may close. */
  readonly done: boolean;
  /** Something was decided on the item itself, and can be taken back here. */
  readonly own: boolean;
}

/** What was decided about an item; undefined when nothing was. */
export function outcomeOf(item: Item, visit: VisitRecord): Outcome | undefined {
  const heavy = item.hits.filter(({ hit }) => isHeavy(hit));
  // How to stop is the question that stopping raises, not one that it answers.
  const ends = (relaxant: RelaxantReview) => item.group !== 'stopping' && endsAtOnce(relaxant.decision);
  const kept = heavy.flatMap(({ hit }) => (hit.kept === undefined ? [] : [keptWords(hit.kept)]));
  const medicines = heavy.flatMap(({ relaxant }) =>
    relaxant.decision !== undefined && (relaxant.decision.kind === 'change' || ends(relaxant))
      ? [`${relaxant.name} ${decisionWords(relaxant.decision)}`]
      : [],
  );
  const changing = visit.changing[item.id];
  const parts = [...kept, ...medicines, ...(changing === undefined ? [] : [`to change: ${changing}`])];
  if (parts.length === 0) return undefined;
  return {
    text: [...new Set(parts)].join(' · '),
    done: heavy.every(({ relaxant, hit }) => hit.kept !== undefined || ends(relaxant)),
    own: kept.length > 0 || changing !== undefined,
  };
}

export interface Partner {
  readonly reference: string;
  readonly name: string;
}

/** Medicines of an item that are no relaxants, each once. */
export function partnersOf(item: Item): readonly Partner[] {
  const own = new Set(item.hits.flatMap(({ relaxant }) => relaxant.orders.map((order) => order.reference)));
  const partners = new Map<string, Partner>();
  for (const { hit } of item.hits)
    for (const { reference, label } of hit.evidence)
      if (reference.startsWith('Medication') && !own.has(reference))
        partners.set(reference, { reference, name: label });
  return [...partners.values()];
}

export const relaxantsOf = (item: Item): readonly RelaxantReview[] => [
  ...new Map(
    item.hits.filter(({ hit }) => isHeavy(hit)).map(({ relaxant }) => [relaxant.drug, relaxant]),
  ).values(),
];
