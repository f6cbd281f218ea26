import type { Section, SectionStatus } from '../chart/types';
import { basisOf } from '../knowledge/cautions/basis';
import type { RedFlagTier, Severity } from '../knowledge/vocabulary';
import type { Missing, RelaxantReview, Review, RuleGap } from './types';

/** One line of the review command, schema `backsafe.review/1`. Field order is part of the contract. */
export interface ReviewReport {
  readonly schema: 'backsafe.review/1';
  readonly file: string;
  readonly patient: { readonly id: string; readonly age: number | null; readonly sex: string };
  readonly asOf: string;
  readonly knowledge: string;
  readonly completeness: Readonly<Record<Section, SectionStatus>>;
  readonly relaxants: readonly RelaxantReport[];
  readonly redFlags: readonly {
    readonly id: string;
    readonly tier: RedFlagTier;
    readonly evidence: readonly string[];
  }[];
  readonly redFlagsNotChecked: readonly GapReport[];
  readonly notes: readonly string[];
  readonly dataGaps: readonly string[];
  readonly didNotCount: readonly { readonly resource: string; readonly reason: string }[];
  readonly unrecognised: readonly { readonly resource: string; readonly text: string }[];
  readonly other: number;
}

interface GapReport {
  readonly id: string;
  readonly missing: readonly string[];
}

interface RelaxantReport {
  readonly drug: string;
  readonly orders: readonly string[];
  readonly state: string;
  readonly text: string;
  readonly route: string;
  readonly matchedBy: string;
  readonly dailyDoseMg: number | null;
  readonly durationDays: number | null;
  readonly driving: {
    readonly tier: string;
    readonly raisedBy: readonly string[];
    readonly notChecked: readonly string[];
  };
  readonly cautions: readonly {
    readonly id: string;
    readonly severity: Severity;
    readonly escalated: boolean;
    readonly evidence: readonly string[];
    readonly sources: readonly string[];
  }[];
  readonly suppressed: readonly { readonly id: string; readonly by: string }[];
  readonly notChecked: readonly GapReport[];
  readonly notAsked: readonly GapReport[];
}

const keys = (missing: readonly Missing[]): string[] => missing.map((item) => item.key);
const references = (evidence: readonly { readonly reference: string }[]): string[] => [
  ...new Set(evidence.map((item) => item.reference)),
];
const gap = ({
  rule,
  missing,
}: Pick<RuleGap, 'missing'> & { readonly rule: { readonly id: string } }): GapReport => ({
  id: rule.id,
  missing: keys(missing),
});

export function reportOf(file: string, review: Review): ReviewReport {
  return {
    schema: 'backsafe.review/1',
    file,
    patient: { id: review.patient.id, age: review.patient.age ?? null, sex: review.patient.sex },
    asOf: review.asOf,
    knowledge: review.knowledge,
    completeness: review.completeness,
    relaxants: review.relaxants.map(relaxantReport),
    redFlags: review.redFlags.map((hit) => ({
      id: hit.rule.id,
      tier: hit.tier,
      evidence: references(hit.evidence),
    })),
    redFlagsNotChecked: review.redFlagsNotChecked.map(gap),
    notes: review.notes.map((note) => note.id),
    dataGaps: review.dataGaps.map((prompt) => prompt.id),
    didNotCount: review.didNotCount.map(({ reference, reason }) => ({ resource: reference, reason })),
    unrecognised: review.unrecognised.map(({ reference, text }) => ({ resource: reference, text })),
    other: review.other,
  };
}

function relaxantReport(relaxant: RelaxantReview): RelaxantReport {
  return {
    drug: relaxant.drug,
    orders: relaxant.orders.map((order) => order.reference),
    state: relaxant.state,
    text: relaxant.text,
    route: relaxant.route,
    matchedBy: relaxant.matchedBy,
    dailyDoseMg: relaxant.dailyDoseMg ?? null,
    durationDays: relaxant.durationDays ?? null,
    driving: {
      tier: relaxant.driving.tier,
      raisedBy: references(relaxant.driving.raisedBy),
      notChecked: keys(relaxant.driving.notChecked),
    },
    cautions: relaxant.cautions.map((hit) => ({
      id: hit.rule.id,
      severity: hit.severity,
      escalated: hit.escalated,
      evidence: references(hit.evidence),
      sources: (basisOf(hit.rule.id)?.sources ?? []).map((citation) => citation.source),
    })),
    suppressed: relaxant.suppressed,
    notChecked: relaxant.notChecked.map(gap),
    notAsked: relaxant.notAsked.map(gap),
  };
}
