import { useId } from 'react';
import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import { Field } from './NumberField';
import { BlockHeading } from './parts';
import { useVisit } from './visit-context';

const Line = styled('div')({
  display: 'grid',
  gridTemplateColumns: '36px minmax(0, 1fr)',
  alignItems: 'center',
  gap: 6,
  marginTop: 2,
  fontSize: '0.8125rem',
  '& input': { minHeight: 26 },
});

const HINTS = {
  exam: 'power L4-S1, reflexes, leg raise, saddle, residual',
  plan: 'imaging, tests, when to come back',
} as const;

/** What was examined and what will be done, in the clinician's words: the note tells it, no check reads it. */
export function ForTheNote(): ReactElement {
  const { visit, changeVisit } = useVisit();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <BlockHeading as="h3" id={id}>
        Exam and plan, for the note only
      </BlockHeading>
      {(['exam', 'plan'] as const).map((part) => (
        <Line key={part}>
          <label htmlFor={`${id}-${part}`}>{part === 'exam' ? 'Exam' : 'Plan'}</label>
          <Field
            id={`${id}-${part}`}
            type="text"
            maxLength={300}
            autoComplete="off"
            placeholder={HINTS[part]}
            value={visit[part]}
            onChange={({ target }) => {
              changeVisit((before) => ({ ...before, [part]: target.value }));
            }}
          />
        </Line>
      ))}
    </section>
  );
}
