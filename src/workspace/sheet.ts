import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { styled } from '@mui/material/styles';
import { PAGE } from './theme';
import { COLUMN } from './workspace-layout';

/**
 * A sheet that lies over the review: its heading takes the focus when it opens, and Escape closes it wherever the focus is,
 * because a click on plain text takes the focus out of the sheet.
 */
export function useSheet(close: () => void): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Arrow keys of a tab bar go on to the next tab.
    if (document.activeElement?.getAttribute('role') !== 'tab') heading.current?.focus();
  }, []);
  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('keydown', escape);
    };
  }, [close]);
  return heading;
}

/** Where a sheet is read as one long page. */
export const Sheet = styled('main')({
  flex: 1,
  minHeight: 0,
  ...COLUMN,
  padding: '4px 12px 24px',
  background: PAGE,
});
export const SheetHead = styled('div')({ display: 'flex', alignItems: 'center', gap: 12, minHeight: 34 });
