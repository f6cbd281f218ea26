import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAUTION_RULES } from '../../src/knowledge/cautions/all';
import { RED_FLAG_RULES } from '../../src/knowledge/red-flags/all';
import { present } from '../../src/review/presentation';
import { hiddenLines, siteLines } from '../../src/review/site-reason';
import { refusedSiteRule, withSiteRules } from '../../src/review/site-rules';
import type { SiteRule } from '../../src/review/site-rules';
import { SAMPLES, read } from './sample-charts';
import { relaxantOf } from './chart';

/** Settings of a site for single rules, on the review of a sample patient with tizanidine and ciprofloxacin. */
const PATIENT = read('maria-lopez');
const setting = (rule: string, show: SiteRule['show']): SiteRule => ({
  rule,
  show,
  reason: 'taught at every visit here',
  decidedBy: 'Dr. Ito',
});
const idsOf = (review: typeof PATIENT) =>
  relaxantOf(review, 'tizanidine').cautions.map(({ rule, severity }) => `${severity} ${rule.id}`);

/** The rank of the item in which each part stands. */
const ranksOf = (review: typeof PATIENT): ReadonlyMap<string, string> => {
  const { items, cautions, teaching } = present(review);
  return new Map(
    [...items, ...cautions, ...teaching].flatMap(({ severity, hits }) =>
      hits.map(({ relaxant, hit }) => [`${relaxant.drug} ${hit.rule.id}`, severity] as const),
    ),
  );
};

