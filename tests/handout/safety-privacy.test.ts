import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/handout/content/en';
import { mayBeNamed } from '../../src/handout/medicine-names';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import { STATES, faults } from './decision-states';
import { headingOf, paperOf, rows, section } from './paper-text';
import { printedStrings, readUnits } from './reading-level';
import { evidence, hit, other, relaxant, rule } from './review-factory';

/** The fixes A11 to A16 of the design: who reads the paper, and what it leaves out. */

describe('A11: the right patient', () => {
  it('name and birth date stand on the paper, and on every page at its foot', () => {
    for (const { review, paper } of STATES) {
      expect(paper.patientName).toBe(review.patient.name ?? '');
      expect(paper.bornLine).toMatch(/^born \S+/);
      expect(paper.footer).toContain(paper.bornLine);
      expect(paper.title).not.toContain(review.patient.name ?? 'nobody');
    }
  });

  it('the foot has a line to write on where the clinic is not known, and no empty place between its dots', () => {
    const nowhere = { clinic: { name: '', phone: '', afterHoursPhone: '' } };
    expect(paperOf({}, {}, nowhere).footer).toMatch(/ · _+ +· version/);
  });
});

describe('A12: a private medicine is not named', () => {
  it('by any line that prints by itself, in any state', () => {
    expect(
      faults(({ review, paper, chosen }) => {
        if (chosen) return [];
        const hidden = review.otherMedicines
          .filter((medicine) => !mayBeNamed(medicine))
          .flatMap(({ ingredients }) => ingredients);
        const words = printedStrings(paper)
          .map((text) => text.replace(/“[^”]*”/g, ''))
          .join('\n')
          .toLowerCase();
        return hidden.filter(
          (ingredient) =>
            new RegExp(`\\b${ingredient.toLowerCase()}\\b`).test(words) && !OVER_THE_COUNTER.test(ingredient),
        );
      }),
    ).toEqual([]);
  });

  it('tells who takes birth control to keep using it, and only when chosen', () => {
    const rule = CAUTION_RULES.find(({ id }) => id === 'TIZ-OC');
    expect(rule).toMatchObject({
      patientLine: 'sensitive',
      patient: expect.stringContaining('Keep using your birth control.') as string,
    });
  });
});

/** Named on every paper as something to buy, whatever the patient takes. */
const OVER_THE_COUNTER = /^(acetaminophen|ibuprofen|naproxen|naloxone)$/i;

describe('A13: page 1 may hang on the fridge', () => {
  it('holds no line of the sensitive group, whatever is chosen', () => {
    expect(
      faults(({ paper }) => {
        const first = readUnits(paper.sections.filter(({ page }) => page === 1));
        return paper.lines
          .filter(({ group, text }) => group === 'Sensitive' && first.some((unit) => unit.includes(text)))
          .map(({ id }) => id);
      }),
    ).toEqual([]);
    const sensitive = STATES.flatMap(({ paper }) =>
      paper.lines.filter(({ group, on }) => group === 'Sensitive' && on),
    );
    expect(sensitive.length).toBeGreaterThan(20);
  });

  it('names no medicine outside the classes that may be named, whatever is chosen', () => {
    expect(
      faults(({ review, paper }) => {
        const hidden = review.otherMedicines
          .filter((medicine) => !mayBeNamed(medicine))
          .flatMap(({ ingredients }) => ingredients);
        const first = readUnits(paper.sections.filter(({ page }) => page === 1))
          .map((text) => text.replace(/“[^”]*”/g, ''))
          .join('\n')
          .toLowerCase();
        return hidden.filter(
          (ingredient) => first.includes(ingredient.toLowerCase()) && !OVER_THE_COUNTER.test(ingredient),
        );
      }),
    ).toEqual([]);
  });
});

describe('A14: the short list is not the whole list', () => {
  it('holds the relaxants and no other medicine, and says to keep taking the others', () => {
    expect(
      faults(({ review, paper }) => [
        ...rows(paper)
          .filter(({ drug }) => !review.relaxants.some((each) => each.drug === drug))
          .map(({ name }) => name),
        ...(rows(paper).length === 0 || section(paper, 'how').includes(ENGLISH.how.otherMedicines)
          ? []
          : ['no such line']),
      ]),
    ).toEqual([]);
    const off = paperOf({}, { lines: { 'how.other': false } });
    expect(section(off, 'how')).toContain(
      'Keep taking your other medicines as we told you. This list is only for your back.',
    );
  });
});

describe('A15: what could not be checked is not quiet', () => {
  it('is said to the patient when allergies were not read', () => {
    const unread = paperOf({
      completeness: {
        Condition: 'complete',
        MedicationRequest: 'complete',
        AllergyIntolerance: 'failed',
        Observation: 'complete',
        Procedure: 'complete',
      },
    });
    expect(unread.gapsLine).toContain('We could not read your allergies today.');
    expect(paperOf().gapsLine).toBe('');
  });
});

describe('A16: there is a way on when nobody answers', () => {
  it('closes the same-day box, and the overdose line is for those around', () => {
    for (const { paper } of STATES) {
      expect(section(paper, 'sameday').at(-1)).toBe('No answer? Go to an urgent care or the emergency room.');
      expect(section(paper, 'know').join(' ')).toContain('Show this page to someone at home.');
    }
    expect(section(paperOf(), 'danger')).toContain('No one can wake you, or you breathe slowly.');
  });

  it('emergency and poison numbers are those of the site', () => {
    const site = { emergencyNumber: '112', poisonLine: '0800 111' };
    const paper = paperOf({}, {}, site);
    expect(headingOf(paper, 'danger')).toContain('call 112');
    expect(section(paper, 'danger').join(' ')).toContain('0800 111');
    expect(section(paper, 'danger').join(' ')).not.toMatch(/911|1-800/);
  });
});

describe('lines of pairs', () => {
  it('that a paper names both of tell to ask before taking both', () => {
    const oxycodone = other('MedicationRequest/oxy', ['oxycodone'], ['opioid']);
    const pair = rule('X-OPIOID');
    const paper = paperOf({
      relaxants: [
        relaxant('cyclobenzaprine_ir', {
          cautions: [hit(pair, [evidence(oxycodone.reference, 'oxycodone')])],
        }),
      ],
      otherMedicines: [oxycodone],
    });
    expect(section(paper, 'mix').join(' ')).toContain('Ask us before you take both.');
  });
});
