import { conceptOf, listOf, objectOf, objectsOf, resourceTypeOf, textOf } from './fhir-guards';
import type { JsonObject } from './fhir-guards';

/** One issue of an OperationOutcome. `text` is the EHR's own wording, shown verbatim. */
export interface OutcomeIssue {
  readonly severity: string;
  readonly type: string;
  readonly codes: readonly string[];
  readonly text: string;
}

/** Issues of an OperationOutcome resource. Source: https://hl7.org/fhir/R4/operationoutcome.html */
export function issuesOf(outcome: unknown): readonly OutcomeIssue[] {
  return objectsOf(outcome)
    .filter((resource) => resourceTypeOf(resource) === 'OperationOutcome')
    .flatMap((resource) => {
      const issues = listOf(resource.issue).map(objectOf);
      // An outcome without an issue, or with one of the wrong shape, still is a warning: of what, nobody knows.
      return (issues.length === 0 ? [{}] : issues).map(issueOf);
    });
}

function issueOf(issue: JsonObject): OutcomeIssue {
  const details = conceptOf(issue.details);
  return {
    severity: textOf(issue.severity) ?? 'warning',
    type: textOf(issue.code) ?? '',
    codes: details.codings.map((coding) => coding.code),
    text: details.names[0] ?? textOf(issue.diagnostics) ?? 'The EHR sent a warning without words.',
  };
}

/**
 * Codes of Epic that say nothing is missing: 4101 no results; 4122 and 59100 an unknown parameter was ignored (the answer is wider, not
 * narrower). Source: published Epic FHIR error codes, https://fhir.epic.com/Documentation?docId=fhir_errors
 */
const HARMLESS_CODES = new Set(['4101', '4122', '59100']);
const NONE_FOUND_WORDS = /\bno (?:results|matches)\b|\bnone found\b/i;
const HARMLESS_WORDS =
  /\bunknown (search )?parameter|\bparameters? (was|were|is|are)? ?(ignored|not supported)/i;
/** "No results: the archive did not answer in time." Beside such words nothing is harmless. */
const LOSS_WORDS =
  /\bincomplete|\bnot (?:be )?complete|\bpartial|\bmay not\b|\bmissing|\btruncat|\btim(?:ed?|ing)[ -]?out|\bunavailable|\bnot available|\bfail|\berror|\bdown\b|\bnot (?:respond|answer)|\bdid not\b|\bcould not\b|\bunable\b|\brestrict|\bpermission|\bauthori[sz]/i;
/** Issue types that mean a loss whatever the severity; "suppressed" is how a privacy filter says that it left entries out. */
const LOSS_TYPES = new Set([
  'incomplete',
  'suppressed',
  'forbidden',
  'security',
  'timeout',
  'throttled',
  'too-costly',
]);
/** Epic: 4119 may not contain the entire record; 4113 paging expired; 4127 and 59133 a cap was reached. */
const LOSS_CODES = new Set(['4119', '4113', '4127', '59133']);

/**
 * True when an issue beside the results means that entries may be missing. Anything that is not known to be harmless counts:
 * Epic's 4119 "may not contain the entire record" is only a warning, and a list read as whole would be a false all-clear.
 */
export function mayHideEntries(issue: OutcomeIssue): boolean {
  if (refusesAccess(issue) || LOSS_TYPES.has(issue.type) || issue.codes.some((code) => LOSS_CODES.has(code)))
    return true;
  if (issue.severity === 'information' || issue.codes.some((code) => HARMLESS_CODES.has(code))) return false;
  return !(issue.severity === 'warning' && isHarmless(issue.text));
}

function isHarmless(text: string): boolean {
  return (NONE_FOUND_WORDS.test(text) || HARMLESS_WORDS.test(text)) && !LOSS_WORDS.test(text);
}

/** True when the issue says in code or words that the search found nothing: the one message that may stand in place of a list. */
export function saysNoneFound(issue: OutcomeIssue): boolean {
  if (mayHideEntries(issue)) return false;
  return issue.codes.includes('4101') || (NONE_FOUND_WORDS.test(issue.text) && !LOSS_WORDS.test(issue.text));
}

/** Epic 4118 not authorised, and its three Break-the-Glass codes: nothing was read, for lack of permission. */
const REFUSAL_CODES = new Set(['4118', '4130', '4131', '4134']);

export function refusesAccess(issue: OutcomeIssue): boolean {
  return issue.codes.some((code) => REFUSAL_CODES.has(code)) || issue.type === 'forbidden';
}