describe('a setting of the site', () => {
  it('raises a caution to where it is seen first, and says who decided it and why', () => {
    const review = withSiteRules(PATIENT, [setting('X-BP-MEDS', 'serious')]);
    expect(idsOf(review)).toContain('serious X-BP-MEDS');
    const item = present(review).items.find(({ hits }) =>
      hits.some(({ hit }) => hit.rule.id === 'X-BP-MEDS'),
    );
    expect(item === undefined ? [] : siteLines(item)).toEqual([
      'Ranked by this site: taught at every visit here (Dr. Ito)',
    ]);
    expect(review.siteRulesRefused).toEqual([]);
  });

  it('raises one teaching point and leaves the others in their fold', () => {
    const before = present(PATIENT).teaching[0]?.hits.length ?? 0;
    const { items, teaching } = present(withSiteRules(PATIENT, [setting('X-ALCOHOL-ANY', 'serious')]));
    const raised = items.filter(({ hits }) => hits.some(({ hit }) => hit.rule.id === 'X-ALCOHOL-ANY'));
    expect(raised.map(({ id, severity, headline }) => [id, severity, headline])).toEqual([
      ['X-ALCOHOL-ANY', 'serious', 'Alcohol advice for everyone: cyclobenzaprine + tizanidine'],
    ]);
    expect(teaching.flatMap(({ hits }) => hits)).toHaveLength(before - (raised[0]?.hits.length ?? 0));
    expect(teaching.every(({ headline }) => !headline.includes('Alcohol'))).toBe(true);
  });

  it('raises nothing but its own rule, for every caution and teaching point of every sample patient', () => {
    let raised = 0;
    for (const file of readdirSync(SAMPLES)) {
      const review = read(file.replace('.json', ''));
      const open = new Set(
        review.relaxants.flatMap(({ cautions }) =>
          cautions
            .filter(({ rule, escalated }) => !escalated && rule.start !== 'inline')
            .map(({ rule }) => rule.id)
            .filter((id) => refusedSiteRule(setting(id, 'serious')) === undefined),
        ),
      );
      const usual = ranksOf(review);
      for (const id of open) {
        raised += 1;
        const site = withSiteRules(review, [setting(id, 'serious')]);
        const ranks = ranksOf(site);
        for (const [part, rank] of usual) {
          const own = part.endsWith(` ${id}`);
          const expected = own && rank !== 'contraindicated' ? 'serious' : rank;
          expect([part, ranks.get(part)], `${file}: ${id} raised`).toEqual([part, expected]);
        }
        const { items, cautions, teaching } = present(site);
        const shown = [...items, ...cautions, ...teaching];
        expect(new Set(shown.map((item) => item.id)).size).toBe(shown.length);
        for (const { headline } of shown) expect(headline).not.toMatch(/undefined|: $|: with|^ |\+ $/);
      }
    }
    expect(raised).toBeGreaterThan(30);
  });

  it('lowers a caution to a teaching point', () => {
    const review = withSiteRules(PATIENT, [setting('X-BP-MEDS', 'counsel')]);
    const shown = present(review);
    const held = (items: typeof shown.items) =>
      items.some(({ hits }) => hits.some(({ hit }) => hit.rule.id === 'X-BP-MEDS'));
    expect([held(shown.items), held(shown.cautions), held(shown.teaching)]).toEqual([false, false, true]);
  });

  it('hides a teaching point, which stays listed with name and reason, in the note too', () => {
    const review = withSiteRules(PATIENT, [setting('TIZ-FOOD', 'hidden')]);
    expect(idsOf(review)).toEqual(idsOf(PATIENT).filter((id) => id !== 'counsel TIZ-FOOD'));
    expect(review.hiddenBySite?.map(({ rule, relaxant }) => [rule.id, relaxant])).toEqual([
      ['TIZ-FOOD', 'tizanidine'],
    ]);
    expect(hiddenLines(review)[0]).toMatch(
      /^Found, not shown at this site: .*tizanidine: taught .* \(Dr\. Ito\)\.$/,
    );
  });

  it('changes nothing about a finding that this chart raised above its usual rank', () => {
    const raised = {
      ...PATIENT,
      relaxants: PATIENT.relaxants.map((relaxant) => ({
        ...relaxant,
        cautions: relaxant.cautions.map((hit) =>
          hit.rule.id === 'X-BP-MEDS' ? { ...hit, severity: 'serious' as const, escalated: true } : hit,
        ),
      })),
    };
    expect(idsOf(withSiteRules(raised, [setting('X-BP-MEDS', 'hidden')]))).toEqual(idsOf(raised));
  });

  it.each([
    ['TIZ-CYP1A2-STRONG', 'hidden', 'is contraindicated'],
    ['TIZ-CYP1A2-STRONG', 'counsel', 'is contraindicated'],
    ['X-OPIOID', 'hidden', 'is serious'],
    ['X-DRIVE', 'hidden', 'stands in the row of its medicine'],
    ['X-NO-SPASTICITY', 'serious', 'stands in the row of its medicine'],
    ['CES', 'hidden', 'is not the id of a caution rule'],
    ['NO-SUCH-RULE', 'serious', 'is not the id of a caution rule'],
  ] as const)('for %s to be %s is refused: it %s', (rule, show, why) => {
    expect(refusedSiteRule(setting(rule, show))).toContain(`${rule} ${why}`);
    const review = withSiteRules(PATIENT, [setting(rule, show)]);
    expect(review.relaxants).toEqual(PATIENT.relaxants);
    expect(review.siteRulesRefused).toHaveLength(1);
  });

  it('cannot touch a contraindicated or serious rule, a red flag, or a rule that stands in for others', () => {
    const hidden = (id: string) => refusedSiteRule(setting(id, 'hidden')) === undefined;
    const open = CAUTION_RULES.filter(({ id }) => hidden(id));
    expect(open.length).toBeGreaterThan(20);
    expect(open.filter(({ severity }) => severity !== 'caution' && severity !== 'counsel')).toEqual([]);
    const standIns = new Set(CAUTION_RULES.flatMap((rule) => rule.suppressedBy ?? []));
    expect(open.filter(({ id }) => standIns.has(id))).toEqual([]);
    expect(RED_FLAG_RULES.filter(({ id }) => hidden(id))).toEqual([]);
  });
});
