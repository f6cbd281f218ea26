import { outcome } from './answers';
import type { Chart } from './charts';
import type { Json } from './json';
import {
  withContainedMedicines,
  withInlineMedicines,
  withLongIds,
  withLongId,
  withoutVisitStatus,
  withSeparateMedicines,
} from './record-shapes';

/** One request for FHIR data, before it is answered. */
export interface Question {
  readonly type: string;
  readonly isSearch: boolean;
  readonly query: URLSearchParams;
}

/** Where a next link stands: the sealed rest of the search, and its type. */
export interface NextPage {
  readonly fhirBase: string;
  readonly type: string;
  readonly token: string;
}

/**
 * How one family of EHRs differs from the plain sandbox. Each quirk was read in a vendor's captured conformance
 * statement, error list or issue thread; no vendor's system is copied. Absent means as the plain sandbox does.
 */
export interface Personality {
  /** In the select of the chart page. */
  readonly label: string;
  /** Laid over the SMART configuration; a key with undefined leaves it out. */
  readonly configuration?: (plain: Json) => Json;
  readonly tokenSeconds?: number;
  /** Laid over the token response; a key with undefined leaves it out. */
  readonly token?: Json;
  /** The only scopes that exist here; any other refuses the whole request. */
  readonly scopes?: readonly string[];
  /** OpenID Connect without a nonce is refused. */
  readonly needsNonce?: true;
  readonly idOf?: (id: string) => string;
  readonly records?: (resources: readonly Json[]) => readonly Json[];
  /** Resource types that are not served. */
  readonly without?: readonly string[];
  readonly pageSize?: number;
  /** Each page begins with the last entry of the one before. */
  readonly repeatsEntries?: true;
  /** Says that a search found nothing, as an entry of the answer. */
  readonly saysNoneFound?: true;
  readonly refuses?: (question: Question) => Response | undefined;
  readonly nextLink?: (next: NextPage) => string;
}

const EPIC_CODES = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369';

/** An OperationOutcome with a code of Epic's list. */
export function epicOutcome(severity: string, code: string, text: string): Json {
  const details = { coding: [{ system: EPIC_CODES, code, display: text }], text };
  return { resourceType: 'OperationOutcome', issue: [{ severity, code: 'processing', details }] };
}

const NONE: readonly string[] = [];

const withoutCapabilities = (plain: Json, ...gone: readonly string[]): readonly unknown[] =>
  (Array.isArray(plain.capabilities) ? (plain.capabilities as readonly unknown[]) : NONE).filter(
    (capability) => !gone.some((name) => name === capability),
  );

export const PERSONALITIES = {
  plain: { label: 'Plain R4' },
  'epic-like': {
    label: 'Epic-like: category required, medicines by reference, long ids',
    configuration: (plain) => ({
      ...plain,
      revocation_endpoint: undefined,
      scopes_supported: ['openid', 'profile', 'fhirUser', 'launch'],
      capabilities: withoutCapabilities(plain, 'permission-online'),
    }),
    idOf: withLongId,
    records: (resources) => withLongIds(withSeparateMedicines(resources)),
    saysNoneFound: true,
    refuses: ({ type, isSearch, query }) =>
      isSearch && type === 'Condition' && !query.has('category')
        ? outcome(400, 'required', 'Code 59108: the parameter category is required.')
        : undefined,
  },
  'oracle-like': {
    label: 'Oracle-like: contained medicines, no _include, short token',
    tokenSeconds: 570,
    records: withContainedMedicines,
    without: ['Medication'],
    pageSize: 5,
    repeatsEntries: true,
    refuses: ({ isSearch, query }) => {
      if (query.has('_include'))
        return new Response('Bad Request: unsupported parameter', {
          status: 400,
          headers: { 'content-type': 'text/plain' },
        });
      return isSearch && !query.has('patient')
        ? outcome(500, 'exception', 'A required parameter is missing.')
        : undefined;
    },
    nextLink: ({ fhirBase, type, token }) => `${fhirBase}/${type}?-pageContext=${token}`,
  },
  'athena-like': {
    label: 'Athena-like: intent required, category with system, nonce, PKCE not announced',
    configuration: (plain) => ({ ...plain, code_challenge_methods_supported: undefined }),
    needsNonce: true,
    records: withoutVisitStatus,
    refuses: ({ type, isSearch, query }) => {
      if (!isSearch) return undefined;
      if (type === 'MedicationRequest' && !query.has('intent'))
        return outcome(400, 'required', 'The parameter intent is required.');
      const category = query.get('category');
      return type === 'Condition' && category !== null && !category.includes('|')
        ? outcome(400, 'value', 'category needs a system.')
        : undefined;
    },
    nextLink: ({ fhirBase, type, token }) => `${fhirBase}/${type}?cursor=${token}`,
  },
  'nextgen-like': {
    label: 'NextGen-like: seven scopes, no Medication, no _count',
    configuration: (plain) => ({
      ...plain,
      capabilities: withoutCapabilities(plain, 'permission-v2', 'sso-openid-connect', 'permission-online'),
    }),
    scopes: [
      'launch',
      'patient/Patient.read',
      'patient/Condition.read',
      'patient/MedicationRequest.read',
      'patient/AllergyIntolerance.read',
      'patient/Observation.read',
      'patient/Procedure.read',
    ],
    records: withInlineMedicines,
    without: ['Medication'],
    refuses: ({ query }) => {
      const unknown = ['_count', '_sort', '_include'].find((name) => query.has(name));
      return unknown === undefined
        ? undefined
        : outcome(400, 'not-supported', `The parameter ${unknown} is not supported.`);
    },
  },
  'hapi-like': {
    label: 'HAPI-like: pages at the base address',
    pageSize: 10,
    nextLink: ({ fhirBase, token }) => `${fhirBase}?_getpages=${token}&_bundletype=searchset`,
  },
  'canvas-like': {
    label: 'Canvas-like: relative links, scope not repeated',
    configuration: (plain) => ({
      ...plain,
      authorization_endpoint: '../oauth/authorize?tenant=sandbox',
      token_endpoint: '../oauth/token',
      revocation_endpoint: '../oauth/revoke',
    }),
    token: { scope: undefined, need_patient_banner: false },
    pageSize: 10,
    nextLink: ({ type, token }) => `/${type}?_page=${token}`,
  },
} as const satisfies Readonly<Record<string, Personality>>;

export type EhrName = keyof typeof PERSONALITIES;
export const EHR_NAMES = Object.keys(PERSONALITIES) as readonly EhrName[];

export function personalityOf(name: EhrName): Personality {
  return PERSONALITIES[name];
}

/** The EHR of a form field or a path; the plain one when it names none. */
export function readEhr(name: string | null | undefined): EhrName {
  return EHR_NAMES.find((known) => known === name) ?? 'plain';
}

/** The chart as this EHR keeps it. */
export function recordedBy(name: EhrName, chart: Chart): Chart {
  const { idOf, records, pageSize } = personalityOf(name);
  const resources = records?.(chart.resources) ?? chart.resources;
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient') ?? chart.patient;
  return {
    ...chart,
    id: idOf?.(chart.id) ?? chart.id,
    patient,
    resources,
    pageSize: Math.min(chart.pageSize, pageSize ?? chart.pageSize),
  };
}

/** Without the keys whose value is undefined, which is how a table row takes something away. */
export function withoutUndefined(record: Json): Json {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
