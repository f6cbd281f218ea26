import type { ReactElement, ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { ATTENTION, BAND, EDGE, LINE, MUTED, SURFACE } from './theme';

/** Layout pieces that more than one block uses. */
export const BlockHeading = styled('h2')({
  fontSize: '0.8125rem',
  fontWeight: 700,
  color: MUTED,
  letterSpacing: '0.01em',
  scrollMarginTop: 8,
});

/** One sentence in the place of a list. */
export const Say = styled('p')({
  '&&': { padding: '6px 10px' },
  background: SURFACE,
  border: `1px solid ${LINE}`,
  borderRadius: 4,
});
export const Warn = styled(Say)({ background: ATTENTION, borderColor: EDGE });

const Wrap = styled('section')({ marginTop: 10, '&:first-of-type': { marginTop: 2 } });
const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '0 12px',
  minHeight: 24,
  marginBottom: 2,
});

interface BlockProps {
  /** Element id: the summary line leads to it. */
  readonly id: string;
  readonly heading: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled block of the review; a summary link can move the focus to it. */
export function Block({ id, heading, aside, children }: BlockProps): ReactElement {
  return (
    <Wrap id={id} tabIndex={-1} aria-labelledby={`${id}-heading`}>
      <Head>
        <BlockHeading id={`${id}-heading`}>{heading}</BlockHeading>
        {aside}
      </Head>
      {children}
    </Wrap>
  );
}

/** One row of a list: white, a thin edge, a coloured stripe that repeats the severity word. */
export const Row = styled('div', { shouldForwardProp: (name) => name !== 'stripe' })<{ stripe: string }>(
  ({ stripe }) => ({
    background: SURFACE,
    border: `1px solid ${LINE}`,
    borderLeft: `4px solid ${stripe}`,
    borderRadius: 4,
    marginTop: 4,
  }),
);

/** The whole head of a row is the button that opens it. */
export const RowButton = styled('button')({
  display: 'grid',
  gridTemplateColumns: '15px minmax(0, 1fr) auto',
  alignItems: 'baseline',
  columnGap: 6,
  width: '100%',
  minHeight: 26,
  padding: '3px 8px',
  border: 0,
  background: 'none',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { background: BAND },
  // Its lower edge would stand on the line of the words.
  '& > svg': { position: 'relative', top: 3 },
});

export const Quiet = styled('span')({ color: MUTED, fontSize: '0.8125rem' });
export const PlainList = styled('ul')({ listStyle: 'none' });

/** Where a line of the handout comes from: "65+", "oxycodone", "off: red flag open". */
export const Tag = styled('span')({
  display: 'inline-block',
  padding: '0 5px',
  border: `1px solid ${EDGE}`,
  borderRadius: 3,
  fontSize: '0.75rem',
  color: MUTED,
  lineHeight: 1.35,
});
