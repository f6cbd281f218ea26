import { useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import { attributesOf } from '../knowledge/in-words/card';
import type { RuleCard } from '../knowledge/in-words/card';
import type { LimbWords } from '../knowledge/in-words/limb';
import { SOURCE_KIND_NAMES } from '../knowledge/in-words/source-kinds';
import type { Words } from '../knowledge/in-words/words';
import { asLine } from '../knowledge/in-words/words';
import { REVIEW_BY } from '../knowledge/version';
import { Quiet, Tag } from './parts';
import { BAND, CONTRAINDICATED, EDGE, LINE, MUTED, SERIOUS, SURFACE } from './theme';
import { chartDay } from './words';

const Rule = styled('details', { shouldForwardProp: (name) => name !== 'stripe' })<{ stripe: string }>(
  ({ stripe }) => ({
    marginTop: 4,
    background: SURFACE,
    border: `1px solid ${LINE}`,
    borderLeft: `4px solid ${stripe}`,
    borderRadius: 4,
    fontSize: '0.8125rem',
    '& summary': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      alignItems: 'baseline',
      columnGap: 8,
      minHeight: 28,
      padding: '4px 8px',
      cursor: 'pointer',
      '&:hover': { background: BAND },
    },
    '& dl': {
      display: 'grid',
      gridTemplateColumns: 'minmax(5rem, 8rem) minmax(0, 1fr)',
      gap: '4px 12px',
      padding: '2px 10px 10px',
    },
    '& dt': { fontWeight: 700, color: MUTED },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '& ul': { paddingLeft: 16 },
    '& p + p': { marginTop: 4 },
  }),
);
const Code = styled('code')({
  fontFamily: 'ui-monospace, "Liberation Mono", monospace',
  fontSize: '0.75rem',
  color: MUTED,
});

const STRIPES: Readonly<Record<string, string>> = {
  contraindicated: CONTRAINDICATED,
  emergency: CONTRAINDICATED,
  serious: SERIOUS,
  'urgent-sameday': SERIOUS,
  caution: EDGE,
  urgent: EDGE,
};

/** One rule: a line, and all that stands behind it once it is opened. */
export function RuleDetails({ card }: { readonly card: RuleCard }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <Rule
      stripe={STRIPES[card.grade] ?? LINE}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <span>
          <strong>{card.title}</strong> <Code>{card.id}</Code>
        </span>
        <Tag>{card.gradeName}</Tag>
      </summary>
      {open ? <Behind card={card} /> : null}
    </Rule>
  );
}

const DEFAULTS = new Map(attributesOf());

function Behind({ card }: { readonly card: RuleCard }): ReactElement {
  const { trigger } = card;
  const differs = card.attributes.filter(([name, value]) => DEFAULTS.get(name) !== value);
  return (
    <dl>
      <dt>Fires when</dt>
      <dd>
        {trigger.kind === 'caution' ? (
          <Condition words={trigger.words.when} />
        ) : (
          <Limbs limbs={trigger.limbs} />
        )}
      </dd>
      {trigger.kind === 'caution' && trigger.words.raisedWhen !== undefined ? (
        <>
          <dt>Raised to {trigger.words.raised}</dt>
          <dd>
            <Condition words={trigger.words.raisedWhen} />
          </dd>
        </>
      ) : null}
      {trigger.kind === 'caution' && trigger.words.hiddenBy.length > 0 ? (
        <>
          <dt>Not shown beside</dt>
          <dd>{trigger.words.hiddenBy.join(', ')}</dd>
        </>
      ) : null}
      <dt>On screen</dt>
      <dd>{card.short}</dd>
      <dt>Reason</dt>
      <dd>{card.clinician}</dd>
      <dt>To consider</dt>
      <dd>{card.consider}</dd>
      <dt>For the patient</dt>
      <dd>
        {card.patient === '' ? null : <p>{card.patient}</p>}
        <p>
          <Quiet>{card.patientLine}</Quiet>
        </p>
      </dd>
      <dt>Rests on</dt>
      <dd>
        <p>{card.basis}</p>
        {card.own.length === 0 ? null : <p>Own choices of this project: {card.own.join(' ')}</p>}
      </dd>
      <dt>Sources</dt>
      <dd>
        <ul>
          {card.sources.map(({ source, section, supports, from }) => (
            <li key={`${source} ${section}`}>
              {SOURCE_KIND_NAMES[from.kind]}:{' '}
              <a href={from.url} target="_blank" rel="noreferrer">
                {from.title}
              </a>
              {from.version === undefined ? '' : ` (${from.version})`}, section {section}: {supports}{' '}
              <Quiet>
                {from.publisher}; {from.seen}
              </Quiet>
            </li>
          ))}
        </ul>
      </dd>
      <dt>Version</dt>
      <dd>
        {card.version}, review by {chartDay(REVIEW_BY)}
      </dd>
      <dt>Attributes</dt>
      <dd>
        {differs.length === 0 ? 'As for every rule, at the end of this list.' : null}
        {differs.map(([name, value]) => (
          <p key={name}>
            {name}: {value}
          </p>
        ))}
      </dd>
    </dl>
  );
}

/** A short condition stands on one line, a long one as a list. */
function Condition({ words }: { readonly words: Words }): ReactElement {
  const line = asLine(words);
  if (typeof words === 'string' || line.length < 90) return <>{line}</>;
  const [lead, parts] =
    'all' in words
      ? ['All of:', words.all]
      : [words.lead === undefined ? 'One of:' : `${words.lead}, one of:`, words.any];
  return (
    <>
      {lead}
      <ul>
        {parts.map((part) => (
          <li key={asLine(part)}>
            <Condition words={part} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Limbs({ limbs }: { readonly limbs: readonly LimbWords[] }): ReactElement {
  return (
    <ul>
      {limbs.map(({ what, tiers, notes }) => (
        <li key={`${what} ${tiers.join()} ${notes.join()}`}>
          {what}: <strong>{tiers.join('; ')}</strong>
          {notes.length === 0 ? null : (
            <div>
              <Quiet>{notes.join('; ')}</Quiet>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
