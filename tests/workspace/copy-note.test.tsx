// @vitest-environment jsdom
import type { ReactElement } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { useCopyNote } from '../../src/workspace/CopyNote';
import { CHART, NOW, REVIEW, reading } from './fixtures';
// Loaded lazily by the app; a busy machine may take longer for it than a test waits.
import '../../src/workspace/note-text';
import './setup';

function Bar(): ReactElement {
  const { button, strip } = useCopyNote({
    state: {
      phase: 'ready',
      chart: CHART,
      reading: reading(REVIEW),
      conditionsLate: false,
      readAt: NOW,
      busy: false,
    },
    handout: {
      pages: 2,
      approved: false,
      languages: ['English'],
      version: 0,
      printedAt: undefined,
      toldBack: [],
      largePrint: false,
      recheckDays: 7,
      nextVisit: '',
    },
    now: () => NOW,
    name: 'Maria Lopez',
    blocked: false,
  });
  return (
    <>
      {strip}
      {button}
    </>
  );
}
const press = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(screen.getByRole('button', { name: 'Copy note for Maria Lopez' }));
};

it('one click copies the full note, says so, and offers the short one', async () => {
  const user = userEvent.setup();
  render(<Bar />);
  await press(user);
  expect(await screen.findByText('The full note is copied.')).toBeVisible();
  const full = await navigator.clipboard.readText();
  expect(full).toContain('BACK SPASM: MEDICINE CAUTION AND RED FLAG REVIEW            11/22/2026 10:42');
  expect(full).toContain('[TIZ-CYP1A2-STRONG]');
  await user.click(screen.getByRole('button', { name: 'Short note' }));
  expect(await screen.findByText('The short note is copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).not.toContain('[TIZ-CYP1A2-STRONG]');
});

it('a frame without the clipboard shows the note selected, to copy by hand', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  const { rerender } = render(<Bar />);
  await press(user);
  expect(await screen.findByText(/The text is selected: press Ctrl\+C/)).toBeVisible();
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
  expect(field).toHaveFocus();
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
  expect(field.value).toContain('Maria Lopez, 72 F, born 03/14/1954.');
  screen.getByRole('button', { name: 'Copy note for Maria Lopez' }).focus();
  rerender(<Bar />);
  expect(field).not.toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Short note' }));
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }));
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});
