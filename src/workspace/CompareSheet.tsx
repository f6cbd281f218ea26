import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { offeredRelaxants } from '../knowledge/relaxant-products';
import type { Formulary } from '../knowledge/relaxant-products';
import type { DrugId } from '../knowledge/vocabulary';
import { compare } from '../review/compare';
import type { BandId, CompareMode, Comparison } from '../review/compare';
import { REACTION } from '../review/visit-record';
import { answer } from './ask';
import { CompareRow } from './CompareRow';
import { NotCheckedIcon, SeverityIcon } from './icons';
import { Quiet } from './parts';
import { BAND, EDGE, INK, LINE, MUTED, SURFACE } from './theme';
import { Sheet, useSheet } from './sheet';
import { useVisit } from './visit-context';

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 8px',
  minHeight: 34,
  '& h2': { display: 'inline' },
});
const Select = styled('select')({
  minHeight: 28,
  maxWidth: '100%',
  padding: '2px 6px',
  border: `1px solid ${EDGE}`,
  borderRadius: 4,
  background: SURFACE,
  color: INK,
  font: 'inherit',
  fontWeight: 600,
});
const NARROW = '@media (max-width: 699.9px)';
const Table = styled('table')({
  width: '100%',
  marginTop: 4,
  borderCollapse: 'collapse',
  background: SURFACE,
  border: `1px solid ${LINE}`,
  fontSize: '0.8125rem',
  lineHeight: 1.3,
  '& th': { textAlign: 'left', fontWeight: 600 },
  '& td, & th': { padding: '4px 8px', verticalAlign: 'top' },
  '& thead th': { color: MUTED, fontSize: '0.75rem', padding: '3px 8px' },
  '& tr': { borderTop: `1px solid ${LINE}` },
  [NARROW]: {
    '&, & tbody, & tr': { display: 'block' },
    '& thead': { display: 'none' },
    '& td, & th': { display: 'block', padding: '1px 8px' },
    '& tr': { padding: '4px 0' },
    '& td[data-label]::before': { content: 'attr(data-label) ": "', color: MUTED },
    '& td:empty': { display: 'none' },
  },
});
const BandHead = styled('th')({
  '&&': { background: BAND, padding: '3px 8px' },
  '& svg': { marginRight: 6, verticalAlign: '-2px' },
  '& button': { marginLeft: 6 },
});
const COLUMNS = 6;

const BAND_WORDS: Readonly<Record<BandId, string>> = {
  open: 'No serious reason found in what could be read',
  'check-first': 'Check first',
  serious: 'Serious reason: document why',
  contraindicated: 'Contraindicated',
};

interface Props {
  readonly patientName: string;
  readonly formulary: Formulary;
  /** Pain medicine lines of the paper, chosen for this chart. */
  readonly painLines: readonly string[];
  readonly close: () => void;
  readonly plan: (drug: DrugId) => void;
}

