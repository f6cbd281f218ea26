import { Fragment } from 'react';
import type { Run } from './model';
import { isPhone } from './text-width';

/** Stretches of text: emphasis, and names and numbers kept apart in right-to-left text. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
    const words =
      run.isolate === true ? <bdi {...(isPhone(run) ? { className: 'tel' } : {})}>{run.text}</bdi> : run.text;
    return run.strong === true ? (
      <strong key={index}>{words}</strong>
    ) : (
      <Fragment key={index}>{words}</Fragment>
    );
  });
}
