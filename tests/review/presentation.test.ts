import { describe, expect, it } from 'vitest';
import { present } from '../../src/review/presentation';
import { pairAge, rankItem } from '../../src/review/ranking';
import { chartOf, condition, lab, man, order, quantity, reviewChart, reviewOf, sig, supply } from './chart';
import type { Resource } from './chart';

const TIZ = order('t', 'tizanidine 4 MG Oral Tablet', {
  ...sig('Take 1 tablet 3 times a day'),
  ...supply(10),
});
const CYC = order('c', 'cyclobenzaprine 10 MG Oral Tablet', {
  ...sig('Take 1 tablet at bedtime'),
  ...supply(10),
});
const OXY = order('o', 'oxycodone 5 MG Oral Tablet');
const CIPRO = order('q', 'ciprofloxacin 500 MG Oral Tablet');
const shown = (...resources: readonly Resource[]) => present(reviewOf(resources));
const headlines = (...resources: readonly Resource[]) =>
  shown(...resources).items.map(({ headline }) => headline);

describe('merging', () => {
  it('one fact over two relaxants is one item with a part for each', () => {
    const { items } = shown(TIZ, CYC, OXY);
    const breathing = items.filter(({ id }) => id === 'breathing');
    expect(breathing).toHaveLength(1);
    expect(breathing[0]?.hits.map(({ relaxant }) => relaxant.drug)).toEqual([
      'tizanidine',
      'cyclobenzaprine_ir',
    ]);
    expect(breathing[0]?.headline).toBe(
      'Sedation and breathing: oxycodone with tizanidine + cyclobenzaprine',
    );
  });

  it('never hides a contraindicated or serious part: it is the severity and the headline of the item', () => {
    const [first] = shown(
      CYC,
      order('s', 'sertraline 50 MG Oral Tablet'),
      order('m', 'phenelzine 15 MG Oral Tablet'),
    ).items;
    expect(first).toMatchObject({
      severity: 'contraindicated',
      headline: 'Serotonin: cyclobenzaprine + phenelzine',
    });
  });

  it('keeps teaching points in one item, and what the medicine row says out of all', () => {
    const { teaching, cautions, items } = shown(TIZ, CYC);
    expect(teaching.map(({ id }) => id)).toEqual(['teaching']);
    const ids = [...teaching, ...cautions, ...items].flatMap(({ hits }) =>
      hits.map(({ hit }) => hit.rule.id),
    );
    expect(ids).not.toContain('X-DRIVE');
    expect(ids).toContain('X-ALCOHOL-ANY');
  });

  it('shows every warning of the engine once', () => {
    const review = reviewOf([TIZ, CYC, OXY, CIPRO, condition('f', { icd: 'R29.6' })]);
    const { items, cautions, teaching } = present(review);
    const on = [...items, ...cautions, ...teaching].flatMap(({ hits }) =>
      hits.map(({ relaxant, hit }) => `${relaxant.drug} ${hit.rule.id}`),
    );
    const engine = review.relaxants.flatMap(({ drug, cautions: hits }) =>
      hits.filter(({ rule }) => rule.start !== 'inline').map(({ rule }) => `${drug} ${rule.id}`),
    );
    expect(on.toSorted()).toEqual(engine.toSorted());
  });
});

