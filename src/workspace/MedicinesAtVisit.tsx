import { Suspense } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { Review } from '../review/types';
import { saidName } from '../review/visit-record';
import type { Change } from './decisions';
import { ADD_BUTTON } from './desk';
import { MedicineSearch } from './LazyPlan';
import { PanelBoundary } from './PanelBoundary';
import { PlainList, Quiet } from './parts';
import { call, say, unsay } from './visit-medicines';
import { useVisit } from './visit-context';

const List = styled(PlainList)({ padding: '0 10px', overflowWrap: 'anywhere' });
/** A chart of odd names must not push the findings out of sight; all of them stand in "Not recognised". */
const MOST = 3;

interface Props {
  readonly review: Review;
  /** `add`, or the order that is being named. */
  readonly open: string | undefined;
  readonly setOpen: (open: string | undefined) => void;
}

/** What the patient takes and the chart does not hold, and what a medicine is that was not recognised. */
export function MedicinesAtVisit({ review, open, setOpen }: Props): ReactElement {
  const { visit, changeVisit } = useVisit();
  const unknown = review.unrecognised.filter(
    ({ reference }) => reference.startsWith('Medication') && saidName(reference) === undefined,
  );
  const close = () => {
    setOpen(undefined);
    requestAnimationFrame(() => {
      (document.getElementById(ADD_BUTTON) ?? document.getElementById('medicines'))?.focus();
    });
  };
  const record = (change: Change) => {
    changeVisit(change);
    close();
  };
  const search = (label: string, asWritten: boolean, choose: (name: string) => Change) => (
    <PanelBoundary name="The list of names">
      <Suspense fallback={<Quiet>Loading the names …</Quiet>}>
        <MedicineSearch
          label={label}
          asWritten={asWritten}
          cancel={close}
          choose={(name) => {
            record(choose(name));
          }}
        />
      </Suspense>
    </PanelBoundary>
  );
  const named = Object.entries(visit.named);
  return (
    <List aria-live="polite" aria-label="Medicines at this visit">
      {visit.said.map((name) => (
        <li key={name}>
          <Quiet>{name}: said at this visit, every check ran with it</Quiet>
          <Undo what={`${name} said at this visit`} change={unsay(name)} />
        </li>
      ))}
      {named.map(([reference, name]) => (
        <li key={reference}>
          <Quiet>not recognised before, called {name} at this visit</Quiet>
          <Undo what={`called ${name}`} change={call(reference, undefined)} />
        </li>
      ))}
      {unknown.slice(0, MOST).map(({ reference, text }) => (
        <li key={reference}>
          <Quiet>Not recognised: “{text}”</Quiet>{' '}
          <Button
            variant="text"
            aria-label={`Say what it is: ${text}`}
            aria-expanded={open === reference}
            onClick={() => {
              setOpen(open === reference ? undefined : reference);
            }}
          >
            Say what it is
          </Button>
          {open === reference ? search(`“${text}” is`, false, (name) => call(reference, name)) : null}
        </li>
      ))}
      {open === 'add' ? <li>{search('Patient also takes', true, say)}</li> : null}
    </List>
  );
}

function Undo({ what, change }: { readonly what: string; readonly change: Change }): ReactElement {
  const { changeVisit } = useVisit();
  return (
    <Button
      variant="text"
      aria-label={`Undo: ${what}`}
      onClick={() => {
        changeVisit(change);
        document.getElementById('medicines')?.focus();
      }}
    >
      Undo
    </Button>
  );
}
