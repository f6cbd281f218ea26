import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { Presentation, RedFlagItem } from '../review/presentation';
import type { Missing, Review } from '../review/types';
import { FindingRow } from './Finding';
import { FlagIcon, TIER_COLOURS } from './icons';
import { WhyRedFlag } from './LazyWhy';
import { Block, Quiet } from './parts';
import { ATTENTION, EDGE, LINE } from './theme';
import { useRoving } from './useRoving';
import { SECTION_WORDS, STATUS_WORDS, TIER_WORDS, firstSentence } from './words';

const Say = styled('p')({
  '&&': { padding: '4px 10px', marginTop: 4 },
  background: '#ffffff',
  border: `1px solid ${LINE}`,
  borderRadius: 4,
});
const Warn = styled(Say)({ background: ATTENTION, borderColor: EDGE });

interface Props {
  readonly review: Review;
  readonly shown: Presentation;
  readonly unsettled: boolean;
}

/** Red flags from the chart. What the patient feels is not in a chart, so the block always says that nobody asked. */
export function RedFlags({ review, shown, unsettled }: Props): ReactElement {
  const roving = useRoving(shown.redFlags.length);
  const count = shown.redFlags.length + shown.emergency.length;
  const heading = count === 0 ? 'Red flags' : `Red flags: ${count} in chart history`;
  return (
    <Block id="red-flags" heading={heading} aside={<Quiet>Symptoms: not asked.</Quiet>}>
      <div {...roving.list}>
        {shown.redFlags.map((flag, row) => (
          <RedFlagRow key={flag.id} flag={flag} row={row} tabIndex={roving.tabIndex(row)} start="closed" />
        ))}
      </div>
      <NotChecked review={review} found={count} unsettled={unsettled} />
    </Block>
  );
}

interface RowProps {
  readonly flag: RedFlagItem;
  readonly row: number;
  readonly tabIndex: 0 | -1;
  readonly start: 'open' | 'closed';
}

export function RedFlagRow({ flag, row, tabIndex, start }: RowProps): ReactElement {
  const [first] = flag.hits;
  return (
    <FindingRow
      id={`red-flag-${flag.id}`}
      row={row}
      tabIndex={tabIndex}
      icon={<FlagIcon colour={TIER_COLOURS[flag.tier]} />}
      word={TIER_WORDS[flag.tier]}
      colour={TIER_COLOURS[flag.tier]}
      headline={flag.headline}
      age={flag.window}
      start={start}
      short={first?.rule.short ?? ''}
      consider={first === undefined ? '' : firstSentence(first.rule.consider)}
      missing={[]}
      why={<WhyRedFlag flag={flag} />}
    />
  );
}

/** An empty list is only said to be empty when conditions and medicines were read in full. */
function NotChecked({
  review,
  found,
  unsettled,
}: {
  review: Review;
  found: number;
  unsettled: boolean;
}): ReactElement | null {
  const missing = [...missingParts(review).values()];
  if (missing.length > 0)
    return (
      <Warn>
        Could not check for {found > 0 ? 'other ' : ''}red flags: {missing.join(' · ')}.
      </Warn>
    );
  if (found > 0) return null;
  if (unsettled) return <Say>The chart is still being read.</Say>;
  return <Say>None found in the conditions and medicines we could read.</Say>;
}

/** Each missing thing once. The two sections that red flags rest on count even when no rule says so. */
function missingParts(review: Review): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const add = ({ key, why }: Pick<Missing, 'key' | 'why'>) => {
    if (!parts.has(key)) parts.set(key, why);
  };
  review.redFlagsNotChecked.flatMap((gap) => gap.missing).forEach(add);
  for (const section of ['Condition', 'MedicationRequest'] as const) {
    const status = review.completeness[section];
    if (status !== 'complete')
      add({ key: section, why: `${SECTION_WORDS[section].toLowerCase()} (${STATUS_WORDS[status]})` });
  }
  return parts;
}

const Banner = styled('div')({ '&:not(:empty)': { marginBottom: 8 } });

/** Emergency red flags: first on the page, never folded. The place is always there, so that a late one is announced. */
export function Emergency({ flags }: { readonly flags: readonly RedFlagItem[] }): ReactElement {
  const roving = useRoving(flags.length);
  return (
    <Banner aria-live="polite">
      {flags.length === 0 ? null : (
        <Block
          id="emergency"
          heading={flags.length === 1 ? 'Emergency' : `Emergency: ${flags.length} findings`}
        >
          <div {...roving.list}>
            {flags.map((flag, row) => (
              // More than two would fill the frame: they stand as closed rows of one banner.
              <RedFlagRow
                key={flag.id}
                flag={flag}
                row={row}
                tabIndex={roving.tabIndex(row)}
                start={flags.length > 2 ? 'closed' : 'open'}
              />
            ))}
          </div>
        </Block>
      )}
    </Banner>
  );
}
