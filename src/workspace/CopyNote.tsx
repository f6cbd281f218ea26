import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { NoteInput } from '../review/note';
import type { Ready } from './review-state';
import { ATTENTION, EDGE } from './theme';
import { useVisit } from './visit-context';

/** Written when it is asked for; nobody copies a note before reading. */
const load = () => import('./note-text');
export const preloadNote = (): void => {
  load().catch(() => undefined);
};

const Strip = styled('div')({
  padding: '4px 12px',
  background: ATTENTION,
  borderBottom: `1px solid ${EDGE}`,
  '& button': { marginLeft: 8 },
  '& textarea': {
    display: 'block',
    width: '100%',
    height: 160,
    marginTop: 6,
    padding: 6,
    border: `1px solid ${EDGE}`,
    fontFamily: 'ui-monospace, "Liberation Mono", monospace',
    fontSize: '0.75rem',
  },
});

type Outcome =
  | { readonly kind: 'copied' | 'by-hand'; readonly length: NoteInput['length']; readonly text: string }
  | { readonly kind: 'failed' };

interface Parts {
  readonly state: Ready;
  readonly handout: NoteInput['handout'];
  readonly now: () => Date;
  readonly name: string;
  /** Nothing leaves the page for now. */
  readonly blocked: boolean;
}

/** The button that copies the note, and the strip that says what became of it. */
export function useCopyNote({ state, handout, now, name, blocked }: Parts): {
  readonly button: ReactElement;
  readonly strip: ReactElement;
} {
  const { visit, undecided } = useVisit();
  const [outcome, setOutcome] = useState<Outcome>();
  const copy = async (length: NoteInput['length']) => {
    let text: string;
    try {
      const { noteText } = await load();
      text = noteText({ state, undecided: undecided(), visit, handout, now: now(), length });
    } catch {
      setOutcome({ kind: 'failed' });
      return;
    }
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ kind: 'copied', length, text });
    } catch {
      // Frames often lack the clipboard permission: the text is shown, selected, to copy by hand.
      setOutcome({ kind: 'by-hand', length, text });
    }
  };
  const other = outcome?.kind !== 'failed' && outcome?.length === 'full' ? 'short' : 'full';
  return {
    button: (
      <Button
        variant="outlined"
        aria-label={`Copy note for ${name}`}
        disabled={blocked}
        onClick={() => void copy('full')}
      >
        Copy note
      </Button>
    ),
    strip: (
      <div role="status">
        {outcome === undefined || blocked ? null : (
          <Strip>
            {outcome.kind === 'failed'
              ? 'The note could not be made. This is a fault of BackSafe.'
              : outcome.kind === 'copied'
                ? `The ${outcome.length} note is copied.`
                : 'This EHR window does not allow copying for you. The text is selected: press Ctrl+C.'}
            {outcome.kind === 'failed' ? null : (
              <Button variant="outlined" onClick={() => void copy(other)}>
                {other === 'short' ? 'Short note' : 'Full note'}
              </Button>
            )}
            <Button
              variant="text"
              onClick={() => {
                setOutcome(undefined);
              }}
            >
              Close
            </Button>
            {outcome.kind === 'by-hand' ? <NoteText key={outcome.text} text={outcome.text} /> : null}
          </Strip>
        )}
      </div>
    ),
  };
}

/** Selected from its first line on when it comes, and never again: what is pressed or typed elsewhere keeps the focus. */
function NoteText({ text }: { readonly text: string }): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return <textarea readOnly aria-label="Note" value={text} ref={field} />;
}
