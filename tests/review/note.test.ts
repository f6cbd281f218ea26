import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chartFromBundle } from '../../src/chart/from-bundle';
import type { BundleOptions } from '../../src/chart/from-bundle';
import { ASK_GROUPS, MEDICINE_QUESTIONS } from '../../src/knowledge/checklist';
import { noteOf } from '../../src/review/note';
import type { NoteInput } from '../../src/review/note';
import type { NotedPaper } from '../../src/review/note-advice';
import { present } from '../../src/review/presentation';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT, hitKey } from '../../src/review/visit-record';
import type { VisitRecord } from '../../src/review/visit-record';
import { ROOT, TODAY, terminology } from './chart';

const PAPER: NotedPaper = {
  pages: 2,
  approved: true,
  languages: ['English'],
  version: 1,
  printedAt: undefined,
  toldBack: [],
  largePrint: false,
  recheckDays: 7,
  nextVisit: '',
};

function note(
  file: string,
  visit: Partial<VisitRecord> = {},
  part: Partial<NoteInput> = {},
  options: BundleOptions = {},
): string {
  const bundle = JSON.parse(readFileSync(`${ROOT}fhir/samples/${file}.json`, 'utf8')) as unknown;
  const chart = chartFromBundle(bundle, options);
  const record = { ...NEW_VISIT, ...visit };
  const review = reviewVisit(chart, { terminology, asOf: TODAY, visit: record });
  const before = { ...NEW_VISIT, answers: record.answers };
  return noteOf({
    review,
    shown: present(review),
    undecided: present(reviewVisit(chart, { terminology, asOf: TODAY, visit: before })),
    visit: record,
    groups: ASK_GROUPS,
    medicineQuestions: MEDICINE_QUESTIONS.slice(0, 3),
    writtenAt: '11/22/2026 10:52',
    readAt: '10:42',
    handout: PAPER,
    length: 'full',
    ...part,
  });
}
it('tells what was planned, said and named at the visit, and that the chart does not hold it', () => {
  const visit: Partial<VisitRecord> = {
    planned: { methocarbamol: { strengthMg: 500, perDose: 1, at: ['bedtime'], days: 5 } },
    said: ['tramadol'],
    named: { 'MedicationRequest/odd': 'baclofen' },
  };
  const text = note('maria-lopez', visit).replace(/\s+/g, ' ');
  expect(text).toContain(
    'methocarbamol 500 mg tablet "Take 1 tablet at bedtime for 5 days": PLANNED at this visit, not in the chart.',
  );
  expect(text).toContain('Patient also takes tramadol: said at this visit, not in the chart.');
  expect(text).toContain('One entry that was not recognised: called baclofen at this visit.');
});

const NOT_PERMITTED: BundleOptions = { incomplete: { AllergyIntolerance: 'not-permitted' } };
const DECIDED: Partial<VisitRecord> = {
  setAside: {
    tizanidine: {
      reason: 'patient not taking',
      name: 'tizanidine',
      orders: ['MedicationRequest/ml-med-2'],
      relaxant: true,
    },
  },
  decisions: { cyclobenzaprine_ir: { kind: 'change', how: '5 mg at bedtime, last day 11/27/2026' } },
  answers: { trauma: true, ca: true, 'neuro-weak': false, 'ces-urine': false, chest: false },
};

const lines = (text: string, heading: string): string =>
  (text.split('\n\n').find((part) => part.startsWith(heading)) ?? '').replaceAll('\n  ', ' ');

