import { useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';

export interface Roving {
  readonly list: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  };
  /** 0 for the row that Tab reaches (and for what is inside it), -1 for the others. */
  readonly tabIndex: (row: number) => 0 | -1;
}

const HEADS = '[data-row-head]';

/**
 * A list is one tab stop: Up, Down, Home and End move between row heads (buttons marked `data-row-head={row}`);
 * what is inside the current row follows in the tab order.
 * Source: WAI-ARIA Authoring Practices, roving tabindex, https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/
 */
export function useRoving(rows: number): Roving {
  const [current, setCurrent] = useState(0);
  const reachable = Math.min(current, Math.max(0, rows - 1));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(HEADS)) return;
    const heads = [...event.currentTarget.querySelectorAll<HTMLElement>(HEADS)];
    const here = heads.indexOf(event.target);
    const there = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: heads.length - 1 }[event.key];
    const next = there === undefined ? undefined : heads[there];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const row = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
    if (row !== undefined) setCurrent(Number(row));
  };
  return { list: { onKeyDown, onFocus }, tabIndex: (row) => (row === reachable ? 0 : -1) };
}
