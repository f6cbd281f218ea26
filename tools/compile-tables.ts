import { join } from 'node:path';
import { routeFromWords } from '../src/terminology/routes';
import type { Tables } from '../src/terminology/tables';
import { ROUTES } from '../src/terminology/types';
import type { Route } from '../src/terminology/types';
import { NameIndex, plainWords } from '../src/terminology/words';
import { readIngredients, readNdc, readValueSets } from './value-sets';
import type { TokenSet } from './value-sets';

/** What one code or name means, before it is written down: names and tokens instead of numbers. */
interface Draft {
  readonly ingredients: readonly string[];
  readonly route: Route;
  readonly groups: readonly string[];
}

/**
 * Compiles fhir/ValueSet and src/terminology/data into the tables of the recogniser. The one function behind the Vite module,
 * Vitest and the commands. Ingredients and route of a product come from its RxNorm display, its groups from the ValueSets that list it.
 * Throws when a file cannot be read or is not of the expected shape.
 */
export function compileTables(rootDir: string): Tables {
  const sets = readValueSets(join(rootDir, 'fhir/ValueSet'));
  const lexicon = readIngredients(join(rootDir, 'src/terminology/data/ingredients.json'));
  const relaxants = sets.filter((set) => set.kind === 'relaxant').map((set) => set.token);
  const medicines = sets.filter((set) => set.kind === 'medicine' || set.kind === 'relaxant');
  const others = sets.filter((set) => set.kind === 'medicine' || set.kind === 'condition');
  const groups = [...relaxants, ...others.map((set) => set.token)];
  const groupNumber = new Map(groups.map((group, at) => [group, at]));

  const concerned = collectIngredients(medicines);
  const ingredients = [
    ...concerned.keys(),
    ...[...lexicon.codes.keys()].filter((name) => !concerned.has(name)),
  ];
  const ingredientNumber = new Map(ingredients.map((name, at) => [name, at]));
  const index = new NameIndex<string>();
  for (const name of ingredients) index.add(name, name);
  for (const set of medicines)
    for (const { name, synonyms } of set.ingredients)
      for (const synonym of synonyms) if (!set.brands.has(synonym)) index.add(plainWords(synonym), name);

  const codes = collectCodes(medicines, index);
  const names = collectNames(medicines, codes, lexicon.brands, index);

  const meanings = new Map<string, number>();
  const meaningNumber = (draft: Draft): string => {
    const key = [
      draft.ingredients.map((name) => base36(ingredientNumber.get(name))).join('.'),
      base36(ROUTES.indexOf(draft.route)),
      draft.groups.map((group) => base36(groupNumber.get(group))).join('.'),
    ].join('/');
    const known = meanings.get(key) ?? meanings.size;
    meanings.set(key, known);
    return base36(known);
  };
  const sortedCodes = [...codes.keys()].sort((a, b) => a - b);
  const codeMeanings = sortedCodes.map((code) => meaningNumber(draftOf(codes.get(code))));
  const sortedNames = [...names.keys()].filter((name) => !ingredientNumber.has(name)).sort();
  const nameMeanings = sortedNames.map((name) => meaningNumber(draftOf(names.get(name))));
  const ingredientMeanings = [...concerned].flatMap(([name, tokens]) => [
    base36(ingredientNumber.get(name)),
    meaningNumber({ ingredients: [name], route: 'unknown', groups: tokens }),
  ]);

  return {
    groups: groups.join(' '),
    relaxants: relaxants.length,
    ingredients: ingredients.join('|'),
    ingredientCodes: ingredients
      .map((name) =>
        (lexicon.codes.get(name) ?? [])
          .filter((code) => !codes.has(code))
          .map(base36)
          .join('.'),
      )
      .join(','),
    meanings: [...meanings.keys()].join(','),
    codes: differences(sortedCodes),
    codeMeanings: codeMeanings.join(' '),
    names: sortedNames.join('|'),
    nameMeanings: nameMeanings.join(' '),
    ingredientMeanings: ingredientMeanings.join(' '),
    ndc: [...readNdc(join(rootDir, 'src/terminology/data/ndc9.json'))]
      .map(([ingredient, route, list]) =>
        [base36(ingredientNumber.get(ingredient)), base36(ROUTES.indexOf(route)), differences(list)].join(
          '/',
        ),
      )
      .join(','),
    atc: byCode(medicines, (set) => set.atc, groupNumber),
    icd10cm: prefixes(others, 'icd-10-cm'),
    icd10: prefixes(others, 'icd-10'),
    icd9cm: prefixes(others, 'icd-9-cm'),
    snomed: byCode(others, (set) => set.snomed, groupNumber),
  };
}

