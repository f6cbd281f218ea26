import '../launch/browser-globals';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/core';
import { loadSamples } from '../../src/sandbox/samples';
import { serve } from '../launch/serve';
import type { Served } from '../launch/serve';
import { Tab, serveApp, sessionOf, siteFor, signedIn } from '../launch/tab';

/** A workstation whose clock is wrong, at an EHR whose clock is right. */
let app: Served;
let ehr: Served;
/** How often the EHR was asked for a token. */
let tokens = 0;
beforeAll(async () => {
  app = await serveApp(() => [siteFor(`${ehr.origin}/ehr/fhir`)]);
  const sandbox = createSandbox({ patients: loadSamples(), apps: [`${app.origin}/app/`] });
  ehr = await serve((request) => {
    if (new URL(request.url).pathname.endsWith('/token')) tokens += 1;
    return sandbox.handle(request);
  });
});
afterAll(async () => {
  await Promise.all([app.close(), ehr.close()]);
});

async function launch(): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`${ehr.origin}/ehr/launch`, {
    method: 'POST',
    body: new URLSearchParams({ patient: 'priya-raman' }),
    redirect: 'manual',
  });
  return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
}

const HOUR = 3_600_000;

describe('a workstation whose clock is wrong', () => {
  it.each([
    ['ten minutes ahead', HOUR / 6],
    ['ten minutes behind', -HOUR / 6],
    ['a day ahead', 24 * HOUR],
    ['a day behind', -24 * HOUR],
    ['in 1970', -Date.now()],
  ])('signs in and reads: %s', async (_name, later) => {
    tokens = 0;
    const tab = new Tab();
    tab.later = later;
    const session = await signedIn(tab, app.origin, await launch());
    expect(await reads(session.fhirBase, await session.authorization())).toBe(200);
    // Found again after a reload: the end of the token was noted by the same clock.
    const again = sessionOf(await tab.open(tab.address()));
    expect(await reads(again.fhirBase, await again.authorization())).toBe(200);
    // Good for an hour by any clock: a token that looks as if it had ended would be renewed before every request.
    expect(tokens).toBe(1);
  });

  it('renews its token when the clock is set right in the middle of a session', async () => {
    const tab = new Tab();
    tab.later = -5 * HOUR;
    const session = await signedIn(tab, app.origin, await launch());
    tab.later = 0;
    expect(await reads(session.fhirBase, await session.authorization())).toBe(200);
  });
});

async function reads(fhirBase: string, authorization: string | undefined): Promise<number> {
  expect(authorization).toMatch(/^Bearer ./);
  const headers = { authorization: authorization ?? '' };
  return (await fetch(`${fhirBase}/Patient/priya-raman`, { headers })).status;
}
