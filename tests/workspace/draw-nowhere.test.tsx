// @vitest-environment jsdom
import { ThemeProvider } from '@mui/material/styles';
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { drawNowhere } from '../../src/workspace/draw-nowhere';
import { ReviewColumn } from '../../src/workspace/ReviewColumn';
import { theme } from '../../src/workspace/theme';
import { CHART, REVIEW, reading } from './fixtures';
import './setup';

const styles = () => document.querySelectorAll('style').length;

it('makes the styles of the findings before there are any, and puts nothing on the page', () => {
  const added: Node[] = [];
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) added.push(...addedNodes);
  });
  watch.observe(document.body, { subtree: true, childList: true });
  const none = styles();
  drawNowhere(CHART, reading(REVIEW));
  for (const { addedNodes } of watch.takeRecords()) added.push(...addedNodes);
  watch.disconnect();
  expect(added).toEqual([]);
  const made = styles();
  expect(made).toBeGreaterThan(none);
  render(
    <ThemeProvider theme={theme}>
      <ReviewColumn
        state={{ phase: 'ready', chart: CHART, reading: reading(REVIEW), conditionsLate: false, busy: true }}
      />
    </ThemeProvider>,
  );
  expect(document.querySelectorAll('h3').length).toBeGreaterThan(1);
  expect(styles()).toBe(made);
});
