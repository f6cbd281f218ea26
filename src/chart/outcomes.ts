import { conceptOf, objectsOf, textOf } from './fhir-guards';
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
    .filter((resource) => resource.resourceType === 'OperationOutcome')
    .flatMap((resource) => objectsOf(resource.issue))
    .map(issueOf);
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
const HARMLESS_WORDS =
  /\bno results\b|\bnone found\b|\bunknown (search )?parameter|\bparameters? (was|were|is|are)? ?(ignored|not supported)/i;

/**
 * True when an issue beside the results means that entries may be missing. Anything that is not known to be harmless counts:
 * Epic's 4119 "may not contain the entire record" is only a warning, and a list read as whole would be a false all-clear.
 */
export function mayHideEntries(issue: OutcomeIssue): boolean {
  if (issue.severity === 'information') return issue.codes.includes('4119') || issue.type === 'incomplete';
  if (issue.codes.some((code) => HARMLESS_CODES.has(code))) return false;
  return !(issue.severity === 'warning' && HARMLESS_WORDS.test(issue.text));
}

/** Epic 4118 not authorised, and its three Break-the-Glass codes: nothing was read, for lack of permission. */
const REFUSAL_CODES = new Set(['4118', '4130', '4131', '4134']);

export function refusesAccess(issue: OutcomeIssue): boolean {
  return issue.codes.some((code) => REFUSAL_CODES.has(code)) || issue.type === 'forbidden';
}
