import type { Plugin } from 'vite';
import { WRITTEN_CAUTION_RULES } from '../src/knowledge/cautions/written';

const RULES = /[\\/]src[\\/]knowledge[\\/]cautions[\\/]all\.ts$/;
const BASIS = /[\\/]src[\\/]knowledge[\\/]cautions[\\/]basis\.ts$/;

// JSON.parse of one string starts faster than a large object literal: https://v8.dev/blog/cost-of-javascript-2019#json
const parsed = (value: unknown): string => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

/**
 * Splits the caution rules in a build: what judges and shows a finding stands in one chunk, what it rests on
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
      if (RULES.test(id)) {
        const rules = WRITTEN_CAUTION_RULES.map(
          ({ clinician: _clinician, sources: _sources, ...rule }) => rule,
        );
        return `export const CAUTION_RULES = ${parsed(rules)};`;
      }
      if (BASIS.test(id)) {
        const basis = WRITTEN_CAUTION_RULES.map(({ id: key, clinician, sources }) => [
          key,
          { clinician, sources },
        ]);
        return `const BASIS = Object.fromEntries(${parsed(basis)});\nexport const basisOf = (ruleId) => BASIS[ruleId];`;
      }
      return undefined;
    },
  };
}
