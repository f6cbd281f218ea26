import type { SourceAttributes } from './rule';

/**
 * The 13 source attributes of evidence-based decision support, 45 CFR 170.315(b)(11)(iv)(A):
 * the project's answer for every rule. A rule states only what differs.
 * https://www.ecfr.gov/current/title-45/section-170.315
 */
export const SOURCE_ATTRIBUTES: SourceAttributes = {
  bibliographicCitation: 'The sources listed with the rule, each with its section and the date it was read.',
  developer:
    'The BackSafe project: an open-source project, its rules and texts written from the cited sources.',
  funding: 'No outside funding for developing the rules.',
  releaseAndRevision:
    'Knowledge version 2026.11. Sources read from 22 to 26 Nov 2026; next review due by 22 Nov 2027.',
  race: 'Not used. An eGFR reported with a race term is read only when no other is on file, and this is shown.',
  ethnicity: 'Not used.',
  language: 'Not used to judge a rule. It chooses the language of the handout.',
  sexualOrientation: 'Not used.',
  genderIdentity: 'Not used.',
  sex: 'Not used by the trigger. Recorded sex is used only to calculate kidney function from creatinine.',
  dateOfBirth:
    'Used to calculate age where the rule states an age, and to calculate kidney function from creatinine.',
  socialDeterminants: 'Not used.',
  healthStatusAssessment: 'Used only where the rule names an answer that the clinician gives at the visit.',
};