describe('order', () => {
  it('puts contraindicated before serious, and two depressants before two relaxants', () => {
    expect(headlines(CYC, TIZ, CIPRO, OXY, order('a', 'alprazolam 0.5 MG Oral Tablet'))).toEqual([
      'Tizanidine + ciprofloxacin',
      'Sedation and breathing: oxycodone + alprazolam with cyclobenzaprine + tizanidine',
      'Two relaxants: cyclobenzaprine + tizanidine',
    ]);
  });

  it('opens three and closes the rest, but drops none', () => {
    const { items } = shown(
      man('1950-01-01'),
      TIZ,
      CYC,
      CIPRO,
      OXY,
      order('s', 'sertraline 50 MG Oral Tablet'),
      condition('f', { icd: 'R29.6' }),
    );
    expect(items.map(({ start }) => start)).toEqual(['open', 'open', 'open', 'closed', 'closed']);
    const ranks = items.map(rankItem);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('among equals puts the pair that is new first', () => {
    const ranked = (since: string) => {
      const [item] = shown(
        { ...TIZ, authoredOn: '2025-01-01', ...supply(30, 24) },
        { ...OXY, authoredOn: since },
      ).items;
      return item === undefined ? NaN : rankItem(item);
    };
    expect(ranked('2026-11-08')).toBeLessThan(ranked('2026-11-07'));
  });
});

describe('a serious item that is known and steady', () => {
  const started = (id: string, text: string, authoredOn: string) =>
    order(id, text, { authoredOn, ...sig('Take 1 tablet once a day'), ...supply(30, 24) });
  const itemOf = (group: string, ...resources: readonly Resource[]) => {
    const found = shown(...resources).items.find(({ groups }) => groups.some((one) => one === group));
    if (found === undefined) throw new Error(`no item ${group}`);
    return `${found.severity} ${found.start}`;
  };
  const FAMOTIDINE = order('f', 'famotidine 20 MG Oral Tablet');

  it('is famotidine alone with tizanidine, not another partner and not famotidine beside one', () => {
    const cimetidine = order('i', 'cimetidine 200 MG Oral Tablet');
    expect(itemOf('level', TIZ, FAMOTIDINE)).toBe('serious closed');
    expect(itemOf('level', TIZ, cimetidine)).toBe('serious open');
    expect(itemOf('level', TIZ, FAMOTIDINE, cimetidine)).toBe('serious open');
  });

  it('is one antidepressant taken with cyclobenzaprine for more than 30 days', () => {
    const long = started('c', 'cyclobenzaprine 10 MG Oral Tablet', '2026-01-05');
    const sertraline = (since: string) => started('s', 'sertraline 50 MG Oral Tablet', since);
    expect(itemOf('serotonin', long, sertraline('2026-10-22'))).toBe('serious closed');
    expect(itemOf('serotonin', long, sertraline('2026-10-23'))).toBe('serious open');
    expect(itemOf('serotonin', CYC, sertraline('2026-01-05'))).toBe('serious open');
    const bupropion = started('b', 'bupropion 100 MG Oral Tablet', '2026-01-05');
    expect(itemOf('serotonin', long, sertraline('2026-01-05'), bupropion)).toBe('serious open');
    const undated = { ...sertraline('2026-01-05'), authoredOn: undefined };
    expect(itemOf('serotonin', long, undated)).toBe('serious open');
    const tramadol = started('r', 'tramadol 50 MG Oral Tablet', '2026-01-05');
    expect(itemOf('serotonin', long, tramadol)).toBe('serious open');
  });

  it('stands after every other serious item', () => {
    const groups = shown(TIZ, FAMOTIDINE, CYC).items.map(({ id }) => id);
    expect(groups).toEqual(['double', 'level']);
  });
});

describe('low blood pressure with tizanidine', () => {
  const CLONIDINE = order('l', 'clonidine 0.1 MG Oral Tablet');
  const rules = (...resources: readonly Resource[]) =>
    shown(...resources).items.map(({ id, hits }) => [id, ...hits.map(({ hit }) => hit.rule.id)]);

  it('is a part of the item about its level when that is serious or worse', () => {
    const [level, ...others] = rules(TIZ, CIPRO, CLONIDINE);
    expect(level?.slice(0, 3)).toEqual(['level', 'TIZ-CYP1A2-STRONG', 'TIZ-ALPHA2']);
    expect(others.flat()).not.toContain('pressure');
  });

  it('stays in its fold while it is a caution', () => {
    const { items, cautions } = shown(TIZ, CIPRO, order('p', 'lisinopril 10 MG Oral Tablet'));
    expect(items.map(({ id }) => id)).toEqual(['level']);
    expect(cautions.map(({ id }) => id)).toContain('pressure');
  });

  it('stands alone without one', () => {
    expect(rules(TIZ, CLONIDINE).map(([group]) => group)).toContain('pressure');
  });
});

describe('since when a pair stands', () => {
  const age = (relaxantSince: string, partnerSince: string) => {
    const [item] = shown(
      { ...TIZ, authoredOn: relaxantSince, ...supply(30, 24) },
      { ...OXY, authoredOn: partnerSince },
    ).items;
    return item === undefined ? undefined : pairAge(item.hits, '2026-11-22');
  };

  it('is the later of the two starts: new for 14 days', () => {
    expect(age('2026-01-05', '2026-11-08')).toBe('new 11/08');
    expect(age('2026-11-20', '2026-01-05')).toBe('new 11/20');
    expect(age('2026-01-05', '2026-11-07')).toBe('together since 11/07/2026');
    expect(age('2024-12-01', '2025-03-01')).toBe('together since 2025');
  });

  it('is not said to be together of one medicine alone', () => {
    const { items, cautions } = shown({ ...TIZ, authoredOn: '2026-01-05', ...supply(90, 24) });
    const stopping = [...items, ...cautions].find(({ headline }) => headline.startsWith('How to stop'));
    expect(pairAge(stopping?.hits ?? [], '2026-11-22')).toBe('since 01/05/2026');
  });

  it('of several pairs is the newest, and "together" waits for a pair without a date', () => {
    const alprazolam = (since: string | undefined) =>
      order('g', 'alprazolam 0.5 MG Oral Tablet', { authoredOn: since });
    const [fresh] = shown(
      { ...TIZ, authoredOn: '2026-01-05', ...supply(30, 24) },
      { ...OXY, authoredOn: '2026-02-01' },
      alprazolam('2026-11-20'),
    ).items;
    expect(fresh?.age).toBe('new 11/20');
    const [undated] = shown(
      { ...TIZ, authoredOn: '2026-01-05', ...supply(30, 24) },
      { ...OXY, authoredOn: '2026-02-01' },
      alprazolam(undefined),
    ).items;
    expect(undated?.age).toBeUndefined();
  });

  it('is not said where the partner has no date', () => {
    const [item] = shown(TIZ, { ...OXY, authoredOn: undefined }).items;
    expect(item?.age).toBeUndefined();
  });
});

describe('what could not be checked', () => {
  it('is one line for each missing thing, worst first, with the relaxants that a lab is missed for', () => {
    const lines = present(
      reviewOf([TIZ, order('m', 'metaxalone 800 MG Oral Tablet')], {
        incomplete: { AllergyIntolerance: 'not-permitted' },
      }),
    ).couldNotCheck;
    expect(lines.map(({ key }) => key)).toEqual([...new Set(lines.map(({ key }) => key))]);
    const texts = lines.map(({ text }) => text);
    expect(texts).toContain('recorded allergies (not permitted)');
    expect(texts).toContain('ALT for tizanidine (none in 3 months)');
    expect(texts.some((text) => /^eGFR for .*metaxalone.* \(none in 12 months\)$/.test(text))).toBe(true);
    const hidden = lines.map(({ hides }) =>
      ['contraindicated', 'serious', 'caution', 'counsel', undefined].indexOf(hides),
    );
    expect(hidden).toEqual(hidden.toSorted((a, b) => a - b));
    expect(lines.find(({ key }) => key === 'AllergyIntolerance')).toMatchObject({ hides: 'contraindicated' });
  });

  it('says of an old normal result when it was', () => {
    const old = lab('a', '1742-6', quantity(20, 'U/L'), '2026-06-01');
    expect(shown(TIZ, old).couldNotCheck.map(({ text }) => text)).toContain(
      'ALT for tizanidine (none in 3 months, last 06/01/2026)',
    );
  });

  it('holds the liver tests that dantrolene begins with, on a line with those of tizanidine, until one is on file', () => {
    const dantrolene = order('d', 'dantrolene 25 MG Oral Capsule');
    const altOf = (...entries: Resource[]) =>
      shown(...entries).couldNotCheck.flatMap(({ key, text }) => (key === 'alt_xuln' ? [text] : []));
    expect(altOf(dantrolene)).toEqual(['ALT for dantrolene (none on file)']);
    expect(altOf(dantrolene, TIZ)).toEqual(['ALT for tizanidine and dantrolene (none in 3 months)']);
    expect(altOf(dantrolene, lab('a', '1742-6', quantity(20, 'U/L'), '2025-06-01'))).toEqual([]);
    // Labs that nobody read are a gap of their own; whether a test is on file is not known then.
    const unread = present(reviewOf([dantrolene], { incomplete: { Observation: 'failed' } })).couldNotCheck;
    expect(unread.map(({ key }) => key)).toContain('Observation');
    expect(unread.map(({ key }) => key)).not.toContain('alt_xuln');
  });

  it('names a section that failed even where no relaxant waits for it', () => {
    const { couldNotCheck, summary } = present(reviewOf([], { incomplete: { Observation: 'failed' } }));
    expect(couldNotCheck.map(({ key }) => key)).toContain('Observation');
    expect(summary.map(({ kind }) => kind)).toContain('not-run');
  });

  it('does not hold questions that nobody asked', () => {
    expect(shown(TIZ).couldNotCheck.map(({ key }) => key)).not.toContain('alcohol_heavy');
  });
});

describe('the summary line', () => {
  it('has in one place what could not be read and what only waits for the rest of the chart', () => {
    const kinds = (status: 'loading' | 'failed') => {
      const { summary, couldNotCheck } = present(reviewOf([TIZ], { incomplete: { Observation: status } }));
      expect(couldNotCheck.map(({ waits }) => waits)).toContain(status === 'loading');
      return summary.map(({ kind }) => kind);
    };
    expect(kinds('loading')).toEqual(['not-run', 'driving', 'red-flags']);
    expect(kinds('failed')).toEqual(kinds('loading'));
  });

  it('waits for older orders that are still being read, and says of those that failed that they did', () => {
    const lines = (status: 'loading' | 'failed') =>
      present(
        reviewChart({ ...chartOf([TIZ]), medicationHistory: { status, gaps: [], count: 0 } }),
      ).couldNotCheck.map(({ text, waits }) => [text, waits]);
    expect(lines('loading')).toContainEqual(['earlier medicines (still being read)', true]);
    expect(lines('failed')).toContainEqual(['earlier medicines (not read in full)', false]);
  });

  it('has a fixed order, counts items, and leaves zeros out', () => {
    const { summary } = shown(
      TIZ,
      CYC,
      CIPRO,
      OXY,
      order('x', 'zzqx'),
      condition('r', { icd: 'R33.9', recorded: '2026-11-20' }),
    );
    expect(summary.map(({ kind }) => kind)).toEqual([
      'emergency',
      'contraindicated',
      'serious',
      'not-run',
      'not-recognised',
      'driving',
      'red-flags',
    ]);
    expect(summary.map(({ text }) => text).slice(0, 3)).toEqual([
      '1 emergency finding',
      '1 contraindicated',
      '2 serious',
    ]);
  });

  it('never says that there is no red flag: symptoms were not asked', () => {
    for (const resources of [[], [TIZ], [TIZ, OXY]])
      expect(shown(...resources).summary.at(-1)?.text).toMatch(/symptoms not asked$/);
  });

  it('takes the strictest driving advice, and none of a relaxant that was stopped', () => {
    expect(shown(TIZ, order('m', 'methocarbamol 750 MG Oral Tablet')).driving?.tier).toBe('D2');
    const stopped = order('b', 'baclofen 10 MG Oral Tablet', {
      status: 'stopped',
      authoredOn: '2026-11-15',
      ...supply(5),
    });
    expect(shown(stopped).driving).toBeUndefined();
  });
});
