// @vitest-environment jsdom
import '../workspace/setup';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idleAt } from '../../src/launch/idle';
import type { Clinic, Session, Site } from '../../src/launch/types';
import { EndSession } from '../../src/workspace/EndSession';
import { NEW_VISIT } from '../../src/review/visit-record';
import { useKept } from '../../src/workspace/launch-memory';
import { SessionFrame } from '../../src/workspace/SessionFrame';
import { createPauses } from '../../src/workspace/SlowDown';
import { siteFor } from './tab';

/** What surrounds the review: the idle lock, the end of the session, the choice of the clinic. */
const START = new Date(2026, 10, 22, 10, 0).getTime();
const PAUSES = createPauses(() => new Date());
const MINUTE = 60_000;
const CHART = 'Maria Lopez, tizanidine';

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

function sessionAt(site: Partial<Site> = {}): { session: Session; ended: () => number } {
  let ends = 0;
  const session: Session = {
    site: siteFor('https://ehr.example.org/fhir', site),
    fhirBase: 'https://ehr.example.org/fhir',
    patientId: 'maria-lopez',
    askedScopes: [],
    grantedScopes: [],
    diagnose: false,
    needPatientBanner: true,
    authorization: () => Promise.resolve(ends === 0 ? 'Bearer x' : undefined),
    refresh: () => Promise.resolve(false),
    end: () => {
      ends += 1;
      return Promise.resolve();
    },
  };
  return { session, ended: () => ends };
}

function show(
  site: Partial<Site> = {},
  visit: () => Promise<Clinic | undefined> = () => Promise.resolve(undefined),
) {
  const { session, ended } = sessionAt(site);
  const view = render(
    <SessionFrame session={session} now={() => new Date()} pauses={PAUSES} clinicOfVisit={visit}>
      {({ clinic }) => (
        <main>
          <p>{CHART}</p>
          <p>Clinic: {clinic.name === '' ? 'blank' : `${clinic.name} ${clinic.phone}`}</p>
          <Saddle />
          <EndSession />
        </main>
      )}
    </SessionFrame>,
  );
  return { view, ended };
}

/** Stands for the review: one question, answered or not. */
function Saddle() {
  const [visit, setVisit] = useKept('visit', NEW_VISIT);
  const { saddle } = visit.answers;
  return (
    <button
      type="button"
      onClick={() => {
        setVisit({ ...visit, answers: { saddle: true } });
      }}
    >
      {saddle === undefined ? 'not asked' : 'yes'}
    </button>
  );
}

const pass = (minutes: number) => {
  act(() => {
    vi.advanceTimersByTime(minutes * MINUTE);
  });
};
const shown = (): string => document.body.textContent;

