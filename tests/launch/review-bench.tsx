import './browser-globals';
import '../workspace/setup';
import { render, screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { readChart } from '../../src/chart/read-chart';
import type { Session } from '../../src/launch/types';
import { sandboxConfig } from '../../src/sandbox/config';
import { startSandboxServer } from '../../src/sandbox/server';
import type { SandboxServer } from '../../src/sandbox/server';
import { App } from '../../src/workspace/App';
import { reviewChart } from '../../src/workspace/engine';
import { readProblemOf } from '../../src/workspace/read-problem';
import { json, serve } from './serve';
import type { Served } from './serve';
import { Tab, signedIn } from './tab';

/** The real app on a real session, the sandbox EHR on the other side of a real connection. */
export const PATIENT = 'priya-raman';
export const ALL_CLEAR = /no red flags|nothing matched|none found/i;
const NOW = () => new Date(2026, 10, 22, 10, 42);
let app: Served;
let ehr: SandboxServer;
export const realFetch = globalThis.fetch;

/** The EHR answers as this says, for addresses that it has an answer for. */
export function intercept(answer: (request: Request) => Promise<Response> | undefined): void {
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    return answer(request) ?? realFetch(request);
  };
}

/** To be called by each file of tests: a module that several of them share is loaded once, and its hooks with it. */
export function withServers(): void {
  beforeAll(async () => {
    app = await serve((request) =>
      new URL(request.url).pathname === '/app/config.json' ? json(sandboxConfig(ehr.origin)) : undefined,
    );
    ehr = await startSandboxServer({
      now: NOW,
      apps: [`${app.origin}/app/`],
      wait: () => Promise.resolve(),
    });
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
  });
  afterAll(async () => {
    await Promise.all([app.close(), ehr.close()]);
  });
}

export async function opened(patient: string, faults: Readonly<Record<string, string>>): Promise<Session> {
  const answer = await fetch(`${ehr.origin}/ehr/launch`, {
    method: 'POST',
    body: new URLSearchParams({ patient, ...faults }),
    redirect: 'manual',
  });
  const query = Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
  const session = await signedIn(new Tab(), app.origin, query);
  const [clinic] = session.site.clinics;
  if (clinic === undefined) throw new Error('the sandbox has no clinic');
  const { patientId, grantedScopes } = session;
  render(
    <App
      parts={{
        readChart: (today, onUpdate, sections) =>
          readChart(
            { ...session, wait: () => Promise.resolve() },
            { patientId, grantedScopes, today, onUpdate, ...(sections === undefined ? {} : { sections }) },
          ),
        reviewChart,
        problemOf: readProblemOf,
        now: NOW,
      }}
      loadCompose={async () => (await import('../../src/handout/compose')).compose}
      site={{ ...session.site, clinic }}
    />,
  );
  return session;
}
export const shown = (): string => document.body.textContent;
export const whenRead = () =>
  waitFor(() => {
    expect(shown()).toMatch(/Chart read 10:42/);
  });

/** The chip of the patient strip that begins with these words. */
export const chip = (words: string): HTMLElement =>
  screen.getByText((text) => text.startsWith(words), { selector: 'header *' });
