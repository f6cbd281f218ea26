import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupServer } from 'msw/node';
import { build, preview } from 'vite';
import type { PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxHandlers } from '../../src/sandbox/msw';
import { loadSamples } from '../../src/sandbox/samples';
import { startSandboxServer } from '../../src/sandbox/server';
import type { SandboxServer } from '../../src/sandbox/server';
import { sandboxPlugin } from '../../src/sandbox/vite-plugin';
import { headerPolicy, pagePolicy, policyPlugin } from '../../tools/policy-plugin';
import { fhirGet, ids, searchset, SCOPE, signIn } from './journey';
import type { Body } from './journey';

const PATIENT = 'genevieve-belanger-desrosiers';
const send = (request: Request): Promise<Response> => fetch(request);

async function journey(origin: string): Promise<void> {
  const { access_token, patient } = await signIn(send, PATIENT, {}, SCOPE, origin);
  expect(patient).toBe(PATIENT);
  const get = fhirGet(send, access_token, `${origin}/ehr/fhir`);
  const { link, total } = await searchset(get, `MedicationRequest?patient=${PATIENT}`);
  expect(total).toBe(44);
  const next = link.find(({ relation }) => relation === 'next')?.url ?? '';
  expect(next.startsWith(`${origin}/ehr/fhir/`)).toBe(true);
  expect(await ids(get, next)).toHaveLength(10);
  expect((await fetch(`${origin}/ehr/fhir/Patient/${PATIENT}`)).status).toBe(401);
}

describe('on a port of its own', () => {
  let server: SandboxServer;
  beforeAll(async () => {
    server = await startSandboxServer();
  });
  afterAll(() => server.close());

  it('runs the whole journey over real HTTP', () => journey(server.origin));

  it('launches the app at the address it was told, and lets that origin in', async () => {
    const other = await startSandboxServer({ apps: ['http://127.0.0.1:4199/'] });
    const answer = await fetch(`${other.origin}/ehr/launch`, {
      method: 'POST',
      body: new URLSearchParams({ patient: PATIENT, target: 'tab' }),
      redirect: 'manual',
    });
    const address = new URL(answer.headers.get('location') ?? '');
    expect(address.origin).toBe('http://127.0.0.1:4199');
    expect(address.searchParams.get('iss')).toBe(`${other.origin}/ehr/fhir`);
    const refused = await fetch(`${other.origin}/ehr/fhir/Patient/x`, {
      headers: { origin: 'http://127.0.0.1:4199' },
    });
    expect(refused.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4199');
    await other.close();
  });

  it('answers 404 outside /ehr', async () => {
    expect((await fetch(`${server.origin}/index.html`)).status).toBe(404);
  });
});

describe('as msw handlers', () => {
  const origin = 'https://msw-ehr.example';
  const server = setupServer(...sandboxHandlers(origin, { patients: loadSamples() }));
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());

  it('runs the whole journey without a socket', () => journey(origin));
});

describe('in Vite', () => {
  const root = mkdtempSync(join(tmpdir(), 'backsafe-vite-'));
  const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Page</title>
    <link rel="stylesheet" href="/page.css" />
  </head>
  <body><script type="module" src="/page.js"></script></body>
</html>`;
  const settings = () => ({
    root,
    configFile: false as const,
    logLevel: 'silent' as const,
    plugins: [policyPlugin(), sandboxPlugin()],
  });
  let server: PreviewServer;
  let origin = '';

  beforeAll(async () => {
    writeFileSync(join(root, 'index.html'), PAGE);
    writeFileSync(join(root, 'page.css'), 'p { color: teal }');
    writeFileSync(join(root, 'page.js'), 'document.title = "built"');
    await build(settings());
    server = await preview({ ...settings(), preview: { port: 0, host: '127.0.0.1' } });
    const address = server.httpServer.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(async () => {
    await server.close();
    rmSync(root, { recursive: true });
  });

  it('a build carries the policy before everything it governs, and nothing of the sandbox', () => {
    const html = readFileSync(join(root, 'dist/index.html'), 'utf8');
    const policy = html.indexOf(`<meta http-equiv="Content-Security-Policy" content="${pagePolicy()}" />`);
    expect(policy).toBeGreaterThan(html.indexOf('charset'));
    for (const governed of ['<script', '<link']) expect(html.indexOf(governed)).toBeGreaterThan(policy);
    const bytes = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => readFileSync(join(root, 'dist', name), 'utf8'))
      .join('');
    expect(bytes).not.toMatch(/sandbox|\/ehr/i);
  });

  it('a preview serves the sandbox and a config.json that names it', async () => {
    const config = (await (await fetch(`${origin}/config.json`)).json()) as { sites: [Body] };
    expect(config.sites[0]).toMatchObject({
      issuer: `${origin}/ehr/fhir`,
      testSystem: true,
      emergencyNumber: '911',
    });
    await journey(origin);
  });

  it('a preview sends the headers of an installation', async () => {
    for (const path of ['/', '/index.html', '/index.html?iss=x']) {
      const { headers } = await fetch(origin + path);
      expect(headers.get('content-security-policy')).toBe(headerPolicy([], []));
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('cross-origin-opener-policy')).toBeNull();
    }
    const chart = await fetch(`${origin}/ehr/`);
    expect(chart.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

describe('the policy', () => {
  it('runs no foreign script and no markup from strings, and reaches https EHRs only', () => {
    for (const part of ["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"])
      expect(pagePolicy().split('; ')).toContain(part);
    expect(pagePolicy().split('; ')).toContain("connect-src 'self' https:");
    expect(pagePolicy()).not.toMatch(/unsafe-|frame-ancestors|http:/);
  });

  it('names the EHRs of the installation in its header', () => {
    const policy = headerPolicy(['https://fhir.example'], ['https://ehr.example']).split('; ');
    expect(policy).toContain("connect-src 'self' https://fhir.example");
    expect(policy).toContain("frame-ancestors 'self' https://ehr.example");
  });
});
