import type { Route } from './types';

/** Words and routes that turn a relaxant ingredient into one of the drug ids, or into a product that is not taken home. */
export interface RelaxantReading {
  /** Undefined when it is not a take-home relaxant. */
  readonly drug?: string;
  readonly formStated: boolean;
  readonly setAside?: string;
}

const EXTENDED = /\b(er|xr|cr|sr)\b|\bextended|\b24 ?hr?\b|\bamrix\b/;
const SUBLINGUAL = /\bsublingual|\bsl\b|\btonmya\b|\b2\.8 ?mg\b/;
const IMMEDIATE = /\btab(let)?s?\b|\bimmediate\b|\bir\b|\b(5|7\.5|10) ?mg\b|\bflexeril\b|\bfexmid\b/;

/** Rescue diazepam for seizures (rectal gel, nasal spray, buccal film) is not a relaxant; it stays a benzodiazepine. */
const DIAZEPAM_RESCUE = new Set<Route>(['rectal', 'nasal', 'sublingual']);
const SWALLOWED = new Set<Route>(['oral', 'sublingual', 'unknown']);

const REASONS: Readonly<Partial<Record<Route, string>>> = {
  intrathecal: 'given by a pump into the spine (intrathecal): not a medicine to swallow',
  injection: 'given by injection in a clinic or hospital: not a medicine to take home',
  topical: 'cream or gel for the skin: not a medicine to swallow',
  transdermal: 'cream or patch for the skin: not a medicine to swallow',
};

/**
 * `ingredient` is a relaxant ingredient, `together` all ingredients of the product, `text` names and directions in the form of `plainWords`.
 */
export function readRelaxant(
  ingredient: string,
  together: readonly string[],
  route: Route,
  text: string,
): RelaxantReading {
  if (ingredient === 'diazepam' && DIAZEPAM_RESCUE.has(route))
    return { formStated: true, setAside: 'rescue medicine for seizures: not used as a muscle relaxant' };
  if (ingredient === 'baclofen' && route === 'injection')
    return { formStated: true, setAside: REASONS.intrathecal ?? '' };
  if (!SWALLOWED.has(route))
    return { formStated: true, setAside: REASONS[route] ?? `given by another route (${route})` };
  if (ingredient === 'cyclobenzaprine') {
    if (route === 'sublingual' || SUBLINGUAL.test(text))
      return { drug: 'cyclobenzaprine_sl', formStated: true };
    if (EXTENDED.test(text)) return { drug: 'cyclobenzaprine_er', formStated: true };
    return { drug: 'cyclobenzaprine_ir', formStated: IMMEDIATE.test(text) };
  }
  if (ingredient === 'orphenadrine' && together.includes('aspirin'))
    return { drug: 'orphenadrine_asa_caffeine', formStated: true };
  return { drug: ingredient, formStated: true };
}
