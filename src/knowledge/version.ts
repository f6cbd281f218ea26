/** Year and month of the knowledge; rules carry the version of their own last change of meaning. */
export const KNOWLEDGE_VERSION = '2026.11';

/** Twelve months after the sources were last read (22 Nov 2026). From this day on, screen and paper say that a review is due. */
export const REVIEW_BY = '2027-11-22';
