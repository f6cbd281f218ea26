// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { REVIEW_BY } from '../../src/knowledge/version';
import { addDays } from '../../src/review/calendar';
import { Notices } from '../../src/workspace/Notices';
import { CHART, NOW, REVIEW, reading } from '../workspace/fixtures';
import '../workspace/setup';

/** What the strips above the review say on a day. */
function saidOn(asOf: string): string {
  const state = {
    phase: 'ready',
    chart: CHART,
    reading: reading({ ...REVIEW, asOf }),
    conditionsLate: false,
    readAt: NOW,
    busy: false,
  } as const;
  return render(<Notices state={state} showWaiting={() => undefined} />).container.textContent;
}

describe('knowledge that is past its review', () => {
  it('says so from the day on which it was due, and with the day', () => {
    for (const day of [REVIEW_BY, addDays(REVIEW_BY, 1), addDays(REVIEW_BY, 3650)])
      expect(saidOn(day)).toMatch(/sources of these checks were due for review on .*2027/);
  });

  it('says nothing on the day before', () => {
    expect(saidOn(addDays(REVIEW_BY, -1))).not.toContain('due for review');
  });
});
