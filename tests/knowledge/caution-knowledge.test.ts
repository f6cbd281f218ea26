import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOURCE_ATTRIBUTES } from '../../src/knowledge/attributes';
import { WRITTEN_CAUTION_RULES as CAUTION_RULES } from '../../src/knowledge/cautions/written';
import { DATA_GAPS } from '../../src/knowledge/data-gaps';
import { DRIVING_RULES } from '../../src/knowledge/driving';
import type { WrittenCautionRule, Trigger } from '../../src/knowledge/rule';
import { MEDICINE_SOURCES } from '../../src/knowledge/sources/medicines';
import { KNOWLEDGE_VERSION } from '../../src/knowledge/version';
import { DRUG_IDS, US_DRUG_IDS } from '../../src/knowledge/vocabulary';

/** A sentence of the check names its rule when it fails. */
const eachRule = (check: (rule: WrittenCautionRule) => void) => {
  for (const rule of CAUTION_RULES) check(rule);
};

describe('caution rules as a set', () => {
  it('have ids of their own', () => {
    expect(new Set(CAUTION_RULES.map((rule) => rule.id)).size).toBe(CAUTION_RULES.length);
  });

  it('are the 126 of the audit: 22 contraindicated, 41 serious, 50 cautions, 13 teaching points', () => {
    const count = (severity: WrittenCautionRule['severity']) =>
      CAUTION_RULES.filter((rule) => rule.severity === severity).length;
    expect(
      ['contraindicated', 'serious', 'caution', 'counsel'].map((s) =>
        count(s as WrittenCautionRule['severity']),
      ),
    ).toEqual([22, 41, 50, 13]);
  });

  it('name only relaxants of the vocabulary, and are of the region of their relaxants', () => {
    eachRule((rule) => {
      if (rule.drugs === 'all') {
        expect(rule.region, rule.id).toBe('us');
        return;
      }
      expect(rule.drugs.length, rule.id).toBeGreaterThan(0);
      for (const drug of rule.drugs) expect(DRUG_IDS, rule.id).toContain(drug);
      const sold = rule.drugs.some((drug) => US_DRUG_IDS.includes(drug));
      expect(rule.region, rule.id).toBe(sold ? 'us' : 'non-us');
    });
  });

  it('leave no relaxant without a rule of its own beside those for all', () => {
    for (const drug of DRUG_IDS)
      expect(
        CAUTION_RULES.some((rule) => rule.drugs !== 'all' && rule.drugs.includes(drug)),
        drug,
      ).toBe(true);
  });

  it('are hidden only by rules that exist and are at least as severe', () => {
    const order = ['contraindicated', 'serious', 'caution', 'counsel'];
    const byId = new Map(CAUTION_RULES.map((rule) => [rule.id, rule]));
    eachRule((rule) => {
      for (const id of rule.suppressedBy ?? []) {
        const stronger = byId.get(id);
        expect(stronger, `${rule.id} by ${id}`).toBeDefined();
        expect(order.indexOf(stronger?.severity ?? ''), `${rule.id} by ${id}`).toBeLessThanOrEqual(
          order.indexOf(rule.severity),
        );
      }
    });
  });

  it('escalate upwards only', () => {
    const order = ['contraindicated', 'serious', 'caution', 'counsel'];
    eachRule((rule) => {
      if (rule.escalate !== undefined)
        expect(order.indexOf(rule.escalate.to), rule.id).toBeLessThan(order.indexOf(rule.severity));
    });
  });

  it('carry the year and month of their last change, no later than the knowledge', () => {
    eachRule((rule) => {
      expect(rule.version, rule.id).toMatch(/^20\d\d\.(0[1-9]|1[0-2])$/);
      expect(rule.version <= KNOWLEDGE_VERSION, rule.id).toBe(true);
    });
  });

  it('answer all 13 source attributes of 45 CFR 170.315(b)(11)', () => {
    expect(Object.keys(SOURCE_ATTRIBUTES)).toHaveLength(13);
    eachRule((rule) => {
      for (const [name, answer] of Object.entries({ ...SOURCE_ATTRIBUTES, ...rule.attributes }))
        expect(answer.trim(), `${rule.id} ${name}`).not.toBe('');
    });
  });

  it('say so in their attributes when the trigger reads the sex', () => {
    eachRule((rule) => {
      if (JSON.stringify(rule.trigger).includes('"sex"'))
        expect(rule.attributes?.sex, rule.id).not.toBe(undefined);
    });
  });
});

