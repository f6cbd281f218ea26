import type { DrugId } from '../knowledge/vocabulary';
import type { NewOrNot } from '../review/new-or-not';
import { ownDirection } from '../review/own-direction';
import { partnersOf } from '../review/partners';
import type { Partner } from '../review/partners';
import type { Item, ItemHit } from '../review/presentation';
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

/** Another medicine is one thing to change, in however many findings it stands. */
export const changeOther =
  ({ reference, name }: Partner): Change =>
  (visit) => ({ ...visit, changing: { ...visit.changing, [reference]: name } });

/** An answer to what an emergency asks; the words stand in the list of what was told and in the note. */
export const sayWhetherNew =
  ({ key, entry, told: [yes, no] }: NewOrNot, isNew: boolean): Change =>
  (visit) => ({
    ...visit,
    newOrNot: {
      ...visit.newOrNot,
      [key]: { isNew, words: `${ownDirection(entry)}: ${isNew ? yes : no}` },
    },
  });

export const unsayWhetherNew =
  (key: string): Change =>
  (visit) => ({ ...visit, newOrNot: without(visit.newOrNot, [key]) });

export const unkeep =
  (keys: readonly string[]): Change =>
  (visit) => ({ ...visit, kept: without(visit.kept, keys) });

export const unchange =
  (references: readonly string[]): Change =>
  (visit) => ({ ...visit, changing: without(visit.changing, references) });

/** Takes back what was decided on the item itself; decisions on a medicine stand at the medicine. */
export const undoItem =
  (item: Item): Change =>
  (visit) =>
    unchange(partnersOf(item.hits).map(({ reference }) => reference))(unkeep(heavyKeys(item))(visit));

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
  const ends = ({ relaxant, hit }: ItemHit) => hit.rule.group !== 'stopping' && endsAtOnce(relaxant.decision);
  const kept = heavy.flatMap(({ hit }) => (hit.kept === undefined ? [] : [keptWords(hit.kept)]));
  const medicines = heavy.flatMap((part) => {
    const { decision, name } = part.relaxant;
    return decision !== undefined && (decision.kind === 'change' || ends(part))
      ? [`${name} ${decisionWords(decision)}`]
      : [];
  });
  const changing = partnersOf(item.hits).flatMap(({ reference }) => visit.changing[reference] ?? []);
  const parts = [...kept, ...medicines, ...changing.map((name) => `to change: ${name}`)];
  if (parts.length === 0) return undefined;
  // Of two relaxants together one may stay.
  const together = heavy.filter(({ hit }) => hit.rule.group === 'double');
  const one = together.filter((part) => !ends(part)).length < 2;
  return {
    text: [...new Set(parts)].join(' · '),
    done: heavy.every(
      (part) => part.hit.kept !== undefined || ends(part) || (one && part.hit.rule.group === 'double'),
    ),
    own: kept.length > 0 || changing.length > 0,
  };
}

export const relaxantsOf = (item: Item): readonly RelaxantReview[] => [
  ...new Map(
    item.hits.filter(({ hit }) => isHeavy(hit)).map(({ relaxant }) => [relaxant.drug, relaxant]),
  ).values(),
];
