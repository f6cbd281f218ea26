import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { QuestionnaireItem, Questionnaire } from 'fhir/r4';
import { ASK_GROUPS, MEDICINE_QUESTIONS } from '../../src/knowledge/checklist';
import { RED_FLAG_RULES } from '../../src/knowledge/red-flags/all';
import { CLINICIAN_TOKENS } from '../../src/knowledge/vocabulary';
import { judgeRedFlag, reviewLine } from './red-flag-chart';

const FORM = JSON.parse(
  readFileSync(new URL('../../fhir/Questionnaire/backsafe-visit.json', import.meta.url), 'utf8'),
) as Questionnaire;

const flat = (items: readonly QuestionnaireItem[] = []): readonly QuestionnaireItem[] =>
  items.flatMap((item) => [item, ...flat(item.item)]);

/** What a yes raises, by the clinical design: item → rule and tier. */
const RAISES: Readonly<Record<string, readonly [string, string]>> = {
  'ces-urine': ['CES', 'emergency'],
  'ces-saddle': ['CES', 'emergency'],
  'ces-bowel': ['CES', 'emergency'],
  'ces-sex': ['CES', 'emergency'],
  'ces-bilat': ['CES', 'emergency'],
  'neuro-weak': ['NEURO', 'emergency'],
  aorta: ['AORTIC_DISSECTION', 'emergency'],
  chest: ['CARDIAC', 'emergency'],
  trauma: ['RECENT_TRAUMA', 'urgent-sameday'],
  fever: ['FEVER', 'urgent-sameday'],
  inject: ['IVDU', 'urgent'],
  infect: ['RECENT_INFECTION', 'urgent'],
  ca: ['CANCER_HISTORY', 'urgent'],
  wt: ['WEIGHT_LOSS', 'urgent'],
  night: ['NIGHT_PAIN', 'urgent'],
  steroid: ['LONGTERM_STEROID', 'urgent'],
  duration: ['PERSISTENT', 'consider'],
  inflam: ['AXIAL_SPA', 'consider'],
  viscus: ['MIMIC_KIDNEY', 'consider'],
  preg: ['PREGNANCY', 'consider'],
};

describe('the questions of the visit', () => {
  const asked = ASK_GROUPS.flatMap(({ items }) => items.map(({ linkId }) => linkId));

  it('are the twenty of the design, each once', () => {
    expect([...asked].sort()).toEqual(Object.keys(RAISES).sort());
  });

  it('a yes raises its rule at once, a no and an unasked one raise nothing', () => {
    for (const [linkId, [rule, tier]] of Object.entries(RAISES)) {
      expect(judgeRedFlag(reviewLine(`yes:${linkId}`), rule), linkId).toBe(tier);
      expect(reviewLine(`no:${linkId}`).redFlags, linkId).toEqual([]);
    }
    expect(reviewLine('').redFlags).toEqual([]);
  });

  it('a yes raises no other rule but the anticoagulant and fracture combinations', () => {
    for (const [linkId, [rule]] of Object.entries(RAISES))
      expect(
        reviewLine(`yes:${linkId}`).redFlags.map((hit) => hit.rule.id),
        linkId,
      ).toEqual([rule]);
  });

  it('a no never erases what the chart says', () => {
    const chart = 'icd:R33.9@3 icd:Z85.3@900 icd:R50.9@3 icd:Z33.1@30 icd:I21.4@2 icd:V43.52XA@9';
    const all = asked.map((linkId) => `no:${linkId}`).join(' ');
    const hits = (line: string) => reviewLine(line).redFlags.map(({ rule, tier }) => [rule.id, tier]);
    expect(hits(`${chart} ${all}`)).toEqual(hits(chart));
    expect(hits(chart).length).toBeGreaterThanOrEqual(6);
  });

  it('stand where an emergency is asked in the emergency groups', () => {
    for (const { emergency, items } of ASK_GROUPS)
      for (const { linkId } of items) expect(RAISES[linkId]?.[1] === 'emergency', linkId).toBe(emergency);
  });

  it('every answer that a rule reads is asked', () => {
    const read = RED_FLAG_RULES.flatMap(({ limbs }) =>
      limbs.flatMap((limb) => ('answer' in limb ? [limb.answer] : [])),
    );
    expect([...new Set(read)].sort()).toEqual([...asked].sort());
  });

  it('ask for every token that only the clinician knows', () => {
    expect(MEDICINE_QUESTIONS.map(({ linkId }) => linkId).sort()).toEqual([...CLINICIAN_TOKENS].sort());
  });

  it('are in plain words: at most 20 words a question', () => {
    for (const { question } of [...ASK_GROUPS.flatMap(({ items }) => items), ...MEDICINE_QUESTIONS]) {
      expect(question).toMatch(/\?$/);
      for (const sentence of question.split('? '))
        expect(sentence.split(' ').length, question).toBeLessThanOrEqual(20);
    }
  });
});

describe('the FHIR Questionnaire', () => {
  const items = flat(FORM.item);

  it('has what R4 asks for, and link ids of its own', () => {
    expect(FORM.resourceType).toBe('Questionnaire');
    expect(FORM.status).toBe('active');
    expect(FORM.url).toMatch(/^https:\/\/\S+\/Questionnaire\/backsafe-visit$/);
    expect(FORM.subjectType).toEqual(['Patient']);
    expect(new Set(items.map(({ linkId }) => linkId)).size).toBe(items.length);
    for (const item of items) {
      expect(['group', 'boolean', 'quantity'], item.linkId).toContain(item.type);
      // R4 que-1: a group has items, nothing else has.
      expect(item.type === 'group', item.linkId).toBe((item.item ?? []).length > 0);
      expect(item.text, item.linkId).toBeTruthy();
    }
  });

  it('asks nothing by force: an unanswered item is "not asked"', () => {
    expect(items.filter((item) => item.required === true || item.initial !== undefined)).toEqual([]);
  });

  it('holds the same groups, questions and words as the app', () => {
    const own = [
      ...ASK_GROUPS.map(({ linkId, heading, items: questions }) => [linkId, heading, questions] as const),
      ['medicines', 'Medicines', MEDICINE_QUESTIONS] as const,
    ];
    const written = (FORM.item ?? [])
      .filter(({ linkId }) => linkId !== 'exam')
      .map((group) => [
        group.linkId,
        group.text,
        (group.item ?? []).map(({ linkId, text }) => ({ linkId, question: text })),
      ]);
    expect(written).toEqual(own);
  });
});

describe('the exam of the visit', () => {
  it('only a temperature of 38 °C or more raises fever, with or without an Observation', () => {
    expect(judgeRedFlag(reviewLine('exam:38.2'), 'FEVER')).toBe('urgent-sameday');
    expect(judgeRedFlag(reviewLine('exam:37.2'), 'FEVER')).toBe('clear');
    expect(judgeRedFlag(reviewLine('exam:37.2 temp:38.5@1'), 'FEVER')).toBe('urgent-sameday');
    expect(reviewLine('exam:38.2').redFlags.map(({ rule }) => rule.id)).toEqual(['FEVER']);
  });
});
