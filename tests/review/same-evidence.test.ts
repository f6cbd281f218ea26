import { describe, expect, it } from 'vitest';
import { present } from '../../src/review/presentation';
import { condition, order, reviewOf } from './chart';
import type { Resource } from './chart';

const TIZ = order('t', 'tizanidine 4 MG Oral Tablet');
const CYC = order('c', 'cyclobenzaprine 10 MG Oral Tablet');
const OXY = order('o', 'oxycodone 5 MG Oral Tablet');
const shown = (...resources: readonly Resource[]) => present(reviewOf(resources));
const headlines = (...resources: readonly Resource[]) =>
  shown(...resources).items.map(({ headline }) => headline);

describe('the same evidence', () => {
  const TRAMADOL = order('r', 'tramadol 50 MG Oral Tablet');

  it('is one item titled by the entry that several facts rest on', () => {
    const { items } = shown(CYC, TRAMADOL);
    expect(items.map(({ headline, groups }) => [headline, groups])).toEqual([
      ['Tramadol: breathing, serotonin, seizures', ['breathing', 'serotonin']],
    ]);
    expect(items[0]?.hits.map(({ hit }) => hit.rule.id).toSorted()).toEqual([
      'CYC-SEROTONIN',
      'CYC-TRAMADOL-SEIZURE',
      'X-OPIOID',
    ]);
  });

  it('is one however many orders of the medicine there are', () => {
    expect(headlines(CYC, TRAMADOL, order('r2', 'tramadol 100 MG Oral Tablet'))).toEqual([
      'Tramadol: breathing, serotonin, seizures',
    ]);
  });

  it('of a condition is titled by the words of the chart, and a caution beside a serious part comes along', () => {
    const [first, ...others] = shown(
      order('b', 'baclofen 10 MG Oral Tablet'),
      condition('a', { icd: 'F10.20', text: 'Alcohol dependence' }),
    ).items;
    expect(first).toMatchObject({
      severity: 'serious',
      headline: 'Alcohol dependence: breathing, misuse risk',
    });
    expect(others.flatMap(({ hits }) => hits.map(({ hit }) => hit.rule.id))).not.toContain('BAC-SUD');
  });

  it('of two cautions is one caution', () => {
    const { items, cautions } = shown(CYC, order('d', 'diphenhydramine 25 MG Oral Tablet'));
    expect(cautions.map(({ headline }) => headline)).toContain(
      'Diphenhydramine: breathing, eyes, bladder and bowel',
    );
    expect(items).toEqual([]);
  });

  it('stays apart where one of the facts rests on something else too', () => {
    expect(headlines(CYC, TRAMADOL, OXY)).toEqual([
      'Sedation and breathing: tramadol + oxycodone with cyclobenzaprine',
      'Serotonin: cyclobenzaprine + tramadol',
    ]);
    expect(headlines(TIZ, CYC, OXY)).toContain('Two relaxants: tizanidine + cyclobenzaprine');
  });

  it('names the relaxant whose level is contraindicated', () => {
    const [first] = shown(TIZ, CYC, order('f', 'fluvoxamine 50 MG Oral Tablet')).items;
    expect(first).toMatchObject({
      severity: 'contraindicated',
      headline: 'Fluvoxamine: level of tizanidine, serotonin',
    });
  });
});

describe('what is missing', () => {
  it('is a part of the item that it feeds, and counts in "could not check"', () => {
    const { items, couldNotCheck } = shown(TIZ, order('m', 'metaxalone 800 MG Oral Tablet'), {
      ...condition('k', { icd: 'K74.60', text: 'Cirrhosis' }),
    });
    const liver = items.find(({ groups }) => groups.includes('liver'));
    expect(liver?.missing.map(({ key }) => key)).toContain('alt_xuln');
    expect(couldNotCheck.map(({ key }) => key)).toContain('alt_xuln');
  });

  it('does not repeat in every item a section that could not be read', () => {
    const { items } = present(reviewOf([CYC, OXY], { incomplete: { Condition: 'failed' } }));
    expect(items.flatMap(({ missing }) => missing.map(({ key }) => key))).not.toContain('Condition');
  });
});

describe('what could not be checked', () => {
  it('names entries that are open for one reason in one line, each name once, unless one hides more', () => {
    const provisional = (id: string, icd: string, text: string) =>
      condition(id, { icd, text, verification: 'provisional' });
    const { couldNotCheck } = shown(
      CYC,
      provisional('h', 'I50.9', 'Heart failure'),
      provisional('g', 'H40.9', 'Glaucoma'),
      provisional('s', 'G47.33', 'Sleep apnea (adult)'),
      provisional('s2', 'G47.33', 'Sleep apnea (adult)'),
    );
    expect(couldNotCheck.filter(({ text }) => text.includes('provisional'))).toMatchObject([
      { text: 'Heart failure (provisional in the chart)', hides: 'contraindicated', rules: ['CYC-CARDIAC'] },
      {
        text: 'Sleep apnea (adult), Glaucoma (provisional in the chart)',
        hides: 'caution',
        rules: ['X-OSA-COPD', 'X-DRIVE', 'CYC-ANTICHOL-COND'],
      },
    ]);
  });
});
