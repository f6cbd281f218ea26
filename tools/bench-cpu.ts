/** What a trace needs to hold for `cpuAfter`: the tasks of the page's main thread, the page's own marks, and its answers. */
export const TRACED = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing'];

/** One event of Chromium's trace; times in microseconds. https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread, where `dur` is time on the clock. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly requestId?: string; readonly url?: string } };
}

export interface Needs {
  readonly mark: 'bench-first' | 'bench-all';
  /** The answers whose last byte counts. */
  readonly answers: RegExp;
}

/**
 * Milliseconds of processor time that the page's main thread used between the last byte of the needed answers and the mark.
 *
 * @throws Error when the trace lacks the mark or every answer: no figure is better than a wrong one.
 */
export function cpuAfter(trace: Buffer, { mark, answers }: Needs): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const end = traceEvents.find(({ name }) => name === mark);
  if (end === undefined) throw new Error(`the trace has no mark "${mark}"`);
  const ofPage = traceEvents.filter(({ pid }) => pid === end.pid);
  const wanted = new Set(
    ofPage
      .filter(({ name, args }) => name === 'ResourceSendRequest' && answers.test(args?.data?.url ?? ''))
      .map(({ args }) => args?.data?.requestId),
  );
  const start = Math.max(
    ...ofPage
      .filter(
        ({ name, ts, args }) =>
          name === 'ResourceFinish' && ts <= end.ts && wanted.has(args?.data?.requestId),
      )
      .map(({ ts }) => ts),
  );
  if (!Number.isFinite(start))
    throw new Error(`the trace has no answer to ${String(answers)} before "${mark}"`);
  const used = ofPage
    .filter(
      ({ name, tid, ts, dur = 0 }) =>
        name === 'RunTask' && tid === end.tid && ts < end.ts && ts + dur > start,
    )
    // A task that began before is counted by its share.
    .map(({ ts, dur = 0, tdur = 0 }) =>
      dur === 0 ? 0 : (tdur * (Math.min(ts + dur, end.ts) - Math.max(ts, start))) / dur,
    );
  return used.reduce((sum, one) => sum + one, 0) / 1_000;
}
