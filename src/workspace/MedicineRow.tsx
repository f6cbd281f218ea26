import { useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { MedicationOrder } from '../chart/types';
import type { RelaxantReview } from '../review/types';
import { DrivingScale } from './DrivingScale';
import { WhyMedicine, WhyPanel } from './LazyWhy';
import { Quiet } from './parts';
import { LINE } from './theme';
import { chartDay, plural } from './words';

const Box = styled('li')({ borderTop: `1px solid ${LINE}`, '&:first-of-type': { borderTop: 0 } });
const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(120px, 34%) auto',
  gap: '0 10px',
  alignItems: 'start',
  padding: '4px 6px 4px 10px',
  '@media (max-width: 559.9px)': {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    '& > :first-of-type': { gridColumn: '1 / -1' },
    '& > button': { justifySelf: 'end' },
  },
});

const Name = styled('h3')({ '&&': { display: 'inline', fontWeight: 700 } });
const Since = styled(Quiet)({ whiteSpace: 'nowrap' });

/** What is missing or unusual about a relaxant, in the words of the screen; an ordinary row has none. */
export function remarks(relaxant: RelaxantReview): string[] {
  const inline = relaxant.cautions.filter(
    (hit) => hit.rule.start === 'inline' && hit.rule.group !== 'driving',
  );
  const remark: readonly (readonly [boolean, string])[] = [
    [relaxant.state === 'on-hold', 'on hold'],
    [relaxant.state === 'stopped', 'stopped: only its stopping rule runs'],
    [relaxant.stale, 'old order: still taking it?'],
    [relaxant.orders.length > 1, plural(relaxant.orders.length, 'order')],
    [!relaxant.formStated, 'form not stated'],
    [relaxant.matchedBy === 'name', 'matched by name'],
    [relaxant.dailyDoseMg === undefined, 'daily dose not calculated'],
    [relaxant.durationDays === undefined, 'duration not stated'],
    ...inline.map((hit) => [true, hit.rule.title] as const),
  ];
  return remark.filter(([applies]) => applies).map(([, text]) => text);
}

/** Every sig once, verbatim. */
export function sigs(orders: readonly MedicationOrder[]): string[] {
  return [...new Set(orders.flatMap((order) => order.dosages.map((dosage) => dosage.text)))].filter(
    (text) => text !== '',
  );
}

/** A relaxant as the chart says it: name and strength, since when, sig in quotes, driving, and what is unusual. */
export function MedicineRow({ relaxant }: { readonly relaxant: RelaxantReview }): ReactElement {
  const [open, setOpen] = useState(false);
  const written = sigs(relaxant.orders);
  const since = relaxant.since === undefined ? 'no date' : `since ${chartDay(relaxant.since.text)}`;
  const id = `why-medicine-${relaxant.drug}`;
  return (
    <Box>
      <Grid>
        <div>
          <div>
            <Name>{relaxant.text}</Name> <Since>{since}</Since>
          </div>
          <Quiet>
            {written.length === 0
              ? 'no instructions in the chart'
              : written.map((sig, place) => (
                  <span key={sig}>
                    {place === 0 ? '' : ' · '}
                    <q>{sig}</q>
                  </span>
                ))}
            {remarks(relaxant).map((text) => (
              <span key={text}> · {text}</span>
            ))}
          </Quiet>
        </div>
        <DrivingScale driving={relaxant.driving} />
        <Button
          variant="text"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={`Why: ${relaxant.name}`}
          onClick={() => {
            setOpen(!open);
          }}
        >
          Why
        </Button>
      </Grid>
      {open ? (
        <WhyPanel id={id}>
          <WhyMedicine relaxant={relaxant} />
        </WhyPanel>
      ) : null}
    </Box>
  );
}
