// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { More } from '../../src/workspace/More';
import './setup';

const show = () => {
  const open = vi.fn();
  render(
    <>
      <More entries={[{ label: 'Rules and sources', open }]} />
      <button type="button">Elsewhere</button>
    </>,
  );
  return { open, user: userEvent.setup(), more: screen.getByRole('button', { name: 'More' }) };
};
const entry = () => screen.queryByRole('button', { name: 'Rules and sources' });

describe('More', () => {
  it('opens to its entries, and an entry closes it and does what it says', async () => {
    const { open, user, more } = show();
    expect(entry()).toBeNull();
    await user.click(more);
    expect(more).toHaveAttribute('aria-expanded', 'true');
    await user.click(screen.getByRole('button', { name: 'Rules and sources' }));
    expect(open).toHaveBeenCalledTimes(1);
    expect(entry()).toBeNull();
  });

  it('works with the keyboard: Tab reaches the entry, Escape closes and returns to the button', async () => {
    const { user, more } = show();
    await user.tab();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(entry()).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(entry()).toBeNull();
    expect(more).toHaveFocus();
  });

  it('closes when the pointer or the focus goes elsewhere', async () => {
    const { user, more } = show();
    await user.click(more);
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(entry()).toBeNull();
    await user.click(more);
    await user.tab();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
    expect(entry()).toBeNull();
  });
});
