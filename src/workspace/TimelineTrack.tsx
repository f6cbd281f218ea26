import type { ReactElement, ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import { daysBetween } from '../review/calendar';
import type { EventMark, OrderMark, TimelineRow } from '../review/timeline';
import { SEVERITY_COLOURS, TIER_COLOURS } from './icons';
import { ACCENT, INK, LINE, MUTED, SURFACE } from './theme';

/** As wide as its column: places in per cent, sizes in px, so that nothing is stretched. */
const Cell = styled('div')({
  position: 'relative',
  minHeight: 18,
  // Out of the flow: a picture without a height of its own would make the row 150 px high.
  '& > svg': { position: 'absolute', width: '100%', height: '100%', overflow: 'visible' },
});
const Keys = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '2px 18px',
  listStyle: 'none',
  fontSize: '0.8125rem',
  color: MUTED,
  '& svg': { width: 34, height: 14, marginRight: 6, verticalAlign: '-3px' },
});

interface Span {
  /** First and last day of the picture. */
  readonly from: string;
  readonly to: string;
}

/** Per cent from the left edge, never outside the picture. */
function placeOf(day: string, { from, to }: Span): number {
  const share = (daysBetween(from, day) ?? 0) / (daysBetween(from, to) ?? 1);
  return Math.round(Math.min(1, Math.max(0, share)) * 1e4) / 100;
}

const percent = (place: number): string => `${place}%`;
const MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];

/** First days of the quarters inside the picture. */
function quarters({ from, to }: Span): readonly { readonly day: string; readonly label: string }[] {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  return Array.from({ length: years }, (_, place) => Number(from.slice(0, 4)) + place).flatMap((year) =>
    MONTHS.map((month, quarter) => ({
      day: `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`,
      label: quarter === 0 ? String(year) : month,
    })).filter(({ day }) => day > from && day < to),
  );
}

/** Years and quarters; January carries the year. */
export function Axis(span: Span): ReactElement {
  return (
    <Cell>
      <svg aria-hidden="true" fontSize="11" fill={MUTED}>
        {quarters(span).map(({ day, label }) => {
          const place = placeOf(day, span);
          // The last label would run into "today".
          return place > 86 ? null : (
            <text key={day} x={percent(place)} y="12" dx="3" fontWeight={label.length === 4 ? 700 : 400}>
              {label}
            </text>
          );
        })}
        <text x="100%" y="12" textAnchor="end" fill={INK} fontWeight="700">
          today
        </text>
        <Lines span={span} />
      </svg>
    </Cell>
  );
}

function Lines({ span }: { readonly span: Span }): ReactElement {
  return (
    <>
      {quarters(span).map(({ day, label }) => (
        <line
          key={day}
          x1={percent(placeOf(day, span))}
          x2={percent(placeOf(day, span))}
          y2="100%"
          stroke={LINE}
          strokeWidth={label.length === 4 ? 2 : 1}
        />
      ))}
      <line x1="100%" x2="100%" y2="100%" stroke={INK} strokeWidth="1.5" />
    </>
  );
}

interface TrackProps extends Span {
  readonly row?: TimelineRow;
}

/** One row of the picture: the orders or events of one medicine or rule, on the lines of the quarters. */
export function Track({ from, to, row }: TrackProps): ReactElement {
  const span = { from, to };
  const colour = colourOf(row);
  return (
    <Cell>
      <svg aria-hidden="true">
        <Lines span={span} />
        {/* Everything of a mark is drawn around the middle of its row. */}
        <svg y="50%" overflow="visible">
          {row?.marks.map((mark) => (
            <g key={mark.reference} data-mark={mark.reference}>
              {mark.kind === 'order' ? (
                <Order mark={mark} span={span} colour={colour} />
              ) : (
                <Event mark={mark} span={span} colour={colour} />
              )}
            </g>
          ))}
        </svg>
      </svg>
    </Cell>
  );
}

