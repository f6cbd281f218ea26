/** Whether the cases of the rules notice when a rule is wrong: every mutant of every rule must change the answer to a case. */
import { CAUTION_RULES } from '../src/knowledge/cautions/all';
import { DATA_GAPS } from '../src/knowledge/data-gaps';
import type { DataGapPrompt } from '../src/knowledge/data-gaps';
import { DRIVING_RULES } from '../src/knowledge/driving';
import { RED_FLAG_RULES } from '../src/knowledge/red-flags/all';
import type { CautionRule, DrivingRule, RedFlagRule } from '../src/knowledge/rule';
import { CONDITION_TOKENS, DRUG_IDS, MEDICINE_CLASSES } from '../src/knowledge/vocabulary';
import { answersRedFlag, redFlagCases } from '../tests/knowledge/red-flag-chart';
import { allCautionCases, answerTo, readCaseLines } from '../tests/knowledge/rule-cases';
import { answersDriving, answersGap, drivingCases, gapCases } from '../tests/knowledge/table-cases';
import { EQUIVALENT } from './equivalent-mutants';
import { mutantsOf } from './mutants';
import type { Json, Vocabulary } from './mutants';
import { windowMutations } from './window-mutants';

const SEVERITIES = ['contraindicated', 'serious', 'caution', 'counsel'];
const TIERS = ['emergency', 'urgent-sameday', 'urgent', 'consider'];
const WORDS = new Set(
  'id version title region group start short consider patientLine patient basis attributes clinician sources label origin text source drug'.split(
    ' ',
  ),
);

const TRIGGERS: Vocabulary = {
  alternatives: {
    severity: SEVERITIES,
    to: SEVERITIES,
    tier: ['D0', 'D1', 'D2', 'D3'],
    sex: ['female', 'male'],
    lab: ['egfr', 'crcl', 'alt_xuln'],
  },
  strangers: {
    drugs: DRUG_IDS,
    medicine: MEDICINE_CLASSES,
    condition: CONDITION_TOKENS,
    noCondition: CONDITION_TOKENS,
  },
  isIdle: (key) => WORDS.has(key),
  optional: ['escalate', 'suppressedBy', 'recent', 'min', 'max', 'below', 'atLeast', 'above'],
  limitPerKey: ['ageBelow', 'dailyDoseAbove'],
  added: [{ to: 'medicine', key: 'recent', value: true }],
  always: { always: true },
  never: { any: [] },
  limbs: ['all', 'any'],
};

const RED_FLAG_LIMBS: Vocabulary = {
  alternatives: { tier: TIERS, history: [true, 'only'], sex: ['female', 'male'] },
  strangers: {},
  // A limb that only stands beside another, or counts as one feature, lends its tier to nobody.
  isIdle: (key, at) => WORDS.has(key) || (key === 'tier' && /\.(?:beside|of)\[/.test(at)),
  optional:
    'history unconfirmedWithinDays notIn beside lowered endedBy tooOld withinDays course ever problemList min max'.split(
      ' ',
    ),
  limitPerKey: [],
  added: [
    { to: 'condition', key: 'history', value: true },
    { to: 'condition', key: 'unconfirmedWithinDays', value: 3650 },
    { to: 'origin', key: 'withinDays', value: 3650 },
    { to: 'origin', key: 'problemList', value: true },
    { to: 'answer', key: 'ever', value: true },
    { to: 'medicine', key: 'withinDays', value: 3650 },
  ],
  always: { age: { min: 0 }, tier: 'consider' },
  never: { age: { max: -1 }, tier: 'consider' },
  limbs: ['limbs', 'of', 'beside'],
};

export interface MutationReport {
  /** Mutants by kind of rule. */
  readonly counts: Readonly<Record<string, number>>;
  readonly explained: number;
  /** Rule and change of each mutant that no case noticed, and each explanation that explains nothing. */
  readonly problems: readonly string[];
}

export function checkMutations(): MutationReport {
  const counts: Record<string, number> = {};
  const survivors: string[] = [];
  const problems: string[] = [];

  /** Runs all mutants of one rule. A case that the rule itself does not answer would kill each of them: it is a problem. */
  function run<Rule, Case>(
    kind: string,
    id: string,
    rule: Rule,
    vocabulary: Vocabulary,
    cases: readonly Case[],
    answers: (one: Case, rule: Rule) => boolean,
  ): void {
    if (!cases.every((one) => answers(one, rule))) problems.push(`${id}: a case is not answered`);
    for (const { what, value } of mutantsOf(rule as Json, vocabulary)) {
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (cases.every((one) => answers(one, value as Rule))) survivors.push(`${id}: ${what}`);
    }
  }

  const cautionLines = readCaseLines('caution-cases.txt');
  for (const rule of CAUTION_RULES)
    run<CautionRule, ReturnType<typeof allCautionCases>[number]>(
      'cautions',
      rule.id,
      rule,
      TRIGGERS,
      allCautionCases(cautionLines[rule.id] ?? []),
      (one, mutant) => answerTo(one, mutant) === one.expected,
    );

  const redFlagLines = readCaseLines('red-flag-cases.txt');
  for (const rule of RED_FLAG_RULES)
    run<RedFlagRule, ReturnType<typeof redFlagCases>[number]>(
      'red flags',
      rule.id,
      rule,
      RED_FLAG_LIMBS,
      redFlagCases(redFlagLines[rule.id] ?? []),
      answersRedFlag,
    );

  const driving = drivingCases();
  for (const rule of DRIVING_RULES)
    run<DrivingRule, (typeof driving)[number]>(
      'driving',
      `driving ${rule.drug}`,
      rule,
      TRIGGERS,
      driving.filter(({ drug }) => drug === rule.drug),
      answersDriving,
    );

  const gaps = gapCases();
  for (const prompt of DATA_GAPS)
    run<DataGapPrompt, (typeof gaps)[number]>(
      'data gaps',
      prompt.id,
      prompt,
      TRIGGERS,
      gaps.filter(({ id }) => id === prompt.id),
      answersGap,
    );

  const windows = windowMutations();
  counts['windows, labs and lists'] = windows.total;
  survivors.push(...windows.survivors);

  const used = new Set<string>();
  for (const survivor of survivors) {
    const reason = EQUIVALENT.find(({ mutant }) => mutant.test(survivor));
    if (reason === undefined) problems.push(`not noticed: ${survivor}`);
    else used.add(reason.why);
  }
  for (const { mutant, why } of EQUIVALENT)
    if (!used.has(why)) problems.push(`no mutant is explained by ${String(mutant)}`);
  return { counts, explained: survivors.length - problems.length, problems };
}
