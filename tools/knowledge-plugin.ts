import type { Plugin } from 'vite';
import { WRITTEN_CAUTION_RULES } from '../src/knowledge/cautions/written';
import { WRITTEN_RED_FLAG_RULES } from '../src/knowledge/red-flags/written';

const RULES = /[\\/]src[\\/]knowledge[\\/](cautions|red-flags)[\\/]all\.ts$/;
const BASIS = /[\\/]src[\\/]knowledge[\\/](cautions|red-flags)[\\/]basis\.ts$/;

// JSON.parse of one string starts faster than a large object literal: https://v8.dev/blog/cost-of-javascript-2019#json
const parsed = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/** What "Why" and the paper read later leaves the rule: reasons and sources of both kinds, and the red flags' words for the patient. */
function withoutBasis(rule: object): object {
  const later = new Set(['clinician', 'sources', 'limbs' in rule ? 'patient' : '']);
  return Object.fromEntries(Object.entries(rule).filter(([key]) => !later.has(key)));
}

const lookUp = (name: string, entries: readonly unknown[]): string =>
  `const BASIS = Object.fromEntries(${parsed(entries)});\nexport const ${name} = (ruleId) => BASIS[ruleId];`;

/**
 * Splits the rules in a build: what judges and shows a finding stands in one chunk, what it rests on
 * (half of the bytes) in another that loads after the first finding. The source stays one object a rule.
 */
export function knowledgePlugin(): Plugin {
  return {
    name: 'backsafe:knowledge',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: { codeSplitting: { groups: [{ name: 'knowledge', test: RULES }] } },
        },
      },
    }),
    load(id) {
      const redFlags = id.includes('red-flags');
      if (RULES.test(id))
        return redFlags
          ? `export const RED_FLAG_RULES = ${parsed(WRITTEN_RED_FLAG_RULES.map(withoutBasis))};`
          : `export const CAUTION_RULES = ${parsed(WRITTEN_CAUTION_RULES.map(withoutBasis))};`;
      if (!BASIS.test(id)) return undefined;
      return redFlags
        ? lookUp(
            'redFlagBasisOf',
            WRITTEN_RED_FLAG_RULES.map(({ id: key, clinician, sources, patient }) => [
              key,
              { clinician, sources, patient },
            ]),
          )
        : lookUp(
            'basisOf',
            WRITTEN_CAUTION_RULES.map(({ id: key, clinician, sources }) => [key, { clinician, sources }]),
          );
    },
  };
}
