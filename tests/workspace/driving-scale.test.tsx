// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { DrivingReasons } from '../../src/workspace/DrivingScale';
import { paperOf } from '../handout/paper-text';
import { driving, relaxant } from '../handout/review-factory';
import './setup';

it.each([
  ['D0', true],
  ['D1', true],
  ['D2', false],
  ['D3', false],
] as const)('the scale tells what paper says where something was not read: %s', (tier, asks) => {
  const advice = {
    ...driving(tier),
    notChecked: [{ key: 'Condition', kind: 'section' as const, why: 'conditions not read' }],
  };
  render(<DrivingReasons driving={advice} />);
  expect(
    screen.getByText(/could be higher.*: conditions not read/).textContent.includes('ask us first'),
  ).toBe(asks);
  const paper = paperOf({ relaxants: [relaxant('metaxalone', { driving: advice })] });
  const box = paper.sections.find(({ id }) => id === 'driving');
  expect(box?.heading === 'Driving: ask us first').toBe(asks);
});

it('says in one line that more is on its way, and names what will not come', () => {
  const missing = (why: string, waits: boolean) => ({
    key: why,
    kind: 'section' as const,
    why,
    ...(waits ? { waits } : {}),
  });
  const waiting = missing('conditions (still being read)', true);
  const scale = (...notChecked: ReturnType<typeof missing>[]) => (
    <DrivingReasons driving={{ ...driving('D1'), notChecked }} />
  );
  const { rerender } = render(scale(waiting));
  expect(screen.getByText('could be higher: still being read')).toBeVisible();
  rerender(scale(waiting, missing('allergies (not permitted)', false)));
  expect(
    screen.getByText('could be higher (paper: “ask us first”): allergies (not permitted), still being read'),
  ).toBeVisible();
});
