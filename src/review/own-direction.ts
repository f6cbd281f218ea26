/** Hebrew, Arabic and the scripts beside them, with their presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * The chart's words among ours, in a sentence that takes no markup: written from right to left they would pull what follows,
 * a date or a dose, to their other side. U+2068 and U+2069 keep them apart; other words stay as they are.
 */
export const ownDirection = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
