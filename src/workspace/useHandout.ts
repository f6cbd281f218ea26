import { useCallback, useMemo, useState } from 'react';
import type { DaySlots } from '../chart/types';
import { LANGUAGES, languageFor } from '../handout/content/languages';
import type { PaperLanguage } from '../handout/content/languages';
import type { HandoutText } from '../handout/content/text';
import { DEFAULT_CHOICES, STANDARD_FORM } from '../handout/model';
import type {
  HandoutChoices,
  HandoutDocument,
  HandoutInput,
  HandoutLine,
  HandoutSite,
  SectionId,
  PaperForm,
} from '../handout/model';
import type { DrugId } from '../knowledge/vocabulary';
import type { Review } from '../review/types';
import { NO_PAPER_YET, useKept } from './launch-memory';
import type { PaperRecord } from './launch-memory';
import { useFetched } from './useFetched';
import type { NotedPaper } from '../review/note-advice';

export interface HandoutHandle {
  readonly document: HandoutDocument;
  /** The same paper in English, for a clinician who does not read the patient's language. */
  readonly inEnglish: HandoutDocument;
  /** What was chosen, or follows from the chart; the document says what it is in. */
  readonly language: PaperLanguage;
  /** The words of the chosen language could not be fetched: the paper is in English. */
  readonly languageLost: boolean;
  readonly setLanguage: (language: PaperLanguage) => void;
  /** Letters and languages of the paper. */
  readonly form: PaperForm;
  /** What sets the chosen form could not be fetched: the paper is in the standard one. */
  readonly formLost: boolean;
  readonly setForm: (part: Partial<PaperForm>) => void;
  readonly choices: HandoutChoices;
  readonly pages: number;
  /** Lines that differ from what was approved; empty when nothing was approved yet or nothing changed. */
  readonly changed: readonly HandoutLine[];
  readonly approvedBefore: boolean;
  readonly setLine: (id: string, on: boolean) => void;
  /** Undefined: the standard words. */
  readonly setWords: (id: string, words: string | undefined) => void;
  readonly setOrder: (section: SectionId, ids: readonly string[]) => void;
  readonly setSlots: (drug: DrugId, slots: DaySlots | undefined) => void;
  readonly setLastDay: (drug: DrugId, day: string) => void;
  readonly setRecheckDays: (days: number) => void;
  readonly setNextVisit: (text: string) => void;
  readonly record: PaperRecord;
  /** The paper as the note tells it. */
  readonly noted: NotedPaper;
  readonly setPrinted: (at: string) => void;
  readonly setToldBack: (topics: readonly string[]) => void;
  /** Approves exactly the lines shown; the returned document is the approved one. */
  readonly approve: () => HandoutDocument;
}

/** A paper as far as approval goes: everything that a reader of it would see, and nothing else. */
const imprint = (document: HandoutDocument): string =>
  JSON.stringify({ ...document, approved: false, notReviewed: '' });

/**
 * The clinician's choices about the paper and the document they give; undefined when it could not be composed, so that
 * a fault in the paper never takes the review with it. Approval belongs to one exact document:
 * any later change, by the clinician or by a new reading of the chart, takes it back and is listed.
 */
