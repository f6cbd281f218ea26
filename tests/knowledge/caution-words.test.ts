import { syllable } from 'syllable';
import { describe, expect, it } from 'vitest';
import { WRITTEN_CAUTION_RULES as CAUTION_RULES } from '../../src/knowledge/cautions/written';
import { DATA_GAPS } from '../../src/knowledge/data-gaps';
import { DRIVING_RULES } from '../../src/knowledge/driving';
import { WRITTEN_RED_FLAG_RULES } from '../../src/knowledge/red-flags/written';
import { SOURCES } from '../../src/knowledge/sources';

const sentences = (text: string): string[] => text.split(/(?<=[.?!])\s+/).filter((part) => part !== '');
const wordsOf = (text: string): string[] => text.match(/[A-Za-z0-9'-]+/g) ?? [];
/** Names count as "it": a long medicine name is not a hard sentence. */
const withoutNames = (text: string): string =>
  text.replace(/\{(drug|other)\}/g, 'it').replace(/naloxone \(Narcan\)/g, 'it');

/** Flesch-Kincaid grade, https://en.wikipedia.org/wiki/Flesch%E2%80%93Kincaid_readability_tests */
function grade(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / sentences(text).length) + 11.8 * (syllables / words.length) - 15.59;
}

describe('what the clinician reads', () => {
  it('is in sentences, and the short form fits one line', () => {
    for (const rule of CAUTION_RULES) {
      expect(rule.short.length, rule.id).toBeLessThanOrEqual(90);
      for (const text of [rule.clinician, rule.short, rule.consider]) {
        expect(text, rule.id).toMatch(/^(?:[A-Z0-9]|eGFR ).*[.?]$/s);
        expect(text, rule.id).not.toMatch(/\s{2}|\.\.|\s[.,;]/);
      }
    }
  });

  it('asks to consider and never orders', () => {
    for (const rule of CAUTION_RULES) {
      expect(rule.consider, rule.id).toMatch(/^Consider /);
      for (const sentence of sentences(rule.consider))
        expect(sentence, rule.id).not.toMatch(/^(Do not|Stop|Never|Avoid|Use|Switch|Give|Must)\b|\bmust\b/);
    }
  });

  it('holds no inner words of the rule book, and nothing unread', () => {
    const inner =
      /\b(trigger|token|suppress\w*|dossier|unverified|from memory|this rule|this drug|kleene|D[0-3])\b/i;
    for (const rule of CAUTION_RULES)
      for (const text of [rule.title, rule.clinician, rule.short, rule.consider])
        expect(text, rule.id).not.toMatch(inner);
    for (const row of DRIVING_RULES) expect(row.clinician, row.drug).not.toMatch(inner);
    for (const gap of DATA_GAPS) expect(gap.text, gap.id).not.toMatch(inner);
  });

  it('rests on what was read: nothing on screen speaks of text that was not', () => {
    const unread =
      /\b(not|never) (seen|read|opened|visible)\b|\bthat (was|were) (seen|read)\b|\blabels? read\b|\bunseen\b|\bcut off\b/i;
    for (const rule of [...CAUTION_RULES, ...WRITTEN_RED_FLAG_RULES, ...DRIVING_RULES]) {
      expect(rule.clinician).not.toMatch(unread);
      if ('short' in rule) expect(`${rule.short} ${rule.consider}`).not.toMatch(unread);
      for (const { supports, section } of rule.sources) expect(`${section}: ${supports}`).not.toMatch(unread);
    }
    for (const [id, { seen }] of Object.entries(SOURCES)) expect(seen, id).not.toMatch(unread);
  });

  it('never sounds like an all-clear', () => {
    const clear =
      /\b(all clear|no issues|no interactions|no red flags|harmless|nothing to worry)\b|\bis safe\b/i;
    for (const rule of CAUTION_RULES)
      for (const text of [rule.clinician, rule.short, rule.consider, rule.patient])
        expect(text, rule.id).not.toMatch(clear);
  });

  it('says in words when the basis is a working definition', () => {
    // What rests on a patient page, a reference or an inference says so in its own words.
    for (const rule of CAUTION_RULES)
      if (rule.basis === 'working-definition')
        expect(rule.clinician, rule.id).toMatch(/working definition|inference|reference/);
  });
});

describe('what the patient reads', () => {
  const lines = CAUTION_RULES.filter((rule) => rule.patient !== '');

  it('is empty exactly where nothing is ever printed', () => {
    for (const rule of CAUTION_RULES) expect(rule.patient === '', rule.id).toBe(rule.patientLine === 'never');
  });

  it('is a template with {drug} and {other} only', () => {
    for (const { id, patient } of lines) {
      expect(
        [...patient.matchAll(/\{[^}]*\}?/g)].map(([name]) => name),
        id,
      ).toSatisfy((names: string[]) => names.every((name) => name === '{drug}' || name === '{other}'));
      expect(patient, id).toMatch(/^[A-Z{].*[.?]$/);
    }
  });

  it('uses plain words', () => {
    const hard =
      /\b(drugs?|agents?|relaxants?|medications?|urin\w+|bowels?|genitals?|saddle|stools?|sedat\w+|drows\w+|impair\w+|confus\w+|taper\w*|discontinu\w+|wean\w*|contraindicated|interact\w*|acute|chronic|prolonged|physician|provider|harmless|hypotens\w+|hypertens\w+|soon)\b|\bsafe\b/i;
    for (const { id, patient } of lines) expect(withoutNames(patient), id).not.toMatch(hard);
  });

  it('never sends the patient to look for another plan: the clinician is in the room', () => {
    for (const { id, patient } of lines)
      expect(patient, id).not.toMatch(/another plan|another choice|ask why/i);
  });

  it('is easy: grade 6 or below, 20 words a sentence at most', () => {
    for (const { id, patient } of lines) {
      const plain = withoutNames(patient);
      expect(grade(plain), id).toBeLessThanOrEqual(6);
      for (const sentence of sentences(plain))
        expect(wordsOf(sentence).length, `${id}: ${sentence}`).toBeLessThanOrEqual(20);
    }
  });

  it('together stays at grade 4 or below', () => {
    expect(grade(withoutNames(lines.map((rule) => rule.patient).join(' ')))).toBeLessThanOrEqual(4);
  });

  it('tells to stop only where a reaction or a liver sign leaves no other advice', () => {
    const allowed = new Set(['X-ALLERGY', 'CHL-WARN-SX', 'CHL-LIVER', 'TOL-HYPERSENS']);
    for (const { id, patient } of lines) {
      if (allowed.has(id)) continue;
      const rest = patient.replace(/\bdo not stop (?:[^.]*? )?all at once\b/gi, '');
      expect(rest, id).not.toMatch(/\bstop/i);
    }
  });

  it('sends every danger sign to the emergency room or 911, never to a call', () => {
    const danger =
      /cannot pee|chest pain|trouble breathing|black poop|numb between|legs? (?:are|is|get)[^.]*weak/i;
    for (const { id, patient } of lines)
      for (const [at, sentence] of sentences(patient).entries()) {
        if (!danger.test(sentence)) continue;
        const withAnswer = sentence.endsWith('?')
          ? `${sentence} ${sentences(patient)[at + 1] ?? ''}`
          : sentence;
        expect(withAnswer, id).toMatch(/911|emergency room/);
      }
  });

  it('of a taper rule forbids the sudden stop', () => {
    for (const id of ['BAC-TAPER', 'TIZ-TAPER', 'CAR-WITHDRAWAL', 'DZP-TAPER'])
      expect(lines.find((rule) => rule.id === id)?.patient, id).toMatch(/Do not stop .+ all at once\./);
  });

  it('names the partner only where a partner exists in the evidence', () => {
    for (const { id, patient, trigger } of lines)
      if (patient.includes('{other}'))
        expect(JSON.stringify(trigger), id).toMatch(/"medicine(?:Each)?"|"otherRelaxant"/);
  });
});
