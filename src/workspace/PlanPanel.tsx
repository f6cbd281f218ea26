import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { DaySlots } from '../chart/types';
import { RELAXANT_PRODUCTS, offeredRelaxants } from '../knowledge/relaxant-products';
import type { DrugId } from '../knowledge/vocabulary';
import { baseIngredient } from '../review/relaxants';
import { plainName } from '../review/review';
import type { Review } from '../review/types';
import type { PlannedRelaxant } from '../review/visit-record';
import { ChoiceBox, ChoiceLine } from './ChoiceBox';
import { useDesk } from './desk';
import { findNames } from './medicine-names';
import { Field, NumberField } from './NumberField';
import { Quiet, Tag } from './parts';
import { EDGE, INK, SURFACE } from './theme';
import { plan } from './visit-medicines';
import { useVisit } from './visit-context';

const What = styled('span')({ minWidth: 66, fontWeight: 600, fontSize: '0.8125rem' });
/** A number with its unit, no wider than what is typed into it. */
const Small = styled('span')({ display: 'inline-block', width: 68 });
/** Its name goes to the next line only with its field. */
const ForDays = styled(What)({ display: 'inline-flex', alignItems: 'center', gap: 6, minWidth: 0 });
const Pick = styled('button')({
  minHeight: 26,
  padding: '1px 9px',
  border: `1px solid ${EDGE}`,
  borderRadius: 4,
  background: SURFACE,
  color: INK,
  fontSize: '0.8125rem',
  cursor: 'pointer',
  '&[aria-pressed="true"]': { background: INK, borderColor: INK, color: SURFACE, fontWeight: 700 },
});

const TIMES: readonly (readonly [keyof DaySlots, string])[] = [
  ['morning', 'Morning'],
  ['noon', 'Noon'],
  ['evening', 'Evening'],
  ['bedtime', 'Bedtime'],
];
const EMPTY: PlannedRelaxant = { perDose: 1, at: [] };

/** What one means to order, before it is ordered. Nothing here writes to the chart. */
export function PlanPanel({ review }: { readonly review: Review }): ReactElement {
  const { planning, plan: open } = useDesk();
  const { visit } = useVisit();
  const box = useRef<HTMLFieldSetElement>(null);
  const drug = planning === 'choose' ? undefined : planning;
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button')?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [drug]);
  return (
    <ChoiceBox
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') open(undefined);
      }}
    >
      <legend>{drug === undefined ? 'Plan which relaxant?' : `Plan ${plainName(drug)}`}</legend>
      {drug === undefined ? (
        <ChooseDrug />
      ) : (
        <Details key={drug} drug={drug} review={review} start={visit.planned[drug] ?? EMPTY} />
      )}
      <Quiet as="p">Planned for this visit, not ordered. Nothing is written to the chart.</Quiet>
    </ChoiceBox>
  );
}

const MOST_NAMES = 30;

function ChooseDrug(): ReactElement {
  const { formulary, plan: open } = useDesk();
  const [typed, setTyped] = useState('');
  const id = useId();
  const offered = offeredRelaxants(formulary);
  const brands = new Map<DrugId, string>();
  for (const { name, is, relaxants } of typed.trim() === '' ? [] : findNames(typed, MOST_NAMES))
    for (const drug of relaxants) if (!brands.has(drug)) brands.set(drug, is === '' ? '' : name);
  // A name of one form ("Amrix") finds that form; the plain ingredient finds every form of it.
  const found =
    typed.trim() === ''
      ? offered
      : offered.filter((drug) => brands.has(drug) || plainName(drug).includes(typed.trim().toLowerCase()));
  const [only] = found;
  return (
    <>
      <ChoiceLine>
        <label htmlFor={id}>Name or brand</label>
        <Field
          id={id}
          type="search"
          autoComplete="off"
          style={{ width: 190 }}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && only !== undefined && found.length === 1) open(only);
          }}
        />
        <Button
          variant="text"
          sx={{ ml: 'auto' }}
          onClick={() => {
            open(undefined);
          }}
        >
          Cancel
        </Button>
      </ChoiceLine>
      <ChoiceLine role="group" aria-label="Relaxants">
        {found.map((drug) => (
          <Pick
            key={drug}
            type="button"
            onClick={() => {
              open(drug);
            }}
          >
            {plainName(drug)}
            {brands.get(drug) ? ` (${brands.get(drug) ?? ''})` : ''}
            {RELAXANT_PRODUCTS[drug].controlled ? ' · C-IV' : ''}
          </Pick>
        ))}
        <span role="status">
          {found.length === 0 ? <Quiet>No relaxant of this name is offered here.</Quiet> : null}
        </span>
      </ChoiceLine>
    </>
  );
}

