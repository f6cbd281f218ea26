import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import { noteWords } from '../knowledge/red-flags/note-words';
import { siteReason } from '../review/site-reason';
import type { Review } from '../review/types';
import { Folded } from './Folded';
import { Quiet } from './parts';
import { chartDay } from './words';

const List = styled('ul')({
  '&&': { paddingLeft: 18 },
  fontSize: '0.8125rem',
  '& li': { overflowWrap: 'anywhere' },
});

/**
 * Entries that nobody may think were overlooked: those without a known name or code, those set aside with the reason,
 * and those that are known and no red flag by themselves (unconfirmed, older than their window, background).
 */
export function DidNotCount({ review }: { readonly review: Review }): ReactElement {
  const { didNotCount, unrecognised, hiddenBySite = [] } = review;
  const notes = review.notes.flatMap(({ id, evidence }) =>
    evidence.map((entry) => ({ ...entry, words: noteWords(id) })),
  );
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
      {notes.length === 0 ? null : (
        <Folded
          id="background"
          heading={`Known, no red flag by itself (${notes.length})`}
          names={[...new Set(notes.map(({ words }) => words))].join(' · ')}
        >
          <List>
            {notes.map(({ reference, text, date, words }) => (
              <li key={`${reference} ${words}`}>
                <q>{text}</q>
                {date === undefined ? '' : ` ${chartDay(date)}`}: {words} <Quiet>{reference}</Quiet>
              </li>
            ))}
          </List>
        </Folded>
      )}
      {hiddenBySite.length === 0 ? null : (
        <Folded
          id="hidden-by-site"
          heading={`Found, not shown at this site (${hiddenBySite.length})`}
          names={[...new Set(hiddenBySite.map(({ rule }) => rule.title))].join(' · ')}
        >
          <List>
            {hiddenBySite.map((hidden) => (
              <li key={`${hidden.rule.id} ${hidden.relaxant}`}>
                {hidden.rule.title}, {hidden.relaxant}: {siteReason(hidden)} <Quiet>{hidden.rule.id}</Quiet>
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
