import type { Chart } from '../chart/types';
import { held, movesRows, newFindings } from './hold';
import type { Reading } from './hold';

/** Why nothing, or nothing newer, can be shown: a title, what happened, and what to do next. */
export interface ReadProblem {
  readonly title: string;
  readonly text: string;
  readonly next: string;
  /** Nothing may stay on screen, not even what was read before. */
  readonly blocking?: true;
  /** The session with the EHR is over: nothing newer will come without another launch. */
  readonly ended?: true;
}

export interface Ready {
  readonly phase: 'ready';
  readonly chart: Chart;
  readonly reading: Reading;
  /** The first findings came before the conditions: red flags stand above the medicines from the start, so that they move nothing later. */
  readonly conditionsLate: boolean;
  /** A newer reading that would move rows under the user's hand; shown on request. */
  readonly waiting?: { readonly reading: Reading; readonly count: number };
  /** When the last complete reading ended; undefined while the first one runs. */
  readonly readAt?: Date;
  readonly busy: boolean;
  /** The last attempt to read again failed; the page rests on the reading of `readAt`. */
  readonly problem?: ReadProblem;
}

export type ReviewState =
  | { readonly phase: 'reading' }
  | { readonly phase: 'failed'; readonly problem: ReadProblem }
  | Ready;

export type ReviewEvent =
  /** Sections arrived. `finished` is the time of the complete reading, undefined while parts are under way. */
  | {
      readonly kind: 'arrived';
      readonly chart: Chart;
      readonly reading: Reading;
      readonly finished?: Date;
      /** The user has pressed a key or clicked since the page opened. */
      readonly touched: boolean;
      /** The user asked to read again: the answer is shown at once. */
      readonly asked: boolean;
    }
  | { readonly kind: 'show' }
  /** The clinician said or decided something: the newest chart is judged again and shown at once. */
  | { readonly kind: 'decided'; readonly review: (chart: Chart, asOf: string) => Reading }
  | { readonly kind: 'started' }
  | { readonly kind: 'failed'; readonly problem: ReadProblem };

export const START: ReviewState = { phase: 'reading' };

/** Enough for the first findings: who the patient is, the medicines, and the allergies (each read or given up). */
export function canPaint(chart: Chart): boolean {
  return (
    chart.patient !== undefined &&
    chart.sections.MedicationRequest.status !== 'loading' &&
    chart.sections.AllergyIntolerance.status !== 'loading'
  );
}

export function nextState(state: ReviewState, event: ReviewEvent): ReviewState {
  switch (event.kind) {
    case 'started':
      return state.phase === 'ready' ? { ...state, busy: true } : START;
    case 'show': {
      if (state.phase !== 'ready' || state.waiting === undefined) return state;
      const { waiting, ...rest } = state;
      return { ...rest, reading: waiting.reading };
    }
    case 'decided': {
      if (state.phase !== 'ready') return state;
      const { waiting, ...rest } = state;
      const { asOf } = (waiting?.reading ?? state.reading).review;
      return { ...rest, reading: event.review(state.chart, asOf) };
    }
    case 'failed': {
      if (state.phase !== 'ready' || event.problem.blocking === true)
        return { phase: 'failed', problem: event.problem };
      return { ...state, busy: false, problem: event.problem };
    }
    case 'arrived':
      return arrived(state, event);
  }
}

function arrived(state: ReviewState, event: Extract<ReviewEvent, { kind: 'arrived' }>): ReviewState {
  const { chart, reading, finished } = event;
  const times = finished === undefined ? { busy: true } : { busy: false, readAt: finished };
  const previous = state.phase === 'ready' ? state : undefined;
  const kept = previous?.readAt === undefined ? {} : { readAt: previous.readAt };
  const conditionsLate = previous?.conditionsLate ?? chart.sections.Condition.status === 'loading';
  const ready = { phase: 'ready', chart, conditionsLate, ...kept, ...times } as const;
  if (previous === undefined || event.asked || !event.touched || !movesRows(previous.reading, reading))
    return { ...ready, reading };
  const count = newFindings(previous.reading, reading);
  return { ...ready, reading: held(previous.reading, reading), waiting: { reading, count } };
}
