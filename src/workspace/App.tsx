import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { HandoutDocument, HandoutInput, HandoutSite } from '../handout/model';
import { preloadWhy } from './LazyWhy';
import { ProblemScreen } from './ProblemScreen';
import { ReadingRows } from './ReviewColumn';
import { LINE, PAGE } from './theme';
import { useReview } from './useReview';
import type { ReviewParts } from './useReview';
import { Workspace } from './Workspace';

const Strip = styled('div')({ height: 36, background: '#eef2f6', borderBottom: `1px solid ${LINE}` });
const Line = styled('div')({ height: 30, borderBottom: `1px solid ${LINE}` });
const Main = styled('main')({
  padding: '6px 12px',
  minHeight: 'calc(100dvh - 66px)',
  maxWidth: 640,
  background: PAGE,
});

export interface AppProps {
  readonly parts: ReviewParts;
  readonly compose: (input: HandoutInput) => HandoutDocument;
  readonly site: HandoutSite & { readonly testSystem: boolean; readonly support: string };
}

/** From the first request to the workspace, or to a page that says why there is none. */
export function App({ parts, compose, site }: AppProps): ReactElement {
  const { state, readAgain, showWaiting } = useReview(parts);
  useEffect(() => {
    if (state.phase === 'ready') preloadWhy();
  }, [state.phase]);
  switch (state.phase) {
    case 'reading':
      return <ReadingScreen />;
    case 'failed':
      return <ProblemScreen {...state.problem} support={site.support} retry={() => void readAgain()} />;
    case 'ready':
      return (
        <Workspace
          state={state}
          site={site}
          compose={compose}
          now={parts.now}
          readAgain={readAgain}
          showWaiting={showWaiting}
        />
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
