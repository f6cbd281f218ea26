import { Suspense } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { PanelBoundary } from './PanelBoundary';

interface Props {
  readonly name: string;
  /** What is said while it loads; nothing where it loads unasked. */
  readonly loading?: string;
  readonly children: ReactNode;
}

/** A panel whose program is fetched apart: it neither blanks the page while it loads nor takes it along when it fails. */
export function LazyPanel({ name, loading, children }: Props): ReactElement {
  return (
    <PanelBoundary name={name}>
      <Suspense fallback={loading === undefined ? null : <p role="status">Loading {loading} …</p>}>
        {children}
      </Suspense>
    </PanelBoundary>
  );
}
