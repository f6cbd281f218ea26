import { FhirProblem } from './fhir-problem';

/** The FHIR base without a trailing slash. */
export function plainBase(fhirBase: string): string {
  return fhirBase.replace(/\/+$/, '');
}

/**
 * Throws unless `address` lies at or under the FHIR base on the same origin. It stands before every request, because the
 * Authorization header goes with it: a token must never follow a link to another host.
 */
export function assertUnderBase(address: string, fhirBase: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const base = new URL(plainBase(fhirBase));
  const inside =
    url !== undefined &&
    url.origin === base.origin &&
    url.username === '' &&
    url.password === '' &&
    (url.pathname === base.pathname || url.pathname.startsWith(base.pathname.replace(/\/*$/, '/')));
  if (!inside) throw new FhirProblem('blocked-url');
}

/**
 * The address of the next page, as EHRs really write it:
 * - absolute, under the base;
 * - http although the base is https (a proxy ends TLS, as with HAPI): https is restored;
 * - relative to the server root or to the base (Canvas): `/fhir/Condition?…`, `/Condition?…`, `Condition?…`, `?_getpages=…`.
 *
 * @throws FhirProblem `blocked-url` when it points anywhere else.
 */
export function nextPageAddress(link: string, fhirBase: string): string {
  const base = plainBase(fhirBase);
  const address = /^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(link) ? absolute(link, base) : relative(link, base);
  assertUnderBase(address, base);
  return address;
}

function absolute(link: string, base: string): string {
  if (!URL.canParse(link, base)) throw new FhirProblem('blocked-url');
  const url = new URL(link, base);
  const own = new URL(base);
  if (url.protocol === 'http:' && own.protocol === 'https:' && url.hostname === own.hostname) {
    url.protocol = 'https:';
  }
  return url.href;
}

function relative(link: string, base: string): string {
  const { origin, pathname } = new URL(base);
  if (link.startsWith('?')) return base + link;
  const rooted = pathname !== '/' && (link.startsWith(`${pathname}/`) || link.startsWith(`${pathname}?`));
  return new URL(rooted ? origin + link : `${base}/${link.replace(/^\/+/, '')}`).href;
}
