import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { mustNotStopAtOnce } from '../handout/taper';
import { partnersOf } from '../review/partners';
import type { Item } from '../review/presentation';
import type { RelaxantReview } from '../review/types';
import { ChoiceBox, ChoiceLine } from './ChoiceBox';
import { changeOther, decide, keep, relaxantAside, relaxantsOf, setAside } from './decisions';
import type { Change } from './decisions';
import { DoNotPlan } from './DoNotPlan';
import { Field } from './NumberField';
import { Quiet, Tag } from './parts';
import { useVisit } from './visit-context';

/** Under the headline of the row it belongs to. */
const Box = styled(ChoiceBox)({
  margin: '2px 8px 8px 29px',
  '@media (max-width: 559.9px)': { marginLeft: 8 },
});
/** A typed reason takes the room it needs, not the line. */
const Line = styled(ChoiceLine)({ '& input': { width: 'auto' } });

/** The reasons that clinicians give most; "other" is typed. */
const REASONS = [
  'short overlap',
  'lowest dose',
  'tolerated before',
  'specialist advised',
  'no good alternative',
] as const;

interface ChoiceProps {
  readonly record: (change: Change, said: string) => void;
}

interface Props {
  /** Called after a choice was recorded. */
  readonly onRecorded: (said: string) => void;
}

/** Choosing records at once; nothing here writes to the chart. */
function Choices({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Box>
      <legend>{title}</legend>
      {children}
      <Quiet as="p">Recorded for the note. Nothing is written to the chart.</Quiet>
    </Box>
  );
}

function useRecord(onRecorded: Props['onRecorded']): ChoiceProps['record'] {
  const { changeVisit } = useVisit();
  return (change, said) => {
    changeVisit(change);
    onRecorded(said);
    // A row that was set aside is gone, and with it the focus.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('medicines')?.focus();
    });
  };
}

/** What can be decided about a contraindicated or serious finding. */
export function DecideItem({ item, onRecorded }: Props & { readonly item: Item }): ReactElement {
  const record = useRecord(onRecorded);
  const all = relaxantsOf(item);
  const planned = all.filter(({ planned: tag }) => tag !== undefined);
  // What is only planned can neither be stopped nor not be taken.
  const relaxants = all.filter(({ planned: tag }) => tag?.alsoOrdered !== false);
  const partners = partnersOf(item.hits);
  return (
    <Choices title={`${item.headline}: what will you do?`}>
      {relaxants.map((relaxant) => (
        <HoldOrStop key={relaxant.drug} relaxant={relaxant} record={record} />
      ))}
      <DoNotPlan planned={planned} record={record} />
      {partners.length === 0 ? null : (
        <Line>
          <span>I will change in the chart:</span>
          {partners.map((partner) => (
            <Button
              key={partner.reference}
              variant="outlined"
              onClick={() => {
                record(changeOther(partner), `${partner.name} to be changed`);
              }}
            >
              {partner.name}
            </Button>
          ))}
        </Line>
      )}
      <Line>
        <span>Patient is not taking:</span>
        {relaxants.map((relaxant) => (
          <Button
            key={relaxant.drug}
            variant="outlined"
            onClick={() => {
              record(relaxantAside(relaxant, 'patient not taking'), `${relaxant.name} set aside`);
            }}
          >
            {relaxant.name}
          </Button>
        ))}
        {partners.map(({ reference, name }) => (
          <Button
            key={reference}
            variant="outlined"
            onClick={() => {
              const entry = {
                reason: 'patient not taking',
                name,
                orders: [reference],
                relaxant: false,
              } as const;
              record(setAside(reference, entry), `${name} set aside`);
            }}
          >
            {name}
          </Button>
        ))}
        <Tag>every check runs again</Tag>
      </Line>
      <Keep item={item} record={record} />
    </Choices>
  );
}

