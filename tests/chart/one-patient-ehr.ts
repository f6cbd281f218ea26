import { afterEach } from 'vitest';
import type { FhirConnection } from '../../src/chart/data-access';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { readChart } from '../../src/chart/read-chart';
import type { ReadRequest } from '../../src/chart/read-chart';
import { SECTIONS } from '../../src/chart/types';
import type { Chart } from '../../src/chart/types';
import { connection, searchset, serve } from './fhir-server';
import type { Answer, Asked, FhirServer } from './fhir-server';

const open: FhirServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

export const PATIENT = { resourceType: 'Patient', id: 'p1', gender: 'female', birthDate: '1980-05-01' };
export const order = (id: string, more: JsonObject = {}): JsonObject => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { text: `medicine ${id}` },
  ...more,
});
export const pointing = (id: string, reference: string, display?: string): JsonObject => ({
  ...order(id, { medicationReference: { reference, ...(display === undefined ? {} : { display }) } }),
  medicationCodeableConcept: undefined,
});

/** Answers Patient and empty lists, except where the test says otherwise. */
export async function ehr(
  special: (asked: Asked) => Answer | undefined = () => undefined,
): Promise<FhirServer> {
  const server = await serve((asked) => {
    const answer = special(asked);
    if (answer !== undefined) return answer;
    if (asked.path.startsWith('Patient/')) return { body: PATIENT };
    return { body: searchset([]) };
  });
  open.push(server);
  return server;
}

export const read = (
  server: FhirServer,
  request: Partial<ReadRequest> = {},
  session: Partial<FhirConnection> = {},
): Promise<Chart> =>
  readChart(connection(server.base, session), { patientId: 'p1', today: '2026-11-22', ...request });

export const statuses = (chart: Chart) =>
  Object.fromEntries(SECTIONS.map((section) => [section, chart.sections[section].status]));
export const isHistory = ({ type, query }: Asked) => type === 'MedicationRequest' && !query.has('status');
export const isCurrent = ({ type, query }: Asked) => type === 'MedicationRequest' && query.has('status');
export const category = ({ query }: Asked) => query.get('category');