function ingredientsIn(index: NameIndex<string>, text: string): readonly string[] {
  return [...new Set(index.findIn(text).map((found) => found.value))];
}

function base36(value: number | undefined): string {
  if (value === undefined || value < 0)
    throw new Error('A code table names something that it does not define');
  return value.toString(36);
}

function draftOf(draft: Draft | undefined): Draft {
  if (draft === undefined) throw new Error('A code or name has no meaning');
  return draft;
}

function differences(ascending: readonly number[]): string {
  return ascending.map((code, at) => base36(code - (ascending[at - 1] ?? 0))).join(' ');
}

/** Ingredients that a ValueSet lists, with the tokens of every ValueSet that lists them. */
function collectIngredients(sets: readonly TokenSet[]): Map<string, string[]> {
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

/** Every RxNorm code of the medicine ValueSets with what its display says. */
function collectCodes(sets: readonly TokenSet[], index: NameIndex<string>): Map<number, Draft> {
  const displays = new Map<number, { display: string; product: boolean; groups: string[] }>();
  for (const set of sets)
    for (const { code, display, part } of set.rxnorm) {
      const seen = displays.get(code) ?? { display, product: false, groups: [] };
      if (part === 'products' || part === 'not-take-home') seen.product = true;
      if (part !== 'not-take-home') seen.groups.push(set.token);
      displays.set(code, seen);
    }
  const codes = new Map<number, Draft>();
  for (const [code, { display, product, groups }] of displays) {
    const text = plainWords(display.replace(/\[[^\]]*\]/g, ' '));
    const ingredients = ingredientsIn(index, text);
    codes.set(code, { ingredients, route: product ? routeOfProduct(text, ingredients) : 'unknown', groups });
  }
  // A brand name says nothing itself: its products do, else the ingredient that lists it.
  const brands = brandMeanings(displays, codes);
  for (const [code, { display, product }] of displays) {
    const draft = codes.get(code);
    if (product || draft === undefined || draft.ingredients.length > 0) continue;
    const name = plainWords(display);
    const holders = sets.flatMap((set) =>
      set.ingredients
        .filter((i) => i.synonyms.some((synonym) => plainWords(synonym) === name))
        .flatMap((i) => ingredientsIn(index, i.name)),
    );
    const brand = brands.get(name);
    codes.set(code, {
      ingredients: brand?.ingredients ?? [...new Set(holders)],
      route: brand?.route ?? 'unknown',
      groups: draft.groups,
    });
  }
  return codes;
}

/** Baclofen and ziconotide-like pump products are plain injections in RxNorm; for baclofen an injection is always intrathecal. */
function routeOfProduct(text: string, ingredients: readonly string[]): Route {
  const route = routeFromWords(text) ?? 'unknown';
  return route === 'injection' && ingredients.length === 1 && ingredients[0] === 'baclofen'
    ? 'intrathecal'
    : route;
}

/** Brands in the square brackets of products: what at least half of the brand's products hold, and their route when it is one. */
function brandMeanings(
  displays: ReadonlyMap<number, { readonly display: string; readonly groups: readonly string[] }>,
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
      route: routes.size === 1 && route !== undefined && route !== 'oral' ? route : 'unknown',
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
function collectNames(
  sets: readonly TokenSet[],
  codes: ReadonlyMap<number, Draft>,
  knownBrands: ReadonlyMap<string, string>,
  index: NameIndex<string>,
): Map<string, Draft> {
  const displays = new Map(
    sets.flatMap((set) =>
      set.rxnorm
        .filter(({ part }) => part !== 'ingredients')
        .map(({ code, display }) => [code, { display, groups: codes.get(code)?.groups ?? [] }] as const),
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

function byCode(
  sets: readonly TokenSet[],
  codesOf: (set: TokenSet) => readonly string[],
  numbers: ReadonlyMap<string, number>,
): string {
  const found = new Map<string, string[]>();
  for (const set of sets)
    for (const code of codesOf(set))
      found.set(code, [...(found.get(code) ?? []), base36(numbers.get(set.token))]);
  return [...found].map(([code, tokens]) => `${code}/${tokens.join('.')}`).join(',');
}

function prefixes(sets: readonly TokenSet[], system: 'icd-10-cm' | 'icd-10' | 'icd-9-cm'): string {
  return sets
    .filter((set) => set.prefixes[system].length > 0)
    .map((set) => `${set.token}:${set.prefixes[system].join('.')}`)
    .join(',');
}
