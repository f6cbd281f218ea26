import { useDeferredValue, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { attributesOf } from '../knowledge/in-words/card';
import { SEVERITY_NAMES, TIER_NAMES } from '../knowledge/in-words/names';
import { TERMINOLOGY_LICENCES } from '../knowledge/licences';
import { RULES_SIGN_OFF } from '../knowledge/sign-offs';
import { KNOWLEDGE_VERSION, REVIEW_BY } from '../knowledge/version';
import { Quiet } from './parts';
import { RuleDetails } from './RuleDetails';
import { GRADES, RULE_CARDS, rulesToShow } from './rule-search';
import type { Grade } from './rule-search';
import { EDGE, INK, LINE, MUTED, PAGE, SURFACE } from './theme';
import { Sheet, SheetHead, useSheet } from './sheet';
import { chartDay } from './words';

const Measure = styled('div')({ maxWidth: 760, margin: '0 auto' });
const Find = styled('div')({
  position: 'sticky',
  top: -4,
  zIndex: 1,
  padding: '6px 0',
  background: PAGE,
  borderBottom: `1px solid ${LINE}`,
});
const Field = styled('label')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  fontSize: '0.8125rem',
  '& input': {
    flex: 1,
    minWidth: 0,
    minHeight: 30,
    padding: '2px 8px',
    border: `1px solid ${EDGE}`,
    borderRadius: 4,
    background: SURFACE,
    color: INK,
    font: 'inherit',
  },
});
const Filters = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 4, marginTop: 6 });
const Filter = styled('button')({
  minHeight: 24,
  padding: '1px 10px',
  border: `1px solid ${EDGE}`,
  borderRadius: 12,
  background: SURFACE,
  color: INK,
  fontSize: '0.8125rem',
  cursor: 'pointer',
  '&[aria-pressed="true"]': { background: INK, borderColor: INK, color: SURFACE, fontWeight: 700 },
});
const About = styled('section')({
  marginTop: 20,
  fontSize: '0.8125rem',
  '& h3': { marginTop: 12, fontSize: '0.8125rem', fontWeight: 700, color: MUTED },
  '& dl': { display: 'grid', gridTemplateColumns: 'minmax(7rem, 14rem) 1fr', gap: '3px 12px' },
  '& dt': { fontWeight: 700 },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
});

const GRADE_NAMES: Readonly<Record<Grade, string>> = { ...SEVERITY_NAMES, ...TIER_NAMES };
const signedOff =
  RULES_SIGN_OFF.state === 'signed'
    ? `Signed off by ${RULES_SIGN_OFF.by} on ${chartDay(RULES_SIGN_OFF.on)}.`
    : `Not signed off yet: awaiting ${RULES_SIGN_OFF.from}.`;

/** Every rule with what it rests on, for whoever wants to judge the program itself. Opened from More; Escape closes it. */
export function Sources({ close }: { readonly close: () => void }): ReactElement {
  const [query, setQuery] = useState('');
  const [grades, setGrades] = useState<ReadonlySet<Grade>>(new Set());
  const heading = useSheet(close);
  // The list follows a moment behind fast typing.
  const shown = rulesToShow(useDeferredValue(query), grades);
  const turn = (grade: Grade) => {
    setGrades((before) => {
      const after = new Set(before);
      if (!after.delete(grade)) after.add(grade);
      return after;
    });
  };
  return (
    <Sheet aria-labelledby="sources-heading">
      <Measure>
        <SheetHead>
          <h2 id="sources-heading" tabIndex={-1} ref={heading}>
            <strong>Rules and sources</strong>
          </h2>
          <Button variant="outlined" sx={{ ml: 'auto' }} onClick={close}>
            Close (Esc)
          </Button>
        </SheetHead>
        <p>
          BackSafe supports, and does not replace, clinical judgment. Knowledge version {KNOWLEDGE_VERSION},
          sources due for review by {chartDay(REVIEW_BY)}. {signedOff}
        </p>
        <Find>
          <Field>
            Find
            <input
              type="search"
              placeholder="medicine, rule id or word"
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
              }}
              onKeyDown={(event) => {
                // The first Escape empties the search, the next closes.
                if (event.key !== 'Escape' || query === '') return;
                event.stopPropagation();
                setQuery('');
              }}
            />
          </Field>
          <Filters role="group" aria-label="Show only">
            {GRADES.map((grade) => (
              <Filter
                key={grade}
                type="button"
                aria-pressed={grades.has(grade)}
                onClick={() => {
                  turn(grade);
                }}
              >
                {GRADE_NAMES[grade]}
              </Filter>
            ))}
          </Filters>
          <Quiet role="status">
            {shown.length} of {RULE_CARDS.length} rules
          </Quiet>
        </Find>
        {shown.map((card) => (
          <RuleDetails key={card.id} card={card} />
        ))}
        {shown.length === 0 ? <p>No rule holds these words. Clear the search to see all.</p> : null}
        <AboutAll />
      </Measure>
    </Sheet>
  );
}

function AboutAll(): ReactElement {
  return (
    <About aria-label="About all rules">
      <h3>Source attributes of every rule (45 CFR 170.315(b)(11)); a rule names what differs</h3>
      <dl>
        {attributesOf().map(([name, value]) => (
          <Pair key={name} name={name} value={value} />
        ))}
      </dl>
      <h3>Codes and names</h3>
      <dl>
        {TERMINOLOGY_LICENCES.map(({ name, licence }) => (
          <Pair key={name} name={name} value={licence} />
        ))}
      </dl>
    </About>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
