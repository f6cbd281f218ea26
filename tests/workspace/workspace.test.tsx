// @vitest-environment jsdom
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Chart } from '../../src/chart/types';
import { compose } from '../../src/handout/compose';
import type { Review } from '../../src/review/types';
import { App } from '../../src/workspace/App';
import type { ReviewParts } from '../../src/workspace/useReview';
import { ALL_READ, CHART, NOTHING, NOW, REVIEW, SITE, reading } from './fixtures';
import { frameOf } from './setup';

const PROBLEM = {
  title: 'The chart could not be read',
  text: 'The EHR could not be reached.',
  next: 'Try again in a minute.',
};

function show(review: Review, part: Partial<ReviewParts> = {}, composer = compose) {
  const parts: ReviewParts = {
    readChart: () => Promise.resolve(CHART),
    reviewChart: () => reading(review),
    problemOf: () => PROBLEM,
    now: () => NOW,
    ...part,
  };
  const loadCompose = () => Promise.resolve(composer);
  return render(<App parts={parts} loadCompose={loadCompose} site={SITE} />);
}
/** The Print button, once there is a paper to print: it is looked for at each change of the page, so not by the name of every button. */
const printButton = () =>
  waitFor(() => {
    const button = screen.getByText('Print for').closest('button');
    expect(button).toHaveAccessibleName('Print for Maria Lopez');
    expect(button).toBeEnabled();
    return button as HTMLButtonElement;
  });
/** The paper over the whole frame. */
const openPaper = () => within(screen.getByRole('main'));
const rail = () => screen.getByRole('complementary', { name: 'Handout' });

