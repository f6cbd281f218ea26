import { Suspense, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { isUndecided } from '../handout/decided';
import type { Review } from '../review/types';
import { ToldBack } from './LazyPaper';
import { printedRows } from './printed-rows';
import { Quiet } from './parts';
import type { HandoutHandle } from './useHandout';
import { plural } from './words';

interface Props {
  readonly review: Review;
  readonly handout: HandoutHandle;
}

/** What stands beside the Print button: is this paper approved, and what stops or changed since. */
export function ApprovalState({ review, handout }: Props): ReactElement {
  const stopped = review.relaxants.filter(
    (relaxant) => relaxant.state !== 'stopped' && isUndecided(relaxant),
  );
  const rows = printedRows(handout.inEnglish);
  const printed = (drug: string) => rows.find((row) => row.drug === drug)?.times;
  const { changed, approvedBefore, choices, record } = handout;
  const [shown, setShown] = useState(false);
  return (
    <div>
      {stopped.map((relaxant) => {
        const times = printed(relaxant.drug);
        return (
          <p key={relaxant.drug}>
            Contraindicated finding open: {relaxant.name} prints{' '}
            {typeof times === 'string' ? `as “${times}”` : 'without times.'}
          </p>
        );
      })}
      <Quiet as="p" role="status">
        {record.printedAt === undefined ? '' : `Printed ${record.printedAt}, version ${record.version}. `}
        {choices.approved
          ? 'Approved as shown.'
          : approvedBefore
            ? `${changed.length === 0 ? 'The paper' : plural(changed.length, 'line')} changed since you approved: “Not reviewed” prints until you approve again.`
            : 'Not approved yet: “Not reviewed” prints on every page.'}
        {changed.length === 0 ? null : (
          <Button
            variant="text"
            aria-expanded={shown}
            onClick={() => {
              setShown(!shown);
            }}
          >
            {shown ? 'Hide' : 'Show'}
          </Button>
        )}
      </Quiet>
      {record.version === 0 ? null : (
        <Suspense fallback={null}>
          <ToldBack handout={handout} />
        </Suspense>
      )}
      {shown && changed.length > 0 ? (
        <ul>
          {changed.map((line) => (
            <li key={line.id}>
              {line.on ? 'Now on' : 'Now off'}: {line.text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
