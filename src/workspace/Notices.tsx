import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { REVIEW_BY } from '../knowledge/version';
import { useRetry } from './retry-context';
import type { Ready } from './review-state';
import { ATTENTION, CONTRAINDICATED, EDGE } from './theme';
import { chartDay, plural } from './words';

const Strip = styled('div', { shouldForwardProp: (name) => name !== 'grave' })<{ grave?: boolean }>(
  ({ grave }) => ({
    padding: '4px 12px',
    background: ATTENTION,
    borderBottom: `1px solid ${EDGE}`,
    borderLeft: grave === true ? `4px solid ${CONTRAINDICATED}` : 0,
    '& button': { marginLeft: 8 },
  }),
);

/** Over the page: a strip above it would move what it promises to keep still. */
const Waiting = styled(Strip)({
  position: 'fixed',
  zIndex: 2,
  bottom: 64,
  left: 12,
  border: `1px solid ${EDGE}`,
});

interface Props {
  readonly state: Ready;
  readonly showWaiting: () => void;
}

/** Strips above everything: another patient's entries, the EHR's own words, findings that wait. */
export function Notices({ state, showWaiting }: Props): ReactElement {
  const { chart, waiting, reading } = state;
  const count = waiting?.count ?? 0;
  const { support } = useRetry();
  return (
    <>
      {chart.foreignEntries === 0 ? null : (
        <Strip grave role="alert">
          <strong>
            The EHR returned {plural(chart.foreignEntries, 'entry', 'entries')} of another patient.
          </strong>{' '}
          BackSafe discarded {chart.foreignEntries === 1 ? 'it' : 'them'} unread. The list may not be whole:
          tell your EHR support{support === '' ? '' : ` (${support})`}.
        </Strip>
      )}
      {chart.notices.map((notice) => (
        <Strip key={notice}>The EHR says: {notice}</Strip>
      ))}
      {(reading.review.siteRulesRefused ?? []).map((refused) => (
        <Strip key={refused}>A setting of this site was not applied: {refused}. Tell your EHR support.</Strip>
      ))}
      {reading.review.asOf < REVIEW_BY ? null : (
        <Strip>The sources of these checks were due for review on {chartDay(REVIEW_BY)}.</Strip>
      )}
      <div role="status">
        {waiting === undefined ? null : (
          <Waiting>
            {count === 0 ? 'The list has changed.' : `${plural(count, 'new finding')}.`}
            <Button
              variant="outlined"
              onClick={() => {
                showWaiting();
                // The button goes, and with it the focus.
                document.getElementById('first')?.focus();
              }}
            >
              Show
            </Button>
          </Waiting>
        )}
      </div>
    </>
  );
}
