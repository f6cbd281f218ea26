import { describe, expect, it } from 'vitest';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { withSections } from '../../src/chart/merge-sections';
import type { Chart, SectionReport } from '../../src/chart/types';

const SAID = 'This response may not contain the entire record.';
const partial: SectionReport = {
  status: 'partial',
  gaps: [`Problems: the EHR says "${SAID}"`],
  count: 0,
};
const PATIENT = { resourceType: 'Patient', id: 'p1' };
const condition = { resourceType: 'Condition', id: 'c1', code: { text: 'asthma' } };
const chartOf = (resources: readonly unknown[], changed: Partial<Chart> = {}): Chart => ({
  ...chartFromBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [PATIENT, ...resources].map((resource) => ({ resource })),
  }),
  ...changed,
});

describe('a section read again', () => {
  const whole = chartOf([condition]);
  const { sections } = whole;
  const before = chartOf([], {
    sections: { ...sections, Condition: partial },
    notices: [SAID],
    foreignEntries: 2,
  });

  it('replaces its entries and its report, and its warning goes', () => {
    const now = withSections(before, whole, ['Condition']);
    expect(now.conditions.map(({ text }) => text)).toEqual(['asthma']);
    expect(now.sections.Condition.status).toBe('complete');
    expect(now.notices).toEqual([]);
  });

  it('leaves every other section, whose queries were not asked, as it was', () => {
    const unasked = chartOf([], { sections: { ...sections, Condition: partial } });
    const now = withSections(whole, unasked, ['Procedure']);
    expect(now.conditions).toEqual(whole.conditions);
    expect(now.sections).toEqual(whole.sections);
  });

  it('keeps a warning that another section still speaks of', () => {
    const both = { ...before, sections: { ...before.sections, Procedure: partial } };
    expect(withSections(both, whole, ['Condition']).notices).toEqual([SAID]);
  });

  it('does not make entries of another patient unhappen', () => {
    expect(withSections(before, whole, ['Condition']).foreignEntries).toBe(2);
  });
});
