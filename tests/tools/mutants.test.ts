import { describe, expect, it } from 'vitest';
import { mutantsOf } from '../../tools/mutants';
import type { Vocabulary } from '../../tools/mutants';

const WORDS: Vocabulary = {
  alternatives: { severity: ['serious', 'caution'] },
  strangers: { medicine: ['opioid', 'ssri'] },
  isIdle: (key) => key === 'id',
  optional: ['min'],
  limitPerKey: [],
  added: [{ to: 'medicine', key: 'recent', value: true }],
  always: { always: true },
  never: { any: [] },
  limbs: ['all'],
};

describe('mutants of a rule', () => {
  it('move each limit, drop and add members, drop, force and turn limbs, and leave words alone', () => {
    const rule = {
      id: 'X',
      trigger: { all: [{ age: { min: 65 } }, { medicine: ['opioid'] }] },
      severity: 'serious',
    };
    expect(mutantsOf(rule, WORDS).map(({ what }) => what)).toEqual([
      'trigger.all without [0]',
      'trigger.all without [1]',
      'trigger.all[0].age.min 65 → 66',
      'trigger.all[0].age.min 65 → 64',
      'trigger.all[0].age.min left out',
      'trigger.all[0] always fires',
      'trigger.all[0] never fires',
      'trigger.all[1].medicine with ssri',
      'trigger.all[1].recent added',
      'trigger.all[1] always fires',
      'trigger.all[1] never fires',
      'trigger.all → any',
      'severity serious → caution',
    ]);
  });

  it('leave the rule itself as it was', () => {
    const rule = Object.freeze({ trigger: Object.freeze({ all: Object.freeze([{ age: { min: 65 } }]) }) });
    const before = JSON.stringify(rule);
    for (const { value } of mutantsOf(rule, WORDS)) expect(JSON.stringify(value)).not.toBe(before);
    expect(JSON.stringify(rule)).toBe(before);
  });
});
