import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, Missing, Verdict } from '../../src/review/types';
import { CLEAR, allOf, anyOf, fires, unknown } from '../../src/review/verdict';

const evidence = (reference: string, label = reference): Evidence => ({
  reference,
  text: reference,
  detail: '',
  basis: 'code',
  by: '',
  label,
});
const missing = (key: string): Missing => ({ key, kind: 'lab', why: key });

const FIRES = fires([evidence('Condition/1')]);
const UNKNOWN = unknown([missing('egfr')]);
const word = (verdict: Verdict) => verdict.value;

describe('three-valued logic', () => {
  it('AND: one clear limb clears, else one unknown limb leaves it unknown', () => {
    expect(word(allOf([FIRES, FIRES]))).toBe('fires');
    expect(word(allOf([FIRES, UNKNOWN]))).toBe('unknown');
    expect(word(allOf([UNKNOWN, UNKNOWN]))).toBe('unknown');
    expect(word(allOf([UNKNOWN, CLEAR]))).toBe('clear');
    expect(word(allOf([FIRES, CLEAR]))).toBe('clear');
  });

  it('OR: one firing limb fires, else one unknown limb leaves it unknown', () => {
    expect(word(anyOf([CLEAR, CLEAR]))).toBe('clear');
    expect(word(anyOf([CLEAR, UNKNOWN]))).toBe('unknown');
    expect(word(anyOf([UNKNOWN, FIRES]))).toBe('fires');
    expect(word(anyOf([CLEAR, FIRES]))).toBe('fires');
  });

  it('names each missing thing once, and only of limbs that are unknown', () => {
    const both = allOf([UNKNOWN, unknown([missing('egfr'), missing('Condition')]), FIRES]);
    expect(both).toEqual({ value: 'unknown', missing: [missing('egfr'), missing('Condition')] });
  });

  it('keeps an entry once for each thing it is evidence of', () => {
    const twice = allOf([
      FIRES,
      fires([evidence('Condition/1'), evidence('Condition/1', 'falls'), evidence('Condition/2')]),
    ]);
    expect(twice.value === 'fires' ? twice.evidence.map(({ label }) => label) : []).toEqual([
      'Condition/1',
      'falls',
      'Condition/2',
    ]);
  });

  it('an unknown firing limb says nothing of what another could not read', () => {
    expect(anyOf([FIRES, UNKNOWN])).toEqual(FIRES);
  });

  it('learning one unknown limb never turns a settled answer round, in any nesting', () => {
    interface Tree {
      readonly op: 'all' | 'any';
      readonly limbs: readonly (Tree | number)[];
    }
    const { tree } = fc.letrec<{ tree: Tree; limb: Tree | number }>((tie) => ({
      limb: fc.oneof({ depthSize: 'small' }, fc.nat(5), tie('tree')),
      tree: fc.record({
        op: fc.constantFrom('all' as const, 'any' as const),
        limbs: fc.array(tie('limb'), { minLength: 1, maxLength: 4 }),
      }),
    }));
    const judge = (node: Tree | number, leaves: readonly Verdict[]): Verdict => {
      if (typeof node === 'number') return leaves[node] ?? CLEAR;
      const limbs = node.limbs.map((limb) => judge(limb, leaves));
      return node.op === 'all' ? allOf(limbs) : anyOf(limbs);
    };
    const leaf = fc.constantFrom(FIRES, CLEAR, UNKNOWN);
    fc.assert(
      fc.property(
        tree,
        fc.array(leaf, { minLength: 6, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (node, before, learned) => {
          const after = before.map((verdict, at) =>
            verdict.value !== 'unknown' ? verdict : learned[at] === true ? FIRES : CLEAR,
          );
          const first = judge(node, before).value;
          if (first !== 'unknown') expect(judge(node, after).value).toBe(first);
          expect(judge(node, after).value).not.toBe('unknown');
        },
      ),
      { numRuns: 300 },
    );
  });
});
