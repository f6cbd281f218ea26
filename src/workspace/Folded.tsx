import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { styled } from '@mui/material/styles';
import type { Item } from '../review/presentation';
import { Finding } from './Finding';
import { Chevron, SeverityIcon } from './icons';
import { Quiet, Row, RowButton } from './parts';
import { LINE } from './theme';
import { useRoving } from './useRoving';

const Inside = styled('div')({ padding: '0 8px 6px 8px' });
const Names = styled(Quiet)({ marginLeft: 6 });
const Wrap = styled('section')({ marginTop: 6 });

interface Props {
  readonly id: string;
  readonly heading: string;
  /** What is inside, in a few words, so that nobody opens it for nothing. */
  readonly names: string;
  readonly icon?: ReactNode;
  readonly startOpen?: boolean;
  readonly children: ReactNode;
}

/** A row that holds the lesser things; its count and names stand outside. */
export function Folded({ id, heading, names, icon, startOpen = false, children }: Props): ReactElement {
  const [open, setOpen] = useState(startOpen);
  return (
    <Wrap id={id} tabIndex={-1} aria-labelledby={`${id}-heading`}>
      <Row stripe={LINE}>
        <h2 id={`${id}-heading`}>
          <RowButton
            type="button"
            aria-expanded={open}
            aria-controls={open ? `${id}-body` : undefined}
            onClick={() => {
              setOpen(!open);
            }}
          >
            {icon ?? <span />}
            <span>
              <strong>{heading}</strong>
              <Names>{names}</Names>
            </span>
            <Chevron open={open} />
          </RowButton>
        </h2>
        {open ? <Inside id={`${id}-body`}>{children}</Inside> : null}
      </Row>
    </Wrap>
  );
}

interface ItemsProps {
  readonly id: string;
  readonly heading: string;
  readonly items: readonly Item[];
}

/** Teaching points share one item, so that the rules inside are what is counted. */
function countOf(items: readonly Item[]): number {
  return items.reduce((sum, { severity, hits }) => {
    const points = severity === 'counsel' ? new Set(hits.map(({ hit }) => hit.rule.id)).size : 1;
    return sum + points;
  }, 0);
}

/** Cautions or teaching points, one fold each. A contraindicated or serious item never comes here. */
export function FoldedItems({ id, heading, items }: ItemsProps): ReactElement | null {
  const roving = useRoving(items.length);
  const [first] = items;
  if (first === undefined) return null;
  return (
    <Folded
      id={id}
      heading={`${heading} (${countOf(items)})`}
      names={items.map((item) => item.headline).join(' · ')}
      icon={<SeverityIcon severity={first.severity} />}
    >
      <div {...roving.list}>
        {items.map((item, row) => (
          <Finding key={item.id} item={item} row={row} tabIndex={roving.tabIndex(row)} />
        ))}
      </div>
    </Folded>
  );
}
