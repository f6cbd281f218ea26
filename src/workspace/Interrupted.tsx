import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { closePrintablePage } from '../handout/print';
import { useRetry } from './retry-context';
import type { Ready } from './review-state';
import { ATTENTION, EDGE } from './theme';
import { clockTime } from './words';

const Strip = styled('div')({
  padding: '4px 12px',
  background: ATTENTION,
  borderBottom: `1px solid ${EDGE}`,
  '& button': { marginLeft: 8 },
});

interface Props {
  readonly state: Ready;
  /** The session with the EHR is over. */
  readonly ended: boolean;
  /** Nothing is printed or copied until the button here is pressed. */
  readonly blocked: boolean;
  /** The paper was asked for. */
  readonly asked: boolean;
  readonly agree: () => void;
}

/** Strip above the review: why it could not be read again, which reading it rests on, and whether that is known. */
export function Interrupted({ state, ended, blocked, asked, agree }: Props): ReactElement {
  const { chart, problem, readAt } = state;
  const { support } = useRetry();
  const help = support === '' ? '' : ` Help: ${support}.`;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (blocked) closePrintablePage();
    if (blocked && asked) button.current?.focus();
  }, [blocked, asked]);
  if (!ended)
    return (
      <Strip role="alert">
        <strong>The chart could not be read again.</strong> {problem?.text}{' '}
        {readAt === undefined ? '' : `This page rests on the reading of ${clockTime(readAt)}. `}
        {problem?.next}
        {help}
      </Strip>
    );
  const reading = readAt === undefined ? 'what was read' : `the reading of ${clockTime(readAt)}`;
  return (
    <Strip role="alert">
      <strong>The session with the EHR has ended.</strong> The findings rest on {reading}; nothing newer is in
      them.{' '}
      {chart.sessionEnded === true
        ? 'It ended while the chart was being read: what did not arrive was not checked. '
        : ''}
      To read the chart anew, open BackSafe again from the patient’s chart.{help}{' '}
      {blocked ? (
        <>
          Nothing is printed or copied before you go on.
          <Button ref={button} variant="contained" onClick={agree}>
            Use {reading}
          </Button>
        </>
      ) : (
        `You went on with ${reading}.`
      )}
    </Strip>
  );
}
