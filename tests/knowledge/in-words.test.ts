import { describe, expect, it } from 'vitest';
import { attributesOf, cautionCard, redFlagCard } from '../../src/knowledge/in-words/card';
import { limbWords } from '../../src/knowledge/in-words/limb';
import {
  ANSWER_NAMES,
  CLASS_NAMES,
  CONDITION_NAMES,
  DRUG_NAMES,
  TIER_NAMES,
} from '../../src/knowledge/in-words/names';
import { SOURCE_KIND_NAMES } from '../../src/knowledge/in-words/source-kinds';
import { cautionWords, triggerWords } from '../../src/knowledge/in-words/trigger';
import { asLine, joined } from '../../src/knowledge/in-words/words';
import { WRITTEN_CAUTION_RULES } from '../../src/knowledge/cautions/written';
import { WRITTEN_RED_FLAG_RULES } from '../../src/knowledge/red-flags/written';
import type { CautionRule, RedFlagLimb } from '../../src/knowledge/rule';
import { WITHDRAWAL_DRUGS } from '../../src/knowledge/windows';

/** Everything that the words of a caution rule say, on one line. */
function said(rule: CautionRule): string {
  const { when, raised = '', raisedWhen = '', hiddenBy } = cautionWords(rule);
  return [asLine(when), raised, asLine(raisedWhen), ...hiddenBy].filter((part) => part !== '').join(' | ');
}
const saidOf = (limb: RedFlagLimb): string => {
  const { what, tiers, notes } = limbWords(limb);
  return [what, ...tiers, ...notes].join(' | ');
};

/** Every value of a trigger or limb, with the key it stands under. */
function values(of: unknown, key = ''): (readonly [string, string | number])[] {
  if (typeof of === 'string' || typeof of === 'number') return [[key, of]];
  if (Array.isArray(of)) return of.flatMap((one: unknown) => values(one, key));
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([inner, value]: [string, unknown]) => values(value, inner));
}

/** Words that only the code knows: tokens with an underscore, and keys of the rule format. */
const INNER =
  /\w_\w|\b(cnsActive|durationDays|dailyDose\w*|noCondition|medicineEach|ageBelow|sameAllergy|carbamateAllergy|allergyTo|otherRelaxant|steroidDays|weightLoss|atLeast|withinDays|xuln)\b|undefined|NaN|Infinity|\[object/;

const ruleOf = (id: string): CautionRule => {
  const rule = WRITTEN_CAUTION_RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
};

describe('a caution rule in plain words', () => {
  it.each(WRITTEN_CAUTION_RULES.map((rule) => [rule.id, rule] as const))(
    '%s is said in full, without a word of the code',
    (_id, rule) => {
      const words = said(rule);
      expect(words.replaceAll(/\b[A-Z0-9]+(-[A-Z0-9]+)+\b/g, '')).not.toMatch(INNER);
      expect(words).not.toMatch(/\(\)|: *(\||$)|, *\)| {2}/);
      for (const drug of rule.drugs === 'all' ? [] : rule.drugs) expect(words).toContain(DRUG_NAMES[drug]);
      for (const [key, value] of values([rule.trigger, rule.escalate])) {
        if (typeof value === 'number')
          expect(words, key).toMatch(new RegExp(`\\b${value}\\b`.replace('.', '\\.')));
        else if (key === 'medicine' || key === 'medicineEach')
          expect(words).toContain(CLASS_NAMES[value as keyof typeof CLASS_NAMES]);
        else if (key === 'condition' || key === 'noCondition')
          expect(words).toContain(CONDITION_NAMES[value as keyof typeof CONDITION_NAMES]);
        else if (key === 'answer') expect(words).toContain(ANSWER_NAMES[value as keyof typeof ANSWER_NAMES]);
        else if (key === 'sex') expect(words).toContain(`sex ${value}`);
      }
      for (const hidden of rule.suppressedBy ?? []) expect(words).toContain(hidden);
    },
  );

  it.each([
    [
      'TIZ-CYP1A2-STRONG',
      'tizanidine AND current order: ciprofloxacin, fluvoxamine, viloxazine or enoxacin (strong CYP1A2 inhibitors)',
    ],
    ['TIZ-RENAL', 'tizanidine AND creatinine clearance below 25 mL/min'],
    ['TIZ-LFT-MONITOR', 'tizanidine'],
    [
      'BAC-RENAL-AVOID',
      'baclofen AND ((age 65 or older AND eGFR below 60 mL/min/1.73 m²) OR eGFR below 30 mL/min/1.73 m² OR on file: dialysis)',
    ],
    [
      'CAR-TRIPLE',
      'carisoprodol AND current order: an opioid for pain or cough AND current order: a benzodiazepine',
    ],
    ['X-BP-MEDS', '(tizanidine OR baclofen) AND current order: a blood pressure medicine'],
    ['OAC-REYE', 'orphenadrine with aspirin and caffeine AND age 17 or younger'],
    [
      'TOL-MYASTHENIA',
      'tolperisone AND (on file: myasthenia gravis OR (recorded allergy: tolperisone OR eperisone))',
    ],
  ])('%s reads as a sentence', (id, words) => {
    expect(asLine(cautionWords(ruleOf(id)).when)).toBe(words);
  });

  it('a look-back, a window and a derived answer are told', () => {
    expect(said(ruleOf('CYC-MAOI'))).toContain('order, current or ended in the last 14 days');
    expect(said(ruleOf('CYC-CARDIAC'))).toContain('of the last 42 days, working definition');
    expect(said(ruleOf('BAC-TAPER'))).toContain('or seen in its own orders: stopped in the last 14 days');
  });

  it('stopping is derived from orders only where the review derives it', () => {
    for (const rule of WRITTEN_CAUTION_RULES)
      if (said(rule).includes('its own orders'))
        expect(WITHDRAWAL_DRUGS, rule.id).toEqual(
          expect.arrayContaining(rule.drugs === 'all' ? ['all'] : [...rule.drugs]),
        );
  });

  it('limits of a relaxant that the rule does not concern are left out', () => {
    const limits = triggerWords({ dailyDoseAbove: { baclofen: 80, tizanidine: 36 } }, ['baclofen']);
    expect(asLine(limits)).toBe('baclofen: above 80 mg a day');
  });

  it('a join in a join of the same kind is one join, one under a lead stays', () => {
    const inner = joined('any', ['a', 'b']);
    expect(asLine(joined('any', [inner, 'c']))).toBe('a OR b OR c');
    expect(asLine(joined('any', [{ lead: 'on file', any: ['a', 'b'] }, 'c']))).toBe('(on file: a OR b) OR c');
    expect(asLine(joined('all', [inner, 'c']))).toBe('(a OR b) AND c');
  });
});

