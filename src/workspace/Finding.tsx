import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { Item } from '../review/presentation';
import { siteLines } from '../review/site-reason';
import { isHeavy, outcomeOf, undoItem } from './decisions';
import type { Outcome } from './decisions';
import { SEVERITY_COLOURS, SeverityIcon } from './icons';
import { DecideItem, DecidePanel } from './LazyDecide';
import { WhyItem, WhyPanel } from './LazyWhy';
import { Quiet, Row, RowButton } from './parts';
import { ACCENT, MUTED } from './theme';
import { useSaid } from './useSaid';
import { useVisit } from './visit-context';
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
const Buttons = styled('div')({ display: 'flex', gap: 6, marginLeft: 'auto' });
const Decided = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 8px',
  padding: '0 4px 3px 29px',
  fontSize: '0.8125rem',
  '& strong': { color: ACCENT },
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
  /** Why this site ranks it otherwise than its sources. */
  readonly bySite?: readonly string[];
  readonly why: ReactNode;
  /** What there is to decide about; absent for a red flag and for a caution. */
  readonly decidable?: Item | undefined;
  readonly outcome?: Outcome | undefined;
  readonly undo?: () => void;
  /** Stands under the headline, open or closed: what only the patient can tell. */
  readonly ask?: ReactNode;
}

/** A row that opens in place: one line of what, one of what to consider, and Why with the whole basis. */
export function FindingRow(props: RowProps): ReactElement {
  const { id, row, tabIndex, icon, word, colour, headline, age, short, consider, missing } = props;
  const [choice, setChoice] = useState<boolean>();
  const [why, setWhy] = useState(false);
  const [deciding, setDeciding] = useState(false);
  const [said, setSaid] = useSaid();
  const head = useRef<HTMLButtonElement>(null);
  const { decidable, outcome, undo, bySite = [] } = props;
  const open = choice ?? (props.start === 'open' && outcome?.done !== true);
  const shut = () => {
    setWhy(false);
    setDeciding(false);
  };
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    shut();
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
            if (open) shut();
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
      {props.ask}
      {outcome === undefined ? null : (
        <Decided>
          <span>
            Decided: <strong>{outcome.text}</strong>
          </span>
          {outcome.own ? (
            <Button
              variant="text"
              tabIndex={tabIndex}
              aria-label={`Undo: ${headline}`}
              onClick={() => {
                undo?.();
                setSaid('Taken back');
                setChoice(undefined);
                head.current?.focus();
              }}
            >
              Undo
            </Button>
          ) : null}
        </Decided>
      )}
      {said}
      {open ? (
        <Body id={`${id}-body`}>
          <Text>
            <p>{short}</p>
            {consider === '' ? null : <p className="consider">{consider}</p>}
            {bySite.map((text) => (
              <p key={text} className="consider">
                {text}
              </p>
            ))}
            {missing.length === 0 ? null : <p className="consider">Could not check: {missing.join(' · ')}</p>}
          </Text>
          <Buttons>
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
            {decidable === undefined ? null : (
              <Button
                variant="outlined"
                tabIndex={tabIndex}
                aria-expanded={deciding}
                aria-controls={deciding ? `${id}-decide` : undefined}
                aria-label={`Decide: ${headline}`}
                onClick={() => {
                  setDeciding(!deciding);
                }}
              >
                Decide
              </Button>
            )}
          </Buttons>
        </Body>
      ) : null}
      {open && deciding && decidable !== undefined ? (
        <DecidePanel id={`${id}-decide`}>
          <DecideItem
            item={decidable}
            onRecorded={(what) => {
              setSaid(what);
              shut();
              setChoice(undefined);
              head.current?.focus();
            }}
          />
        </DecidePanel>
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
  const { visit, changeVisit } = useVisit();
  const heavy = item.hits.some(({ hit }) => isHeavy(hit));
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
      bySite={siteLines(item)}
      why={<WhyItem item={item} />}
      decidable={heavy ? item : undefined}
      outcome={outcomeOf(item, visit)}
      undo={() => {
        changeVisit(undoItem(item));
      }}
    />
  );
}
