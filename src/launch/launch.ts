import { missingFrom } from './page';
import type { Page } from './page';
import { launchProblem } from './problems';
import { signIn } from './sign-in';
import { fetchRegistry, siteOf } from './sites';
import type { LaunchProblem } from './types';

/**
 * What `launch.html` does: reads `iss` and `launch`, and nothing else, from the address and leaves for the sign-in page
 * of that EHR. Resolves with undefined when it leaves, else with what stands in the way.
 */
export async function startLaunch(page: Page): Promise<LaunchProblem | undefined> {
  const missing = missingFrom(page);
  if (missing !== undefined) return missingProblem(missing, page);
  const { searchParams } = new URL(page.address());
  const issuer = searchParams.get('iss');
  const launch = searchParams.get('launch') ?? '';
  if (issuer === null || issuer === '') return launchProblem('not-launched');
  const registry = await fetchRegistry(page.address());
  if (!registry.ok)
    return {
      ...launchProblem('not-configured', undefined, {
        ...(registry.missing ? {} : { title: 'BackSafe’s settings are not right' }),
        text: 'BackSafe could not use its settings. Nothing was sent to an EHR.',
      }),
      details: registry.errors,
    };
  const site = siteOf(registry.sites, issuer);
  if (launch === '' && site?.standalone !== true) return launchProblem('not-launched', site);
  if (site === undefined)
    return launchProblem('unknown-issuer', undefined, {
      text: `The EHR at ${hostOf(issuer)} is not on BackSafe’s list. Nothing was sent to it.`,
    });
  return signIn(page, { site, issuer, launch, diagnose: searchParams.has('diagnose') });
}

/** A window in which no launch can run, in words. */
export function missingProblem(missing: 'secure-context' | 'storage', page: Page): LaunchProblem {
  if (missing === 'secure-context') return launchProblem('not-secure');
  return page.framed
    ? launchProblem('storage-blocked')
    : launchProblem('storage-blocked', undefined, {
        next: 'Allow cookies and site data for BackSafe in this browser, then open BackSafe from the chart again.',
      });
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host : 'an unreadable address';
}
