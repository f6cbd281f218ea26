// @vitest-environment jsdom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../src/chart/types';
import type { Chart, SectionReport } from '../../src/chart/types';
import { US_DRUG_IDS } from '../../src/knowledge/vocabulary';
import { Medicines } from '../../src/workspace/Medicines';
import { PatientStrip } from '../../src/workspace/PatientStrip';
import { ALL_READ, CHART, NOW, REVIEW, relaxant } from './fixtures';
import './setup';

const relaxants = (count: number) =>
  US_DRUG_IDS.slice(0, count).map((drug) => relaxant(drug, drug, `${drug} of the chart`));
const list = (count: number) =>
  render(
    <Medicines
      review={{ ...REVIEW, relaxants: relaxants(count) }}
      medicines={ALL_READ.sections.MedicationRequest}
      unsettled={false}
    />,
  );
const rows = () => screen.getAllByText(/ of the chart$/).length;

describe('many relaxants', () => {
  it.each([
    [6, 3],
    [4, 4],
  ])('that are %d have %d rows, and the others are named until all are shown', (count, shown) => {
    list(count);
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
