import { NARROWINGS, WEAK_NAMES } from './medicine-words';
import { ndc9Readings } from './ndc';
import { readRelaxant } from './relaxants';
import { actsSystemically, routeFromDirections, routeFromWords } from './routes';
import type { Coding } from './systems';
import type { Lookup, Meaning } from './tables';
import type { GroupMatch, MedicationInput, MedicationMatch, RelaxantMatch, Route } from './types';
import { plainWords } from './words';

/** One code or name that resolved. A product says route and strength itself; an ingredient or brand does not. */
interface Hit {
  readonly meaning: Meaning;
  readonly basis: 'code' | 'name';
  readonly by: string;
  readonly product: boolean;
}

/** ATC of a substance: letter, two digits, two letters, two digits. */
const ATC_SUBSTANCE = /^[A-Z]\d{2}[A-Z]{2}\d{2}$/;

/**
 * Resolves a medicine: every coding first, then its names. Codes outrank words: names are used when no code resolves, to complete a
 * combination of which only one ingredient is coded, and to tell route and form.
 * `anyRoute` is for allergies, where the substance counts and not how it is given.
 */
export function recogniseMedication(
  lookup: Lookup,
  input: MedicationInput,
  anyRoute: boolean,
): MedicationMatch {
  const coded = input.codings.flatMap((coding) => hitsOfCoding(lookup, coding));
  const hits = withNames(lookup, input, coded);
  const products = hits.filter((hit) => hit.product);
  const names = input.names.map(plainWords).join(' ; ');
  const directions = input.routeTexts.map(plainWords).join(' ; ');
  const text = `${names} ; ${directions}`;
  const route = routeOf(products, hits, names, directions);
  const ingredients = [...new Set(hits.flatMap((hit) => hit.meaning.ingredients))];

  const groups = new Map<string, GroupMatch>();
  const counted = hits.filter((hit) => hit.product || !coveredBy(products, hit));
  for (const hit of counted)
    for (const group of hit.meaning.groups) {
      if (lookup.isRelaxant(group) || groups.has(group)) continue;
      // A product or a brand of one route is in its groups by that route already (an estrogen gel acts in the whole body).
      if (!anyRoute && hit.meaning.route === 'unknown' && !actsSystemically(group, route)) continue;
      groups.set(group, { group, basis: hit.basis, by: hit.by });
    }
  for (const hit of counted) if (!hit.product) narrow(groups, hit, text, anyRoute, route);

  const relaxants = new Map<string, RelaxantMatch>();
  const asides: string[] = [];
  for (const hit of counted)
    for (const ingredient of hit.meaning.ingredients) {
      if (!isRelaxantIngredient(lookup, ingredient)) continue;
      const stated = hit.meaning.groups.find((group) => lookup.isRelaxant(group));
      const reading = readRelaxant(
        ingredient,
        ingredients,
        hit.meaning.route === 'unknown' ? route : hit.meaning.route,
        text,
      );
      const { basis, by } = hit;
      if (reading.setAside !== undefined) asides.push(reading.setAside);
      else if (stated !== undefined && hit.product)
        relaxants.set(stated, { group: stated, basis, by, formStated: true });
      else if (reading.drug !== undefined && !relaxants.has(reading.drug))
        relaxants.set(reading.drug, { group: reading.drug, basis, by, formStated: reading.formStated });
    }

  const matched = groups.size > 0 || relaxants.size > 0;
  const basis = hits.some((hit) => hit.basis === 'code') ? 'code' : hits.length > 0 ? 'name' : undefined;
  const [aside] = asides;
  return {
    recognition: matched || aside !== undefined ? 'matched' : hits.length > 0 ? 'known' : 'not-recognised',
    ...(basis === undefined ? {} : { basis }),
    ingredients,
    groups: [...groups.values()],
    relaxants: [...relaxants.values()],
    route,
    ...(aside !== undefined && relaxants.size === 0 ? { setAside: aside } : {}),
  };
}

function isRelaxantIngredient(lookup: Lookup, ingredient: string): boolean {
  return (
    lookup.isRelaxant(ingredient) ||
    (ingredient === 'cyclobenzaprine' && lookup.isRelaxant('cyclobenzaprine_ir'))
  );
}

