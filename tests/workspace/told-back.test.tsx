// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import type { Review } from '../../src/review/types';
import { ApprovalState } from '../../src/workspace/ApprovalState';
import { MemoryContext } from '../../src/workspace/launch-memory';
import type { LaunchMemory } from '../../src/workspace/launch-memory';
// Loaded lazily by the app; a busy machine may take longer for it than a test waits.
import '../../src/workspace/ToldBack';
import { useHandout } from '../../src/workspace/useHandout';
import { SITE, review } from '../handout/review-factory';
import './setup';

function Desk({ of, printedAt }: { readonly of: Review; readonly printedAt: string }) {
  const handout = useHandout(of, SITE, compose);
  if (handout === undefined) return null;
  const { version, printedAt: at, toldBack, approved } = handout.noted;
  return (
    <>
      <ApprovalState review={of} handout={handout} />
      <button
        onClick={() => {
          handout.approve();
          handout.setPrinted(printedAt);
        }}
      >
        Print
      </button>
      <button
        onClick={() => {
          handout.setNextVisit('Friday');
        }}
      >
        Change
      </button>
      <pre data-testid="noted">{[version, at, approved, ...toldBack].join(' ')}</pre>
    </>
  );
}
const show = (of: Review, memory: LaunchMemory = {}, printedAt = '10:51') =>
  render(
    <MemoryContext value={memory}>
      <Desk of={of} printedAt={printedAt} />
    </MemoryContext>,
  );
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const tick = (name: string) => screen.findByRole('checkbox', { name });
const topics = async () => {
  await screen.findByRole('group', { name: 'Told back' });
  return screen.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent);
};
const noted = () => screen.getByTestId('noted').textContent;

it('asks only after a paper was approved, and gives the note what was ticked in the order of the paper', async () => {
  show(review());
  expect(screen.queryByText('Told back:')).toBeNull();
  press('Print');
  expect(screen.getByRole('status')).toHaveTextContent('Printed 10:51, version 1. Approved as shown.');
  expect(await topics()).toEqual(['medicine', 'driving', 'danger signs']);
  expect(noted()).toBe('1 10:51 true');
  fireEvent.click(await tick('danger signs'));
  fireEvent.click(await tick('medicine'));
  expect(noted()).toBe('1 10:51 true medicine danger signs');
  fireEvent.click(await tick('medicine'));
  expect(noted()).toBe('1 10:51 true danger signs');
});

it('keeps the ticks when the same paper is printed again, and asks anew with the next version', async () => {
  show(review());
  press('Print');
  fireEvent.click(await tick('driving'));
  press('Print');
  expect(noted()).toBe('1 10:51 true driving');
  press('Change');
  expect(noted()).toBe('1 10:51 false driving');
  expect(screen.getByRole('status')).toHaveTextContent('Printed 10:51, version 1. The paper changed');
  press('Print');
  expect(noted()).toBe('2 10:51 true');
  expect(await tick('driving')).not.toBeChecked();
});

it('finds version and ticks again after the lock, the approval not', async () => {
  const memory: LaunchMemory = {};
  const view = show(review(), memory);
  press('Print');
  fireEvent.click(await tick('driving'));
  view.unmount();
  show(review(), memory, '11:05');
  expect(noted()).toBe('1 10:51 false driving');
  press('Print');
  expect(noted()).toBe('2 11:05 true');
});

it('asks of a paper without a relaxant what that paper asks', async () => {
  show(review({ relaxants: [] }));
  press('Print');
  expect(await topics()).toEqual(['care at home', 'when to call us', 'danger signs']);
});
