/** A condition in words: one part of a sentence, or parts joined by AND or OR. `lead` is said once before its parts. */
export type Words =
  | string
  | { readonly all: readonly Words[] }
  | { readonly any: readonly Words[]; readonly lead?: string };

/** A join with one part is that part, and a join inside a join of the same kind is one join. */
export function joined(kind: 'all' | 'any', parts: readonly Words[]): Words {
  const flat = parts.flatMap((part) => {
    if (typeof part === 'string') return [part];
    if (kind === 'all') return 'all' in part ? part.all : [part];
    return 'any' in part && part.lead === undefined ? part.any : [part];
  });
  const [first] = flat;
  if (flat.length === 1 && first !== undefined) return first;
  return kind === 'all' ? { all: flat } : { any: flat };
}

/** "on file: sleep apnea", or one of several under the same lead. */
export function oneOf(lead: string, names: readonly string[]): Words {
  return names.length === 1 ? `${lead}: ${names.join('')}` : { lead, any: names };
}

/** The same on one line, with brackets where AND meets OR. */
export function asLine(words: Words): string {
  if (typeof words === 'string') return words;
  const part = (inner: Words) => (typeof inner === 'string' ? inner : `(${asLine(inner)})`);
  if ('all' in words) return words.all.map(part).join(' AND ');
  const alternatives = words.any.map(part).join(' OR ');
  return words.lead === undefined ? alternatives : `${words.lead}: ${alternatives}`;
}

export const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** "age 65 or older", "age 17 or younger", "age 50 to 69". */
export function ageWords({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min === undefined) return `age ${max ?? 0} or younger`;
  return max === undefined ? `age ${min} or older` : `age ${min} to ${max}`;
}
