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

/** While it is all that can be said it takes no line of its own, so that nothing moves when it goes. */
const OnItsWay = styled(Quiet)({
  flex: '1 1 0',
  minWidth: 0,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  textOverflow: 'ellipsis',
  textAlign: 'end',
});

/** Four boxes and a word, the same on screen and paper. Never a colour, never a number of hours. */
export function DrivingScale({ driving }: { readonly driving: DrivingAdvice }): ReactElement {
  const filled = DRIVING_BOXES[driving.tier];
  return (
    <div title={DRIVING_WORDS[driving.tier].tooltip}>
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
  );
}

/** What raised it, and what could. */
export function DrivingReasons({ driving }: { readonly driving: DrivingAdvice }): ReactElement {
  const raised = [...new Set(driving.raisedBy.map(({ label }) => ownDirection(label.replaceAll('_', ' '))))];
  const from = DRIVING_WORDS[driving.base].word.toLowerCase();
  const Could = driving.notChecked.every(({ waits }) => waits) ? OnItsWay : Quiet;
  return (
    <>
      {raised.length === 0 ? null : (
        <Quiet>
          {driving.tier === driving.base ? 'also: ' : `raised from ${from}: `}
          {raised.join(', ')}
        </Quiet>
      )}
      {driving.notChecked.length === 0 ? null : <Could>{couldBeHigher(driving)}</Could>}
    </>
  );
}
