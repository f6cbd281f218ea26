import { Fragment } from 'react';
import type { Run } from './model';
import { AFTER_SLASH, NUMBER_IN_TEXT, isPhone } from './text-width';

/** Stretches of text: emphasis, and names and numbers kept apart in right-to-left text. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
    const words =
      run.isolate === true ? (
        <bdi {...(isPhone(run) ? { className: 'whole' } : {})}>
          <Breakable text={run.text} />
        </bdi>
      ) : (
        <Breakable text={run.text} />
      );
    return run.strong === true ? (
      <strong key={index}>{words}</strong>
    ) : (
      <Fragment key={index}>{words}</Fragment>
    );
  });
}

/** A number stays in one line with what it counts; a long address may go on in the next after a slash: half a page is narrower than one. */
export const Breakable = ({ text }: { readonly text: string }) =>
  text.split(NUMBER_IN_TEXT).map((part, index) =>
    index % 2 === 1 ? (
      <span className="whole" key={index}>
        {part}
      </span>
    ) : (
      part.split(AFTER_SLASH).map((piece, at) => (
        <Fragment key={`${index} ${at}`}>
          {at > 0 && <wbr />}
          {piece}
        </Fragment>
      ))
    ),
  );
