import type { PaperLanguage } from '../handout/content/languages';
import type { QuestionId } from '../knowledge/checklist';
import type { SignOff } from '../knowledge/sign-offs';
import type { REACTION } from '../review/visit-record';
import { useFetched } from './useFetched';

export type SpokenId = QuestionId | typeof REACTION;

/** The questions as they are said to a patient of another language. A question without its words does not compile. */
export interface SpokenQuestions {
  readonly signOff: SignOff;
  readonly words: Readonly<Record<SpokenId, string>>;
}

/** Beside English, which the app is written in; each loads once it is wanted. */
const LOAD: Readonly<Record<Exclude<PaperLanguage, 'en'>, () => Promise<SpokenQuestions>>> = {
  es: async () => (await import('./spoken-es')).SPANISH_QUESTIONS,
};

export interface Spoken {
  readonly language: PaperLanguage;
  /** Undefined: the words are not here, and the clinician's stand alone. */
  readonly questions: SpokenQuestions | undefined;
  readonly lost: boolean;
}

const load = (language: Exclude<PaperLanguage, 'en'>) => LOAD[language]();

export function useSpoken(language: PaperLanguage): Spoken {
  const { got, lost } = useFetched(language === 'en' ? undefined : language, load);
  return { language, questions: got, lost };
}

/** The words of one question; an id that is no question of the app has none. */
export const spokenWords = ({ questions }: Spoken, linkId: string): string | undefined =>
  (questions?.words as Readonly<Record<string, string>> | undefined)?.[linkId];
