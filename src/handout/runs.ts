import type { Run } from './model';

/**
 * Turns a line of content into runs: `**…**` is strong, `{name}` is filled and isolated.
 * Filled values come from the chart and are never read as markup.
 * Throws when the line asks for a value that is not given: paper must never print a brace or "undefined".
 */
export function fill(line: string, values: Readonly<Record<string, string>> = {}): readonly Run[] {
  return line.split('**').flatMap((stretch, index) => {
    const strong = index % 2 === 1;
    return stretch
      .split(/(\{\w+\})/)
      .filter((part) => part !== '')
      .map((part): Run => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        if (name === undefined) return { text: part, ...(strong ? { strong: true } : {}) };
        const value = values[name];
        if (value === undefined) throw new Error(`The handout line “${line}” needs a value for ${part}.`);
        return { text: value, isolate: true, ...(strong ? { strong: true } : {}) };
      })
      .filter((run) => run.text !== '');
  });
}

export const plain = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The filled line without emphasis, for cells, the rail and the footer. */
export const words = (line: string, values: Readonly<Record<string, string>> = {}): string =>
  plain(fill(line, values));

/** Sentences of one list item, with a space between. */
export function sentences(...parts: readonly (readonly Run[])[]): readonly Run[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [{ text: ' ' }, ...part]));
}

/** "a", "a and b", "a, b and c", each name once. */
export function joinNames(names: readonly string[], word: string): string {
  const once = [...new Set(names)];
  const last = once.at(-1) ?? '';
  return once.length < 2 ? last : `${once.slice(0, -1).join(', ')} ${word} ${last}`;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
