import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { request as secureRequest } from 'node:https';

/** The same on every answer, a refusal and a missing file included; the policy is compared apart. */
const HEADERS: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none'; script-src 'self';/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'strict-transport-security': /^max-age=\d{8}/,
  // Its name without a version.
  server: /^(?:nginx|Caddy)$/,
};
/** With it the printable page would lose its opener; a frame is this app's usual place. */
const UNWANTED = ['cross-origin-opener-policy', 'x-frame-options', 'access-control-allow-origin'];

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** One request, as a browser makes it. */
export function ask(address: string, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // The certificate was made a second ago and nobody signed it.
    const send = address.startsWith('https:') ? secureRequest : request;
    const asked = send(
      address,
      { method, rejectUnauthorized: false, headers: { 'accept-encoding': 'gzip' } },
      (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
      },
    );
    asked.once('error', reject);
    asked.end();
  });
}

/**
 * Headers, caches and refusals of a web server on which the app is installed. One sentence per finding.
 *
 * @param server its name in the findings
 * @param ehrs origins that the policy must name, and no other
 */
export async function checkAnswers(
  server: string,
  origin: string,
  ehrs: readonly string[],
  release: string,
): Promise<string[]> {
  const script = readdirSync(`${release}/assets`).find((name) => name.endsWith('.js')) ?? '';
  const broken: string[] = [];
  for (const [path, method, status, cache] of [
    ['/', 'GET', 200, 'no-store'],
    ['/index.html', 'GET', 200, 'no-store'],
    ['/launch.html?iss=x&launch=y', 'GET', 200, 'no-store'],
    ['/print.html', 'HEAD', 200, 'no-store'],
    ['/config.json', 'GET', 200, 'no-store'],
    ['/config.example.json', 'GET', 200, 'no-store'],
    [`/assets/${script}`, 'GET', 200, 'public, max-age=31536000, immutable'],
    ['/assets/of-the-next-release.js', 'GET', 404, 'no-store'],
    ['/nowhere', 'GET', 404, 'no-store'],
    ['/index.html', 'POST', 403, 'no-store'],
  ] as const) {
    const answer = await ask(origin + path, method);
    const wrong = (what: string): number => broken.push(`${server}, ${method} ${path}: ${what}`);
    if (answer.status !== status) wrong(`status ${answer.status} instead of ${status}`);
    if (answer.headers['cache-control'] !== cache)
      wrong(`Cache-Control "${String(answer.headers['cache-control'])}" instead of "${cache}"`);
    for (const [name, expected] of Object.entries(HEADERS))
      if (!expected.test(String(answer.headers[name]))) wrong(`${name} is "${String(answer.headers[name])}"`);
    for (const name of UNWANTED) if (name in answer.headers) wrong(`${name} must not be sent`);
    const directives = String(answer.headers['content-security-policy']).split('; ');
    for (const name of ['connect-src', 'frame-ancestors']) {
      const found = directives.filter((directive) => directive.startsWith(`${name} `));
      const origins = found[0]?.split(' ').slice(1) ?? [];
      if (found.length !== 1 || origins.some((one) => one !== "'self'" && !ehrs.includes(one)))
        wrong(`the policy says "${found.join('; ')}"`);
      else if (!ehrs.every((ehr) => origins.includes(ehr))) wrong(`${name} leaves out an EHR`);
    }
    if (path.startsWith('/assets/') && status === 200 && answer.headers['content-encoding'] !== 'gzip')
      wrong('not compressed');
  }
  return broken;
}
