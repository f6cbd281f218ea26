import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What a page makes the browser load, held against the budgets. Kilobytes are 1000 bytes of gzip -9, JS and CSS only.
 * Static = the page's own scripts and styles and everything they import statically; lazy = the other chunks;
 * before the first finding = static and the program that main.tsx fetches while the sign-in ends.
 */
const BUDGETS = {
  launch: 19,
  indexStatic: 150,
  // 240 was set for 25 rules. There are 126 cautions and 34 red flags now, with the codes and names of all their tokens:
  // 78 KB of knowledge and tables, without which a finding could be missed. The words of the basis load later.
  beforeFirstFinding: 300,
  lazyChunk: 45,
  // 340 was set without the ask sheet, decisions, the note, a second language, plan, compare, the timeline, the page of all rules and
  // the forms of the paper: each a chunk of its own, loaded on demand.
  all: 440,
} as const;

/** The chunks that main.tsx fetches before it can show a finding. */
const PROGRAM = /^assets\/(engine|read-chart)-[\w-]+\.js$/;

const kilobytes = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length / 1000;

/** Files a page loads before it can run: from its HTML, then static `import` statements, transitively. */
function staticFiles(dist: string, page: string): Set<string> {
  const html = readFileSync(join(dist, page), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].flatMap(
    (found) => found[1] ?? [],
  );
  return withImports(dist, queue);
}

function withImports(dist: string, start: readonly string[]): Set<string> {
  const queue = [...start];
  const files = new Set<string>();
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(join(dist, file), 'utf8');
    for (const found of code.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?"\.\/([^"]+\.js)"/g,
    ))
      if (found[1] !== undefined) queue.push(`assets/${found[1]}`);
  }
  return files;
}

function sum(dist: string, files: Iterable<string>): number {
  let total = 0;
  for (const file of files) total += kilobytes(join(dist, file));
  return total;
}

/** Returns the figures as lines, and the budgets that were broken. */
export function checkSizes(dist: string): {
  readonly lines: readonly string[];
  readonly broken: readonly string[];
} {
  if (!existsSync(join(dist, 'index.html'))) return { lines: [], broken: ['dist/ is missing: build first'] };
  const lines: string[] = [];
  const broken: string[] = [];
  const hold = (what: string, value: number, budget: number) => {
    lines.push(`${what.padEnd(48)} ${value.toFixed(1).padStart(7)} KB of ${budget}`);
    if (value > budget) broken.push(`${what}: ${value.toFixed(1)} KB is over ${budget} KB`);
  };
  const assets = readdirSync(join(dist, 'assets'))
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => `assets/${name}`);
  const index = staticFiles(dist, 'index.html');
  const pages = new Set(
    ['launch.html', 'index.html', 'print.html'].flatMap((page) => [...staticFiles(dist, page)]),
  );
  const lazy = assets.filter((file) => !pages.has(file));
  hold('launch page', sum(dist, staticFiles(dist, 'launch.html')), BUDGETS.launch);
  hold('app, static first load', sum(dist, index), BUDGETS.indexStatic);
  const program = lazy.filter((file) => PROGRAM.test(file));
  if (program.length !== 2) broken.push('the chunks engine and read-chart were not found in the build');
  hold(
    'app, everything before the first finding',
    sum(dist, new Set([...index, ...withImports(dist, program)])),
    BUDGETS.beforeFirstFinding,
  );
  for (const file of lazy)
    hold(`lazy ${file.replace('assets/', '')}`, kilobytes(join(dist, file)), BUDGETS.lazyChunk);
  hold('everything', sum(dist, assets), BUDGETS.all);
  return { lines, broken };
}
