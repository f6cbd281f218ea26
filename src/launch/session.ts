import { redeem, tokenErrorCode } from './grant';
import type { Grant } from './grant';
import { isRecord, textOf } from './json';
import type { JsonRecord } from './json';
import { missingProblem } from './launch';
import { bareAddress, missingFrom } from './page';
import type { Page } from './page';
import { launchProblem } from './problems';
import { MINIMAL_SCOPE } from './scopes';
import { oauthProblem, sessionProblem } from './session-problems';
import { signIn } from './sign-in';
import { forgetLaunch, storedLaunch } from './stored-launch';
import type { StoredLaunch } from './stored-launch';
import { plainAddress } from './sites';
import type { Intent, LaunchProblem, LaunchResult, Session } from './types';

/** A token that ends sooner is renewed first, so that a slow request does not outlive it. */
const EARLY_MS = 60_000;
const REVOKE_MS = 5_000;
/** One FHIR id: longer than FHIR's 64 characters, because Epic's are. */
const PATIENT_ID = /^[A-Za-z0-9.-]+$/;

/** SMART leaves the words to app and EHR; an unknown one opens the review as usual. */
const INTENTS: ReadonlyMap<string, Intent> = new Map([
  ['ask', 'ask'],
  ['handout', 'handout'],
  ['print-handout', 'handout'],
]);

/**
 * What `index.html` does first: ends the sign-in that `launch.html` began, or finds it again after a reload.
 * The code leaves the address before it is used; `state` stays, because it names the launch of this tab.
 * Never rejects. Does not resolve when it leaves for the sign-in page once more (after `invalid_scope`).
 */
export async function completeLaunch(page: Page): Promise<LaunchResult> {
  try {
    return await complete(page);
  } catch {
    return failed(launchProblem('unexpected'));
  }
}

async function complete(page: Page): Promise<LaunchResult> {
  const missing = missingFrom(page);
  if (missing !== undefined) return failed(missingProblem(missing, page));
  const { searchParams } = new URL(page.address());
  const diagnose = searchParams.has('diagnose');
  const state = searchParams.get('state');
  const code = searchParams.get('code') ?? undefined;
  const error = searchParams.get('error');
  if (state === null && code === undefined && error === null) return failed(launchProblem('not-launched'));
  const launch = storedLaunch(page, state);
  // An answer without a launch of this tab proves nothing, not even that it comes from an EHR: its words are not shown.
  if (launch === undefined) {
    page.rewriteAddress(bareAddress(page));
    return failed(sessionProblem('launch-expired'));
  }
  const { site } = launch.notes;
  if (error !== null) {
    page.rewriteAddress(bareAddress(page));
    forgetLaunch(page, launch.key);
    if (error === 'invalid_scope' && mayAskForLess(launch)) return askForLess(page, launch);
    return failed(
      oauthProblem(
        {
          code: error,
          description: searchParams.get('error_description'),
          uri: searchParams.get('error_uri'),
        },
        site,
      ),
    );
  }
  page.rewriteAddress(`${bareAddress(page)}?state=${launch.key}`);
  // fhirclient would call a launch without code and token "authorized": a server that needs no sign-in.
  if (code === undefined && !launch.signedIn) return failed(sessionProblem('launch-expired', site));
  let grant: Grant;
  try {
    grant = await redeem(page, launch, code);
  } catch (thrown) {
    forgetLaunch(page, launch.key);
    const refusal = tokenErrorCode(thrown);
    if (refusal === 'invalid_scope' && mayAskForLess(launch)) return askForLess(page, launch);
    return failed(
      refusal === undefined
        ? sessionProblem('sign-in-failed', site, {
            text: 'The EHR did not answer the last step of the sign-in.',
          })
        : oauthProblem({ code: refusal }, site),
    );
  }
  const session = sessionOf(page, launch, grant, diagnose || launch.notes.diagnose);
  if ('session' in session) return { ok: true, session: session.session };
  await endGrant(grant, launch);
  return failed(session.problem);
}

function failed(problem: LaunchProblem): LaunchResult {
  return { ok: false, problem };
}

/** A hospital that chose its own scopes gets no others. */
function mayAskForLess({ notes }: StoredLaunch): boolean {
  return !notes.retried && notes.site.scope === undefined;
}

async function askForLess(page: Page, { issuer, notes }: StoredLaunch): Promise<LaunchResult> {
  const { site, launch, diagnose } = notes;
  const problem = await signIn(page, { site, issuer, launch, diagnose, smallerScope: MINIMAL_SCOPE });
  return problem === undefined ? new Promise<never>(() => undefined) : failed(problem);
}

