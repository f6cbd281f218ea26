import { answerQuery } from './answer-query';
import type { QueryAnswer } from './answer-query';
import { chartEntries } from './chart-entries';
import { bySection, combineReports, LOADING } from './completeness';
import { createDataAccess } from './data-access';
import type { DataAccess, FhirConnection } from './data-access';
import { resourceTypeOf, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import { FhirProblem } from './fhir-problem';
import { searchGrant } from './granted-scopes';
import { normalisePatient } from './patient';
import { chartQueries } from './queries';
import type { ChartQuery } from './queries';
import { ownedBy } from './references';
import { createMedicationResolver } from './resolve-medications';
import { latestVersions } from './search-pages';
import { SIG_USES } from './sig';
import type { Chart, Patient, Section } from './types';

/** For who tries them before the chart is there. */
export { chartEntries, SIG_USES };

export interface ReadRequest {
  /** The launch patient. Nothing is shown before the EHR has confirmed the id. */
  readonly patientId: string;
  /** YYYY-MM-DD, the clinic's day. */
  readonly today: string;
  /** Only these; the sections of a chart that came in part. All when absent. The patient is confirmed each time. */
  readonly sections?: readonly Section[];
  /** The scopes of the token; undefined when the launch does not tell them. */
  readonly grantedScopes?: readonly string[];
  /** Called with the chart so far whenever a query has ended; sections not yet in are `loading`. */
  readonly onUpdate?: (chart: Chart) => void;
}

/**
 * Reads the chart of the launch patient over FHIR R4: Patient and every search at once, at most six at a time. One round of requests
 * when the pages fit, a second one for medicines that orders only point to. A failed search never rejects, its section says so.
 *
 * @throws FhirProblem `wrong-patient` when the EHR answers with another patient than the launch named (everything must then be wiped);
 *   the problem of the Patient request when there is nobody to show; `aborted` when the session ends.
 */
export async function readChart(connection: FhirConnection, request: ReadRequest): Promise<Chart> {
  const stop = new AbortController();
  const signals = connection.signal === undefined ? [stop.signal] : [connection.signal, stop.signal];
  const access = createDataAccess({ ...connection, signal: AbortSignal.any(signals) });
  const resolver = createMedicationResolver(access);
  const queries = chartQueries(request.patientId, request.today).filter(
    ({ section }) => request.sections?.includes(section) !== false,
  );
  const isOwn = ownedBy(request.patientId, access.fhirBase);
  const answers = new Map<string, QueryAnswer>();
  let patient: Patient | undefined;

  const update = () => {
    if (patient !== undefined) request.onUpdate?.(chartOf(patient, queries, answers, access.sessionEnded()));
  };
  // The Patient is asked for first: nothing may be shown without it.
  const identity = readPatient(access, request.patientId);
  const searches = Promise.all(
    queries.map(async (query) => {
      const grant = searchGrant(query.section, request.grantedScopes);
      answers.set(query.id, await answerQuery(query, { access, resolver, isOwn, grant }));
      update();
    }),
  );
  // Reported below; without this line a failure while the Patient is awaited would count as unhandled.
  searches.catch(() => undefined);
  try {
    patient = await identity;
    update();
    await searches;
  } catch (problem) {
    stop.abort();
    throw problem;
  }
  if (connection.signal?.aborted === true) throw new FhirProblem('aborted');
  return chartOf(patient, queries, answers, access.sessionEnded());
}

/** EHR sessions have shown one patient's chart under another launch: the id is compared before anything else happens. */
async function readPatient(access: DataAccess, patientId: string): Promise<Patient> {
  const patient = normalisePatient(await access.read('Patient', patientId));
  if (patient.id !== patientId) throw new FhirProblem('wrong-patient');
  return patient;
}

function chartOf(
  patient: Patient,
  queries: readonly ChartQuery[],
  answers: ReadonlyMap<string, QueryAnswer>,
  sessionEnded: boolean,
): Chart {
  const reports = (wanted: (query: ChartQuery) => boolean) =>
    combineReports(queries.filter(wanted).map((query) => answers.get(query.id)?.report ?? LOADING));
  const arrived = queries.map((query) => answers.get(query.id)).filter((answer) => answer !== undefined);
  // One order stands in both the current and the earlier orders: its latest version counts, whole.
  const resources = latestVersions(arrived.flatMap((answer) => answer.entries));
  const medicineOf = (order: JsonObject) =>
    arrived.map((answer) => answer.medicines.get(order)).find((medicine) => medicine !== undefined);
  return {
    patient,
    sections: bySection((section) =>
      reports((query) => query.section === section && query.role !== 'looks-back'),
    ),
    medicationHistory: reports((query) => query.role === 'looks-back'),
    ...chartEntries(resources, medicineOf),
    answers: [],
    notices: [...new Set(arrived.flatMap((answer) => answer.notices))],
    foreignEntries: countOf(arrived.flatMap((answer) => answer.foreign)),
    ...(sessionEnded ? { sessionEnded } : {}),
  };
}

/** The same foreign entry may come with two searches. */
function countOf(foreign: readonly JsonObject[]): number {
  const names = foreign.map((entry, index) => {
    const id = textOf(entry.id);
    return id === undefined ? `#${index}` : `${resourceTypeOf(entry) ?? ''}/${id}`;
  });
  return new Set(names).size;
}
