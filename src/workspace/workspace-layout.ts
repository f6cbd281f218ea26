import { styled } from '@mui/material/styles';
import { EDGE, LINE, PAGE, SURFACE } from './theme';

/** Two columns that scroll on their own; a short or narrow frame scrolls as one page. */
export const TALL = '@media (min-width: 880px) and (min-height: 480px)';
export const Page = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  minHeight: '100dvh',
  '&[hidden]': { display: 'none' },
  [TALL]: { height: '100dvh' },
});
/**
 * Words for the ear alone are placed absolutely: they scroll with their column, or the whole page could be pushed up behind them.
 * What the focus goes to stands clear of the summary, with its ring.
 */
export const COLUMN = { position: 'relative', overflowY: 'auto', scrollPadding: '8px 0' } as const;
export const Columns = styled('div')({
  display: 'grid',
  flex: 1,
  minHeight: 0,
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 880px)': { gridTemplateColumns: 'minmax(0, 1fr) 304px' },
  '@media (min-width: 1180px)': { gridTemplateColumns: 'minmax(0, 640px) minmax(0, 1fr)' },
});
/** Strip and summary stay while the questions stand over the rest. */
export const Rest = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minHeight: 0,
  '&[hidden]': { display: 'none' },
});
export const Main = styled('main')({
  padding: '6px 12px 16px',
  minWidth: 0,
  background: PAGE,
  [TALL]: COLUMN,
});
/** A long name wraps inside its button; the next one stays beside it. */
export const Buttons = styled('div')({
  display: 'flex',
  alignItems: 'start',
  gap: 6,
  '& > button': { minWidth: 0, overflowWrap: 'anywhere' },
  '& > :last-child': { flex: 'none' },
});
export const Sticky = styled('div')({
  position: 'sticky',
  bottom: 0,
  padding: '6px 12px',
  background: SURFACE,
  borderTop: `1px solid ${LINE}`,
  // What is read goes on below it, even where its edge falls between two lines.
  boxShadow: `0 -6px 8px -6px ${EDGE}`,
});
