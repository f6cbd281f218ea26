import { useSyncExternalStore } from 'react';

/**
 * How much room the EHR gives: one column with tabs · review and line list · review and live paper · all three.
 * Widths in CSS px, so a zoomed page counts as the narrow one it is.
 */
export type Frame = 'narrow' | 'middle' | 'wide' | 'widest';

const STEPS: readonly (readonly [Frame, string])[] = [
  ['widest', '(min-width: 1440px)'],
  ['wide', '(min-width: 1180px)'],
  ['middle', '(min-width: 880px)'],
];

function current(): Frame {
  return STEPS.find(([, query]) => matchMedia(query).matches)?.[0] ?? 'narrow';
}

function subscribe(changed: () => void): () => void {
  const lists = STEPS.map(([, query]) => matchMedia(query));
  lists.forEach((list) => list.addEventListener('change', changed));
  return () => {
    lists.forEach((list) => list.removeEventListener('change', changed));
  };
}

export const useFrame = (): Frame => useSyncExternalStore(subscribe, current);
