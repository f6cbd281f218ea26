/** Families whose servers ask for other searches; a site names its own so that nobody has to guess. */
export type EhrFamily =
  | 'epic'
  | 'oracle'
  | 'athena'
  | 'nextgen'
  | 'eclinicalworks'
  | 'meditech'
  | 'canvas'
  | 'hapi'
  | 'other';

/** One hospital or clinic group: one issuer, one client registration. Validated by launch/read-site. */
export interface Site {
  /** FHIR base URL, exactly as the EHR sends it in `iss` (a trailing slash is ignored). */
  readonly issuer: string;
  readonly clientId: string;
  /** The app may also be opened without a chart: the EHR then asks the user for the patient. */
  readonly standalone: boolean;
  /** Overrides the default scopes. */
  readonly scope?: string;
  /** Origins that may show the sign-in page; the issuer's own origin always may. */
  readonly authorizeOrigins: readonly string[];
  /** Other origins that the app talks to (token, revocation), for the Content-Security-Policy header. */
  readonly connectOrigins: readonly string[];
  /** Origins of the EHR's pages that show the app in a frame, for the same header. */
  readonly frameAncestors: readonly string[];
  readonly ehr: EhrFamily;
  /**
   * Why the app may sign in although this EHR does not announce PKCE. The challenge is sent all the same:
   * athenahealth checks it and does not say so. https://github.com/smart-on-fhir/client-js/issues/174
   */
  readonly pkceUnannounced?: string;
  /** Which market's medicines come first. */
  readonly formulary: 'us' | 'eu' | 'asia';
  /** At least one. */
  readonly clinics: readonly Clinic[];
  readonly emergencyNumber: string;
  readonly poisonLine: string;
  /** Whom the user can ask when something does not work. */
  readonly support: string;
  readonly pageSize: 'Letter' | 'A4';
  /** Minutes without a key or a click after which the chart is wiped from the screen. */
  readonly idleMinutes: number;
  readonly rules: readonly RuleSetting[];
  readonly testSystem: boolean;
}

export interface Clinic {
  readonly name: string;
  readonly phone: string;
  readonly afterHoursPhone: string;
  /** References of the EHR's Location resources that are this clinic, as in `Location/12`. */
  readonly locations: readonly string[];
}

/** A caution that this site shows in another rank, with the name of who decided it and why. */
export interface RuleSetting {
  readonly rule: string;
  readonly show: 'serious' | 'caution' | 'counsel' | 'hidden';
  readonly reason: string;
  readonly decidedBy: string;
}

export type Intent = 'ask' | 'handout';

/** What a completed launch hands to the app. No token leaves this object except as the Authorization value. */
export interface Session {
  readonly site: Site;
  readonly fhirBase: string;
  readonly patientId: string;
  /** The visit the EHR launched from, where it names one. */
  readonly encounterId?: string;
  /** What the EHR opened the app for, where it says so and the app has a view for it. */
  readonly intent?: Intent;
  readonly askedScopes: readonly string[];
  /** True when an administrator asked what works at this site. */
  readonly diagnose: boolean;
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
    | 'wrong-version'
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
  /** What exactly is wrong, one sentence each. */
  readonly details?: readonly string[];
  /** What to do next. */
  readonly next: string;
  readonly support?: string;
}

export type LaunchResult =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly problem: LaunchProblem };