function colourOf(row: TimelineRow | undefined): string {
  if (row?.tier !== undefined) return TIER_COLOURS[row.tier];
  return row?.severity === undefined ? ACCENT : SEVERITY_COLOURS[row.severity];
}

interface MarkProps<Mark> {
  readonly mark: Mark;
  readonly span: Span;
  readonly colour: string;
}

const BAR = 12;

/** Filled while the supply lasts, dashed where the list goes on without one, a ring where only the first day is known. */
function Order({ mark, span, colour }: MarkProps<OrderMark>): ReactElement {
  const start = placeOf(mark.start, span);
  const end = mark.end === undefined ? start : placeOf(mark.end, span);
  return (
    <>
      {mark.listed && (mark.end === undefined || mark.end < span.to) ? (
        <line x1={percent(end)} x2="100%" stroke={colour} strokeWidth="3" strokeDasharray="5 3" />
      ) : null}
      {mark.end === undefined ? (
        <circle cx={percent(start)} r="4.5" fill={SURFACE} stroke={colour} strokeWidth="2.5" />
      ) : mark.end < span.from ? null : (
        <Bar start={start} end={end} colour={colour} />
      )}
      {mark.start < span.from ? (
        <At place={0}>
          <path d="M-2-6-8 0l6 6" fill="none" stroke={colour} strokeWidth="2.5" />
        </At>
      ) : null}
    </>
  );
}

/** A course of three days is still wide enough to be seen. */
function Bar({
  start,
  end,
  colour,
}: {
  readonly start: number;
  readonly end: number;
  readonly colour: string;
}): ReactElement {
  return (
    <rect
      x={percent(start)}
      y={-BAR / 2}
      height={BAR}
      rx="2"
      style={{ width: `max(5px, ${end - start}%)` }}
      fill={colour}
      stroke={SURFACE}
      strokeWidth="1"
    />
  );
}

/** A diamond on its day; a line over the days that an incomplete date allows. */
function Event({ mark, span, colour }: MarkProps<EventMark>): ReactElement {
  const start = placeOf(mark.start, span);
  const end = placeOf(mark.end, span);
  return (
    <>
      {mark.end === mark.start ? null : (
        <line x1={percent(start)} x2={percent(end)} stroke={colour} strokeWidth="3" strokeDasharray="2 3" />
      )}
      <At place={(start + end) / 2}>
        <path d="M0-7 7 0 0 7-7 0z" fill={colour} stroke={SURFACE} strokeWidth="1" />
      </At>
    </>
  );
}

/** A shape of fixed size at a place in per cent. */
function At({ place, children }: { readonly place: number; readonly children: ReactNode }): ReactElement {
  return (
    <svg x={percent(place)} overflow="visible">
      {children}
    </svg>
  );
}

/** The shapes and what they mean. */
export function Legend(): ReactElement {
  return (
    <Keys aria-label="Shapes of the picture">
      <li>
        <svg viewBox="0 0 34 14" aria-hidden="true">
          <rect y="1" width="34" height={BAR} rx="2" fill={MUTED} />
        </svg>
        order, as long as its supply
      </li>
      <li>
        <svg viewBox="0 0 34 14" aria-hidden="true">
          <line x2="34" y1="7" y2="7" stroke={MUTED} strokeWidth="3" strokeDasharray="5 3" />
        </svg>
        still on the list, no supply known
      </li>
      <li>
        <svg viewBox="0 0 34 14" aria-hidden="true">
          <circle cx="17" cy="7" r="4.5" fill="none" stroke={MUTED} strokeWidth="2.5" />
        </svg>
        first day, end not stated
      </li>
      <li>
        <svg viewBox="0 0 34 14" aria-hidden="true">
          <path d="M17 0 24 7 17 14 10 7z" fill={MUTED} />
        </svg>
        entry behind a red flag
      </li>
    </Keys>
  );
}
