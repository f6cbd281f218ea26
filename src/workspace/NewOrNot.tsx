import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { NewOrNot } from '../review/new-or-not';
import { ownDirection } from '../review/own-direction';
import { sayWhetherNew, unsayWhetherNew } from './decisions';
import { PlainList, Quiet } from './parts';
import { useVisit } from './visit-context';

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 8px',
  padding: '0 4px 4px 29px',
});

/** An emergency that only the patient can place in time: one tap, and nothing is settled before it. */
export function AskWhetherNew({ question }: { readonly question: NewOrNot }): ReactElement {
  const { visit, changeVisit } = useVisit();
  const said = visit.newOrNot[question.key];
  return (
    <Line role="group" aria-label={`${ownDirection(question.entry)}: ${question.question}`}>
      {[true, false].map((isNew) => (
        <Button
          key={String(isNew)}
          variant="outlined"
          aria-pressed={said?.isNew === isNew}
          onClick={() => {
            changeVisit(
              said?.isNew === isNew ? unsayWhetherNew(question.key) : sayWhetherNew(question, isNew),
            );
            // With "no" the row is gone, and with it the focus.
            if (!isNew) requestAnimationFrame(() => document.getElementById('red-flags')?.focus());
          }}
        >
          {isNew ? question.yes : question.no}
        </Button>
      ))}
      {said === undefined ? <Quiet>not asked</Quiet> : null}
    </Line>
  );
}

/** What was said to be long-standing leaves the emergencies; it stays in sight, with the way back. */
export function ToldNotNew(): ReactElement {
  const { visit, changeVisit } = useVisit();
  const told = Object.entries(visit.newOrNot).filter(([, { isNew }]) => !isNew);
  return (
    <PlainList aria-live="polite">
      {told.map(([key, { words }]) => (
        <li key={key}>
          <Quiet>Told at this visit: {words}</Quiet>
          <Button
            variant="text"
            aria-label={`Undo: ${words}`}
            onClick={() => {
              changeVisit(unsayWhetherNew(key));
              document.getElementById('red-flags')?.focus();
            }}
          >
            Undo
          </Button>
        </li>
      ))}
    </PlainList>
  );
}
