import { readFileSync } from 'node:fs';
import type { DataGapPrompt } from '../../src/knowledge/data-gaps';
import type { DrivingRule } from '../../src/knowledge/rule';
import { CONDITION_TOKENS, DRUG_IDS, MEDICINE_CLASSES } from '../../src/knowledge/vocabulary';
import { findDataGaps } from '../../src/review/data-gaps';
import { adviseDriving } from '../../src/review/driving';
import { readCase } from './caution-facts';
import { cautionCases, readCaseLines } from './rule-cases';
import type { CautionCase } from './rule-cases';

export interface DrivingCase extends CautionCase {
  readonly drug: string;
}

/** The lines of driving-cases.txt, and every medicine and problem that raises no line of a relaxant: it leaves the tier. */
export function drivingCases(): readonly DrivingCase[] {
  const text = readFileSync(new URL('driving-cases.txt', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const own = cautionCases(lines).map((one) => ({ ...one, drug: one.words.split(' ')[0] ?? '' }));
  const strangers = DRUG_IDS.flatMap((drug) => {
    const raisers = new Set(own.flatMap((one) => (one.drug === drug ? one.words.split(' ').slice(1) : [])));
    return [
      ...MEDICINE_CLASSES.map((name) => `med:${name}`),
      ...CONDITION_TOKENS.map((name) => `cond:${name}`),
    ]
      .filter((word) => !raisers.has(word))
      .map((word) => {
        const words = `${drug} ${word}`;
        return { expected: 'same', words, drug, chart: readCase(words) };
      });
  });
  return [...own, ...strangers];
}

const STEPS = ['D0', 'D1', 'D2', 'D3'];

export function answersDriving({ expected, chart }: DrivingCase, rule: DrivingRule): boolean {
  const { base, tier, raisedBy, notChecked } = adviseDriving(chart.facts, chart.relaxant, [rule]);
  const missing = notChecked.map(({ key }) => key).join(',');
  if (expected === 'raised')
    return raisedBy.length === 1 && tier === (STEPS[STEPS.indexOf(base) + 1] ?? 'D3');
  if (expected === 'same') return raisedBy.length === 0 && tier === base && missing === '';
  if (expected.startsWith('unknown:')) return tier === base && expected === `unknown:${missing}`;
  return base === expected && tier === expected;
}

export interface GapCase extends CautionCase {
  readonly id: string;
}

/** The lines of data-gap-cases.txt, and the chart of the first line that stands with each relaxant that it does not concern. */
export function gapCases(): readonly GapCase[] {
  return Object.entries(readCaseLines('data-gap-cases.txt')).flatMap(([id, lines]) => {
    const own = cautionCases(lines);
    const drugs = new Set(own.map(({ words }) => words.split(' ')[0]));
    const chart = own[0]?.words.split(' ').slice(1).join(' ') ?? '';
    const foreign = DRUG_IDS.filter((drug) => !drugs.has(drug)).map((drug) => {
      const words = `${drug} ${chart}`;
      return { expected: 'silent', words, chart: readCase(words) };
    });
    return [...own, ...foreign].map((one) => ({ ...one, id }));
  });
}

export function answersGap({ expected, chart }: GapCase, prompt: DataGapPrompt): boolean {
  return findDataGaps([prompt], chart.facts).length > 0 === (expected === 'stands');
}
