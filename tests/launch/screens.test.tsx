// @vitest-environment jsdom
import './browser-globals';
import '../workspace/setup';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/**
 * The table fault × expected screen: the real app on a real session, the EHR on the other side of a real connection. Each
 * failure says what happened, what it means for the findings, what to do and whom to ask.
 */
const PATIENT = 'priya-raman';
const ALL_CLEAR = /no red flags|nothing matched|none found/i;
const NOW = () => new Date(2026, 10, 22, 10, 42);
let app: Served;
let ehr: SandboxServer;

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
afterAll(async () => {
  await Promise.all([app.close(), ehr.close()]);
});

async function opened(patient: string, faults: Readonly<Record<string, string>>): Promise<Session> {
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
const shown = (): string => document.body.textContent;
const whenRead = () =>
  waitFor(() => {
    expect(shown()).toMatch(/Chart read 10:42/);
  });

describe('a Patient that cannot be read', () => {
  it.each([
    ['not-permitted', 'The EHR did not permit reading this chart', 'Ask your EHR support'],
    ['break-the-glass', 'This chart is restricted', 'Open the chart in the EHR itself'],
    ['server-error', 'The chart could not be read', 'Try again in a minute'],
    ['throttled', 'The chart could not be read', 'Try again in a minute'],
    ['html-login', 'The session with the EHR has ended', 'open BackSafe there again'],
    ['broken-json', 'The EHR’s answer could not be read', 'open BackSafe there again'],
    ['empty-body', 'The EHR’s answer could not be read', 'open BackSafe there again'],
  ])('(%s) ends in one page: %s', async (fault, title, next) => {
    await opened(PATIENT, { Patient: fault });
    expect(await screen.findByText(title, { selector: 'h1' })).toBeVisible();
    expect(shown()).toContain('Nothing was checked.');
    expect(shown()).toContain(next);
    expect(shown()).toContain('Help: Sandbox EHR help desk, (555) 010-0199');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(shown()).not.toMatch(/Raman|tizanidine/i);
  });
});

/** The chip of the patient strip that begins with these words. */
const chip = (words: string): HTMLElement =>
  screen.getByText((text) => text.startsWith(words), { selector: 'header *' });

describe('a section that cannot be read', () => {
  it.each([
    ['not-permitted', 'not permitted', 'the EHR did not permit this app to read it'],
    ['break-the-glass', 'not permitted', 'the chart is restricted (break the glass)'],
    ['server-error', 'could not be read', 'the EHR had an error of its own'],
    ['html-login', 'could not be read', 'a web page, as it does when its session has ended'],
    ['empty-body', 'could not be read', 'something that is not chart data'],
    ['throttled', 'could not be read', 'the EHR asked to slow down'],
    ['foreign-next', 'read in part', 'an address outside itself, which was not followed'],
    ['may-not-be-whole', 'read in part', 'This response may not contain the entire record.'],
  ])('(%s) is “%s” in the strip, with its cause, and never “none found”', async (fault, status, cause) => {
    await opened(PATIENT, { Condition: fault });
    await whenRead();
    fireEvent.click(chip(`Conditions ${status}`));
    expect(shown()).toContain(cause);
    expect(shown()).toMatch(/checks? could not run/);
    expect(shown()).not.toMatch(ALL_CLEAR);
  });

  it.each([
    ['MedicationRequest', 'Medicines'],
    ['AllergyIntolerance', 'Allergies'],
    ['Observation', 'Labs'],
    ['Procedure', 'Procedures'],
  ])('is named: %s', async (section, word) => {
    await opened(PATIENT, { [section]: 'not-permitted' });
    await whenRead();
    fireEvent.click(chip(`${word} not permitted`));
    expect(shown()).toContain('the EHR did not permit this app to read it');
  });

  it('has one chip for the medicines and their older orders when both fail alike; its lines name both', async () => {
    await opened(PATIENT, { MedicationRequest: 'not-permitted' });
    await whenRead();
    expect(screen.queryByText(/^Older orders/, { selector: 'header *' })).toBeNull();
    fireEvent.click(chip('Medicines not permitted'));
    const lines = screen.getByRole('list', { name: 'Medicines not permitted' });
    expect(lines).toHaveTextContent('Current medicines could not be read: the EHR did not permit');
    expect(lines).toHaveTextContent('Medicine orders of the last 13 months could not be read: the EHR did');
  });

  it('is named also when all fail at once: the page then says nothing about the patient’s risks', async () => {
    const sections = ['MedicationRequest', 'Condition', 'AllergyIntolerance', 'Observation', 'Procedure'];
    await opened(PATIENT, Object.fromEntries(sections.map((section) => [section, 'server-error'])));
    await whenRead();
    for (const word of ['Medicines', 'Conditions', 'Allergies', 'Labs', 'Procedures'])
      expect(chip(`${word} could not be read`)).toBeVisible();
    expect(shown()).toContain('This page cannot say what the patient takes.');
    expect(shown()).not.toMatch(ALL_CLEAR);
  });

  it('for a moment only (503 twice) is read after all, without a word', async () => {
    await opened(PATIENT, { Condition: 'busy-twice', MedicationRequest: 'busy-twice' });
    await whenRead();
    expect(shown()).toContain('ciprofloxacin');
    expect(shown()).not.toMatch(/could not be read|read in part|not permitted/);
  });
});

describe('a section that failed for a while', () => {
  it('has its own way to try again, which reads it alone and keeps the time of the rest', async () => {
    const asked: string[] = [];
    const realFetch = globalThis.fetch;
    await opened(PATIENT, { Observation: 'busy-five-times' });
    await whenRead();
    const again = screen.getByText('Try again: labs');
    expect(shown()).toContain('If it stays: Sandbox EHR help desk');
    expect(shown()).toMatch(/checks? could not run/);
    globalThis.fetch = (input, init) => {
      asked.push(new Request(input, init).url);
      return realFetch(input, init);
    };
    fireEvent.click(again);
    await waitFor(() => {
      expect(shown()).not.toContain('Try again: labs');
    });
    globalThis.fetch = realFetch;
    const types = asked.map((address) => /fhir\/([A-Za-z]+)/.exec(address)?.[1]);
    expect(new Set(types)).toEqual(new Set(['Patient', 'Observation']));
    expect(shown()).toMatch(/Chart read 10:42/);
    expect(shown()).toContain('ciprofloxacin');
    expect(shown()).not.toMatch(/Labs could not be read/);
  });

  it('has none when the EHR refused it: trying again would not help', async () => {
    await opened(PATIENT, { Observation: 'not-permitted' });
    await whenRead();
    expect(shown()).not.toContain('Try again');
  });
});

describe('a session that ends while the chart is read', () => {
  it('keeps what arrived, says what did not, and asks to open the app again', async () => {
    await opened(PATIENT, { 'sign-in': 'session-ends', pages: 'small' });
    await waitFor(() => {
      expect(shown()).toMatch(/Chart read 10:42|The session with the EHR has ended/);
    });
    expect(shown()).toMatch(/could not be read|read in part|Nothing was checked/);
    expect(shown()).not.toMatch(ALL_CLEAR);
  });
});
