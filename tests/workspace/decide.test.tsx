// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { App } from '../../src/workspace/App';
// Loaded lazily by the app; a busy machine may take longer for it than a test waits.
import '../../src/workspace/Decide';
import '../../src/workspace/DecidedList';
import { reviewChart } from '../../src/workspace/engine';
import type { ReviewParts } from '../../src/workspace/useReview';
import { useSaid } from '../../src/workspace/useSaid';
import { SITE } from './fixtures';
import './setup';

const LOPEZ = chartFromBundle(JSON.parse(readFileSync('fhir/samples/maria-lopez.json', 'utf8')) as unknown);
const NOW = new Date(2026, 10, 22, 10, 42);

/** The paper has tests of its own; without it the page is a third. */
const NO_PAPER = () => new Promise<never>(() => undefined);

/** Maria Lopez with the real engine: a decision has to reach the review. */
async function open(): Promise<ReturnType<typeof userEvent.setup>> {
  const parts: ReviewParts = {
    readChart: () => Promise.resolve(LOPEZ),
    reviewChart,
    problemOf: () => ({ title: '', text: '', next: '' }),
    now: () => NOW,
  };
  render(<App parts={parts} loadCompose={NO_PAPER} site={SITE} />);
  await screen.findByText(PAIR);
  return userEvent.setup();
}
const block = (id: 'first' | 'medicines') => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`there is no block ${id}`);
  return within(found);
};
const PAIR = 'Tizanidine + ciprofloxacin';

it('a contraindicated pair is decided with two clicks: the row closes, says what, and the focus stays on it', async () => {
  const user = await open();
  await user.click(screen.getByLabelText(`Decide: ${PAIR}`));
  await user.click(await screen.findByText('short overlap'));
  const head = screen.getByText(PAIR).closest('button');
  expect(head).toHaveAttribute('aria-expanded', 'false');
  expect(head).toHaveFocus();
  expect(block('first').getByText('kept: short overlap')).toBeVisible();
  expect(screen.getByText('Kept: short overlap')).toHaveAttribute('role', 'status');
  await user.click(screen.getByLabelText(`Undo: ${PAIR}`));
  expect(block('first').queryByText('kept: short overlap')).not.toBeInTheDocument();
  expect(head).toHaveAttribute('aria-expanded', 'true');
});

it('a contraindicated pair is never kept without a reason', async () => {
  const user = await open();
  await user.click(screen.getByLabelText(`Decide: ${PAIR}`));
  expect(await screen.findByText('Keep, because:')).toBeVisible();
  expect(screen.queryByText('Keep')).not.toBeInTheDocument();
  expect(screen.getByText('Keep with this reason')).toBeDisabled();
  await user.type(screen.getByLabelText('other:'), 'specialist agreed{Enter}');
  expect(block('first').getByText('kept: specialist agreed')).toBeVisible();
});

it('a medicine that the patient does not take leaves every check, stays in sight, and comes back', async () => {
  const user = await open();
  await user.click(screen.getByLabelText('Decide: tizanidine'));
  await user.click(await screen.findByText('Not taking'));
  expect(screen.queryByText(PAIR)).not.toBeInTheDocument();
  expect(block('medicines').getByText('tizanidine: set aside, patient not taking')).toBeVisible();
  expect(screen.getByText(/^\d serious$/)).toBeVisible();
  expect(screen.queryByText(/^\d contraindicated$/)).not.toBeInTheDocument();
  await waitFor(() => {
    expect(document.getElementById('medicines')).toHaveFocus();
  });
  await user.click(screen.getByLabelText('Undo: tizanidine set aside'));
  expect(screen.getByText(PAIR)).toBeVisible();
});

it('stopping a relaxant raises its own stopping rule to a finding at once, and can be taken back', async () => {
  const user = await open();
  await user.click(screen.getByLabelText('Decide: tizanidine'));
  await user.click(await screen.findByText('Stop tizanidine'));
  expect(block('medicines').getByText('stopped')).toBeVisible();
  expect(screen.getByLabelText('Decide: tizanidine')).toHaveFocus();
  expect(block('first').getByText('How to stop: tizanidine')).toBeVisible();
  await user.click(screen.getByLabelText('Undo: tizanidine stopped'));
  expect(block('first').queryByText('How to stop: tizanidine')).not.toBeInTheDocument();
});

it('of two relaxants together one may stay: that finding is decided, what concerns the one that stays is not', async () => {
  const user = await open();
  const openRows = () =>
    block('first')
      .getAllByRole('button', { expanded: true })
      .map(({ textContent }) => textContent)
      .join(' · ');
  const both = 'Two relaxants: cyclobenzaprine + tizanidine';
  expect(openRows()).toContain(both);
  await user.click(screen.getByLabelText('Decide: cyclobenzaprine'));
  // Nothing to keep as it was while nothing was decided.
  expect(await screen.findByText('Stop cyclobenzaprine')).toBeVisible();
  expect(screen.queryByText('Keep as ordered')).not.toBeInTheDocument();
  await user.click(screen.getByText('Stop cyclobenzaprine'));
  expect(openRows()).not.toContain(both);
  expect(openRows()).toContain('Sedation and breathing');
  await user.click(screen.getByLabelText('Decide: cyclobenzaprine'));
  await user.click(await screen.findByText('Keep as ordered'));
  expect(block('medicines').queryByText('stopped')).not.toBeInTheDocument();
  expect(openRows()).toContain(both);
});

it('what was done is told, and not left to be read when it is no longer so', () => {
  vi.useFakeTimers();
  function Row() {
    const [said, say] = useSaid();
    return (
      <>
        {said}
        <button
          onClick={() => {
            say('tizanidine held');
          }}
        />
      </>
    );
  }
  render(<Row />);
  act(() => {
    screen.getByRole('button').click();
  });
  expect(screen.getByRole('status')).toHaveTextContent('tizanidine held');
  act(() => {
    vi.advanceTimersByTime(5000);
  });
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  vi.useRealTimers();
});

it('what was decided is listed at the end of the review, each with its way back', async () => {
  const user = await open();
  expect(document.getElementById('decided')).toBeNull();
  await user.click(screen.getByLabelText(`Decide: ${PAIR}`));
  await user.click(await screen.findByText('short overlap'));
  await user.click(screen.getByLabelText('Decide: tizanidine'));
  await user.click(await screen.findByText('Not taking'));
  const list = await screen.findByRole('button', { name: /^Decided at this visit \(2\)/ });
  await user.click(list);
  // The pair is gone with the medicine; that it was kept before is not hidden.
  await user.click(
    screen.getByLabelText('Undo in the list: no longer shown: TIZ-CYP1A2-STRONG: kept: short overlap'),
  );
  await user.click(screen.getByLabelText('Undo in the list: tizanidine: set aside, patient not taking'));
  expect(document.getElementById('decided')).toBeNull();
  expect(block('first').getByText(PAIR)).toBeVisible();
  expect(block('first').queryByText('kept: short overlap')).not.toBeInTheDocument();
});
