import { WEAK_NAMES } from '../src/terminology/medicine-words';
import { routeFromWords } from '../src/terminology/routes';
import type { Route } from '../src/terminology/types';
import { plainWords } from '../src/terminology/words';
import type { NameIndex } from '../src/terminology/words';
import type { Part, TokenSet } from './value-sets';

/** What one code or name means, before it is written down: names and tokens instead of numbers. */
export interface Draft {
  readonly ingredients: readonly string[];
  readonly route: Route;
  readonly groups: readonly string[];
}

/** Ingredients that a ValueSet lists, with the tokens of every ValueSet that lists them. */
export function collectIngredients(sets: readonly TokenSet[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const set of sets)
    for (const { name } of set.ingredients) {
      // "carisoprodol / aspirin" is a combination of two, not a name of its own; "citalopram hydrobromide" is citalopram.
      if (name.includes('/')) continue;
      found.set(name, [...(found.get(name) ?? []), set.token]);
    }
  const bare = new Map<string, string[]>();
  for (const [name, tokens] of found) {
    const words = name.split(' ');
    const parent = words.map((_, at) => words.slice(0, at).join(' ')).find((head) => found.has(head));
    if (parent === undefined) bare.set(name, tokens);
  }
  return bare;
}

/** One RxNorm code as the ValueSets show it. */
export interface Shown {
  readonly display: string;
  readonly product: boolean;
  readonly part: Part;
  readonly relaxant: boolean;
  readonly groups: readonly string[];
}

export function collectDisplays(sets: readonly TokenSet[]): Map<number, Shown> {
  const displays = new Map<number, Shown>();
  for (const set of sets)
    for (const { code, display, part } of set.rxnorm) {
      const seen = displays.get(code);
      displays.set(code, {
        display,
        product: part === 'products' || (part === 'not-take-home' && /\d/.test(display)),
        part: seen?.part ?? part,
        relaxant: seen?.relaxant === true || set.kind === 'relaxant',
        groups: [...(seen?.groups ?? []), ...(part === 'not-take-home' ? [] : [set.token])],
      });
    }
  return displays;
}

/** Every RxNorm code of the medicine ValueSets with what its display says. */
export function collectCodes(
  sets: readonly TokenSet[],
  displays: ReadonlyMap<number, Shown>,
  index: NameIndex<string>,
): Map<number, Draft> {
  const codes = new Map<number, Draft>();
  for (const [code, { display, product, groups }] of displays) {
    const text = plainWords(display.replace(/\[[^\]]*\]/g, ' '));
    const ingredients = ingredientsIn(index, text);
    codes.set(code, { ingredients, route: product ? routeOfProduct(text, ingredients) : 'unknown', groups });
  }
  // A brand name says nothing itself: its products do, else the ingredient that lists it.
  const brands = brandMeanings(displays, codes);
  const holders = ingredientsBySynonym(sets, index);
  for (const [code, { display, product, part }] of displays) {
    const draft = codes.get(code);
    if (product || part === 'ingredients' || draft === undefined) continue;
    const name = plainWords(display);
    const brand = brands.get(name);
    codes.set(code, {
      ingredients: brand?.ingredients ?? [...(holders.get(name) ?? [])],
      route: brand?.route ?? 'unknown',
      groups: draft.groups,
    });
  }
  return codes;
}

/** Made once: asking every set for every brand took most of the time of the table build. */
function ingredientsBySynonym(
  sets: readonly TokenSet[],
  index: NameIndex<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name, synonyms } of sets.flatMap((set) => set.ingredients))
    for (const synonym of synonyms) {
      const key = plainWords(synonym);
      const known = found.get(key) ?? new Set<string>();
      ingredientsIn(index, name).forEach((ingredient) => known.add(ingredient));
      found.set(key, known);
    }
  return found;
}

/** Baclofen for the pump is a plain injection in RxNorm; for baclofen an injection is always intrathecal. */
function routeOfProduct(text: string, ingredients: readonly string[]): Route {
  const route = routeFromWords(text) ?? 'unknown';
  return route === 'injection' && ingredients.length === 1 && ingredients[0] === 'baclofen'
    ? 'intrathecal'
    : route;
}

/** RxNorm holds only the pump form of Lioresal today; older charts and other countries write its tablets by the brand alone. */
const BRANDS_OF_ANY_ROUTE = new Set(['lioresal']);

/** Brands in the square brackets of products: what at least half of the brand's products hold, and their route when it is one. */
function brandMeanings(
  displays: ReadonlyMap<number, { readonly display: string }>,
  codes: ReadonlyMap<number, Draft>,
): Map<string, Draft> {
  const products = new Map<string, Draft[]>();
  for (const [code, { display }] of displays) {
    const brand = /\[([^\]]+)\]\s*$/.exec(display)?.[1];
    const draft = codes.get(code);
    if (brand !== undefined && draft !== undefined)
      products.set(plainWords(brand), [...(products.get(plainWords(brand)) ?? []), draft]);
  }
  const meanings = new Map<string, Draft>();
  for (const [brand, drafts] of products) {
    const routes = new Set(drafts.map((draft) => draft.route).filter((route) => route !== 'unknown'));
    const [route] = routes;
    meanings.set(brand, {
      ingredients: inHalf(drafts.map((draft) => draft.ingredients)),
      route:
        routes.size === 1 && route !== undefined && route !== 'oral' && !BRANDS_OF_ANY_ROUTE.has(brand)
          ? route
          : 'unknown',
      groups: inHalf(drafts.map((draft) => draft.groups)),
    });
  }
  return meanings;
}

function inHalf(lists: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of lists.flat()) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].filter(([, count]) => count * 2 >= lists.length).map(([item]) => item);
}

/** Brands and synonyms: from products, from brand codes, and from the designations of ingredients. */
export function collectNames(
  sets: readonly TokenSet[],
  codes: ReadonlyMap<number, Draft>,
  knownBrands: ReadonlyMap<string, string>,
  index: NameIndex<string>,
): Map<string, Draft> {
  const displays = new Map(
    sets.flatMap((set) =>
      set.rxnorm
        .filter(({ part }) => part !== 'ingredients')
        .map(({ code, display }) => [code, { display }] as const),
    ),
  );
  const names = brandMeanings(displays, codes);
  for (const set of sets)
    for (const { code, display, part } of set.rxnorm) {
      const draft = codes.get(code);
      const name = plainWords(display);
      if (part !== 'brands' || draft === undefined) continue;
      const seen = names.get(name);
      names.set(name, seen === undefined ? draft : { ...seen, groups: union(seen.groups, draft.groups) });
    }
  for (const set of sets)
    for (const { name, synonyms } of set.ingredients)
      for (const synonym of synonyms.map(plainWords)) {
        const seen = names.get(synonym) ?? { ingredients: [], route: 'unknown', groups: [] };
        names.set(synonym, {
          ingredients: union(seen.ingredients, ingredientsIn(index, name)),
          route: seen.route,
          groups: union(seen.groups, [set.token]),
        });
      }
  for (const [brand, ingredient] of knownBrands)
    if (!names.has(brand)) names.set(brand, { ingredients: [ingredient], route: 'unknown', groups: [] });
  return names;
}

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];

function ingredientsIn(index: NameIndex<string>, text: string): readonly string[] {
  const found = index.findIn(text).filter(({ at, name }) => at === 0 || !WEAK_NAMES.has(name));
  return [...new Set(found.map(({ value }) => value))];
}
