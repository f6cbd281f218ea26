import { describe, expect, it } from 'vitest';
import { byCodeUnits } from '../../src/chart/text-order';

describe('the order of days and references', () => {
  it('counts every character, also the hyphen and the case that some languages skip', () => {
    const mixed = ['Order/b', 'Order/a1', 'Order/B', 'Order/a-2', 'Order/a'];
    expect(mixed.toSorted(byCodeUnits)).toEqual(['Order/B', 'Order/a', 'Order/a-2', 'Order/a1', 'Order/b']);
  });

  it('keeps equals where they are', () => {
    expect(byCodeUnits('2026-11-26', '2026-11-26')).toBe(0);
  });
});
