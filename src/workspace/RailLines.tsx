import { Suspense, lazy, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { styled } from '@mui/material/styles';
import { OWN_LINE, isNameChoice } from '../handout/line-ids';
import type { HandoutLine } from '../handout/model';
import { Tag } from './parts';
import { MUTED } from './theme';
import type { HandoutHandle } from './useHandout';

const LineEditor = lazy(() => import('./LineEditor'));

const Line = styled('div')({ display: 'flex', gap: 4, alignItems: 'flex-start', marginTop: 4 });
const Label = styled('label')({
  display: 'flex',
  gap: 4,
  alignItems: 'flex-start',
  flex: 1,
  minWidth: 0,
  cursor: 'pointer',
});
const Off = styled('span')({ color: MUTED });

export type LineHandle = Pick<
  HandoutHandle,
  'document' | 'inEnglish' | 'changed' | 'setLine' | 'setWords' | 'setOrder'
>;

interface Props {
  readonly lines: readonly HandoutLine[];
  readonly handout: LineHandle;
}

/** Lines of one group: what prints, why, and its words. The clinician reads them in English, whatever the language of the paper. */
export function RailLines({ lines, handout }: Props): ReactElement {
  return (
    <>
      {lines.map((line) => (
        <RailLine key={line.id} line={line} group={lines} handout={handout} />
      ))}
    </>
  );
}

interface LineProps {
  readonly line: HandoutLine;
  readonly group: readonly HandoutLine[];
  readonly handout: LineHandle;
}

function RailLine({ line, group, handout }: LineProps): ReactElement {
  const { id, on, locked, edited } = line;
  const text = handout.inEnglish.lines.find((each) => each.id === id)?.text ?? line.text;
  const origin = [
    line.origin,
    ...(locked && on ? ['always'] : []),
    ...(edited ? ['your words'] : []),
    ...(handout.changed.some((each) => each.id === id) ? ['changed since you approved'] : []),
  ].join(' · ');
  return (
    <Editable line={line} group={group} handout={handout} name={text}>
      <Label>
        <Checkbox
          checked={on}
          disabled={locked}
          onChange={(event) => {
            handout.setLine(id, event.target.checked);
          }}
        />
        <span>
          {on ? text : <Off>{text}</Off>} <Tag>{origin}</Tag>
        </span>
      </Label>
    </Editable>
  );
}

interface EditableProps extends LineProps {
  readonly name: string;
  readonly children: ReactElement;
}

function Editable({ line, group, handout, name, children }: EditableProps): ReactElement {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (line.locked || isNameChoice(line.id)) return <Line>{children}</Line>;
  const { section } = line;
  const siblings = group.filter((each) => section !== undefined && each.section === section && !each.locked);
  const place = siblings.indexOf(line);
  const move = (other: HandoutLine | undefined) =>
    section === undefined || other === undefined || place < 0
      ? undefined
      : () => {
          handout.setOrder(section, swapped(handout.document.lines, line, other));
        };
  return (
    <>
      <Line>
        {children}
        <Button
          ref={button}
          variant="text"
          aria-expanded={open}
          aria-label={`Edit: ${name}`}
          onClick={() => {
            setOpen(!open);
          }}
        >
          Edit
        </Button>
      </Line>
      {open ? (
        <Suspense fallback={null}>
          <LineEditor
            text={line.text}
            edited={line.edited}
            save={(words) => {
              handout.setWords(line.id, words);
            }}
            close={() => {
              setOpen(false);
              button.current?.focus();
            }}
            moveUp={move(siblings[place - 1])}
            moveDown={move(siblings[place + 1])}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** All lines of the section with these two in each other's place. */
const swapped = (lines: readonly HandoutLine[], one: HandoutLine, other: HandoutLine): readonly string[] =>
  lines
    .filter(({ section }) => section === one.section)
    .map(({ id }) => (id === one.id ? other.id : id === other.id ? one.id : id));

/** For what no line says; it stands among the lines once it is written. */
export function OwnLine({ handout }: { readonly handout: LineHandle }): ReactElement | null {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (handout.document.lines.some(({ id }) => id === OWN_LINE)) return null;
  return (
    <>
      <Button
        ref={button}
        variant="text"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        Write a line of your own
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <LineEditor
            text=""
            edited={false}
            save={(words) => {
              handout.setWords(OWN_LINE, words);
            }}
            close={() => {
              setOpen(false);
              button.current?.focus();
            }}
            moveUp={undefined}
            moveDown={undefined}
          />
        </Suspense>
      ) : null}
    </>
  );
}
