import { useContext, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { styled } from '@mui/material/styles';
import { SECTIONS } from '../chart/types';
import type { Chart, SectionReport } from '../chart/types';
import { ageAndSex } from '../review/age-words';
import type { Review } from '../review/types';
import { EndSession, SessionEnd } from './EndSession';
import { More } from './More';
import type { MoreEntry } from './More';
import { Quiet } from './parts';
import { ATTENTION, BAND, EDGE, LINE, SERIOUS } from './theme';
import { useFrame } from './useFrame';
import { SECTION_WORDS, chartDay, clockTime, sectionWord } from './words';

const Strip = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 8px',
  minHeight: 36,
  padding: '4px 12px',
  background: BAND,
  borderBottom: `1px solid ${LINE}`,
  '& h1': { fontSize: '1rem', fontWeight: 700 },
});
const Chips = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '2px 6px',
  marginLeft: 'auto',
  alignItems: 'center',
  '@media (max-width: 559.9px)': { gap: '2px 4px', marginLeft: 0 },
});
const Gaps = styled('ul')({
  '&&': { padding: '6px 12px 6px 30px' },
  background: ATTENTION,
  borderBottom: `1px solid ${EDGE}`,
  fontSize: '0.8125rem',
});
/** "Chart read 10:42" is drawn as "Read 10:42" where chips and buttons would need a third line; it is read out in full. */
const ReadAt = styled('span')({
  '@media (max-width: 559.9px)': {
    display: 'inline-block',
    fontSize: 0,
    '&::after': { content: 'attr(data-short) / ""', fontSize: '0.8125rem' },
  },
});
const Ribbon = styled('span')({
  padding: '1px 8px',
  border: `1px dashed ${EDGE}`,
  borderRadius: 4,
  fontSize: '0.75rem',
});

const STALE_MINUTES = 15;
export const isStale = (readAt: Date, now: Date): boolean =>
  now.getTime() - readAt.getTime() >= STALE_MINUTES * 60_000;

interface Props {
  readonly review: Review;
  readonly chart: Chart;
  readonly readAt: Date | undefined;
  readonly now: Date;
  readonly busy: boolean;
  readonly testSystem: boolean;
  readonly readAgain: () => void;
  /** What stands under More. */
  readonly more: readonly MoreEntry[];
}

interface SectionChip {
  readonly key: string;
  readonly word: string;
  readonly gaps: readonly string[];
}

/** Who this is, when the chart was read, and what of it could not be. The name stays even where the EHR shows its own banner. */
export function PatientStrip({
  review,
  chart,
  readAt,
  now,
  busy,
  testSystem,
  readAgain,
  more,
}: Props): ReactElement {
  const [open, setOpen] = useState<string>();
  // One line of a narrow frame has no room for it.
  const endUnderMore = useFrame() === 'narrow';
  const end = useContext(SessionEnd);
  const { patient } = review;
  const born =
    patient.birthDate === undefined
      ? 'birth date not in the chart'
      : `born ${chartDay(patient.birthDate.text)}`;
  const chips = sectionChips(chart);
  const opened = chips.find((chip) => chip.key === open);
  return (
    <header aria-label="Patient">
      <Strip>
        <h1>
          <bdi>{patient.name ?? 'No name in the chart'}</bdi>
        </h1>
        <span>
          {ageAndSex(patient)} · {born}
        </span>
        {chart.patient?.deceased === true ? <strong>recorded as deceased</strong> : null}
        {testSystem ? <Ribbon>Test system</Ribbon> : null}
        <Chips>
          <ReadChip readAt={readAt} now={now} busy={busy} waiting={loading(chart)} />
          {chips.map((chip) => (
            <Chip
              key={chip.key}
              component="button"
              clickable
              label={chip.word}
              sx={{ '&&': { background: ATTENTION, borderColor: SERIOUS } }}
              aria-expanded={open === chip.key}
              onClick={() => {
                setOpen(open === chip.key ? undefined : chip.key);
              }}
            />
          ))}
          <Button variant="text" disabled={busy} onClick={readAgain}>
            Read again
          </Button>
          <More
            entries={
              endUnderMore && end !== undefined ? [...more, { label: 'End session', open: end }] : more
            }
          />
          {endUnderMore ? null : <EndSession />}
        </Chips>
      </Strip>
      {opened === undefined ? null : (
        <Gaps aria-label={opened.word}>
          {opened.gaps.length === 0 ? <li>{opened.word}. The EHR gave no reason.</li> : null}
          {opened.gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </Gaps>
      )}
    </header>
  );
}

const sectionsOf = (chart: Chart): readonly (readonly [string, string, SectionReport])[] => [
  ...SECTIONS.map((section) => [section, SECTION_WORDS[section], chart.sections[section]] as const),
  ['medicationHistory', 'Older orders', chart.medicationHistory],
];

function sectionChips(chart: Chart): SectionChip[] {
  const { MedicationRequest: medicines } = chart.sections;
  const { medicationHistory: older } = chart;
  // One cause is one chip: what is true of the medicines holds for the older orders, and its lines name both.
  const alike = medicines.status === older.status && medicines.status !== 'complete';
  const lost = sectionsOf(chart).filter(([, , { status }]) => status === 'failed');
  // The end of the session is one cause, too.
  const ended = chart.sessionEnded === true && lost.length > 1;
  const atTheEnd: SectionChip = {
    key: 'session',
    word: `${lost.length} parts could not be read`,
    gaps: lost.map(([, name, { gaps }]) => [`${name}.`, ...gaps].join(' ')),
  };
  const chips = sectionsOf(chart).flatMap(([key, name, report]) => {
    if (ended && report.status === 'failed') return [];
    const word = report.status === 'loading' ? undefined : sectionWord(name, report);
    if (word === undefined || (alike && report === older)) return [];
    const gaps = alike && report === medicines ? [...new Set([...report.gaps, ...older.gaps])] : report.gaps;
    return [{ key, word, gaps }];
  });
  return ended ? [atTheEnd, ...chips] : chips;
}

const loading = (chart: Chart): string[] =>
  sectionsOf(chart)
    .filter(([, , report]) => report.status === 'loading')
    .map(([, name]) => name.toLowerCase());

interface ReadProps {
  readonly readAt: Date | undefined;
  readonly now: Date;
  readonly busy: boolean;
  readonly waiting: readonly string[];
}

/** As wide as the chip that takes its place: a strip that breaks into two lines and back would move the findings. */
const Reading = styled(Quiet)({
  minWidth: 119,
  textAlign: 'right',
  '@media (max-width: 559.9px)': { minWidth: 77 },
});

function ReadChip({ readAt, now, busy, waiting }: ReadProps): ReactElement {
  if (busy)
    return (
      <Reading role="status" title={waiting.join(', ')}>
        Reading <span className="visually-hidden">{waiting.join(', ')} </span>…
      </Reading>
    );
  if (readAt === undefined) return <Chip label="Chart not read in full" />;
  const time = clockTime(readAt);
  return (
    <Chip
      label={
        isStale(readAt, now) ? (
          `Read ${time}, over ${STALE_MINUTES} minutes ago`
        ) : (
          <ReadAt data-short={`Read ${time}`}>{`Chart read ${time}`}</ReadAt>
        )
      }
    />
  );
}
