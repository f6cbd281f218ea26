import type { Chart } from '../chart/types';
import { canPaint } from './review-state';

/** Shorter than what a person notices as waiting. https://www.nngroup.com/articles/response-times-3-important-limits/ */
const GRACE_MS = 200;

/**
 * Passes on every state of a chart that can be shown. The first one waits a moment for the conditions, which are asked for at the same
 * time: red flags found in them stand above the medicines, and would push away what the clinician has begun to read.
 */
export function firstPaint(show: (chart: Chart) => void): {
  readonly update: (chart: Chart) => void;
  readonly end: () => void;
} {
  let newest: Chart | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  const paint = () => {
    clearTimeout(timer);
    begun = true;
    if (newest !== undefined) show(newest);
  };
  return {
    update: (chart) => {
      if (!canPaint(chart)) return;
      const reading = chart.sections.Condition.status === 'loading';
      // All conditions at once: each search that brings some of them would reorder the red flags anew.
      newest = reading ? { ...chart, conditions: [] } : chart;
      if (begun || !reading) paint();
      else timer ??= setTimeout(paint, GRACE_MS);
    },
    end: () => {
      clearTimeout(timer);
    },
  };
}
