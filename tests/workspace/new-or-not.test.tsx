// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { chartFromBundle } from '../../src/chart/from-bundle';
import { App } from '../../src/workspace/App';
import { reviewChart } from '../../src/workspace/engine';
import type { ReviewParts } from '../../src/workspace/useReview';
import { SITE } from './fixtures';
import './setup';

const NO_PAPER = () => new Promise<never>(() => undefined);
const PATIENT = { resourceType: 'Patient', id: 'p', birthDate: '1950-03-01', gender: 'male' };
const ANEURYSM = {
  resourceType: 'Condition',
  id: 'a',
  subject: { reference: 'Patient/p' },
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
  },
  category: [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/condition-category',
          code: 'problem-list-item',
        },
      ],
    },
  ],
  code: {
    coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I71.4' }],
    text: 'Abdominal aortic aneurysm',
  },
  recordedDate: '2024-06-05',
};
const chart = chartFromBundle({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [{ resource: PATIENT }, { resource: ANEURYSM }],
});
const parts: ReviewParts = {
  readChart: () => Promise.resolve(chart),
  reviewChart,
  problemOf: () => ({ title: '', text: '', next: '' }),
  now: () => new Date(2026, 10, 22, 10, 42),
};

it('a known aneurysm is asked about in its row; "usual pain" makes it a told line, and Undo brings the emergency back', async () => {
  render(<App parts={parts} loadCompose={NO_PAPER} site={SITE} />);
  const user = userEvent.setup();
  const ask = await screen.findByRole('group', {
    name: 'Abdominal aortic aneurysm: is this pain new or sudden?',
  });
  expect(within(ask).getByText('not asked')).toBeVisible();
  await user.click(within(ask).getByText('Yes'));
  expect(document.getElementById('emergency')).toBeVisible();
  expect(within(ask).getByText('Yes')).toHaveAttribute('aria-pressed', 'true');
  await user.click(within(ask).getByText('No, usual pain'));
  expect(document.getElementById('emergency')).toBeNull();
  expect(
    screen.getByText('Told at this visit: Abdominal aortic aneurysm: pain as usual, not new'),
  ).toBeVisible();
  expect(screen.getByText('None other found in the conditions and medicines we could read.')).toBeVisible();
  await user.click(screen.getByLabelText('Undo: Abdominal aortic aneurysm: pain as usual, not new'));
  expect(document.getElementById('emergency')).toBeVisible();
});
