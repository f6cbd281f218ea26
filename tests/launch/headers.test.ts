import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caddyHeaders } from '../../tools/site-headers';
import { siteFor } from './tab';

/** The real command in a process of its own. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'headers-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function headers(content: string, ...options: string[]): Promise<Ended> {
  const path = join(folder, 'config.json');
  writeFileSync(path, content);
  return command(...options, path);
}

function command(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'tools/headers.ts', ...args],
      { cwd: ROOT },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

const SITES = JSON.stringify({
  sites: [
    siteFor('https://ehr.example.org/fhir/r4', {
      connectOrigins: ['https://token.example.org'],
      frameAncestors: ['https://chart.example.org'],
    }),
    siteFor('https://other.example.org/fhir'),
  ],
});

describe('npm run headers', () => {
  it('writes nginx lines that let in this registry’s EHRs and nobody else', async () => {
    const { code, out } = await headers(SITES, '--for', 'nginx');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.every((line) => /^add_header [A-Za-z-]+ "[^"]+" always;$/.test(line))).toBe(true);
    expect(out).toContain(
      "connect-src 'self' https://ehr.example.org https://other.example.org https://token.example.org;",
    );
    expect(out).toContain(
      "frame-ancestors 'self' https://chart.example.org https://ehr.example.org https://other.example.org\"",
    );
    for (const name of ['Referrer-Policy', 'X-Content-Type-Options', 'Strict-Transport-Security'])
      expect(out).toContain(`add_header ${name} `);
    expect(out).not.toMatch(/X-Frame-Options|Opener-Policy|\*/);
  });

  it('writes the same policy for Caddy and for any other server, and all when none is named', async () => {
    const { out } = await headers(SITES);
    const [nginx = '', caddy = '', other = ''] = out.split(/^# (?:nginx|caddy|other)\n/m).slice(1);
    const policies = [
      /Content-Security-Policy "(.+)" always;/.exec(nginx),
      /Content-Security-Policy "(.+)"/.exec(caddy),
      /^Content-Security-Policy: (.+)$/m.exec(other),
    ].map((found) => found?.[1]);
    expect(policies[0]).toContain('connect-src');
    expect(new Set(policies).size).toBe(1);
  });

  it('tells Caddy to keep the files in assets/ that exist, and nothing else, with matchers that exclude each other', () => {
    const out = caddyHeaders([siteFor('https://ehr.example.org/fhir/r4')]);
    expect(out).toMatch(/^header \{\n/);
    // Caddy runs the header of a path first: one for all paths would overwrite it.
    expect(out.match(/header .*Cache-Control.*/g)).toEqual([
      'header @kept Cache-Control "public, max-age=31536000, immutable"',
      'header @asked Cache-Control "no-store"',
    ]);
    expect(out).toContain('@kept {\n\tpath */assets/*\n\tfile\n}');
    expect(out).toContain('@asked {\n\tnot {\n\t\tpath */assets/*\n\t\tfile\n\t}\n}');
  });

  it('says what is wrong with the file, and prints no header', async () => {
    const wrong = await headers(
      JSON.stringify({ sites: [{ ...siteFor('https://e.example'), clientId: '' }] }),
    );
    expect(wrong).toMatchObject({ code: 2, out: '', err: 'sites[0].clientId must be a text\n' });
    const hides = { rule: 'X-OPIOID', show: 'hidden', reason: 'too many', decidedBy: 'Dr. Ito' } as const;
    const rules = await headers(
      JSON.stringify({ sites: [siteFor('https://e.example', { rules: [hides] })] }),
    );
    expect(rules).toMatchObject({ code: 2, out: '' });
    expect(rules.err).toContain(
      'X-OPIOID is serious: only cautions and teaching points can be set by a site',
    );
    expect(await headers('{')).toMatchObject({ code: 2, out: '' });
    const none = await command();
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toContain('usage:');
  });
});
