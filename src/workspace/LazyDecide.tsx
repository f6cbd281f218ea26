import { lazy, Suspense } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { PanelBoundary } from './PanelBoundary';
import { Quiet } from './parts';

/** Nobody decides before reading: what decides loads once the findings are on screen. */
const decide = () => import('./Decide');
export const preloadDecide = (): void => {
  // A failed fetch is told where the panel is opened.
  decide().catch(() => undefined);
};

export const DecideItem = lazy(async () => ({ default: (await decide()).DecideItem }));
export const DecidedList = lazy(async () => ({ default: (await import('./DecidedList')).DecidedList }));
export const DecideMedicine = lazy(async () => ({ default: (await decide()).DecideMedicine }));

interface Props {
  readonly id: string;
  readonly children: ReactNode;
}

export function DecidePanel({ id, children }: Props): ReactElement {
  return (
    <div id={id}>
      <PanelBoundary name="The choices">
        <Suspense fallback={<Quiet>Loading the choices …</Quiet>}>{children}</Suspense>
      </PanelBoundary>
    </div>
  );
}
