import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import type { RelaxantReview } from '../review/types';
import type { Change } from './decisions';
import { plan } from './visit-medicines';

interface Props {
  readonly planned: readonly RelaxantReview[];
  readonly record: (change: Change, said: string) => void;
}

/** What is only planned is not stopped: it is not planned any more. */
export function DoNotPlan({ planned, record }: Props): ReactElement {
  return (
    <>
      {planned.map(({ drug, name }) => (
        <p key={drug}>
          <Button
            variant="outlined"
            onClick={() => {
              record(plan(drug, undefined), `${name} not planned any more`);
            }}
          >
            Do not plan {name}
          </Button>
        </p>
      ))}
    </>
  );
}
