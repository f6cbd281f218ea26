import type { HandoutChoices, HandoutLine } from './model';

export interface LineSpec {
  readonly id: string;
  readonly group: HandoutLine['group'];
  readonly text: string;
  readonly origin: string;
  /** Off unless the clinician turns it on. */
  readonly offByDefault?: true;
  /** Always printed: danger signs, taper lines. */
  readonly lockedOn?: true;
  /** Never printed now, with the reason: "off: red flag open". Wins over everything. */
  readonly lockedOff?: string;
}

/**
 * Collects every switchable or locked line while the paper is composed, for the rail.
 * `add` answers whether the line prints.
 */
export class LineBook {
  readonly #lines: HandoutLine[] = [];
  readonly #choices: HandoutChoices;

  constructor(choices: HandoutChoices) {
    this.#choices = choices;
  }

  add(spec: LineSpec): boolean {
    const locked = spec.lockedOff !== undefined || spec.lockedOn === true;
    const chosen = this.#choices.lines[spec.id] ?? spec.offByDefault !== true;
    const on = spec.lockedOff !== undefined ? false : spec.lockedOn === true || chosen;
    this.#lines.push({
      id: spec.id,
      group: spec.group,
      text: spec.text,
      on,
      locked,
      origin: spec.lockedOff ?? spec.origin,
    });
    return on;
  }

  get lines(): readonly HandoutLine[] {
    return this.#lines;
  }
}
