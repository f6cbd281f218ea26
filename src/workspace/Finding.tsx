import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { Item } from '../review/presentation';
import { SEVERITY_COLOURS, SeverityIcon } from './icons';
import { WhyItem, WhyPanel } from './LazyWhy';
import { Quiet, Row, RowButton } from './parts';
import { MUTED } from './theme';
import { SEVERITY_WORDS, firstSentence } from './words';

const Word = styled('span', { shouldForwardProp: (name) => name !== 'colour' })<{ colour: string }>(
  ({ colour }) => ({
    color: colour,
    fontSize: '0.8125rem',
    fontWeight: 700,
    marginRight: 6,
  }),
);
const Body = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  justifyContent: 'space-between',
  gap: '2px 12px',
  padding: '0 4px 4px 29px',
});
const Text = styled('div')({ flex: '1 1 220px', '& .consider': { color: MUTED, fontSize: '0.8125rem' } });

interface RowProps {
  readonly id: string;
  readonly row: number;
  readonly tabIndex: 0 | -1;
  readonly icon: ReactNode;
  readonly word: string;
  readonly colour: string;
  readonly headline: string;
  readonly age: string;
  readonly start: 'open' | 'closed';
  readonly short: string;
  readonly consider: string;
  /** What an escalation or a part of the item could not read. */
  readonly missing: readonly string[];
  readonly why: ReactNode;
}

/** A row that opens in place: one line of what, one of what to consider, and Why with the whole basis. */
export function FindingRow(props: RowProps): ReactElement {
  const { id, row, tabIndex, icon, word, colour, headline, age, short, consider, missing } = props;
  const [choice, setChoice] = useState<boolean>();
  const [why, setWhy] = useState(false);
  const head = useRef<HTMLButtonElement>(null);
  const open = choice ?? props.start === 'open';
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setWhy(false);
    setChoice(false);
    head.current?.focus();
  };
  return (
    <Row stripe={colour} data-row={row} onKeyDown={close}>
      <h3>
        <RowButton
          ref={head}
          type="button"
          data-row-head=""
          tabIndex={tabIndex}
          aria-expanded={open}
          aria-controls={open ? `${id}-body` : undefined}
          onClick={() => {
            setChoice(!open);
            if (open) setWhy(false);
          }}
        >
          {icon}
          <span>
            <Word colour={colour}>{word}</Word>
            <strong>{headline}</strong>
          </span>
          <Quiet>{age}</Quiet>
        </RowButton>
      </h3>
      {open ? (
        <Body id={`${id}-body`}>
          <Text>
            <p>{short}</p>
            {consider === '' ? null : <p className="consider">{consider}</p>}
            {missing.length === 0 ? null : <p className="consider">Could not check: {missing.join(' · ')}</p>}
          </Text>
          <Button
            variant="text"
            tabIndex={tabIndex}
            aria-expanded={why}
            aria-controls={why ? `${id}-why` : undefined}
            aria-label={`Why: ${headline}`}
            onClick={() => {
              setWhy(!why);
            }}
          >
            Why
          </Button>
        </Body>
      ) : null}
      {open && why ? <WhyPanel id={`${id}-why`}>{props.why}</WhyPanel> : null}
    </Row>
  );
}

interface Props {
  readonly item: Item;
  readonly row: number;
  readonly tabIndex: 0 | -1;
}

/** One fact about the relaxants and this patient, ranked by `present`. */
export function Finding({ item, row, tabIndex }: Props): ReactElement {
  return (
    <FindingRow
      id={`item-${item.id}`}
      row={row}
      tabIndex={tabIndex}
      icon={<SeverityIcon severity={item.severity} />}
      word={SEVERITY_WORDS[item.severity]}
      colour={SEVERITY_COLOURS[item.severity]}
      headline={item.headline}
      age={item.age ?? ''}
      start={item.start}
      short={item.short}
      consider={firstSentence(item.consider)}
      missing={item.missing.map((missing) => missing.why)}
      why={<WhyItem item={item} />}
    />
  );
}
