import { fetchDiscovery } from './discovery';
import type { Page } from './page';
import { launchProblem } from './problems';
import { contextScope, scopeFor } from './scopes';
import { prepareSignIn } from './smart-adapter';
import type { LaunchProblem, Site } from './types';

interface SignIn {
  readonly site: Site;
  /** As the EHR sent it: it goes back as `aud`, which servers compare letter by letter. */
  readonly issuer: string;
  /** Empty in a standalone launch: the EHR asks for the patient. */
  readonly launch: string;
  readonly diagnose: boolean;
  /** Asked for instead of the usual scopes, after these were refused. */
  readonly smallerScope?: string;
}

/** Leaves for the EHR's sign-in page. Returns a problem when it stays here. */
export async function signIn(page: Page, request: SignIn): Promise<LaunchProblem | undefined> {
  const { site, issuer, launch, diagnose, smallerScope } = request;
  const found = await fetchDiscovery(issuer);
  if (!found.ok && found.why === 'no-answer') return launchProblem('discovery-failed', site);
  // Rare, and loaded only then.
  const older = found.ok ? undefined : await (await import('./older-server')).readOlderServer(issuer, site);
  if (older !== undefined && 'code' in older) return older;
  const discovery = found.ok ? found.discovery : older;
  if (discovery === undefined) return launchProblem('not-smart', site);
  if (!discovery.pkce && site.pkceUnannounced === undefined) return launchProblem('pkce-missing', site);
  // OWASP ASVS 5.0, 3.7.2: an app redirects by itself only to hosts on a list; the issuer's word is not enough.
  const { origin } = discovery.authorizationEndpoint;
  if (origin !== new URL(issuer).origin && !site.authorizeOrigins.includes(origin))
    return launchProblem('not-configured', site, {
      title: 'The EHR’s sign-in page is not on BackSafe’s list',
      text: `This EHR signs users in at ${origin}, which config.json does not list under authorizeOrigins.`,
      next: 'Ask the person who installed BackSafe to check this address and to add it.',
    });
  try {
    const address = await prepareSignIn(page, {
      issuer,
      scope: contextScope(smallerScope ?? scopeFor(site, discovery), launch),
      discovery,
      notes: {
        site,
        launch,
        diagnose,
        ...(discovery.revocationEndpoint === undefined
          ? {}
          : { revocationEndpoint: discovery.revocationEndpoint.href }),
        startedAt: page.now(),
        retried: smallerScope !== undefined,
      },
    });
    page.leaveFor(address);
    return undefined;
  } catch {
    return launchProblem('discovery-failed', site);
  }
}
