import type { CautionRule } from '../knowledge/rule';
import type { DrugId, Severity } from '../knowledge/vocabulary';
import { evaluate } from './evaluate';
import type { Facts } from './facts';
import type { RelaxantFact } from './relaxants';
import type { CautionHit, Missing, RuleGap, Verdict } from './types';
import { unknown } from './verdict';

export interface CautionResult {
  readonly cautions: readonly CautionHit[];
  readonly suppressed: readonly { readonly id: string; readonly by: string }[];
  readonly notChecked: readonly RuleGap[];
  readonly notAsked: readonly RuleGap[];
  /** Rules that concern this relaxant. */
  readonly total: number;
}

const SEVERITY_ORDER: readonly Severity[] = ['contraindicated', 'serious', 'caution', 'counsel'];
export const severityRank = (severity: Severity): number => SEVERITY_ORDER.indexOf(severity);

/** A taper rule is all that matters for a drug that was just stopped. */
const TAPER_RULES = new Set(['BAC-TAPER', 'TIZ-TAPER', 'CAR-WITHDRAWAL', 'DZP-TAPER']);

/** Runs every rule that concerns the relaxant. Hits come worst first, in knowledge order inside a severity. */
export function reviewCautions(
  rules: readonly CautionRule[],
  facts: Facts,
  relaxant: RelaxantFact,
): CautionResult {
  const hits: CautionHit[] = [];
  const notChecked: RuleGap[] = [];
  const notAsked: RuleGap[] = [];
  let total = 0;

  for (const rule of rules) {
    const concern = concerns(rule, relaxant);
    if (concern === 'no' || (relaxant.state === 'stopped' && !TAPER_RULES.has(rule.id))) continue;
    const verdict = orNotKnownWhen(evaluate(rule.trigger, facts, relaxant), facts, relaxant);
    if (concern === 'other-form') {
      // The chart does not say which form: a rule of another form that would fire cannot be settled.
      if (verdict.value !== 'clear') {
        total += 1;
        notChecked.push({ rule, missing: [formMissing(relaxant)] });
      }
      continue;
    }
    total += 1;
    if (verdict.value === 'fires') hits.push(withEscalation(rule, verdict, facts, relaxant));
    else if (verdict.value === 'unknown') sortGap({ rule, missing: verdict.missing }, notChecked, notAsked);
  }

  const fired = new Set(hits.map((hit) => hit.rule.id));
  const suppressed = hits.flatMap(({ rule }) => {
    const by = rule.suppressedBy?.find((id) => fired.has(id));
    return by === undefined ? [] : [{ id: rule.id, by }];
  });
  const hidden = new Set(suppressed.map(({ id }) => id));
  const cautions = hits
    .filter((hit) => !hidden.has(hit.rule.id))
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  return { cautions, suppressed, notChecked, notAsked, total };
}

/** What would fire had the relaxant just been stopped could not be checked when the chart does not say the day; the clinician may know. */
function orNotKnownWhen(verdict: Verdict, { answers }: Facts, { stopDay }: RelaxantFact): Verdict {
  const open = stopDay !== undefined && verdict.value === 'fires' && answers.stopping_or_gap !== true;
  return open ? unknown([stopDay]) : verdict;
}

/** A gap made only of questions nobody asked belongs to the checklist, not to "could not check". */
function sortGap(gap: RuleGap, notChecked: RuleGap[], notAsked: RuleGap[]): void {
  if (gap.missing.every((missing) => missing.kind === 'answer')) notAsked.push(gap);
  else notChecked.push(gap);
}

function withEscalation(
  rule: CautionRule,
  verdict: Extract<Verdict, { value: 'fires' }>,
  facts: Facts,
  relaxant: RelaxantFact,
): CautionHit {
  const base = {
    rule,
    severity: rule.severity,
    escalated: false,
    evidence: verdict.evidence,
    escalationMissing: [],
  };
  const { escalate } = rule;
  if (escalate === undefined || escalate.drugs?.includes(relaxant.drug) === false) return base;
  const raised = evaluate(escalate.when, facts, relaxant);
  if (raised.value === 'fires') {
    const known = new Set(verdict.evidence.map((item) => item.reference));
    const more = raised.evidence.filter((item) => !known.has(item.reference) || item.basis === 'answer');
    return { ...base, severity: escalate.to, escalated: true, evidence: [...verdict.evidence, ...more] };
  }
  // An unknown test leaves the base severity and says what is missing.
  return raised.value === 'unknown' ? { ...base, escalationMissing: raised.missing } : base;
}

const FORMS: readonly (readonly DrugId[])[] = [
  ['cyclobenzaprine_ir', 'cyclobenzaprine_er', 'cyclobenzaprine_sl'],
];

function concerns(rule: CautionRule, relaxant: RelaxantFact): 'yes' | 'other-form' | 'no' {
  const { drugs } = rule;
  if (drugs === 'all' || drugs.includes(relaxant.drug)) return 'yes';
  if (relaxant.formStated) return 'no';
  const family = FORMS.find((forms) => forms.includes(relaxant.drug));
  return family?.some((form) => drugs.includes(form)) === true ? 'other-form' : 'no';
}

function formMissing(relaxant: RelaxantFact): Missing {
  return { key: 'form', kind: 'form', why: `form of ${relaxant.ingredient} (not stated)` };
}
