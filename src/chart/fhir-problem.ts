import { isObject, numberOf } from './fhir-guards';
import { issuesOf } from './outcomes';

export type FhirProblemKind =
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'unsupported'
  | 'too-many'
  | 'server'
  | 'network'
  | 'timeout'
  | 'not-fhir'
  | 'blocked-url'
  | 'paging'
  | 'wrong-patient'
  | 'aborted';

/**
 * A request that did not succeed, in one plain sentence. It never holds a URL, a header or the library's error, because
 * those carry the patient id and could reach a log.
 */
export class FhirProblem extends Error {
  override readonly name = 'FhirProblem';
  constructor(
    readonly kind: FhirProblemKind,
    sentence: string = SENTENCES[kind],
    readonly details: {
      readonly status?: number;
      /** Codes of the OperationOutcome, where the EHR sent one. */
      readonly codes?: readonly string[];
      /** Seconds to wait as the EHR asked, or undefined. */
      readonly retryAfterSeconds?: number;
    } = {},
  ) {
    super(sentence);
  }
}

const SENTENCES: Readonly<Record<FhirProblemKind, string>> = {
  unauthorised: 'the session with the EHR has ended; open the app again from the chart',
  forbidden: 'the EHR did not permit this app to read it',
  'not-found': 'the EHR does not have it',
  unsupported: 'the EHR does not offer it in this form',
  'too-many': 'the EHR asked to slow down; try again in a minute',
  server: 'the EHR had an error of its own',
  network: 'the EHR could not be reached, or the session has ended',
  timeout: 'the EHR took too long to answer',
  'not-fhir': 'the EHR answered with something that is not chart data; the session may have ended',
  'blocked-url': 'the EHR pointed to an address outside itself, which was not followed',
  paging: 'the EHR sent a list of pages that could not be read to its end',
  'wrong-patient': 'the EHR answered with another patient than the one the app was opened for',
  aborted: 'reading was stopped',
};

/**
 * Break-the-Glass: the chart is restricted. Never retried; the clinician opens it in the EHR itself.
 * Source: Epic FHIR error codes 4130, 4131, 4134.
 */
const RESTRICTED_CODES = ['4130', '4131', '4134'];
const RESTRICTED = 'the chart is restricted (break the glass); open it in the EHR first';
const NOT_AUTHORISED_CODE = '4118';

/** A gateway whose own session is over sends its sign-in page, and calls that a success. */
const WEB_PAGE = /^\s*<(!doctype html|html)\b/i;
const SIGN_IN_PAGE =
  'the EHR answered with a web page, as it does when its session has ended; open the app again from the chart';

/** Maps whatever a request threw to a problem. The thrown object itself is never kept, shown or logged. */
export function problemOf(thrown: unknown, aborted: boolean): FhirProblem {
  if (thrown instanceof FhirProblem) return thrown;
  if (aborted) return new FhirProblem('aborted');
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  if (name === 'TimeoutError') return new FhirProblem('timeout');
  if (name === 'AbortError') return new FhirProblem('aborted');
  if (!isObject(thrown) && !(thrown instanceof Error)) return new FhirProblem('network');
  const response: unknown = 'response' in thrown ? thrown.response : undefined;
  const status = isObject(response) ? numberOf(response.status) : undefined;
  if (!isObject(response) || status === undefined) return new FhirProblem('network');
  if (status < 300 && typeof response.data === 'string' && WEB_PAGE.test(response.data))
    return new FhirProblem('unauthorised', SIGN_IN_PAGE, { status });
  const codes = issuesOf(response.data).flatMap((issue) => issue.codes);
  const wait = retryAfterSeconds(thrown);
  const details = { status, codes, ...(wait === undefined ? {} : { retryAfterSeconds: wait }) };
  if (codes.some((code) => RESTRICTED_CODES.includes(code)))
    return new FhirProblem('forbidden', RESTRICTED, details);
  const kind = codes.includes(NOT_AUTHORISED_CODE) ? 'forbidden' : kindOfStatus(status);
  return new FhirProblem(kind, SENTENCES[kind], details);
}

function kindOfStatus(status: number): FhirProblemKind {
  if (status < 300) return 'not-fhir';
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if ([400, 405, 406, 422, 501].includes(status)) return 'unsupported';
  if (status === 429) return 'too-many';
  if (status === 408 || status === 504) return 'timeout';
  return 'server';
}

/** Retry-After as seconds or as a date; browsers hide it across origins unless the EHR exposes it. */
function retryAfterSeconds(thrown: object): number | undefined {
  const config: unknown = 'config' in thrown ? thrown.config : undefined;
  const headers = isObject(config) ? config.headers : undefined;
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return undefined;
  const seconds = numberOf(value) ?? (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}
