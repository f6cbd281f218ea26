/** Words of prescription instructions ("sigs"): plain spelling, units, and the shorthand that patients cannot read. */

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  fourteen: '14',
  twenty: '20',
  thirty: '30',
};
const NUMBER_WORD = new RegExp(`\\b(${Object.keys(NUMBER_WORDS).join('|')})\\b`, 'g');
const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '1/2': 0.5,
  '1/4': 0.25,
  '3/4': 0.75,
};

/** Lower case, digits for number words and common fractions, `bid` for `b.i.d.`; the meaning is not touched. */
export function plainSig(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[\u2010-\u2015]/g, '-')
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/\(s\)/g, '')
      .replace(/\b([a-z])\.([a-z])\.(?:([a-z])\.)?/g, (_, a: string, b: string, c?: string) =>
        [a, b, c].join(''),
      )
      .replace(/(\d),(\d{3})(?!\d)/g, '$1$2')
      .replace(NUMBER_WORD, (word) => NUMBER_WORDS[word] ?? word)
      // Never behind another number: "2 half tablets" are one tablet, not two and a half.
      .replace(/(?<!\d[ -])\b(?:1[ -]|an? )?half(?: of)?(?: an?)?(?= )/g, '1/2')
      .replace(
        // "11/2" may be one and a half, or eleven halves: without a space between them it is not read.
        /(?<![\d./])(?:(\d+)(?: and | & | |(?=[½¼¾])))?([½¼¾]|(?:1\/2|1\/4|3\/4)(?![\d/]))/g,
        (_, whole: string | undefined, part: string) => String(Number(whole ?? 0) + (FRACTIONS[part] ?? 0)),
      )
      .replace(/(?<!\d)\.(\d)/g, '0.$1')
      // "3 (three)": the same number twice, a habit of e-prescribing.
      .replace(/(\d+(?:\.\d+)?)\s*\(\s*(\d+(?:\.\d+)?)\s*\)/g, (both, a: string, b: string) =>
        Number(a) === Number(b) ? a : both,
      )
      .replace(/\ban? (?=tablet|capsule|packet)/g, '1 ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Dose units that the review and the paper can use, and how charts spell them. Anything else is not read. */
const UNIT_SPELLINGS: Readonly<Record<string, string>> = {
  tablet: 'tablets?|tabs?|tbl|caplets?',
  capsule: 'capsules?|caps?',
  packet: 'packets?',
  mg: 'mg|milligrams?',
  mcg: 'mcg|ug|micrograms?',
  g: 'g|grams?',
  ml: 'ml|milliliters?|millilitres?',
};
export const UNIT_SHAPE = Object.values(UNIT_SPELLINGS).join('|');
const UNITS = Object.entries(UNIT_SPELLINGS).map(
  ([unit, shape]) => [unit, new RegExp(`^(?:${shape})$`)] as const,
);

/** The canonical unit of a spelling, UCUM code (`{tbl}`) or orderable drug form (`TAB`); undefined when unknown. */
export function doseUnit(spelling: string): string | undefined {
  const bare = spelling
    .toLowerCase()
    .replace(/\(s\)|[{}[\].]/g, '')
    .trim();
  return UNITS.find(([, shape]) => shape.test(bare))?.[0];
}

const SHORTHAND =
  /\b(?:p\.?o|b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\.?d|q\.?o\.?d|q\.?h\.?s|q\.?[ap]\.?m|q ?\d+(?: ?- ?\d+)? ?h(?:rs?|ours?)?|h\.?s|p\.?r\.?n|a\.?c|p\.?c|s\.?l|tk|tabs?|caps?|ud|utd|mdd|wa|dx|sig|qty|refills?)\b|#|=|\b\d+ ?[tc]\b|\bx ?\d/i;
const SAYS_NOTHING = /\bas (?:directed|instructed|prescribed|ordered)\b/i;

/** True when the sig can stand on paper in front of a patient: no shorthand, and no "as directed". */
export function isPatientReadable(sig: string): boolean {
  return sig.trim() !== '' && !SHORTHAND.test(sig) && !SAYS_NOTHING.test(sig);
}
