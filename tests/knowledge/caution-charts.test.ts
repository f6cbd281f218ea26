import { describe, expect, it } from 'vitest';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import { CHART_CASES, caused, cleared, saidOf, uncheckable } from './caution-chart';

const alwaysFires = new Set(CAUTION_RULES.filter(({ trigger }) => 'always' in trigger).map(({ id }) => id));

describe('each caution rule on a FHIR chart', () => {
  it('has a chart, and a cause unless it always fires', () => {
    expect(CHART_CASES.map(({ id }) => id)).toEqual(CAUTION_RULES.map(({ id }) => id));
    for (const { id, cause } of CHART_CASES) expect(cause.length === 0, id).toBe(alwaysFires.has(id));
  });

  it.each(CHART_CASES.map((one) => [one.id, one] as const))(
    '%s fires with its cause, is clear without it, and is not clear when it cannot be looked up',
    (id, one) => {
      expect(saidOf(caused(one), one)).toBe('fires');
      if (alwaysFires.has(id)) return;
      expect(saidOf(cleared(one), one)).toBe('clear');
      expect(saidOf(uncheckable(one), one)).toMatch(/^(could not check|not asked)$/);
    },
  );
});
