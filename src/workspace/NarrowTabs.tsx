import { Suspense } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { Review } from '../review/types';
import { AskedCount } from './LazyAsk';
import { Tabs } from './Tabs';
import type { Tab } from './Tabs';
import { plural } from './words';

interface Props {
  readonly review: Review;
  /** Of the handout; 0 while there is none. */
  readonly pages: number;
  readonly tab: Tab;
  readonly setTab: (tab: Tab) => void;
  readonly panels: Readonly<Record<Tab, ReactNode>>;
}

/** What stands side by side in a wide frame, one at a time. */
export function NarrowTabs({ review, pages, tab, setTab, panels }: Props): ReactElement {
  const ask = (
    // The count comes with the questions; its place is kept, so that the tab beside it stays where it is.
    <span style={{ display: 'inline-block', minWidth: 82 }}>
      Ask{' '}
      <Suspense fallback={null}>
        <AskedCount review={review} />
      </Suspense>
    </span>
  );
  return (
    <Tabs
      tab={tab}
      setTab={setTab}
      tabs={[
        { id: 'review', name: 'Review', panel: panels.review },
        { id: 'ask', name: ask, panel: panels.ask },
        {
          id: 'handout',
          name: pages === 0 ? 'Handout' : `Handout (${plural(pages, 'page')})`,
          panel: panels.handout,
        },
      ]}
    />
  );
}
