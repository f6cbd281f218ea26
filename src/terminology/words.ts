/**
 * Words as charts write them, made comparable: accents, tall-man letters (tiZANidine), hyphens and slashes do not matter.
 * Names are compared word by word, never as parts of words: "Soma" is not in "Somatuline" or "liposomal".
 */

const ASCII = /^[\t\n\r -~]*$/;

/** Lower case, without accents, punctuation as single spaces: "Café-au-Lait (ER)" → "cafe au lait er". */
export function plainWords(text: string): string {
  // Nearly every text of a chart is ASCII, which has no accents: the short way gives the same words in a third of the time.
  const letters = ASCII.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9%.]+/g, ' ')
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}%.]+/gu, ' ');
  return letters
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** A name found in a text, with the place of its first word. */
export interface FoundName<T> {
  readonly name: string;
  readonly value: T;
  readonly at: number;
}

/** Finds the names of a list in a text, longest name first at each place. Cost grows with the words of the text only. */
export class NameIndex<T> {
  private readonly byName = new Map<string, T>();
  /** Words of the longest name that begins with this word: most words of a text begin none. */
  private readonly longest = new Map<string, number>();

  /** `name` must already be in the form of `plainWords`. The first value given for a name stays. */
  add(name: string, value: T): void {
    if (name === '' || this.byName.has(name)) return;
    this.byName.set(name, value);
    let words = 1;
    for (let at = name.indexOf(' '); at !== -1; at = name.indexOf(' ', at + 1)) words += 1;
    const [first = ''] = name.split(' ', 1);
    this.longest.set(first, Math.max(words, this.longest.get(first) ?? 0));
  }

  get(name: string): T | undefined {
    return this.byName.get(name);
  }

  /** `text` must already be in the form of `plainWords`. */
  findIn(text: string): readonly FoundName<T>[] {
    const words = text.split(' ');
    const found: FoundName<T>[] = [];
    for (let at = 0; at < words.length;) {
      let step = 1;
      for (
        let count = Math.min(this.longest.get(words[at] ?? '') ?? 0, words.length - at);
        count > 0;
        count -= 1
      ) {
        const name = words.slice(at, at + count).join(' ');
        const value = this.byName.get(name);
        if (value === undefined) continue;
        found.push({ name, value, at });
        step = count;
        break;
      }
      at += step;
    }
    return found;
  }
}
