import { jsonAnswer, outcome, redirect, textAnswer } from './answers';
import { capabilityStatement } from './capability';
import { chartsOn } from './charts';
import type { Chart } from './charts';
import { dayOf } from './days';
import { readFaults, readOldVersion } from './faults';
import type { Faults } from './faults';
import { createFhirServer } from './fhir';
import { createIdentity } from './identity';
import { chartPage, framePage, listPage, missingPage } from './pages';
import { STYLE } from './style';
import { personalityOf, readEhr, recordedBy } from './personalities';
import type { EhrName } from './personalities';
import { createSeal } from './seal';
import { addressesAt, createSmart, openidConfiguration, smartConfiguration } from './smart';

export interface SandboxOptions {
  /** FHIR R4 Bundles, one patient each; `timestamp` is their own "today". */
  readonly patients: readonly unknown[];
  /** The clock; the charts' dates move with its day. The real one when absent. */
  readonly now?: () => Date;
  /**
   * Folders where the registered app lives, each with a trailing slash; the chart page opens the first.
   * When absent the app is at the root of the sandbox's own origin.
   */
  readonly apps?: readonly string[];
  /** How a slow answer waits. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export interface Sandbox {
  /**
   * Answers everything under `/ehr` (chart pages, SMART, FHIR at `/ehr/fhir`); undefined for any other address.
   * The origin of the request is the origin of the EHR.
   */
  readonly handle: (request: Request) => Promise<Response | undefined>;
}

const LAUNCH_MS = 12 * 3_600_000;
/** Read by every origin: discovery and public keys, SMART App Launch 2.2, "Considerations for cross-origin resource sharing". */
const OPEN_TO_ALL =
  /^\/ehr\/([a-z]+-like\/)?((dstu2\/|stu3\/)?fhir\/metadata|((dstu2\/|stu3\/)?fhir\/)?\.well-known\/.*|oauth\/jwks)$/;
const FOR_APPS = /^\/ehr\/([a-z]+-like\/)?((dstu2\/|stu3\/)?fhir\b.*|oauth\/(token|revoke))$/;

