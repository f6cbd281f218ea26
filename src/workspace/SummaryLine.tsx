import { useEffect, useLayoutEffect, useRef } from 'react';
import type { MouseEvent, ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import { CLINICIAN_TOKENS } from '../knowledge/vocabulary';
import type { Presentation, SummaryEntry } from '../review/presentation';
import { FlagIcon, NotCheckedIcon, SeverityIcon, TIER_COLOURS } from './icons';
import { CONTRAINDICATED, EDGE, INK, LINE, SERIOUS, SURFACE } from './theme';
import { useVisit } from './visit-context';
import { plural } from './words';

const Nav = styled('nav')({
  padding: '2px 12px',
  borderBottom: `1px solid ${LINE}`,
  background: SURFACE,
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
    textDecorationColor: EDGE,
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

const TOKENS: ReadonlySet<string> = new Set(CLINICIAN_TOKENS);

/** Once symptoms were asked; which of them were not stands at the red flags. */
function redFlagWords({ redFlags, emergency }: Presentation, asked: number): string {
  const count = redFlags.length + emergency.length;
  const said = `${plural(asked, 'symptom')} asked`;
  return count === 0 ? `Red flags: ${said}` : `${plural(count, 'red flag')}, ${said}`;
}

function keep(list: HTMLElement | null, height: string): void {
  if (list !== null) list.style.minHeight = height;
}

interface Props {
  readonly shown: Presentation;
  /** Brings the review into view first where it shares its place with the handout (narrow frames). */
  readonly beforeJump: () => void;
}

/** Counts of items, zero left out. Each entry moves the focus to its block; the address keeps no trace. */
export function SummaryLine({ shown, beforeJump }: Props): ReactElement {
  const { visit } = useVisit();
  const list = useRef<HTMLUListElement>(null);
  const waits = shown.couldNotCheck.some((line) => line.waits);
  // When what is on its way has come, a line fewer would pull up everything below: its room stays, until the frame changes.
  useLayoutEffect(() => {
    if (waits) keep(list.current, `${list.current?.offsetHeight ?? 0}px`);
  }, [waits, shown]);
  useEffect(() => {
    const free = () => {
      keep(list.current, '');
    };
    window.addEventListener('resize', free);
    return () => {
      window.removeEventListener('resize', free);
    };
  }, []);
  const asked = Object.keys(visit.answers).filter((linkId) => !TOKENS.has(linkId)).length;
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
      <ul ref={list}>
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
              {asked > 0 && entry.kind === 'red-flags' ? redFlagWords(shown, asked) : entry.text}
            </Entry>
          </li>
        ))}
      </ul>
    </Nav>
  );
}
