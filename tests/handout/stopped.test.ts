import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import type { DrugId } from '../../src/knowledge/vocabulary';
import { headingOf, onlyRow, rows, section } from './paper-text';
import { relaxantChart } from './relaxant-charts';
import { AS_OF, input } from './review-factory';
import { reviewed } from './sample-papers';

interface Entries {
  readonly entry: readonly { readonly resource: object }[];
}

/** An order that is over on a day that the chart does not say: no end, no supply, and a date that is old, inexact or not there. */
function stoppedChart(
  drug: DrugId,
  status: string,
  authoredOn: string | undefined,
  beside: readonly DrugId[] = [],
): unknown {
  const bundle = relaxantChart([...beside, drug], AS_OF) as Entries;
  const last = bundle.entry.at(-1)?.resource;
  const resource = {
    ...last,
    status,
    authoredOn,
    dosageInstruction: [{ text: 'Take 1 tablet at bedtime' }],
  };
  return { ...bundle, entry: [...bundle.entry.slice(0, -1), { resource }] };
}

const paperOf = (chart: unknown, text = ENGLISH) => compose({ ...input(reviewed(chart, AS_OF)), text });

describe('a short course that was stopped', () => {
  it.each([
    [ENGLISH, 'Ask us when you can drive after your last dose.'],
    [SPANISH, 'Pregúntenos cuándo podrá manejar después de su última dosis.'],
  ])('stands on page 1 with a word on driving, as the last dose may have been today', (text, driving) => {
    const paper = paperOf(stoppedChart('carisoprodol', 'stopped', '2026-11-16'), text);
    expect(rows(paper)).toEqual([]);
    expect(section(paper, 'know')).toHaveLength(5);
    expect(section(paper, 'know')[3]).toBe(driving);
  });

  it('leaves that word on driving also beside a medicine with milder advice, and not beside a strict one', () => {
    const beside = (other: DrugId) =>
      section(paperOf(stoppedChart('carisoprodol', 'stopped', '2026-11-16', [other])), 'know');
    const [word] = ['Ask us when you can drive after your last dose.'];
    expect(beside('methocarbamol')).toContain(word);
    expect(beside('tizanidine')).not.toContain(word);
  });
});

const TAPER_CLASS = [
  ['baclofen', 'Driving: not for now'],
  ['carisoprodol', 'Driving: no'],
  ['diazepam', 'Driving: no'],
  ['tizanidine', 'Driving: not for now'],
] as const;

describe.each(TAPER_CLASS)('%s that was stopped on a day that the chart does not say', (drug, driving) => {
  it.each(['2026-10-20', '2026-06-20', '2026-06', undefined])(
    'ordered %s: speaks to who still takes it and to who stopped, and is never milder about driving',
    (authoredOn) => {
      for (const status of ['stopped', 'cancelled']) {
        const paper = paperOf(stoppedChart(drug, status, authoredOn));
        expect(onlyRow(paper)).toMatchObject({
          times:
            'Your order was stopped. Call us today. Still taking it? Do not stop all at once. Already stopped? Ask us before you take it again.',
          lastDay: 'Call us first',
        });
        expect(headingOf(paper, 'driving')).toBe(driving);
        expect(section(paper, 'how').join(' ')).not.toMatch(/only this way|Missed a dose/);
        expect(paper.sheets).toHaveLength(2);
      }
    },
  );

  it('leaves the advice of another relaxant as it is, and makes driving as strict as its own', () => {
    const paper = paperOf(stoppedChart(drug, 'stopped', undefined, ['methocarbamol']));
    expect(rows(paper).map(({ times }) => Array.isArray(times))).toEqual([true, false]);
    expect(headingOf(paper, 'driving')).toBe(driving);
    expect(section(paper, 'how').join(' ')).toContain('Take methocarbamol only this way.');
    expect(paper.sheets).toHaveLength(2);
  });

  it('says the same in Spanish', () => {
    const paper = paperOf(stoppedChart(drug, 'stopped', '2026-06'), SPANISH);
    expect(onlyRow(paper)).toMatchObject({
      times:
        'Su receta se suspendió. Llámenos hoy. ¿Aún la toma? No la deje de golpe. ¿Ya la dejó? Pregúntenos antes de tomarla otra vez.',
      lastDay: 'Llámenos primero',
    });
    expect(paper.sheets).toHaveLength(2);
  });
});
