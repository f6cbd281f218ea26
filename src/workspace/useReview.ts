import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { withSections } from '../chart/merge-sections';
import type { Chart, Section } from '../chart/types';
import type { Presentation } from '../review/presentation';
import type { Review } from '../review/types';
import { NEW_VISIT, beforeDecisions } from '../review/visit-record';
import type { VisitRecord } from '../review/visit-record';
import { firstPaint } from './first-paint';
import type { Reading } from './hold';
import { useKept } from './launch-memory';
import { nextState, START } from './review-state';
import type { ReadProblem, ReviewState } from './review-state';
import { localDay } from './words';

/** What the workspace needs of the other rooms; handed in, so that tests use their own chart and clock. */
export interface ReviewParts {
  /** Reads the whole chart; reports every state on the way. Rejects when nothing can be shown. */
  readonly readChart: (
    today: string,
    onUpdate: (chart: Chart) => void,
    sections?: readonly Section[],
  ) => Promise<Chart>;
  readonly reviewChart: (chart: Chart, asOf: string, visit: VisitRecord) => Reading;
  readonly problemOf: (error: unknown) => ReadProblem;
  readonly now: () => Date;
}

export interface ReviewHandle {
  readonly state: ReviewState;
  /** Reads the chart again; resolves when the answer is on screen, false when it failed. */
  readonly readAgain: () => Promise<boolean>;
  /** Reads one section again and leaves the others, and the time of their reading, as they are. */
  readonly readSection: (section: Section) => void;
  /** Shows what arrived after the first key or click. */
  readonly showWaiting: () => void;
  readonly visit: VisitRecord;
  /** What the clinician said or decided changes the review at once; nothing of it leaves this page. */
  readonly changeVisit: (change: (before: VisitRecord) => VisitRecord) => void;
  readonly undecided: () => Presentation | undefined;
  /** The review of the newest chart under another visit. */
  readonly judge: ((visit: VisitRecord) => Review) | undefined;
}

/** Reads the chart once when the app opens, and again on request; every arrival re-runs the pure review. */
export function useReview({ readChart, reviewChart, problemOf, now }: ReviewParts): ReviewHandle {
  const [state, send] = useReducer(nextState, START);
  const touched = useRef(false);
  const run = useRef(0);
  const shownOnce = useRef(false);
  const [visit, setVisit] = useKept('visit', NEW_VISIT);
  // A reading that is under way must use what was decided meanwhile.
  const decided = useRef(visit);

  const read = useCallback(
    async (asked: boolean): Promise<boolean> => {
      run.current += 1;
      const mine = run.current;
      const today = localDay(now());
      const arrive = (chart: Chart, finished?: Date) => {
        // An answer of an earlier reading must never replace a later one.
        if (mine !== run.current) return;
        const reading = reviewChart(chart, today, decided.current);
        const time = finished === undefined ? {} : { finished };
        shownOnce.current = true;
        send({ kind: 'arrived', chart, reading, touched: touched.current, asked, ...time });
      };
      send({ kind: 'started' });
      const early = firstPaint(arrive);
      try {
        // While a reading is repeated the finished one stays on screen: no section goes back to "being read".
        const chart = await readChart(today, (partial) => {
          if (!asked) early.update(partial);
        });
        early.end();
        arrive(chart, now());
        return true;
      } catch (error) {
        early.end();
        if (mine === run.current) send({ kind: 'failed', problem: problemOf(error) });
        return false;
      }
    },
    [readChart, reviewChart, problemOf, now],
  );

  useEffect(() => {
    const touch = () => {
      touched.current = true;
    };
    document.addEventListener('keydown', touch, { capture: true });
    document.addEventListener('pointerdown', touch, { capture: true });
    return () => {
      document.removeEventListener('keydown', touch, { capture: true });
      document.removeEventListener('pointerdown', touch, { capture: true });
    };
  }, []);

  useEffect(() => {
    void read(false);
    return () => {
      run.current += 1;
    };
  }, [read]);

  const readAgain = useCallback(() => {
    // After a failed start there is nothing on screen to keep still.
    if (!shownOnce.current) touched.current = false;
    return read(shownOnce.current);
  }, [read]);
  const readSection = useCallback(
    (section: Section) => {
      if (state.phase !== 'ready' || state.busy || state.readAt === undefined) return;
      const { chart: before, readAt: finished } = state;
      const mine = (run.current += 1);
      const today = localDay(now());
      send({ kind: 'started' });
      readChart(today, () => undefined, [section]).then(
        (fresh) => {
          if (mine !== run.current) return;
          const chart = withSections(before, fresh, [section]);
          const reading = reviewChart(chart, today, decided.current);
          send({ kind: 'arrived', chart, reading, touched: touched.current, asked: true, finished });
        },
        (error: unknown) => {
          if (mine === run.current) send({ kind: 'failed', problem: problemOf(error) });
        },
      );
    },
    [state, readChart, reviewChart, problemOf, now],
  );
  const showWaiting = useCallback(() => {
    send({ kind: 'show' });
  }, []);
  const changeVisit = useCallback(
    (change: (before: VisitRecord) => VisitRecord) => {
      const next = change(decided.current);
      decided.current = next;
      setVisit(next);
      send({ kind: 'decided', review: (chart, asOf) => reviewChart(chart, asOf, next) });
    },
    [reviewChart, setVisit],
  );
  const undecided = useCallback(() => {
    if (state.phase !== 'ready') return undefined;
    const { asOf } = (state.waiting ?? state).reading.review;
    return reviewChart(state.chart, asOf, beforeDecisions(visit)).shown;
  }, [state, visit, reviewChart]);
  const chart = state.phase === 'ready' ? state.chart : undefined;
  const today = state.phase === 'ready' ? (state.waiting ?? state).reading.review.asOf : '';
  const judge = useMemo(
    () =>
      chart === undefined ? undefined : (imagined: VisitRecord) => reviewChart(chart, today, imagined).review,
    [chart, today, reviewChart],
  );
  return { state, readAgain, readSection, showWaiting, visit, changeVisit, undecided, judge };
}
