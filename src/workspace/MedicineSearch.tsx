import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { findNames } from './medicine-names';
import { Field } from './NumberField';
import { PlainList, Quiet } from './parts';
import { ACCENT, LINE, PAGE, SURFACE } from './theme';

const Box = styled('div')({
  margin: '2px 0 6px',
  padding: '6px 10px',
  borderLeft: `3px solid ${ACCENT}`,
  background: PAGE,
});
const Line = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' });
const Found = styled(PlainList)({
  marginTop: 4,
  background: SURFACE,
  border: `1px solid ${LINE}`,
  borderRadius: 4,
  '& button': {
    display: 'block',
    width: '100%',
    minHeight: 28,
    padding: '3px 8px',
    border: 0,
    background: 'none',
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  '& button:hover': { background: PAGE },
  '& li + li': { borderTop: `1px solid ${LINE}` },
});

interface Props {
  readonly label: string;
  readonly choose: (name: string) => void;
  readonly cancel: () => void;
  /** A name that no table knows may be listed as it is. */
  readonly asWritten: boolean;
}

const MOST = 7;

/** A plain list under a field: up and down, Enter. MUI's Autocomplete would cost more than the rest of this panel. */
export function MedicineSearch({ label, choose, cancel, asWritten }: Props): ReactElement {
  const [typed, setTyped] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const words = typed.trim();
  const found = words.length < 2 ? [] : findNames(words, MOST);
  const move = (step: number) => {
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, li button') ?? [])];
    const here = stops.findIndex((stop) => stop === document.activeElement);
    stops[here + step]?.focus();
  };
  return (
    <Box
      ref={box}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (event.key === 'Escape') cancel();
        else if (step === undefined) return;
        else move(step);
        event.preventDefault();
      }}
    >
      <Line>
        <label htmlFor={id}>{label}</label>
        <Field
          ref={field}
          id={id}
          type="search"
          autoComplete="off"
          maxLength={80}
          placeholder="ingredient or brand"
          style={{ width: 220 }}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found[0] !== undefined) choose(found[0].name);
          }}
        />
        <Button variant="text" onClick={cancel}>
          Cancel
        </Button>
      </Line>
      <span role="status" className="visually-hidden">
        {words.length < 2 ? '' : `${found.length} names found`}
      </span>
      {words.length < 2 ? null : (
        <Found aria-label="Names found">
          {found.map(({ name, is }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  choose(name);
                }}
              >
                {name} {is === '' ? null : <Quiet>{is}</Quiet>}
              </button>
            </li>
          ))}
          {asWritten ? (
            <li>
              <button
                type="button"
                onClick={() => {
                  choose(words);
                }}
              >
                Add “{words}” as written <Quiet>what no table knows, no check looks at</Quiet>
              </button>
            </li>
          ) : found.length === 0 ? (
            <li>
              <Quiet>No such name in the tables.</Quiet>
            </li>
          ) : null}
        </Found>
      )}
    </Box>
  );
}
