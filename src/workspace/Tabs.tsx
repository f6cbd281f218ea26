import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { ACCENT, EDGE, LINE, SURFACE } from './theme';

export type Tab = 'review' | 'ask' | 'handout';

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
  readonly tabs: readonly { readonly id: Tab; readonly name: ReactNode; readonly panel: ReactNode }[];
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Below 880 px review, questions and handout share one column. */
export function Tabs({ tab, setTab, tabs }: Props): ReactElement {
  const arrow = ({ key }: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[key];
    if (step === undefined) return;
    const next = tabs.at((tabs.findIndex(({ id }) => id === tab) + step) % tabs.length);
    if (next === undefined) return;
    document.getElementById(`tab-${next.id}`)?.focus();
    setTab(next.id);
  };
  return (
    <>
      <Bar role="tablist" aria-label="Parts of this page" onKeyDown={arrow}>
        {tabs.map(({ id, name }) => (
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
      {tabs.map(({ id, panel }) => (
        <Panel key={id} id={`panel-${id}`} role="tabpanel" aria-labelledby={`tab-${id}`} hidden={tab !== id}>
          {panel}
        </Panel>
      ))}
    </>
  );
}
