import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/review/types';
import { FhirProblem } from '../../src/chart/fhir-problem';
import { readProblemOf } from '../../src/workspace/read-problem';
import { canPaint, nextState, START } from '../../src/workspace/review-state';
import type { Ready, ReviewEvent, ReviewState } from '../../src/workspace/review-state';
import { ALL_READ, CHART, NOTHING, NOW, REVIEW, reading } from './fixtures';

const arrival = (
  review: Review,
  part: Partial<Extract<ReviewEvent, { kind: 'arrived' }>> = {},
): ReviewEvent => ({
  kind: 'arrived',
  chart: CHART,
  reading: reading(review),
  touched: false,
  asked: false,
  ...part,
});
function readyOf(state: ReviewState): Ready {
  if (state.phase !== 'ready') throw new Error(`expected ready, got ${state.phase}`);
  return state;
}
const after = (...events: ReviewEvent[]): Ready => readyOf(events.reduce(nextState, START));
const EARLY: Review = { ...REVIEW, redFlags: [] };
const [CANCER] = REVIEW.redFlags;
if (CANCER === undefined) throw new Error('the fixture lost its red flag');
const EMERGENCY: Review = { ...REVIEW, redFlags: [{ ...CANCER, tier: 'emergency' }] };

describe('reading the chart', () => {
  it('can paint once patient, medicines and allergies are in, or given up', () => {
    const without = (section: 'MedicationRequest' | 'AllergyIntolerance' | 'Observation') =>
      canPaint({
        ...CHART,
        sections: { ...CHART.sections, [section]: { status: 'loading', gaps: [], count: 0 } },
      });
    expect(canPaint(CHART)).toBe(true);
    expect(without('Observation')).toBe(true);
    expect(without('MedicationRequest')).toBe(false);
    expect(without('AllergyIntolerance')).toBe(false);
    const nobody = { ...CHART };
    Reflect.deleteProperty(nobody, 'patient');
    expect(canPaint(nobody)).toBe(false);
  });

  it('shows every arrival at once until the first key or click', () => {
    const state = after(arrival(EARLY), arrival(REVIEW, { finished: NOW }));
    expect(state.reading.shown.redFlags).toHaveLength(1);
    expect(state).toMatchObject({ busy: false, readAt: NOW });
    expect(state.waiting).toBeUndefined();
  });

  it('remembers that the first findings came before the conditions, also when these are in', () => {
    const sections = { ...CHART.sections, Condition: { status: 'loading', gaps: [], count: 0 } } as const;
    const early = arrival(EARLY, { chart: { ...CHART, sections } });
    expect(after(early, arrival(REVIEW, { finished: NOW })).conditionsLate).toBe(true);
    expect(after(arrival(EARLY), arrival(REVIEW, { finished: NOW })).conditionsLate).toBe(false);
  });

  it('moves no row after the first key or click, and offers what is new', () => {
    const state = after(arrival(EARLY), arrival(REVIEW, { touched: true, finished: NOW }));
    expect(state.reading.shown.redFlags).toHaveLength(0);
    expect(state.waiting?.count).toBe(1);
    const shown = readyOf(nextState(state, { kind: 'show' }));
    expect(shown.reading.shown.redFlags).toHaveLength(1);
    expect(shown.waiting).toBeUndefined();
  });

  it('never holds back an emergency, the summary, or what could not be checked', () => {
    const state = after(arrival(NOTHING), arrival(EMERGENCY, { touched: true }));
    expect(state.waiting).toBeDefined();
    expect(state.reading.shown.emergency).toHaveLength(1);
    expect(state.reading.shown.summary).toEqual(reading(EMERGENCY).shown.summary);
    expect(state.reading.shown.couldNotCheck).toEqual(reading(EMERGENCY).shown.couldNotCheck);
  });

  it('never holds back how strict driving became, nor that red flags could not be checked', () => {
    const [rule] = REVIEW.redFlags.map((flag) => flag.rule);
    const [medicine] = REVIEW.relaxants;
    if (rule === undefined || medicine === undefined) throw new Error('the fixture lost its rows');
    const gap = (why: string, waits: boolean) => ({ key: 'Condition', kind: 'section', why, waits }) as const;
    const early = gap('conditions (still being read)', true);
    const notYet = { ...medicine.driving, tier: 'D2', raisedBy: [], notChecked: [early] } as const;
    const before: Review = {
      ...EARLY,
      relaxants: [{ ...medicine, driving: notYet }],
      redFlagsNotChecked: [{ rule, missing: [early] }],
    };
    const failed = gap('conditions (could not be read)', false);
    const no = { ...notYet, tier: 'D3', notChecked: [failed] } as const;
    const now: Review = {
      ...REVIEW,
      relaxants: [{ ...medicine, driving: no }],
      redFlagsNotChecked: [{ rule, missing: [failed] }],
    };
    const state = after(arrival(before), arrival(now, { touched: true, finished: NOW }));
    expect(state.waiting).toBeDefined();
    expect(state.reading.review.relaxants.map(({ driving }) => driving)).toEqual([no]);
    expect(state.reading.review.redFlagsNotChecked).toEqual(now.redFlagsNotChecked);
    expect(state.reading.shown.redFlags).toHaveLength(0);
  });

  it('applies a late arrival that moves no row, even after a click', () => {
    const state = after(arrival(REVIEW), arrival({ ...REVIEW, checksRun: 26 }, { touched: true }));
    expect(state.waiting).toBeUndefined();
    expect(state.reading.review.checksRun).toBe(26);
  });

  it('shows the answer at once when the user asked to read again', () => {
    const state = after(
      arrival(REVIEW, { finished: NOW }),
      { kind: 'started' },
      arrival(NOTHING, { chart: ALL_READ, touched: true, asked: true, finished: NOW }),
    );
    expect(state.reading.shown.items).toHaveLength(0);
    expect(state.chart).toBe(ALL_READ);
  });

  it('keeps the earlier reading and says so when reading again fails', () => {
    const problem = { title: 'No answer', text: 'The EHR could not be reached.', next: 'Try again.' };
    const state = after(arrival(REVIEW, { finished: NOW }), { kind: 'started' }, { kind: 'failed', problem });
    expect(state).toMatchObject({ busy: false, readAt: NOW, problem });
    expect(state.reading.review).toBe(REVIEW);
  });

  it('keeps nothing when the EHR answers with another patient', () => {
    const problem = readProblemOf(new FhirProblem('wrong-patient'));
    const state = nextState(after(arrival(REVIEW, { finished: NOW })), { kind: 'failed', problem });
    expect(state).toEqual({ phase: 'failed', problem });
    expect(problem.title).toBe('The EHR answered with another patient');
  });

  it('forgets an old problem once a reading succeeds', () => {
    const problem = { title: 'No answer', text: 'The EHR could not be reached.', next: 'Try again.' };
    const state = after(
      arrival(REVIEW, { finished: NOW }),
      { kind: 'failed', problem },
      arrival(REVIEW, { finished: NOW }),
    );
    expect(state.problem).toBeUndefined();
  });
});
