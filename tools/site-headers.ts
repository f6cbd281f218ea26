import type { Site } from '../src/launch/types';
import { headerPolicy } from './policy-plugin';

/** One HTTP response header. */
export type Header = readonly [name: string, value: string];

/**
 * What every answer of a site's web server has to carry, assets and refusals included. Caching is not among them: it differs
 * between pages and hashed assets. No Cross-Origin-Opener-Policy: the printable page asks its opener for the handout. No
 * X-Frame-Options: it knows no list of origins, and the app lives in a frame of the EHR.
 */
export function siteHeaders(sites: readonly Site[]): readonly Header[] {
  const issuers = sites.map(({ issuer }) => new URL(issuer).origin);
  const connect = distinct([...issuers, ...sites.flatMap(({ connectOrigins }) => connectOrigins)]);
  const frames = distinct([...issuers, ...sites.flatMap(({ frameAncestors }) => frameAncestors)]);
  return [
    ['Content-Security-Policy', headerPolicy(connect, frames)],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Strict-Transport-Security', 'max-age=31536000'],
  ];
}

const distinct = (origins: readonly string[]): readonly string[] => [...new Set(origins)].sort();

/** For the `server` block; `always`, because nginx leaves headers off its error pages otherwise. */
export function nginxHeaders(sites: readonly Site[]): string {
  return siteHeaders(sites)
    .map(([name, value]) => `add_header ${name} "${value}" always;\n`)
    .join('');
}

/** For the site block of a Caddyfile, caching included. */
export function caddyHeaders(sites: readonly Site[]): string {
  const lines = siteHeaders(sites).map(([name, value]) => `\t${name} "${value}"\n`);
  return `header {\n${lines.join('')}\tCache-Control "no-store"\n}\nheader /assets/* Cache-Control "public, max-age=31536000, immutable"\n`;
}
