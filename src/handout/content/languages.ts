import { ENGLISH } from './en';
import type { HandoutText } from './text';

/** One entry per language; a new language is one file and one line here. */
export const HANDOUT_TEXTS: Readonly<Record<'en', HandoutText>> = { en: ENGLISH };
