import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { ACCENT, EDGE, LINE, SURFACE } from './theme';
import { plural } from './words';

export type Tab = 'review' | 'handout';

const Bar = styled('div')({
  display: 'flex',
  gap: 4,
  padding: '4px 12px 0',
  borderBottom: `1px solid ${LINE}`,
});
const TabButton = styled('button')({
  minHeight: 30,
  padding: '3px 12px',
  border: `1px solid ${EDGE}`,
  borderBottom: 0,
  borderRadius: '4px 4px 0 0',
  background: SURFACE,
  cursor: 'pointer',
  '&[aria-selected="true"]': { fontWeight: 700, boxShadow: `inset 0 -3px 0 ${ACCENT}` },
});
const Panel = styled('div')({ flex: 1, minWidth: 0 });

interface Props {
  readonly tab: Tab;
  readonly setTab: (tab: Tab) => void;
  readonly pages: number;
  readonly review: ReactNode;
  readonly handout: ReactNode;
}

/** Below 880 px review and handout share one column. */
export function Tabs({ tab, setTab, pages, review, handout }: Props): ReactElement {
  const names: readonly (readonly [Tab, string])[] = [
    ['review', 'Review'],
    ['handout', pages === 0 ? 'Handout' : `Handout (${plural(pages, 'page')})`],
  ];
  const arrow = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tab === 'review' ? 'handout' : 'review';
    setTab(other);
    document.getElementById(`tab-${other}`)?.focus();
  };
  return (
    <>
      <Bar role="tablist" aria-label="Parts of this page" onKeyDown={arrow}>
        {names.map(([id, name]) => (
          <TabButton
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={tab === id}
            aria-controls={`panel-${id}`}
            tabIndex={tab === id ? 0 : -1}
            onClick={() => {
              setTab(id);
            }}
          >
            {name}
          </TabButton>
        ))}
      </Bar>
      <Panel id="panel-review" role="tabpanel" aria-labelledby="tab-review" hidden={tab !== 'review'}>
        {review}
      </Panel>
      <Panel id="panel-handout" role="tabpanel" aria-labelledby="tab-handout" hidden={tab !== 'handout'}>
        {handout}
      </Panel>
    </>
  );
}