describe('a red flag in plain words', () => {
  it.each(WRITTEN_RED_FLAG_RULES.map((rule) => [rule.id, rule] as const))(
    '%s is said in full, without a word of the code',
    (_id, { limbs }) => {
      for (const limb of limbs) {
        const words = saidOf(limb);
        expect(words).not.toMatch(INNER);
        expect(limbWords(limb).tiers).not.toEqual([]);
        const own = 'beside' in limb ? { ...limb, beside: [] } : limb;
        for (const [key, value] of values(own)) {
          if (typeof value === 'number') {
            // No limit is not a number to say.
            if (value !== Infinity) expect(words, key).toMatch(new RegExp(`\\b${value}\\b`));
          } else if (
            key === 'condition' ||
            key === 'procedure' ||
            key === 'notIn' ||
            key === 'by' ||
            key === 'endedBy'
          )
            expect(words).toContain(CONDITION_NAMES[value as keyof typeof CONDITION_NAMES]);
          else if (key === 'medicine')
            expect(words).toContain(CLASS_NAMES[value as keyof typeof CLASS_NAMES]);
          else if (key === 'tier' && !('of' in limb))
            expect(words).toContain(TIER_NAMES[value as keyof typeof TIER_NAMES]);
        }
      }
    },
  );

  it('a window says its tier and where it comes from, a repair what it lowers', () => {
    const aneurysm = WRITTEN_RED_FLAG_RULES.find(({ id }) => id === 'AAA')?.limbs[0];
    if (aneurysm === undefined) throw new Error('no limb');
    expect(limbWords(aneurysm)).toEqual({
      what: 'on file: aortic aneurysm, not repaired',
      tiers: ['at any time: emergency (working definition)'],
      notes: [
        'active entries only',
        'an unconfirmed entry of the last 14 days counts, labelled',
        'not when the entry also says: dissection of the aorta',
        'lowered to urgent when the chart dates a later repair of the aorta',
      ],
    });
  });

  it('what only counts beside something else says beside what', () => {
    const blood = WRITTEN_RED_FLAG_RULES.find(({ id }) => id === 'ANTICOAGULATION')?.limbs[0];
    if (blood === undefined) throw new Error('no limb');
    expect(limbWords(blood).notes.join()).toMatch(
      /^only beside: on file: cauda equina or conus syndrome in the last 14 days OR /,
    );
  });
});

describe('names', () => {
  it('no two words of the rules are said alike', () => {
    for (const names of [DRUG_NAMES, CLASS_NAMES, CONDITION_NAMES, ANSWER_NAMES]) {
      const all = Object.values(names);
      expect(new Set(all).size).toBe(all.length);
      for (const name of all) expect(name.trim().length).toBeGreaterThan(2);
    }
  });
});

describe('the card of a rule', () => {
  const cards = [...WRITTEN_CAUTION_RULES.map(cautionCard), ...WRITTEN_RED_FLAG_RULES.map(redFlagCard)];

  it('there is one for each of the 126 cautions and 34 red flags', () => {
    expect(cards).toHaveLength(160);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(160);
  });

  it('answers all 13 source attributes by name, a rule’s own answer first', () => {
    for (const { id, attributes } of cards) {
      expect(attributes, id).toHaveLength(13);
      for (const [name, value] of attributes) expect(value.trim(), `${id} ${name}`).not.toBe('');
    }
    expect(attributesOf({ sex: 'Own.' }).find(([name]) => name === 'Use of sex')?.[1]).toBe('Own.');
  });

  it('tells each source with its kind, section and address', () => {
    for (const { id, sources } of cards) {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { from, section } of sources) {
        expect(section, id).not.toBe('');
        expect(from.url, id).toMatch(/^https?:/);
        expect(SOURCE_KIND_NAMES[from.kind], id).not.toBe('');
      }
    }
  });

  it('names the project’s own choices of a rule that says it has some', () => {
    for (const card of cards) {
      if (/working definition/i.test(card.clinician)) expect(card.own, card.id).not.toEqual([]);
      if (card.basis.startsWith('working') && card.trigger.kind === 'caution')
        expect(`${card.own.join()} ${card.clinician}`, card.id).toMatch(
          /working definition|inference|reference/,
        );
    }
  });

  it('gives a red flag the worst tier that it can have', () => {
    const grade = (id: string) => cards.find((card) => card.id === id)?.grade;
    expect([grade('CES'), grade('FEVER'), grade('CANCER_HISTORY'), grade('AGE_YOUNG')]).toEqual([
      'emergency',
      'urgent-sameday',
      'urgent',
      'consider',
    ]);
  });
});
