import type { ItemHit } from './presentation';
import type { Evidence } from './types';

/** What a hit rests on beside the orders of its own relaxant. */
export function otherEvidence({ relaxant, hit }: ItemHit): readonly Evidence[] {
  const own = new Set(relaxant.orders.map(({ reference }) => reference));
  return hit.evidence.filter(({ reference }) => !own.has(reference));
}

export interface Partner {
  readonly reference: string;
  readonly name: string;
}

/** Medicines of an item that are not among its relaxants, each order once. */
export function partnersOf(hits: readonly ItemHit[]): readonly Partner[] {
  const own = new Set(hits.flatMap(({ relaxant }) => relaxant.orders.map(({ reference }) => reference)));
  const partners = new Map<string, Partner>();
  for (const { hit } of hits)
    for (const { reference, label } of hit.evidence)
      if (reference.startsWith('Medication') && !own.has(reference))
        partners.set(reference, { reference, name: label });
  return [...partners.values()];
}
