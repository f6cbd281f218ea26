import { ENGLISH } from '../../src/handout/content/en';
import type { HandoutText } from '../../src/handout/content/text';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';

/** Every letter of a text, but none of a `{name}`, by a letter of another script. */
const translated = (text: string, letter: (latin: string) => string): string =>
  text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[A-Za-z]/g, letter)))
    .join('');

function leaves(value: unknown, letter: (latin: string) => string): unknown {
  if (typeof value === 'string') return translated(value, letter);
  if (Array.isArray(value)) return value.map((item) => leaves(item, letter));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, leaves(item, letter)]));
}

/** A language made from English: what is still Latin on its paper did not come from the language file. */
function pseudo(
  language: string,
  direction: HandoutText['direction'],
  letter: (latin: string) => string,
): HandoutText {
  return {
    ...(leaves(ENGLISH, letter) as HandoutText),
    language,
    direction,
    // Not printed: drugs and the medicines' names of the table.
    how: { ...(leaves(ENGLISH.how, letter) as HandoutText['how']), dryMouth: ENGLISH.how.dryMouth },
    ruleLines: Object.fromEntries(CAUTION_RULES.map(({ id, patient }) => [id, translated(patient, letter)])),
  };
}

const shifted =
  (first: number) =>
  (latin: string): string =>
    String.fromCodePoint(first + ((latin.toLowerCase().codePointAt(0) ?? 97) - 97));

/** Greek small letters stand for Latin ones. */
export const PSEUDO = pseudo('el-x-pseudo', 'ltr', shifted(0x3b1));
/** Hebrew letters, read from the right; 26 code points from alef. */
export const PSEUDO_RTL = pseudo('he-x-pseudo', 'rtl', (latin) =>
  String.fromCodePoint(0x5d0 + (((latin.toLowerCase().codePointAt(0) ?? 97) - 97) % 22)),
);
