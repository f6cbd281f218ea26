import type { HandoutText } from './text';

/** Languages of the paper by their own names. English comes with what composes the paper; the others load when one is chosen. */
export const LANGUAGES = {
  en: { name: 'English', load: undefined },
  es: {
    name: 'Español',
    load: async (): Promise<HandoutText> => (await import('./es')).SPANISH,
  },
} as const;

export type PaperLanguage = keyof typeof LANGUAGES;
export const PAPER_LANGUAGES: readonly PaperLanguage[] = ['en', 'es'];

/** The first language of the patient that there is a paper in ("es-MX" is Spanish); English when there is none. */
export function languageFor(spoken: readonly string[]): PaperLanguage {
  const tags = spoken.map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  const known = tags.find((tag) => PAPER_LANGUAGES.some((language) => language === tag));
  return PAPER_LANGUAGES.find((language) => language === known) ?? 'en';
}
