import type { ReactElement } from 'react';
import Checkbox from '@mui/material/Checkbox';
import { styled } from '@mui/material/styles';
import type { HandoutHandle } from './useHandout';

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 12px',
  '& label': { display: 'inline-flex', alignItems: 'center', cursor: 'pointer' },
});

/** What "Before you go" on the paper asks of the patient. */
const MEDICINE = ['medicine', 'driving', 'danger signs'] as const;
const NO_MEDICINE = ['care at home', 'when to call us', 'danger signs'] as const;

interface Props {
  readonly handout: Pick<HandoutHandle, 'document' | 'record' | 'setToldBack'>;
}

/** Ticked while the patient says it in their own words; it goes into the note and onto no paper. */
export function ToldBack({ handout: { document, record, setToldBack } }: Props): ReactElement {
  const topics = document.sections.some(({ id }) => id === 'medicine') ? MEDICINE : NO_MEDICINE;
  return (
    <Line role="group" aria-label="Told back">
      <span>Told back:</span>
      {topics.map((topic) => (
        <label key={topic}>
          <Checkbox
            checked={record.toldBack.includes(topic)}
            onChange={(event) => {
              const { checked } = event.target;
              setToldBack(
                topics.filter((each) => (each === topic ? checked : record.toldBack.includes(each))),
              );
            }}
          />
          {topic}
        </label>
      ))}
    </Line>
  );
}