/** An EHR for demonstrations and tests: synthetic patients, SMART App Launch 2.2 and a small FHIR R4 server, on WebCrypto alone. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const now = options.now ?? (() => new Date());
  const wait = options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const appsAt = (origin: string): readonly string[] => options.apps ?? [`${origin}/`];
  const seal = createSeal();
  const identity = createIdentity();
  const smart = createSmart({
    seal,
    identity,
    now,
    patientsOf: (ehr) => charts(ehr),
    isRegistered: (address, origin) =>
      appsAt(origin).some((app) => address === app || address === `${app}index.html`),
  });
  const fhir = createFhirServer({ seal, chartOf: (id, ehr) => charts(ehr).get(id), wait });

  let moved:
    | { readonly today: string; readonly charts: Map<EhrName, ReadonlyMap<string, Chart>> }
    | undefined;
  function charts(ehr: EhrName = 'plain'): ReadonlyMap<string, Chart> {
    const today = dayOf(now());
    if (moved?.today !== today) moved = { today, charts: new Map() };
    const kept = moved.charts.get(ehr);
    if (kept !== undefined) return kept;
    const plain = ehr === 'plain' ? chartsOn(options.patients, today) : charts();
    const its = [...plain.values()].map((chart) => recordedBy(ehr, chart));
    const made = new Map(its.map((chart) => [chart.id, chart]));
    moved.charts.set(ehr, made);
    return made;
  }

  async function handle(request: Request): Promise<Response | undefined> {
    const { pathname, origin } = new URL(request.url);
    if (pathname !== '/ehr' && !pathname.startsWith('/ehr/')) return undefined;
    const answer = request.method === 'OPTIONS' ? new Response(null, { status: 204 }) : await route(request);
    return withCors(answer, request.headers.get('origin'), pathname, appsAt(origin));
  }

  async function route(request: Request): Promise<Response> {
    const { pathname, origin, searchParams } = new URL(request.url);
    const isPost = request.method === 'POST';
    const [, name, older, path = ''] =
      /^\/ehr(?:\/([a-z]+-like)(?=\/))?(?:\/(dstu2|stu3)(?=\/fhir))?(.*)$/.exec(pathname) ?? [];
    const ehr = readEhr(name);
    const version = readOldVersion(older);
    const addresses = addressesAt(origin, ehr, version);
    if (path === '/fhir/.well-known/smart-configuration') return jsonAnswer(smartConfiguration(origin, ehr));
    if (path === '/.well-known/openid-configuration') return jsonAnswer(openidConfiguration(origin, ehr));
    if (path === '/oauth/jwks') return jsonAnswer({ ...(await identity.keys()) });
    if (path === '/oauth/authorize')
      return smart.authorize(isPost ? await formOf(request) : searchParams, origin, ehr);
    if (path === '/oauth/token' && isPost) return smart.token(await formOf(request), origin, ehr);
    if (path === '/oauth/revoke' && isPost) return smart.revoke(await formOf(request));
    if (path === '/fhir/metadata')
      return jsonAnswer(capabilityStatement(addresses, dayOf(now()), ehr, version), 200, {
        'content-type': 'application/fhir+json; charset=utf-8',
      });
    if (path === '/fhir' || path.startsWith('/fhir/')) {
      const grant = await smart.grantOf(request.headers.get('authorization'));
      return fhir(request, addresses.fhirBase, grant?.ehr === ehr ? grant : undefined);
    }
    if (ehr !== 'plain') return html(missingPage(), origin, 404);
    if (path === '/launch' && isPost) return launch(await formOf(request), origin);
    return page(path, searchParams, origin);
  }

  /** The chart page's button: makes a launch for one patient and shows the app in the chart's frame or in this tab. */
  async function launch(form: URLSearchParams, origin: string): Promise<Response> {
    const ehr = readEhr(form.get('ehr'));
    const plain = form.get('patient') ?? '';
    const patient = personalityOf(ehr).idOf?.(plain) ?? plain;
    if (!charts(ehr).has(patient)) return outcome(404, 'not-found', 'This patient is not on file.');
    const expires = now().getTime() + LAUNCH_MS;
    const faults = readFaults(form);
    const token = await seal.close('launch', { patient, ehr, faults, expires });
    return redirect(
      form.get('target') === 'frame'
        ? `${origin}/ehr/app?launch=${token}`
        : launchAddress(origin, token, ehr, faults),
      303,
    );
  }

  function launchAddress(origin: string, token: string, ehr: EhrName, { fhirVersion }: Faults): string {
    const [app = `${origin}/`] = appsAt(origin);
    const address = new URL('launch.html', app);
    address.searchParams.set(
      'iss',
      addressesAt(origin, ehr, ehr === 'plain' ? fhirVersion : undefined).fhirBase,
    );
    address.searchParams.set('launch', token);
    return address.href;
  }

  async function page(path: string, query: URLSearchParams, origin: string): Promise<Response> {
    const today = dayOf(now());
    if (path === '') return redirect(`${origin}/ehr/`, 302);
    if (path === '/style.css') return textAnswer(STYLE, 'text/css');
    if (path === '/') return html(listPage([...charts().values()], today), origin);
    const chart = charts().get(path.replace(/^\/chart\//, ''));
    if (path.startsWith('/chart/') && chart !== undefined) return html(chartPage(chart, today), origin);
    if (path === '/app') {
      const token = query.get('launch') ?? '';
      const opened = await seal.open('launch', token);
      const its = opened === undefined ? undefined : charts(opened.ehr).get(opened.patient);
      if (opened !== undefined && its !== undefined)
        return html(
          framePage(its, today, launchAddress(origin, token, opened.ehr, opened.faults), opened.faults),
          origin,
        );
    }
    return html(missingPage(), origin, 404);
  }

  function html(body: string, origin: string, status = 200): Response {
    const apps = appsAt(origin)
      .map((app) => new URL(app).origin)
      .join(' ');
    const policy = [
      "default-src 'none'",
      "style-src 'self'",
      'img-src data:',
      `frame-src 'self' ${apps}`,
      `form-action 'self' ${apps}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; ');
    const answer = textAnswer(body, 'text/html', {
      'content-security-policy': policy,
      'referrer-policy': 'no-referrer',
    });
    return status === 200 ? answer : new Response(answer.body, { status, headers: answer.headers });
  }

  return { handle };
}

async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text());
}

function withCors(answer: Response, origin: string | null, path: string, apps: readonly string[]): Response {
  const allowed = OPEN_TO_ALL.test(path)
    ? '*'
    : FOR_APPS.test(path)
      ? apps.map((app) => new URL(app).origin).find((app) => app === origin)
      : undefined;
  const headers = new Headers(answer.headers);
  if (FOR_APPS.test(path)) headers.set('vary', 'Origin');
  if (allowed !== undefined) {
    headers.set('access-control-allow-origin', allowed);
    headers.set('access-control-allow-methods', 'GET, POST');
    headers.set('access-control-allow-headers', 'Authorization, Content-Type, Accept');
    // A page sees other headers only when they are exposed: https://fetch.spec.whatwg.org/#http-access-control-expose-headers
    headers.set('access-control-expose-headers', 'Location, Retry-After, WWW-Authenticate');
    headers.set('access-control-max-age', '600');
  }
  return new Response(answer.body, { status: answer.status, headers });
}
