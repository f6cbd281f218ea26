import tables from 'virtual:terminology-tables';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { LOOK_BACK_MONTHS } from '../chart/queries';
import type { Chart } from '../chart/types';
import { timeline } from '../review/timeline';
import type { ApartEntry, TimelineMark, TimelineRow } from '../review/timeline';
import type { Review } from '../review/types';
import { createTerminology } from '../terminology/recogniser';
import { FlagIcon, SeverityIcon, TIER_COLOURS } from './icons';
import { BlockHeading, PlainList, Quiet } from './parts';
import { ATTENTION, EDGE, LINE, SURFACE } from './theme';
import { Axis, Legend, Track } from './TimelineTrack';
import { Sheet, SheetHead, useSheet } from './sheet';
import { SEVERITY_WORDS, TIER_WORDS, chartDay, plural } from './words';

const Measure = styled('div')({ maxWidth: 980, margin: '0 auto' });
const Picture = styled('div')({
  margin: '8px 0 4px',
  padding: '6px 14px 8px 12px',
  background: SURFACE,
  border: `1px solid ${LINE}`,
  borderRadius: 4,
});
/** Names beside the tracks; on a narrow page above them. */
const Lane = styled('div')({
  display: 'grid',
  gridTemplateColumns: '230px minmax(0, 1fr)',
  columnGap: 12,
  alignItems: 'stretch',
  '& > :last-child': { minHeight: 34 },
  '@media (max-width: 639.9px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& > :last-child': { minHeight: 24 },
  },
});
/** A heading needs no track where the names stand above theirs. */
const HeadLane = styled(Lane)({
  marginTop: 4,
  '& > :last-child': { minHeight: 22 },
  '@media (max-width: 639.9px)': { marginTop: 8, '& > :last-child': { display: 'none' } },
});
const Name = styled('div')({
  display: 'flex',
  gap: 6,
  alignItems: 'baseline',
  alignSelf: 'center',
  lineHeight: 1.25,
  overflowWrap: 'anywhere',
  '& > div': { minWidth: 0 },
});
const Warn = styled('p')({
  '&&': { padding: '4px 10px', marginTop: 6 },
  background: ATTENTION,
  border: `1px solid ${EDGE}`,
  borderRadius: 4,
});
const Table = styled('table')({
  width: '100%',
  marginTop: 4,
  borderCollapse: 'collapse',
  background: SURFACE,
  border: `1px solid ${LINE}`,
  fontSize: '0.8125rem',
  '& th, & td': {
    padding: '3px 8px',
    textAlign: 'left',
    verticalAlign: 'top',
    borderTop: `1px solid ${LINE}`,
  },
  '& th': { fontWeight: 600 },
  '& td': { overflowWrap: 'anywhere' },
  // The name of a medicine is not broken for the others' sake.
  '& tbody th': { minWidth: 112 },
  '& .date': { whiteSpace: 'nowrap' },
});

const GROUPS = [
  ['relaxant', 'Relaxants'],
  ['interacting', 'Medicines in a caution with them'],
  ['red-flag', 'Behind the red flags'],
] as const;

interface Props {
  readonly review: Review;
  readonly chart: Chart;
  readonly close: () => void;
}

