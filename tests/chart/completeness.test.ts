import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bySection,
  combineReports,
  foreignGap,
  incompleteSections,
  isComplete,
  isLoading,
  LOADING,
  unresolvedGap,
} from '../../src/chart/completeness';
import { SECTIONS } from '../../src/chart/types';
import type { SectionReport, SectionStatus } from '../../src/chart/types';

const STATUSES: readonly SectionStatus[] = [
  'loading',
  'complete',
  'partial',
  'not-permitted',
  'unsupported',
  'failed',
];
const report = (status: SectionStatus, count = 0): SectionReport => ({
  status,
  gaps: status === 'complete' ? [] : [`gap of ${status}`],
  count,
});
const statusOf = (...statuses: SectionStatus[]) =>
  combineReports(statuses.map((status) => report(status))).status;

describe('a section that several queries feed', () => {
  test.each<[SectionStatus[], SectionStatus]>([
    [['complete', 'complete'], 'complete'],
    [['complete', 'failed'], 'partial'],
    [['complete', 'not-permitted'], 'partial'],
    [['complete', 'unsupported'], 'partial'],
    [['partial', 'failed'], 'partial'],
    [['failed', 'failed'], 'failed'],
    [['not-permitted', 'not-permitted'], 'not-permitted'],
    [['unsupported', 'unsupported'], 'unsupported'],
    [['failed', 'not-permitted'], 'failed'],
    [['not-permitted', 'unsupported'], 'failed'],
    [['complete', 'loading'], 'loading'],
    [['failed', 'loading'], 'loading'],
  ])('%j is %s', (statuses, expected) => {
    expect(statusOf(...statuses)).toBe(expected);
    expect(statusOf(...[...statuses].reverse())).toBe(expected);
  });

  test('is complete only when every query is, whatever their number and order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 6 }), (statuses) => {
        const complete = statuses.every((status) => status === 'complete');
        expect(statusOf(...statuses) === 'complete').toBe(complete);
      }),
    );
  });

  test('without any query is never complete', () => {
    expect(combineReports([]).status).toBe('failed');
  });

  test('keeps every gap and counts every entry', () => {
    expect(combineReports([report('complete', 2), report('failed'), report('partial', 3)])).toEqual({
      status: 'partial',
      gaps: ['gap of failed', 'gap of partial'],
      count: 5,
    });
  });
});

test('sections that are settled and not complete are named in the order of the chart; loading ones are not', () => {
  const of = {
    Condition: 'failed',
    MedicationRequest: 'complete',
    AllergyIntolerance: 'loading',
    Observation: 'partial',
    Procedure: 'unsupported',
  } as const;
  const sections = bySection((section) => report(of[section]));
  expect(Object.keys(sections)).toEqual([...SECTIONS]);
  expect(incompleteSections({ sections })).toEqual(['Condition', 'Observation', 'Procedure']);
  expect([isComplete(report('complete')), isComplete(report('partial')), isComplete(LOADING)]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isLoading(LOADING), isLoading(report('failed'))]).toEqual([true, false]);
});

test('what was discarded or not read is said in one sentence, and only then', () => {
  expect([foreignGap(0), unresolvedGap(0)]).toEqual([[], []]);
  expect(foreignGap(1)[0]).toMatch(/^One entry of another patient/);
  expect(foreignGap(3)[0]).toMatch(/^3 entries of another patient/);
  expect(unresolvedGap(1)[0]).toMatch(/^One medicine could not be read/);
  expect(unresolvedGap(2)[0]).toMatch(/^2 medicines could not be read/);
});
