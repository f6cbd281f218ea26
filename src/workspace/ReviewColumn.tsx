import { Suspense } from 'react';
import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import { SECTIONS } from '../chart/types';
import { CouldNotCheck } from './CouldNotCheck';
import { DidNotCount } from './DidNotCount';
import { Findings, saysNothing } from './Findings';
import { FoldedItems } from './Folded';
import { DecidedList } from './LazyDecide';
import { Medicines } from './Medicines';
import { PanelBoundary } from './PanelBoundary';
import { Emergency, RedFlags } from './RedFlags';
import { useVisit } from './visit-context';
import type { Ready } from './review-state';
import { DESK, MUTED } from './theme';

const Foot = styled('p')({ '&&': { marginTop: 14 }, color: MUTED, fontSize: '0.75rem' });

interface Props {
  readonly state: Ready;
  /** Opens the questions on symptoms. */
  readonly ask?: () => void;
}

/** The review, in the order of the visit: what cannot wait, the medicines, the findings, and what is not known. */
export function ReviewColumn({ state, ask }: Props): ReactElement {
  const { reading, chart, busy, waiting, conditionsLate } = state;
  const { review, shown } = reading;
  const { visit } = useVisit();
  const decided = [visit.decisions, visit.setAside, visit.kept, visit.changing, visit.newOrNot].some(
    (kind) => Object.keys(kind).length > 0,
  );
  const redFlagsFirst = conditionsLate || shown.redFlagsFirst;
  const unsettled = busy ? 'reading' : waiting === undefined ? undefined : 'waiting';
  const counted = saysNothing(shown, review.relaxants.length, unsettled !== undefined);
  const redFlags = (
    <PanelBoundary name="Red flags">
      <RedFlags review={review} shown={shown} unsettled={unsettled} room={conditionsLate} ask={ask} />
    </PanelBoundary>
  );
  return (
    <>
      <PanelBoundary name="Emergency findings">
        <Emergency flags={shown.emergency} />
      </PanelBoundary>
      {redFlagsFirst ? redFlags : null}
      <PanelBoundary name="Back medicines">
        <Medicines review={review} medicines={chart.sections.MedicationRequest} unsettled={unsettled} />
      </PanelBoundary>
      <PanelBoundary name="Findings">
        <Findings shown={shown} relaxants={review.relaxants.length} unsettled={unsettled} />
      </PanelBoundary>
      {redFlagsFirst ? null : redFlags}
      <PanelBoundary name="What could not be checked">
        <CouldNotCheck
          lines={shown.couldNotCheck}
          checks={shown.checks}
          inFull={
            counted ? SECTIONS.filter((section) => review.completeness[section] === 'complete') : undefined
          }
        />
      </PanelBoundary>
      <PanelBoundary name="Cautions and teaching points">
        <FoldedItems id="cautions" heading="Cautions" items={shown.cautions} />
        <FoldedItems id="teaching" heading="Teaching points" items={shown.teaching} />
      </PanelBoundary>
      <PanelBoundary name="What did not count">
        <DidNotCount review={review} />
      </PanelBoundary>
      <PanelBoundary name="What was decided">
        <Suspense fallback={null}>{decided ? <DecidedList reading={reading} /> : null}</Suspense>
      </PanelBoundary>
      <Foot>
        Knowledge {review.knowledge}.{' '}
        {counted || shown.couldNotCheck.length === 0
          ? ''
          : `${shown.checks.run} of ${shown.checks.total} checks ran. `}
        Supports, does not replace, clinical judgment.
      </Foot>
    </>
  );
}

const Bone = styled('div')({ marginTop: 4, background: DESK, borderRadius: 4 });

/** Rows of final height while the chart is read, so that nothing jumps when the first findings arrive. */
export function ReadingRows(): ReactElement {
  return (
    <div aria-busy="true">
      <p role="status">Reading medicines …</p>
      {[42, 42, 55, 55, 28, 28].map((height, row) => (
        <Bone key={row} style={{ height }} />
      ))}
    </div>
  );
}
