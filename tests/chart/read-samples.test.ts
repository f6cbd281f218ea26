import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { LAB_CODES } from '../../src/chart/queries';
import { readChart } from '../../src/chart/read-chart';
import { byCodeUnits } from '../../src/chart/text-order';
import type { Chart, ChartEntry } from '../../src/chart/types';
import { startSandboxServer } from '../../src/sandbox/server';
import type { SandboxServer } from '../../src/sandbox/server';
import { SCOPE, signIn } from '../sandbox/journey';
import { connection } from './fhir-server';

const FOLDER = new URL('../../fhir/samples/', import.meta.url);
const SAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const bundleOf = (file: string) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as JsonObject;
/** The day on which the samples stand: their dates are then not moved. */
const TODAY = '2026-11-22';

const entriesOf = (chart: Chart): readonly ChartEntry[] => [
  ...chart.medications,
  ...chart.conditions,
  ...chart.allergies,
  ...chart.observations,
  ...chart.procedures,
];
const byName = (entries: readonly ChartEntry[]) =>
  [...entries]
    .map((entry) => (entry.kind === 'medication' ? { ...entry, source: undefined } : entry))
    .sort((a, b) => byCodeUnits(`${a.reference} ${a.text}`, `${b.reference} ${b.text}`));

/** What the searches leave out on purpose: old closed orders, and results that no rule reads. */
function isAskedFor(entry: ChartEntry): boolean {
  if (entry.kind === 'medication')
    return (
      ['active', 'on-hold', 'unknown'].includes(entry.status) || (entry.authoredOn?.day ?? '') >= '2025-10-22'
    );
  return entry.kind !== 'observation' || entry.codings.some(({ code }) => LAB_CODES.includes(code));
}

describe('every sample patient', () => {
  let server: SandboxServer;
  beforeAll(async () => {
    server = await startSandboxServer({ now: () => new Date(2026, 10, 22, 10) });
  });
  afterAll(async () => {
    await server.close();
  });

  const read = async (id: string, switches: Readonly<Record<string, string>> = {}): Promise<Chart> => {
    const token = await signIn((request) => fetch(request), id, switches, SCOPE, server.origin);
    const session = connection(`${server.origin}/ehr/fhir`, {
      authorization: () => Promise.resolve(`Bearer ${String(token.access_token)}`),
    });
    return readChart(session, {
      patientId: id,
      today: TODAY,
      grantedScopes: String(token.scope).split(' '),
    });
  };

  test.each(SAMPLES)('%s reads from its file as complete', (file) => {
    const chart = chartFromBundle(bundleOf(file));
    expect(Object.values(chart.sections).map(({ status }) => status)).toEqual(Array(5).fill('complete'));
    expect(chart.patient?.id).not.toBe('');
    expect(chart.foreignEntries).toBe(0);
  });

  test.each(SAMPLES)('%s is the same chart over HTTP as from its file', async (file) => {
    const fromFile = chartFromBundle(bundleOf(file));
    const overHttp = await read(fromFile.patient?.id ?? '');
    expect(overHttp.patient).toEqual(fromFile.patient);
    const refused = Object.entries(overHttp.sections).filter(([, { status }]) => status !== 'complete');
    // One sample shows an EHR that refuses the medicines: there the status itself is the story.
    expect(refused.every(([, { status }]) => status === 'not-permitted')).toBe(true);
    const readable = entriesOf(fromFile).filter(
      (entry) => isAskedFor(entry) && !refused.some(([section]) => entry.reference.startsWith(`${section}/`)),
    );
    expect(byName(entriesOf(overHttp))).toEqual(byName(readable));
  });

  test('pages of two entries give the same chart', async () => {
    const whole = await read('maria-lopez');
    const paged = await read('maria-lopez', { pages: 'small' });
    expect(byName(entriesOf(paged))).toEqual(byName(entriesOf(whole)));
    expect(paged.sections).toEqual(whole.sections);
  });
});
