import { createTheme } from '@mui/material/styles';

/**
 * Colours of the screen, by what they are for. Their values, one set for each scheme (light, dark, more contrast, the user's own),
 * are in start.css. Every text colour stands at 4.5:1 or better on every ground (WCAG 2.2, 1.4.3), EDGE and icons at 3:1 (1.4.11);
 * severity is never told by colour alone: an icon and a word stand beside it.
 */
export const INK = 'var(--ink)';
export const MUTED = 'var(--muted)';
/** Hairlines between things that are apart without them. */
export const LINE = 'var(--line)';
/** Edges of inputs and buttons. */
export const EDGE = 'var(--edge)';
/** Grounds: the page, what lies on it, bars and rows under the pointer, what the paper lies on. */
export const PAGE = 'var(--page)';
export const SURFACE = 'var(--surface)';
export const BAND = 'var(--band)';
export const DESK = 'var(--desk)';
export const ACCENT = 'var(--accent)';
export const CONTRAINDICATED = 'var(--contraindicated)';
export const SERIOUS = 'var(--serious)';
export const ATTENTION = 'var(--attention)';
/** Named faces, not `system-ui`: on Linux that can be a face so wide that the summary no longer fits on one line. */
export const FONT =
  '"Segoe UI", -apple-system, Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';

/** From here on the paper stands beside the review; below, a line list; below that, one column with tabs (CSS px). */
export const WIDE = '@media (min-width: 1180px)';
export const MIDDLE = '@media (min-width: 880px)';

/** The library's own palette is not used: it cannot hold variables. Each of its parts that stands on the screen gets its colours here. */
export const theme = createTheme({
  typography: { fontFamily: FONT, fontSize: 13, button: { textTransform: 'none', fontWeight: 600 } },
  shape: { borderRadius: 4 },
  transitions: { create: () => 'none' },
  components: {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: { '&.Mui-focusVisible': { outline: `2px solid ${ACCENT}`, outlineOffset: 2 } },
      },
    },
    MuiButton: {
      defaultProps: { size: 'small', disableElevation: true },
      styleOverrides: {
        root: {
          minHeight: 28,
          minWidth: 0,
          padding: '2px 10px',
          fontSize: '0.8125rem',
          lineHeight: 1.4,
          variants: [
            {
              props: { variant: 'text' },
              style: { padding: '2px 6px', color: ACCENT, '&:hover': { backgroundColor: BAND } },
            },
            {
              props: { variant: 'outlined' },
              style: {
                borderColor: EDGE,
                color: INK,
                backgroundColor: SURFACE,
                '&:hover': { borderColor: INK, backgroundColor: BAND },
              },
            },
            {
              props: { variant: 'contained' },
              style: {
                // Seen only where the user's own colours take the ground away.
                border: '1px solid transparent',
                color: SURFACE,
                backgroundColor: ACCENT,
                '&:hover': { backgroundColor: INK },
                '&.Mui-disabled': { color: MUTED, backgroundColor: DESK },
              },
            },
            { props: { disabled: true }, style: { '&.Mui-disabled': { color: MUTED, borderColor: LINE } } },
          ],
        },
      },
    },
    MuiCheckbox: {
      styleOverrides: {
        root: {
          padding: 3,
          marginTop: -3,
          color: MUTED,
          '&.Mui-checked': { color: ACCENT },
          '&.Mui-disabled': { color: EDGE },
          '& svg': { width: 18, height: 18 },
        },
      },
    },
    MuiChip: {
      defaultProps: { size: 'small', variant: 'outlined' },
      styleOverrides: {
        root: {
          height: 24,
          fontSize: '0.8125rem',
          borderColor: EDGE,
          color: INK,
          backgroundColor: SURFACE,
        },
        label: { padding: '0 9px' },
      },
    },
  },
});

/** What every page of the app starts from; the handout brings its own plain style sheet. */
export const GLOBAL_STYLES = {
  '*, *::before, *::after': { boxSizing: 'border-box' },
  // What a key brings into view stands clear of the bar at the foot of a narrow frame.
  html: { scrollPaddingBottom: 124 },
  body: {
    margin: 0,
    fontFamily: FONT,
    fontSize: '0.875rem',
    lineHeight: 1.4,
    color: INK,
    backgroundColor: SURFACE,
    WebkitTextSizeAdjust: '100%',
    overflowWrap: 'break-word',
  },
  // What the chart says keeps its own direction among our words.
  'q, bdi': { unicodeBidi: 'plaintext' },
  'h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote, fieldset': { margin: 0, padding: 0 },
  'h1, h2, h3, h4': { fontSize: 'inherit', fontWeight: 'inherit' },
  fieldset: { border: 0, minWidth: 0 },
  'button, input, select, textarea': { font: 'inherit', color: 'inherit' },
  'select, textarea': { background: SURFACE, border: `1px solid ${EDGE}`, borderRadius: 4 },
  // Where the user's own colours stand, a pressed button keeps its difference.
  '@media (forced-colors: active)': {
    '[aria-pressed="true"]': {
      forcedColorAdjust: 'none',
      background: 'Highlight !important',
      color: 'HighlightText !important',
    },
  },
  a: { color: ACCENT, textUnderlineOffset: 2 },
  ':focus-visible': { outline: `2px solid ${ACCENT}`, outlineOffset: 2 },
  // A block that a summary link leads to shows where the focus went.
  '[tabindex="-1"]:focus': { outline: `2px solid ${ACCENT}`, outlineOffset: 2 },
  // The heading of a sheet holds the focus only for a screen reader to begin there: nothing can be done on it.
  ':is(h1, h2, p)[tabindex="-1"]:focus': { outline: 'none' },
  // The copy that Ctrl+P prints.
  '@media screen': { '.print-copy': { display: 'none' } },
  // On paper only the paper: what neither is it, holds it nor stands in it is left out, and its holders become plain boxes.
  '@media print': {
    body: { backgroundColor: 'transparent' },
    // Printed before the paper stands, a blank sheet would be taken for a fault of the printer.
    'body:not(:has(.paper))::before': {
      content:
        '"BackSafe: the handout was not ready when this page was printed. Print it again from the chart."',
    },
    'body :not(:has(.paper), .paper, .paper *)': { display: 'none !important' },
    'body :has(.paper):not(.paper *)': {
      display: 'block !important',
      height: 'auto !important',
      minHeight: '0 !important',
      maxWidth: 'none !important',
      margin: '0 !important',
      padding: '0 !important',
      border: '0 !important',
      background: 'none !important',
      overflow: 'visible !important',
    },
  },
  '.visually-hidden': {
    position: 'absolute',
    width: 1,
    height: 1,
    margin: -1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
} as const;
