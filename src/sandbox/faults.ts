import { FRAMES } from './frames';
import type { FrameName } from './frames';

/**
 * What the sandbox can be told to do wrong during one launch. The choice travels in the launch token and from there in the
 * access token: two launches side by side can fail in different ways, and nothing has to be switched back.
 */

/** Sections whose answers can go wrong: the resource types that the sandbox serves. */
export const SECTIONS = [
  'Patient',
  'Condition',
  'MedicationRequest',
  'Medication',
  'AllergyIntolerance',
  'Observation',
  'Procedure',
] as const;

/** Errors of the authorization endpoint, RFC 6749 4.1.2.1; each comes back on the redirect. */
export const AUTHORIZE_ERRORS = [
  'access_denied',
  'invalid_scope',
  'unauthorized_client',
  'server_error',
  'temporarily_unavailable',
] as const;

export const SIGN_IN_FAULTS = {
  access_denied: 'Refused by the user',
  invalid_scope: 'Scope refused',
  unauthorized_client: 'App not registered',
  server_error: 'Server error',
  temporarily_unavailable: 'Temporarily unavailable',
  'no-patient': 'No patient in context',
  'session-renews': 'Token expires early, refresh works',
  'session-ends': 'Token expires early, refresh refused',
} as const;

export const SECTION_FAULTS = {
  'not-permitted': 'Not permitted (403)',
  'server-error': 'Server error (500)',
  'broken-json': 'Broken JSON',
  'html-login': 'Sign-in page instead of data',
  'empty-body': 'Empty answer',
  'may-not-be-whole': 'Warning: may not be the entire record',
  'break-the-glass': 'Restricted chart (Break-the-Glass)',
  'busy-twice': 'Busy twice, then normal (503)',
  'busy-five-times': 'Busy five times, then normal (503)',
  throttled: 'Slow down (429)',
  'foreign-next': 'Next page on another host',
  slow: 'Slow (6 seconds)',
} as const;

/** Versions of FHIR before R4, each at a FHIR address of its own, as EHRs that serve several do. */
export const OLD_VERSIONS = {
  dstu2: { label: 'DSTU2 (1.0.2)', fhirVersion: '1.0.2' },
  stu3: { label: 'STU3 (3.0.2)', fhirVersion: '3.0.2' },
} as const;

export const SLOW_MS = 6_000;
/** With an early expiry the access token is good for so many requests. */
export const REQUESTS_BEFORE_EXPIRY = 3;
export const SMALL_PAGE = 2;
/** Where a hostile next link points: nothing is served there. */
export const FOREIGN_HOST = 'https://elsewhere.invalid';

export type FaultySection = (typeof SECTIONS)[number];
export type SignInFault = keyof typeof SIGN_IN_FAULTS;
export type OldVersion = keyof typeof OLD_VERSIONS;
export type SectionFault = keyof typeof SECTION_FAULTS;

export interface Faults {
  readonly signIn?: SignInFault;
  readonly sections?: Readonly<Partial<Record<FaultySection, SectionFault>>>;
  /** Two entries a page. */
  readonly smallPages?: true;
  /** The chart's frame gives the app other rights than most EHRs do. */
  readonly frame?: FrameName;
  /** The plain EHR opens the app at the address of another FHIR version. */
  readonly fhirVersion?: OldVersion;
}

/** Names of the form fields of the chart page: `sign-in`, `pages`, `frame`, `fhir-version`, and one for each section. Unknown values count as none. */
export function readFaults(form: URLSearchParams): Faults {
  const signIn = form.get('sign-in') ?? '';
  const frame = form.get('frame') ?? '';
  const fhirVersion = form.get('fhir-version') ?? '';
  const sections = SECTIONS.flatMap((section) => {
    const fault = form.get(section) ?? '';
    return isKey(SECTION_FAULTS, fault) ? [[section, fault] as const] : [];
  });
  return {
    ...(isKey(SIGN_IN_FAULTS, signIn) ? { signIn } : {}),
    ...(sections.length > 0 ? { sections: Object.fromEntries(sections) } : {}),
    ...(form.get('pages') === 'small' ? { smallPages: true } : {}),
    ...(isKey(FRAMES, frame) ? { frame } : {}),
    ...(isKey(OLD_VERSIONS, fhirVersion) ? { fhirVersion } : {}),
  };
}

function isKey<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}

/** The older version that an address names, if it does. */
export function readOldVersion(name: string | undefined): OldVersion | undefined {
  return name !== undefined && isKey(OLD_VERSIONS, name) ? name : undefined;
}
