import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { MedicationOrder } from '../chart/types';
import type { RelaxantReview } from '../review/types';
import { saidName } from '../review/visit-record';
import { decide, decisionWords } from './decisions';
import { useDesk } from './desk';
import { DrivingReasons, DrivingScale } from './DrivingScale';
import { DecideMedicine, DecidePanel } from './LazyDecide';
import { WhyMedicine, WhyPanel } from './LazyWhy';
import { Quiet } from './parts';
import { ACCENT, LINE } from './theme';
import { useSaid } from './useSaid';
import { useVisit } from './visit-context';
import { plan } from './visit-medicines';
import { chartDay, plural } from './words';

const Box = styled('li')({ borderTop: `1px solid ${LINE}`, '&:first-of-type': { borderTop: 0 } });
const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto auto',
  gap: '0 10px',
  padding: '4px 6px 4px 10px',
  '& > :last-child': { gridArea: '1 / 3 / 3', alignSelf: 'start' },
  '@media (max-width: 559.9px)': {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    '& > :first-of-type, & > :nth-of-type(3)': { gridColumn: '1 / -1' },
    '& > :last-child': { gridArea: '2 / 2' },
  },
});
/** What raised the driving scale is heard with it and stands below it, after the order's words. */
const Details = styled('div')({
  gridColumn: '1 / 3',
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'end',
  gap: '0 12px',
  // An order's words need not have a place where a line could break.
  '& > span': { minWidth: 0 },
  '& > :last-child': { order: -1, marginRight: 'auto' },
  '@media (max-width: 559.9px)': { justifyContent: 'start' },
});

const Buttons = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  gap: 6,
  maxWidth: 164,
  // Beside the driving scale alone there is room for three.
  '@media (max-width: 559.9px)': { maxWidth: 210 },
});
const Decided = styled('div')({
  padding: '0 6px 3px 10px',
  fontSize: '0.8125rem',
  '& strong': { color: ACCENT },
});
const Name = styled('h3')({ '&&': { display: 'inline', fontWeight: 700 } });
const Since = styled(Quiet)({ whiteSpace: 'nowrap' });

/** A row has room for a word; the rule's own title stands under Why. */
const INLINE_WORDS: Readonly<Record<string, string>> = { 'X-NO-SPASTICITY': 'off-label for back spasm' };

const ordered = ({ orders }: RelaxantReview) => orders.filter(({ intent }) => intent !== 'plan');

/** What is missing or unusual about a relaxant, in the words of the screen; an ordinary row has none. */
export function remarks(relaxant: RelaxantReview): string[] {
  const inline = [
    ...relaxant.cautions.map(({ rule }) => rule),
    // True of the product as long as no problem says otherwise; said from the start, it moves no finding when the problems arrive.
    ...relaxant.notChecked.map(({ rule }) => rule).filter(({ id }) => id in INLINE_WORDS),
  ].filter(({ start, group }) => start === 'inline' && group !== 'driving');
  const remark: readonly (readonly [boolean, string])[] = [
    [relaxant.state === 'on-hold', 'on hold'],
    [relaxant.state === 'stopped', 'stopped: only its stopping rule runs'],
    [relaxant.stale, 'old order: still taking it?'],
    [
      relaxant.planned?.alsoOrdered === true,
      `also ordered, both count: ${ordered(relaxant)
        .map(({ text }) => text)
        .join(', ')}`,
    ],
    [relaxant.planned === undefined && relaxant.orders.length > 1, plural(relaxant.orders.length, 'order')],
    [!relaxant.formStated, 'form not stated'],
    [relaxant.planned === undefined && relaxant.matchedBy === 'name', 'matched by name'],
    [relaxant.orders.some(({ reference }) => saidName(reference) !== undefined), 'said at this visit'],
    [relaxant.dailyDoseMg === undefined, 'daily dose not calculated'],
    [relaxant.durationDays === undefined, 'duration not stated'],
    ...inline.map((rule) => [true, INLINE_WORDS[rule.id] ?? rule.title] as const),
  ];
  return remark.filter(([applies]) => applies).map(([, text]) => text);
}

/** Every sig once, verbatim. */
export function sigs(orders: readonly MedicationOrder[]): string[] {
  return [...new Set(orders.flatMap((order) => order.dosages.map((dosage) => dosage.text)))].filter(
    (text) => text !== '',
  );
}

/** A row has room for two lines; a chart of forty orders must not push the findings out of sight. */
const LONGEST_SIG = 120;

