import { NameIndex } from './words';
import { groupsOfIngredients } from './routes';
import { ROUTES } from './types';
import type { Route } from './types';

/**
 * Compiled form of fhir/ValueSet and src/terminology/data: a few long strings, because they compress and start faster than objects.
 * Numbers are base 36. Written by tools/compile-tables, read by `readTables`.
 */
export interface Tables {
  /** Tokens, space separated: the first `relaxants` of them are drug ids of relaxants. */
  readonly groups: string;
  readonly relaxants: number;
  /** Ingredient names in the form of `plainWords`, bar separated. */
  readonly ingredients: string;
  /** RxNorm codes of the ingredients that no rule concerns: per ingredient, comma separated; codes of one joined by a dot. */
  readonly ingredientCodes: string;
  /** Groups of the first ingredients of the list: those that a rule concerns. */
  readonly ingredientGroups: string;
  /**
   * Distinct meanings of a code or name: `ingredients/route`, comma separated; numbers inside joined by a dot. A third part holds the
   * groups where they are not simply those of the ingredients.
   */
  readonly meanings: string;
  /** RxNorm codes in ascending order as differences, and the meaning of each. */
  readonly codes: string;
  readonly codeMeanings: string;
  /** Other names (brands, synonyms) in the form of `plainWords`, bar separated, and the meaning of each. */
  readonly names: string;
  readonly nameMeanings: string;
  /** NDC-9 per ingredient and route: `ingredient/route/differences`, comma separated. */
  readonly ndc: string;
  /** ATC prefixes: `prefix/groups`. */
  readonly atc: string;
  /**
   * Per code system: `group:prefixes` with `!prefix` for what is out. Prefixes without the dot, dot separated.
   * ICD-10 (WHO) shares the categories of up to four characters with ICD-10-CM; `icd10` holds what it has besides.
   */
  readonly icd10cm: string;
  readonly icd10: string;
  readonly icd9cm: string;
  /** SNOMED CT codes in ascending order as differences, and the groups of each. */
  readonly snomed: string;
  readonly snomedGroups: string;
}

/** What one code or name means. */
export interface Meaning {
  readonly ingredients: readonly string[];
  readonly route: Route;
  readonly groups: readonly string[];
}

/** A prefix of a code system: the groups it puts a code into and those it keeps the code out of. */
export interface PrefixRule {
  readonly into: readonly string[];
  readonly outOf: readonly string[];
}

/** The tables, ready for look-up. */
export interface Lookup {
  readonly isRelaxant: (group: string) => boolean;
  /** RxNorm code to the number of its meaning. */
  readonly rxnorm: ReadonlyMap<number, number>;
  /** Ingredient, brand and other names in one index, with the number of their meaning. */
  readonly names: NameIndex<number>;
  readonly meaning: (number: number) => Meaning;
  readonly ndc9: ReadonlyMap<number, Meaning>;
  readonly atc: ReadonlyMap<string, readonly string[]>;
  readonly icd10cm: ReadonlyMap<string, PrefixRule>;
  readonly icd10: ReadonlyMap<string, PrefixRule>;
  readonly icd9cm: ReadonlyMap<string, PrefixRule>;
  readonly snomed: ReadonlyMap<number, readonly string[]>;
}

/** Categories and subcategories of ICD-10, without the dot. */
const SHARED_LENGTH = 4;

const parts = (text: string, mark: string): readonly string[] => (text === '' ? [] : text.split(mark));
const number = (text: string): number => Number.parseInt(text, 36);

