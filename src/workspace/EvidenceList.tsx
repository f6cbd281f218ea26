import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import { SOURCE_KIND_NAMES } from '../knowledge/in-words/source-kinds';
import type { Basis, Citation } from '../knowledge/rule';
import { SOURCES } from '../knowledge/sources';
import { shownDate } from '../review/evidence-date';
import { ownDirection } from '../review/own-direction';
import type { Evidence, Missing } from '../review/types';
import { MUTED } from './theme';
import { BASIS_WORDS } from './words';

export const WhyBox = styled('div')({
  padding: '4px 10px 8px 29px',
  fontSize: '0.8125rem',
  '& h4': { fontSize: '0.8125rem', fontWeight: 700, color: MUTED, marginTop: 6 },
  '& ul': { paddingLeft: 16 },
  '& li': { marginTop: 2, overflowWrap: 'anywhere' },
  '& p': { marginTop: 2 },
});
const Code = styled('code')({
  fontFamily: 'ui-monospace, "Liberation Mono", monospace',
  fontSize: '0.75rem',
  color: MUTED,
});

const MATCH_WORDS: Readonly<Record<Evidence['basis'], string>> = {
  code: 'matched by code',
  name: 'matched by name',
  value: 'value',
  answer: 'answered in this visit',
};

/** The chart entries behind a finding: the chart's own words, date, status, how it was matched, and where it stands. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }): ReactElement | null {
  const entries = [...new Map(evidence.map((entry) => [`${entry.reference} ${entry.by}`, entry])).values()];
  if (entries.length === 0) return null;
  return (
    <>
      <h4>In the chart</h4>
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.reference} ${entry.by}`}>
            <q>{entry.text}</q>
            {parts(entry).map((part) => ` · ${ownDirection(part)}`)} <Code>{entry.reference}</Code>
          </li>
        ))}
      </ul>
    </>
  );
}

function parts(entry: Evidence): string[] {
  const { detail, recorder, basis, by } = entry;
  const match = by === '' ? MATCH_WORDS[basis] : `${MATCH_WORDS[basis]}: ${by}`;
  const who = recorder === undefined ? '' : `recorded by ${recorder}`;
  return [...new Set([shownDate(entry) ?? 'no date', ...detail.split(' · '), who, match])].filter(
    (part) => part !== '',
  );
}

export function MissingList({ missing }: { readonly missing: readonly Missing[] }): ReactElement | null {
  if (missing.length === 0) return null;
  return (
    <>
      <h4>Could not check</h4>
      <ul>
        {missing.map((one) => (
          <li key={one.key}>{one.why}</li>
        ))}
      </ul>
    </>
  );
}

interface BasisProps {
  readonly rules: readonly { readonly id: string; readonly version: string; readonly basis: Basis }[];
  readonly sources: readonly Citation[];
}

/** What the finding rests on: every source with its section and a link to the issuer, the kind of basis, rule and version. */
export function BasisList({ rules, sources }: BasisProps): ReactElement {
  const kinds = [...new Set(rules.map((rule) => BASIS_WORDS[rule.basis]))];
  return (
    <>
      <h4>{kinds.length === 0 ? 'Sources' : `Basis: ${kinds.join('; ')}`}</h4>
      <ul>
        {sources.map((citation) => {
          const source = SOURCES[citation.source];
          return (
            <li key={`${citation.source} ${citation.section}`}>
              {SOURCE_KIND_NAMES[source.kind]}:{' '}
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.title}
              </a>
              , section {citation.section}: {citation.supports}. {source.publisher}
            </li>
          );
        })}
      </ul>
      <p>
        {rules.map((rule) => (
          <Code key={rule.id}>
            {rule.id} (version {rule.version}){' '}
          </Code>
        ))}
      </p>
    </>
  );
}
