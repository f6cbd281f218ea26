// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { compose } from '../../src/handout/compose';
import { App } from '../../src/workspace/App';
import { CHART, NOW, REVIEW, SITE, reading } from './fixtures';
import './setup';

it('a fault between the panels says so instead of leaving a blank page', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const parts = {
    readChart: () => Promise.resolve(CHART),
    reviewChart: () => reading(REVIEW),
    problemOf: () => ({ title: '', text: '', next: '' }),
    now: () => NOW,
  };
  // A paper of another release: composed without an error, and not what the screen expects.
  const foreign: typeof compose = (input) => Object.assign(compose(input), { sheets: undefined });
  const loadCompose = () => Promise.resolve(foreign);
  render(<App parts={parts} loadCompose={loadCompose} site={SITE} />);
  expect(await screen.findByText('The review could not be shown.', { exact: false })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
});