function hitsOfCoding(lookup: Lookup, coding: Coding): readonly Hit[] {
  const code = coding.code.trim();
  if (coding.system === 'rxnorm') {
    const found = /^\d{1,8}$/.test(code) ? lookup.rxnorm.get(Number(code)) : undefined;
    return found === undefined ? [] : [hit(lookup.meaning(found), `RxNorm ${code}`)];
  }
  if (coding.system === 'ndc') {
    const meaning = ndc9Readings(code)
      .map((reading) => lookup.ndc9.get(Number(reading)))
      .find((found) => found !== undefined);
    return meaning === undefined ? [] : [hit(meaning, `NDC ${code}`)];
  }
  if (coding.system === 'atc') {
    const atc = code.toUpperCase();
    const groups = groupsOfAtc(lookup, atc);
    if (groups.length === 0 && !ATC_SUBSTANCE.test(atc)) return [];
    const ingredients = groups.filter((group) => lookup.isRelaxant(group)).map(ingredientOfDrug);
    return [hit({ ingredients, route: 'unknown', groups }, `ATC ${atc}`)];
  }
  return [];
}

function hit(meaning: Meaning, by: string): Hit {
  return { meaning, basis: 'code', by, product: meaning.route !== 'unknown' };
}

function ingredientOfDrug(drug: string): string {
  return drug.replace(/_.*$/, '');
}

/** The groups of every listed prefix of the code: M03BX02 stands in M03BX02, N06AB08 in N06AB and N06AB08. */
function groupsOfAtc(lookup: Lookup, code: string): readonly string[] {
  const groups: string[] = [];
  for (let length = 3; length <= code.length; length += 1)
    groups.push(...(lookup.atc.get(code.slice(0, length)) ?? []));
  return [...new Set(groups)];
}

/**
 * Name hits: all of them when no code resolved; those of a combination when only a part of it is coded; a relaxant that the words name
 * where the codes name something else, because one of the two is wrong and nobody knows which.
 */
function withNames(lookup: Lookup, input: MedicationInput, coded: readonly Hit[]): readonly Hit[] {
  const named = input.names.flatMap((name) => namedHits(lookup, name));
  if (coded.length === 0) return named;
  const codedIngredients = new Set(coded.flatMap((found) => found.meaning.ingredients));
  const namesACodedOne = named.some((found) =>
    found.meaning.ingredients.some((i) => codedIngredients.has(i)),
  );
  if (!namesACodedOne)
    return [
      ...coded,
      ...named.filter((found) => found.meaning.ingredients.some((i) => isRelaxantIngredient(lookup, i))),
    ];
  if (coded.some((found) => found.product)) return coded;
  return [
    ...coded,
    ...named.filter((found) => !found.meaning.ingredients.every((i) => codedIngredients.has(i))),
  ];
}

/** Starter packs name the medicines that decide between them: "Lamictal Blue (For Patients Taking Valproate)". */
const TAKEN_BESIDE = /\([^)]*\btaking\b[^)]*\)/gi;

function namedHits(lookup: Lookup, name: string): readonly Hit[] {
  return lookup.names
    .findIn(plainWords(name.replace(TAKEN_BESIDE, ' ')))
    .filter((found) => found.at === 0 || !WEAK_NAMES.has(found.name))
    .map((found) => ({
      meaning: lookup.meaning(found.value),
      basis: 'name' as const,
      by: `name "${name}"`,
      product: false,
    }));
}

function routeOf(products: readonly Hit[], hits: readonly Hit[], names: string, directions: string): Route {
  const [product] = products;
  if (product !== undefined) return product.meaning.route;
  const branded = hits.map((found) => found.meaning.route).find((route) => route !== 'unknown');
  return routeFromWords(names) ?? branded ?? routeFromDirections(directions) ?? 'unknown';
}

/** The ingredient code beside its product adds nothing, and must not undo what the product says ("buprenorphine" beside the tablet for OUD). */
function coveredBy(products: readonly Hit[], found: Hit): boolean {
  const inside = new Set(products.flatMap((product) => product.meaning.ingredients));
  return inside.size > 0 && found.meaning.ingredients.every((ingredient) => inside.has(ingredient));
}

function narrow(
  groups: Map<string, GroupMatch>,
  found: Hit,
  text: string,
  anyRoute: boolean,
  route: Route,
): void {
  if (anyRoute) return;
  for (const { ingredient, when, add, drop, anyRoute: whole } of NARROWINGS) {
    if (!found.meaning.ingredients.includes(ingredient) || !when.test(text)) continue;
    if (drop !== undefined) groups.delete(drop);
    if (add !== undefined && !groups.has(add) && (whole === true || actsSystemically(add, route)))
      groups.set(add, { group: add, basis: found.basis, by: found.by });
  }
}
