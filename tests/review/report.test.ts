import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/review/report';
import { condition, man, order, reviewOf } from './chart';
import type { Resource } from './chart';

const reportFor = (...resources: readonly Resource[]) => reportOf('a.json', reviewOf(resources));
const TIZANIDINE = order('t', 'tizanidine 4 MG Oral Tablet');

describe('the report', () => {
  it('says null, never 0 or nothing, of an age, a dose and a duration that are not known', () => {
    const undated = { ...TIZANIDINE, authoredOn: undefined };
    const report = reportFor({ ...man(), birthDate: undefined }, undated);
    expect(report.patient.age).toBeNull();
    expect(report.relaxants[0]).toMatchObject({ dailyDoseMg: null, durationDays: null });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('names an entry once, however many readings of it a finding has', () => {
    const fracture = condition('f', { icd: 'S32.010A', onset: '2026-11-10' });
    const { redFlags, relaxants } = reportFor(man('1940-01-01'), fracture, TIZANIDINE);
    expect(redFlags.length).toBeGreaterThan(0);
    for (const { evidence } of [...redFlags, ...relaxants.flatMap(({ cautions }) => cautions)])
      expect(evidence).toEqual([...new Set(evidence)]);
  });

  it('carries at least one source for every caution', () => {
    const { relaxants } = reportFor(TIZANIDINE, order('q', 'ciprofloxacin 500 MG Oral Tablet'));
    const cautions = relaxants.flatMap((relaxant) => relaxant.cautions);
    expect(cautions.map(({ id }) => id)).toContain('TIZ-CYP1A2-STRONG');
    for (const { id, sources } of cautions) expect(sources.length, id).toBeGreaterThan(0);
  });
});
