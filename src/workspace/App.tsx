import { useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { Formulary } from '../knowledge/relaxant-products';
import type { HandoutDocument, HandoutInput, HandoutSite } from '../handout/model';
import type { Intent } from '../launch/types';
import { inBackground } from './background';
import { preloadNote } from './CopyNote';
import { preloadAsk } from './LazyAsk';
import { preloadCompare } from './LazyCompare';
import { preloadDecide } from './LazyDecide';
import { PAPER_PARTS } from './LazyPaper';
import { preloadPlan } from './LazyPlan';
import { preloadWhy } from './LazyWhy';
import { PanelBoundary } from './PanelBoundary';
import { ProblemScreen } from './ProblemScreen';
import { ReadingRows } from './ReviewColumn';
import { BAND, LINE, PAGE } from './theme';
import { NO_RETRY, RetryContext, worthRetrying } from './retry-context';
import { useReview } from './useReview';
import type { ReviewParts } from './useReview';
import { VisitContext } from './visit-context';
import { Workspace } from './Workspace';

const Strip = styled('div')({ height: 36, background: BAND, borderBottom: `1px solid ${LINE}` });
const Line = styled('div')({ height: 30, borderBottom: `1px solid ${LINE}` });
const Main = styled('main')({
  padding: '6px 12px',
  minHeight: 'calc(100dvh - 66px)',
  maxWidth: 640,
  background: PAGE,
});

export type Compose = (input: HandoutInput) => HandoutDocument;

export interface AppProps {
  readonly parts: ReviewParts;
  /** Fetches what makes the paper, once the first findings are on screen. */
  readonly loadCompose: () => Promise<Compose>;
  readonly site: HandoutSite & {
    readonly testSystem: boolean;
    readonly support: string;
    readonly formulary: Formulary;
  };
  /** The view that the EHR opened the app for. */
  readonly intent?: Intent | undefined;
}

/** What the clinician opens after reading the findings: fetched before it is asked for, but never in the way of the findings. */
const OPENED_LATER = [
  ...[preloadWhy, preloadDecide, preloadAsk, preloadPlan, preloadCompare, preloadNote],
  ...PAPER_PARTS,
];

/** From the first request to the workspace, or to a page that says why there is none. */
export function App({ parts, loadCompose, site, intent }: AppProps): ReactElement {
  const { state, readAgain, readSection, showWaiting, visit, changeVisit, undecided, judge } =
    useReview(parts);
  const { support } = site;
  const retry = useMemo(
    () =>
      state.phase === 'ready'
        ? { sections: worthRetrying(state.chart), busy: state.busy, support, readSection }
        : NO_RETRY,
    [state, support, readSection],
  );
  const handle = useMemo(
    () => ({ visit, changeVisit, undecided, judge }),
    [visit, changeVisit, undecided, judge],
  );
  const [compose, setCompose] = useState<Compose>();
  useEffect(() => {
    if (state.phase !== 'ready') return;
    inBackground(OPENED_LATER);
    loadCompose().then(
      (loaded) => {
        setCompose(() => loaded);
      },
      () => {
        setCompose(() => notLoaded);
      },
    );
  }, [state.phase, loadCompose]);
  useEffect(() => wipePaper, []);
  switch (state.phase) {
    case 'reading':
      return <ReadingScreen />;
    case 'failed':
      return <ProblemScreen {...state.problem} support={site.support} retry={() => void readAgain()} />;
    case 'ready':
      return (
        <VisitContext value={handle}>
          {/* Around the panels' own: a fault between them must not leave a blank page. */}
          <PanelBoundary name="The review">
            <RetryContext value={retry}>
              <Workspace
                state={state}
                site={site}
                intent={intent}
                compose={compose}
                now={parts.now}
                readAgain={readAgain}
                showWaiting={showWaiting}
              />
            </RetryContext>
          </PanelBoundary>
        </VisitContext>
      );
  }
}

/** The page in its final measures before anything is known: from the first paint until the first findings. */
export function ReadingScreen(): ReactElement {
  return (
    <>
      <Strip />
      <Line />
      <Main>
        <ReadingRows />
      </Main>
    </>
  );
}

/** The review leaves the page (lock, end of the session): so does a window that shows its paper. */
const wipePaper = () => {
  import('../handout/print').then(
    ({ closePrintablePage }) => {
      closePrintablePage();
    },
    // Without this program no such window was opened.
    () => undefined,
  );
};

/** Stands in when the program for the paper did not arrive: the handout pane then says that there is none. */
const notLoaded: Compose = () => {
  throw new Error('the handout program could not be loaded');
};
