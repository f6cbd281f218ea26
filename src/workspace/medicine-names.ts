import tables from 'virtual:terminology-tables';
import type { DrugId } from '../knowledge/vocabulary';
import { nameSearch } from '../terminology/name-search';
import { terminology } from './engine';

const search = nameSearch(tables);

export interface FoundName {
  readonly name: string;
  /** What it is, where the name does not say so: "zanaflex" is tizanidine. */
  readonly is: string;
  readonly relaxants: readonly DrugId[];
}

/** Ingredient and brand names, by the tables that recognise them in a chart. */
export function findNames(typed: string, most: number): readonly FoundName[] {
  return search(typed, most).map((name) => {
    const { ingredients, relaxants } = terminology.recogniseMedication({
      codings: [],
      names: [name],
      routeTexts: [],
    });
    const is = ingredients.join(' + ');
    return { name, is: is === name ? '' : is, relaxants: relaxants.map(({ group }) => group as DrugId) };
  });
}
