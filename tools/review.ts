/**
 * The headless review: FHIR R4 Bundles in, one JSON line per file out (schema `backsafe.review/1`), nothing else on stdout.
 * A bad file prints {"file", "error"} and does not stop the others. Exit code 2 if any failed or the options are wrong.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chartFromBundle } from '../src/chart/from-bundle';
import { SECTIONS } from '../src/chart/types';
import type { Section, SectionStatus } from '../src/chart/types';
import { daysBetween } from '../src/review/calendar';
import { reportOf } from '../src/review/report';
import { review } from '../src/review/review';
import { EMPTY_VISIT } from '../src/review/types';
import { createTerminology } from '../src/terminology/recogniser';
import { localDay } from '../src/workspace/words';
import { compileTables } from './compile-tables';

const USAGE =
  'Usage: npm run --silent review -- [--as-of YYYY-MM-DD] [--formulary us,eu,asia] [--incomplete TYPE[=failed|partial|not-permitted],…] FILE…';
const STATUSES = ['failed', 'partial', 'not-permitted'] as const;
const REGIONS = ['us', 'eu', 'asia'];

function fail(message: string): never {
  process.stderr.write(`${message}\n${USAGE}\n`);
  process.exit(2);
}

function isSection(value: string): value is Section {
  return SECTIONS.some((section) => section === value);
}

function readIncomplete(text: string): Partial<Record<Section, SectionStatus>> {
  const incomplete: Partial<Record<Section, SectionStatus>> = {};
  for (const part of text.split(',').filter((item) => item !== '')) {
    const [type = '', wanted = 'failed'] = part.split('=');
    const status = STATUSES.find((known) => known === wanted);
    if (!isSection(type) || status === undefined)
      fail(
        `--incomplete: "${part}" is not TYPE or TYPE=${STATUSES.join('|')} with TYPE one of ${SECTIONS.join(', ')}`,
      );
    incomplete[type] = status;
  }
  return incomplete;
}

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        formulary: { type: 'string', default: 'us' },
        incomplete: { type: 'string', default: '' },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals: files } = readOptions();
if (files.length === 0) fail('No file given.');
const asOf = values['as-of'] ?? localDay(new Date());
if (daysBetween(asOf, asOf) !== 0) fail(`--as-of: "${asOf}" is not a day YYYY-MM-DD`);
const region = values.formulary.split(',').find((name) => !REGIONS.includes(name));
if (region !== undefined) fail(`--formulary: "${region}" is not one of ${REGIONS.join(', ')}`);
const incomplete = readIncomplete(values.incomplete);
const terminology = createTerminology(compileTables(new URL('..', import.meta.url).pathname));

/** The message of a JSON error quotes the file: what stands in a chart has no place in an error. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('not valid JSON');
  }
}

let failed = false;
for (const file of files) {
  try {
    const bundle = parseJson(readFileSync(file, 'utf8'));
    const chart = chartFromBundle(bundle, { incomplete });
    const line = reportOf(file, review(chart, { terminology, asOf, visit: EMPTY_VISIT }));
    process.stdout.write(`${JSON.stringify(line)}\n`);
  } catch (error) {
    failed = true;
    process.stdout.write(
      `${JSON.stringify({ file, error: error instanceof Error ? error.message : String(error) })}\n`,
    );
  }
}
process.exitCode = failed ? 2 : 0;
