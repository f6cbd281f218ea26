import { useEffect } from 'react';
import type { HandoutDocument } from '../handout/model';
import { installPrintFooter, removePrintFooter } from '../handout/page-footer';

/** Ctrl+P does not pass through a button: footer and "Not reviewed" stand ready for the paper as it is now. Draws nothing. */
export function PrintFooter({ handout }: { readonly handout: HandoutDocument }): null {
  useEffect(() => {
    installPrintFooter(document, handout);
  }, [handout]);
  useEffect(
    () => () => {
      removePrintFooter(document);
    },
    [],
  );
  return null;
}
