import { createTheme } from '@mui/material/styles';

/**
 * Colours of the screen. Every text colour stands at 4.5:1 or better on `page` and on white (WCAG 2.2, 1.4.3);
 * severity is never told by colour alone: an icon and a word stand beside it.
 */
export const INK = '#16202a';
export const MUTED = '#4a5a68';
export const LINE = '#d5dce3';
/** Edges of inputs and buttons: 3:1 on white (WCAG 2.2, 1.4.11). */
export const EDGE = '#7c8a97';
export const PAGE = '#f6f8fa';
export const ACCENT = '#0b4f79';
export const CONTRAINDICATED = '#a3122a';
export const SERIOUS = '#8f4a00';
export const ATTENTION = '#fff7e6';
/** Named faces, not `system-ui`: on Linux that can be a face so wide that the summary no longer fits on one line. */
export const FONT =
  '"Segoe UI", -apple-system, Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';

/** From here on the paper stands beside the review; below, a line list; below that, one column with tabs (CSS px). */
export const WIDE = '@media (min-width: 1180px)';
export const MIDDLE = '@media (min-width: 880px)';

export const theme = createTheme({
  palette: {
    primary: { main: ACCENT },
    error: { main: CONTRAINDICATED },
    warning: { main: SERIOUS },
    text: { primary: INK, secondary: MUTED },
    divider: LINE,
    background: { default: PAGE, paper: '#ffffff' },
  },
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
            { props: { variant: 'text' }, style: { padding: '2px 6px' } },
            {
              props: { variant: 'outlined' },
              style: { borderColor: EDGE, color: INK, backgroundColor: '#ffffff' },
            },
          ],
        },
      },
    },
    MuiCheckbox: {
      styleOverrides: { root: { padding: 3, marginTop: -3, '& svg': { width: 18, height: 18 } } },
    },
    MuiChip: {
      defaultProps: { size: 'small', variant: 'outlined' },
      styleOverrides: {
        root: {
          height: 24,
          fontSize: '0.8125rem',
          borderColor: EDGE,
          color: INK,
          backgroundColor: '#ffffff',
        },
        label: { padding: '0 9px' },
      },
    },
  },
});

/** What every page of the app starts from; the handout brings its own plain style sheet. */
export const GLOBAL_STYLES = {
  '*, *::before, *::after': { boxSizing: 'border-box' },
  body: {
    margin: 0,
    fontFamily: FONT,
    fontSize: '0.875rem',
    lineHeight: 1.4,
    color: INK,
    backgroundColor: '#ffffff',
    WebkitTextSizeAdjust: '100%',
  },
  'h1, h2, h3, h4, p, ul, ol, dl, dd, blockquote, fieldset': { margin: 0, padding: 0 },
  'h1, h2, h3, h4': { fontSize: 'inherit', fontWeight: 'inherit' },
  fieldset: { border: 0, minWidth: 0 },
  'button, input': { font: 'inherit', color: 'inherit' },
  a: { color: ACCENT, textUnderlineOffset: 2 },
  ':focus-visible': { outline: `2px solid ${ACCENT}`, outlineOffset: 2 },
  // A block that a summary link leads to shows where the focus went.
  '[tabindex="-1"]:focus': { outline: `2px solid ${ACCENT}`, outlineOffset: 2 },
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
