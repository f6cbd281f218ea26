import type { ListWord } from './content/text';
import type { HandoutDocument, Run } from './model';

/** What stands in a `{name}`: words from the chart or the site, or runs that are already kept apart. */
export type Value = string | readonly Run[];

/**
 * Turns a line of content into runs: `**…**` is strong, `{name}` is filled and isolated.
 * Filled values come from the chart and are never read as markup.
 * Throws when the line asks for a value that is not given: paper must never print a brace or "undefined".
 */
export function fill(line: string, values: Readonly<Record<string, Value>> = {}): readonly Run[] {
  return line.split('**').flatMap((stretch, index) => {
    const emphasis = index % 2 === 1 ? ({ strong: true } as const) : {};
    return stretch
      .split(/(\{\w+\})/)
      .filter((part) => part !== '')
      .flatMap((part): readonly Run[] => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        if (name === undefined) return [{ text: part, ...emphasis }];
        const value = values[name];
        if (value === undefined) throw new Error(`The handout line “${line}” needs a value for ${part}.`);
        const runs: readonly Run[] = typeof value === 'string' ? [{ text: value, isolate: true }] : value;
        return runs.map((run) => ({ ...run, ...emphasis }));
      })
      .filter((run) => run.text !== '');
  });
}

export const plain = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The filled line without emphasis, for cells and the rail. */
export const words = (line: string, values: Readonly<Record<string, Value>> = {}): string =>
  plain(fill(line, values));

/**
 * The filled line for places that take no markup, like the foot of the page. In right-to-left text its values are kept apart
 * by characters (U+2068 and U+2069): a phone number would else be read from its end.
 */
export const apart = (
  line: string,
  values: Readonly<Record<string, Value>>,
  direction: HandoutDocument['direction'],
): string =>
  direction === 'ltr'
    ? words(line, values)
    : fill(line, values)
        .map((run) => (run.isolate === true ? `\u2068${run.text}\u2069` : run.text))
        .join('');

export const strong = (runs: readonly Run[]): readonly Run[] => runs.map((run) => ({ ...run, strong: true }));

/** Sentences of one list item, with a space between. */
export function sentences(...parts: readonly (readonly Run[])[]): readonly Run[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [{ text: ' ' }, ...part]));
}

/** "a", "a and b", "a, b and c", each name once and each kept apart. */
export function joinNames(names: readonly string[], listWord: ListWord): readonly Run[] {
  const once = [...new Set(names)];
  return once.flatMap((name, index): readonly Run[] => {
    const run: Run = { text: name, isolate: true };
    if (index === 0) return [run];
    const comma = index > 1 && listWord.serial === true ? ',' : '';
    const between = index < once.length - 1 ? ', ' : `${comma} ${wordBefore(name, listWord)} `;
    return [{ text: between }, run];
  });
}

function wordBefore(name: string, { word, before }: ListWord): string {
  const lower = name.toLowerCase();
  return before?.starts.some((start) => lower.startsWith(start)) === true ? before.word : word;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** For names that open a sentence. */
export const capitalisedRuns = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run, index) => (index === 0 ? { ...run, text: capitalised(run.text) } : run));