/** Two years of relaxants, of the medicines that a caution names beside them, and of what stands behind the red flags. */
export function Timeline({ review, chart, close }: Props): ReactElement {
  const line = useMemo(
    () => timeline(review, chart, createTerminology(tables).recogniseMedication),
    [review, chart],
  );
  const heading = useSheet(close);
  const groups = GROUPS.map(([kind, title]) => ({
    kind,
    title,
    rows: line.rows.filter((row) => row.kind === kind),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <Sheet aria-labelledby="timeline-heading">
      <Measure>
        <SheetHead>
          <h2 id="timeline-heading" tabIndex={-1} ref={heading}>
            <strong>Timeline</strong> {chartDay(line.from)} to {chartDay(line.to)}
          </h2>
          <Button variant="outlined" sx={{ ml: 'auto' }} onClick={close}>
            Close (Esc)
          </Button>
        </SheetHead>
        <Quiet as="p">
          Orders and entries of the chart, not what was taken. Orders were read back {LOOK_BACK_MONTHS}{' '}
          months; one that ended earlier is not shown.
        </Quiet>
        {review.gaps.length === 0 ? null : <Warn>Not all could be read. {review.gaps.join(' ')}</Warn>}
        {groups.length === 0 ? (
          <Warn>Nothing with a date in the last two years, in what could be read.</Warn>
        ) : (
          <>
            <Picture role="img" aria-label="Picture of the table below">
              <Lane>
                <div />
                <Axis from={line.from} to={line.to} />
              </Lane>
              {groups.map(({ kind, title, rows }) => (
                <div key={kind}>
                  <HeadLane>
                    <BlockHeading as="div">{title}</BlockHeading>
                    <Track from={line.from} to={line.to} />
                  </HeadLane>
                  {rows.map((row) => (
                    <Lane key={row.id}>
                      <Name>
                        <RowIcon row={row} />
                        <div>
                          <strong>
                            <bdi>{row.name}</bdi>
                          </strong>
                          <br />
                          <Quiet>{inShort(row)}</Quiet>
                        </div>
                      </Name>
                      <Track from={line.from} to={line.to} row={row} />
                    </Lane>
                  ))}
                </div>
              ))}
            </Picture>
            <Legend />
            {groups.map(({ kind, title, rows }) => (
              <Rows key={kind} title={title} rows={rows} />
            ))}
          </>
        )}
        <Apart entries={line.apart} />
      </Measure>
    </Sheet>
  );
}

function RowIcon({ row }: { readonly row: TimelineRow }): ReactElement | null {
  if (row.tier !== undefined) return <FlagIcon colour={TIER_COLOURS[row.tier]} />;
  return row.severity === undefined ? null : <SeverityIcon severity={row.severity} />;
}

function inShort({ marks }: TimelineRow): string {
  const [only, ...more] = marks;
  if (only === undefined) return '';
  if (more.length > 0)
    return plural(
      marks.length,
      only.kind === 'order' ? 'order' : 'entry',
      only.kind === 'order' ? 'orders' : 'entries',
    );
  const start = chartDay(only.startText);
  if (only.kind === 'event') return start;
  if (only.listed) return `since ${start}`;
  return only.end === undefined ? start : `${start} – ${chartDay(only.end)}`;
}

/** How far an order reaches, in words; an event has no end. */
function until(mark: TimelineMark): string {
  if (mark.kind === 'event') return '';
  const supply = mark.end === undefined ? 'supply not stated' : `supply to ${chartDay(mark.end)}`;
  return mark.listed
    ? `${supply}, on the list`
    : mark.end === undefined
      ? 'end not stated'
      : chartDay(mark.end);
}

interface RowsProps {
  readonly title: string;
  readonly rows: readonly TimelineRow[];
}

/** What the picture shows, for eyes and ears that prefer words. */
function Rows({ title, rows }: RowsProps): ReactElement {
  return (
    <section>
      <BlockHeading as="h3" style={{ marginTop: 10 }}>
        {title}
      </BlockHeading>
      <Table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">From</th>
            <th scope="col">Until</th>
            <th scope="col">In the chart</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            row.marks.map((mark, place) => (
              <tr key={mark.reference}>
                {place === 0 ? (
                  <th scope="rowgroup" rowSpan={row.marks.length}>
                    <bdi>{row.name}</bdi>
                    <Quiet> {rankWord(row)}</Quiet>
                  </th>
                ) : null}
                <td className="date">{chartDay(mark.startText)}</td>
                <td>{until(mark)}</td>
                <td>
                  <q>{mark.text}</q> <Quiet>{mark.reference}</Quiet>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </Table>
    </section>
  );
}

function rankWord({ tier, severity }: TimelineRow): string {
  if (tier !== undefined) return TIER_WORDS[tier];
  return severity === undefined ? '' : SEVERITY_WORDS[severity];
}

const WHY: Readonly<Record<ApartEntry['why'], string>> = {
  'no date': 'no date in the chart',
  before: 'before the picture begins',
  after: 'still to come',
  visit: 'said or planned at this visit, not in the chart',
};

function Apart({ entries }: { readonly entries: readonly ApartEntry[] }): ReactElement | null {
  if (entries.length === 0) return null;
  return (
    <section>
      <BlockHeading as="h3" style={{ marginTop: 10 }}>
        Not in the picture ({entries.length})
      </BlockHeading>
      <PlainList>
        {entries.map(({ reference, name, text, why, date }) => (
          <li key={reference}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            : <q>{text}</q>
            {date === undefined ? '' : ` ${chartDay(date)}`}, {WHY[why]}{' '}
            <Quiet>{why === 'visit' ? '' : reference}</Quiet>
          </li>
        ))}
      </PlainList>
    </section>
  );
}
