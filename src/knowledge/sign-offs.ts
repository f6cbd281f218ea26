/** Who has read a text of the product for patients. Never printed: the clinician sees it beside the choice of language. */
export type SignOff =
  | { readonly state: 'awaiting'; readonly from: string }
  | { readonly state: 'signed'; readonly by: string; readonly on: string };

/** The words of the handout, by language. English waits for a clinician; a translation also for a qualified translator. */
export const HANDOUT_SIGN_OFFS: Readonly<Record<string, SignOff>> = {
  en: { state: 'awaiting', from: 'a clinician' },
  es: { state: 'awaiting', from: 'a clinician and a qualified translator' },
};

/** The rules themselves: who has read them, source beside rule. docs/rules.html is the page to sign. */
export const RULES_SIGN_OFF: SignOff = { state: 'awaiting', from: 'a pharmacist and a physician' };
