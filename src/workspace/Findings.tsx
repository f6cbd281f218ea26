import type { ReactElement } from 'react';
import { styled } from '@mui/material/styles';
import type { Presentation } from '../review/presentation';
import { Finding } from './Finding';
import { Block, Say } from './parts';
import { useRoving } from './useRoving';
import { UNSETTLED_WORDS } from './words';
import type { Unsettled } from './words';

/** As high as the sentence that takes its place: one line in the one wide column of a middle frame, else two. */
const Waiting = styled(Say)({
  minHeight: 'calc(2lh + 14px)',
  '@media (min-width: 760px) and (max-width: 879.9px)': { minHeight: 0 },
});

/** Whether "nothing matched" stands there, which is never said without the number of checks that ran. */
export const saysNothing = ({ items }: Presentation, relaxants: number, unsettled: boolean): boolean =>
  items.length === 0 && relaxants > 0 && !unsettled;

interface Props {
  readonly shown: Presentation;
  /** Relaxants on the list: without one there is nothing to caution about, and nothing is claimed. */
  readonly relaxants: number;
  /** Why an empty list means nothing yet: the last section has not arrived, or a newer reading waits. */
  readonly unsettled: Unsettled | undefined;
}

/** Contraindicated and serious items, worst first. */
export function Findings({ shown, relaxants, unsettled }: Props): ReactElement | null {
  const roving = useRoving(shown.items.length);
  if (shown.items.length === 0) return <Nothing shown={shown} relaxants={relaxants} unsettled={unsettled} />;
  return (
    <Block id="first" heading="First">
      <div {...roving.list}>
        {shown.items.map((item, row) => (
          <Finding key={item.id} item={item} row={row} tabIndex={roving.tabIndex(row)} />
        ))}
      </div>
    </Block>
  );
}

function Nothing({ shown, relaxants, unsettled }: Props): ReactElement | null {
  if (relaxants === 0) return null;
  const lesser = shown.cautions.length + shown.teaching.length;
  const { run, total } = shown.checks;
  const Still = lesser === 0 ? Say : Waiting;
  return (
    <Block id="first" heading="First">
      {unsettled !== undefined ? (
        <Still>{UNSETTLED_WORDS[unsettled]}</Still>
      ) : (
        <Say>
          {lesser === 0
            ? 'Nothing matched in what could be read.'
            : 'Nothing contraindicated or serious matched in what could be read.'}{' '}
          {run} of {total} checks ran. Ask about symptoms.
        </Say>
      )}
    </Block>
  );
}
