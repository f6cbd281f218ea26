import { Suspense, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { SectionReport } from '../chart/types';
import { ownDirection } from '../review/own-direction';
import type { Review } from '../review/types';
import { bringBack } from './decisions';
import { ADD_BUTTON, COMPARE_BUTTON, PLAN_BUTTON, useDesk } from './desk';
import { MedicinesAtVisit, PlanPanel } from './LazyPlan';
import { MedicineRow } from './MedicineRow';
import { PanelBoundary } from './PanelBoundary';
import { Block, PlainList, Quiet, Say, Warn } from './parts';
import { LINE, SURFACE } from './theme';
import { useVisit } from './visit-context';
import { STATUS_WORDS, UNSETTLED_WORDS, plural } from './words';
import type { Unsettled } from './words';

const List = styled(PlainList)({ background: SURFACE, border: `1px solid ${LINE}`, borderRadius: 4 });
/** As high as the sentence with its three ways on that takes its place. */
const Waiting = styled(Say)({
  minHeight: 42,
  '@media (max-width: 599.9px)': { minHeight: 62 },
  '@media (max-width: 409.9px)': { minHeight: 96 },
});
const Aside = styled(PlainList)({ padding: '0 10px' });
const Ways = styled('span')({ display: 'inline-flex', flexWrap: 'wrap', gap: 6 });
const ROWS = 4;
/** More would leave no room for the first finding in a frame of 900 × 640; the others are named. */
const ROWS_IF_MORE = 3;

interface Props {
  readonly review: Review;
  readonly medicines: SectionReport;
  /** A section is still under way, or a newer reading waits: an empty list means nothing yet. */
  readonly unsettled: Unsettled | undefined;
}

/** The relaxants of the chart, newest first, a few rows at most; and what an empty list does and does not mean. */
export function Medicines({ review, medicines, unsettled }: Props): ReactElement {
  const [all, setAll] = useState(false);
  /** What is being added or named: see MedicinesAtVisit. */
  const [naming, setNaming] = useState<string>();
  const { relaxants } = review;
  const many = relaxants.length > ROWS;
  const rows = many ? ROWS_IF_MORE : ROWS;
  const shown = all ? relaxants : relaxants.slice(0, rows);
  const more = relaxants.length - shown.length;
  const { planning } = useDesk();
  return (
    <Block
      id="medicines"
      heading="Back medicines"
      aside={<Openers adding={naming === 'add'} add={setNaming} />}
    >
      {planning === undefined ? null : (
        <PanelBoundary name="The plan">
          <Suspense fallback={<Quiet>Loading the plan …</Quiet>}>
            <PlanPanel review={review} />
          </Suspense>
        </PanelBoundary>
      )}
      {relaxants.length === 0 ? null : (
        <List>
          {shown.map((relaxant) => (
            <MedicineRow key={relaxant.drug} relaxant={relaxant} dense={many && !all} />
          ))}
        </List>
      )}
      {more === 0 ? null : (
        <div>
          <Button
            variant="text"
            onClick={() => {
              setAll(true);
            }}
          >
            Show {plural(more, 'more relaxant')}
          </Button>{' '}
          <Quiet>
            {relaxants
              .slice(rows)
              .map(({ name }) => name)
              .join(', ')}
          </Quiet>
        </div>
      )}
      <SetAsideList />
      <NoRelaxant review={review} medicines={medicines} unsettled={unsettled} />
      <PanelBoundary name="The medicines at this visit">
        <Suspense fallback={null}>
          <MedicinesAtVisit review={review} open={naming} setOpen={setNaming} />
        </Suspense>
      </PanelBoundary>
    </Block>
  );
}

interface OpenersProps {
  readonly adding: boolean;
  readonly add: (naming: string | undefined) => void;
}

/** What can be done before anything is ordered. */
function Openers({ adding, add }: OpenersProps): ReactElement {
  const { planning, plan, compare } = useDesk();
  return (
    <span>
      <Button
        id={PLAN_BUTTON}
        variant="text"
        aria-expanded={planning !== undefined}
        onClick={() => {
          plan(planning === undefined ? 'choose' : undefined);
        }}
      >
        Plan a relaxant
      </Button>
      <Button id={COMPARE_BUTTON} variant="text" onClick={compare}>
        Compare
      </Button>
      <Button
        id={ADD_BUTTON}
        variant="text"
        aria-expanded={adding}
        aria-label="Add a medicine the patient takes"
        onClick={() => {
          add(adding ? undefined : 'add');
        }}
      >
        Add a medicine
      </Button>
    </span>
  );
}

/** The three ways on from an empty list. */
function WithoutOne(): ReactElement {
  const { plan, compare, handout } = useDesk();
  return (
    <Ways>
      <Button
        variant="outlined"
        onClick={() => {
          plan('choose');
        }}
      >
        Plan a relaxant
      </Button>
      <Button variant="outlined" onClick={compare}>
        Compare
      </Button>
      <Button variant="outlined" onClick={handout}>
        Handout without one
      </Button>
    </Ways>
  );
}

/** What the clinician took out of every check: it stays in sight, with the way back. */
function SetAsideList(): ReactElement {
  const { visit, changeVisit } = useVisit();
  const entries = Object.entries(visit.setAside);
  return (
    <Aside aria-live="polite">
      {entries.map(([key, { name, reason }]) => (
        <li key={key}>
          <Quiet>
            {ownDirection(name)}: set aside, {reason}
          </Quiet>
          <Button
            variant="text"
            aria-label={`Undo: ${name} set aside`}
            onClick={() => {
              changeVisit(bringBack(key));
              document.getElementById('medicines')?.focus();
            }}
          >
            Undo
          </Button>
        </li>
      ))}
    </Aside>
  );
}

/** An empty list is only called empty when the medicines were read in full and every one was recognised. */
function NoRelaxant({ review, medicines, unsettled }: Props): ReactElement | null {
  const { visit } = useVisit();
  const other = Object.values(visit.setAside).some(({ relaxant }) => relaxant) ? 'other ' : '';
  if (medicines.status === 'loading') return <Say>Reading medicines …</Say>;
  if (medicines.status === 'complete') {
    if (review.relaxants.length > 0) return null;
    const open = review.unrecognised.filter(({ reference }) => reference.startsWith('Medication')).length;
    if (unsettled !== undefined)
      return <Waiting>No back relaxant so far. {UNSETTLED_WORDS[unsettled]}</Waiting>;
    if (open === 0)
      return (
        <Say>
          No {other}back relaxant in this chart. <WithoutOne />
        </Say>
      );
    return (
      <Warn>
        No back relaxant among the medicines we recognised. {plural(open, 'medicine')} not recognised: see the
        list below. <WithoutOne />
      </Warn>
    );
  }
  const why = medicines.status === 'failed' ? '' : ` (${STATUS_WORDS[medicines.status]})`;
  if (medicines.status === 'partial')
    return (
      <Warn>
        Medicines were read in part.{' '}
        {review.relaxants.length === 0
          ? 'No back relaxant in the part we could read.'
          : 'This list may not be whole.'}{' '}
        {medicines.gaps.join(' ')}
      </Warn>
    );
  return (
    <Warn>
      Medicines could not be read{why}. This page cannot say what the patient takes.{' '}
      {medicines.gaps.join(' ')} {review.relaxants.length === 0 ? <WithoutOne /> : null}
    </Warn>
  );
}
