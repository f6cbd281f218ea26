import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { Review } from '../review/types';
import { ApprovalState } from './ApprovalState';
import type { Ready } from './review-state';
import { ATTENTION, EDGE } from './theme';
import type { HandoutHandle } from './useHandout';
import { clockTime } from './words';

const Say = styled('div')({ padding: '6px 12px', background: ATTENTION, borderBottom: `1px solid ${EDGE}` });

interface NoticesProps {
  readonly state: Ready;
  readonly review: Review;
  readonly handout: HandoutHandle;
}

/** What to know before approving, above the paper and not in a dialog. */
export function PaperNotices({ state, review, handout }: NoticesProps): ReactElement {
  const { problem, readAt, reading } = state;
  return (
    <>
      {reading.shown.emergency.length === 0 ? null : (
        <Say role="alert">
          <strong>Emergency item open:</strong> does this patient go home with this page?
        </Say>
      )}
      {problem === undefined ? null : (
        <Say>
          The chart could not be read again. {problem.text}{' '}
          {readAt === undefined ? '' : `This paper rests on the reading of ${clockTime(readAt)}.`}
        </Say>
      )}
      <Say>
        <ApprovalState review={review} handout={handout} />
      </Say>
    </>
  );
}
