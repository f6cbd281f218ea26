import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../src/chart/types';
import type { Section, SectionReport } from '../../src/chart/types';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import { RED_FLAG_RULES } from '../../src/knowledge/red-flags/all';
import { LAB_NAMES } from '../../src/knowledge/vocabulary';
import type { Facts } from '../../src/review/facts';
import { reviewRedFlags } from '../../src/review/red-flags';
import { judge } from '../knowledge/caution-facts';
import { judgeRedFlag, redFlagCases } from '../knowledge/red-flag-chart';
import { cautionCases, readCaseLines } from '../knowledge/rule-cases';

/** Every way in which one or more sections can fail. */
const FAILURES: readonly (readonly Section[])[] = Array.from({ length: 2 ** SECTIONS.length - 1 }, (_, at) =>
  SECTIONS.filter((_section, bit) => ((at + 1) >> bit) & 1),
);
const FAILED: SectionReport = { status: 'failed', gaps: ['could not be read'], count: 0 };

/** The sections failed, but all their entries had arrived. */
function failing(facts: Facts, failed: readonly Section[]): Facts {
  const sections = { ...facts.sections, ...Object.fromEntries(failed.map((name) => [name, FAILED])) };
  const medicationHistory = failed.includes('MedicationRequest') ? FAILED : facts.medicationHistory;
  return { ...facts, sections, medicationHistory };
}

/** The sections failed, and nothing of them had arrived; the relaxant itself is still asked about. */
function gone(facts: Facts, failed: readonly Section[]): Facts {
  const { recognised } = facts;
  const without = (section: Section) => failed.includes(section);
  return {
    ...failing(facts, failed),
    recognised: {
      ...recognised,
      ...(without('Condition') ? { conditions: [] } : {}),
      ...(without('Procedure') ? { procedures: [] } : {}),
      ...(without('AllergyIntolerance') ? { allergies: [] } : {}),
      ...(without('MedicationRequest') ? { orders: [] } : {}),
    },
    ...(without('Condition') ? { conditions: new Map(), openConditions: new Map() } : {}),
    ...(without('MedicationRequest')
      ? { medicines: [], ended: [], relaxants: facts.relaxants.slice(0, 1) }
      : {}),
    ...(without('Observation') ? { labs: noLabs(), vitals: { temperatures: [], weights: [] } } : {}),
  };
}

function noLabs(): Facts['labs'] {
  const none = (key: string) => ({ known: false as const, missing: { key, kind: 'lab' as const, why: key } });
  return Object.fromEntries(LAB_NAMES.map((name) => [name, none(name)])) as Facts['labs'];
}

type Kind = 'fires' | 'clear' | 'unknown';
const kindOf = (said: string): Kind =>
  said === 'clear' ? 'clear' : said.startsWith('unknown:') ? 'unknown' : 'fires';

/** A loss turns "fires" into "clear"; an invention turns anything else into "fires". */
function wrong(before: Kind, after: Kind): boolean {
  return before === 'fires' ? after === 'clear' : after === 'fires';
}

/** Red flags read no allergies. */
const RED_FLAG_FAILURES = FAILURES.filter((failed) => !failed.includes('AllergyIntolerance'));

function faults(
  facts: Facts,
  judged: (facts: Facts) => string,
  failures: readonly (readonly Section[])[] = FAILURES,
): readonly string[] {
  const before = kindOf(judged(facts));
  return failures.flatMap((failed) =>
    [failing(facts, failed), gone(facts, failed)].flatMap((less, nothing) => {
      const after = kindOf(judged(less));
      return wrong(before, after) ? [`${before} → ${after} without ${failed.join(', ')} (${nothing})`] : [];
    }),
  );
}

describe(
  'on every chart of the cases, whatever sections fail, with or without what had arrived of them',
  { timeout: 60_000 },
  () => {
    it('no caution that fires becomes clear, and none begins to fire', () => {
      const lines = readCaseLines('caution-cases.txt');
      const fired = new Set<string>();
      for (const rule of CAUTION_RULES)
        for (const { words, chart } of cautionCases(
          (lines[rule.id] ?? [])
            .filter((line) => !line.startsWith('hidden'))
            .map((line) => line.replace(/\b(\w+)(?:\|\w+)+/, '$1').replace(' every', ' baclofen')),
        )) {
          const judged = (facts: Facts) => judge(rule, { ...chart, facts });
          if (judged(chart.facts) === 'fires') fired.add(rule.id);
          expect(faults(chart.facts, judged), `${rule.id}: ${words}`).toEqual([]);
        }
      expect(fired.size).toBe(CAUTION_RULES.length);
    });

    it('no rule that rests on an absence fires while the conditions could not be read', () => {
      const lines = readCaseLines('caution-cases.txt');
      const absence = CAUTION_RULES.filter(({ trigger }) =>
        JSON.stringify(trigger).includes('"noCondition"'),
      );
      expect(absence.length).toBeGreaterThan(0);
      for (const rule of absence)
        for (const { words, chart } of cautionCases(lines[rule.id] ?? []))
          for (const facts of [failing(chart.facts, ['Condition']), gone(chart.facts, ['Condition'])])
            expect(judge(rule, { ...chart, facts }), words).not.toBe('fires');
    });

    it('no red flag that stands becomes clear, and none begins to stand', () => {
      const lines = readCaseLines('red-flag-cases.txt');
      for (const rule of RED_FLAG_RULES)
        for (const { line, facts } of redFlagCases(lines[rule.id] ?? [])) {
          const judged = (less: Facts) => {
            const { hits, notChecked } = reviewRedFlags([rule], less);
            return judgeRedFlag({ redFlags: hits, redFlagsNotChecked: notChecked }, rule.id);
          };
          const found = faults(facts, judged, RED_FLAG_FAILURES);
          // Gallstones whose removal could not be read are shown: the careful side.
          const careful =
            rule.id === 'MIMIC_GALLSTONE' ? found.filter((one) => !one.includes('Procedure')) : found;
          expect(careful, `${rule.id}: ${line}`).toEqual([]);
        }
    });
  },
);
