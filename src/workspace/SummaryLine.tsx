import type { MouseEvent, ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { Presentation, SummaryEntry } from '../review/presentation';
import { FlagIcon, NotCheckedIcon, SeverityIcon, TIER_COLOURS } from './icons';
import { CONTRAINDICATED, INK, LINE, SERIOUS } from './theme';

const Nav = styled('nav')({
  padding: '2px 12px',
  borderBottom: `1px solid ${LINE}`,
  background: '#ffffff',
  '& ul': { display: 'flex', flexWrap: 'wrap', columnGap: 18, listStyle: 'none' },
});
const Entry = styled('a', { shouldForwardProp: (name) => name !== 'colour' })<{ colour: string }>(
  ({ colour }) => ({
    display: 'inline-flex',
    alignItems: 'center',
    gap: 5,
    minHeight: 25,
    color: colour,
    fontWeight: 600,
    textDecorationColor: '#8c98a4',
  }),
);

const COLOURS: Readonly<Record<SummaryEntry['kind'], string>> = {
  emergency: CONTRAINDICATED,
  contraindicated: CONTRAINDICATED,
  serious: SERIOUS,
  'not-run': INK,
  'not-recognised': INK,
  driving: INK,
  'red-flags': INK,
};

function Icon({ kind }: { readonly kind: SummaryEntry['kind'] }): ReactElement | null {
  switch (kind) {
    case 'emergency':
      return <FlagIcon colour={TIER_COLOURS.emergency} />;
    case 'contraindicated':
    case 'serious':
      return <SeverityIcon severity={kind} />;
    case 'not-run':
    case 'not-recognised':
      return <NotCheckedIcon />;
    case 'red-flags':
      return <FlagIcon colour={INK} />;
    case 'driving':
      return null;
  }
}

interface Props {
  readonly shown: Presentation;
  /** Brings the review into view first where it shares its place with the handout (narrow frames). */
  readonly beforeJump: () => void;
}

/** Counts of items, zero left out. Each entry moves the focus to its block; the address keeps no trace. */
export function SummaryLine({ shown, beforeJump }: Props): ReactElement {
  const jump = (event: MouseEvent, target: string) => {
    event.preventDefault();
    beforeJump();
    // One frame later the block is visible in a narrow frame too.
    requestAnimationFrame(() => {
      const block = document.getElementById(target);
      block?.focus({ preventScroll: true });
      block?.scrollIntoView({ block: 'start' });
    });
  };
  return (
    <Nav aria-label="Summary">
      <ul>
        {shown.summary.map((entry) => (
          <li key={entry.kind}>
            <Entry
              colour={COLOURS[entry.kind]}
              href={`#${entry.target}`}
              onClick={(event) => {
                jump(event, entry.target);
              }}
            >
              <Icon kind={entry.kind} />
              {entry.text}
            </Entry>
          </li>
        ))}
      </ul>
    </Nav>
  );
}
