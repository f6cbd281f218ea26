import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { languageFor } from '../handout/content/languages';
import type { AskGroup, AskItem } from '../knowledge/checklist';
import type { Presentation } from '../review/presentation';
import type { Review } from '../review/types';
import { AskRow, TIGHT } from './AskRow';
import { answer, askGroups, askedOf, medicineQuestions, restNo } from './ask';
import type { Answers } from './ask';
import { ForTheNote } from './ForTheNote';
import { LanguageSelect } from './LanguageSelect';
import { FlagIcon, TIER_COLOURS } from './icons';
import { BlockHeading, Quiet, Row, Tag } from './parts';
import { useSpoken } from './spoken';
import { Sheet, useSheet } from './sheet';
import { LINE, PAGE } from './theme';
import { useVisit } from './visit-context';
import { TALL } from './workspace-layout';
import { firstSentence, plural } from './words';

/** A frame of 900 × 640 has room for every question, in two languages and beside a yes; what room is left is air between the rows. */
const Questions = styled(Sheet)({
  display: 'flex',
  flexDirection: 'column',
  padding: '0 12px 2px',
  // Where the page scrolls as one, what is asked and the way out stay at its head.
  overflowY: 'visible',
  [TALL]: { overflowY: 'auto' },
});
const STACK = { display: 'flex', flexDirection: 'column' } as const;
const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 12px',
  fontSize: '0.8125rem',
  '@media (min-height: 560px)': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    margin: '0 -12px',
    padding: '0 12px',
    background: PAGE,
    borderBottom: `1px solid ${LINE}`,
  },
});
const Columns = styled('div')({
  display: 'grid',
  gap: '0 22px',
  '& > div, & > div > section': STACK,
  '@media (min-width: 700px)': {
    flex: '1 0 auto',
    // No more air than this, and never less than the questions need.
    maxHeight: 580,
    minHeight: 'min-content',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gridTemplateRows: '1fr auto',
    '& > :nth-of-type(2)': { gridColumn: 2, gridRow: '1 / 3' },
  },
});
const GroupHead = styled('div')({
  display: 'flex',
  flex: '1 0 auto',
  alignItems: 'center',
  gap: 8,
  '& button': { marginLeft: 'auto', minHeight: 24, paddingBlock: 0, whiteSpace: 'nowrap' },
});
/** In which language the questions are read aloud. */
const Wording = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  marginLeft: 'auto',
  '& select': { minHeight: 26 },
});
const Found = styled(Row)({
  padding: '0 8px',
  marginTop: 0,
  fontSize: '0.8125rem',
  lineHeight: 1.25,
  '& svg': { marginRight: 6, verticalAlign: '-3px' },
});
const Open = styled(Tag)({ display: 'none', [TIGHT]: { display: 'inline-block', borderStyle: 'dashed' } });
/** Two small lines, no higher than the field they stand beside; in a narrow frame one below it. */
const Unread = styled(Quiet)({
  order: 1,
  width: '100%',
  fontSize: '0.71875rem',
  lineHeight: 1.1,
  '@media (min-width: 880px)': { order: 0, width: 180 },
});

interface Props {
  readonly review: Review;
  readonly shown: Presentation;
  readonly close: () => void;
  /** Not over the review but in a tab, which stands in the page's main part. */
  readonly inTab?: boolean;
}

/** Groups that begin the right column in a wide frame. */
const RIGHT = new Set(['infection-cancer', 'course']);

/** What no chart tells, asked at the visit. Untouched stays "not asked"; a yes counts at once. */
export function AskSheet({ review, shown, close, inTab = false }: Props): ReactElement {
  const { visit, changeVisit } = useVisit();
  const { answers } = visit;
  const groups = askGroups(review);
  const medicines = medicineQuestions(review, answers);
  const order = [...groups.flatMap((group) => group.items), ...medicines].map(({ linkId }) => linkId);
  const [current, setCurrent] = useState(order[0]);
  const sheet = useRef<HTMLElement>(null);
  const heading = useSheet(close);
  const [language, setLanguage] = useState(() => languageFor(review.patient.languages));
  const spoken = useSpoken(language);
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
  /** Where two languages fill the rows, the words stand once for the group and a dashed edge in each row. */
  const open = (items: readonly AskItem[]) => {
    const count = items.filter(({ linkId }) => answers[linkId] === undefined).length;
    return spoken.questions === undefined || count === 0 ? null : <Open>{count} not asked</Open>;
  };
  const group = (of: AskGroup) => (
    <section key={of.linkId} aria-labelledby={`ask-${of.linkId}`} style={{ flexGrow: of.items.length + 1 }}>
      <GroupHead>
        <BlockHeading as="h3" id={`ask-${of.linkId}`}>
          {of.heading}
        </BlockHeading>
        {of.emergency ? <Tag>emergency</Tag> : null}
        {open(of.items)}
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
      spoken={spoken}
      value={answers[item.linkId]}
      tabIndex={item.linkId === current ? 0 : -1}
      set={(value) => {
        setCurrent(item.linkId);
        set(item.linkId, value);
      }}
    />
  );
  return (
    <Questions as={inTab ? 'section' : 'main'} ref={sheet} onKeyDown={key} aria-labelledby="ask-heading">
      <Head>
        <h2 id="ask-heading" tabIndex={-1} ref={heading}>
          <strong>Ask the patient:</strong> {asked.asked} of {asked.total} asked
          {asked.yes === 0 ? '' : `, ${asked.yes} yes`}
          {asked.emergencyNotAsked.length === 0
            ? ''
            : ` · ${plural(asked.emergencyNotAsked.length, 'emergency question')} not asked`}
        </h2>
        <Unread role="status">
          {spoken.lost ? 'The words of this language could not be loaded.' : null}
          {spoken.questions?.signOff.state === 'awaiting'
            ? `Words await sign-off by ${spoken.questions.signOff.from}.`
            : null}
        </Unread>
        <Wording>
          <label htmlFor="ask-wording">Wording</label>
          <LanguageSelect id="ask-wording" language={language} setLanguage={setLanguage} />
        </Wording>
        <Button variant="outlined" onClick={close}>
          Done (Esc)
        </Button>
      </Head>
      <div role="status">
        {shown.emergency.map((flag) => (
          <Found key={flag.id} stripe={TIER_COLOURS.emergency}>
            <FlagIcon colour={TIER_COLOURS.emergency} />
            <strong>Emergency: {flag.headline}.</strong> {firstSentence(flag.hits[0]?.rule.consider ?? '')}
          </Found>
        ))}
      </div>
      <Columns>
        <div>{groups.filter(({ linkId }) => !RIGHT.has(linkId)).map(group)}</div>
        <div>
          {groups.filter(({ linkId }) => RIGHT.has(linkId)).map(group)}
          <section aria-labelledby="ask-medicines" style={{ flexGrow: medicines.length + 1 }}>
            <GroupHead>
              <BlockHeading as="h3" id="ask-medicines">
                Medicines
              </BlockHeading>
              {open(medicines)}
            </GroupHead>
            {medicines.map(question)}
          </section>
        </div>
        <ForTheNote />
      </Columns>
    </Questions>
  );
}
