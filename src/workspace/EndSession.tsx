import { createContext, useContext } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';

/** How to end the session; undefined where a screen stands without one, as in tests of single panels. */
export const SessionEnd = createContext<(() => void) | undefined>(undefined);

/** Wipes the chart and the sign-in from this tab. */
export function EndSession(): ReactElement | null {
  const end = useContext(SessionEnd);
  return end === undefined ? null : (
    <Button variant="text" onClick={end}>
      End session
    </Button>
  );
}
