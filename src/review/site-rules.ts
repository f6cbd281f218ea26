import { CAUTION_RULES } from '../knowledge/cautions/all';
import type { Severity } from '../knowledge/vocabulary';
import type { CautionHit, HiddenBySite, Review } from './types';

/** A caution that a site shows in another rank, with the name of who decided it and why. */
export interface SiteRule {
  readonly rule: string;
  readonly show: Severity | 'hidden';
  readonly reason: string;
  readonly decidedBy: string;
}

const OWN_RANKS: readonly Severity[] = ['caution', 'counsel'];
/** Rules that stand in for others when they fire: hidden, they would take the others along. */
const STAND_IN = new Set(CAUTION_RULES.flatMap((rule) => rule.suppressedBy ?? []));

/** Why a setting cannot be applied; undefined when it can. What may do serious harm stays as the sources rank it. */
export function refusedSiteRule({ rule: id, show }: SiteRule): string | undefined {
  const rule = CAUTION_RULES.find((one) => one.id === id);
  if (rule === undefined) return `${id} is not the id of a caution rule`;
  if (rule.start === 'inline') return `${id} stands in the row of its medicine and is no finding to set`;
  if (!OWN_RANKS.includes(rule.severity))
    return `${id} is ${rule.severity}: only cautions and teaching points can be set by a site`;
  if (show === 'hidden' && STAND_IN.has(id)) return `${id} stands for other rules too and cannot be hidden`;
  return undefined;
}

/**
 * The review as a site wants it shown. A finding that the chart itself raised above its usual rank stays where it is:
 * the site decided about the usual case. A setting that is refused changes nothing.
 */
export function withSiteRules(review: Review, settings: readonly SiteRule[]): Review {
  if (settings.length === 0) return review;
  const byRule = new Map(
    settings
      .filter((setting) => refusedSiteRule(setting) === undefined)
      .map((setting) => [setting.rule, setting]),
  );
  const hiddenBySite: HiddenBySite[] = [];
  const relaxants = review.relaxants.map((relaxant) => {
    const shown = relaxant.cautions.flatMap((hit): CautionHit[] => {
      const setting = byRule.get(hit.rule.id);
      if (setting === undefined || hit.escalated) return [hit];
      const { show, reason, decidedBy } = setting;
      if (show !== 'hidden')
        return [{ ...hit, severity: show, bySite: { usual: hit.severity, reason, decidedBy } }];
      hiddenBySite.push({ rule: hit.rule, relaxant: relaxant.name, reason, decidedBy });
      return [];
    });
    return { ...relaxant, cautions: shown };
  });
  const siteRulesRefused = settings.flatMap((setting) => refusedSiteRule(setting) ?? []);
  return { ...review, relaxants, hiddenBySite, siteRulesRefused };
}
