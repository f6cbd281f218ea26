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

const KEPT = 'public, max-age=31536000, immutable';
const NOT_KEPT = 'no-store';

/**
 * For the site block of a Caddyfile, caching included. The two matchers exclude each other: Caddy runs the header of a path before
 * the one for all, which would overwrite it. A default (`?`) would not: it stays off refusals and missing files.
 */
export function caddyHeaders(sites: readonly Site[]): string {
  const lines = siteHeaders(sites).map(([name, value]) => `\t${name} "${value}"\n`);
  const kept = '\t\tpath */assets/*\n\t\tfile\n';
  return [
    `header {\n${lines.join('')}}\n`,
    `@kept {\n${kept.replaceAll('\t\t', '\t')}}\nheader @kept Cache-Control "${KEPT}"\n`,
    `@asked {\n\tnot {\n${kept}\t}\n}\nheader @asked Cache-Control "${NOT_KEPT}"\n`,
  ].join('');
}

/** For any other server: the lines of an answer, to be written in its own words. */
export function plainHeaders(sites: readonly Site[]): string {
  const lines = siteHeaders(sites).map(([name, value]) => `${name}: ${value}\n`);
  return `# with every answer, errors included\n${lines.join('')}# with the files in assets/ that exist\nCache-Control: ${KEPT}\n# with everything else\nCache-Control: ${NOT_KEPT}\n`;
}
