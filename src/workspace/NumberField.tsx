import { useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import { CONTRAINDICATED, EDGE, INK, MUTED, SURFACE } from './theme';

export const Field = styled('input')({
  width: '100%',
  minHeight: 28,
  padding: '2px 6px',
  border: `1px solid ${EDGE}`,
  borderRadius: 4,
  background: SURFACE,
  color: INK,
  '&:user-invalid, &[aria-invalid="true"]': { borderColor: CONTRAINDICATED, borderWidth: 2 },
  '&::placeholder': { color: MUTED, opacity: 1 },
});

interface Props {
  readonly id: string;
  /** Undefined: nothing typed. */
  readonly value: number | undefined;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly placeholder?: string;
  /** Called with every valid number, and with undefined when the field is emptied. */
  readonly onValue: (value: number | undefined) => void;
}

/** 2.8 is a multiple of 0.1, though not for the remainder of binary fractions. */
const isWhole = (count: number): boolean => Math.abs(count - Math.round(count)) < 1e-6;

/** A number that may be half-typed: what is out of range stays in the field, marked, and changes nothing. */
export function NumberField({ id, value, min, max, step, placeholder, onValue }: Props): ReactElement {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? (value === undefined ? '' : String(value));
  const valid = (number: number) =>
    Number.isFinite(number) && number >= min && number <= max && isWhole(number / step);
  return (
    <Field
      id={id}
      type="number"
      inputMode="decimal"
      min={min}
      max={max}
      step={step}
      value={text}
      placeholder={placeholder}
      aria-invalid={text !== '' && !valid(Number(text))}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        if (next === '') onValue(undefined);
        else if (valid(Number(next))) onValue(Number(next));
      }}
      onBlur={() => {
        setTyped(undefined);
      }}
    />
  );
}
