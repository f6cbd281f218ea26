// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FAILURE_ROWS } from './failure-rows';
import {
  ALL_CLEAR,
  PATIENT,
  chip,
  intercept,
  opened,
  realFetch,
  shown,
  whenRead,
  withServers,
} from './review-bench';
import { json } from './serve';

withServers();
afterEach(() => {
  vi.restoreAllMocks();
});

/** Failures that happen on the way between app and EHR, and the list of all failures with their tests. */
describe('a chart', () => {
  it('out of reach asks to look at the network and to open the app again', async () => {
    intercept(({ url }) =>
      url.includes('/fhir/Patient/') ? Promise.reject(new TypeError('Failed to fetch')) : undefined,
    );
    await opened(PATIENT, {});
    expect(await screen.findByText('The EHR could not be reached', { selector: 'h1' })).toBeVisible();
    expect(shown()).toContain('The EHR could not be reached, or the session has ended. Nothing was checked.');
    expect(shown()).toContain('Check the network and try again. If it stays: go back to the patient’s chart');
    expect(shown()).toContain('Help: Sandbox EHR help desk');
  });

  it('of another patient wipes the page, and is never shown', async () => {
    intercept((request) =>
      request.url.includes('/fhir/Patient/')
        ? realFetch(request).then(async (answer) =>
            json({ ...((await answer.json()) as object), id: 'maria-lopez' }),
          )
        : undefined,
    );
    await opened(PATIENT, {});
    expect(
      await screen.findByText('The EHR answered with another patient', { selector: 'h1' }),
    ).toBeVisible();
    expect(shown()).toContain('Nothing was checked.');
    expect(shown()).toContain('Tell your EHR support');
    expect(shown()).not.toMatch(/Raman|Lopez|ciprofloxacin/i);
  });

  it('that is empty is “none found in what could be read”', async () => {
    await opened('caleb-whitehorse', {});
    await whenRead();
    expect(shown()).toContain('No back relaxant in this chart.');
    expect(shown()).toContain('None found in the conditions and medicines we could read.');
    expect(shown()).toContain('Symptoms: not asked.');
  });
});

describe('a section that cannot be read', () => {
  it('that is never answered ends with its time: the strip says so, and it can be tried again', async () => {
    const limits: AbortController[] = [];
    vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const limit = new AbortController();
      limits.push(limit);
      return limit.signal;
    });
    let hangs = false;
    intercept(({ url, signal }) => {
      if (!url.includes('/fhir/Observation')) return undefined;
      hangs = true;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    });
    await opened(PATIENT, {});
    await waitFor(() => {
      expect(hangs && shown().includes('ciprofloxacin')).toBe(true);
    });
    expect(shown()).not.toMatch(/Chart read 10:42/);
    for (const limit of limits) limit.abort(new DOMException('the time is over', 'TimeoutError'));
    await whenRead();
    fireEvent.click(chip('Labs could not be read'));
    expect(shown()).toContain('the EHR took too long to answer');
    expect(shown()).toMatch(/checks? could not run/);
    expect(screen.getByText('Try again: labs')).toBeVisible();
    expect(shown()).toContain('If it stays: Sandbox EHR help desk');
  });

  it('whose second page fails is read in part, counts what came, and can be tried again', async () => {
    intercept(({ url }) =>
      /MedicationRequest\?_page=/.test(url)
        ? Promise.resolve(new Response('{}', { status: 500 }))
        : undefined,
    );
    await opened('maria-lopez', { pages: 'small' });
    await whenRead();
    fireEvent.click(chip('Medicines read in part'));
    expect(shown()).toContain('could not be read in full: the EHR had an error of its own');
    expect(screen.getByText('Try again: medicines')).toBeVisible();
    expect(shown()).not.toMatch(ALL_CLEAR);
  });

  it('with a medicine whose record is out of reach is named as a gap', async () => {
    intercept((request) =>
      request.url.includes('/fhir/MedicationRequest?')
        ? realFetch(request).then(async (answer) => {
            const text = await answer.text();
            // The order points to a record that is gone, and names nothing itself.
            return new Response(
              text
                .replaceAll('"reference":"Medication/', '"reference":"Medication/gone-')
                .replaceAll(/("reference":"Medication\/[^"]+"),"display":"[^"]*"/g, '$1'),
              answer,
            );
          })
        : undefined,
    );
    await opened('frank-kowalczyk', { ehr: 'epic-like' });
    await whenRead();
    fireEvent.click(chip('Medicines read in part'));
    expect(shown()).toMatch(
      /(One medicine|\d medicines) could not be read: (its record is|their records are) not there/,
    );
    expect(shown()).not.toMatch(ALL_CLEAR);
  });
});

describe('the table of failures', () => {
  it('has every number but 30, and names tests that exist', () => {
    expect(FAILURE_ROWS.map(([number]) => number)).toEqual(
      Array.from({ length: 32 }, (_, index) => index + 1).filter((number) => number !== 30),
    );
    const missing = FAILURE_ROWS.flatMap(([number, , ...tests]) =>
      tests
        .filter(([file, title]) => !readFileSync(`tests/${file}`, 'utf8').includes(title))
        .map(([file, title]) => `${number}: ${file}: ${title}`),
    );
    expect(missing).toEqual([]);
  });
});