/** The newest sig; of a long one the beginning. What is not said here is said to stand under Why. */
function Sigs({ orders, dense }: Pick<RelaxantReview, 'orders'> & Pick<Props, 'dense'>): ReactElement {
  const [newest = '', ...others] = sigs(orders);
  if (dense && others.length > 0) return <>{others.length + 1} different instructions under Why</>;
  const whole = newest.length <= LONGEST_SIG;
  return (
    <>
      <q>{whole ? newest : `${newest.slice(0, LONGEST_SIG).replace(/\s+\S*$/, '')} …`}</q>
      {whole ? null : ' in full under Why'}
      {others.length === 0 ? null : ` · ${plural(others.length, 'other instruction')} under Why`}
    </>
  );
}

interface Props {
  readonly relaxant: RelaxantReview;
  /** One of many: of several instructions, none of which is the one that counts, it shows how many there are. */
  readonly dense: boolean;
}

/** A relaxant as the chart says it: name and strength, since when, sig in quotes, driving, and what is unusual. */
export function MedicineRow({ relaxant, dense }: Props): ReactElement {
  const [why, setWhy] = useState(false);
  const [deciding, setDeciding] = useState(false);
  const [said, setSaid] = useSaid();
  const { changeVisit } = useVisit();
  const { decision } = relaxant;
  const decideButton = useRef<HTMLButtonElement>(null);
  const since =
    relaxant.planned !== undefined
      ? 'planned, not in the chart'
      : relaxant.since === undefined
        ? 'no date'
        : `since ${chartDay(relaxant.since.text)}`;
  const id = `why-medicine-${relaxant.drug}`;
  return (
    <Box>
      <Grid>
        <div>
          <Name>
            <bdi>{relaxant.text}</bdi>
          </Name>{' '}
          <Since>{since}</Since>
        </div>
        <DrivingScale driving={relaxant.driving} />
        <Details>
          <DrivingReasons driving={relaxant.driving} />
          <Quiet>
            {sigs(relaxant.orders).length > 0 ? (
              <Sigs orders={relaxant.orders} dense={dense} />
            ) : relaxant.planned === undefined ? (
              'no instructions in the chart'
            ) : (
              'no times planned'
            )}
            {remarks(relaxant).map((text) => (
              <span key={text}> · {text}</span>
            ))}
          </Quiet>
        </Details>
        <Buttons>
          <Button
            variant="text"
            aria-expanded={why}
            aria-controls={why ? id : undefined}
            aria-label={`Why: ${relaxant.name}`}
            onClick={() => {
              setWhy(!why);
            }}
          >
            Why
          </Button>
          {relaxant.planned === undefined ? null : <PlanButtons relaxant={relaxant} />}
          {relaxant.planned?.alsoOrdered === false ? null : (
            <Button
              ref={decideButton}
              variant="outlined"
              aria-expanded={deciding}
              aria-controls={deciding ? `${id}-decide` : undefined}
              aria-label={`Decide: ${relaxant.name}`}
              onClick={() => {
                setDeciding(!deciding);
              }}
            >
              Decide
            </Button>
          )}
        </Buttons>
      </Grid>
      {decision === undefined ? null : (
        <Decided>
          Decided: <strong>{decisionWords(decision)}</strong>{' '}
          <Button
            variant="text"
            aria-label={`Undo: ${relaxant.name} ${decisionWords(decision)}`}
            onClick={() => {
              changeVisit(decide(relaxant.drug, undefined));
              setSaid('Taken back');
              decideButton.current?.focus();
            }}
          >
            Undo
          </Button>
        </Decided>
      )}
      {said}
      {why ? (
        <WhyPanel id={id}>
          <WhyMedicine relaxant={relaxant} />
        </WhyPanel>
      ) : null}
      {deciding ? (
        <DecidePanel id={`${id}-decide`}>
          <DecideMedicine
            relaxant={relaxant}
            onRecorded={(what) => {
              setSaid(what);
              setDeciding(false);
              decideButton.current?.focus();
            }}
          />
        </DecidePanel>
      ) : null}
    </Box>
  );
}

/** A plan is changed or taken back; there is nothing to stop. */
function PlanButtons({ relaxant: { drug, name } }: { readonly relaxant: RelaxantReview }): ReactElement {
  const { changeVisit } = useVisit();
  const desk = useDesk();
  return (
    <>
      <Button
        variant="outlined"
        aria-label={`Change the plan: ${name}`}
        onClick={() => {
          desk.plan(drug);
        }}
      >
        Change
      </Button>
      <Button
        variant="outlined"
        aria-label={`Remove the plan: ${name}`}
        onClick={() => {
          changeVisit(plan(drug, undefined));
          document.getElementById('medicines')?.focus();
        }}
      >
        Remove
      </Button>
    </>
  );
}