describe('sources of the caution rules', () => {
  const cited = [...CAUTION_RULES, ...DRIVING_RULES].flatMap((rule) =>
    rule.sources.map((citation) => citation.source),
  );
  const gapSources = DATA_GAPS.map((gap) => gap.source).filter((source) => source !== undefined);

  it('every rule and every driving row cites at least one, with section and what it says', () => {
    for (const rule of [...CAUTION_RULES, ...DRIVING_RULES]) {
      expect(rule.sources.length, rule.clinician).toBeGreaterThan(0);
      for (const { source, section, supports } of rule.sources) {
        expect(section.trim(), source).not.toBe('');
        expect(supports.trim(), source).not.toBe('');
      }
    }
  });

  it('every source is cited, and every cited one is in the list', () => {
    expect([...new Set([...cited, ...gapSources])].toSorted()).toEqual(
      Object.keys(MEDICINE_SOURCES).toSorted(),
    );
  });

  it('each says what of it was read and when, and has an address', () => {
    for (const [id, source] of Object.entries(MEDICINE_SOURCES)) {
      expect(source.seen, id).toMatch(/^read 2[26] Nov 2026: .{5,}/);
      expect(source.url, id).toMatch(/^https?:\/\/[^\s]+$/);
      expect(source.title.length, id).toBeGreaterThan(5);
      expect(source.publisher.length, id).toBeGreaterThan(1);
    }
  });

  it('a contraindicated rule rests on a label or a regulator', () => {
    eachRule((rule) => {
      if (rule.severity !== 'contraindicated') return;
      const kinds: readonly string[] = rule.sources.map(
        ({ source }) => MEDICINE_SOURCES[source as keyof typeof MEDICINE_SOURCES].kind,
      );
      expect(
        kinds.some((kind) => kind === 'label' || kind === 'regulator'),
        rule.id,
      ).toBe(true);
    });
  });
});

describe('tokens of the caution rules', () => {
  it('every class and condition that a trigger reads has a ValueSet', () => {
    const folder = new URL('../../fhir/ValueSet/', import.meta.url);
    const known = new Set(
      readdirSync(folder).map((file) => {
        const set = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as ValueSetHead;
        return `${set.id.split('-')[0]} ${set.identifier[0]?.value}`;
      }),
    );
    const missing = new Set<string>();
    const triggers = [
      ...CAUTION_RULES.flatMap((rule) => [rule.trigger, ...(rule.escalate ? [rule.escalate.when] : [])]),
      ...DRIVING_RULES.map((rule) => rule.raisedBy),
    ];
    for (const token of triggers.flatMap(tokensOf)) if (!known.has(token)) missing.add(token);
    expect([...missing]).toEqual([]);
  });
});

interface ValueSetHead {
  readonly id: string;
  readonly identifier: readonly { readonly value: string }[];
}

function tokensOf(trigger: Trigger): string[] {
  if ('all' in trigger) return trigger.all.flatMap(tokensOf);
  if ('any' in trigger) return trigger.any.flatMap(tokensOf);
  if ('medicine' in trigger) return trigger.medicine.map((name) => `medicine ${name}`);
  if ('medicineEach' in trigger) return trigger.medicineEach.map((name) => `medicine ${name}`);
  if ('condition' in trigger) return trigger.condition.map((name) => `condition ${name}`);
  if ('noCondition' in trigger) return trigger.noCondition.map((name) => `condition ${name}`);
  return [];
}
