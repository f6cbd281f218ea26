// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Chart, MedicationOrder } from '../../src/chart/types';
import { compose } from '../../src/handout/compose';
import { App } from '../../src/workspace/App';
import { reviewChart } from '../../src/workspace/engine';
import { ALL_READ, CHART, NOW, SITE, order } from './fixtures';
import './setup';

// What opens on request is fetched here once: a busy machine needs longer for the first than a test may wait.
beforeAll(async () => {
  await Promise.all([
    import('../../src/workspace/PlanPanel'),
    import('../../src/workspace/MedicineSearch'),
    import('../../src/workspace/CompareSheet'),
  ]);
}, 60_000);

const PARTS = {
  reviewChart,
  problemOf: () => ({ title: 'not read', text: '', next: '' }),
  now: () => NOW,
};
const loadCompose = () => Promise.resolve(compose);
async function open(chart: Chart) {
  const readChart = () => Promise.resolve(chart);
  render(<App parts={{ ...PARTS, readChart }} loadCompose={loadCompose} site={SITE} />);
  return screen.findByRole('region', { name: 'Back medicines' });
}
const chartWith = (...medications: readonly MedicationOrder[]): Chart => ({ ...ALL_READ, medications });
const user = userEvent.setup();
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));

describe('a plan', () => {
  it('is found by a brand name, counts at once, and is taken back', async () => {
    const medicines = await open(chartWith());
    await user.click(within(medicines).getAllByRole('button', { name: 'Plan a relaxant' })[0] ?? medicines);
    await user.type(await screen.findByLabelText('Name or brand'), 'zanafl');
    await press('tizanidine (zanaflex)');
    await press('4 mg');
    await press('Plan tizanidine');
    const row = await screen.findByRole('heading', { name: 'tizanidine 4 mg tablet' });
    expect(row.closest('li')).toHaveTextContent('planned, not in the chart');
    expect(screen.queryByText('No back relaxant in this chart.')).toBeNull();
    await press('Remove the plan: tizanidine');
    expect(await screen.findByText('No back relaxant in this chart.')).toBeVisible();
  }, 60_000);
});

describe('medicines at the visit', () => {
  it('that the patient takes are added by name and undone', async () => {
    await open(chartWith(order('tiz', 'tizanidine 4 mg tablet', 'Take 1 at bedtime', '2026-11-19')));
    await press('Add a medicine the patient takes');
    await user.type(await screen.findByLabelText('Patient also takes'), 'cipro{Enter}');
    expect(await screen.findByText(/^cipro\w*: said at this visit/)).toBeVisible();
    expect(screen.getByRole('region', { name: 'First' })).toHaveTextContent('Contraindicated');
    await press(/^Undo: cipro/);
    expect(screen.getByRole('region', { name: 'First' })).not.toHaveTextContent('Contraindicated');
  }, 60_000);

  it('that was not recognised is named by the clinician, and the row keeps the words of the chart', async () => {
    const medicines = await open(chartWith(order('odd', 'sirdalix 4', '', '2026-11-19')));
    expect(medicines).toHaveTextContent('1 medicine not recognised');
    await press('Say what it is: sirdalix 4');
    await user.type(await screen.findByLabelText('“sirdalix 4” is'), 'tizanidine{Enter}');
    expect(await screen.findByRole('heading', { name: 'sirdalix 4' })).toBeVisible();
    await press('Undo: called tizanidine');
    expect(medicines).toHaveTextContent('1 medicine not recognised');
  }, 60_000);
});

describe('compare', () => {
  it('names the gap that touches every relaxant once, and a No of the patient closes it', async () => {
    await open(CHART);
    await user.click(screen.getAllByRole('button', { name: 'Compare' })[0] ?? document.body);
    const top = await screen.findByRole('rowheader', { name: /^No serious reason found/ });
    expect(top).toHaveTextContent('(0) · could not check for any: recorded allergies (not permitted)');
    await user.click(within(top).getByRole('button', { name: 'No' }));
    expect(top).toHaveTextContent('patient report');
    expect(top).not.toHaveTextContent('could not check for any');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('rowheader')).toBeNull();
  }, 60_000);
});

describe('hostile charts', () => {
  const LONG = 'ا'.repeat(60) + ' ' + 'x'.repeat(60);
  it('forty orders, names of 120 letters, from right to left, and no dates stay rows of one list', async () => {
    const many = Array.from({ length: 40 }, (_, place) => {
      const { authoredOn, ...undated } = order(
        `o${place}`,
        `tizanidine 4 mg tablet ${LONG}`,
        '',
        '2026-11-19',
      );
      expect(authoredOn).toBeDefined();
      return { ...undated, supply: { repeats: 0 } };
    });
    const medicines = await open(chartWith(...many));
    expect(within(medicines).getAllByRole('heading', { level: 3 })).toHaveLength(1);
    expect(medicines).toHaveTextContent('40 orders');
    expect(medicines).toHaveTextContent('no date');
  }, 60_000);
});