function Keep({ item, record }: ChoiceProps & { readonly item: Item }): ReactElement {
  const [other, setOther] = useState('');
  const id = useId();
  const asked = item.severity === 'contraindicated';
  const say = (reason: string) => {
    record(keep(item, reason), reason === '' ? 'Kept' : `Kept: ${reason}`);
  };
  return (
    <Line>
      {asked ? (
        <span>Keep, because:</span>
      ) : (
        <Button
          variant="outlined"
          onClick={() => {
            say('');
          }}
        >
          Keep
        </Button>
      )}
      {asked ? null : <span>because:</span>}
      {REASONS.map((reason) => (
        <Button
          key={reason}
          variant="outlined"
          onClick={() => {
            say(reason);
          }}
        >
          {reason}
        </Button>
      ))}
      <label htmlFor={id}>other:</label>
      <Field
        id={id}
        type="text"
        size={18}
        maxLength={80}
        autoComplete="off"
        value={other}
        onChange={(event) => {
          setOther(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && other.trim() !== '') say(other.trim());
        }}
      />
      <Button
        variant="outlined"
        disabled={other.trim() === ''}
        onClick={() => {
          say(other.trim());
        }}
      >
        Keep with this reason
      </Button>
    </Line>
  );
}

function HoldOrStop({ relaxant, record }: ChoiceProps & { readonly relaxant: RelaxantReview }): ReactElement {
  const [until, setUntil] = useState('');
  const id = useId();
  const taper = mustNotStopAtOnce(relaxant);
  const { drug, name } = relaxant;
  return (
    <Line>
      <Button
        variant="outlined"
        onClick={() => {
          record(decide(drug, until === '' ? { kind: 'hold' } : { kind: 'hold', until }), `${name} held`);
        }}
      >
        Hold {name}
      </Button>
      <label htmlFor={id}>until</label>
      <Field
        id={id}
        type="date"
        value={until}
        onChange={(event) => {
          setUntil(event.target.value);
        }}
      />
      <Button
        variant="outlined"
        onClick={() => {
          record(decide(drug, { kind: 'stop' }), `${name} stopped`);
        }}
      >
        Stop {name}
      </Button>
      <Tag>{taper ? 'paper: do not stop all at once' : 'paper: do not take it'}</Tag>
    </Line>
  );
}

/** What can be decided about a medicine of the list. */
export function DecideMedicine({
  relaxant,
  onRecorded,
}: Props & { readonly relaxant: RelaxantReview }): ReactElement {
  const record = useRecord(onRecorded);
  const { changeVisit } = useVisit();
  const [how, setHow] = useState(relaxant.decision?.kind === 'change' ? relaxant.decision.how : '');
  const id = useId();
  const { drug, name } = relaxant;
  const change = () => {
    record(decide(drug, { kind: 'change', how: how.trim() }), `${name} changed`);
  };
  return (
    <Choices title={`${name}: what will you do?`}>
      <Line>
        {relaxant.decision === undefined ? null : (
          <Button
            variant="outlined"
            onClick={() => {
              changeVisit(decide(drug, undefined));
              onRecorded(`${name} as ordered`);
            }}
          >
            Keep as ordered
          </Button>
        )}
        <label htmlFor={id}>Change to</label>
        <Field
          id={id}
          type="text"
          size={24}
          maxLength={80}
          autoComplete="off"
          placeholder="5 mg at bedtime for 5 days"
          value={how}
          onChange={(event) => {
            setHow(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && how.trim() !== '') change();
          }}
        />
        <Button variant="outlined" disabled={how.trim() === ''} onClick={change}>
          Change
        </Button>
        <Tag>prints as you type it, in every language</Tag>
      </Line>
      <HoldOrStop relaxant={relaxant} record={record} />
      <Line>
        {(['patient not taking', 'wrong in the chart'] as const).map((reason) => (
          <Button
            key={reason}
            variant="outlined"
            onClick={() => {
              record(relaxantAside(relaxant, reason), `${name} set aside`);
            }}
          >
            {reason === 'patient not taking' ? 'Not taking' : 'Wrong in chart'}
          </Button>
        ))}
        <Tag>every check runs again</Tag>
      </Line>
    </Choices>
  );
}
