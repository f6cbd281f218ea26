import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from '@mui/material/styles';
import type { Chart } from '../chart/types';
import type { Reading } from './hold';
import { ReviewColumn } from './ReviewColumn';
import { theme } from './theme';

/**
 * Draws the review of nobody's chart on no page and throws it away: while the page waits for the EHR, the styles of the first findings are
 * made and what draws them is compiled. No one can see it or hear it read.
 */
export function drawNowhere(chart: Chart, reading: Reading): void {
  const nowhere = createRoot(document.createElement('div'));
  flushSync(() => {
    nowhere.render(
      <ThemeProvider theme={theme}>
        <ReviewColumn state={{ phase: 'ready', chart, reading, conditionsLate: false, busy: true }} />
      </ThemeProvider>,
    );
  });
  nowhere.unmount();
}
