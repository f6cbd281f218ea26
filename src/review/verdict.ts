import type { Evidence, Missing, Verdict } from './types';

/** Kleene's three-valued logic with reasons: https://en.wikipedia.org/wiki/Three-valued_logic#Kleene_logic */
export const CLEAR: Verdict = { value: 'clear' };

export const fires = (evidence: readonly Evidence[]): Verdict => ({ value: 'fires', evidence });

export const unknown = (missing: readonly Missing[]): Verdict => ({ value: 'unknown', missing });

/** AND: clear if any limb is clear; else unknown if any is unknown; else fires with all evidence. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some((verdict) => verdict.value === 'clear')) return CLEAR;
  const missing = collectMissing(verdicts);
  return missing.length > 0 ? unknown(missing) : fires(collectEvidence(verdicts));
}

/** OR: fires if any limb fires; else unknown if any is unknown; else clear. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.some((verdict) => verdict.value === 'fires')) return fires(collectEvidence(verdicts));
  const missing = collectMissing(verdicts);
  return missing.length > 0 ? unknown(missing) : CLEAR;
}

function collectEvidence(verdicts: readonly Verdict[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const verdict of verdicts) {
    if (verdict.value !== 'fires') continue;
    for (const item of verdict.evidence) {
      const key = `${item.reference}|${item.label}`;
      if (!seen.has(key)) seen.set(key, item);
    }
  }
  return [...seen.values()];
}

function collectMissing(verdicts: readonly Verdict[]): Missing[] {
  const seen = new Map<string, Missing>();
  for (const verdict of verdicts) {
    if (verdict.value !== 'unknown') continue;
    for (const item of verdict.missing) if (!seen.has(item.key)) seen.set(item.key, item);
  }
  return [...seen.values()];
}
