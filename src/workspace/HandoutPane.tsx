import { Suspense, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { styled } from '@mui/material/styles';
import type { Review } from '../review/types';
import { ApprovalState, HandoutPages, HandoutRail } from './LazyPaper';
import { PanelBoundary } from './PanelBoundary';
import { DESK, EDGE, LINE, PAGE } from './theme';
import type { Frame } from './useFrame';
import type { HandoutHandle } from './useHandout';
import { plural } from './words';
import { COLUMN } from './workspace-layout';

const Pane = styled('aside')({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  minWidth: 0,
  background: PAGE,
  borderLeft: `1px solid ${LINE}`,
});
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 38,
  padding: '4px 12px',
  borderBottom: `1px solid ${LINE}`,
  '& h2': { fontWeight: 700, fontSize: '0.9375rem', marginRight: 'auto' },
});
const Body = styled('div')({ position: 'relative', display: 'flex', flex: 1, minHeight: 0, minWidth: 0 });
const Scroll = styled('div')({ overflowY: 'auto', minWidth: 0, flex: 1 });
const Lines = styled('div')({ ...COLUMN, width: 304, flex: 'none', background: PAGE });
const Drawer = styled(Lines)({
  position: 'absolute',
  inset: '0 0 0 auto',
  width: 320,
  maxWidth: '100%',
  borderLeft: `1px solid ${EDGE}`,
});
/** The sheet beside the review is there to glance at; it is read and approved at full size. */
const Live = styled('div')({
  display: 'flex',
  justifyContent: 'center',
  padding: 12,
  background: DESK,
  minHeight: '100%',
  '& > div': {
    '@media screen': { zoom: 0.6 },
    '@media screen and (min-width: 1260px)': { zoom: 0.7 },
    '@media screen and (min-width: 1340px)': { zoom: 0.8 },
    '@media screen and (min-width: 1440px)': { zoom: 0.55 },
    '@media screen and (min-width: 1600px)': { zoom: 0.72 },
    '@media screen and (min-width: 1760px)': { zoom: 0.9 },
    '@media screen and (min-width: 1900px)': { zoom: 1 },
  },
});
const Lost = styled('p')({ '&&': { padding: 12 } });
const Foot = styled('div')({
  padding: '8px 12px',
  borderTop: `1px solid ${LINE}`,
  '& button': { marginTop: 6 },
});

interface Props {
  readonly review: Review;
  /** What makes the paper is still being loaded. */
  readonly preparing: boolean;
  /** Undefined: it could not be composed. */
  readonly handout: HandoutHandle | undefined;
  /** The live paper makes way for the full one: only one paper may be on the page, because every paper prints. */
  readonly live: boolean;
  readonly frame: Frame;
  readonly printButton: ReactElement;
}

/** Beside the review it stands aside; in a tab it is a part of what the page is about. */
const landmark = (frame: Frame) => (frame === 'narrow' ? { as: 'section' as const } : {});

/** The handout beside the review: lines at reading size, and the live paper where there is room for it. */
export function HandoutPane({ preparing, review, handout, frame, live, printButton }: Props): ReactElement {
  const [lines, setLines] = useState(false);
  if (handout === undefined)
    return (
      <Pane aria-label="Handout" {...landmark(frame)}>
        <Head>
          <h2>Handout</h2>
        </Head>
        <Scroll>
          {preparing ? (
            <Lost role="status">Preparing the handout …</Lost>
          ) : (
            <Lost role="alert">
              <strong>The handout could not be made.</strong> This is a fault of BackSafe. The review is not
              affected. Use your usual patient education for this visit.
            </Lost>
          )}
        </Scroll>
        {frame === 'narrow' ? null : <Foot>{printButton}</Foot>}
      </Pane>
    );
  const rail = (
    <PanelBoundary name="The handout lines">
      <Suspense fallback={<Lost role="status">Preparing the handout …</Lost>}>
        <HandoutRail review={review} handout={handout} />
      </Suspense>
    </PanelBoundary>
  );
  return (
    <Pane aria-label="Handout" {...landmark(frame)}>
      <Head>
        <h2>Handout</h2>
        {frame === 'wide' ? (
          <Button
            variant="outlined"
            aria-expanded={lines}
            onClick={() => {
              setLines(!lines);
            }}
          >
            {lines ? 'Hide lines' : 'Choose lines'}
          </Button>
        ) : null}
        <Chip label={plural(handout.pages, 'page')} />
      </Head>
      <Body>
        {frame === 'narrow' || frame === 'middle' ? (
          <Scroll>{rail}</Scroll>
        ) : (
          <>
            <Scroll tabIndex={0} role="region" aria-label="Live paper">
              <PanelBoundary name="The handout">
                <Live>
                  <div>
                    <Suspense fallback={null}>
                      {live ? <HandoutPages document={handout.document} /> : null}
                    </Suspense>
                  </div>
                </Live>
              </PanelBoundary>
            </Scroll>
            {frame === 'widest' ? <Lines>{rail}</Lines> : null}
            {frame === 'wide' && lines ? <Drawer>{rail}</Drawer> : null}
          </>
        )}
      </Body>
      {frame === 'narrow' ? null : (
        <Foot>
          <Suspense fallback={null}>
            <ApprovalState review={review} handout={handout} />
          </Suspense>
          {printButton}
        </Foot>
      )}
    </Pane>
  );
}
