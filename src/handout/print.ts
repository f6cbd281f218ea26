import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { HandoutPages } from './HandoutPages';
import css from './handout.css?raw';
import type { HandoutDocument } from './model';
import { pageRule, installPrintFooter } from './page-footer';

export { asText } from './as-text';

/**
 * Prints the window's paper with the handout's footer. False when the frame ignores `print()`: a sandboxed frame without
 * `allow-modals` returns silently and `beforeprint` never fires, which is seen at once.
 * https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#printing-steps
 */
export function printHandout(handout: HandoutDocument, view: Window = window): boolean {
  installPrintFooter(view.document, handout);
  let began = false;
  const mark = (): void => {
    began = true;
  };
  view.addEventListener('beforeprint', mark, { once: true });
  try {
    view.print();
  } catch {
    // Some embedded browsers throw where others ignore; both mean "not printed".
  }
  view.removeEventListener('beforeprint', mark);
  return began;
}

/** What the printable page and its opener say to each other; same origin only. */
export const ASK = 'backsafe.handout.ask';
export interface HandoutMessage {
  readonly type: 'backsafe.handout';
  readonly handout: HandoutDocument;
}

/**
 * Opens print.html beside the app and hands it the document when it asks. False when the browser opens no window.
 * The document travels by `postMessage` to this origin alone: nothing about the patient stands in an address or in storage.
 */
export function openPrintablePage(handout: HandoutDocument, view: Window = window): boolean {
  const page = view.open(new URL('print.html', view.document.baseURI).href, 'backsafe-handout');
  if (page === null) return false;
  const { origin } = view.location;
  const answer = (event: MessageEvent<unknown>): void => {
    if (event.origin !== origin || event.source !== page || event.data !== ASK) return;
    const message: HandoutMessage = { type: 'backsafe.handout', handout };
    page.postMessage(message, origin);
  };
  // The page of this window name is reused; the newest document answers it.
  stopAnswering.get(view)?.();
  view.addEventListener('message', answer);
  stopAnswering.set(view, () => view.removeEventListener('message', answer));
  opened.set(view, page);
  return true;
}

const stopAnswering = new WeakMap<Window, () => void>();
const opened = new WeakMap<Window, Window>();

/** The chart leaves this window: the page that shows its paper goes with it. */
export function closePrintablePage(view: Window = window): void {
  stopAnswering.get(view)?.();
  const page = opened.get(view);
  opened.delete(view);
  if (page === undefined || page.closed) return;
  // Some browsers keep a window that a page wants closed: what it shows goes first.
  page.location.replace(new URL('print.html', view.document.baseURI).href);
  page.close();
}

/** One self-contained file without patient data in its name: file names end in print queues and cloud folders. */
export const FILE_NAME = 'back-spasm-handout.html';

/** Offers the handout as a file that any browser can print. */
export function downloadHtml(handout: HandoutDocument, view: Window = window): void {
  const { document } = view;
  const address = URL.createObjectURL(
    new Blob([selfContainedHtml(handout, document)], { type: 'text/html;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = FILE_NAME;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click; a minute is enough for any of them.
  view.setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/** The file: the same paper and style, no script. */
export function selfContainedHtml(handout: HandoutDocument, document: Document): string {
  const host = document.createElement('div');
  const root = createRoot(host);
  flushSync(() => {
    root.render(createElement(HandoutPages, { document: handout }));
  });
  const paper = host.innerHTML;
  root.unmount();
  return [
    '<!doctype html>',
    `<html lang="${handout.language}" dir="${handout.direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${handout.title}</title>`,
    `<style>${css}\n${pageRule(handout)}</style>`,
    '</head>',
    `<body>${paper}</body>`,
    '</html>',
  ].join('\n');
}
