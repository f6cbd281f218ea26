import { ADMIN, AGAIN, problemOf } from './problems';
import type { Code, Words } from './problems';
import type { LaunchProblem, Site } from './types';

/** What the page says on which the sign-in ends. */
const WORDS = {
  'access-denied': {
    title: 'Access was not allowed',
    text: 'You or your organization did not allow BackSafe to read this chart.',
    next: `To try again: ${lower(AGAIN)}`,
  },
  'invalid-scope': {
    title: 'The EHR refused what BackSafe asks to read',
    text: 'BackSafe’s registration at this EHR does not cover the data it needs.',
    next: ADMIN,
  },
  'not-registered': {
    title: 'BackSafe is not registered at this EHR',
    text: 'The EHR does not know this app, or not with this address. A change of a registration can take hours to reach every server.',
    next: ADMIN,
  },
  'launch-expired': {
    title: 'This launch is over',
    text: 'The sign-in was used already, took too long, or belongs to another tab.',
    next: AGAIN,
  },
  'sign-in-failed': {
    title: 'The sign-in did not work',
    text: 'The EHR ended the sign-in with an error.',
    next: `${AGAIN} If it happens again, tell your EHR support.`,
  },
  'no-patient': {
    title: 'The EHR named no patient',
    text: 'The sign-in worked, but the EHR did not say whose chart is open. BackSafe never searches for a patient.',
    next: AGAIN,
  },
  'wrong-user': {
    title: 'BackSafe is for clinicians',
    text: 'You are signed in as a patient or a relative. This review is written for health professionals.',
    next: 'Ask your care team about your medicines. Your clinician can open BackSafe from your chart.',
  },
} as const satisfies Partial<Readonly<Record<Code, Words>>>;
type SessionCode = keyof typeof WORDS;

/** A problem of the sign-in in its usual words; `changed` replaces those that need the case at hand. */
export function sessionProblem(code: SessionCode, site?: Site, changed?: Partial<Words>): LaunchProblem {
  return problemOf(code, WORDS[code], site, changed);
}

/** OAuth and OpenID Connect error codes (RFC 6749 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6) and their problem. */
const OAUTH: Readonly<Record<string, readonly [SessionCode, Partial<Words>?]>> = {
  access_denied: ['access-denied'],
  consent_required: ['access-denied'],
  interaction_required: ['sign-in-failed'],
  login_required: ['sign-in-failed'],
  account_selection_required: ['sign-in-failed'],
  invalid_scope: ['invalid-scope'],
  unauthorized_client: ['not-registered'],
  invalid_client: ['not-registered'],
  invalid_grant: ['launch-expired'],
  invalid_request: ['sign-in-failed', { text: 'The EHR did not accept BackSafe’s request.', next: ADMIN }],
  unsupported_response_type: [
    'sign-in-failed',
    { text: 'The EHR does not offer the kind of sign-in that BackSafe uses.', next: ADMIN },
  ],
  unsupported_grant_type: [
    'sign-in-failed',
    { text: 'The EHR does not offer the kind of sign-in that BackSafe uses.', next: ADMIN },
  ],
  server_error: [
    'sign-in-failed',
    {
      title: 'The EHR had a problem',
      text: 'The EHR’s sign-in reported an error of its own.',
      next: `Wait a minute. ${AGAIN}`,
    },
  ],
  temporarily_unavailable: [
    'sign-in-failed',
    {
      title: 'The EHR is busy',
      text: 'The EHR’s sign-in is overloaded or in maintenance.',
      next: `Wait a minute. ${AGAIN}`,
    },
  ],
};

/** What the EHR sent with an error. */
export interface OAuthError {
  readonly code: string;
  readonly description?: string | null;
  readonly uri?: string | null;
}

/**
 * An OAuth error in words for the user, with the EHR's own words for support at the end. Oracle Health asks apps to show
 * `error_uri`, which holds the number of the incident; only an https one is shown, and only as text.
 */
export function oauthProblem(error: OAuthError, site: Site): LaunchProblem {
  const [code, changed] = OAUTH[error.code] ?? ['sign-in-failed' as const];
  const problem = sessionProblem(code, site, changed);
  const said = [error.code, error.description ?? ''].map(oneLine).filter((part) => part !== '');
  const uri =
    typeof error.uri === 'string' && URL.canParse(error.uri) && new URL(error.uri).protocol === 'https:'
      ? ` More about it: ${oneLine(error.uri)}`
      : '';
  return { ...problem, text: `${problem.text} The EHR said: ${said.join(', ')}.${uri}` };
}

/** Text from outside: one line, and no longer than a screen can bear. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
