import { join } from 'node:path';
import { groupsOfIngredients } from '../src/terminology/routes';
import type { Tables } from '../src/terminology/tables';
import { ROUTES } from '../src/terminology/types';
import { NameIndex, plainWords } from '../src/terminology/words';
import { collectCodes, collectDisplays, collectIngredients, collectNames } from './medicine-drafts';
import type { Draft, Shown } from './medicine-drafts';
import { readIngredients, readNdc, readValueSets } from './value-sets';
import type { TokenSet } from './value-sets';

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
    ...[...lexicon.codes.keys()].filter((name) => !beginsWithOne(name, concerned)),
  ];
  const ingredientNumber = new Map(ingredients.map((name, at) => [name, at]));
  const index = new NameIndex<string>();
  for (const name of ingredients) index.add(name, name);
  for (const set of medicines)
    for (const { name, synonyms } of set.ingredients)
      for (const synonym of synonyms) if (!set.brands.has(synonym)) index.add(plainWords(synonym), name);

  const displays = collectDisplays(medicines);
  const codes = collectCodes(medicines, displays, index);
  const names = collectNames(medicines, codes, lexicon.brands, index);

  const meanings = new Map<string, number>();
  const meaningNumber = (draft: Draft): string => {
    const holds = draft.ingredients.map((name) => base36(ingredientNumber.get(name))).join('.');
    const route = base36(ROUTES.indexOf(draft.route));
    const derived = groupsOfIngredients(draft.ingredients, draft.route, (name) => concerned.get(name) ?? []);
    // Most products are in exactly the groups of their ingredients: only the others say so.
    const key = sameItems(derived, draft.groups)
      ? `${holds}/${route}`
      : `${holds}/${route}/${draft.groups.map((group) => base36(groupNumber.get(group))).join('.')}`;
    const known = meanings.get(key) ?? meanings.size;
    meanings.set(key, known);
    return base36(known);
  };
  const sortedCodes = [...codes.keys()]
    .filter((code) => isCompiled(codes.get(code), displays.get(code)))
    .sort((a, b) => a - b);
  const codeMeanings = sortedCodes.map((code) => meaningNumber(draftOf(codes.get(code))));
  const sortedNames = [...names.keys()]
    .filter((name) => !ingredientNumber.has(name))
    .filter(isNeeded(names))
    .sort();
  const nameMeanings = sortedNames.map((name) => meaningNumber(draftOf(names.get(name))));

  const snomed = new Map<number, string[]>();
  for (const set of others)
    for (const code of set.snomed) snomed.set(Number(code), [...(snomed.get(Number(code)) ?? []), set.token]);
  const snomedCodes = [...snomed].sort(([a], [b]) => a - b);

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
    ingredientGroups: [...concerned.values()]
      .map((tokens) => tokens.map((token) => base36(groupNumber.get(token))).join('.'))
      .join(','),
    ndc: [...readNdc(join(rootDir, 'src/terminology/data/ndc9.json'))]
      .map(([ingredient, route, list]) =>
        [base36(ingredientNumber.get(ingredient)), base36(ROUTES.indexOf(route)), differences(list)].join(
          '/',
        ),
      )
      .join(','),
    atc: byCode(medicines, (set) => set.atc, groupNumber),
    icd10cm: prefixes(others, 'icd-10-cm'),
    icd10: prefixes(others, 'icd-10', 'icd-10-cm'),
    icd9cm: prefixes(others, 'icd-9-cm'),
    snomed: differences(snomedCodes.map(([code]) => code)),
    snomedGroups: snomedCodes
      .map(([, tokens]) => tokens.map((token) => base36(groupNumber.get(token))).join('.'))
      .join(' '),
  };
}

/** "mycophenolate mofetil" is mycophenolate: a salt or form of an ingredient that a rule concerns needs no name of its own. */
function beginsWithOne(name: string, ingredients: ReadonlyMap<string, unknown>): boolean {
  const words = name.split(' ');
  return words.some((_, at) => ingredients.has(words.slice(0, at + 1).join(' ')));
}

function base36(value: number | undefined): string {
  if (value === undefined || value < 0)
    throw new Error('A code table names something that it does not define');
  return value.toString(36);
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

/**
 * Classes of which branded products are compiled too, and wide classes of which only ingredients are. Their other products are found by
 * their names, which hold the ingredients and brands: the tables must stay small enough to load before the first finding.
 */
const WITH_BRANDED = new Set([
  'antidepressant_other',
  'barbiturate',
  'benzodiazepine',
  'bupropion',
  'cyp1a2_strong',
  'fentanyl',
  'gabapentinoid',
  'maoi',
  'meperidine',
  'methadone',
  'mirtazapine',
  'moud',
  'opioid',
  'snri',
  'ssri',
  'tca',
  'tramadol',
  'trazodone',
  'z_drug',
]);
const INGREDIENTS_ONLY = new Set([
  'antibiotic',
  'antineoplastic',
  'antineoplastic_endocrine',
  'estrogen_contraceptive',
  'estrogen_hrt',
  'hepatotoxic',
  'immunosuppressant',
  'nephrotoxic',
]);
const MOST_INGREDIENTS = 2;

function isCompiled(draft: Draft | undefined, shown: Shown | undefined): boolean {
  if (draft === undefined || shown === undefined) return false;
  if (shown.relaxant) return true;
  const { groups, ingredients } = draft;
  if (shown.part === 'ingredients') return true;
  if (groups.every((group) => INGREDIENTS_ONLY.has(group))) return false;
  const branded = shown.part === 'brands' || /[\]}]\s*$|^\{/.test(shown.display);
  if (branded)
    return ingredients.length <= MOST_INGREDIENTS && groups.some((group) => WITH_BRANDED.has(group));
  return ingredients.length <= MOST_INGREDIENTS;
}

/** A brand that begins with another brand of the same meaning ("Cardizem CD" after "Cardizem") is found by the shorter one. */
function isNeeded(names: ReadonlyMap<string, Draft>): (name: string) => boolean {
  return (name) => {
    const own = names.get(name);
    const words = name.split(' ');
    for (let count = 1; count < words.length; count += 1) {
      const shorter = names.get(words.slice(0, count).join(' '));
      if (shorter === undefined || own === undefined) continue;
      return !(
        shorter.route === own.route &&
        sameItems(shorter.ingredients, own.ingredients) &&
        sameItems(shorter.groups, own.groups)
      );
    }
    return true;
  };
}

function draftOf(draft: Draft | undefined): Draft {
  if (draft === undefined) throw new Error('A code or name has no meaning');
  return draft;
}

function differences(ascending: readonly number[]): string {
  return ascending.map((code, at) => base36(code - (ascending[at - 1] ?? 0))).join(' ');
}

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

type IcdSystem = keyof TokenSet['prefixes'];

/** `widerThan`: leaves out what the other system says already in categories of up to four characters, which both share. */
function prefixes(sets: readonly TokenSet[], system: IcdSystem, widerThan?: IcdSystem): string {
  return sets
    .map((set) => {
      const shared = widerThan === undefined ? [] : set.prefixes[widerThan];
      return [set.token, set.prefixes[system].filter((prefix) => !shared.includes(prefix))] as const;
    })
    .filter(([, list]) => list.length > 0)
    .map(([token, list]) => `${token}:${list.join('.')}`)
    .join(',');
}
