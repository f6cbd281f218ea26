import { describe, expect, it } from 'vitest';
import { cpuAfter } from '../../tools/bench-cpu';

const PAGE = { pid: 7, tid: 1, ph: 'X' };
const FHIR = /\/fhir\//;
/** Times in milliseconds here, in microseconds in a trace. */
const task = (ts: number, dur: number, tdur: number, thread: object = PAGE) => ({
  ...thread,
  ...{ name: 'RunTask', ts: ts * 1_000, dur: dur * 1_000, tdur: tdur * 1_000 },
});
const answer = (requestId: string, url: string, end: number) => [
  { ...PAGE, name: 'ResourceSendRequest', ts: 0, args: { data: { requestId, url } } },
  { ...PAGE, name: 'ResourceFinish', ts: end * 1_000, args: { data: { requestId } } },
];
const painted = (ts: number) => ({ ...PAGE, name: 'bench-first', ph: 'R', ts: ts * 1_000 });
const traced = (...traceEvents: readonly object[]) => Buffer.from(JSON.stringify({ traceEvents }));
const NEEDS = { mark: 'bench-first', answers: FHIR } as const;

describe('processor time after the last byte', () => {
  it('is what the main thread used between the last needed answer and the paint, waiting apart', () => {
    const trace = traced(
      ...answer('1', '/fhir/Patient', 50),
      ...answer('2', '/fhir/Condition', 100),
      ...answer('3', '/assets/paper.js', 150),
      ...[task(60, 20, 20), task(120, 30, 12), task(200, 40, 8), painted(400), task(410, 50, 50)],
    );
    expect(cpuAfter(trace, NEEDS)).toBe(20);
  });

  it('counts a task that runs on over the last byte or the paint by its share', () => {
    const trace = traced(
      ...answer('1', '/fhir/Patient', 100),
      task(90, 20, 10),
      task(195, 20, 20),
      painted(200),
    );
    expect(cpuAfter(trace, NEEDS)).toBe(10);
  });

  it('leaves out other threads and other pages', () => {
    const others = [task(120, 30, 30, { ...PAGE, tid: 2 }), task(120, 30, 30, { ...PAGE, pid: 8 })];
    const trace = traced(...answer('1', '/fhir/Patient', 100), ...others, task(160, 5, 5), painted(200));
    expect(cpuAfter(trace, NEEDS)).toBe(5);
  });

  it('gives no figure without the mark or without an answer before it', () => {
    expect(() => cpuAfter(traced(...answer('1', '/fhir/Patient', 100)), NEEDS)).toThrow('has no mark');
    expect(() => cpuAfter(traced(...answer('1', '/fhir/Patient', 300), painted(200)), NEEDS)).toThrow(
      'has no answer',
    );
  });
});
