import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { AskGroup, AskItem } from '../knowledge/checklist';
import type { Presentation } from '../review/presentation';
import type { Review } from '../review/types';
import { answer, askGroups, askedOf, medicineQuestions, restNo } from './ask';
import type { Answers } from './ask';
import { FlagIcon, TIER_COLOURS } from './icons';
import { BlockHeading, Quiet, Row, Tag } from './parts';
import { EDGE, INK, LINE, SURFACE } from './theme';
import { Sheet, useSheet } from './sheet';
import { useVisit } from './visit-context';
import { firstSentence, plural } from './words';

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 12px',
  minHeight: 34,
});
const Columns = styled('div')({
  display: 'grid',
  gap: '0 22px',
  alignItems: 'start',
  '@media (min-width: 700px)': { gridTemplateColumns: '1fr 1fr' },
});
const Question = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 28,
  padding: '1px 0',
  borderBottom: `1px solid ${LINE}`,
  fontSize: '0.8125rem',
  lineHeight: 1.2,
});
const Words = styled('span')({ flex: 1 });
const Pair = styled('div')({ display: 'flex', flex: 'none' });
const Choice = styled('button')({
  width: 42,
  minHeight: 24,
  border: `1px solid ${EDGE}`,
  background: SURFACE,
  cursor: 'pointer',
  '&:first-of-type': { borderRadius: '4px 0 0 4px', borderRight: 0 },
  '&:last-of-type': { borderRadius: '0 4px 4px 0' },
  '&[aria-pressed="true"]': { background: INK, borderColor: INK, color: SURFACE, fontWeight: 700 },
});
const GroupHead = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 24,
  marginTop: 2,
  '& button': { marginLeft: 'auto' },
});
const Found = styled(Row)({ padding: '2px 8px', '& svg': { marginRight: 6 } });

interface Props {
  readonly review: Review;
  readonly shown: Presentation;
  readonly close: () => void;
}

/** Groups that begin the right column in a wide frame. */
const RIGHT = new Set(['infection-cancer', 'course']);

/** What no chart tells, asked at the visit. Untouched stays "not asked"; a yes counts at once. */
export function AskSheet({ review, shown, close }: Props): ReactElement {
  const { visit, changeVisit } = useVisit();
  const { answers } = visit;
  const groups = askGroups(review);
  const medicines = medicineQuestions(review, answers);
  const order = [...groups.flatMap((group) => group.items), ...medicines].map(({ linkId }) => linkId);
  const [current, setCurrent] = useState(order[0]);
  const sheet = useRef<HTMLElement>(null);
  const heading = useSheet(close);
  const asked = askedOf(groups, answers);
  const say = (change: (before: Answers) => Answers) => {
    changeVisit((before) => ({ ...before, answers: change(before.answers) }));
  };
  const set = (linkId: string, value: boolean | undefined) => {
    say((before) => answer(before, linkId, value));
  };
  const focus = (linkId: string, which: 'yes' | 'no') => {
    setCurrent(linkId);
    sheet.current
      ?.querySelector<HTMLElement>(`[data-question="${linkId}"] [data-choice="${which}"]`)
      ?.focus();
  };
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const linkId = target?.closest<HTMLElement>('[data-question]')?.dataset.question;
    if (linkId === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const side = target?.dataset.choice === 'no' ? 'no' : 'yes';
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const value = { ArrowLeft: true, y: true, ArrowRight: false, n: false }[event.key];
    if (step !== undefined) {
      const next = order[order.indexOf(linkId) + step];
      if (next !== undefined) focus(next, side);
    } else if (value !== undefined) {
      set(linkId, value);
      focus(linkId, value ? 'yes' : 'no');
    } else if (event.key === 'Backspace') set(linkId, undefined);
    else return;
    event.preventDefault();
  };
  const group = (of: AskGroup) => (
    <section key={of.linkId} aria-labelledby={`ask-${of.linkId}`}>
      <GroupHead>
        <BlockHeading as="h3" id={`ask-${of.linkId}`}>
          {of.heading}
        </BlockHeading>
        {of.emergency ? <Tag>emergency</Tag> : null}
        <Button
          variant="text"
          aria-label={`All asked, all no: ${of.heading}`}
          onClick={() => {
            say((before) => restNo(before, of));
          }}
        >
          All asked, all no
        </Button>
      </GroupHead>
      {of.items.map(question)}
    </section>
  );
  const question = (item: AskItem) => (
    <AskRow
      key={item.linkId}
      item={item}
      value={answers[item.linkId]}
      tabIndex={item.linkId === current ? 0 : -1}
      set={(value) => {
        setCurrent(item.linkId);
        set(item.linkId, value);
      }}
    />
  );
  return (
    <Sheet ref={sheet} onKeyDown={key} aria-labelledby="ask-heading">
      <Head>
        <h2 id="ask-heading" tabIndex={-1} ref={heading}>
          <strong>Ask the patient:</strong> {asked.asked} of {asked.total} asked
          {asked.yes === 0 ? '' : `, ${asked.yes} yes`}
          {asked.emergencyNotAsked.length === 0
            ? ''
            : ` · ${plural(asked.emergencyNotAsked.length, 'emergency question')} not asked`}
        </h2>
        <Button variant="outlined" sx={{ ml: 'auto' }} onClick={close}>
          Done (Esc)
        </Button>
      </Head>
      <div role="status">
        {shown.emergency.map((flag) => (
          <Found key={flag.id} stripe={TIER_COLOURS.emergency}>
            <FlagIcon colour={TIER_COLOURS.emergency} />
            <strong>Emergency: {flag.headline}</strong>
            <div>{firstSentence(flag.hits[0]?.rule.consider ?? '')}</div>
          </Found>
        ))}
      </div>
      <Columns>
        <div>{groups.filter(({ linkId }) => !RIGHT.has(linkId)).map(group)}</div>
        <div>
          {groups.filter(({ linkId }) => RIGHT.has(linkId)).map(group)}
          <section aria-labelledby="ask-medicines">
            <GroupHead>
              <BlockHeading as="h3" id="ask-medicines">
                Medicines
              </BlockHeading>
            </GroupHead>
            {medicines.map(question)}
          </section>
        </div>
      </Columns>
    </Sheet>
  );
}

