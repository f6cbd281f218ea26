import { NARROWINGS } from './condition-narrowing';
import { CONDITION_WORDS } from './condition-words';
import { INFECTION_AND_ORGAN_WORDS } from './infection-and-organ-words';
import { RED_FLAG_WORDS } from './red-flag-words';
import { countsInPhase, isSelfHarm } from './seventh-characters';
import { STATEMENT_PATTERNS, statementsOf } from './statements';
import type { Coding, CodeSystem } from './systems';
import type { Lookup, PrefixRule } from './tables';
import type { ConditionInput, ConditionMatch, GroupMatch } from './types';

const ICD_LABELS: Readonly<Partial<Record<CodeSystem, string>>> = {
  icd10cm: 'ICD-10-CM',
  icd10: 'ICD-10',
  icd9cm: 'ICD-9-CM',
};

/** Codes that say "not stated": they contradict nothing, so the words may speak. R69 Illness, unspecified; 799.9 its ICD-9 twin. */
const SAYS_NOTHING = new Set(['R69', '7999']);

/** The review lists an uncoded suspicion as unconfirmed; beside a code that names no suspicion the words would make it a diagnosis. */
const SUSPECTED = /\bsuspected\b|\bsuspicion\b/;

const WORDS = [...CONDITION_WORDS, ...RED_FLAG_WORDS, ...INFECTION_AND_ORGAN_WORDS];

/** Uses of the word patterns, one each: the first use of a pattern compiles it, the second optimises it. */
export const WORD_USES: readonly (() => void)[] = [0, 1]
  .flatMap(() => [...STATEMENT_PATTERNS, ...WORDS.map(({ words }) => words)])
  .map((pattern) => () => {
    pattern.test('back pain');
  });

/**
 * Resolves a condition: every coding, by ICD prefix (the longest listed prefix of a group decides) and SNOMED CT code; its words only
 * where no code is usable, and to narrow what a code found. An entry with any readable code or text is at least known.
 */
export function recogniseCondition(lookup: Lookup, input: ConditionInput): ConditionMatch {
  const groups = new Map<string, GroupMatch>();
  const add = (match: GroupMatch) => {
    if (!groups.has(match.group)) groups.set(match.group, match);
  };
  const icd = input.codings.flatMap((coding) => icdCode(coding));
  for (const { coding, code, label } of icd) {
    const by = `${label} ${coding.code.trim()}`;
    for (const group of groupsOfIcd(prefixesOf(lookup, coding.system), code))
      if (countsInPhase(group, code)) add({ group, basis: 'code', by });
    if (coding.system === 'icd10cm' && isSelfHarm(code)) add({ group: 'suicidality', basis: 'code', by });
  }
  for (const coding of input.codings) {
    if (coding.system === 'snomed')
      for (const group of lookup.snomed.get(Number(coding.code.trim())) ?? [])
        add({ group, basis: 'code', by: `SNOMED CT ${coding.code.trim()}` });
    // On an allergy list the substance stands for the allergy.
    if (coding.system === 'rxnorm' && isPainReliever(lookup, coding.code))
      add({ group: 'aspirin_allergy', basis: 'code', by: `RxNorm ${coding.code.trim()}` });
  }

  const coded = input.codings.some(({ system }) => system === 'snomed' || ICD_LABELS[system] !== undefined);
  const spoken = input.names
    .flatMap((name) => statementsOf(name).map((text) => ({ name, text })))
    .filter(({ text }) => !(coded && SUSPECTED.test(text)));
  const codesSpeak = groups.size > 0 || icd.some(({ code }) => !SAYS_NOTHING.has(code));
  if (!codesSpeak)
    for (const { name, text } of spoken)
      for (const { group, words, unless } of WORDS)
        if (words.test(text) && unless?.test(text) !== true)
          add({ group, basis: 'name', by: `name "${name}"` });

  narrow(
    groups,
    icd.map(({ code }) => code),
    spoken,
  );
  const readable = input.names.some((name) => name.trim() !== '') || input.codings.some(isReadable);
  return {
    recognition: groups.size > 0 ? 'matched' : readable ? 'known' : 'not-recognised',
    groups: [...groups.values()],
  };
}

/** Aspirin of any strength, or another NSAID. */
function isPainReliever(lookup: Lookup, rxcui: string): boolean {
  const found = lookup.rxnorm.get(Number(rxcui.trim()));
  if (found === undefined) return false;
  const { groups, ingredients } = lookup.meaning(found);
  return groups.includes('nsaid') || ingredients.includes('aspirin');
}

function isReadable(coding: Coding): boolean {
  return coding.system !== 'data-absent-reason' && coding.code.trim() !== '';
}

function icdCode(coding: Coding): readonly { coding: Coding; code: string; label: string }[] {
  const label = ICD_LABELS[coding.system];
  const code = coding.code.trim().toUpperCase().replaceAll('.', '');
  return label === undefined || code === '' ? [] : [{ coding, code, label }];
}

function prefixesOf(lookup: Lookup, system: CodeSystem): ReadonlyMap<string, PrefixRule> {
  if (system === 'icd9cm') return lookup.icd9cm;
  return system === 'icd10' ? lookup.icd10 : lookup.icd10cm;
}

/** Walks the prefixes from the whole code to its first letter; the first that speaks about a group decides for that group. */
function groupsOfIcd(rules: ReadonlyMap<string, PrefixRule>, code: string): readonly string[] {
  const decided = new Map<string, boolean>();
  for (let length = code.length; length > 0; length -= 1) {
    const rule = rules.get(code.slice(0, length));
    if (rule === undefined) continue;
    for (const group of rule.outOf) if (!decided.has(group)) decided.set(group, false);
    for (const group of rule.into) if (!decided.has(group)) decided.set(group, true);
  }
  return [...decided].flatMap(([group, isIn]) => (isIn ? [group] : []));
}

/** Grade, stage, place and repair are often only in the words beside the code. */
function narrow(
  groups: Map<string, GroupMatch>,
  icd: readonly string[],
  spoken: readonly { readonly name: string; readonly text: string }[],
): void {
  for (const { from, prefixes, words, unless, to, replaces } of NARROWINGS) {
    const wider = from === undefined ? undefined : groups.get(from);
    const coded =
      prefixes !== undefined && icd.some((code) => prefixes.some((prefix) => code.startsWith(prefix)));
    if ((wider === undefined && !coded) || (groups.has(to) && replaces !== true)) continue;
    const found = spoken.find(({ text }) => words.test(text) && unless?.test(text) !== true);
    if (found === undefined) continue;
    if (!groups.has(to))
      groups.set(to, {
        group: to,
        basis: wider?.basis ?? 'code',
        by: `${wider?.by ?? 'code'} with name "${found.name}"`,
      });
    if (replaces === true && from !== undefined) groups.delete(from);
  }
}
