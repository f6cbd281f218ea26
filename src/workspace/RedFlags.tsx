import { Suspense } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { isOnItsWay } from '../review/on-its-way';
import type { Presentation, RedFlagItem } from '../review/presentation';
import type { Missing, Review } from '../review/types';
import { FindingRow } from './Finding';
import { AskedState } from './LazyAsk';
import { FlagIcon, TIER_COLOURS } from './icons';
import { AskWhetherNew, ToldNotNew } from './NewOrNot';
import { WhyRedFlag } from './LazyWhy';
import { Block, Quiet, Say, Warn } from './parts';
import { useRoving } from './useRoving';
import { useVisit } from './visit-context';
import { SECTION_WORDS, STATUS_WORDS, TIER_WORDS, UNSETTLED_WORDS, firstSentence } from './words';
import type { Unsettled } from './words';

interface Props {
  readonly review: Review;
  readonly shown: Presentation;
  readonly unsettled: Unsettled | undefined;
  /** Keeps the height of two rows, whatever the conditions bring. */
  readonly room: boolean;
  /** Opens the questions. */
  readonly ask: (() => void) | undefined;
}

/** In a line of its own once emergency questions are named: the button stays beside their names. */
const Aside = styled('div')({
  display: 'flex',
  alignItems: 'center',
  marginLeft: 'auto',
  gap: 10,
  '& > button': { flex: 'none' },
});

/** Only an answer of this visit stands behind it: nothing in the chart. */
const onlyAsked = (flag: RedFlagItem): boolean =>
  flag.hits.every(({ evidence }) => evidence.every(({ basis }) => basis === 'answer'));

/** That there may be more is said in the heading where one stands: in a line of its own it would push away what is below, and later pull it back. */
function headingOf(flags: readonly RedFlagItem[], more: string | undefined): string {
  const asked = flags.filter(onlyAsked).length;
  const parts = [
    flags.length > asked ? `${flags.length - asked} in chart history` : '',
    asked > 0 ? `${asked} from answers` : '',
    more !== undefined && flags.length > 0 ? more : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Red flags' : `Red flags: ${parts.join(', ')}`;
}

/** With room: the height of two rows, the headline of one of them wrapped, which a lone line fills. */
const Rows = styled('div', { shouldForwardProp: (name) => name !== 'room' })<{ room: boolean }>(
  ({ room }) => ({
    '&&& > p': { padding: '4px 10px', marginTop: 4, flex: 'auto' },
    ...(room ? { display: 'flex', flexDirection: 'column', minHeight: 85 } : {}),
  }),
);

const NOT_ASKED = <Quiet>Symptoms: not asked.</Quiet>;

/** Red flags from the chart and from answers. What the patient feels is not in a chart, so the block says what nobody asked. */
export function RedFlags({ review, shown, unsettled, room, ask }: Props): ReactElement {
  const roving = useRoving(shown.redFlags.length);
  const { visit } = useVisit();
  const count = shown.redFlags.length + shown.emergency.length;
  const more = isArriving(review)
    ? 'others being read'
    : unsettled === 'waiting'
      ? 'not up to date'
      : undefined;
  const aside = (
    <Aside>
      {Object.keys(visit.answers).length === 0 ? (
        NOT_ASKED
      ) : (
        <Suspense fallback={NOT_ASKED}>
          <AskedState review={review} />
        </Suspense>
      )}
      {ask === undefined ? null : (
        <Button id="ask-now" variant="outlined" onClick={ask}>
          Ask now
        </Button>
      )}
    </Aside>
  );
  return (
    <Block id="red-flags" heading={headingOf([...shown.emergency, ...shown.redFlags], more)} aside={aside}>
      <Rows room={room}>
        <div {...roving.list}>
          {shown.redFlags.map((flag, row) => (
            <RedFlagRow key={flag.id} flag={flag} row={row} tabIndex={roving.tabIndex(row)} start="closed" />
          ))}
        </div>
        <ToldNotNew />
        <NotChecked review={review} found={count} unsettled={unsettled} />
      </Rows>
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
      // What a rule says of the chart would be untrue of an answer.
      short={onlyAsked(flag) ? 'Told at this visit; the chart does not say so.' : (first?.rule.short ?? '')}
      consider={first === undefined ? '' : firstSentence(first.rule.consider)}
      missing={[]}
      why={<WhyRedFlag flag={flag} />}
      ask={flag.question === undefined ? null : <AskWhetherNew question={flag.question} />}
    />
  );
}

/** More red flags may come with what is still being read. */
const isArriving = (review: Review): boolean =>
  Object.values(review.completeness).includes('loading') ||
  review.redFlagsNotChecked.some(({ missing }) => missing.some((one) => isOnItsWay(one, review)));

/** An empty list is only said to be empty when conditions and medicines were read in full. */
function NotChecked({
  review,
  found,
  unsettled,
}: {
  review: Review;
  found: number;
  unsettled: Unsettled | undefined;
}): ReactElement | null {
  const missing = [...missingParts(review).values()];
  // One line as in the end: the names of what is on its way would wrap, and move what stands below when they go.
  if (found === 0 && isArriving(review))
    return <Warn>Could not check for red flags yet: the chart is still being read.</Warn>;
  if (missing.length > 0)
    return (
      <Warn>
        Could not check for {found > 0 ? 'other ' : ''}red flags: {missing.join(' · ')}.
      </Warn>
    );
  if (found > 0) return null;
  if (unsettled !== undefined) return <Say>{UNSETTLED_WORDS[unsettled]}</Say>;
  const told = review.notes.some(({ id }) => id === 'SAID_NOT_NEW');
  return <Say>None {told ? 'other ' : ''}found in the conditions and medicines we could read.</Say>;
}

/** Each missing thing once, without what is still on its way. The two sections that red flags rest on count even when no rule says so. */
function missingParts(review: Review): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const add = ({ key, why }: Pick<Missing, 'key' | 'why'>) => {
    if (!parts.has(key)) parts.set(key, why);
  };
  review.redFlagsNotChecked
    .flatMap((gap) => gap.missing)
    .filter((missing) => !isOnItsWay(missing, review))
    .forEach(add);
  for (const section of ['Condition', 'MedicationRequest'] as const) {
    const status = review.completeness[section];
    if (status !== 'complete' && status !== 'loading')
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
