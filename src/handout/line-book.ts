import type { HandoutChoices, HandoutLine, Run, SectionId } from './model';
import { plain } from './runs';

interface Switch {
  readonly id: string;
  readonly group: HandoutLine['group'];
  readonly origin: string;
  /** Off unless the clinician turns it on. */
  readonly offByDefault?: true;
  /** Never printed now, with the reason: "off: red flag open". Wins over everything. */
  readonly lockedOff?: string;
}

/** Words that stay as they are. */
export interface FixedSpec extends Switch {
  readonly text: string;
  /** Always printed: danger signs, taper lines. */
  readonly lockedOn?: true;
}

/** A line that the clinician may put into other words and, in its section, into another place. */
export interface LineSpec extends Switch {
  readonly runs: readonly Run[];
  readonly section: SectionId;
  /** Part of a paragraph: it has no place of its own. */
  readonly fixedPlace?: true;
  /** Stands where others read it: words of the clinician that tell something private go to page 2. */
  readonly pageOne?: true;
}

export interface PaperLine {
  readonly id: string;
  readonly runs: readonly Run[];
}

/** Collects every line while the paper is composed, for the rail, and says which print and in which words. */
export class LineBook {
  readonly #lines: HandoutLine[] = [];
  readonly #moved: PaperLine[] = [];
  readonly #choices: HandoutChoices;
  /** Words that page 1 must not tell. */
  readonly isPrivate: (words: string) => boolean;

  constructor(choices: HandoutChoices, isPrivate: (words: string) => boolean) {
    this.#choices = choices;
    this.isPrivate = isPrivate;
  }

  /** True when it prints. */
  add({ text, lockedOn, ...spec }: FixedSpec): boolean {
    const on = spec.lockedOff === undefined && (lockedOn === true || this.#on(spec));
    const locked = spec.lockedOff !== undefined || lockedOn === true;
    this.#note(spec, { text, on, locked, edited: false });
    return on;
  }

  /** The line in the words in which it prints; undefined when it does not print at its place. */
  line(spec: LineSpec): PaperLine | undefined {
    const { id, section, pageOne, fixedPlace } = spec;
    const on = this.#on(spec);
    const standard = plain(spec.runs);
    const typed = this.typed(id);
    const edited = typed !== undefined && typed !== standard;
    const moves = edited && pageOne === true && this.isPrivate(typed);
    const line = { id, runs: edited ? [{ text: typed, isolate: true as const }] : spec.runs };
    this.#note(
      { ...spec, origin: moves ? `${spec.origin} · private words: moves to page 2` : spec.origin },
      {
        text: edited ? typed : standard,
        on,
        locked: spec.lockedOff !== undefined,
        edited,
        ...(fixedPlace === true || moves ? {} : { section }),
      },
    );
    if (!on) return undefined;
    if (!moves) return line;
    this.#moved.push(line);
    return undefined;
  }

  /** What the clinician wrote in place of a line; undefined when it stands as it was. */
  typed(id: string): string | undefined {
    const typed = this.#choices.words[id]?.replace(/\s+/g, ' ').trim();
    return typed === '' ? undefined : typed;
  }

  /** Lines of a section in the clinician's order; those that he or she did not move keep their places. */
  ordered<T extends { readonly id: string }>(section: SectionId, lines: readonly T[]): readonly T[] {
    const wanted = this.#choices.order[section] ?? [];
    const moved = wanted.flatMap((id) => lines.filter((line) => line.id === id));
    return lines.map((line) => (wanted.includes(line.id) ? (moved.shift() ?? line) : line));
  }

  /** Lines of page 1 whose new words belong on page 2. */
  get moved(): readonly PaperLine[] {
    return this.#moved;
  }

  /** In the order in which they print. */
  get lines(): readonly HandoutLine[] {
    const sections = Object.keys(this.#choices.order) as SectionId[];
    return sections.reduce<readonly HandoutLine[]>((lines, section) => {
      const arranged = [
        ...this.ordered(
          section,
          lines.filter((line) => line.section === section),
        ),
      ];
      return lines.map((line) => (line.section === section ? (arranged.shift() ?? line) : line));
    }, this.#lines);
  }

  #on({ id, offByDefault, lockedOff }: Switch): boolean {
    return lockedOff === undefined && (this.#choices.lines[id] ?? offByDefault !== true);
  }

  #note({ id, group, origin, lockedOff }: Switch, part: Omit<HandoutLine, 'id' | 'group' | 'origin'>): void {
    this.#lines.push({ id, group, origin: lockedOff ?? origin, ...part });
  }
}
