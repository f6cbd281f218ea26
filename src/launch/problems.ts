import type { LaunchProblem, Site } from './types';

export type Code = LaunchProblem['code'];
export type Words = Pick<LaunchProblem, 'title' | 'text' | 'next'>;

export const AGAIN = 'Go back to the patient’s chart and open BackSafe there again.';
export const ADMIN = 'Please pass this text on to your EHR support.';

const WORDS = {
  'not-launched': {
    title: 'Open BackSafe from a patient’s chart',
    text: 'BackSafe was opened without a chart, so there is no patient to review.',
    next: 'Go to the patient’s chart in your EHR and open BackSafe there.',
  },
  'not-configured': {
    title: 'BackSafe is not set up yet',
    text: 'The file config.json beside this page tells BackSafe which EHR it may talk to.',
    next: 'Ask the person who installed BackSafe to put config.json in order; config.example.json is a model.',
  },
  'unknown-issuer': {
    title: 'This EHR is not registered with BackSafe',
    text: 'The EHR that opened BackSafe is not on its list. Nothing was sent to it.',
    next: 'Ask your EHR support to have this address added to BackSafe.',
  },
  'not-secure': {
    title: 'BackSafe needs a secure address',
    text: 'This page was opened without https. A sign-in would not be protected here.',
    next: 'Ask your EHR support to open BackSafe by its https address.',
  },
  'storage-blocked': {
    title: 'This window does not let BackSafe sign in',
    text: 'The browser blocks the storage that BackSafe needs to remember its sign-in for this tab.',
    next: 'Open BackSafe in its own window, or ask your EHR support to allow site data for BackSafe.',
  },
  'discovery-failed': {
    title: 'The EHR did not answer',
    text: 'BackSafe could not read how to sign in at this EHR. The connection or the EHR may be down.',
    next: 'Try again. If it stays, tell your EHR support.',
  },
  'not-smart': {
    title: 'The EHR’s sign-in cannot be used',
    text: 'This EHR does not describe a SMART sign-in that BackSafe can read.',
    next: ADMIN,
  },
  'pkce-missing': {
    title: 'The EHR’s sign-in is not protected enough',
    text: 'This EHR does not announce PKCE with S256, which keeps others from using the sign-in. BackSafe stopped before it.',
    next: ADMIN,
  },
  unexpected: {
    title: 'BackSafe could not start',
    text: 'Something unexpected happened during the launch.',
    next: `${AGAIN} If it happens again, tell your EHR support.`,
  },
} as const satisfies Partial<Readonly<Record<Code, Words>>>;

/** A problem of the launch page in its usual words; `changed` replaces those that need the case at hand. */
export function launchProblem(
  code: keyof typeof WORDS,
  site?: Site,
  changed?: Partial<Words>,
): LaunchProblem {
  return problemOf(code, WORDS[code], site, changed);
}

/** A launch that stops leaves no findings: each screen says so. */
export function problemOf(code: Code, words: Words, site?: Site, changed?: Partial<Words>): LaunchProblem {
  const said = { ...words, ...changed };
  return {
    code,
    ...said,
    text: `${said.text} Nothing was checked.`,
    ...(site === undefined ? {} : { support: site.support }),
  };
}

/** Whether loading the page again may help: nothing of the launch has been spent yet. */
export function retryHelps(problem: LaunchProblem): boolean {
  return problem.code === 'discovery-failed' || problem.code === 'not-configured';
}
