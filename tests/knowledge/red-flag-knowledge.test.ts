import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOURCE_ATTRIBUTES } from '../../src/knowledge/attributes';
import { noteWords } from '../../src/knowledge/red-flags/note-words';
import { BACKGROUND } from '../../src/knowledge/red-flags/notes';
import { redFlagBasisOf } from '../../src/knowledge/red-flags/basis';
import { WRITTEN_RED_FLAG_RULES } from '../../src/knowledge/red-flags/written';
import type { Band, RedFlagLimb, WrittenRedFlagRule } from '../../src/knowledge/rule';
import { RED_FLAG_SOURCES } from '../../src/knowledge/sources/red-flags';
import { KNOWLEDGE_VERSION } from '../../src/knowledge/version';
import { RED_FLAG_GROUPS } from '../../src/knowledge/vocabulary';

const eachRule = (check: (rule: WrittenRedFlagRule) => void) => {
  for (const rule of WRITTEN_RED_FLAG_RULES) check(rule);
};

/** Every limb of a rule, those inside others too. */
function allLimbs(limbs: readonly RedFlagLimb[]): readonly RedFlagLimb[] {
  return limbs.flatMap((limb) => [
    limb,
    ...('beside' in limb ? allLimbs(limb.beside ?? []) : []),
    ...('of' in limb ? limb.of.flatMap(allLimbs) : []),
  ]);
}

const LIMBS = [
  ...WRITTEN_RED_FLAG_RULES.flatMap((rule) => rule.limbs),
  ...BACKGROUND.map(({ limb }) => limb),
];

describe('words of the red-flag rules', () => {
  it('are short where the row has one line, and say what to consider, never what to do', () => {
    eachRule(({ id, short, consider, title }) => {
      expect(short.length, id).toBeLessThanOrEqual(95);
      expect(title.length, id).toBeLessThanOrEqual(40);
      expect(consider, id).toMatch(/\b[Cc]onsider\b/);
      expect(consider, id).not.toMatch(/\b(must|order|should|need to)\b/i);
    });
  });

  it('never promise: no "safe", "normal", "all clear" or "no red flags"', () => {
    eachRule(({ id, short, clinician, consider, patient }) => {
      expect([short, clinician, consider, patient].join(' '), id).not.toMatch(
        /\ball clear\b|\bno red flags\b|\bharmless\b|\bsafe\b|\bnothing to worry\b/i,
      );
    });
  });

  it('name no private reason to the patient', () => {
    eachRule(({ id, patient }) => {
      expect(patient, id).not.toMatch(
        /\bHIV\b|\bcancer\b|\bdrug use\b|\binject|\btubercul|\bTB\b|\bpregnan|\bdialysis\b|\bimmun/i,
      );
    });
  });

  it('say of a working definition that it is one', () => {
    eachRule((rule) => {
      const limits = rule.limbs.flatMap((limb) => ('bands' in limb ? limb.bands : []));
      const dated = limits.filter((band: Band) => band.withinDays !== undefined);
      const own = dated.length > 0 && dated.every((band) => band.origin === 'working-definition');
      if (own) expect(rule.clinician, rule.id).toMatch(/working definition/);
    });
  });

  it('every note has words', () => {
    for (const { note } of BACKGROUND) {
      expect(noteWords(note)).not.toBe(note);
      expect(noteWords(note).length).toBeGreaterThan(10);
    }
  });
});

