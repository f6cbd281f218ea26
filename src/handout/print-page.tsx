import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { HandoutPages } from './HandoutPages';
import type { HandoutDocument } from './model';
import { ASK, printHandout } from './print';
import type { HandoutMessage } from './print';

/** For the clinician, in the language of the app; the paper below has its own. */
const WORDS = {
  waiting: 'Getting your handout from BackSafe. If nothing comes, go back and choose Print again.',
  noOpener: 'This page has no handout. Go back to BackSafe and choose Print again.',
  pressPrint: 'Press Ctrl+P to print this page.',
  print: 'Print',
};

/** Entry of print.html: asks the app that opened it for the handout, shows it and prints it. */
function PrintPage() {
  const [handout, setHandout] = useState<HandoutDocument>();
  const [ignored, setIgnored] = useState(false);
  const opener = openerWindow();

  useEffect(() => {
    if (opener === undefined) return undefined;
    const receive = (event: MessageEvent<unknown>): void => {
      if (event.origin !== window.location.origin || event.source !== opener || !isHandout(event.data))
        return;
      const { handout: received } = event.data;
      // The paper must stand before the print dialog opens.
      flushSync(() => {
        setHandout(received);
      });
      setIgnored(!printHandout(received));
    };
    window.addEventListener('message', receive);
    opener.postMessage(ASK, window.location.origin);
    return () => {
      window.removeEventListener('message', receive);
    };
  }, [opener]);

  if (opener === undefined) return <p className="print-note">{WORDS.noOpener}</p>;
  if (handout === undefined) return <p className="print-note">{WORDS.waiting}</p>;
  return (
    <>
      <p className="print-note" role="status">
        <button
          type="button"
          onClick={() => {
            setIgnored(!printHandout(handout));
          }}
        >
          {WORDS.print}
        </button>{' '}
        {ignored ? WORDS.pressPrint : ''}
      </p>
      <HandoutPages document={handout} />
    </>
  );
}

/**
 * The app's window; undefined when the page was opened by hand or the app is gone.
 * Not asked by `instanceof`: the objects of another window have constructors of their own.
 */
function openerWindow(): Window | undefined {
  const opener = window.opener as Window | null;
  return opener === null || opener.closed ? undefined : opener;
}

/** Same origin is already checked; the shape guards against a page of another version. */
function isHandout(data: unknown): data is HandoutMessage {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'backsafe.handout' &&
    'handout' in data &&
    typeof data.handout === 'object' &&
    data.handout !== null &&
    'sections' in data.handout
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('print.html has no element with the id "root".');
// Without StrictMode: it runs effects twice in development, and would print twice.
createRoot(root).render(<PrintPage />);
