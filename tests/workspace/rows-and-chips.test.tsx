// @vitest-environment jsdom
import type { ReactElement } from 'react';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SECTIONS } from '../../src/chart/types';
import type { Chart, SectionReport } from '../../src/chart/types';
import { US_DRUG_IDS } from '../../src/knowledge/vocabulary';
import type { RelaxantReview, Review } from '../../src/review/types';
import { Medicines } from '../../src/workspace/Medicines';
import { Notices } from '../../src/workspace/Notices';
import { PatientStrip } from '../../src/workspace/PatientStrip';
import { ReviewColumn } from '../../src/workspace/ReviewColumn';
import type { Ready } from '../../src/workspace/review-state';
import { ALL_READ, CHART, NOTHING, NOW, REVIEW, order, reading, relaxant } from './fixtures';
import './setup';

const relaxants = (count: number) =>
  US_DRUG_IDS.slice(0, count).map((drug) => relaxant(drug, drug, `${drug} of the chart`));
const List = ({ of }: { readonly of: readonly RelaxantReview[] }): ReactElement => (
  <Medicines
    review={{ ...REVIEW, relaxants: of }}
    medicines={ALL_READ.sections.MedicationRequest}
    unsettled={undefined}
  />
);
const rows = () => screen.getAllByText(/ of the chart$/).length;

describe('many relaxants', () => {
  it.each([
    [6, 3],
    [4, 4],
  ])('that are %d have %d rows, and the others are named until all are shown', (count, shown) => {
    render(<List of={relaxants(count)} />);
    expect(rows()).toBe(shown);
    for (const { name } of relaxants(count).slice(shown))
      expect(screen.getByText(new RegExp(`(^|, )${name}(,|$)`))).toBeVisible();
    const more = screen.queryByText(/^Show \d+ more relaxants?$/);
    expect(more === null).toBe(shown === count);
    if (more === null) return;
    fireEvent.click(more);
    expect(rows()).toBe(count);
    expect(screen.queryByText(/^Show/)).toBeNull();
  });
});

describe('several instructions for one relaxant', () => {
  const [first, ...others] = relaxants(5);
  if (first === undefined) throw new Error('no relaxant');
  const twice = {
    ...first,
    orders: [...first.orders, order('b', 'the same again', 'Take 2 at noon', '2026-11-20')],
  };

  it('stand among many relaxants as their number, and in full among few', () => {
    const { rerender } = render(<List of={[twice, ...others]} />);
    expect(screen.getByText(/^2 different instructions under Why/)).toBeVisible();
    expect(screen.getAllByText('Take 1 tablet at bedtime', { selector: 'q' })).toHaveLength(2);
    rerender(<List of={[twice]} />);
    expect(screen.queryByText(/different instructions/)).toBeNull();
    expect(screen.getByText('Take 1 tablet at bedtime', { selector: 'q' })).toBeVisible();
    expect(screen.getByText(/1 other instruction under Why/)).toBeVisible();
  });
});

describe('the chips of what could not be read', () => {
  const failed: SectionReport = { status: 'failed', gaps: ['The session has ended.'], count: 0 };
  const lost: Chart = {
    ...CHART,
    sections: { ...CHART.sections, Condition: failed, Observation: failed, Procedure: failed },
  };
  const strip = (chart: Chart) => {
    const { container } = render(
      <PatientStrip
        review={REVIEW}
        chart={chart}
        readAt={NOW}
        now={NOW}
        busy={false}
        testSystem={false}
        readAgain={() => undefined}
        more={[]}
      />,
    );
    return [...container.querySelectorAll('[aria-expanded].MuiChip-root')].map((chip) => chip.textContent);
  };

  it('are one where the end of the session is the cause, which opens to each part', () => {
    expect(SECTIONS).toHaveLength(5);
    expect(strip({ ...lost, sessionEnded: true })).toEqual([
      '3 parts could not be read',
      'Allergies not permitted',
    ]);
    fireEvent.click(screen.getByText('3 parts could not be read'));
    const parts = within(screen.getByLabelText('3 parts could not be read', { selector: 'ul' }));
    expect(parts.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
      ['Conditions', 'Labs', 'Procedures'].map((name) => `${name}. The session has ended.`),
    );
  });

  it('are one for each part where they failed on their own', () => {
    expect(strip(lost)).toHaveLength(4);
  });
});

describe('findings that wait to be shown', () => {
  const ready = (review: Review, part: Partial<Ready>): Ready => ({
    phase: 'ready',
    chart: ALL_READ,
    reading: reading(review),
    conditionsLate: false,
    readAt: NOW,
    busy: false,
    ...part,
  });
  const waiting = { reading: reading(REVIEW), count: 2 };

  it('are announced without being in the way, and take the focus once they are shown', async () => {
    const show = vi.fn();
    const state = ready(REVIEW, { waiting });
    render(
      <>
        <Notices state={state} showWaiting={show} />
        <ReviewColumn state={state} />
      </>,
    );
    const button = screen.getByRole('button', { name: 'Show' });
    expect(button.closest('[role=status]')).toHaveTextContent('2 new findings.');
    await userEvent.click(button);
    expect(show).toHaveBeenCalledOnce();
    expect(screen.getByRole('region', { name: 'First' })).toHaveFocus();
  });

  it('leave no place that says nothing was found, nor that the chart is being read', () => {
    render(<ReviewColumn state={ready(NOTHING, { waiting })} />);
    expect(document.body.textContent).not.toMatch(/Nothing matched|None found|being read/);
    expect(screen.getAllByText('Not up to date: press “Show”.')).toHaveLength(2);
  });

  it('leave red flags on screen marked as not the newest', () => {
    const heading = () => screen.getByRole('heading', { name: /^Red flags/ }).textContent;
    const { rerender } = render(<ReviewColumn state={ready(REVIEW, { waiting })} />);
    expect(heading()).toBe('Red flags: 1 in chart history, not up to date');
    rerender(<ReviewColumn state={ready(REVIEW, {})} />);
    expect(heading()).toBe('Red flags: 1 in chart history');
  });
});
