import { describe, expect, it } from 'vitest';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import type { CautionRule, Trigger } from '../../src/knowledge/rule';
import { DRUG_IDS } from '../../src/knowledge/vocabulary';
import { reviewCautions } from '../../src/review/cautions';
import { judge, readCase } from './caution-facts';
import { allCautionCases, answerTo, readCaseLines } from './rule-cases';

const CAUTION_CASES = readCaseLines('caution-cases.txt');

const byId = new Map(CAUTION_RULES.map((rule) => [rule.id, rule]));

function ruleOf(id: string): CautionRule {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

/** Rules that always fire for their relaxant: nothing can clear them and nothing can be missing. */
const alwaysFires = (trigger: Trigger): boolean => 'always' in trigger;

describe('each caution rule, on charts written as one line', () => {
  it('has cases, and no case stands for a rule that is not shipped', () => {
    expect(Object.keys(CAUTION_CASES).sort()).toEqual([...byId.keys()].sort());
  });

  it('fires, is cleared and says what it could not check in at least one case each', () => {
    for (const rule of CAUTION_RULES) {
      const verdicts = new Set((CAUTION_CASES[rule.id] ?? []).map((line) => line.split(/[: ]/)[0]));
      const expected = alwaysFires(rule.trigger) ? ['fires'] : ['fires', 'clear', 'unknown'];
      expect([...verdicts], rule.id).toEqual(expect.arrayContaining(expected));
    }
  });

  for (const [id, lines] of Object.entries(CAUTION_CASES))
    it(`${id} answers its ${lines.length} cases, and is not moved by other relaxants, medicines and problems`, () => {
      const rule = ruleOf(id);
      for (const one of allCautionCases(lines)) expect(answerTo(one, rule), one.words).toBe(one.expected);
    });

  it('is hidden by each rule it names, and by no other', () => {
    for (const { id, suppressedBy = [] } of CAUTION_RULES) {
      const hidden = (CAUTION_CASES[id] ?? []).map((line) => /^hidden:(\S+)/.exec(line)?.[1]);
      const names = new Set(hidden.filter((by) => by !== undefined));
      expect([...names].sort(), id).toEqual([...suppressedBy].sort());
    }
  });

  it('is never cleared by a chart of which nothing could be read', () => {
    const nothing =
      'no:Condition no:MedicationRequest no:AllergyIntolerance no:Observation no:egfr no:crcl no:alt_xuln no:age no:sex no:dose no:days ' +
      'no:spasticity_needed no:planning_pregnancy no:no_contraception no:commercial_driver no:stopping_or_gap no:metaxalone_640_switch ' +
      'no:baclofen_concentrate no:alcohol_heavy';
    for (const rule of CAUTION_RULES)
      for (const drug of rule.drugs === 'all' ? DRUG_IDS : rule.drugs) {
        // Two rules hold a limit per relaxant; one without a limit has nothing to check.
        if (
          rule.id === 'X-MIN-AGE' &&
          (drug === 'diazepam' || drug === 'chlorzoxazone' || drug === 'eperisone')
        )
          continue;
        if (rule.id === 'X-DOSE-MAX' && drug === 'orphenadrine_asa_caffeine') continue;
        const said = judge(rule, readCase(`${drug} ${nothing}`));
        expect(said, `${rule.id} for ${drug}`).toMatch(alwaysFires(rule.trigger) ? /^fires$/ : /^unknown:/);
      }
  });
});

const idsOf = (line: string) => {
  const { facts, relaxant } = readCase(line);
  const result = reviewCautions(CAUTION_RULES, facts, relaxant);
  return { ...result, ids: result.cautions.map((hit) => hit.rule.id) };
};

describe('rules together', () => {
  it('a stronger rule hides the weaker one of the same relaxant, and says which', () => {
    const pairs: readonly (readonly [string, string, string])[] = [
      ['tizanidine cond:alcohol_use_disorder', 'X-ALCOHOL-ANY', 'X-ALCOHOL'],
      ['dantrolene cond:acute_back_spasm', 'X-NO-SPASTICITY', 'DAN-ACUTE-SPASM'],
      ['metaxalone cond:ckd lab:egfr=22', 'MTX-ORGAN-MILD', 'MTX-ORGAN-SEVERE'],
      ['cyclobenzaprine_sl cond:pregnancy', 'X-PREGNANCY', 'CYC-SL-PREGNANCY'],
      ['diazepam cond:lactation', 'X-LACTATION', 'DZP-PREG-LACT'],
      ['orphenadrine_asa_caffeine cond:pregnancy', 'X-PREGNANCY', 'OAC-PREG'],
    ];
    for (const [line, weaker, stronger] of pairs) {
      const { ids, suppressed } = idsOf(line);
      expect(ids, line).toContain(stronger);
      expect(ids, line).not.toContain(weaker);
      expect(suppressed, line).toContainEqual({ id: weaker, by: stronger });
    }
  });

  it('a stronger rule that could not be checked hides nothing', () => {
    const { ids } = idsOf('tizanidine no:Condition');
    expect(ids).toContain('X-ALCOHOL-ANY');
  });

  it('a stop raises the taper rules to serious, and only then', () => {
    const tapers = [
      ['baclofen days:30', 'BAC-TAPER'],
      ['carisoprodol days:30', 'CAR-WITHDRAWAL'],
      ['diazepam days:30', 'DZP-TAPER'],
      ['tizanidine days:70', 'TIZ-TAPER'],
    ] as const;
    for (const [line, id] of tapers) {
      const severity = (words: string) =>
        idsOf(words).cautions.find((hit) => hit.rule.id === id)?.severity ?? 'silent';
      expect(severity(line)).toBe('caution');
      expect(severity(`${line} answer:stopping_or_gap`)).toBe('serious');
      expect(severity(`${line} no:stopping_or_gap`)).toBe('caution');
    }
  });

  it('a commercial driver raises carisoprodol and diazepam to serious, the others stay a caution', () => {
    for (const drug of DRUG_IDS) {
      const hit = idsOf(`${drug} answer:commercial_driver`).cautions.find(({ rule }) => rule.id === 'X-CMV');
      expect(hit?.severity, drug).toBe(
        drug === 'carisoprodol' || drug === 'diazepam' ? 'serious' : 'caution',
      );
    }
  });

  it('kidney medicines with baclofen rise from teaching to caution at 65 or with kidney disease', () => {
    const severity = (line: string) =>
      idsOf(line).cautions.find((hit) => hit.rule.id === 'BAC-NEPHROTOXIC')?.severity;
    expect(severity('baclofen med:nsaid')).toBe('counsel');
    expect(severity('baclofen med:nsaid age:65')).toBe('caution');
    expect(severity('baclofen med:nsaid lab:egfr=59')).toBe('caution');
    expect(severity('baclofen med:nsaid cond:dialysis')).toBe('caution');
  });

  it('rules of another form of cyclobenzaprine cannot be checked while the form is not stated', () => {
    const { facts, relaxant } = readCase('cyclobenzaprine_ir age:72');
    const unstated = { ...relaxant, formStated: false };
    const result = reviewCautions(CAUTION_RULES, { ...facts, relaxants: [unstated] }, unstated);
    const gap = result.notChecked.find(({ rule }) => rule.id === 'CYC-ER-ELDERLY');
    expect(gap?.missing.map((missing) => missing.key)).toEqual(['form']);
  });

  it('a healthy adult on a short small dose gets teaching points and nothing louder, whatever the relaxant', () => {
    for (const drug of DRUG_IDS) {
      const { cautions, notChecked } = idsOf(drug);
      const loud = cautions.filter((hit) => hit.severity !== 'counsel').map((hit) => hit.rule.id);
      // Dantrolene carries a boxed liver warning for everyone, and more for those over 35.
      expect(loud, drug).toEqual(drug === 'dantrolene' ? ['DAN-HEPATOTOX', 'DAN-HIGHRISK'] : []);
      expect(notChecked, drug).toEqual([]);
    }
  });
});
