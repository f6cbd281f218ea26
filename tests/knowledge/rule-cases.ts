import { readFileSync } from 'node:fs';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import type { CautionRule } from '../../src/knowledge/rule';
import { CONDITION_TOKENS, DRUG_IDS, MEDICINE_CLASSES } from '../../src/knowledge/vocabulary';
import { reviewCautions } from '../../src/review/cautions';
import { judge, readCase } from './caution-facts';
import type { Case } from './caution-facts';

/** Everything a rule must answer: its own cases, and those that follow from them. */
export function allCautionCases(lines: readonly string[]): readonly CautionCase[] {
  return [
    ...cautionCases(lines),
    ...foreignDrugCases(lines),
    ...[strangerCases, companionCases].flatMap((casesOf) => [
      ...casesOf(lines, 'med', MEDICINE_CLASSES),
      ...casesOf(lines, 'cond', CONDITION_TOKENS),
    ]),
  ];
}

/** Lines by id of a case file: an id alone on its line, then its cases indented. */
export function readCaseLines(file: string): Readonly<Record<string, readonly string[]>> {
  const cases: Record<string, string[]> = {};
  let lines: string[] = [];
  for (const line of readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('  ')) lines.push(line.trim());
    else cases[line] = lines = [];
  }
  return cases;
}

/** One relaxant on one chart, and what the rule must say of it. */
export interface CautionCase {
  readonly expected: string;
  readonly words: string;
  readonly chart: Case;
}

export function cautionCases(lines: readonly string[]): readonly CautionCase[] {
  return lines.flatMap((line) => {
    const [expected = '', drugs = '', ...chart] = line.split(' ');
    return (drugs === 'every' ? DRUG_IDS : drugs.split('|')).map((drug) => {
      const words = [drug, ...chart].join(' ');
      return { expected, words, chart: readCase(words) };
    });
  });
}

/** What the engine says of the rule, in the words of the case: severity and suppression only where the case names them. */
export function answerTo({ expected, chart }: CautionCase, rule: CautionRule): string {
  if (expected.startsWith('hidden:')) {
    const rules = CAUTION_RULES.map((other) => (other.id === rule.id ? rule : other));
    const { suppressed } = reviewCautions(rules, chart.facts, chart.relaxant);
    const by = suppressed.filter(({ id }) => id === rule.id).map((one) => one.by);
    return by.length === 0 ? 'not hidden' : `hidden:${by.join(',')}`;
  }
  if (!expected.startsWith('fires:')) return judge(rule, chart);
  const { cautions } = reviewCautions([{ ...rule, suppressedBy: [] }], chart.facts, chart.relaxant);
  return `fires:${cautions[0]?.severity ?? 'not'}`;
}

const named = (lines: readonly string[], kinds: string): ReadonlySet<string> =>
  new Set(
    lines.flatMap((line) =>
      [...line.matchAll(new RegExp(`\\b(?:${kinds}):(\\w+)`, 'g'))].map((hit) => hit[1] ?? ''),
    ),
  );

/**
 * A chart on which the rule fires, with another medicine or problem in the place of the one that the rule names: it is clear.
 * `strangers` are the classes or tokens to try; those that a case of the rule names are left out.
 */
function strangerCases(
  lines: readonly string[],
  kind: 'med' | 'cond',
  strangers: readonly string[],
): readonly CautionCase[] {
  const known = named(lines, kind === 'med' ? 'med|ended' : 'cond');
  const other = kind === 'med' ? 'cond' : 'med';
  const [first] = cautionCases(
    lines.filter(
      (line) => line.startsWith('fires') && line.includes(` ${kind}:`) && !line.includes(` ${other}:`),
    ),
  );
  if (first === undefined) return [];
  return strangers
    .filter((stranger) => !known.has(stranger))
    .map((stranger) => {
      const words = first.words.replaceAll(new RegExp(`\\b${kind}:\\w+`, 'g'), `${kind}:${stranger}`);
      return { expected: 'clear', words, chart: readCase(words) };
    });
}

/** A chart on which the rule fires, with one more medicine or problem that no case of it names: it stands as before, at the same severity. */
function companionCases(
  lines: readonly string[],
  kind: 'med' | 'cond',
  strangers: readonly string[],
): readonly CautionCase[] {
  const known = named(lines, kind === 'med' ? 'med|ended' : 'cond');
  const [first] = cautionCases(lines.filter((line) => line.startsWith('fires:')));
  if (first === undefined) return [];
  return strangers
    .filter((stranger) => !known.has(stranger))
    .map((stranger) => {
      const words = `${first.words} ${kind}:${stranger}`;
      return { expected: first.expected, words, chart: readCase(words) };
    });
}

/** The charts on which the rule fires, with each relaxant that no case of the rule lets fire: it does not concern them. */
function foreignDrugCases(lines: readonly string[]): readonly CautionCase[] {
  const firing = cautionCases(lines.filter((line) => line.startsWith('fires')));
  const own = new Set(firing.map(({ words }) => words.split(' ')[0]));
  const [first] = firing;
  if (first === undefined) return [];
  const chart = first.words.split(' ').slice(1);
  return DRUG_IDS.filter((drug) => !own.has(drug)).map((drug) => {
    const words = [drug, ...chart].join(' ');
    return { expected: 'clear', words, chart: readCase(words) };
  });
}
