// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FhirProblem } from '../../src/chart/fhir-problem';
import type { Chart } from '../../src/chart/types';
import { compose } from '../../src/handout/compose';
import { App } from '../../src/workspace/App';
import { readProblemOf } from '../../src/workspace/read-problem';
import type { ReviewParts } from '../../src/workspace/useReview';
import { CHART, NOW, REVIEW, SITE, reading } from './fixtures';
import { frameOf } from './setup';
// Loaded lazily by the app; a busy machine may take longer for them than a test waits.
import '../../src/workspace/Interrupted';
import '../../src/workspace/Paper';

/** The session ends while the review is open: it stays, and nothing leaves the page before the clinician knows what it rests on. */
afterEach(() => {
  vi.restoreAllMocks();
});
const ENDED = new FhirProblem('unauthorised');

function show(readChart: ReviewParts['readChart'], now: () => Date = () => NOW) {
  const parts: ReviewParts = {
    readChart,
    reviewChart: () => reading(REVIEW),
    problemOf: readProblemOf,
    now,
  };
  render(<App parts={parts} loadCompose={() => Promise.resolve(compose)} site={SITE} />);
}
/** Read once; the session is over when it is read again. */
const endsLater = (chart: Chart = CHART) =>
  vi.fn<ReviewParts['readChart']>().mockResolvedValueOnce(chart).mockRejectedValue(ENDED);

/** By its words: looking for roles in a whole review costs a second each time. */
const button = (words: string) => screen.getByText(words, { selector: 'button' });
/** The name stands in a mark of its own, so that it keeps its direction. */
const print = () => {
  const [found] = screen.getAllByText('Maria Lopez').flatMap((name) => name.closest('button') ?? []);
  if (found === undefined) throw new Error('there is no button with the name');
  return found;
};
const whenPaper = () =>
  waitFor(() => {
    expect(print()).toBeEnabled();
  });
const papers = () => document.querySelectorAll('.paper');
const goOn = () => screen.findByText('Use the reading of 10:42', { selector: 'button' });
const notice = () => screen.getByText(/rest on the reading|You went on/, { selector: '[role=alert]' });
const readAgain = () => userEvent.click(button('Read again'));

describe('a session that has ended when the chart is read again', () => {
  it('leaves the findings and says what they rest on, what to do and whom to ask', async () => {
    show(endsLater());
    await whenPaper();
    await readAgain();
    await goOn();
    const said = notice().textContent;
    expect(said).toContain('The session with the EHR has ended.');
    expect(said).toContain('The findings rest on the reading of 10:42; nothing newer is in them.');
    expect(said).toContain('open BackSafe again from the patient’s chart');
    expect(said).toContain('Help: Help desk, extension 4000.');
    expect(screen.getByLabelText('First')).toBeVisible();
    expect(screen.getByText('Chart read 10:42')).toBeVisible();
  });

  it.each([400, 1200])(
    'prints nothing in a frame of %d px, by button, Ctrl+P or note, until the clinician goes on',
    async (width) => {
      frameOf(width);
      show(endsLater());
      await whenPaper();
      await waitFor(() => {
        expect(papers()).toHaveLength(1);
      });
      await readAgain();
      const use = await goOn();
      expect(papers()).toHaveLength(0);
      expect(print()).toBeDisabled();
      expect(button('Copy note')).toBeDisabled();
      await userEvent.click(use);
      expect(print()).toBeEnabled();
      expect(button('Copy note')).toBeEnabled();
      await waitFor(() => {
        expect(papers()).toHaveLength(1);
      });
      expect(notice()).toHaveTextContent('You went on with the reading of 10:42.');
    },
  );

  it('holds back the paper that was asked for, gives the focus to the notice, and opens the paper after it', async () => {
    let minutes = 0;
    show(endsLater(), () => new Date(NOW.getTime() + minutes * 60_000));
    await whenPaper();
    minutes = 16;
    await userEvent.click(print());
    const use = await goOn();
    await waitFor(() => {
      expect(use).toHaveFocus();
    });
    for (const name of ['Approve and print', 'Download', 'Copy text'])
      expect(screen.queryByText(name)).toBeNull();
    await userEvent.click(use);
    expect(await screen.findByText('Approve and print')).toBeVisible();
    expect(screen.getByText(/This paper rests on the reading of 10:42/)).toBeVisible();
  });

  it('closes the printable page that was opened before', async () => {
    const page = { closed: false, close: vi.fn(), location: { replace: vi.fn() } };
    vi.spyOn(window, 'print').mockImplementation(() => undefined);
    vi.spyOn(window, 'open').mockReturnValue(page as unknown as Window);
    show(endsLater());
    await whenPaper();
    await userEvent.click(print());
    await userEvent.click(await screen.findByText('Approve and print'));
    await userEvent.click(button('Open printable page'));
    await userEvent.click(button('Close'));
    expect(page.close).not.toHaveBeenCalled();
    await readAgain();
    await goOn();
    expect(page.close).toHaveBeenCalledOnce();
  });

  it('asks again when a newer reading meets its end too', async () => {
    show(
      vi
        .fn<ReviewParts['readChart']>()
        .mockResolvedValueOnce(CHART)
        .mockRejectedValueOnce(ENDED)
        .mockResolvedValueOnce({ ...CHART })
        .mockRejectedValue(ENDED),
    );
    await whenPaper();
    await readAgain();
    await userEvent.click(await goOn());
    await readAgain();
    await waitFor(() => {
      expect(screen.queryByText(/session with the EHR has ended/)).toBeNull();
    });
    expect(print()).toBeEnabled();
    await readAgain();
    await goOn();
    expect(print()).toBeDisabled();
  });
});

describe('a session that ended while the chart was read', () => {
  it('is told over the sections that are missing, and blocks the paper the same way', async () => {
    show(() => Promise.resolve({ ...CHART, sessionEnded: true }));
    const use = await goOn();
    expect(notice()).toHaveTextContent(
      'It ended while the chart was being read: what did not arrive was not checked.',
    );
    expect(print()).toBeDisabled();
    await userEvent.click(use);
    await whenPaper();
  });
});

describe('a chart that could not be read again for another reason', () => {
  it('blocks nothing', async () => {
    show(
      vi
        .fn<ReviewParts['readChart']>()
        .mockResolvedValueOnce(CHART)
        .mockRejectedValue(new FhirProblem('timeout')),
    );
    await whenPaper();
    await readAgain();
    expect(await screen.findByText('The chart could not be read again.')).toBeVisible();
    expect(print()).toBeEnabled();
    expect(papers()).toHaveLength(1);
  });
});
