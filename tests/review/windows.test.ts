import { describe, expect, it } from 'vitest';
import { WINDOW_CASES } from './window-cases';

describe('windows, codes, units and lists', () => {
  for (const { chart, expected, said } of WINDOW_CASES)
    it(`${chart}: ${expected === '' ? 'nothing' : expected}`, () => {
      expect(said()).toBe(expected);
    });
});
