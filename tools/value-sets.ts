import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from '../src/terminology/types';
import type { Route } from '../src/terminology/types';
import { plainWords } from '../src/terminology/words';

/** Element ids of `compose.include`, which tell what kind of names a part holds. */
const PARTS = ['ingredients', 'names', 'brands', 'products', 'not-take-home'] as const;
export type Part = (typeof PARTS)[number];

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const SNOMED = 'http://snomed.info/sct';
const ATC = 'http://www.whocc.no/atc';
const ICD = {
  'icd-10-cm': 'http://hl7.org/fhir/sid/icd-10-cm',
  'icd-10': 'http://hl7.org/fhir/sid/icd-10',
  'icd-9-cm': 'http://hl7.org/fhir/sid/icd-9-cm',
} as const;
type IcdSystem = keyof typeof ICD;

/** One ValueSet of fhir/ValueSet, as the compiler needs it. */
export interface TokenSet {
  readonly token: string;
  /** `condition` covers the red-flag groups too: both are found by the same codes. */
  readonly kind: 'relaxant' | 'medicine' | 'condition';
  readonly rxnorm: readonly { readonly code: number; readonly display: string; readonly part: Part }[];
  /** Defining ingredients, in the form of `plainWords`, with brands and other spellings. */
  readonly ingredients: readonly { readonly name: string; readonly synonyms: readonly string[] }[];
  readonly brands: ReadonlySet<string>;
  readonly snomed: readonly string[];
  readonly atc: readonly string[];
  /** Prefixes without the dot; those that are out begin with "!". */
  readonly prefixes: Readonly<Record<IcdSystem, readonly string[]>>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads every ValueSet of the folder. Throws with the file name when one has no token or an unreadable filter. */
export function readValueSets(folder: string): readonly TokenSet[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readValueSet(name, JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

function readValueSet(file: string, json: unknown): TokenSet {
  const valueSet = isObject(json) ? json : {};
  const token = text(objects(valueSet.identifier)[0]?.value);
  if (token === '') throw new Error(`${file}: identifier with the token is missing`);
  const compose = isObject(valueSet.compose) ? valueSet.compose : {};
  const includes = objects(compose.include);
  const excludes = objects(compose.exclude);
  const of = (system: string) => includes.filter((include) => include.system === system);
  const concepts = (parts: readonly Record<string, unknown>[]) =>
    parts.flatMap((part) => objects(part.concept));

  const rxnorm = of(RXNORM).flatMap((include) => {
    const part = PARTS.find((known) => known === include.id);
    if (part === undefined) throw new Error(`${file}: an RxNorm part has an unknown id`);
    return objects(include.concept).map((concept) => ({
      code: Number(text(concept.code)),
      display: text(concept.display),
      part,
    }));
  });
  const named = includes.filter((include) => include.id === 'ingredients' || include.id === 'names');
  const prefixes = (system: IcdSystem): readonly string[] => [
    ...of(ICD[system]).flatMap((include) => prefixesOf(file, include)),
    ...excludes
      .filter((exclude) => exclude.system === ICD[system])
      .flatMap((exclude) => prefixesOf(file, exclude))
      .map((prefix) => `!${prefix}`),
  ];
  return {
    token,
    kind: file.startsWith('relaxant-') ? 'relaxant' : file.startsWith('medicine-') ? 'medicine' : 'condition',
    rxnorm,
    ingredients: concepts(named).map((concept) => ({
      name: text(concept.display).includes(' / ') ? text(concept.display) : plainWords(text(concept.display)),
      synonyms: objects(concept.designation).map((designation) => text(designation.value)),
    })),
    brands: new Set(rxnorm.filter(({ part }) => part === 'brands').map(({ display }) => display)),
    snomed: concepts(of(SNOMED)).map((concept) => text(concept.code)),
    atc: of(ATC).flatMap((include) => prefixesOf(file, include)),
    prefixes: {
      'icd-10-cm': prefixes('icd-10-cm'),
      'icd-10': prefixes('icd-10'),
      'icd-9-cm': prefixes('icd-9-cm'),
    },
  };
}

/** A prefix list is written as one FHIR filter: property code, op regex, value `(G83\.4|S34\.3).*`. */
function prefixesOf(file: string, include: Readonly<Record<string, unknown>>): readonly string[] {
  return objects(include.filter).flatMap((filter) => {
    const inner = /^\((.+)\)\.\*$/.exec(text(filter.value))?.[1];
    if (filter.property !== 'code' || filter.op !== 'regex' || inner === undefined)
      throw new Error(`${file}: a filter is not a list of prefixes`);
    return inner.split('|').map((prefix) => prefix.replaceAll('\\.', ''));
  });
}

/** RxNorm ingredient names that no rule concerns, and everyday brand names of them. */
export function readIngredients(path: string): {
  readonly codes: ReadonlyMap<string, readonly number[]>;
  readonly brands: ReadonlyMap<string, string>;
} {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const data = isObject(json) ? json : {};
  const codes = new Map<string, number[]>();
  for (const [name, list] of Object.entries(isObject(data.ingredients) ? data.ingredients : {})) {
    const numbers = text(list).split(' ').filter(Boolean).map(Number);
    codes.set(plainWords(name), [...(codes.get(plainWords(name)) ?? []), ...numbers]);
  }
  const brands = Object.entries(isObject(data.brands) ? data.brands : {});
  return {
    codes,
    brands: new Map(brands.map(([brand, name]) => [plainWords(brand), plainWords(text(name))])),
  };
}

/** NDC-9 of the relaxants: ingredient, route, ascending codes. */
export function readNdc(path: string): readonly (readonly [string, Route, readonly number[]])[] {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Object.entries(isObject(json) ? json : {}).flatMap(([ingredient, routes]) =>
    Object.entries(isObject(routes) ? routes : {}).map(([name, list]) => {
      const route = ROUTES.find((known) => known === name);
      if (route === undefined) throw new Error(`${path}: ${name} is not a route`);
      const codes = text(list).split(' ').map(Number);
      return [ingredient, route, codes.sort((a, b) => a - b)] as const;
    }),
  );
}
