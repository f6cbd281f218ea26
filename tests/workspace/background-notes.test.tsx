// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DidNotCount } from '../../src/workspace/DidNotCount';
import { REVIEW } from './fixtures';
import './setup';

const NOTE = {
  id: 'UNCONFIRMED_LISTED',
  evidence: [
    {
      reference: 'Condition/9',
      text: 'Cauda equina syndrome',
      date: '2026-10-01',
      detail: 'unconfirmed in the chart',
      basis: 'code',
      by: 'ICD-10-CM G83.4',
      label: 'cauda_equina',
    },
  ],
} as const;

describe('what is known and no red flag by itself', () => {
  it('stands in a fold of its own with its number and reason outside, and its entry inside', async () => {
    render(<DidNotCount review={{ ...REVIEW, notes: [NOTE] }} />);
    const fold = screen.getByRole('button', { name: /^Known, no red flag by itself \(1\)/ });
    expect(fold.textContent).toContain('Not confirmed in the chart');
    await userEvent.click(fold);
    const line = screen.getByText('Cauda equina syndrome').closest('li')?.textContent;
    expect(line).toContain('Not confirmed in the chart');
    expect(line).toContain('Condition/9');
  });

  it('is not there when there is nothing to list', () => {
    render(<DidNotCount review={{ ...REVIEW, notes: [] }} />);
    expect(screen.queryByText(/no red flag by itself/)).toBeNull();
  });
});
