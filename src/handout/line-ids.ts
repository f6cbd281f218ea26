/** A line that no rule gives: there once it is written. */
export const OWN_LINE = 'own';

const NAME = 'name.';

/** The choice to name a medicine that tells an illness: a switch, and no line of the paper. */
export const nameChoice = (reference: string): string => `${NAME}${reference}`;
export const isNameChoice = (id: string): boolean => id.startsWith(NAME);
