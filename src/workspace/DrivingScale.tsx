import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import { DRIVING_WORDS } from '../knowledge/driving-words';
import { ownDirection } from '../review/own-direction';
import type { DrivingAdvice } from '../review/types';
import { INK, SURFACE } from './theme';
import { Quiet } from './parts';
import { DRIVING_BOXES } from './words';

const Boxes = styled('svg')({ width: 44, height: 12, marginRight: 6, verticalAlign: '-1px' });

/** Paper gives no mild advice that what was not read could make stricter. */
const isMild = ({ tier }: DrivingAdvice): boolean => tier === 'D0' || tier === 'D1';

/** What is on its way is not named: it takes one line, so that nothing moves when it goes. */
function couldBeHigher(driving: DrivingAdvice): string {
  const unread = driving.notChecked.filter(({ waits }) => waits !== true).map(({ why }) => why);
  const onItsWay = unread.length < driving.notChecked.length ? ['still being read'] : [];
  const onPaper = unread.length > 0 && isMild(driving) ? ' (paper: “ask us first”)' : '';
  return `could be higher${onPaper}: ${[...unread, ...onItsWay].join(', ')}`;
}

/** Four boxes and a word, the same on screen and paper, and what raised it. Never a colour, never a number of hours. */
export function DrivingScale({ driving }: { readonly driving: DrivingAdvice }): ReactElement {
  const filled = DRIVING_BOXES[driving.tier];
  const raised = [...new Set(driving.raisedBy.map(({ label }) => ownDirection(label.replaceAll('_', ' '))))];
  const from = DRIVING_WORDS[driving.base].word.toLowerCase();
  return (
    <div title={DRIVING_WORDS[driving.tier].tooltip}>
      <div>
        <Boxes viewBox="0 0 44 12" aria-hidden="true">
          {[0, 1, 2, 3].map((place) => (
            <rect
              key={place}
              x={place * 11 + 0.75}
              y="1.25"
              width="9"
              height="9"
              fill={place < filled ? INK : SURFACE}
              stroke={INK}
              strokeWidth="1.5"
            />
          ))}
        </Boxes>
        <span className="visually-hidden">Driving: </span>
        {DRIVING_WORDS[driving.tier].word}
      </div>
      {raised.length === 0 ? null : (
        <Quiet>
          {driving.tier === driving.base ? 'also: ' : `raised from ${from}: `}
          {raised.join(', ')}
        </Quiet>
      )}
      {driving.notChecked.length === 0 ? null : <Quiet> {couldBeHigher(driving)}</Quiet>}
    </div>
  );
}
