import { foreignGap, unresolvedGap } from './completeness';
import type { QueryReport } from './completeness';
import type { DataAccess, SearchResult } from './data-access';
import type { JsonObject } from './fhir-guards';
import type { FhirProblem, FhirProblemKind } from './fhir-problem';
import type { SearchGrant } from './granted-scopes';
import { mayHideEntries, refusesAccess } from './outcomes';
import type { OutcomeIssue } from './outcomes';
import type { ChartQuery } from './queries';
import type { OwnerTest } from './references';
import type { MedicationResolver, ResolvedMedication } from './resolve-medications';
import type { SectionStatus } from './types';

/** What one search of the chart brought, and how far it can be trusted. */
export interface QueryAnswer {
  /** Entries of the launch patient. */
  readonly entries: readonly JsonObject[];
  /** Entries of another patient: discarded, only counted. */
  readonly foreign: readonly JsonObject[];
  readonly medicines: ReadonlyMap<JsonObject, ResolvedMedication>;
  readonly report: QueryReport;
  /** The EHR's own words about missing entries, verbatim. */
  readonly notices: readonly string[];
}

export interface QueryContext {
  readonly access: DataAccess;
  readonly resolver: MedicationResolver;
  readonly isOwn: OwnerTest;
  readonly grant: SearchGrant;
}

/** Runs one search of the chart through its variants. Never rejects: what went wrong is in the report. */
export async function answerQuery(query: ChartQuery, context: QueryContext): Promise<QueryAnswer> {
  const result = await searchVariants(query, context.access);
  const entries = result.entries.filter(context.isOwn);
  const foreign = result.entries.filter((entry) => !context.isOwn(entry));
  const medicines =
    query.section === 'MedicationRequest'
      ? await context.resolver.resolve(entries, result.included)
      : new Map<JsonObject, ResolvedMedication>();
  const unresolved = [...medicines.values()].filter(({ source }) => source === 'unresolved').length;
  const warnings = result.outcomes.filter(mayHideEntries);
  return {
    entries,
    foreign,
    medicines,
    report: judged(query, context.grant, {
      count: entries.length,
      arrived: result.entries.length > 0,
      problems: result.gaps,
      warnings,
      losses: [...foreignGap(foreign.length), ...unresolvedGap(unresolved)],
    }),
    notices: warnings.map((issue) => issue.text),
  };
}

/** The next variant only when the parameters were refused: any other failure would fail again, and cost the EHR a request. */
async function searchVariants(query: ChartQuery, access: DataAccess): Promise<SearchResult> {
  const [first = {}, ...others] = query.variants;
  let result = await access.searchAll(query.section, first);
  // Oracle Health answers 500 to a missing parameter. An EHR that is down does too: it is asked once more, not seven times.
  let serverErrors = 0;
  for (const variant of others) {
    const refusal = refusalOf(result);
    if (refusal === 500) serverErrors += 1;
    if (refusal === undefined || serverErrors > 1) break;
    result = await access.searchAll(query.section, variant);
  }
  return result;
}

function refusalOf({ entries, gaps }: SearchResult): number | undefined {
  const [problem] = gaps;
  if (entries.length > 0 || problem === undefined || problem.kind === 'forbidden') return undefined;
  const { status } = problem.details;
  return status === 400 || status === 422 || status === 500 ? status : undefined;
}

interface Outcome {
  readonly count: number;
  readonly arrived: boolean;
  readonly problems: readonly FhirProblem[];
  readonly warnings: readonly OutcomeIssue[];
  /** Sentences about entries that are not in the list. */
  readonly losses: readonly string[];
}

/** Complete only when nothing is missing in any way that can be known; a false "complete" is a false all-clear. */
function judged(query: ChartQuery, grant: SearchGrant, outcome: Outcome): QueryReport {
  const { name } = query;
  const { count, arrived, problems, warnings, losses } = outcome;
  const [problem] = problems;
  // "Not offered" means nothing for an addition: the section is whole without it, and that is said.
  if (query.role === 'adds' && !arrived && problem?.kind === 'unsupported')
    return { status: 'complete', gaps: [`${name} are not offered by this EHR.`], count };
  const gaps = [
    ...problems.map((gap) => `${name} could not be read${arrived ? ' in full' : ''}: ${gap.message}.`),
    ...warnings.map((issue) => `${name}: the EHR says "${issue.text}"`),
    ...losses.map((loss) => `${name}: ${loss}`),
    ...(grant === 'absent' ? [`${name}: the EHR's permission for this app does not include them.`] : []),
    ...(grant === 'limited' ? [`${name}: the EHR's permission for this app covers only some of them.`] : []),
  ];
  if (gaps.length === 0) return { status: 'complete', gaps, count };
  return {
    status: arrived ? 'partial' : statusWithout(problem, warnings, grant),
    gaps: distinct(gaps),
    count,
  };
}

const distinct = (sentences: readonly string[]): readonly string[] => [...new Set(sentences)];

const STATUS_OF_PROBLEM: Readonly<Partial<Record<FhirProblemKind, SectionStatus>>> = {
  forbidden: 'not-permitted',
  unsupported: 'unsupported',
};

/** Nothing arrived at all. An empty answer without permission is no answer: the EHR may only have hidden the entries. */
function statusWithout(
  problem: FhirProblem | undefined,
  warnings: readonly OutcomeIssue[],
  grant: SearchGrant,
): SectionStatus {
  if (grant === 'absent' || warnings.some(refusesAccess)) return 'not-permitted';
  if (problem !== undefined) return STATUS_OF_PROBLEM[problem.kind] ?? 'failed';
  return warnings.some(({ severity }) => severity === 'error' || severity === 'fatal') ? 'failed' : 'partial';
}
