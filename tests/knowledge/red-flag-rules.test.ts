import { describe, expect, it } from 'vitest';
import { RED_FLAG_RULES } from '../../src/knowledge/red-flags/all';
import { WRITTEN_RED_FLAG_RULES } from '../../src/knowledge/red-flags/written';
import { answersRedFlag, judgeRedFlag, redFlagCases, reviewLine } from './red-flag-chart';
import { readCaseLines } from './rule-cases';

const CASES = readCaseLines('red-flag-cases.txt');
/** Only the checklist raises them: nothing of the chart can be missing. */
const ASKED_ONLY = ['NIGHT_PAIN', 'PERSISTENT'];

describe('each red-flag rule, on a FHIR Bundle written as one line', () => {
  it('has cases, and no case stands for a rule that is not shipped', () => {
    expect(Object.keys(CASES).sort()).toEqual(RED_FLAG_RULES.map(({ id }) => id).sort());
  });

  it('fires, is cleared and says what it could not check in at least one case each', () => {
    for (const { id } of RED_FLAG_RULES) {
      const kinds = new Set(
        (CASES[id] ?? []).map((line) => {
          const [verdict = ''] = line.split(/[ +:]/);
          return ['clear', 'unknown'].includes(verdict) ? verdict : 'fires';
        }),
      );
      expect([...kinds], id).toEqual(
        expect.arrayContaining(ASKED_ONLY.includes(id) ? ['fires', 'clear'] : ['fires', 'clear', 'unknown']),
      );
    }
  });

  for (const [id, lines] of Object.entries(CASES))
    it(`${id} answers its ${lines.length} cases`, () => {
      const rule = RED_FLAG_RULES.find((one) => one.id === id);
      if (rule === undefined) throw new Error(`no rule ${id}`);
      for (const one of redFlagCases(lines))
        expect(answersRedFlag(one, rule), `${id}: ${one.line}`).toBe(true);
    });

  it('is never cleared by a chart of which nothing could be read', () => {
    const found = reviewLine(
      'age:none sex:unknown unread:Condition unread:MedicationRequest unread:Observation unread:Procedure',
    );
    for (const { id } of RED_FLAG_RULES)
      if (!ASKED_ONLY.includes(id)) expect(judgeRedFlag(found, id), id).toMatch(/^unknown:/);
  });
});

describe('red-flag rules as a set', () => {
  it('are the 32 of the chart and the two of the checklist, each with an id of its own', () => {
    expect(RED_FLAG_RULES).toHaveLength(34);
    expect(new Set(RED_FLAG_RULES.map(({ id }) => id)).size).toBe(34);
  });

  it('leave their basis and the words for the patient to be read on request', () => {
    for (const rule of WRITTEN_RED_FLAG_RULES) {
      expect(rule.clinician.length, rule.id).toBeGreaterThanOrEqual(rule.short.length);
      expect(rule.patient, rule.id).not.toBe('');
    }
  });
});

describe('notes', () => {
  it('a chart that nobody wrote in for two years says so, a newer entry does not', () => {
    const notes = (line: string) => reviewLine(line).notes.map(({ id }) => id);
    expect(notes('icd:I10@731')).toContain('STALE_DATA_NOTE');
    expect(notes('icd:I10@731 weight:80@730')).not.toContain('STALE_DATA_NOTE');
    expect(notes('')).not.toContain('STALE_DATA_NOTE');
  });

  it('diabetes and a middle age are weighed, never a flag', () => {
    const found = reviewLine('icd:E11.9@4000 age:60');
    expect(found.notes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['DIABETES_MODIFIER', 'AGE_MODIFIER']),
    );
    expect(found.redFlags).toEqual([]);
  });

  it('an entry that one rule counts is not listed as set aside by another', () => {
    const found = reviewLine('icd:S32.010D@100');
    expect(judgeRedFlag(found, 'VERTEBRAL_FRACTURE')).toBe('urgent-sameday');
    expect(found.notes.flatMap(({ evidence }) => evidence.map(({ reference }) => reference))).not.toContain(
      'Condition/c0',
    );
  });
});
