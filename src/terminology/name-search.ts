import type { Tables } from './tables';
import { plainWords } from './words';

/** Names of the tables that begin with what was typed, or that hold a word which does: shortest first. */
export function nameSearch({
  ingredients,
  names,
}: Pick<Tables, 'ingredients' | 'names'>): (typed: string, most: number) => readonly string[] {
  const all = [...new Set([...ingredients.split('|'), ...names.split('|')])]
    .filter((name) => name !== '')
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return (typed, most) => {
    const wanted = plainWords(typed);
    if (wanted === '') return [];
    const first = all.filter((name) => name.startsWith(wanted));
    const inside = first.length >= most ? [] : all.filter((name) => name.includes(` ${wanted}`));
    return [...new Set([...first, ...inside])].slice(0, most);
  };
}
