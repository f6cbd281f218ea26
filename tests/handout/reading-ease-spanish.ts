/**
 * Reading ease of Spanish text, higher is easier.
 * Szigriszt-Pazos 1993 with the INFLESZ bands of Barrio-Cantalejo et al. 2008 (An Sist Sanit Navar 31:135): from 65 "bastante fácil", from 80 "muy fácil".
 */
export function szigriszt(sentences: readonly string[]): number {
  const words = sentences.flatMap(spanishWords);
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.835 - 62.3 * (syllables / words.length) - words.length / sentences.length;
}

/** Fernández Huerta 1959 (Consigna 214:29), with words a sentence as in the corrected form: 70 to 80 "algo fácil", from 80 "fácil". */
export function fernandezHuerta(sentences: readonly string[]): number {
  const words = sentences.flatMap(spanishWords);
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.84 - 60 * (syllables / words.length) - 1.02 * (words.length / sentences.length);
}

export const spanishWords = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Vowel groups, split where two strong vowels or a stressed weak one meet (po-e-ta, dí-a). The u of que, qui, gue, gui is silent;
 * y is a vowel at the end of a word and alone.
 */
export function spanishSyllables(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/qu(?=[eéií])/g, 'q')
    .replace(/gu(?=[eéií])/g, 'g')
    .replace(/y$/, 'i');
  const nuclei = (plain.match(/[aeiouáéíóúü]+/g) ?? []).map(
    (group) => group.match(/[iuü]*[aeoáéóíú][iuü]*|[iuü]+/g)?.length ?? 1,
  );
  return Math.max(
    1,
    nuclei.reduce((sum, count) => sum + count, 0),
  );
}