describe('the strip', () => {
  it('names the patient with age, sex and birth date, the time of reading, and each section that is missing', async () => {
    show(REVIEW);
    expect(await screen.findByRole('heading', { level: 1, name: 'Maria Lopez' })).toBeVisible();
    expect(screen.getByText('72 F · born 03/14/1954')).toBeVisible();
    expect(screen.getByText('Chart read 10:42')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Allergies not permitted' }));
    expect(screen.getByText('The EHR did not permit BackSafe to read recorded allergies.')).toBeVisible();
  });

  it('has one quiet chip when everything was read', async () => {
    show(NOTHING, { readChart: () => Promise.resolve(ALL_READ) });
    await printButton();
    const header = screen.getByRole('banner', { name: 'Patient' });
    expect(
      within(header)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual(['Read again', 'More']);
  });

  it('keeps the page title free of the patient', async () => {
    document.title = 'BackSafe';
    show(REVIEW);
    await userEvent.click(await printButton());
    expect(document.title).toBe('BackSafe');
  });

  it('says in a banner when the EHR returned entries of another patient, and repeats its notices verbatim', async () => {
    const notice = 'This result may not contain the entire record.';
    show(REVIEW, { readChart: () => Promise.resolve({ ...CHART, foreignEntries: 2, notices: [notice] }) });
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The EHR returned 2 entries of another patient.',
    );
    expect(screen.getByText(`The EHR says: ${notice}`)).toBeVisible();
  });
});

describe('reading', () => {
  it('shows rows in waiting, then the first findings before the last section has come', async () => {
    let update: (chart: Chart) => void = () => undefined;
    let finish: (chart: Chart) => void = () => undefined;
    show(REVIEW, {
      readChart: (_today, onUpdate) => {
        update = onUpdate;
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
    });
    expect(screen.getByText('Reading medicines …')).toBeVisible();
    const sections = { ...CHART.sections, Observation: { status: 'loading', gaps: [], count: 0 } } as const;
    act(() => {
      update({ ...CHART, sections });
    });
    expect(screen.getByRole('region', { name: 'First' })).toBeVisible();
    expect(screen.getByTitle('labs')).toHaveTextContent('Reading labs …');
    await act(async () => {
      finish(CHART);
      await Promise.resolve();
    });
    expect(screen.getByText('Chart read 10:42')).toBeVisible();
  });

  it('that fails from the start says what happened, what to do and whom to ask, and can be tried again', async () => {
    const readChart = vi
      .fn<ReviewParts['readChart']>()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue(CHART);
    show(REVIEW, { readChart });
    expect(await screen.findByRole('heading', { name: PROBLEM.title })).toBeVisible();
    expect(screen.getByText('Help: Help desk, extension 4000')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await printButton()).toBeVisible();
  });

  it('again that fails keeps the page and says which reading it rests on', async () => {
    const readChart = vi
      .fn<ReviewParts['readChart']>()
      .mockResolvedValueOnce(CHART)
      .mockRejectedValue(new Error('down'));
    show(REVIEW, { readChart });
    await userEvent.click(await screen.findByRole('button', { name: 'Read again' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'This page rests on the reading of 10:42.',
    );
    expect(screen.getByRole('region', { name: 'First' })).toBeVisible();
  });

  it('is repeated before printing when it is fifteen minutes old', async () => {
    let minutes = 0;
    const readChart = vi.fn<ReviewParts['readChart']>().mockResolvedValue(CHART);
    show(REVIEW, { readChart, now: () => new Date(NOW.getTime() + minutes * 60_000) });
    const button = await printButton();
    minutes = 16;
    await userEvent.click(button);
    expect(await screen.findByRole('button', { name: 'Approve and print' })).toBeVisible();
    expect(readChart).toHaveBeenCalledTimes(2);
  });
});

describe('the handout', () => {
  const papers = () => document.querySelectorAll('.paper');

  it('opens full-frame from a button that carries the name, closes with Escape, and gives the focus back', async () => {
    show(REVIEW);
    await userEvent.click(await printButton());
    expect(document.activeElement).toHaveTextContent('Handout for Maria Lopez');
    expect(screen.getByRole('button', { name: 'Approve and print' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Print for Maria Lopez' })).toHaveFocus();
    });
  });

  it.each([400, 900, 1200, 1500])(
    'stands on the page exactly once in a frame of %d px, so that it prints once',
    async (width) => {
      frameOf(width);
      show(REVIEW);
      await printButton();
      expect(papers()).toHaveLength(1);
      await userEvent.click(await printButton());
      expect(papers()).toHaveLength(1);
    },
  );

  it('follows the line list: a line switched off leaves the paper', async () => {
    show(NOTHING, { readChart: () => Promise.resolve(ALL_READ) });
    await printButton();
    const [box] = within(rail())
      .getAllByRole('checkbox', { checked: true })
      .filter((one) => !one.hasAttribute('disabled'));
    if (box === undefined) throw new Error('no line can be switched');
    const before = papers()[0]?.textContent;
    await userEvent.click(box);
    expect(box).not.toBeChecked();
    expect(papers()[0]?.textContent).not.toBe(before);
    await userEvent.click(box);
    expect(papers()[0]?.textContent).toBe(before);
  });

  it('prints the times that were filled in, and none for a medicine with a contraindicated finding', async () => {
    show(REVIEW);
    await printButton();
    const fields = screen.getAllByRole('spinbutton', { name: 'Bedtime' });
    expect(fields).toHaveLength(1);
    const [bedtime] = fields;
    if (bedtime === undefined) throw new Error('no field for bedtime');
    await userEvent.type(bedtime, '1');
    const rows = [...(papers()[0]?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent);
    expect(rows[0]).toMatch(/cyclobenzaprine.*1 tablet/);
    expect(rows[1]).toMatch(/tizanidine/);
    expect(rows[1]).not.toMatch(/\d tablet/);
  });

  it('is not reviewed until approved, and loses the approval with the next change', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    show(NOTHING, { readChart: () => Promise.resolve(ALL_READ) });
    await userEvent.click(await printButton());
    expect(papers()[0]?.textContent).toContain('Not reviewed');
    await userEvent.click(screen.getByRole('button', { name: 'Approve and print' }));
    expect(print).toHaveBeenCalledOnce();
    expect(papers()[0]?.textContent).not.toContain('Not reviewed');
    expect(openPaper().getByText('Printed 10:42, version 1. Approved as shown.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(within(rail()).getByText('Printed 10:42, version 1. Approved as shown.')).toBeVisible();
    const [box] = within(rail())
      .getAllByRole('checkbox', { checked: true })
      .filter((one) => !one.hasAttribute('disabled'));
    if (box === undefined) throw new Error('no line can be switched');
    await userEvent.click(box);
    expect(rail().textContent).toContain('1 line changed since you approved');
    expect(papers()[0]?.textContent).toContain('Not reviewed');
  });

  it('offers the next way out when the frame ignores print, and the next when it opens no window', async () => {
    vi.spyOn(window, 'print').mockImplementation(() => undefined);
    vi.spyOn(window, 'open').mockReturnValue(null);
    show(REVIEW);
    await userEvent.click(await printButton());
    await userEvent.click(screen.getByRole('button', { name: 'Approve and print' }));
    await userEvent.click(screen.getByRole('button', { name: 'Open printable page' }));
    expect(screen.getByRole('button', { name: 'Download handout' })).toBeVisible();
  });

  it('gives the text to copy by hand where the clipboard is not allowed', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    show(REVIEW);
    await user.click(await printButton());
    await user.click(screen.getByRole('button', { name: 'Copy text' }));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Handout as text' });
    expect(field.value).toContain('Maria Lopez');
    expect(field.selectionEnd).toBe(field.value.length);
  });

  it('that cannot be composed takes nothing else with it', async () => {
    show(REVIEW, {}, () => {
      throw new Error('fault in the paper');
    });
    expect(await screen.findByText('The handout could not be made.')).toBeVisible();
    expect(screen.getByRole('region', { name: 'First' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Print for Maria Lopez' })).toBeDisabled();
  });
});

describe('a narrow frame', () => {
  it('shares one column between review and handout, with Print always in reach', async () => {
    frameOf(700);
    show(REVIEW);
    const button = await printButton();
    await userEvent.click(await screen.findByRole('tab', { name: /^Handout \(2 pages\)/ }));
    expect(screen.getByRole('region', { name: 'First', hidden: true })).not.toBeVisible();
    // Whatever tab is open stands in the page's main part.
    expect(within(screen.getByRole('main')).getByRole('region', { name: 'Handout' })).toBeVisible();
    expect(button).toBeVisible();
  });

  it('has the questions in a tab between them: arrows pass over it, Ask now leads into it, Escape back', async () => {
    frameOf(700);
    show(REVIEW);
    await printButton();
    screen.getByRole('tab', { name: 'Review' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    const ask = await screen.findByRole('tab', { name: 'Ask (0 of 19)', selected: true });
    await screen.findByRole('heading', { name: /^Ask the patient/ });
    expect(ask).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await userEvent.click(screen.getByRole('button', { name: 'Ask now' }));
    expect(await screen.findByRole('heading', { name: /^Ask the patient/ })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Ask now' })).toHaveFocus();
    });
  });

  it('comes back to the review when a summary entry is followed', async () => {
    frameOf(700);
    show(REVIEW);
    await printButton();
    await userEvent.click(screen.getByRole('tab', { name: /^Handout/ }));
    await userEvent.click(screen.getByRole('link', { name: '1 contraindicated' }));
    expect(screen.getByRole('tab', { name: 'Review', selected: true })).toBeVisible();
    await waitFor(() => {
      expect(screen.getByRole('region', { name: 'First' })).toHaveFocus();
    });
  });
});
