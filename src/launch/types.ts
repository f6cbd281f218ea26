/** One hospital or clinic group: one issuer, one client registration. Validated by launch/sites. */
export interface Site {
  /** FHIR base URL, exactly as the EHR sends it in `iss` (a trailing slash is ignored). */
  readonly issuer: string;
  readonly clientId: string;
  /** Overrides the default scopes. */
  readonly scope?: string;
  /** Origins that may show the sign-in page; the issuer's own origin always may. */
  readonly authorizeOrigins: readonly string[];
  readonly clinic: Clinic;
  readonly emergencyNumber: string;
  readonly poisonLine: string;
  /** Whom the user can ask when something does not work. */
  readonly support: string;
  readonly pageSize: 'Letter' | 'A4';
  readonly testSystem: boolean;
}

export interface Clinic {
  readonly name: string;
  readonly phone: string;
  readonly afterHoursPhone: string;
}

/** What a completed launch hands to the app. No token leaves this object except as the Authorization value. */
export interface Session {
  readonly site: Site;
  readonly fhirBase: string;
  readonly patientId: string;
  readonly grantedScopes: readonly string[];
  /** False only when the EHR says that its own banner is shown. The name stays in buttons and on paper anyway. */
  readonly needPatientBanner: boolean;
  readonly userName?: string;
  /** The Authorization header value, refreshed first when it is about to expire; undefined when the session is over. */
  readonly authorization: () => Promise<string | undefined>;
  /** One refresh; false when it is not possible. Concurrent calls share one request. */
  readonly refresh: () => Promise<boolean>;
  /** Wipes every stored token and revokes where the EHR offers it. */
  readonly end: () => Promise<void>;
}

/** A launch that did not end in a session, in words for the user. */
export interface LaunchProblem {
  readonly code:
    | 'not-launched'
    | 'not-configured'
    | 'unknown-issuer'
    | 'not-secure'
    | 'storage-blocked'
    | 'discovery-failed'
    | 'not-smart'
    | 'pkce-missing'
    | 'access-denied'
    | 'invalid-scope'
    | 'not-registered'
    | 'launch-expired'
    | 'sign-in-failed'
    | 'no-patient'
    | 'wrong-user'
    | 'unexpected';
  readonly title: string;
  /** What happened, one or two sentences. */
  readonly text: string;
  /** What to do next. */
  readonly next: string;
  readonly support?: string;
}

export type LaunchResult =
  { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly problem: LaunchProblem };