/** What each relaxant would mean for this patient, side by side. No counts and no ranks: a gap in the chart must not look like safety. */
export function CompareSheet({ patientName, formulary, painLines, close, plan }: Props): ReactElement {
  const { visit, judge } = useVisit();
  const [mode, setMode] = useState<CompareMode>('instead');
  const heading = useSheet(close);
  const found = useMemo(
    () => (judge === undefined ? undefined : compare(judge, visit, offeredRelaxants(formulary), mode)),
    [judge, visit, formulary, mode],
  );
  if (found === undefined) return <Sheet />;
  const names = inShort(found.now.map(({ name }) => name));
  return (
    <Sheet aria-labelledby="compare-heading">
      <Head>
        <h2 id="compare-heading" tabIndex={-1} ref={heading}>
          <strong>
            Compare for <bdi>{patientName}</bdi>
          </strong>
          , if started today
        </h2>
        {names === '' ? null : (
          <Select
            aria-label="In place of what is taken now, or in addition"
            value={mode}
            onChange={(event) => {
              setMode(event.target.value === 'also' ? 'also' : 'instead');
            }}
          >
            <option value="instead">in place of {names}</option>
            <option value="also">in addition to {names}</option>
          </Select>
        )}
        {found.taperFirst.length === 0 ? null : <strong>Taper {inWords(found.taperFirst)} first.</strong>}
        <Button variant="outlined" sx={{ ml: 'auto' }} onClick={close}>
          Close (Esc)
        </Button>
      </Head>
      <Quiet as="p">
        Benefit of any relaxant is small: about 8 points of 100 in 2 weeks, very low certainty. Inside a group
        the order is alphabetical. This is not a recommendation.
      </Quiet>
      <Table role="table" aria-labelledby="compare-heading">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" style={{ width: '20%' }}>
              Relaxant, usual course
            </th>
            <th role="columnheader" scope="col">
              Against, for this patient
            </th>
            <th role="columnheader" scope="col" style={{ width: '13%' }}>
              Could not check
            </th>
            <th role="columnheader" scope="col" style={{ width: '14%' }}>
              Driving
            </th>
            <th role="columnheader" scope="col" style={{ width: '14%' }}>
              Stopping
            </th>
            <th role="columnheader" scope="col" style={{ width: 64 }}>
              <span className="visually-hidden">Plan it</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <tr role="row">
            <BandHead role="rowheader" scope="rowgroup" colSpan={COLUMNS}>
              No relaxant
            </BandHead>
          </tr>
          <tr role="row">
            <td role="cell" colSpan={COLUMNS}>
              Heat, walking.
              {painLines.length === 0 ? '' : ` Pain medicine, as on paper: “${painLines.join(' ')}”`}
            </td>
          </tr>
        </tbody>
        {found.bands.map(({ id, candidates }) => (
          <tbody role="rowgroup" key={id}>
            <tr role="row">
              <BandHead role="rowheader" scope="rowgroup" colSpan={COLUMNS}>
                <BandIcon id={id} />
                {BAND_WORDS[id]} ({candidates.length}){id === 'open' ? <Everywhere found={found} /> : null}
              </BandHead>
            </tr>
            {candidates.map((candidate) => (
              <CompareRow
                key={candidate.drug}
                candidate={candidate}
                plan={() => {
                  plan(candidate.drug);
                }}
              />
            ))}
          </tbody>
        ))}
      </Table>
    </Sheet>
  );
}

const inWords = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** A list to choose from has one line. */
const inShort = (names: readonly string[]): string =>
  names.length > 3 ? `all ${names.length} relaxants` : inWords(names);

function BandIcon({ id }: { readonly id: BandId }): ReactElement | null {
  if (id === 'open') return null;
  return id === 'check-first' ? <NotCheckedIcon /> : <SeverityIcon severity={id} />;
}

/** What no relaxant could be checked for: told once, where it empties the first band. */
function Everywhere({ found }: { readonly found: Comparison }): ReactElement | null {
  const { visit, changeVisit } = useVisit();
  const said = visit.answers[REACTION];
  const open = found.everywhere.some(({ key }) => key === 'AllergyIntolerance');
  const set = (value: boolean | undefined) => {
    changeVisit((before) => ({ ...before, answers: answer(before.answers, REACTION, value) }));
  };
  return (
    <>
      {found.everywhere.length === 0
        ? null
        : ` · could not check for any: ${found.everywhere.map(({ why }) => why).join(', ')}`}
      {open && said === undefined ? (
        <>
          {' · Ever a bad reaction to a muscle relaxer?'}
          <Button
            variant="outlined"
            onClick={() => {
              set(false);
            }}
          >
            No
          </Button>
          <Button
            variant="outlined"
            onClick={() => {
              set(true);
            }}
          >
            Yes
          </Button>
        </>
      ) : null}
      {said === undefined ? null : (
        <>
          {` · bad reaction to a muscle relaxer: ${said ? 'yes' : 'no'}, patient report`}
          <Button
            variant="text"
            aria-label="Undo: bad reaction to a muscle relaxer"
            onClick={() => {
              set(undefined);
            }}
          >
            Undo
          </Button>
        </>
      )}
    </>
  );
}
