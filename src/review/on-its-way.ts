import type { Missing, Review } from './types';

/** Its part of the chart is still being read: it will go, or say why it stays. */
export const isOnItsWay = ({ kind, waits }: Missing, { completeness }: Review): boolean =>
  waits ?? (kind === 'lab' && completeness.Observation === 'loading');
