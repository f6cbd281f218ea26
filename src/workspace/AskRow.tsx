import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { AskItem } from '../knowledge/checklist';
import { Quiet } from './parts';
import { spokenWords } from './spoken';
import type { Spoken } from './spoken';
import { EDGE, INK, LINE, MUTED, SURFACE } from './theme';

const Question = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 25,
  borderBottom: `1px solid ${LINE}`,
  fontSize: '0.8125rem',
  lineHeight: 1.2,
});
const Words = styled('span')({ flex: 1 });
const NotAsked = styled(Quiet)({ fontSize: '0.75rem', whiteSpace: 'nowrap' });
const Beside = styled('span')({
  display: 'block',
  color: MUTED,
  fontSize: '0.71875rem',
  '& span': { fontSize: 'inherit' },
});
const Pair = styled('div')({ display: 'flex', flex: 'none' });
const Choice = styled('button')({
  width: 40,
  minHeight: 24,
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
  const notAsked = value === undefined ? <NotAsked>not asked</NotAsked> : null;
  return (
    <Question role="group" aria-labelledby={id} data-question={item.linkId}>
      <Words>
        {aloud === undefined ? null : <span lang={spoken.language}>{aloud}</span>}
        {aloud === undefined ? (
          <span id={id}>{item.question}</span>
        ) : (
          <Beside>
            <span id={id}>{item.question}</span>
            {notAsked === null ? null : <> · {notAsked}</>}
          </Beside>
        )}
      </Words>
      {aloud === undefined ? notAsked : null}
      <Pair>
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
      </Pair>
    </Question>
  );
}
