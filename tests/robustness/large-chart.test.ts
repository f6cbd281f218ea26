import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readChart } from '../../src/chart/read-chart';
import { review } from '../../src/review/review';
import { EMPTY_VISIT } from '../../src/review/types';
import type { Review } from '../../src/review/types';
import { startSandboxServer } from '../../src/sandbox/server';
import type { SandboxServer } from '../../src/sandbox/server';
import { largeChart } from '../../tools/large-chart';
import { connection } from '../chart/fhir-server';
import { terminology } from '../review/chart';
import { SCOPE, signIn } from '../sandbox/journey';

const TODAY = '2026-11-22';
const ROWS = 20_000;

describe(`a chart of ${ROWS} rows`, () => {
  let ehr: SandboxServer;
  beforeAll(async () => {
    ehr = await startSandboxServer({
      now: () => new Date(2026, 10, 22, 10),
      patients: [largeChart(60, 'short'), largeChart(ROWS, 'long')],
    });
  });
  afterAll(async () => {
    await ehr.close();
  });

  async function reviewOf(id: string) {
    const token = await signIn((request) => fetch(request), id, {}, SCOPE, ehr.origin);
    const authorization = () => Promise.resolve(`Bearer ${String(token.access_token)}`);
    const chart = await readChart(connection(`${ehr.origin}/ehr/fhir`, { authorization }), {
      patientId: id,
      today: TODAY,
      grantedScopes: String(token.scope).split(' '),
    });
    return { chart, found: review(chart, { terminology, asOf: TODAY, visit: EMPTY_VISIT }) };
  }

  it('is read to its end, and gives every finding of the short one', { timeout: 120_000 }, async () => {
    const [short, long] = [await reviewOf('short'), await reviewOf('long')];
    for (const { status } of Object.values(long.chart.sections)) expect(status).toBe('complete');
    const rows = Object.values(long.chart.sections).reduce((sum, { count }) => sum + count, 0);
    // The searches leave out old closed orders and results that no rule reads.
    expect(rows).toBeGreaterThan(ROWS / 2);
    expect(rulesOf(short.found).length).toBeGreaterThan(15);
    expect(rulesOf(long.found)).toEqual(expect.arrayContaining([...rulesOf(short.found)]));
  });
});

const rulesOf = ({ relaxants, redFlags }: Review): readonly string[] => [
  ...new Set([
    ...relaxants.flatMap(({ drug, cautions }) => cautions.map(({ rule }) => `${drug} ${rule.id}`)),
    ...redFlags.map(({ rule }) => rule.id),
  ]),
];