/** The session of a grant that names a patient and whose user is no patient. */
function sessionOf(
  page: Page,
  launch: StoredLaunch,
  grant: Grant,
  diagnose: boolean,
): { readonly session: Session } | { readonly problem: LaunchProblem } {
  const { site } = launch.notes;
  const first = grant.token();
  if (textOf(first.access_token) === undefined) return { problem: sessionProblem('launch-expired', site) };
  if (isPatientUser(grant.claims) || isPatientUser(first))
    return { problem: sessionProblem('wrong-user', site) };
  const patientId = textOf(first.patient);
  if (patientId === undefined || !PATIENT_ID.test(patientId))
    return { problem: sessionProblem('no-patient', site) };
  // An EHR may leave the nonce out; another launch's nonce means that the answer is not of this launch.
  const { nonce } = launch.notes;
  const answered = grant.claims?.nonce;
  if (nonce !== undefined && answered !== undefined && answered !== nonce)
    return {
      problem: sessionProblem('sign-in-failed', site, {
        text: 'The EHR answered with the sign-in of another launch.',
      }),
    };
  const encounterId = textOf(first.encounter);
  const intent = INTENTS.get(textOf(first.intent) ?? '');
  const userName = textOf(grant.claims?.name);
  const stop = new AbortController();
  let renewal: Promise<boolean> | undefined;

  async function renew(): Promise<boolean> {
    if (stop.signal.aborted) return false;
    const renewed = await grant.renew(stop.signal);
    // A refresh must not move a session to another chart.
    const patient = grant.token().patient;
    if (patient !== undefined && patient !== patientId) await end();
    return renewed && !stop.signal.aborted;
  }

  /** One request for all who ask at the same time: a rotating refresh token can be used once. */
  function refresh(): Promise<boolean> {
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  async function authorization(): Promise<string | undefined> {
    const expiresAt = grant.expiresAt();
    if (expiresAt !== undefined && expiresAt - page.now() < EARLY_MS) {
      const renewed = await refresh();
      if (!renewed && expiresAt <= page.now()) return undefined;
    }
    const token = textOf(grant.token().access_token);
    return stop.signal.aborted || token === undefined ? undefined : `Bearer ${token}`;
  }

  async function end(): Promise<void> {
    if (stop.signal.aborted) return;
    stop.abort();
    await endGrant(grant, launch);
  }

  return {
    session: {
      site,
      // As sent it was the audience; the EHR's own links have its host in small letters.
      fhirBase: plainAddress(launch.issuer.replace(/\/+$/, '')),
      patientId,
      ...(encounterId === undefined || !PATIENT_ID.test(encounterId) ? {} : { encounterId }),
      ...(intent === undefined ? {} : { intent }),
      askedScopes: words(launch.scope),
      grantedScopes: grantedScopes(first, launch),
      diagnose,
      needPatientBanner: first.need_patient_banner !== false,
      ...(userName === undefined ? {} : { userName }),
      authorization,
      refresh,
      end,
    },
  };
}

/** RFC 6749, 5.1: an answer without `scope` grants what was asked for; an empty one grants nothing. */
function grantedScopes(token: JsonRecord, launch: StoredLaunch): readonly string[] {
  const scope = typeof token.scope === 'string' ? token.scope : launch.scope;
  return words(scope);
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** `fhirUser` may be absolute or relative; before SMART 1.0 the claim was called `profile`. */
function isPatientUser(holder: unknown): boolean {
  if (!isRecord(holder)) return false;
  return [holder.fhirUser, holder.profile].some(
    (user) => typeof user === 'string' && /(^|\/)(Patient|RelatedPerson)\/[^/]+/.test(user),
  );
}

/** Wipes the tab first; then asks the EHR to forget the tokens, where it offers that (RFC 7009). A refusal changes nothing. */
async function endGrant(grant: Grant, { notes }: StoredLaunch): Promise<void> {
  const { refresh_token: refreshToken, access_token: accessToken } = grant.token();
  grant.discard();
  const { revocationEndpoint, site } = notes;
  if (revocationEndpoint === undefined) return;
  await Promise.allSettled(
    [refreshToken, accessToken].flatMap((value) => {
      const token = textOf(value);
      if (token === undefined) return [];
      return fetch(revocationEndpoint, {
        method: 'POST',
        body: new URLSearchParams({ token, client_id: site.clientId }),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // The tab may close at this moment.
        keepalive: true,
        signal: AbortSignal.timeout(REVOKE_MS),
      });
    }),
  );
}
