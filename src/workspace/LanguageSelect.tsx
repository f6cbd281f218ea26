import type { ReactElement } from 'react';
import { LANGUAGES, PAPER_LANGUAGES } from '../handout/content/languages';
import type { PaperLanguage } from '../handout/content/languages';

interface Props {
  readonly id: string;
  readonly language: PaperLanguage;
  readonly setLanguage: (language: PaperLanguage) => void;
}

/** The languages a patient can be spoken to and written to, each by its own name. */
export function LanguageSelect({ id, language, setLanguage }: Props): ReactElement {
  return (
    <select
      id={id}
      value={language}
      onChange={(event) => {
        const wanted = PAPER_LANGUAGES.find((each) => each === event.target.value);
        if (wanted !== undefined) setLanguage(wanted);
      }}
    >
      {PAPER_LANGUAGES.map((each) => (
        <option key={each} value={each} lang={each}>
          {LANGUAGES[each].name}
        </option>
      ))}
    </select>
  );
}