describe('the note', () => {
  const decided = note('maria-lopez', DECIDED, {}, NOT_PERMITTED);

  it('begins with who, when and what was read, and names what was not', () => {
    expect(decided.split('\n\n')[0]).toBe(
      [
        'BACK SPASM: MEDICINE CAUTION AND RED FLAG REVIEW            11/22/2026 10:52',
        'Maria Lopez, 72 F, born 03/14/1954. Chart read 10:42: conditions, medicines, labs and procedures',
        'read in full. Not read in full: allergies not permitted (see COULD NOT CHECK).',
      ].join('\n'),
    );
  });

  it('says of every relaxant what was decided', () => {
    const relaxants = lines(decided, 'RELAXANTS');
    expect(relaxants).toContain(
      '- cyclobenzaprine 10 mg tablet "Take 1 tablet 3 times a day as needed" (since 11/19/2026): CHANGED to 5 mg at bedtime, last day 11/27/2026.',
    );
    expect(relaxants).toContain('- tizanidine: SET ASIDE, patient reports not taking.');
  });

  it('names the findings that no longer apply, with their severity and rules', () => {
    const cautions = lines(decided, 'CAUTIONS');
    expect(cautions).toMatch(
      /No longer apply after the changes above: Tizanidine \+ ciprofloxacin \(contraindicated\) \[TIZ-CYP1A2-STRONG\]/,
    );
    expect(cautions).toContain('[X-DUP]');
  });

  it('says "no action recorded" of what was shown and not decided, and the reason of what was kept', () => {
    const undecided = note('maria-lopez', {}, {}, NOT_PERMITTED);
    expect(lines(undecided, 'CAUTIONS')).toContain(
      'Contraindicated: Tizanidine + ciprofloxacin. Shown, no action recorded.',
    );
  });

  it('names what was asked and denied, and unasked emergency questions before other unasked ones', () => {
    const flags = lines(decided, 'RED FLAGS').split('\n');
    expect(flags.map((line) => line.split(':')[0])).toEqual([
      'RED FLAGS',
      '- In the chart',
      '- Asked, yes',
      '- Asked, no',
      '- NOT asked, emergency questions',
      '- Not asked, other',
    ]);
    expect(flags[2]).toBe('- Asked, yes: fall or injury; cancer history.');
    expect(flags[3]).toBe(
      '- Asked, no: leg weakness or foot drop; trouble passing or holding urine; chest pain or short of breath.',
    );
    expect(flags[4]).toContain('saddle numbness');
  });

  it('tells what was said of an entry that may be an old story', () => {
    const newOrNot = { key: { isNew: false, words: 'Urinary incontinence: long-standing' } };
    expect(lines(note('maria-lopez', { newOrNot }), 'RED FLAGS')).toContain(
      '- Told at this visit: Urinary incontinence: long-standing.',
    );
  });

  it('says what could not be checked, and what that could hide', () => {
    expect(lines(decided, 'COULD NOT CHECK')).toContain(
      '- recorded allergies (not permitted): a contraindicated finding could be hidden [X-ALLERGY]',
    );
  });

  it('is short without rule ids and basis, and leaves out no finding, gap or unasked emergency question', () => {
    const short = note('maria-lopez', {}, { length: 'short' }, NOT_PERMITTED);
    expect(short).not.toMatch(/\[[A-Z]|Basis/);
    expect(short).toContain('Contraindicated: Tizanidine + ciprofloxacin.');
    expect(short).toContain('recorded allergies (not permitted)');
    expect(short).toContain('NOT asked, emergency questions');
  });

  it.each(['maria-lopez', 'ingrid-solberg', 'samuel-adeyemi', 'kenji-watanabe', 'caleb-whitehorse'])(
    'of %s has lines under 100 characters, no all-clear and no empty value',
    (file) => {
      const text = note(file);
      for (const line of text.split('\n')) expect(line.length).toBeLessThan(100);
      expect(text).not.toMatch(/no red flags|all clear|undefined|\bNaN\b|\bsafe\b/i);
    },
  );

  it('never says "none" of a list that could not be read', () => {
    const unread: BundleOptions = {
      incomplete: { MedicationRequest: 'not-permitted', Condition: 'failed' },
    };
    const text = note('caleb-whitehorse', {}, { readAt: undefined }, unread);
    expect(text).toContain('Could not be looked for: medicines were not read in full.');
    expect(lines(text, 'RED FLAGS')).toContain('could not be looked for in full');
    expect(text).not.toMatch(/none found|None in the medicines|[Nn]othing matched/);
  });

  it('names what else counts for driving, and asks for no stable dose of a medicine that was stopped', () => {
    const driving = (file: string, visit: Partial<VisitRecord> = {}) =>
      lines(note(file, visit), 'ADVICE').split('\n')[1];
    expect(driving('maria-lopez')).toBe('- Driving: no (raised by oxycodone). No driving while taking it.');
    // Its own step is the last: nothing raises it.
    expect(driving('tyrone-mcallister')).toBe(
      '- Driving: no (also oxycodone and alprazolam). No driving while taking it.',
    );
    const glaucoma = 'genevieve-belanger-desrosiers';
    expect(driving(glaucoma)).toMatch(/not yet\. No driving until the dose is stable/);
    expect(driving(glaucoma, { decisions: { orphenadrine: { kind: 'stop' } } })).toBe(
      '- Driving: not yet. No driving while taking it; when after the last dose, the patient is to ask.',
    );
  });

  it('states a paper that was not approved as not approved', () => {
    expect(note('maria-lopez', {}, { handout: { ...PAPER, approved: false, version: 0 } })).toContain(
      'Handout: English, 2 pages, not approved yet.',
    );
    expect(note('maria-lopez', {}, { handout: undefined })).toContain('Handout: none made.');
  });

  it('tells the languages of the paper, its version, and only what was told back', () => {
    const given = { ...PAPER, languages: ['English', 'Spanish'], version: 3, printedAt: '10:51' };
    const text = note(
      'maria-lopez',
      {},
      { handout: { ...given, toldBack: ['medicine', 'driving', 'danger signs'] } },
    );
    expect(lines(text, 'ADVICE')).toContain(
      '- Handout: English and Spanish, 2 pages, version 3, approved, printed 10:51.\n- Told back correctly: medicine, driving, danger signs.',
    );
    expect(note('maria-lopez', {}, { handout: given })).not.toContain('Told back');
  });

  it('says that the paper was in large print', () => {
    expect(note('maria-lopez', {}, { handout: { ...PAPER, largePrint: true, pages: 4 } })).toContain(
      'Handout: English, large print, 4 pages',
    );
  });
});

/** Maria Lopez's visit as a colleague would read it: one order set aside, another never filled, the rest kept with reasons. */
function exampleVisit(): Partial<VisitRecord> {
  const visit: Partial<VisitRecord> = {
    ...DECIDED,
    setAside: {
      ...DECIDED.setAside,
      'MedicationRequest/ml-med-4': {
        reason: 'patient not taking',
        name: 'oxycodone',
        orders: ['MedicationRequest/ml-med-4'],
        relaxant: false,
      },
    },
    answers: {
      ...Object.fromEntries(
        ['neuro-weak', 'ces-bilat', 'ces-urine', 'ces-bowel', 'ces-saddle', 'chest', 'fever', 'wt'].map(
          (linkId) => [linkId, false],
        ),
      ),
      trauma: true,
      ca: true,
    },
    exam: 'power L4-S1 normal, reflexes symmetric, spine percussion tender L2',
    plan: 'lumbar X-ray today; MRI if positive or not better in 1 week.',
  };
  const bundle = JSON.parse(readFileSync(`${ROOT}fhir/samples/maria-lopez.json`, 'utf8')) as unknown;
  const chart = chartFromBundle(bundle, NOT_PERMITTED);
  const { items } = present(
    reviewVisit(chart, { terminology, asOf: TODAY, visit: { ...NEW_VISIT, ...visit } }),
  );
  const kept = items.flatMap(({ hits }) =>
    hits.map(({ relaxant, hit }) => [hitKey(relaxant, hit), 'lowest dose'] as const),
  );
  return { ...visit, kept: Object.fromEntries(kept) };
}

it('is, for one visit from the chart to the recheck, this text to the letter', () => {
  const paper = { ...PAPER, version: 3, printedAt: '10:51', nextVisit: '11/29/2026 9:40 AM' };
  const text = note(
    'maria-lopez',
    exampleVisit(),
    {
      groups: ASK_GROUPS.map((group) => ({
        ...group,
        items: group.items.filter(({ linkId }) => linkId !== 'preg'),
      })),
      handout: { ...paper, toldBack: ['medicine', 'driving', 'danger signs'] },
    },
    NOT_PERMITTED,
  );
  expect(`${text}\n`).toBe(readFileSync(new URL('note-example.txt', import.meta.url), 'utf8'));
});
