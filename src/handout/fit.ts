import type { Composition } from './page-one';
import type { Droppable } from './page-two';

export function partsToDrop(_c: Composition, _gapsLine: string): ReadonlySet<Droppable> {
  return new Set();
}
