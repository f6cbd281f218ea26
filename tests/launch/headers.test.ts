import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('writes the same policy for Caddy, and both when none is named', async () => {
    const caddy = await headers(SITES, '--for', 'caddy');
    expect(caddy.out).toMatch(/^header \{\n/);
    expect(caddy.out).toContain('Cache-Control "no-store"');
    const both = await headers(SITES);
    expect(both.out).toContain('# nginx\nadd_header Content-Security-Policy');
    expect(both.out).toContain(`# caddy\n${caddy.out}`);
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
