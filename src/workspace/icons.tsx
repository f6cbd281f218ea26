import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { RedFlagTier, Severity } from '../knowledge/vocabulary';
import { ACCENT, CONTRAINDICATED, INK, MUTED, SERIOUS, SURFACE } from './theme';

/** Shapes differ, not only colours: they tell the severity in grey print and to colour-blind eyes. Words stand beside them. */
const Svg = styled('svg')({ width: 15, height: 15, flex: 'none', verticalAlign: '-2px' });

interface ShapeProps {
  readonly colour: string;
}

function Octagon({ colour }: ShapeProps): ReactElement {
  return (
    <Svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" fill={colour} />
      <rect x="4" y="7" width="8" height="2" fill={SURFACE} />
    </Svg>
  );
}

function Triangle({ colour }: ShapeProps): ReactElement {
  return (
    <Svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 .8 15.8 15H.2z" fill={colour} />
      <path d="M7.2 5.5h1.6v5H7.2zM7.2 11.7h1.6v1.6H7.2z" fill={SURFACE} />
    </Svg>
  );
}

function Diamond({ colour }: ShapeProps): ReactElement {
  return (
    <Svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="none" stroke={colour} strokeWidth="1.6" />
    </Svg>
  );
}

export function FlagIcon({ colour }: ShapeProps): ReactElement {
  return (
    <Svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 1h1.6v14H2.5zM5 1.5h9l-2.5 3.4L14 8.5H5z" fill={colour} />
    </Svg>
  );
}

/** A broken circle: something that was not there to look at. */
export function NotCheckedIcon(): ReactElement {
  return (
    <Svg viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.2" fill="none" stroke={INK} strokeWidth="1.8" strokeDasharray="2.4 2" />
    </Svg>
  );
}

export function Chevron({ open }: { readonly open: boolean }): ReactElement {
  return (
    <Svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={open ? 'M3 10.5 8 5.5l5 5' : 'M3 5.5l5 5 5-5'} fill="none" stroke={MUTED} strokeWidth="1.8" />
    </Svg>
  );
}

export const SEVERITY_COLOURS: Readonly<Record<Severity, string>> = {
  contraindicated: CONTRAINDICATED,
  serious: SERIOUS,
  caution: MUTED,
  counsel: ACCENT,
};

export const TIER_COLOURS: Readonly<Record<RedFlagTier, string>> = {
  emergency: CONTRAINDICATED,
  'urgent-sameday': CONTRAINDICATED,
  urgent: SERIOUS,
  consider: MUTED,
};

export function SeverityIcon({ severity }: { readonly severity: Severity }): ReactElement {
  const colour = SEVERITY_COLOURS[severity];
  if (severity === 'contraindicated') return <Octagon colour={colour} />;
  return severity === 'serious' ? <Triangle colour={colour} /> : <Diamond colour={colour} />;
}