interface DetailsProps {
  readonly drug: DrugId;
  readonly review: Review;
  readonly start: PlannedRelaxant;
}

function Details({ drug, review, start }: DetailsProps): ReactElement {
  const { plan: open } = useDesk();
  const { visit, changeVisit } = useVisit();
  const [draft, setDraft] = useState(start);
  const id = useId();
  const { strengths, form, offLabel, controlled, course } = RELAXANT_PRODUCTS[drug];
  const { strengthMg, perDose, at, upTo, days } = draft;
  const set = (part: Partial<Record<keyof PlannedRelaxant, unknown>>) => {
    // An emptied field is not filled in: the key goes with its value.
    setDraft((before) => defined({ ...before, ...part }));
  };
  const facts = [controlled ? 'C-IV' : '', offLabel ?? '', course].filter((text) => text !== '');
  const ordered = review.relaxants.filter(
    (one) =>
      baseIngredient(one.drug) === baseIngredient(drug) && one.orders.some(({ intent }) => intent !== 'plan'),
  );
  const record = () => {
    changeVisit(plan(drug, draft));
    open(undefined);
  };
  return (
    <>
      {ordered.length === 0 ? null : (
        <ChoiceLine>
          <strong>Already in the chart:</strong> {ordered.map(({ text }) => text).join(', ')}. Both count
          until one is set aside.
        </ChoiceLine>
      )}
      <ChoiceLine>
        <What>Strength</What>
        {strengths.map((mg) => (
          <Pick
            key={mg}
            type="button"
            aria-pressed={strengthMg === mg}
            onClick={() => {
              set({ strengthMg: strengthMg === mg ? undefined : mg });
            }}
          >
            {mg} mg
          </Pick>
        ))}
        <label htmlFor={`${id}-mg`}>
          {strengths.length === 0 ? '' : 'or '}mg in one {form}
        </label>
        <Small>
          <NumberField
            id={`${id}-mg`}
            min={0.1}
            max={2000}
            step={0.1}
            value={strengthMg}
            onValue={(mg) => {
              set({ strengthMg: mg });
            }}
          />
        </Small>
      </ChoiceLine>
      <ChoiceLine role="group" aria-label="Times of day">
        <What>Times</What>
        {TIMES.map(([time, word]) => (
          <Pick
            key={time}
            type="button"
            aria-pressed={at.includes(time)}
            disabled={upTo !== undefined}
            onClick={() => {
              set({ at: at.includes(time) ? at.filter((one) => one !== time) : [...at, time] });
            }}
          >
            {word}
          </Pick>
        ))}
        <label htmlFor={`${id}-each`}>{form}s each time</label>
        <Small>
          <NumberField
            id={`${id}-each`}
            min={0.5}
            max={9}
            step={0.5}
            value={perDose}
            onValue={(count) => {
              if (count !== undefined) set({ perDose: count });
            }}
          />
        </Small>
      </ChoiceLine>
      <ChoiceLine>
        <What>
          <label htmlFor={`${id}-up`}>As needed</label>
        </What>
        up to
        <Small>
          <NumberField
            id={`${id}-up`}
            min={1}
            max={6}
            step={1}
            value={upTo}
            onValue={(times) => {
              set(times === undefined ? { upTo: undefined } : { upTo: times, at: [] });
            }}
          />
        </Small>
        <span style={{ marginRight: 12 }}>times a day</span>
        <ForDays>
          <label htmlFor={`${id}-days`}>Days</label>
          <Small>
            <NumberField
              id={`${id}-days`}
              min={1}
              max={365}
              step={1}
              value={days}
              onValue={(count) => {
                set({ days: count });
              }}
            />
          </Small>
        </ForDays>
        {facts.map((text) => (
          <Tag key={text}>{text}</Tag>
        ))}
      </ChoiceLine>
      <ChoiceLine>
        <Button variant="contained" onClick={record}>
          {visit.planned[drug] === undefined ? 'Plan' : 'Change the plan:'} {plainName(drug)}
        </Button>
        <Button
          variant="outlined"
          onClick={() => {
            open('choose');
          }}
        >
          Another relaxant
        </Button>
        <Button
          variant="text"
          onClick={() => {
            open(undefined);
          }}
        >
          Cancel
        </Button>
      </ChoiceLine>
    </>
  );
}

const defined = (draft: Partial<Record<keyof PlannedRelaxant, unknown>>): PlannedRelaxant =>
  Object.fromEntries(
    Object.entries(draft).filter(([, value]) => value !== undefined),
  ) as unknown as PlannedRelaxant;