export function useHandout(
  review: Review,
  site: HandoutSite,
  compose: ((input: HandoutInput) => HandoutDocument) | undefined,
): HandoutHandle | undefined {
  const [choices, setChoices] = useKept('choices', DEFAULT_CHOICES);
  const [approval, setApproval] = useState<HandoutDocument>();

  const change = useCallback(
    (part: (before: HandoutChoices) => Partial<HandoutChoices>) => {
      setChoices((before) => ({ ...before, ...part(before) }));
    },
    [setChoices],
  );
  const [chosen, setLanguage] = useKept('language', undefined);
  const language = chosen ?? languageFor(review.patient.languages);
  const { text, lost } = useWords(language);
  const [form, setForm] = useKept('form', STANDARD_FORM);
  const [record, setRecord] = useKept('paper', NO_PAPER_YET);
  const { composeForm, formLost } = useForms(form);
  const drafts = useMemo(() => {
    if (compose === undefined) return undefined;
    const paper = { review, choices: { ...choices, approved: false }, site };
    try {
      const inEnglish = compose(paper);
      const chosen = text === undefined ? paper : { ...paper, text };
      const draft =
        composeForm !== undefined
          ? composeForm(chosen, form)
          : text === undefined
            ? inEnglish
            : compose(chosen);
      return { inEnglish, draft };
    } catch {
      // Said on screen by the handout pane; the error may quote the chart, so it goes nowhere.
      return undefined;
    }
  }, [compose, composeForm, form, review, choices, site, text]);
  if (drafts === undefined || compose === undefined) return undefined;
  const { draft, inEnglish } = drafts;

  const approved = approval !== undefined && imprint(approval) === imprint(draft);
  const document = approved ? approval : draft;

  const approve = (): HandoutDocument => {
    const chosen = {
      review,
      choices: { ...choices, approved: true },
      site,
      ...(text === undefined ? {} : { text }),
    };
    const paper = composeForm === undefined ? compose(chosen) : composeForm(chosen, form);
    setApproval(paper);
    // A paper that is printed again as it stands is the same version; what was told back of another one is asked anew.
    if (!approved) setRecord(({ version }) => ({ ...NO_PAPER_YET, version: version + 1 }));
    return paper;
  };

  return {
    document,
    inEnglish,
    language,
    languageLost: lost,
    setLanguage,
    form,
    formLost,
    setForm: (part) => {
      setForm((before) => ({ ...before, ...part }));
    },
    choices: { ...choices, approved },
    pages: document.sheets.length,
    record,
    noted: {
      ...record,
      pages: document.sheets.length,
      largePrint: document.size === 'large',
      recheckDays: choices.recheckDays,
      nextVisit: choices.nextVisit,
      approved,
      languages: languagesOf(document),
    },
    setPrinted: (printedAt) => {
      setRecord((before) => ({ ...before, printedAt }));
    },
    setToldBack: (toldBack) => {
      setRecord((before) => ({ ...before, toldBack }));
    },
    changed: approval === undefined || approved ? [] : changedLines(approval, draft),
    approvedBefore: approval !== undefined,
    setLine: (id, on) => {
      change(({ lines }) => ({ lines: { ...lines, [id]: on } }));
    },
    setWords: (id, typed) => {
      change(({ words: before }) => {
        const others = Object.fromEntries(Object.entries(before).filter(([name]) => name !== id));
        return { words: typed === undefined ? others : { ...others, [id]: typed } };
      });
    },
    setOrder: (section, ids) => {
      change(({ order }) => ({ order: { ...order, [section]: ids } }));
    },
    setSlots: (drug, slots) => {
      change(({ slots: before }) => {
        const others = Object.fromEntries(Object.entries(before).filter(([name]) => name !== drug));
        return { slots: slots === undefined ? others : { ...others, [drug]: slots } };
      });
    },
    setLastDay: (drug, day) => {
      change(({ lastDay }) => ({ lastDay: { ...lastDay, [drug]: day } }));
    },
    setRecheckDays: (recheckDays) => {
      change(() => ({ recheckDays }));
    },
    setNextVisit: (nextVisit) => {
      change(() => ({ nextVisit }));
    },
    approve,
  };
}

/** In the words of a note, which is English. */
const languagesOf = ({ language, also }: HandoutDocument): readonly string[] => {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return [language, ...(also === undefined ? [] : [also.language])].map((tag) => names.of(tag) ?? tag);
};

/** The words of a language, fetched once it is wanted; undefined for English and until they are there. */
function useWords(language: PaperLanguage): {
  readonly text: HandoutText | undefined;
  readonly lost: boolean;
} {
  const { got, lost } = useFetched(LANGUAGES[language].load === undefined ? undefined : language, wordsOf);
  return { text: got, lost };
}
const wordsOf = async (language: PaperLanguage): Promise<HandoutText | undefined> =>
  LANGUAGES[language].load?.();

type ComposeForm = (input: HandoutInput, form: PaperForm) => HandoutDocument;

/** What sets large print and two languages, fetched once one is wanted; undefined for the standard form and until it is there. */
function useForms({ size, bilingual }: PaperForm): {
  readonly composeForm: ComposeForm | undefined;
  readonly formLost: boolean;
} {
  const { got, lost } = useFetched(size === 'large' || bilingual ? 'forms' : undefined, formsProgram);
  return { composeForm: got, formLost: lost };
}
const formsProgram = async (): Promise<ComposeForm> => (await import('../handout/forms')).composeForm;

/** Lines that were added, removed, reworded or switched between two papers. */
export function changedLines(before: HandoutDocument, after: HandoutDocument): HandoutLine[] {
  const told = (line: HandoutLine) => `${line.id} ${line.on ? 'on' : 'off'} ${line.text}`;
  const known = new Set(before.lines.map(told));
  const still = new Set(after.lines.map((line) => line.id));
  return [
    ...after.lines.filter((line) => !known.has(told(line))),
    ...before.lines.filter((line) => line.on && !still.has(line.id)).map((line) => ({ ...line, on: false })),
  ];
}
