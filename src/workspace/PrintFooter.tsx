import { useEffect } from 'react';
import { HANDOUT_TEXTS } from '../handout/content/languages';
import type { HandoutDocument } from '../handout/model';
import { installPrintFooter } from '../handout/page-footer';

/** Ctrl+P does not pass through a button: footer and "Not reviewed" stand ready for the paper as it is now. Draws nothing. */
export function PrintFooter({ handout }: { readonly handout: HandoutDocument }): null {
  useEffect(() => {
    installPrintFooter(document, handout, HANDOUT_TEXTS[handout.language].page);
  }, [handout]);
  return null;
}
