import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { LANGUAGES, PAPER_LANGUAGES } from '../handout/content/languages';
import { HandoutPages } from '../handout/HandoutPages';
import { asText, downloadHtml, openPrintablePage, printHandout } from '../handout/print';
import { PanelBoundary } from './PanelBoundary';
import { Quiet } from './parts';
import { ATTENTION, DESK, EDGE, LINE, SURFACE } from './theme';
import type { HandoutHandle } from './useHandout';
import { clockTime, plural } from './words';

const Bar = styled('header')({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  display: 'flex',
  flexWrap: 'wrap',
  gap: 6,
  alignItems: 'center',
  padding: '6px 12px',
  background: SURFACE,
  borderBottom: `1px solid ${LINE}`,
  // A long name takes a second line of its own place; the buttons stay in theirs.
  '& > p': { flex: '1 1 170px', fontSize: '1rem', fontWeight: 700 },
  // All of it stands in one line of a 900 px frame.
  '& > select': { fontSize: '0.8125rem' },
});
const Say = styled('div')({ padding: '6px 12px', background: ATTENTION, borderBottom: `1px solid ${EDGE}` });
const Desk = styled('div')({ minHeight: '100dvh', background: DESK });
/** The sheet at 100 % where the frame is as wide as a page, else as large as fits. */
const Sheet = styled('div')({
  display: 'flex',
  justifyContent: 'center',
  padding: 12,
  '& > div': {
    '@media screen and (max-width: 859.9px)': { zoom: 0.82 },
    '@media screen and (max-width: 719.9px)': { zoom: 0.66 },
    '@media screen and (max-width: 579.9px)': { zoom: 0.54 },
    '@media screen and (max-width: 479.9px)': { zoom: 0.44 },
    '@media screen and (max-width: 389.9px)': { zoom: 0.35 },
  },
});
const Copied = styled('textarea')({ width: '100%', height: 160, marginTop: 6, fontFamily: 'inherit' });

interface Props {
  readonly patientName: string;
  readonly handout: HandoutHandle;
  readonly now: () => Date;
  /** What the clinician should know before approving: open findings, lines that changed, a reading that failed. */
  readonly notices: ReactNode;
  readonly close: () => void;
}

type Outcome =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'no-window' }
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'copy-by-hand'; readonly text: string };

/** The paper over the whole frame. What is approved is exactly what is seen here. */
export function Paper({ patientName, handout, now, notices, close }: Props): ReactElement {
  const [outcome, setOutcome] = useState<Outcome>();
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  const print = () => {
    // The printed copy must carry the approval before the print dialog opens.
    const paper = flushSync(() => handout.approve());
    const printed = printHandout(paper);
    if (printed) handout.setPrinted(clockTime(now()));
    setOutcome(printed ? undefined : { kind: 'ignored' });
  };
  const openPage = () => {
    setOutcome({ kind: openPrintablePage(handout.document) ? 'opened' : 'no-window' });
  };
  const download = () => {
    downloadHtml(handout.document);
    setOutcome({ kind: 'downloaded' });
  };
  const copy = async () => {
    const text = asText(handout.document);
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ kind: 'copied' });
    } catch {
      // Frames often lack the clipboard permission: the text is shown, selected, to copy by hand.
      setOutcome({ kind: 'copy-by-hand', text });
    }
  };
  return (
    <Desk onKeyDown={escape}>
      <Bar>
        <p ref={heading} tabIndex={-1}>
          Handout for <bdi>{patientName}</bdi>
        </p>
        <FormChoice handout={handout} />
        <Button variant="contained" onClick={print}>
          Approve and print
        </Button>
        <Button variant="outlined" onClick={download}>
          Download
        </Button>
        <Button variant="outlined" onClick={() => void copy()}>
          Copy text
        </Button>
        <Button variant="outlined" onClick={close}>
          Close
        </Button>
      </Bar>
      <main>
        {notices}
        <div role="status">
          {handout.formLost ? (
            <Say>
              This form of the paper could not be loaded: it is in English or one language, at 12 point.
            </Say>
          ) : null}
          <OutcomeLine
            outcome={outcome}
            openPage={openPage}
            download={download}
            approved={handout.choices.approved}
          />
        </div>
        <PanelBoundary name="The handout">
          <Sheet>
            <div>
              <HandoutPages document={handout.document} />
            </div>
          </Sheet>
        </PanelBoundary>
      </main>
    </Desk>
  );
}

/** Language and size of the letters, beside what they change. */
function FormChoice({ handout }: { readonly handout: HandoutHandle }): ReactElement {
  const { language, setLanguage, form, setForm } = handout;
  return (
    <>
      <select
        aria-label="Language of the paper"
        value={form.bilingual && language !== 'en' ? `en ${language}` : language}
        onChange={({ target: { value } }) => {
          const wanted = PAPER_LANGUAGES.find((each) => value.endsWith(each));
          if (wanted === undefined) return;
          setLanguage(wanted);
          setForm({ bilingual: value !== wanted });
        }}
      >
        {PAPER_LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {LANGUAGES[each].name}
          </option>
        ))}
        {PAPER_LANGUAGES.filter((each) => each !== 'en').map((each) => (
          <option key={`en ${each}`} value={`en ${each}`}>
            {LANGUAGES.en.name} | {LANGUAGES[each].name}
          </option>
        ))}
      </select>
      <select
        aria-label="Size of the letters"
        value={form.size}
        onChange={({ target: { value } }) => {
          setForm({ size: value === 'large' ? 'large' : 'standard' });
        }}
      >
        <option value="standard">12 point</option>
        <option value="large">Large, 18 point</option>
      </select>
      <Quiet>{plural(handout.pages, 'page')}</Quiet>
    </>
  );
}

interface OutcomeProps {
  readonly outcome: Outcome | undefined;
  readonly openPage: () => void;
  readonly download: () => void;
  readonly approved: boolean;
}

/** The ways out, one after another, as each turns out to be closed in this EHR's frame. */
function OutcomeLine({ outcome, openPage, download, approved }: OutcomeProps): ReactElement | null {
  const mark = approved ? '' : ' It carries “Not reviewed” because it is not approved.';
  switch (outcome?.kind) {
    case undefined:
      return null;
    case 'ignored':
      return (
        <Say>
          This EHR window does not let BackSafe print.{' '}
          <Button variant="contained" onClick={openPage}>
            Open printable page
          </Button>{' '}
          <Quiet>Your EHR support can allow printing for BackSafe (allow-modals).</Quiet>
        </Say>
      );
    case 'opened':
      return (
        <Say>The handout is open in its own window. Press Ctrl+P there if it does not print by itself.</Say>
      );
    case 'no-window':
      return (
        <Say>
          This EHR window does not let BackSafe open a page either.{' '}
          <Button variant="contained" onClick={download}>
            Download handout
          </Button>{' '}
          Open the file and print it. If nothing is downloaded, use Copy text.
        </Say>
      );
    case 'downloaded':
      return (
        <Say>
          The handout was handed to the browser as a file. It holds patient data: delete it after printing. If
          no file arrives, use Copy text.{mark}
        </Say>
      );
    case 'copied':
      return <Say>Copied as text.{mark}</Say>;
    case 'copy-by-hand':
      return (
        <Say>
          This EHR window does not allow copying for you. The text is selected: press Ctrl+C.{mark}
          <Copied
            readOnly
            aria-label="Handout as text"
            value={outcome.text}
            ref={(field) => {
              field?.focus();
              field?.select();
            }}
          />
        </Say>
      );
  }
}
