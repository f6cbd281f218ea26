import { useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { SectionReport } from '../chart/types';
import type { Review } from '../review/types';
import { bringBack } from './decisions';
import { MedicineRow } from './MedicineRow';
import { Block, PlainList, Quiet } from './parts';
import { ATTENTION, EDGE, LINE, SURFACE } from './theme';
import { useVisit } from './visit-context';
import { STATUS_WORDS, plural } from './words';

const List = styled(PlainList)({ background: SURFACE, border: `1px solid ${LINE}`, borderRadius: 4 });
const Say = styled('p')({
  '&&': { padding: '6px 10px' },
  background: SURFACE,
  border: `1px solid ${LINE}`,
  borderRadius: 4,
});
const Aside = styled(PlainList)({ padding: '0 10px' });
const Warn = styled(Say)({ background: ATTENTION, borderColor: EDGE });
const ROWS = 5;

interface Props {
  readonly review: Review;
  readonly medicines: SectionReport;
  /** A section is still under way, or a newer reading waits: an empty list means nothing yet. */
  readonly unsettled: boolean;
}

/** The relaxants of the chart, newest first, five rows; and what an empty list does and does not mean. */
export function Medicines({ review, medicines, unsettled }: Props): ReactElement {
  const [all, setAll] = useState(false);
  const { relaxants } = review;
  const shown = all ? relaxants : relaxants.slice(0, ROWS);
  const more = relaxants.length - shown.length;
  return (
    <Block id="medicines" heading="Back medicines">
      {relaxants.length === 0 ? null : (
        <List>
          {shown.map((relaxant) => (
            <MedicineRow key={relaxant.drug} relaxant={relaxant} />
          ))}
        </List>
      )}
      {more === 0 ? null : (
        <Button
          variant="text"
          onClick={() => {
            setAll(true);
          }}
        >
          Show {plural(more, 'more relaxant')}
        </Button>
      )}
      <SetAsideList />
      <NoRelaxant review={review} medicines={medicines} unsettled={unsettled} />
    </Block>
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
            {name}: set aside, {reason}
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
    if (unsettled) return <Say>No back relaxant so far. The chart is still being read.</Say>;
    if (open === 0) return <Say>No {other}back relaxant in this chart.</Say>;
    return (
      <Warn>
        No back relaxant among the medicines we recognised. {plural(open, 'medicine')} not recognised: see the
        list below.
      </Warn>
    );
  }
  const why = STATUS_WORDS[medicines.status];
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
      Medicines could not be read ({why}). This page cannot say what the patient takes.{' '}
      {medicines.gaps.join(' ')}
    </Warn>
  );
}
