/**
 * Wrong versions of a rule, made from its data: each limit moved by one step, each member of a list left out, each limb dropped, forced or
 * turned round. A mutant that every case of the rule answers as before is a hole in the cases.
 */

/** Data of the knowledge, as it looks to someone who does not know its types. */
export type Json = string | number | boolean | undefined | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

export interface Mutant {
  /** Path and change: "trigger.any[1].lab below 60 → 61". */
  readonly what: string;
  readonly value: Json;
}

/** What may be put in the place of a value, by the key it stands under; an empty list leaves the value alone. */
export interface Vocabulary {
  /** Words of a closed list that take each other's place. */
  readonly alternatives: Readonly<Record<string, readonly (string | true)[]>>;
  /** Lists that also get members they should not have. */
  readonly strangers: Readonly<Record<string, readonly string[]>>;
  /** Values that never decide a verdict: words for the reader, and what stands there only for the type. */
  readonly isIdle: (key: string, at: string) => boolean;
  /** Keys that may be left out of an object, each a limit or an exception. */
  readonly optional: readonly string[];
  /** Objects that hold a limit per key: each may be left out. */
  readonly limitPerKey: readonly string[];
  /** What an object that has the key `to` may also say. */
  readonly added: readonly { readonly to: string; readonly key: string; readonly value: Json }[];
  /** A limb that always fires and one that never does. */
  readonly always: Json;
  readonly never: Json;
  /** Keys whose members are limbs. */
  readonly limbs: readonly string[];
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isFields = (value: Json): value is Fields => typeof value === 'object' && !isList(value);

/** Every mutant of one value; `at` is its path, for the report. */
export function mutantsOf(value: Json, vocabulary: Vocabulary, at = ''): readonly Mutant[] {
  if (isList(value)) return listMutants(value, vocabulary, at);
  if (isFields(value)) return fieldMutants(value, vocabulary, at);
  if (typeof value === 'number') return numberMutants(value, at);
  return [];
}

const lastKey = (at: string): string => /(\w+)(?:\[\d+\])*$/.exec(at)?.[1] ?? '';

function numberMutants(value: number, at: string): readonly Mutant[] {
  if (!Number.isFinite(value)) return [{ what: `${at} no limit → 0`, value: 0 }];
  // Results, degrees and milligrams are measured finer than years and days.
  const step = /\b(?:multiple|temperature\.atLeast)$/.test(at) || !Number.isInteger(value) ? 0.1 : 1;
  return [step, -step].map((by) => {
    const moved = Math.round((value + by) * 10) / 10;
    return { what: `${at} ${value} → ${moved}`, value: moved };
  });
}

function listMutants(list: readonly Json[], vocabulary: Vocabulary, at: string): readonly Mutant[] {
  const shorter = list.flatMap((member, index) =>
    list.length === 1
      ? []
      : [
          {
            what: `${at} without ${nameOf(member, index)}`,
            value: list.filter((_, other) => other !== index),
          },
        ],
  );
  const strangers = (vocabulary.strangers[lastKey(at)] ?? []).filter((stranger) => !list.includes(stranger));
  const more = strangers.map((stranger) => ({ what: `${at} with ${stranger}`, value: [...list, stranger] }));
  const isLimbs = vocabulary.limbs.includes(lastKey(at));
  const inside = list.flatMap((member, index) => {
    const path = `${at}[${index}]`;
    const forced = isLimbs && isFields(member) ? forcedMutants(member, vocabulary, path) : [];
    return [...mutantsOf(member, vocabulary, path), ...forced].map(({ what, value }) => ({
      what,
      value: list.with(index, value),
    }));
  });
  return [...shorter, ...more, ...inside];
}

function forcedMutants(member: Fields, { always, never }: Vocabulary, at: string): readonly Mutant[] {
  return [
    ...('always' in member ? [] : [{ what: `${at} always fires`, value: always }]),
    { what: `${at} never fires`, value: never },
  ];
}

const nameOf = (member: Json, index: number): string => (typeof member === 'string' ? member : `[${index}]`);

/** Pairs of keys that mean the opposite, or the other connective. */
const TURNED: Readonly<Record<string, string>> = {
  all: 'any',
  any: 'all',
  condition: 'noCondition',
  noCondition: 'condition',
  medicine: 'medicineEach',
  medicineEach: 'medicine',
};

function fieldMutants(fields: Fields, vocabulary: Vocabulary, at: string): readonly Mutant[] {
  const mutants: Mutant[] = [];
  for (const [key, value] of Object.entries(fields)) {
    const path = at === '' ? key : `${at}.${key}`;
    if (vocabulary.isIdle(key, path)) continue;
    const put = (changed: Json): Fields => ({ ...fields, [key]: changed });
    const scale = fields.lab === 'alt_xuln' ? `${path}.multiple` : path;
    for (const { what, value: changed } of mutantsOf(
      value,
      vocabulary,
      typeof value === 'number' ? scale : path,
    ))
      mutants.push({ what, value: put(changed) });
    if (typeof value === 'string' || value === true)
      for (const other of vocabulary.alternatives[key] ?? [])
        if (other !== value) mutants.push({ what: `${path} ${value} → ${other}`, value: put(other) });
    if (vocabulary.optional.includes(key) || vocabulary.limitPerKey.includes(lastKey(at)))
      mutants.push({ what: `${path} left out`, value: without(fields, key) });
    const turned = isList(value) ? TURNED[key] : undefined;
    // Of one member, "all" and "any" say the same; a presence and an absence never do.
    if (turned !== undefined && ((isList(value) && value.length > 1) || turned.endsWith('ondition')))
      mutants.push({ what: `${path} → ${turned}`, value: { ...without(fields, key), [turned]: value } });
  }
  for (const { to, key, value } of vocabulary.added)
    if (to in fields && !(key in fields))
      mutants.push({ what: `${at}.${key} added`, value: { ...fields, [key]: value } });
  return mutants;
}

const without = (fields: Fields, key: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([other]) => other !== key));
