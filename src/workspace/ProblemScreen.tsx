import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { ACCENT, LINE } from './theme';

const Main = styled('main')({
  maxWidth: 560,
  margin: '48px auto',
  padding: '20px 24px',
  border: `1px solid ${LINE}`,
  borderTop: `4px solid ${ACCENT}`,
  borderRadius: 4,
  '& h1': { fontSize: '1.125rem', fontWeight: 700 },
  '& p': { marginTop: 8 },
  '& button': { marginTop: 12 },
});

interface Props {
  readonly title: string;
  /** What happened. */
  readonly text: string;
  /** What to do next. */
  readonly next: string;
  readonly support?: string | undefined;
  readonly retry?: (() => void) | undefined;
  readonly retryLabel?: string;
}

/** A whole-page answer when there is nothing to show: what happened, what to do, whom to ask. */
export function ProblemScreen({
  title,
  text,
  next,
  support,
  retry,
  retryLabel = 'Try again',
}: Props): ReactElement {
  return (
    <Main>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <strong>What to do:</strong> {next}
      </p>
      {support === undefined || support === '' ? null : <p>Help: {support}</p>}
      {retry === undefined ? null : (
        <Button variant="contained" onClick={retry}>
          {retryLabel}
        </Button>
      )}
    </Main>
  );
}
