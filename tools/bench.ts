/**
 * `npm run bench`: time of the review engine on charts of growing size, and of the review command on many files;
 * `npm run bench -- browser`: the built app, see bench-browser.ts.
 * Prints each figure beside its budget and the last run; never fails on a time, because a busy machine is no fault of the code.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chartEntries, SIG_USES } from '../src/chart/read-chart';
import { chartFromBundle } from '../src/chart/from-bundle';
import { present } from '../src/review/presentation';
import { review } from '../src/review/review';
import { EMPTY_VISIT } from '../src/review/types';
import { createTerminology } from '../src/terminology/recogniser';
import { warmUpSteps } from '../src/workspace/warm-up';
import { compileTables } from './compile-tables';
import { largeChart } from './large-chart';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLES = join(ROOT, 'fhir/samples');
const LAST_RUN = join(ROOT, 'test-results/bench.json');
const AS_OF = '2026-11-22';
const FILES = 500;

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const terminology = createTerminology(compileTables(ROOT));

function reviewTimes(size: number, runs: number): readonly number[] {
  const chart = chartFromBundle(largeChart(size));
  return Array.from({ length: runs }, () =>
    milliseconds(() => review(chart, { terminology, asOf: AS_OF, visit: EMPTY_VISIT })),
  );
}

interface Figure {
  readonly name: string;
  readonly ms: number;
  readonly budget?: number;
}

function engineFigures(): Figure[] {
  // As the app does it while it waits for the EHR, in slices: none may keep a key or click waiting.
  const warmUp = warmUpSteps({ chartEntries, SIG_USES }, (chart, asOf) =>
    present(review(chart, { terminology, asOf, visit: EMPTY_VISIT })),
  ).map(milliseconds);
  const [cold = 0] = reviewTimes(64, 1);
  const sizes = [64, 500, 2_000, 8_000, 10_000].map((size) => {
    // The first reviews compile the program and read what each entry is called: they are not warm.
    const times = reviewTimes(size, size > 2_000 ? 20 : 120).slice(size > 2_000 ? 4 : 40);
    return { size, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
  });
  const perResource = (wanted: number) => (sizes.find(({ size }) => size === wanted)?.p50 ?? 0) / wanted;
  return [
    { name: 'warm-up in idle time', ms: warmUp.reduce((sum, step) => sum + step, 0) },
    { name: 'warm-up, longest step', ms: Math.max(...warmUp), budget: 10 },
    { name: '64 resources, first after it', ms: cold, budget: 20 },
    ...sizes.flatMap(({ size, p50, p95 }): Figure[] => [
      { name: `${size} resources, warm p50`, ms: p50, ...(size === 64 ? { budget: 2 } : {}) },
      { name: `${size} resources, p95`, ms: p95, ...(size === 2_000 ? { budget: 40 } : {}) },
    ]),
    // 1 is linear: sixteen times the resources in sixteen times the time.
    { name: 'growth 500 to 8000, per resource', ms: perResource(8_000) / perResource(500) },
  ];
}

/** The whole command, process start and table compilation included, on copies of the samples. */
function commandFigures(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const samples = readdirSync(SAMPLES);
    const files = Array.from({ length: FILES }, (_, at) => {
      const file = join(folder, `${at}.json`);
      writeFileSync(file, readFileSync(join(SAMPLES, samples[at % samples.length] ?? '')));
      return file;
    });
    const run = (paths: readonly string[]) =>
      milliseconds(() => {
        const { status, stderr } = spawnSync(
          process.execPath,
          ['--import', 'tsx', 'tools/review.ts', '--as-of', AS_OF, ...paths],
          { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 },
        );
        if (status !== 0) throw new Error(`the review command ended with ${status ?? 'a signal'}: ${stderr}`);
      });
    const one = run(files.slice(0, 1));
    const all = run(files);
    return [
      { name: 'command, 1 file', ms: one },
      { name: `command, ${FILES} files`, ms: all, budget: 20_000 },
      { name: 'command, each further file', ms: (all - one) / (FILES - 1) },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lastRun(): Readonly<Record<string, number>> {
  return existsSync(LAST_RUN)
    ? (JSON.parse(readFileSync(LAST_RUN, 'utf8')) as Readonly<Record<string, number>>)
    : {};
}

function printFigures(figures: readonly Figure[]): void {
  const last = lastRun();
  const number = (value: number | undefined) =>
    value === undefined ? '' : value.toFixed(value < 10 ? 2 : 0);
  process.stdout.write(
    `${'milliseconds'.padEnd(36)}${['now', 'budget', 'last run'].map((head) => head.padStart(10)).join('')}\n`,
  );
  for (const { name, ms, budget } of figures) {
    const cells = [number(ms), number(budget), number(last[name])].map((cell) => cell.padStart(10));
    const over = budget !== undefined && ms > budget ? '  over budget' : '';
    process.stdout.write(`${name.padEnd(36)}${cells.join('')}${over}\n`);
  }
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  writeFileSync(
    LAST_RUN,
    `${JSON.stringify(Object.fromEntries(figures.map(({ name, ms }) => [name, ms])), null, 2)}\n`,
  );
}

if (process.argv[2] === 'browser') {
  const { benchBrowser } = await import('./bench-browser');
  await benchBrowser();
} else {
  printFigures([...engineFigures(), ...commandFigures()]);
}
