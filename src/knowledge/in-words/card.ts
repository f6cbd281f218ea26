import { SOURCE_ATTRIBUTES } from '../attributes';
import type {
  Citation,
  RedFlagRule,
  RuleBasis,
  SourceAttributes,
  WrittenCautionRule,
  WrittenRedFlagRule,
} from '../rule';
import { SOURCES } from '../sources';
import type { Source } from '../rule';
import type { RedFlagTier, Severity } from '../vocabulary';
import { limbWords } from './limb';
import type { LimbWords } from './limb';
import {
  BASIS_NAMES,
  DRUG_NAMES,
  PATIENT_LINE_NAMES,
  SEVERITY_NAMES,
  START_NAMES,
  TIER_NAMES,
} from './names';
import { cautionWords } from './trigger';
import type { CautionWords } from './trigger';

/** One rule as a reader who does not program sees it: on the page for review and on the screen of sources. */
export interface RuleCard {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly grade: Severity | RedFlagTier;
  readonly gradeName: string;
  /** Relaxants by name; undefined for a red flag. */
  readonly drugs: readonly string[] | undefined;
  readonly trigger:
    | { readonly kind: 'caution'; readonly words: CautionWords }
    | { readonly kind: 'red-flag'; readonly limbs: readonly LimbWords[] };
  readonly short: string;
  readonly clinician: string;
  readonly consider: string;
  readonly patient: string;
  /** How the line reaches the paper, and whether it is sensitive. */
  readonly patientLine: string;
  readonly sensitive: boolean;
  readonly starts: string | undefined;
  readonly basis: string;
  /** What of the trigger is this project's own choice. */
  readonly own: readonly string[];
  readonly sources: readonly CitedSource[];
  readonly attributes: readonly (readonly [string, string])[];
}

export interface CitedSource extends Citation {
  readonly from: Source;
}

export const cited = (sources: readonly Citation[]): readonly CitedSource[] =>
  sources.map((citation) => ({ ...citation, from: SOURCES[citation.source] }));

/** Sentences in which a rule names its own choices. */
const OWN =
  /working definition|\bextension\b|extended|choice of this project|\binference\b|\bby analogy\b|counts? here|clinical reasoning|\bstands? for\b|\bis applied\b|thresholds? here|is the tier here|treats it the same way/i;

function ownChoices({ clinician }: RuleBasis): readonly string[] {
  return clinician.split(/(?<=[.?!])\s+/).filter((sentence) => OWN.test(sentence));
}

/** Names of the 13 source attributes in the order of 45 CFR 170.315(b)(11)(iv)(A). */
const ATTRIBUTE_NAMES: readonly (readonly [keyof SourceAttributes, string])[] = [
  ['bibliographicCitation', 'Bibliographic citation'],
  ['developer', 'Developer'],
  ['funding', 'Funding of development'],
  ['releaseAndRevision', 'Release and revision dates'],
  ['race', 'Use of race'],
  ['ethnicity', 'Use of ethnicity'],
  ['language', 'Use of language'],
  ['sexualOrientation', 'Use of sexual orientation'],
  ['genderIdentity', 'Use of gender identity'],
  ['sex', 'Use of sex'],
  ['dateOfBirth', 'Use of date of birth'],
  ['socialDeterminants', 'Use of social determinants of health'],
  ['healthStatusAssessment', 'Use of health status assessments'],
];

/** The project's answers, or with a rule's own where it differs. */
export const attributesOf = (own: Partial<SourceAttributes> = {}): readonly (readonly [string, string])[] =>
  ATTRIBUTE_NAMES.map(([key, name]) => [name, own[key] ?? SOURCE_ATTRIBUTES[key]] as const);

export function cautionCard(rule: WrittenCautionRule): RuleCard {
  return {
    id: rule.id,
    version: rule.version,
    title: rule.title,
    grade: rule.severity,
    gradeName: SEVERITY_NAMES[rule.severity],
    drugs: (rule.drugs === 'all' ? [] : rule.drugs).map((drug) => DRUG_NAMES[drug]),
    trigger: { kind: 'caution', words: cautionWords(rule) },
    short: rule.short,
    clinician: rule.clinician,
    consider: rule.consider,
    patient: rule.patient,
    patientLine: PATIENT_LINE_NAMES[rule.patientLine],
    sensitive: rule.patientLine === 'sensitive',
    starts: START_NAMES[rule.start],
    basis: BASIS_NAMES[rule.basis],
    own: ownChoices(rule),
    sources: cited(rule.sources),
    attributes: attributesOf(rule.attributes),
  };
}

const RANK: readonly RedFlagTier[] = ['emergency', 'urgent-sameday', 'urgent', 'consider'];

/** The worst tier that a red flag can have. */
function worstTier({ limbs }: RedFlagRule): RedFlagTier {
  const tiers = limbs.flatMap((limb) => ('bands' in limb ? limb.bands.map(({ tier }) => tier) : [limb.tier]));
  return RANK.find((tier) => tiers.includes(tier)) ?? 'consider';
}

export function redFlagCard(rule: WrittenRedFlagRule): RuleCard {
  const grade = worstTier(rule);
  return {
    id: rule.id,
    version: rule.version,
    title: rule.title,
    grade,
    gradeName: TIER_NAMES[grade],
    drugs: undefined,
    trigger: { kind: 'red-flag', limbs: rule.limbs.map(limbWords) },
    short: rule.short,
    clinician: rule.clinician,
    consider: rule.consider,
    patient: rule.patient,
    patientLine:
      'not printed by itself: the paper lists the danger signs for everyone. Neutral: a private reason is never named',
    sensitive: false,
    starts: undefined,
    basis: BASIS_NAMES[rule.basis],
    own: ownChoices(rule),
    sources: cited(rule.sources),
    attributes: attributesOf(rule.attributes),
  };
}