describe('a page that nobody uses', () => {
  it('warns after 13 minutes and takes the chart off the screen after 15', () => {
    show();
    pass(12.9);
    expect(shown()).not.toContain('Still there?');
    pass(0.2);
    expect(screen.getByRole('alert')).toHaveTextContent('Still there?');
    expect(shown()).toContain(CHART);
    pass(2);
    expect(screen.getByRole('heading')).toHaveTextContent('BackSafe is locked');
    expect(shown()).not.toContain(CHART);
    expect(shown()).toContain('Help: EHR support desk');
  });

  it.each([
    ['a key', () => fireEvent.keyDown(document.body, { key: 'a' })],
    ['a click', () => fireEvent.pointerDown(document.body)],
    ['the wheel', () => fireEvent.wheel(document.body)],
  ])('is in use again with %s, and the time starts anew', (_name, use) => {
    show();
    pass(14);
    use();
    expect(shown()).not.toContain('Still there?');
    pass(12.9);
    expect(shown()).not.toContain('Still there?');
    pass(2.2);
    expect(shown()).toContain('BackSafe is locked');
  });

  it('stays locked whatever is pressed; only its button brings a fresh reading', () => {
    show();
    pass(15);
    fireEvent.keyDown(document.body, { key: 'a' });
    pass(1);
    expect(shown()).not.toContain(CHART);
    fireEvent.click(screen.getByRole('button', { name: 'Read the chart again' }));
    expect(shown()).toContain(CHART);
    pass(12);
    expect(shown()).not.toContain('Still there?');
  });

  it('is locked when a computer wakes: the key that wakes it does not count as use', () => {
    show();
    vi.setSystemTime(START + 20 * MINUTE);
    fireEvent.keyDown(document.body, { key: 'a' });
    expect(shown()).toContain('BackSafe is locked');
    expect(shown()).not.toContain(CHART);
  });

  it('gives answers back when it is unlocked, and to no other launch', () => {
    const { view } = show();
    fireEvent.click(screen.getByRole('button', { name: 'not asked' }));
    pass(15);
    expect(shown()).toContain('your answers and decisions were kept');
    expect(screen.queryByRole('button', { name: 'yes' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Read the chart again' }));
    expect(screen.getByRole('button', { name: 'yes' })).toBeVisible();
    view.unmount();
    show();
    expect(screen.getByRole('button', { name: 'not asked' })).toBeVisible();
  });

  it('waits as long as the site says', () => {
    show({ idleMinutes: 5 });
    pass(3.1);
    expect(shown()).toContain('Still there?');
    pass(2);
    expect(shown()).toContain('Nobody used this page for 5 minutes.');
  });

  it('counts whole limits', () => {
    const after = (minutes: number) => idleAt(START, START + minutes * MINUTE, 15);
    expect([12.999, 13, 14.999, 15].map(after)).toEqual(['active', 'warned', 'warned', 'locked']);
  });
});

describe('a busy EHR', () => {
  it('is told with a countdown while the reading waits, and no longer', async () => {
    show();
    let over: Promise<void> | undefined;
    act(() => {
      over = PAUSES.wait(8_000);
    });
    expect(shown()).toContain('The EHR is busy and asked to slow down. Trying again in 8 s.');
    act(() => {
      vi.advanceTimersByTime(3_000);
    });
    expect(shown()).toContain('Trying again in 5 s.');
    await act(async () => {
      vi.advanceTimersByTime(5_000);
      await over;
    });
    expect(shown()).not.toContain('slow down');
  });
});

describe('End session', () => {
  it('removes the chart at once, ends the session and says how to come back', () => {
    const { ended } = show();
    fireEvent.click(screen.getByRole('button', { name: 'End session' }));
    expect(ended()).toBe(1);
    expect(shown()).not.toContain(CHART);
    expect(screen.getByRole('heading')).toHaveTextContent('The session has ended');
    expect(shown()).toContain('open BackSafe from the patient’s chart again');
    expect(screen.queryByRole('button')).toBeNull();
    pass(20);
    expect(screen.getByRole('heading')).toHaveTextContent('The session has ended');
  });
});

describe('a site with several clinics', () => {
  const OAK: Clinic = { name: 'Oak Street', phone: '1', afterHoursPhone: '2', locations: ['Location/oak'] };
  const ELM: Clinic = { name: 'Elm Street', phone: '3', afterHoursPhone: '4', locations: ['Location/elm'] };
  const clinics = [OAK, ELM];

  it('leaves the clinic blank on paper and asks, once', async () => {
    show({ clinics });
    await act(() => Promise.resolve());
    expect(shown()).toContain('Clinic: blank');
    fireEvent.click(screen.getByRole('button', { name: 'Elm Street' }));
    expect(shown()).toContain('Clinic: Elm Street 3');
    expect(screen.queryByText(/Which clinic/)).toBeNull();
  });

  it('takes the clinic of the visit without a question', async () => {
    show({ clinics }, () => Promise.resolve(OAK));
    await act(() => Promise.resolve());
    expect(shown()).toContain('Clinic: Oak Street 1');
    expect(screen.queryByText(/Which clinic/)).toBeNull();
  });

  it('keeps what the user chose although the visit answers later', async () => {
    let answer: (clinic: Clinic) => void = () => undefined;
    show({ clinics }, () => new Promise((resolve) => (answer = resolve)));
    fireEvent.click(screen.getByRole('button', { name: 'Elm Street' }));
    await act(() => {
      answer(OAK);
      return Promise.resolve();
    });
    expect(shown()).toContain('Clinic: Elm Street 3');
  });
});
