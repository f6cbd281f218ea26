import { describe, expect, it } from 'vitest';
import { DRIVING_RULES } from '../../src/knowledge/driving';
import { DRIVING_WORDS } from '../../src/knowledge/driving-words';
import { DRUG_IDS } from '../../src/knowledge/vocabulary';
import { adviseDriving } from '../../src/review/driving';
import { readCase } from './caution-facts';
import { answersDriving, drivingCases } from './table-cases';

const advise = (line: string) => {
  const { facts, relaxant } = readCase(line);
  return adviseDriving(facts, relaxant);
};

describe('driving table', () => {
  it('has one row for every relaxant', () => {
    expect(DRIVING_RULES.map((row) => row.drug).toSorted()).toEqual([...DRUG_IDS].toSorted());
  });

  it('gives each relaxant the tier of its sources', () => {
    const tiers = Object.fromEntries(DRIVING_RULES.map((row) => [row.drug, row.tier]));
    expect(tiers).toEqual({
      carisoprodol: 'D3',
      diazepam: 'D3',
      cyclobenzaprine_ir: 'D2',
      cyclobenzaprine_er: 'D2',
      cyclobenzaprine_sl: 'D2',
      baclofen: 'D2',
      tizanidine: 'D2',
      dantrolene: 'D2',
      orphenadrine: 'D2',
      orphenadrine_asa_caffeine: 'D2',
      metaxalone: 'D1',
      methocarbamol: 'D1',
      chlorzoxazone: 'D1',
      thiocolchicoside: 'D1',
      eperisone: 'D1',
      tolperisone: 'D0',
    });
  });

  it('says in sentences why, and never that driving is safe', () => {
    for (const row of DRIVING_RULES) {
      expect(row.clinician, row.drug).toMatch(/^[A-Z].*\.$/);
      expect(row.clinician, row.drug).not.toMatch(/\bsafe to drive|OK to drive\b/i);
    }
  });

  it('has a word and a tooltip for every tier', () => {
    for (const row of DRIVING_RULES) expect(DRIVING_WORDS[row.tier].word, row.drug).not.toBe('');
  });
});

describe('driving cases', () => {
  it('are answered by the table, and by it alone', () => {
    for (const one of drivingCases()) {
      const rule = DRIVING_RULES.find(({ drug }) => drug === one.drug);
      expect(rule !== undefined && answersDriving(one, rule), `${one.expected} ${one.words}`).toBe(true);
    }
  });
});

describe('driving advice', () => {
  const raisers = [
    'med:opioid',
    'med:moud',
    'med:benzodiazepine',
    'cond:sleep_apnea',
    'cond:alcohol_use_disorder',
    'answer:alcohol_heavy',
  ];

  it('rises by one step with an opioid, a benzodiazepine, alcohol or sleep apnea, and names it', () => {
    for (const raiser of raisers) {
      const advice = advise(`methocarbamol ${raiser}`);
      expect(advice.base, raiser).toBe('D1');
      expect(advice.tier, raiser).toBe('D2');
      expect(advice.raisedBy, raiser).toHaveLength(1);
    }
  });

  it('never rises past "no"', () => {
    expect(advise('carisoprodol med:opioid cond:sleep_apnea').tier).toBe('D3');
  });

  it('rises by one step only, however many reasons stand', () => {
    expect(advise('tolperisone med:opioid cond:sleep_apnea answer:alcohol_heavy').tier).toBe('D1');
  });

  it('stays at the table without a reason, and an antihistamine is none for most', () => {
    for (const row of DRIVING_RULES) expect(advise(row.drug).tier, row.drug).toBe(row.tier);
    expect(advise('methocarbamol med:sedating_antihistamine').tier).toBe('D1');
  });

  it('of metaxalone rises at 65 and with any other depressant', () => {
    for (const more of [
      'age:65',
      'med:z_drug',
      'med:gabapentinoid',
      'med:sedating_antihistamine',
      'with:baclofen',
    ])
      expect(advise(`metaxalone ${more}`).tier, more).toBe('D2');
    expect(advise('metaxalone age:64').tier).toBe('D1');
  });

  it('says what could not be read, and keeps the tier of the table', () => {
    const advice = advise('tizanidine no:MedicationRequest');
    expect(advice.tier).toBe('D2');
    expect(advice.notChecked.map((missing) => missing.key)).toEqual(['MedicationRequest']);
  });

  it('does not count an unasked question about alcohol as something that could not be read', () => {
    expect(advise('tizanidine no:alcohol_heavy').notChecked).toEqual([]);
  });
});
