import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Quiet } from './parts';
import { EDGE, INK, SURFACE } from './theme';

const Box = styled('div')({ margin: '2px 0 6px 28px' });
const Buttons = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 4, marginTop: 4 });
const Words = styled('textarea')({
  width: '100%',
  padding: '2px 6px',
  border: `1px solid ${EDGE}`,
  borderRadius: 4,
  background: SURFACE,
  color: INK,
  font: 'inherit',
  resize: 'vertical',
});

/** Two lines of the paper; more is no line. */
const LONGEST = 240;

interface Props {
  /** As it prints now. */
  readonly text: string;
  readonly edited: boolean;
  /** Undefined takes the standard words back. */
  readonly save: (words: string | undefined) => void;
  readonly close: () => void;
  /** Absent at the end of its list. */
  readonly moveUp: (() => void) | undefined;
  readonly moveDown: (() => void) | undefined;
}

/** Words and place of one line. Escape leaves them as they were. */
export default function LineEditor({ text, edited, save, close, moveUp, moveDown }: Props): ReactElement {
  const id = useId();
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const done = () => {
    if (typed.trim() !== text) save(typed.trim() === '' ? undefined : typed);
    close();
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    <Box onKeyDown={escape}>
      <label htmlFor={id}>
        <Quiet>Prints as you type it, in every language</Quiet>
      </label>
      <Words
        id={id}
        ref={field}
        rows={3}
        maxLength={LONGEST}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <Buttons>
        <Button variant="contained" onClick={done}>
          Done
        </Button>
        {edited ? (
          <Button
            variant="text"
            onClick={() => {
              save(undefined);
              close();
            }}
          >
            Standard words
          </Button>
        ) : null}
        <Button variant="text" disabled={moveUp === undefined} onClick={moveUp}>
          Move up
        </Button>
        <Button variant="text" disabled={moveDown === undefined} onClick={moveDown}>
          Move down
        </Button>
      </Buttons>
    </Box>
  );
}
