import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import { DRIVING_WORDS } from '../knowledge/driving-words';
import type { DrivingAdvice } from '../review/types';
import { INK, SURFACE } from './theme';
import { Quiet } from './parts';
import { DRIVING_BOXES } from './words';

const Boxes = styled('svg')({ width: 44, height: 12, marginRight: 6, verticalAlign: '-1px' });

/** Paper gives no mild advice that what was not read could make stricter. */
const isMild = ({ tier }: DrivingAdvice): boolean => tier === 'D0' || tier === 'D1';

/** Four boxes and a word, the same on screen and paper, and what raised it. Never a colour, never a number of hours. */
export function DrivingScale({ driving }: { readonly driving: DrivingAdvice }): ReactElement {
  const filled = DRIVING_BOXES[driving.tier];
  const raised = [...new Set(driving.raisedBy.map((evidence) => evidence.label.replaceAll('_', ' ')))];
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
      {driving.notChecked.length === 0 ? null : (
        <Quiet>
          {' '}
          could be higher{isMild(driving) ? ' (paper: “ask us first”)' : ''}:{' '}
          {driving.notChecked.map((missing) => missing.why).join(', ')}
        </Quiet>
      )}
    </div>
  );
}
