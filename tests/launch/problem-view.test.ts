// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { launchProblem } from '../../src/launch/problems';
import { sessionProblem } from '../../src/launch/session-problems';
import { showProblem } from '../../src/launch/problem-view';

const html = readFileSync('launch.html', 'utf8');
let root: HTMLElement;

beforeEach(() => {
  document.documentElement.innerHTML = html;
  const found = document.getElementById('root');
  if (found === null) throw new Error('launch.html has no #root');
  root = found;
});

describe('launch.html', () => {
  it('says without any script that nothing was checked, and offers a window of its own', () => {
    expect(root.textContent.replace(/\s+/g, ' ')).toContain('nothing was checked');
    const link = root.querySelector('a');
    expect(link?.getAttribute('href')).toBe('');
    expect(link?.target).toBe('_blank');
  });

  it('holds no inline script or style, which the policy forbids', () => {
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=/i);
  });
});

describe('a problem', () => {
  it('takes the place of the opening text: what happened, what to do, whom to ask', () => {
    showProblem(root, { ...launchProblem('discovery-failed'), support: 'Desk 12' });
    expect(root.querySelectorAll('main').length).toBe(1);
    expect(root.querySelector('h1')?.textContent).toBe('The EHR did not answer');
    expect(root.textContent).toContain('What to do: Try again.');
    expect(root.textContent).toContain('Help: Desk 12');
    expect(root.textContent).not.toContain('is opening');
  });

  it.each([
    ...(
      [
        'discovery-failed',
        'not-smart',
        'pkce-missing',
        'unknown-issuer',
        'storage-blocked',
        'not-secure',
      ] as const
    ).map((code) => launchProblem(code)),
    ...(
      [
        'access-denied',
        'invalid-scope',
        'not-registered',
        'launch-expired',
        'sign-in-failed',
        'no-patient',
        'wrong-user',
      ] as const
    ).map((code) => sessionProblem(code)),
  ])('$code: says its cause, that nothing was checked, a next step and whom to ask', (problem) => {
    showProblem(root, { ...problem, support: 'Desk 12' });
    expect(root.querySelector('h1')?.textContent).toBe(problem.title);
    expect(root.textContent).toMatch(/\. Nothing was checked\.What to do: [A-Z].+\.Help: Desk 12/);
  });

  it('lists what is wrong with the settings, one line each, as text', () => {
    const details = ['sites[0].issuer must be a text', 'sites[0].<b> is not a known setting'];
    showProblem(root, { ...launchProblem('not-configured'), details });
    expect([...root.querySelectorAll('li')].map((item) => item.textContent)).toEqual(details);
    expect(root.querySelector('b')).toBeNull();
  });

  it('moves the focus to its heading, where a screen reader begins', () => {
    showProblem(root, launchProblem('not-launched'));
    expect(document.activeElement).toBe(root.querySelector('h1'));
  });

  it('shows words of the EHR as text, never as markup', () => {
    const text = '<img src=x onerror=alert(1)>';
    showProblem(root, { ...launchProblem('unexpected'), title: text, text, next: text, support: text });
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('h1')?.textContent).toBe(text);
  });

  it('offers another try and a window of its own only when asked to', () => {
    showProblem(root, launchProblem('storage-blocked'));
    expect(root.querySelectorAll('a, button').length).toBe(0);
    let tries = 0;
    showProblem(root, launchProblem('storage-blocked'), {
      retry: () => (tries += 1),
      ownWindow: 'https://app.example.org/launch.html?iss=x&launch=y',
    });
    root.querySelector('button')?.click();
    expect(tries).toBe(1);
    const link = root.querySelector('a');
    expect(link?.href).toBe('https://app.example.org/launch.html?iss=x&launch=y');
    expect(link?.rel).toBe('noopener');
  });
});
