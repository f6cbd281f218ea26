import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { BAND, EDGE, INK, SURFACE } from './theme';

const Anchor = styled('span')({ position: 'relative' });
const List = styled('ul')({
  position: 'absolute',
  right: 0,
  top: '100%',
  zIndex: 2,
  '&&': { padding: 4 },
  minWidth: 190,
  listStyle: 'none',
  background: SURFACE,
  border: `1px solid ${EDGE}`,
  borderRadius: 4,
  '& button': {
    width: '100%',
    minHeight: 28,
    padding: '3px 10px',
    border: 0,
    background: 'none',
    color: INK,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    '&:hover': { background: BAND },
  },
});

export interface MoreEntry {
  readonly label: string;
  readonly open: () => void;
}

/** The focus comes back here when what an entry opened is closed. */
export const MORE_BUTTON = 'more-button';

/** What is seldom wanted, behind one button: a plain list of buttons, closed by Escape or by leaving it. */
export function More({ entries }: { readonly entries: readonly MoreEntry[] }): ReactElement {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && anchor.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
    };
  }, [open]);
  return (
    <Anchor
      ref={anchor}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && anchor.current?.contains(event.relatedTarget) !== true)
          setOpen(false);
      }}
    >
      <Button
        ref={button}
        id={MORE_BUTTON}
        variant="text"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        More
      </Button>
      {open ? (
        <List>
          {entries.map((entry) => (
            <li key={entry.label}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  entry.open();
                }}
              >
                {entry.label}
              </button>
            </li>
          ))}
        </List>
      ) : null}
    </Anchor>
  );
}
