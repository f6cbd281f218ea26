import { describe, expect, it } from 'vitest';
import { present } from '../../src/review/presentation';
import type { NewOrNot } from '../../src/review/new-or-not';
import { reviewVisit } from '../../src/review/visit';
import { NEW_VISIT } from '../../src/review/visit-record';
import { TODAY, chartOf, condition, man, order, terminology } from './chart';
import type { Resource } from './chart';

type Said = Readonly<Record<string, boolean>>;

function shown(resources: readonly Resource[], said: Said = {}) {
  const newOrNot = Object.fromEntries(
    Object.entries(said).map(([key, isNew]) => [key, { isNew, words: 'as asked' }]),
  );
  const review = reviewVisit(chartOf(resources), {
    terminology,
    asOf: TODAY,
    visit: { ...NEW_VISIT, newOrNot },
  });
  return { review, ...present(review) };
}
function question(resources: readonly Resource[], said: Said = {}): NewOrNot {
  const [asked] = shown(resources, said).emergency.flatMap((flag) => flag.question ?? []);
  if (asked === undefined) throw new Error('nothing is asked');
  return asked;
}
const emergencies = (resources: readonly Resource[], said: Said = {}) =>
  shown(resources, said).emergency.map(({ hits }) => hits.map(({ rule }) => rule.id).join('+'));
const notes = (resources: readonly Resource[], said: Said) =>
  shown(resources, said)
    .review.notes.filter(({ id }) => id === 'SAID_NOT_NEW')
    .flatMap(({ evidence }) => evidence.map(({ text }) => text));

const ANEURYSM = condition('a', { icd: 'I71.4', text: 'Abdominal aortic aneurysm', recorded: '2024-06-05' });
const LEAK = condition('l', { icd: 'R32', text: 'Urinary incontinence', recorded: '2026-11-16' });
const RETENTION = condition('r', { icd: 'R33.9', text: 'Urinary retention', recorded: '2026-11-20' });

describe('an emergency that may be an old story', () => {
  it('is asked with one tap, in words of its kind', () => {
    expect(question([ANEURYSM])).toMatchObject({
      question: 'is this pain new or sudden?',
      yes: 'Yes',
      no: 'No, usual pain',
    });
    expect(question([LEAK])).toMatchObject({ question: 'new, or long-standing?', no: 'Long-standing' });
  });

  it('stays an emergency while nobody answered, and after a yes', () => {
    expect(emergencies([ANEURYSM])).toEqual(['AAA']);
    expect(emergencies([ANEURYSM], { [question([ANEURYSM]).key]: true })).toEqual(['AAA']);
  });

  it('becomes a note when it is long-standing', () => {
    const said = { [question([ANEURYSM]).key]: false };
    expect(emergencies([ANEURYSM], said)).toEqual([]);
    expect(notes([ANEURYSM], said)).toEqual(['Abdominal aortic aneurysm']);
  });

  it('does not silence another entry: the next one is asked about', () => {
    const said = { [question([LEAK]).key]: false };
    expect(emergencies([LEAK, RETENTION], said)).toEqual(['CES']);
    expect(question([LEAK, RETENTION], said).entry).toBe('Urinary retention');
  });

  it('does not silence a newer or changed statement of the same entry', () => {
    const said = { [question([LEAK]).key]: false };
    const again = condition('l', { icd: 'R32', text: 'Urinary incontinence', recorded: '2026-11-21' });
    const other = condition('l', { icd: 'R32', text: 'Incontinence since the fall', recorded: '2026-11-16' });
    expect(emergencies([again], said)).toEqual(['CES']);
    expect(emergencies([other], said)).toEqual(['CES']);
  });

  it('does not silence the same entry of another patient', () => {
    const said = { [question([LEAK]).key]: false };
    const other = LEAK as Resource & { readonly subject: unknown };
    const resources = [
      { ...man(), id: 'q' },
      { ...other, subject: { reference: 'Patient/q' } },
    ];
    expect(emergencies(resources, said)).toEqual(['CES']);
  });

  it('does not silence what the patient tells today', () => {
    const said = { [question([LEAK]).key]: false };
    const review = reviewVisit(chartOf([LEAK]), {
      terminology,
      asOf: TODAY,
      visit: {
        ...NEW_VISIT,
        answers: { 'ces-saddle': true },
        newOrNot: Object.fromEntries(Object.keys(said).map((key) => [key, { isNew: false, words: '' }])),
      },
    });
    expect(present(review).emergency.map(({ headline }) => headline)).toEqual([
      'Possible cauda equina pattern: numb between the legs',
    ]);
  });

  it('that is long-standing makes no emergency of an anticoagulant', () => {
    const warfarin = order('w', 'warfarin 5 MG Oral Tablet');
    expect(emergencies([LEAK, warfarin])).toEqual(['CES+ANTICOAGULATION']);
    const { key } = question([LEAK, warfarin]);
    const after = shown([LEAK, warfarin], { [key]: false });
    expect(after.emergency).toEqual([]);
    expect(after.redFlags.flatMap(({ hits }) => hits.map(({ rule }) => rule.id))).toContain(
      'ANTICOAGULATION',
    );
  });

  it('is not asked of an older entry, which is no emergency', () => {
    const older = condition('l', { icd: 'R32', text: 'Urinary incontinence', recorded: '2026-03-01' });
    expect(shown([older]).redFlags.flatMap(({ question: asked }) => asked ?? [])).toEqual([]);
  });
});
