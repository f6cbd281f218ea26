// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import type { Intent } from '../../src/launch/types';
import { App } from '../../src/workspace/App';
import type { ReviewParts } from '../../src/workspace/useReview';
import { CHART, NOW, REVIEW, SITE, reading } from './fixtures';
import { frameOf } from './setup';
// Loaded lazily by the app; a busy machine may take longer for it than a test waits.
import '../../src/workspace/AskSheet';

/** What the EHR opened the app for decides what is open at first; the emergency line and the findings are never far. */
const parts: ReviewParts = {
  readChart: () => Promise.resolve(CHART),
  reviewChart: () => reading(REVIEW),
  problemOf: () => ({ title: '', text: '', next: '' }),
  now: () => NOW,
};
async function opened(intent: Intent | undefined, width: number) {
  frameOf(width);
  render(<App parts={parts} loadCompose={() => Promise.resolve(compose)} site={SITE} intent={intent} />);
  await screen.findByText('Chart read 10:42');
}
const first = () => screen.getByLabelText('First');
const questions = () => document.getElementById('ask-heading');

describe('opened for the questions', () => {
  it('shows them over the review, with the summary above them', async () => {
    await opened('ask', 1200);
    await waitFor(() => {
      expect(questions()).toBeVisible();
    });
    expect(first()).not.toBeVisible();
    expect(screen.getByText('1 contraindicated', { selector: 'a' })).toBeVisible();
  });
});

describe('opened for the handout', () => {
  it('shows it first in a narrow frame; the summary leads to the findings', async () => {
    await opened('handout', 700);
    await waitFor(() => {
      expect(screen.getByLabelText('Handout', { selector: 'section' })).toBeVisible();
    });
    expect(first()).not.toBeVisible();
    screen.getByText('1 contraindicated', { selector: 'a' }).click();
    await waitFor(() => {
      expect(first()).toBeVisible();
    });
  });

  it('stands beside the findings in a wide one, and no paper is approved or opened by itself', async () => {
    await opened('handout', 1200);
    expect(first()).toBeVisible();
    expect(screen.queryByText('Approve and print')).toBeNull();
  });
});

describe('opened for nothing in particular', () => {
  it.each([700, 1200])('begins with the findings in a frame of %d px', async (width) => {
    await opened(undefined, width);
    expect(first()).toBeVisible();
    expect(questions()).toBeNull();
  });
});
