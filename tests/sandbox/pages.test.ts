import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/core';
import { FHIR, ORIGIN, post, sandbox } from './journey';

async function text(path: string): Promise<string> {
  const answer = await sandbox()(new Request(ORIGIN + path));
  expect(answer.status).toBe(200);
  return answer.text();
}

async function frameFor(switches: Readonly<Record<string, string>> = {}): Promise<string> {
  const send = sandbox();
  const fields = { patient: 'denise-okafor', target: 'frame', ...switches };
  const opened = await send(post(`${ORIGIN}/ehr/launch`, fields));
  return (await send(new Request(opened.headers.get('location') ?? ''))).text();
}

describe('the chart pages', () => {
  it('list every patient with a link, an age and a story, and say that nobody is real', async () => {
    const list = await text('/ehr/');
    expect(list.match(/href="\/ehr\/chart\//g)?.length).toBeGreaterThanOrEqual(12);
    expect(list).toContain('Synthetic patients');
    expect(list).toContain('Okafor, Denise Adaeze</a></th><td class="age">63</td>');
    expect(list).toContain('Tizanidine with oral ciprofloxacin started 2 days ago; no ALT on file');
  });

  it('show problems, medicines and allergies with dates that moved with the clock', async () => {
    const chart = await text('/ehr/chart/denise-okafor');
    expect(chart).toContain('<strong>cyclobenzaprine 10 mg tablet</strong>');
    // Ordered two days before the "today" of the sample, and so two days before the clock of this test.
    expect(chart).toContain('Nov 30, 2026');
    expect(chart).toContain('No known allergies');
  });

  it('name a medicine that is contained or referenced', async () => {
    const chart = await text('/ehr/chart/frank-kowalczyk');
    for (const name of [
      'tizanidine 4 mg capsule',
      'Flexeril 10 mg tab at bedtime',
      'hydrocodone-acetaminophen',
    ])
      expect(chart).toContain(name);
  });

  it('say of a refuted diagnosis that it is refuted', async () => {
    expect(await text('/ehr/chart/linh-tran')).toMatch(/Cauda equina syndrome<\/strong><\/td>\s*<td>Refuted/);
  });

  it('open the app in a frame with the rights that EHRs give', async () => {
    const frame = await frameFor();
    const launch = `${ORIGIN}/launch.html?iss=${encodeURIComponent(FHIR)}&amp;launch=`;
    expect(frame).toContain(`src="${launch}`);
    expect(frame).toMatch(/sandbox="[^"]*allow-modals[^"]*allow-same-origin[^"]*allow-downloads/);
  });

  it('can forbid dialogs and downloads in the frame', async () => {
    expect(await frameFor({ frame: 'strict' })).toContain(
      'sandbox="allow-forms allow-same-origin allow-scripts"',
    );
    expect(await frameFor({ frame: 'no-windows' })).toMatch(/sandbox="(?!.*popups)[^"]*allow-modals/);
    expect(await frameFor({ frame: 'open' })).not.toContain('sandbox=');
  });

  it('need no script and let nobody frame them', async () => {
    const answer = await sandbox()(new Request(`${ORIGIN}/ehr/`));
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
    expect(await answer.text()).not.toContain('<script');
  });

  it('answer 404 for a chart, a launch or a page that does not exist', async () => {
    for (const path of ['/ehr/chart/nobody', '/ehr/app?launch=made-up', '/ehr/elsewhere']) {
      const answer = await sandbox()(new Request(ORIGIN + path));
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Go to the patient list');
    }
  });

  it('print names as text, never as markup', async () => {
    const name = [{ family: '<b>"Quote"</b>', given: ['A & B'] }];
    const patient = { resourceType: 'Patient', id: 'x', name, birthDate: '1980-01-01', gender: 'other' };
    const bundle = { id: 'b', timestamp: '2026-11-22T00:00:00Z', entry: [{ resource: patient }] };
    const answer = await sandbox({ patients: [bundle] })(new Request(`${ORIGIN}/ehr/`));
    const list = await answer.text();
    expect(list).toContain('&lt;b&gt;&quot;Quote&quot;&lt;/b&gt;, A &amp; B');
    expect(list).not.toContain('<b>');
  });

  it('leave every address outside /ehr to others', async () => {
    const { handle } = createSandbox({ patients: [] });
    expect(await handle(new Request(`${ORIGIN}/index.html`))).toBeUndefined();
    expect(await handle(new Request(`${ORIGIN}/ehrx`))).toBeUndefined();
  });
});

describe('cross-origin requests', () => {
  const APP = 'https://apps.example';
  const send = sandbox({ apps: [`${APP}/backsafe/`] });
  const allowed = async (path: string, origin: string, method = 'GET'): Promise<string | null> =>
    (await send(new Request(ORIGIN + path, { method, headers: { origin } }))).headers.get(
      'access-control-allow-origin',
    );

  it('may read discovery from any origin', async () => {
    expect(await allowed('/ehr/fhir/.well-known/smart-configuration', 'https://any.example')).toBe('*');
    expect(await allowed('/ehr/fhir/metadata', 'https://any.example')).toBe('*');
  });

  it('may ask for tokens and FHIR from the origin of a registered app only, also when refused', async () => {
    for (const path of ['/ehr/oauth/token', '/ehr/fhir/Patient/x'])
      for (const method of ['OPTIONS', path.includes('token') ? 'POST' : 'GET']) {
        expect(await allowed(path, APP, method)).toBe(APP);
        expect(await allowed(path, 'https://any.example', method)).toBeNull();
      }
  });

  it('may send Authorization: the preflight says so', async () => {
    const answer = await send(
      new Request(`${FHIR}/Patient/x`, { method: 'OPTIONS', headers: { origin: APP } }),
    );
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toContain('Authorization');
  });

  it('may not read the chart pages', async () => {
    expect(await allowed('/ehr/', APP)).toBeNull();
  });
});
