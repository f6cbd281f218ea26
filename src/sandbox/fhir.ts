import { fhirAnswer, outcome, textAnswer } from './answers';
import type { Chart } from './charts';
import { FOREIGN_HOST, SECTIONS, SLOW_MS, SMALL_PAGE } from './faults';
import type { FaultySection, SectionFault } from './faults';
import { CLINICIAN } from './identity';
import { textOf } from './json';
import type { Json } from './json';
import { epicOutcome, personalityOf } from './personalities';
import type { EhrName, Personality } from './personalities';
import { permits } from './scopes';
import type { Grant, Seal, Sealed } from './seal';
import { medicationsOf, pageSizeOf, patientsAsked, RefusedSearch, search, SEARCHES } from './search';

interface FhirOptions {
  readonly seal: Seal;
  /** The chart of a patient with today's dates. */
  readonly chartOf: (patientId: string, ehr: EhrName) => Chart | undefined;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export type FhirServer = (request: Request, fhirBase: string, grant: Grant | undefined) => Promise<Response>;

/** The parameters under which the EHR families hand out the rest of a search. */
const PAGE_PARAMETERS = ['_page', 'cursor', '-pageContext', '_getpages'];

const LOGIN_PAGE =
  '<!doctype html><html lang="en"><head><title>Sign in</title></head><body><h1>Your session has ended</h1></body></html>';

/** Read and search for one patient, FHIR R4: https://hl7.org/fhir/R4/http.html. Nothing can be written. */
export function createFhirServer({ seal, chartOf, wait }: FhirOptions): FhirServer {
  /** How often a busy section was asked, by token and address: no search takes another's turn, whichever comes first. */
  const asked = new Map<string, number>();

  return async function answer(request, fhirBase, grant) {
    if (grant === undefined)
      return outcome(401, 'login', 'The access token is missing or has expired.', {
        'www-authenticate': 'Bearer realm="sandbox EHR", error="invalid_token"',
      });
    if (request.method !== 'GET')
      return outcome(405, 'not-supported', 'Only GET is supported.', { allow: 'GET' });
    const chart = chartOf(grant.patient, grant.ehr);
    if (chart === undefined) return outcome(404, 'not-found', 'The patient of this launch is not on file.');
    const url = new URL(request.url);
    const [path = '', id, ...rest] = url.pathname
      .slice(new URL(fhirBase).pathname.length + 1)
      .split('/')
      .map(decoded);
    const page = await pageOf(url.searchParams);
    // HAPI turns pages at the base address itself: the page knows its type.
    const type = path === '' ? (page?.type ?? '') : path;
    const personality: Personality = personalityOf(grant.ehr);
    if (type === 'Practitioner' && id === CLINICIAN.id && grant.scope.split(' ').includes('fhirUser'))
      return fhirAnswer(CLINICIAN);
    const section = SECTIONS.find((known) => known === type);
    if (section === undefined || rest.length > 0 || personality.without?.includes(section) === true)
      return outcome(404, 'not-supported', `${type} is not offered by this server.`);
    const fault = grant.faults.sections?.[section];
    if (fault === 'slow') await wait(SLOW_MS);
    const failure = failureOf(fault, `${grant.id} ${request.url}`);
    if (failure !== undefined) return failure;
    if (fault === 'not-permitted' || chart.notPermitted.includes(section))
      return outcome(403, 'forbidden', `This app is not permitted to read ${section}.`);
    if (!permits(grant.scope, section, id === undefined ? 's' : 'r'))
      return outcome(403, 'forbidden', `The granted scopes do not cover this request for ${section}.`);
    if (page === undefined) {
      const question = { type: section, isSearch: id === undefined, query: url.searchParams };
      const refusal = personality.refuses?.(question);
      if (refusal !== undefined) return refusal;
    }
    const whole =
      id === undefined
        ? await searchset(section, url.searchParams, fhirBase, grant, chart)
        : read(section, id, chart);
    return spoiled(whole, fault);
  };

  /** A whole answer that the fault puts in place of the data. */
  function failureOf(fault: SectionFault | undefined, question: string): Response | undefined {
    switch (fault) {
      case 'server-error':
        return outcome(500, 'exception', 'The sandbox was told to fail.');
      case 'html-login':
        return textAnswer(LOGIN_PAGE, 'text/html');
      case 'break-the-glass':
        return fhirAnswer(epicOutcome('fatal', '4130', 'Break-the-Glass security is in force.'), 403);
      case 'throttled':
        return outcome(429, 'throttled', 'Too many requests.', { 'retry-after': '1' });
      case 'busy-twice':
      case 'busy-five-times': {
        const times = (asked.get(question) ?? 0) + 1;
        asked.set(question, times);
        return times > (fault === 'busy-twice' ? 2 : 5)
          ? undefined
          : outcome(503, 'transient', 'Busy.', { 'retry-after': '1' });
      }
      default:
        return undefined;
    }
  }

  async function pageOf(query: URLSearchParams): Promise<Sealed['page'] | undefined> {
    const name = PAGE_PARAMETERS.find((parameter) => query.has(parameter));
    return name === undefined ? undefined : seal.open('page', query.get(name) ?? '');
  }

  function read(type: string, id: string, chart: Chart): Response {
    if (type === 'Patient' && id !== chart.id)
      return outcome(403, 'forbidden', 'The token is for another patient.');
    const found = chart.resources.find((resource) => resource.resourceType === type && resource.id === id);
    return found === undefined
      ? outcome(404, 'not-found', `${type}/${id} is not on file.`)
      : fhirAnswer(found);
  }

  async function searchset(
    type: FaultySection,
    asked: URLSearchParams,
    fhirBase: string,
    grant: Grant,
    chart: Chart,
  ): Promise<Response> {
    const turned = PAGE_PARAMETERS.some((parameter) => asked.has(parameter));
    const page = await pageOf(asked);
    const personality: Personality = personalityOf(grant.ehr);
    if (turned && (page?.patient !== grant.patient || page.type !== type))
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
        !chart.notPermitted.includes('Medication') &&
        grant.faults.sections?.Medication === undefined;
      const included = withMedicines ? medicationsOf(shown, chart.resources) : [];
      const link = [{ relation: 'self', url: `${fhirBase}/${type}?${asked.toString()}` }];
      const fault = grant.faults.sections?.[type];
      const rest = offset + size;
      if (rest < matches.length) {
        const next = personality.repeatsEntries === true && size > 1 ? rest - 1 : rest;
        const content = { patient: chart.id, type, query: query.toString(), offset: next };
        const token = await seal.close('page', content);
        const where = { fhirBase, type, token };
        const url = personality.nextLink?.(where) ?? `${fhirBase}/${type}?_page=${token}`;
        link.push({ relation: 'next', url });
      }
      if (fault === 'foreign-next') link.splice(1, 1, { relation: 'next', url: `${FOREIGN_HOST}/${type}` });
      const said = [
        ...(personality.saysNoneFound === true && matches.length === 0
          ? [epicOutcome('warning', '4101', 'Resource request returns no results.')]
          : []),
        ...(fault === 'may-not-be-whole'
          ? [epicOutcome('warning', '4119', 'This response may not contain the entire record.')]
          : []),
      ];
      return fhirAnswer(bundle(fhirBase, matches.length, link, shown, [...included, ...said]));
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
    ...included.map((resource) =>
      entry(resource, resource.resourceType === 'OperationOutcome' ? 'outcome' : 'include'),
    ),
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