/** Reads the compiled tables. Costs a few milliseconds, once per launch. */
export function readTables(tables: Tables): Lookup {
  const groups = parts(tables.groups, ' ');
  const ingredients = parts(tables.ingredients, '|');
  const pick = (list: readonly string[], numbers: string): readonly string[] =>
    parts(numbers, '.').flatMap((text) => list[number(text)] ?? []);

  const ownGroups = new Map(
    parts(tables.ingredientGroups, ',').map((tokens, at) => [ingredients[at] ?? '', pick(groups, tokens)]),
  );
  const groupsOf = (ingredient: string): readonly string[] => ownGroups.get(ingredient) ?? [];
  // A chart asks for a few dozen of the thousands of meanings: each is read when it is first asked for.
  const meanings = parts(tables.meanings, ',');
  const read = new Map<number, Meaning>();
  const readMeaning = (at: number): Meaning => {
    const ingredient = ingredients[at - meanings.length];
    if (ingredient !== undefined)
      return { ingredients: [ingredient], route: 'unknown', groups: groupsOf(ingredient) };
    const [holds = '', routeNumber = '', tokens] = (meanings[at] ?? '').split('/');
    const inside = pick(ingredients, holds);
    const route = ROUTES[number(routeNumber)] ?? 'unknown';
    const own = tokens === undefined ? groupsOfIngredients(inside, route, groupsOf) : pick(groups, tokens);
    return { ingredients: inside, route, groups: own };
  };
  const meaning = (at: number): Meaning => {
    const known = read.get(at) ?? readMeaning(at);
    read.set(at, known);
    return known;
  };

  const rxnorm = new Map<number, number>();
  const names = new NameIndex<number>();
  parts(tables.ingredientCodes, ',').forEach((codes, at) => {
    for (const code of parts(codes, '.')) rxnorm.set(number(code), meanings.length + at);
  });
  const codeMeanings = parts(tables.codeMeanings, ' ');
  let code = 0;
  parts(tables.codes, ' ').forEach((step, at) => {
    code += number(step);
    rxnorm.set(code, number(codeMeanings[at] ?? ''));
  });
  const nameMeanings = parts(tables.nameMeanings, ' ');
  parts(tables.names, '|').forEach((name, at) => names.add(name, number(nameMeanings[at] ?? '')));
  ingredients.forEach((name, at) => names.add(name, meanings.length + at));

  const snomed = new Map<number, readonly string[]>();
  const snomedGroups = parts(tables.snomedGroups, ' ');
  let concept = 0;
  parts(tables.snomed, ' ').forEach((step, at) => {
    concept += number(step);
    snomed.set(concept, pick(groups, snomedGroups[at] ?? ''));
  });
  const icd10cm = readPrefixes(tables.icd10cm);
  const icd10 = readPrefixes(tables.icd10);
  for (const [prefix, rule] of icd10cm)
    if (prefix.length <= SHARED_LENGTH) icd10.set(prefix, merged(rule, icd10.get(prefix)));

  const relaxants = new Set(groups.slice(0, tables.relaxants));
  return {
    isRelaxant: (group) => relaxants.has(group),
    rxnorm,
    names,
    meaning,
    ndc9: readNdc(tables.ndc, ingredients),
    atc: new Map(parts(tables.atc, ',').map((text) => readPair(text, groups))),
    icd10cm,
    icd10,
    icd9cm: readPrefixes(tables.icd9cm),
    snomed,
  };
}

function readPair(text: string, groups: readonly string[]): readonly [string, readonly string[]] {
  const [code = '', tokens = ''] = text.split('/');
  return [code, parts(tokens, '.').flatMap((token) => groups[number(token)] ?? [])];
}

function readNdc(text: string, ingredients: readonly string[]): ReadonlyMap<number, Meaning> {
  const ndc = new Map<number, Meaning>();
  for (const family of parts(text, ',')) {
    const [ingredient = '', route = '', steps = ''] = family.split('/');
    const name = ingredients[number(ingredient)];
    const meaning: Meaning = {
      ingredients: name === undefined ? [] : [name],
      route: ROUTES[number(route)] ?? 'unknown',
      groups: [],
    };
    let code = 0;
    for (const step of parts(steps, ' ')) ndc.set((code += number(step)), meaning);
  }
  return ndc;
}

function merged(a: PrefixRule, b: PrefixRule | undefined): PrefixRule {
  return b === undefined ? a : { into: [...a.into, ...b.into], outOf: [...a.outOf, ...b.outOf] };
}

function readPrefixes(text: string): Map<string, PrefixRule> {
  const rules = new Map<string, { into: string[]; outOf: string[] }>();
  for (const family of parts(text, ',')) {
    const [group = '', prefixes = ''] = family.split(':');
    for (const marked of parts(prefixes, '.')) {
      const out = marked.startsWith('!');
      const prefix = out ? marked.slice(1) : marked;
      const rule = rules.get(prefix) ?? { into: [], outOf: [] };
      (out ? rule.outOf : rule.into).push(group);
      rules.set(prefix, rule);
    }
  }
  return rules;
}