describe('sources of the red-flag rules', () => {
  const cited = WRITTEN_RED_FLAG_RULES.flatMap((rule) => rule.sources);

  it('every rule cites at least one, with section and what it says', () => {
    eachRule(({ id, sources }) => {
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { section, supports } of sources) {
        expect(section.trim(), id).not.toBe('');
        expect(supports.trim(), id).toMatch(/\.$/);
      }
    });
  });

  it('every source is cited, and every cited one is in the list', () => {
    expect([...new Set(cited.map(({ source }) => source))].sort()).toEqual(
      Object.keys(RED_FLAG_SOURCES).sort(),
    );
  });

  it('each has an address and says what of it was read and when', () => {
    for (const [id, source] of Object.entries(RED_FLAG_SOURCES)) {
      expect(source.url, id).toMatch(/^https?:\/\/\S+$/);
      expect(source.seen, id).toMatch(/^read 2[256] Nov 2026/);
    }
  });

  it('a rule said to rest on a guideline cites a guideline or a measure, one on a study a study or a reference', () => {
    const kinds = (rule: WrittenRedFlagRule): readonly string[] =>
      rule.sources.map(({ source }) => RED_FLAG_SOURCES[source as keyof typeof RED_FLAG_SOURCES].kind);
    eachRule((rule) => {
      if (rule.basis === 'guideline')
        expect(
          kinds(rule).some((kind) => ['guideline', 'measure', 'reference'].includes(kind)),
          rule.id,
        ).toBe(true);
      if (rule.basis === 'study')
        expect(
          kinds(rule).some((kind) => ['study', 'reference'].includes(kind)),
          rule.id,
        ).toBe(true);
    });
  });

  it('a window marked CMS166v7 stands in a rule that cites the measure', () => {
    eachRule((rule) => {
      const bands = rule.limbs.flatMap((limb) => ('bands' in limb ? limb.bands : []));
      if (bands.some(({ origin }) => origin === 'CMS166v7') && rule.id !== 'VERTEBRAL_FRACTURE')
        expect(
          rule.sources.map(({ source }) => source),
          rule.id,
        ).toContain('RF-CMS166');
    });
  });

  it('are found by rule id for "Why", and unknown ids find nothing', () => {
    eachRule(({ id, clinician }) => {
      expect(redFlagBasisOf(id)?.clinician).toBe(clinician);
    });
    expect(redFlagBasisOf('NOT_A_RULE')).toBeUndefined();
  });
});

describe('attributes of the red-flag rules', () => {
  it('answer all 13 source attributes of 45 CFR 170.315(b)(11), and carry year and month of the last change', () => {
    expect(Object.keys(SOURCE_ATTRIBUTES)).toHaveLength(13);
    eachRule((rule) => {
      expect(rule.version <= KNOWLEDGE_VERSION, rule.id).toBe(true);
      for (const [name, answer] of Object.entries({ ...SOURCE_ATTRIBUTES, ...rule.attributes }))
        expect(answer.trim(), `${rule.id} ${name}`).not.toBe('');
    });
  });

  it('say so when the trigger reads the sex', () => {
    eachRule((rule) => {
      if (allLimbs(rule.limbs).some((limb) => 'sex' in limb))
        expect(rule.attributes?.sex, rule.id).toBeDefined();
    });
  });
});

describe('tokens of the red-flag rules', () => {
  const folder = new URL('../../fhir/ValueSet/', import.meta.url);
  const known = new Set(
    readdirSync(folder).map((file) => {
      const set = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
        readonly id: string;
        readonly identifier: readonly { readonly value: string }[];
      };
      return `${set.id.startsWith('medicine-') ? 'medicine' : 'condition'} ${set.identifier[0]?.value}`;
    }),
  );

  it('every class, condition and procedure that a limb reads has a ValueSet', () => {
    const read = allLimbs(LIMBS).flatMap((limb) => {
      if ('medicine' in limb) return [`medicine ${limb.medicine}`];
      if ('procedure' in limb) return [`condition ${limb.procedure}`];
      if (!('condition' in limb)) return [];
      return [limb.condition, limb.notIn, limb.lowered?.by, limb.endedBy]
        .filter((token) => token !== undefined)
        .map((token) => `condition ${token}`);
    });
    expect(read.filter((token) => !known.has(token))).toEqual([]);
  });

  it('every red-flag group is read by a limb', () => {
    const read = new Set<string>(
      allLimbs(LIMBS).flatMap((limb) =>
        'condition' in limb
          ? [limb.condition, limb.notIn ?? '', limb.lowered?.by ?? '', limb.endedBy ?? '']
          : 'procedure' in limb
            ? [limb.procedure]
            : [],
      ),
    );
    expect(RED_FLAG_GROUPS.filter((group) => !read.has(group))).toEqual([]);
  });
});
