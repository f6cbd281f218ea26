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
import type { Terminology } from '../src/terminology/types';
import { localDay } from '../src/workspace/words';

const USAGE =
  'Usage: npm run --silent review -- [--as-of YYYY-MM-DD] [--formulary us,eu,asia] [--incomplete TYPE[=failed|partial|not-permitted],…] FILE…';
const STATUSES = ['failed', 'partial', 'not-permitted'] as const;
const REGIONS = ['us', 'eu', 'asia'];

/** Options that nothing can be reviewed with. */
class Misused extends Error {}
function fail(message: string): never {
  throw new Misused(message);
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

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
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

/** The message of a JSON error quotes the file: what stands in a chart has no place in an error. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('not valid JSON');
  }
}

export interface Surroundings {
  /** One line each, without its end. */
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Asked for once the options are known to be right: the tables take a second. */
  readonly terminology: () => Terminology;
}

/** Returns the exit code. */
export function reviewFiles(args: readonly string[], around: Surroundings): 0 | 2 {
  try {
    return reviewAll(args, around);
  } catch (error) {
    if (!(error instanceof Misused)) throw error;
    around.complain(`${error.message}\n${USAGE}`);
    return 2;
  }
}

function reviewAll(args: readonly string[], around: Surroundings): 0 | 2 {
  const { values, positionals: files } = readOptions(args);
  if (files.length === 0) fail('No file given.');
  const asOf = values['as-of'] ?? localDay(new Date());
  if (daysBetween(asOf, asOf) !== 0) fail(`--as-of: "${asOf}" is not a day YYYY-MM-DD`);
  const region = values.formulary.split(',').find((name) => !REGIONS.includes(name));
  if (region !== undefined) fail(`--formulary: "${region}" is not one of ${REGIONS.join(', ')}`);
  const incomplete = readIncomplete(values.incomplete);
  const terminology = around.terminology();
  let failed = false;
  for (const file of files) {
    try {
      const bundle = parseJson(readFileSync(file, 'utf8'));
      const chart = chartFromBundle(bundle, { incomplete });
      around.say(JSON.stringify(reportOf(file, review(chart, { terminology, asOf, visit: EMPTY_VISIT }))));
    } catch (error) {
      failed = true;
      around.say(JSON.stringify({ file, error: error instanceof Error ? error.message : String(error) }));
    }
  }
  return failed ? 2 : 0;
}
