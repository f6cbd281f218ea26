import { fhirAnswer, outcome, textAnswer } from './answers';
import type { Chart } from './charts';
import { SECTIONS, SLOW_MS, SMALL_PAGE } from './faults';
import type { SectionFault } from './faults';
import { CLINICIAN } from './identity';
import { textOf } from './json';
import type { Json } from './json';
import { permits } from './scopes';
import type { Grant, Seal } from './seal';
import { medicationsOf, pageSizeOf, patientsAsked, RefusedSearch, search, SEARCHES } from './search';

interface FhirOptions {
  readonly seal: Seal;
  /** The chart of a patient with today's dates. */
  readonly chartOf: (patientId: string) => Chart | undefined;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export type FhirServer = (request: Request, fhirBase: string, grant: Grant | undefined) => Promise<Response>;

const LOGIN_PAGE =
  '<!doctype html><html lang="en"><head><title>Sign in</title></head><body><h1>Your session has ended</h1></body></html>';

/** Read and search for one patient, FHIR R4: https://hl7.org/fhir/R4/http.html. Nothing can be written. */
export function createFhirServer({ seal, chartOf, wait }: FhirOptions): FhirServer {
  return async function answer(request, fhirBase, grant) {
    if (grant === undefined)
      return outcome(401, 'login', 'The access token is missing or has expired.', {
        'www-authenticate': 'Bearer realm="sandbox EHR", error="invalid_token"',
      });
    if (request.method !== 'GET')
      return outcome(405, 'not-supported', 'Only GET is supported.', { allow: 'GET' });
    const chart = chartOf(grant.patient);
    if (chart === undefined) return outcome(404, 'not-found', 'The patient of this launch is not on file.');
    const url = new URL(request.url);
    const [type = '', id, ...rest] = url.pathname
      .slice(new URL(fhirBase).pathname.length + 1)
      .split('/')
      .map(decoded);
    if (type === 'Practitioner' && id === CLINICIAN.id && grant.scope.split(' ').includes('fhirUser'))
      return fhirAnswer(CLINICIAN);
    const section = SECTIONS.find((known) => known === type);
    if (section === undefined || rest.length > 0)
      return outcome(404, 'not-supported', `${type} is not offered by this server.`);
    const fault = grant.faults.sections?.[section];
    if (fault === 'slow') await wait(SLOW_MS);
    if (fault === 'server-error') return outcome(500, 'exception', 'The sandbox was told to fail.');
    if (fault === 'html-login') return textAnswer(LOGIN_PAGE, 'text/html');
    if (fault === 'not-permitted' || chart.notPermitted.includes(section))
      return outcome(403, 'forbidden', `This app is not permitted to read ${section}.`);
    if (!permits(grant.scope, section, id === undefined ? 's' : 'r'))
      return outcome(403, 'forbidden', `The granted scopes do not cover this request for ${section}.`);
    const whole =
      id === undefined
        ? await searchset(section, url.searchParams, fhirBase, grant, chart)
        : read(section, id, chart);
    return spoiled(whole, fault);
  };

  function read(type: string, id: string, chart: Chart): Response {
    if (type === 'Patient' && id !== chart.id)
      return outcome(403, 'forbidden', 'The token is for another patient.');
    const found = chart.resources.find((resource) => resource.resourceType === type && resource.id === id);
    return found === undefined
      ? outcome(404, 'not-found', `${type}/${id} is not on file.`)
      : fhirAnswer(found);
  }

  async function searchset(
    type: string,
    asked: URLSearchParams,
    fhirBase: string,
    grant: Grant,
    chart: Chart,
  ): Promise<Response> {
    const turned = asked.get('_page');
    const page = turned === null ? undefined : await seal.open('page', turned);
    if (turned !== null && (page?.patient !== grant.patient || page.type !== type))
      return outcome(410, 'expired', 'This page of the search is no longer held.');
    const query = page === undefined ? asked : new URLSearchParams(page.query);
    const offset = page?.offset ?? 0;
    try {
      const stranger = patientsAsked(query).some((patient) => patient !== chart.id);
      if (stranger) return outcome(403, 'forbidden', 'The token is for another patient.');
      if ('patient' in (SEARCHES[type] ?? {}) && patientsAsked(query).length === 0)
        return outcome(400, 'required', `A search of ${type} needs the parameter patient.`);
      const limit = grant.faults.smallPages === true ? SMALL_PAGE : chart.pageSize;
      const size = pageSizeOf(query, limit);
      const scoped = type === 'Patient' ? [chart.patient] : chart.resources;
      const matches = search(scoped, type, query);
      const shown = matches.slice(offset, offset + size);
      const withMedicines =
        query.has('_include') &&
        permits(grant.scope, 'Medication', 'r') &&
        !chart.notPermitted.includes('Medication');
      const included = withMedicines ? medicationsOf(shown, chart.resources) : [];
      const link = [{ relation: 'self', url: `${fhirBase}/${type}?${asked.toString()}` }];
      if (offset + size < matches.length) {
        const content = { patient: chart.id, type, query: query.toString(), offset: offset + size };
        link.push({
          relation: 'next',
          url: `${fhirBase}/${type}?_page=${await seal.close('page', content)}`,
        });
      }
      return fhirAnswer(bundle(fhirBase, matches.length, link, shown, included));
    } catch (thrown) {
      if (thrown instanceof RefusedSearch) return outcome(400, thrown.code, thrown.message);
      throw thrown;
    }
  }
}

function bundle(
  fhirBase: string,
  total: number,
  link: readonly Json[],
  matches: readonly Json[],
  included: readonly Json[],
): Json {
  const entry = (resource: Json, mode: string): Json => ({
    fullUrl: `${fhirBase}/${textOf(resource.resourceType)}/${textOf(resource.id)}`,
    resource,
    search: { mode },
  });
  const entries = [
    ...matches.map((resource) => entry(resource, 'match')),
    ...included.map((resource) => entry(resource, 'include')),
  ];
  // FHIR JSON has no empty arrays: a search without matches has no `entry` at all.
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total,
    link,
    ...(entries.length > 0 ? { entry: entries } : {}),
  };
}

/** The answer as the fault leaves it: cut in the middle, or without its body. */
async function spoiled(whole: Response, fault: SectionFault | undefined): Promise<Response> {
  if (fault !== 'broken-json' && fault !== 'empty-body') return whole;
  const text = fault === 'empty-body' ? '' : await whole.text();
  return new Response(text.slice(0, Math.ceil(text.length / 2)), {
    status: whole.status,
    headers: whole.headers,
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
