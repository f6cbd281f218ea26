import { useId } from 'react';
import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { HandoutLine, MedicineRow } from '../handout/model';
import { HANDOUT_SIGN_OFFS } from '../knowledge/sign-offs';
import type { Review } from '../review/types';
import { Folded } from './Folded';
import { LanguageSelect } from './LanguageSelect';
import { printedRows } from './printed-rows';
import { Field, NumberField } from './NumberField';
import { Quiet } from './parts';
import { MUTED } from './theme';
import { OwnLine, RailLines } from './RailLines';
import { TimesGrid } from './TimesGrid';
import type { HandoutHandle } from './useHandout';

// A name without spaces must not push the lines out of their column.
const Box = styled('div')({ padding: '2px 12px 12px', overflowWrap: 'break-word' });
const Group = styled('section')({
  marginTop: 10,
  '& > h3': { fontSize: '0.8125rem', fontWeight: 700, color: MUTED },
});
const Visit = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: '6px 8px',
  alignItems: 'center',
  marginTop: 12,
  '& input[type="number"]': { width: 64 },
});

const Notes = styled('p')({ gridColumn: '1 / -1', fontSize: '0.8125rem' });

const SHOWN = ['Driving', 'Do not mix', 'For this patient', 'Sensitive'] as const;

/** The line that says what a row prints; the grid stands in its place. */
const rowLine = (row: MedicineRow): string => `table.${row.drug}`;

interface Props {
  readonly review: Review;
  readonly handout: HandoutHandle;
}

/** The handout as lines at reading size: what prints, why it is there, and what can be switched. */
export function HandoutRail({ review, handout }: Props): ReactElement {
  const { document, inEnglish, choices } = handout;
  const id = useId();
  // The clinician reads what prints in English, whatever the language of the paper.
  const rows = printedRows(inEnglish);
  const isRowLine = (line: HandoutLine) => rows.some((row) => line.id === rowLine(row));
  const inGroup = (group: HandoutLine['group']) => document.lines.filter((line) => line.group === group);
  const fixed = inGroup('Fixed parts');
  return (
    <Box>
      <Language review={review} handout={handout} />
      <Group>
        <h3>Medicine table</h3>
        {rows.length === 0 ? <Quiet as="p">No relaxant to list: the table is left out.</Quiet> : null}
        {rows.map((row) => (
          <TimesGrid
            key={row.drug}
            row={row}
            relaxant={review.relaxants.find((relaxant) => relaxant.drug === row.drug)}
            origin={document.lines.find((line) => line.id === rowLine(row))?.origin ?? ''}
            handout={handout}
          />
        ))}
        <RailLines lines={inGroup('Medicine table').filter((line) => !isRowLine(line))} handout={handout} />
      </Group>
      {SHOWN.map((group) => {
        const lines = inGroup(group);
        if (lines.length === 0) return null;
        return (
          <Group key={group}>
            <h3>{group === 'Sensitive' ? `Sensitive, off until you choose (${lines.length})` : group}</h3>
            <RailLines lines={lines} handout={handout} />
            {group === 'For this patient' ? <OwnLine handout={handout} /> : null}
          </Group>
        );
      })}
      <Visit>
        <label htmlFor={`${id}-recheck`}>Recheck in days</label>
        <NumberField
          id={`${id}-recheck`}
          min={1}
          max={90}
          step={1}
          value={choices.recheckDays}
          onValue={(days) => {
            if (days !== undefined) handout.setRecheckDays(days);
          }}
        />
        <label htmlFor={`${id}-next`}>Next visit</label>
        <Field
          id={`${id}-next`}
          type="text"
          maxLength={80}
          autoComplete="off"
          value={choices.nextVisit}
          placeholder="prints a blank line"
          onChange={(event) => {
            handout.setNextVisit(event.target.value);
          }}
        />
      </Visit>
      {fixed.length === 0 ? null : (
        <Folded
          id="fixed-parts"
          heading={`Fixed parts (${fixed.length})`}
          names="danger signs, care at home …"
        >
          <RailLines lines={fixed} handout={handout} />
        </Folded>
      )}
    </Box>
  );
}

/** In which language the patient gets the paper, and what the clinician should know about it. */
function Language({ review, handout }: Props): ReactElement {
  const { language, languageLost, setLanguage } = handout;
  const id = useId();
  const signOff = HANDOUT_SIGN_OFFS[language];
  return (
    <Visit role="group" aria-label="Language of the handout">
      <label htmlFor={id}>Language</label>
      <LanguageSelect id={id} language={language} setLanguage={setLanguage} />
      <Notes role="status">
        {review.patient.interpreterNeeded ? <strong>Interpreter needed, says the chart. </strong> : null}
        {languageLost ? 'This language could not be loaded: the paper is in English. ' : null}
        {language !== 'en' && signOff?.state === 'awaiting'
          ? `Its words await sign-off by ${signOff.from}. Below, what prints is said in English.`
          : null}
      </Notes>
    </Visit>
  );
}
