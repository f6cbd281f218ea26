import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { Review } from '../review/types';
import { Folded } from './Folded';
import { Quiet } from './parts';

const List = styled('ul')({
  '&&': { paddingLeft: 18 },
  fontSize: '0.8125rem',
  '& li': { overflowWrap: 'anywhere' },
});

/** Entries that nobody may think were overlooked: those without a known name or code, and those set aside with the reason. */
export function DidNotCount({ review }: { readonly review: Review }): ReactElement {
  const { didNotCount, unrecognised } = review;
  return (
    <>
      {unrecognised.length === 0 ? null : (
        <Folded
          id="not-recognised"
          heading={`Not recognised (${unrecognised.length})`}
          names="no check looked at these"
          startOpen={unrecognised.length <= 5}
        >
          <List>
            {unrecognised.map((entry) => (
              <li key={entry.reference}>
                <q>{entry.text}</q> <Quiet>{entry.reference}</Quiet>
              </li>
            ))}
          </List>
        </Folded>
      )}
      {didNotCount.length === 0 ? null : (
        <Folded
          id="did-not-count"
          heading={`Looked at, did not count (${didNotCount.length})`}
          names={[...new Set(didNotCount.map((entry) => entry.reason))].join(' · ')}
        >
          <List>
            {didNotCount.map((entry) => (
              <li key={`${entry.reference} ${entry.reason}`}>
                <q>{entry.text}</q>: {entry.reason} <Quiet>{entry.reference}</Quiet>
              </li>
            ))}
          </List>
        </Folded>
      )}
    </>
  );
}
