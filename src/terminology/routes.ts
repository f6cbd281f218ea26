import type { Route } from './types';

/**
 * Where a product acts, read from its name, its dose form or the directions. Order matters: the first that fits wins, so that
 * "ophthalmic solution" is never read as a solution to drink. Dose forms are those of RxNorm,
 * https://www.nlm.nih.gov/research/umls/rxnorm/docs/appendix3.html
 */
const FORMS: readonly (readonly [RegExp, Route])[] = [
  [/\bintrathecal|\bpump\b(?! inhal)|\bintraventric/, 'intrathecal'],
  [
    /\bophthalmic\b|\bin(to)? (the |each |both |your |affected |left |right )*eyes?\b|\beye (drops?|ointment|gel)\b|\bdrops? ou\b|\bintravitreal\b/,
    'ophthalmic',
  ],
  [/\botic\b|\bin(to)? (the |each |both |your |affected |left |right )*ears?\b|\bear drops?\b/, 'otic'],
  [/\bnasal\b|\bintranasal|\bnostrils?\b/, 'nasal'],
  [/\bvaginal|\bintravaginal/, 'vaginal'],
  [/\brectal|\bsuppositor|\benema\b/, 'rectal'],
  [
    /\bsublingual|\bbuccal|\btransmucosal|\bunder (the |your )?tongue\b|\bmucous membrane|\boral lozenge\b/,
    'sublingual',
  ],
  [/\binhal|\bnebuli[sz]|\bpuffs?\b|\bmetered dose\b|\bhfa\b|\bdiskus\b|\brespimat\b|\bellipta\b/, 'inhaled'],
  [/\bimplants?\b/, 'implant'],
  [
    /\binj(ect|\b)|(?<!\boral )\bsyringe|\bauto ?injector|\bcartridge\b|\bintraven|(?<!\b(?:c|schedule|class) )\biv\b|\bintramusc|\bim\b|\bsubcut|\binfusion|\bvials?\b|\bpen injector\b|\bdepot\b|\bintra articular/,
    'injection',
  ],
  // "%" beside a drug that is otherwise swallowed is a compounded cream: "Baclofen 2%, Diclofenac 10% in Lipoderm".
  [
    /\btopical|\bcream\b|\bointment\b|\blotion\b|\blipoderm\b|\bgel\b(?! ?cap)|\bfoam\b|\bshampoo\b|\bplo\b|\bpaste\b|\d ?%|\bapply (to|a thin|thin|topically|sparingly|[0-9.]+ (grams?|g)\b)|\bto (the )?(skin|affected area)/,
    'topical',
  ],
  [/\btransdermal|\bpatch(es)?\b/, 'transdermal'],
  [
    /\boral|\bby mouth\b|\bpo\b|\btablets?\b|\btabs?\b|\bcapsules?\b|\bcaps?\b|\bchew|\bsyrup\b|\belixir\b|\bdisintegrating\b|\bgranules\b|\bswallow\b|\bcaplets?\b|\bsoftgels?\b|\bper os\b/,
    'oral',
  ],
];

/** `text` in the form of `plainWords`. Undefined when it says nothing about where the product acts. */
export function routeFromWords(text: string): Route | undefined {
  return FORMS.find(([shape]) => shape.test(text))?.[1];
}

const SWALLOWED = /\bby mouth\b|\bpo\b|\borally\b|\btake\b.*\b(tab(let)?s?|cap(sule)?s?)\b/;
const NOT_SWALLOWED =
  /\bunder (the |your )?tongue\b|\bsublingual|\bbuccal|\bdissolv|\bdo not (take|swallow)\b|\bnot (to be taken )?by mouth\b/;

/**
 * The route that directions state. They name other places too ("Take 1 tablet by mouth, apply heat to the affected area", "for nasal
 * congestion"): what is said to be swallowed is swallowed.
 */
export function routeFromDirections(text: string): Route | undefined {
  return SWALLOWED.test(text) && !NOT_SWALLOWED.test(text) ? 'oral' : routeFromWords(text);
}

/** Products that act where they are put: they never count for a class that acts in the whole body. */
const LOCAL = new Set<Route>(['topical', 'ophthalmic', 'otic', 'vaginal', 'inhaled']);

/**
 * Does a product of this class act in the whole body by this route? Used when only the ingredient is coded or named;
 * products listed in fhir/ValueSet are in or out by their own code.
 */
export function actsSystemically(group: string, route: Route): boolean {
  // Estrogen gels and sprays and the contraceptive ring are made to reach the blood.
  if (group === 'estrogen_hrt' && route === 'topical') return true;
  if (group === 'estrogen_contraceptive' && route === 'vaginal') return true;
  if (LOCAL.has(route)) return false;
  // Nasal steroid sprays and steroid enemas are local; nasal opioids, triptans, ketorolac and rescue benzodiazepines are not.
  if (group === 'corticosteroid_systemic') return route !== 'nasal' && route !== 'rectal';
  if (group === 'sedating_antihistamine' || group === 'anticholinergic') return route !== 'nasal';
  return true;
}

/** Groups of a product that holds these ingredients, where nothing else is known of it. */
export function groupsOfIngredients(
  ingredients: readonly string[],
  route: Route,
  groupsOf: (ingredient: string) => readonly string[],
): readonly string[] {
  return [...new Set(ingredients.flatMap(groupsOf))].filter((group) => actsSystemically(group, route));
}
