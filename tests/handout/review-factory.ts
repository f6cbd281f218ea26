import type { ChartDate, DosageReading, MedicationOrder, SectionStatus } from '../../src/chart/types';
import type { CautionRule } from '../../src/knowledge/rule';
import type { DrivingTier, DrugId, RedFlagTier, Severity } from '../../src/knowledge/vocabulary';
import { DEFAULT_CHOICES } from '../../src/handout/model';
import type { HandoutChoices, HandoutInput, HandoutSite } from '../../src/handout/model';
import type {
  CautionHit,
  Evidence,
  OtherMedicine,
  RedFlagHit,
  RelaxantReview,
  Review,
  RuleGap,
} from '../../src/review/types';

export const AS_OF = '2026-11-22';

export const SITE: HandoutSite = {
  clinic: { name: 'Oak Street Clinic', phone: '(555) 010-0100', afterHoursPhone: '(555) 010-0101' },
  emergencyNumber: '911',
  poisonLine: '1-800-222-1222',
  pageSize: 'Letter',
};

export const day = (text: string): ChartDate => ({ text, day: text, precision: 'day' });

export function dosage(changes: Partial<DosageReading> = {}): DosageReading {
  return {
    text: 'Take 1 tablet at bedtime for 5 days',
    read: true,
    asNeeded: false,
    dose: { low: 1, high: 1, unit: 'tablet' },
    timesPerDay: 1,
    slots: { morning: 0, noon: 0, evening: 0, bedtime: 1 },
    days: 5,
    patientReadable: true,
    ...changes,
  };
}

export function order(
  reference: string,
  text: string,
  changes: Partial<MedicationOrder> = {},
): MedicationOrder {
  return {
    kind: 'medication',
    resourceType: 'MedicationRequest',
    reference,
    text,
    status: 'active',
    intent: 'order',
    doNotPerform: false,
    reported: false,
    categories: [],
    source: 'inline',
    codings: [],
    names: [text],
    routeTexts: [],
    dosages: [dosage()],
    authoredOn: day('2026-11-22'),
    supply: { start: day('2026-11-22'), repeats: 0 },
    ...changes,
  };
}

const PRODUCTS: Readonly<Partial<Record<DrugId, string>>> = {
  cyclobenzaprine_ir: 'cyclobenzaprine hydrochloride 5 MG Oral Tablet',
  tizanidine: 'tizanidine 4 MG Oral Tablet',
  carisoprodol: 'carisoprodol 350 MG Oral Tablet',
  diazepam: 'diazepam 5 MG Oral Tablet',
  methocarbamol: 'methocarbamol 750 MG Oral Tablet',
  baclofen: 'baclofen 10 MG Oral Tablet',
};

export function relaxant(drug: DrugId, changes: Partial<RelaxantReview> = {}): RelaxantReview {
  const text = PRODUCTS[drug] ?? `${drug} 10 MG Oral Tablet`;
  return {
    drug,
    name: drug,
    orders: [order(`MedicationRequest/${drug}`, text)],
    state: 'current',
    stale: false,
    text,
    route: 'oral',
    formStated: true,
    matchedBy: 'code',
    durationDays: 5,
    driving: driving('D2'),
    cautions: [],
    suppressed: [],
    notChecked: [],
    notAsked: [],
    ...changes,
  };
}

export const driving = (
  tier: DrivingTier,
  raisedBy: readonly Evidence[] = [],
): RelaxantReview['driving'] => ({
  base: tier,
  tier,
  raisedBy,
  notChecked: [],
});

export function evidence(reference: string, label: string, changes: Partial<Evidence> = {}): Evidence {
  return {
    reference,
    text: label,
    detail: 'current order',
    basis: 'code',
    by: 'RxNorm 1',
    label,
    ...changes,
  };
}

/** A rule as the knowledge ships it, for tests that must not wait for one. */
export function rule(id: string, changes: Partial<CautionRule> = {}): CautionRule {
  return {
    id,
    version: '2026.11',
    title: id,
    drugs: 'all',
    trigger: { always: true },
    severity: 'serious',
    region: 'us',
    group: 'breathing',
    start: 'open',
    short: 'Short.',
    consider: 'Consider.',
    patientLine: 'watch',
    patient: 'You also take {other}. Both can slow your breathing. Ask us before you take both.',
    basis: 'label',
    ...changes,
  };
}

export function hit(
  of: CautionRule,
  found: readonly Evidence[] = [],
  severity: Severity = of.severity,
): CautionHit {
  return { rule: of, severity, escalated: severity !== of.severity, evidence: found, escalationMissing: [] };
}

export const gap = (of: CautionRule): RuleGap => ({
  rule: of,
  missing: [{ key: 'duration', kind: 'duration', why: 'duration not stated' }],
});

export const other = (
  reference: string,
  ingredients: readonly string[],
  classes: readonly string[],
): OtherMedicine => ({
  reference,
  text: ingredients.join(' / '),
  ingredients,
  classes,
});

export const redFlag = (id: string, tier: RedFlagTier): RedFlagHit => ({
  rule: {
    id,
    version: '2026.11',
    title: id,
    limbs: [],
    short: '',
    consider: '',
    basis: 'guideline',
  },
  tier,
  evidence: [evidence('Condition/1', 'cancer_history')],
});

const COMPLETE: SectionStatus = 'complete';

export function review(changes: Partial<Review> = {}): Review {
  return {
    patient: {
      id: 'p1',
      name: 'Maria Lopez',
      birthDate: day('1954-03-14'),
      age: 72,
      sex: 'female',
      languages: ['en'],
      interpreterNeeded: false,
    },
    asOf: AS_OF,
    knowledge: '2026.11',
    completeness: {
      Condition: COMPLETE,
      MedicationRequest: COMPLETE,
      AllergyIntolerance: COMPLETE,
      Observation: COMPLETE,
      Procedure: COMPLETE,
    },
    gaps: [],
    relaxants: [relaxant('cyclobenzaprine_ir')],
    redFlags: [],
    redFlagsNotChecked: [],
    notes: [],
    dataGaps: [],
    didNotCount: [],
    unrecognised: [],
    otherMedicines: [],
    selfCare: { conditions: [], allergies: [], egfrBelow60: false },
    other: 0,
    checksRun: 10,
    checksTotal: 10,
    ...changes,
  };
}

export function input(
  of: Review,
  choices: Partial<HandoutChoices> = {},
  site: Partial<HandoutSite> = {},
): HandoutInput {
  return {
    review: of,
    choices: { ...DEFAULT_CHOICES, ...choices },
    site: { ...SITE, ...site },
  };
}
