// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ALL_CLEAR, PATIENT, chip, intercept, opened, shown, whenRead, withServers } from './review-bench';

withServers();

/**
 * The table fault × expected screen: the real app on a real session, the EHR on the other side of a real connection. Each
 * failure says what happened, what it means for the findings, what to do and whom to ask. Those that show elsewhere are named in
 * failure-rows.ts, which lists them all by number.
 */
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
    await opened(PATIENT, { Observation: 'busy-five-times' });
    await whenRead();
    const again = screen.getByText('Try again: labs');
    expect(shown()).toContain('If it stays: Sandbox EHR help desk');
    expect(shown()).toMatch(/checks? could not run/);
    intercept(({ url }) => {
      asked.push(url);
      return undefined;
    });
    fireEvent.click(again);
    await waitFor(() => {
      expect(shown()).not.toContain('Try again: labs');
    });
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
