import { numberOf, objectOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';
import type { DosageFacts } from './sig-draft';
import { plainSig } from './sig-words';
import type { DaySlots } from './types';

/** Words of an instruction that are not understood, and whether they may stand beside the structured fields of the same order. */

const AS_NEEDED =
  /\b(?:as needed|prn|if needed|when needed|si es necesario|seg[uú]n sea necesario|cuando (?:lo |la )?necesit[ea]\w*)\b/i;

export function saysAsNeeded(sig: string): boolean {
  return AS_NEEDED.test(sig);
}

/** Words that make a structured dose only a part of the order. */
const CHANGES_THE_DOSE =
  /\b(?:then|taper\w*|titrat\w*|alternat\w*|increas\w*|decreas\w*|reduc\w*|wean\w*|hold|skip|except|unless|until|if|or|repeat|other day|every other|weekly|weeks?|monthly|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|directed|instructed|prescribed|protocol|stop|not)\b/i;

/** The same in Spanish, the other language of the paper. Accents may be missing. */
const CHANGES_THE_DOSE_IN_SPANISH =
  /(?<![a-zñáéíóú])(?:medi[ao]s?|mitad|cuart[ao]s?|tercio|doble|triple|luego|despu[eé]s|entonces|aument\w*|sub[ai]\w*|disminu\w*|baj[ae]\w*|reduc\w*|reduz\w*|suspend\w*|dej[ae]|deten\w*|pare|parar|alterna\w*|otro d[ií]a|seman\w*|mes(?:es)?|mensual\w*|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?|salvo|excepto|hasta|indica\w*|indicaciones|instrucciones|repit\w*|si|nunca|ni|o|no(?= (?:tom|us|exced|m[aá]s|de)))(?![a-zñáéíóú])/i;
const SPANISH_NUMBERS: ReadonlyMap<string, string> = new Map([
  ['un', '1'],
  ['una', '1'],
  ['uno', '1'],
  ['dos', '2'],
  ['tres', '3'],
  ['cuatro', '4'],
  ['cinco', '5'],
  ['seis', '6'],
  ['siete', '7'],
  ['ocho', '8'],
  ['nueve', '9'],
  ['diez', '10'],
  ['doce', '12'],
  ['catorce', '14'],
]);

export function changesTheDose(words: string): boolean {
  return CHANGES_THE_DOSE.test(words) || CHANGES_THE_DOSE_IN_SPANISH.test(words);
}

const COUNTED =
  /(\d+(?:[.,/]\d+)?)(?: ?(?:-|a|to) ?(\d+(?:[.,/]\d+)?))? ?(?:tab|caplet|past|comp|c[aá]ps|cap|pill|mg|ml|mili|milli)/g;
const TIMES = /(\d+) ?(?:veces|vez|times|x)/g;

/**
 * Words that were not understood may stand beside complete structured fields (another language, a warning) when they hold no word that
 * changes a dose, every number of tablets is the dose, every number of times is the times, and the fields explain every other number.
 */
export function addsNothing(sig: string, facts: DosageFacts, instruction: JsonObject): boolean {
  const plain = plainSig(sig).replace(/[a-zñáéíóú]+/g, (word) => SPANISH_NUMBERS.get(word) ?? word);
  // Printed as a plain schedule, an "as needed" medicine would be taken too often.
  if (saysAsNeeded(sig) && !facts.asNeeded) return false;
  if (changesTheDose(plain)) return false;
  const { doses, timesPerDay, days, maxPerDay } = facts;
  const repeat = objectOf(objectOf(instruction.timing).repeat);
  const amounts = doses.flatMap(({ low, high }) => [low, high]);
  const times = [timesPerDay, numberOf(repeat.frequency)];
  // A period of one day is in every order, and explains no "1".
  const periods = [repeat.period, repeat.periodMax].map(numberOf).filter((period) => period !== 1);
  return (
    numbersIn(plain, COUNTED).every((number) => amounts.includes(number)) &&
    numbersIn(plain, TIMES).every((number) => times.includes(number)) &&
    numbersIn(plain, /(\d+(?:[.,/]\d+)?)/g).every((number) =>
      [...amounts, ...times, ...periods, days, maxPerDay?.value].includes(number),
    )
  );
}

const ENGLISH = /\b(?:take|tablets?|mouth|daily)\b/i;
const SPANISH = /\b(?:tabletas?|pastillas?|veces|al d[ií]a|acostarse|por la)(?![a-zñáéíóú])/i;

export const isEnglish = (words: string): boolean => ENGLISH.test(words) && !SPANISH.test(words);
/** In any other language, "half" or "not" is not noticed: such words are quoted, and no times stand in their place. */
export const canBeCompared = (words: string): boolean => ENGLISH.test(words) || SPANISH.test(words);

const TIMES_OF_DAY: Readonly<Record<keyof DaySlots, RegExp>> = {
  morning: /morning|breakfast|ma[ñn]ana|desayun/i,
  noon: /\bnoon|lunch|mediod|almuerz/i,
  evening: /evening|afternoon|dinner|tarde|\bcena/i,
  bedtime: /bedtime|night|noche|acostarse/i,
};

/** What words that are not understood do to the times of the facts: name the same ones, none, or others. */
export function timesBeside(sig: string, facts: DosageFacts): 'same' | 'none' | 'others' {
  const { slots, timesPerDay } = facts;
  const named = SLOTS.filter((slot) => TIMES_OF_DAY[slot].test(sig));
  if (named.length === 0) return 'none';
  if (slots !== undefined) {
    // Of two amounts, nobody knows which one the words give to which time.
    if (SLOTS.some((slot) => slots[slot] > 0 !== named.includes(slot))) return 'others';
    return new Set(named.map((slot) => slots[slot])).size === 1 ? 'same' : 'none';
  }
  return named.length === timesPerDay || /\b(?:times|veces|vez)\b/i.test(sig) ? 'same' : 'others';
}
const SLOTS = ['morning', 'noon', 'evening', 'bedtime'] as const;

/** "2,5" and "1/3" are no numbers that can be compared: NaN, which is in no list. */
function numbersIn(text: string, shape: RegExp): readonly number[] {
  return [...text.matchAll(shape)].flatMap(([, ...groups]) =>
    groups.filter((group: string | undefined) => group !== undefined).map(Number),
  );
}
