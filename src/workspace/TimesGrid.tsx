import { useId } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { DaySlots } from '../chart/types';
import { isUndecided } from '../handout/decided';
import type { MedicineRow } from '../handout/model';
import type { RelaxantReview } from '../review/types';
import { Field, NumberField } from './NumberField';
import { Quiet, Tag } from './parts';
import { MUTED } from './theme';
import type { HandoutHandle } from './useHandout';

const Box = styled('fieldset')({
  minWidth: 0,
  marginTop: 6,
  '& legend': { padding: 0, maxWidth: '100%', overflowWrap: 'anywhere' },
});
const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
  gap: 4,
  marginTop: 2,
  '& label': { fontSize: '0.75rem', color: MUTED, display: 'block' },
  // "1 capsule" in a quarter of the rail: without the browser's arrows, which a dose does not need.
  '& input': { padding: '2px 4px', appearance: 'textfield' },
  '& input::-webkit-inner-spin-button': { display: 'none' },
  '& input::placeholder': { fontSize: '0.75rem' },
});
const Last = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  marginTop: 4,
  '& label': { fontSize: '0.8125rem' },
  '& input': { width: 'auto' },
});

const NO_SLOTS: DaySlots = { morning: 0, noon: 0, evening: 0, bedtime: 0 };
const TIMES = [
  ['morning', 'Morning'],
  ['noon', 'Noon'],
  ['evening', 'Evening'],
  ['bedtime', 'Bedtime'],
] as const;
/** More than this at one time is a slip of the finger, not a dose. */
const MOST = 20;

interface Props {
  /** The row as it prints now. */
  readonly row: MedicineRow;
  /** Where the times come from, or why there are none: "patients cannot read this: fill times". */
  readonly origin: string;
  readonly relaxant: RelaxantReview | undefined;
  readonly handout: Pick<HandoutHandle, 'choices' | 'setSlots' | 'setLastDay'>;
}

/** Times are only offered where the paper would print them: never for a medicine on hold, stopped, or contraindicated and not kept. */
const fillable = (relaxant: RelaxantReview | undefined): boolean =>
  relaxant?.state === 'current' &&
  relaxant.decision?.kind !== 'hold' &&
  relaxant.decision?.kind !== 'stop' &&
  !isUndecided(relaxant);

/** When to take it and until when, as the paper will say it. Nothing is guessed: an empty field stays the order's own words. */
export function TimesGrid({ row, origin, relaxant, handout }: Props): ReactElement {
  const id = useId();
  const slots = handout.choices.slots[row.drug];
  const cells = typeof row.times === 'string' ? undefined : row.times;
  const open = fillable(relaxant);
  const set = (time: keyof DaySlots, count: number | undefined) => {
    const next = { ...(slots ?? NO_SLOTS), [time]: count ?? 0 };
    // Nothing at any time is not a way to take a medicine: the order's own words stand again.
    const empty = TIMES.every(([each]) => next[each] === 0);
    handout.setSlots(row.drug, empty ? undefined : next);
  };
  return (
    <Box>
      <legend>
        <strong>
          <bdi>{row.name}</bdi>
        </strong>{' '}
        {origin === '' ? null : <Tag>{origin}</Tag>}
      </legend>
      {typeof row.times === 'string' ? <Quiet as="p">Prints: {row.times}</Quiet> : null}
      {open ? (
        <>
          <Grid>
            {TIMES.map(([time, word], place) => (
              <div key={time}>
                <label htmlFor={`${id}-${time}`}>{word}</label>
                <NumberField
                  id={`${id}-${time}`}
                  min={0}
                  max={MOST}
                  step={0.5}
                  value={slots?.[time]}
                  placeholder={cells?.[place] ?? ''}
                  onValue={(count) => {
                    set(time, count);
                  }}
                />
              </div>
            ))}
          </Grid>
          {slots === undefined ? null : (
            <Button
              variant="text"
              onClick={() => {
                handout.setSlots(row.drug, undefined);
              }}
            >
              Use the order as written
            </Button>
          )}
        </>
      ) : null}
      <LastDay id={`${id}-last`} row={row} open={open} handout={handout} />
    </Box>
  );
}

interface LastDayProps extends Pick<Props, 'row' | 'handout'> {
  readonly id: string;
  readonly open: boolean;
}

function LastDay({ id, row, open, handout }: LastDayProps): ReactElement {
  const typed = handout.choices.lastDay[row.drug] ?? '';
  // A medicine that must not be stopped all at once prints words in place of a day; a typed day would be ignored.
  if (!open || (row.lastDay !== '' && !/\d/.test(row.lastDay)))
    return <Quiet as="p">Last day prints: “{row.lastDay}”</Quiet>;
  return (
    <Last>
      <label htmlFor={id}>Last day</label>
      <Field
        id={id}
        type="date"
        value={typed}
        onChange={(event) => {
          handout.setLastDay(row.drug, event.target.value);
        }}
      />
      {typed !== '' ? null : (
        <Quiet>{row.lastDay === '' ? 'prints a blank line' : `prints ${row.lastDay}`}</Quiet>
      )}
    </Last>
  );
}
