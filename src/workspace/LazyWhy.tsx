import { lazy, Suspense } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { PanelBoundary } from './PanelBoundary';
import { Quiet } from './parts';

/** The list of sources is long and nobody reads it first: it loads on its own, fetched while the user reads the findings. */
const why = () => import('./Why');
export const preloadWhy = (): void => {
  // A failed fetch is told where the panel is opened.
  why().catch(() => undefined);
};

export const WhyItem = lazy(async () => ({ default: (await why()).WhyItem }));
export const WhyRedFlag = lazy(async () => ({ default: (await why()).WhyRedFlag }));
export const WhyMedicine = lazy(async () => ({ default: (await why()).WhyMedicine }));
export const WhyNotChecked = lazy(async () => ({ default: (await why()).WhyNotChecked }));

export function WhyPanel({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div id={id}>
      <PanelBoundary name="Why">
        <Suspense fallback={<Quiet>Loading the basis …</Quiet>}>{children}</Suspense>
      </PanelBoundary>
    </div>
  );
}