interface RowProps {
  readonly item: AskItem;
  readonly value: boolean | undefined;
  readonly tabIndex: 0 | -1;
  readonly set: (value: boolean | undefined) => void;
}

function AskRow({ item, value, tabIndex, set }: RowProps): ReactElement {
  const id = `ask-${item.linkId}`;
  return (
    <Question role="group" aria-labelledby={id} data-question={item.linkId}>
      <Words id={id}>{item.question}</Words>
      {value === undefined ? <Quiet>not asked</Quiet> : null}
      <Pair>
        {([true, false] as const).map((choice) => (
          <Choice
            key={String(choice)}
            type="button"
            data-choice={choice ? 'yes' : 'no'}
            tabIndex={tabIndex}
            aria-pressed={value === choice}
            onClick={() => {
              set(value === choice ? undefined : choice);
            }}
          >
            {choice ? 'Yes' : 'No'}
          </Choice>
        ))}
      </Pair>
    </Question>
  );
}

/** Beside the red flags once something was asked: how much, and which emergency questions are still open. */
export function AskedState({ review }: { readonly review: Review }): ReactElement {
  const { visit } = useVisit();
  const { asked, total, emergencyNotAsked } = askedOf(askGroups(review), visit.answers);
  return (
    <Quiet>
      {asked === 0 ? 'Symptoms: not asked.' : `Symptoms: ${asked} of ${total} asked.`}
      {asked === 0 || emergencyNotAsked.length === 0
        ? ''
        : ` Emergency, not asked: ${emergencyNotAsked.map(({ linkId }) => SHORT[linkId] ?? linkId).join(', ')}.`}
    </Quiet>
  );
}

const SHORT: Readonly<Record<string, string>> = {
  'neuro-weak': 'leg weakness',
  'ces-bilat': 'both legs',
  'ces-urine': 'urine',
  'ces-bowel': 'stool',
  'ces-saddle': 'saddle numbness',
  'ces-sex': 'sexual function',
  chest: 'chest pain',
  aorta: 'tearing pain or fainting',
};
