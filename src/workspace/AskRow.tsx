import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { AskItem } from '../knowledge/checklist';
import { spokenWords } from './spoken';
import type { Spoken } from './spoken';
import { EDGE, GLOBAL_STYLES, INK, LINE, MUTED, SURFACE } from './theme';

/**
 * The size of frame in which two languages have the room of one and a half, for every question to stand in it. Elsewhere each
 * language has its own lines, and every row the words "not asked".
 */
export const TIGHT =
  '@media (min-width: 880px) and (max-width: 1099px), (min-width: 880px) and (max-height: 739px)';

const Question = styled('div')({
  position: 'relative',
  display: 'flex',
  flex: '1 0 auto',
  alignItems: 'center',
  gap: 6,
  minHeight: 25,
  borderBottom: `1px solid ${LINE}`,
  fontSize: '0.8125rem',
  lineHeight: 1.15,
  '@media (min-height: 740px)': { minHeight: 30, lineHeight: 1.3 },
  '& > span': { flex: 1 },
  '& > div': { display: 'flex', flex: 'none' },
  '& > small': { color: MUTED, fontSize: '0.75rem', whiteSpace: 'nowrap' },
  // A line of the clinician's words alone is no higher than they are.
  '&[data-both] > span': { color: MUTED, fontSize: '0.71875rem' },
  '& [lang]': { display: 'block', color: INK, fontSize: '0.8125rem' },
  [TIGHT]: {
    // A long name takes two lines of the patient strip, and an emergency two of the summary: both still leave room for all.
    '&[data-both]': { lineHeight: 1.1 },
    '& [lang]': { display: 'inline', fontSize: '0.78125rem' },
    '&[data-both] > small': GLOBAL_STYLES['.visually-hidden'],
    // Dashed is, here too, what nobody looked into.
    '&[data-both] > small + div > button': { borderStyle: 'dashed' },
  },
});
const Choice = styled('button')({
  width: 32,
  padding: 0,
  minHeight: 24,
  // Clear of the head of the sheet.
  scrollMarginTop: 90,
  border: `1px solid ${EDGE}`,
  background: SURFACE,
  cursor: 'pointer',
  '&:first-of-type': { borderRadius: '4px 0 0 4px', borderRight: 0 },
  '&:last-of-type': { borderRadius: '0 4px 4px 0' },
  '&[aria-pressed="true"]': { background: INK, borderColor: INK, color: SURFACE, fontWeight: 700 },
});

interface Props {
  readonly item: AskItem;
  readonly spoken: Spoken;
  readonly value: boolean | undefined;
  readonly tabIndex: 0 | -1;
  readonly set: (value: boolean | undefined) => void;
}

/** One question. In another language its words stand first, to be read aloud, and the clinician's small below. */
export function AskRow({ item, spoken, value, tabIndex, set }: Props): ReactElement {
  const id = `ask-${item.linkId}`;
  const aloud = spokenWords(spoken, item.linkId);
  return (
    <Question
      role="group"
      aria-labelledby={id}
      data-question={item.linkId}
      data-both={aloud === undefined ? undefined : ''}
    >
      <span>
        {aloud === undefined ? null : <span lang={spoken.language}>{aloud}</span>}{' '}
        <span id={id}>{item.question}</span>
      </span>
      {value === undefined ? <small>not asked</small> : null}
      <div>
        {([true, false] as const).map((choice) => (
          <Choice
            key={String(choice)}
            type="button"
            data-choice={choice ? 'yes' : 'no'}
            tabIndex={tabIndex}
            aria-pressed={value === choice}
            onClick={() => {
              set(value === choice ? undefined : choice);
            }}
          >
            {choice ? 'Yes' : 'No'}
          </Choice>
        ))}
      </div>
    </Question>
  );
}
