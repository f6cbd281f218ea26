import { Fragment } from 'react';
import type { Run } from './model';
import { AFTER_SLASH, isPhone } from './text-width';

/** Stretches of text: emphasis, and names and numbers kept apart in right-to-left text. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
    const words =
      run.isolate === true ? (
        <bdi {...(isPhone(run) ? { className: 'tel' } : {})}>{run.text}</bdi>
      ) : (
        breakable(run.text)
      );
    return run.strong === true ? (
      <strong key={index}>{words}</strong>
    ) : (
      <Fragment key={index}>{words}</Fragment>
    );
  });
}

/** A long address may go on in the next line after a slash: half a page is narrower than one. */
const breakable = (text: string) =>
  text.split(AFTER_SLASH).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
