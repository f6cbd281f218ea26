import type { Chart, MedicationOrder, SectionReport } from '../../src/chart/types';
import { TIZANIDINE_RULES } from '../../src/knowledge/cautions/tizanidine';
import type { CautionRule, RedFlagRule } from '../../src/knowledge/rule';
import type { DrugId } from '../../src/knowledge/vocabulary';
import { present } from '../../src/review/presentation';
import type { CautionHit, Evidence, RelaxantReview, Review } from '../../src/review/types';
import type { Reading } from '../../src/workspace/hold';

/** A synthetic patient, made by hand: Maria Lopez, 72, two relaxants, ciprofloxacin and oxycodone, a cancer history, allergies not permitted. */
export const SITE = {
  clinic: { name: 'Oak Street Clinic', phone: '(555) 010-0100', afterHoursPhone: '(555) 010-0101' },
  emergencyNumber: '911',
  poisonLine: '1-800-222-1222',
  pageSize: 'Letter',
  testSystem: false,
  formulary: 'us',
  support: 'Help desk, extension 4000',
} as const;

export const NOW = new Date(2026, 10, 22, 10, 42);

const complete = (count: number): SectionReport => ({ status: 'complete', gaps: [], count });
export const NOT_PERMITTED: SectionReport = {
  status: 'not-permitted',
  gaps: ['The EHR did not permit BackSafe to read recorded allergies.'],
  count: 0,
};

export const CHART: Chart = {
  patient: {
    id: 'lopez',
    name: 'Maria Lopez',
    birthDate: { text: '1954-03-14', day: '1954-03-14', precision: 'day' },
    sex: 'female',
    deceased: false,
    languages: ['en'],
    interpreterNeeded: false,
  },
  sections: {
    Condition: complete(4),
    MedicationRequest: complete(5),
    AllergyIntolerance: NOT_PERMITTED,
    Observation: complete(3),
    Procedure: complete(0),
  },
  medicationHistory: complete(5),
  medications: [],
  conditions: [],
  allergies: [],
  observations: [],
  procedures: [],
  answers: [],
  notices: [],
  foreignEntries: 0,
};

export function order(id: string, text: string, sig: string, day: string): MedicationOrder {
  const date = { text: day, day, precision: 'day' } as const;
  return {
    kind: 'medication',
    resourceType: 'MedicationRequest',
    reference: `MedicationRequest/${id}`,
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
    dosages: [{ text: sig, read: false, asNeeded: false, patientReadable: true }],
    authoredOn: date,
    supply: { start: date, repeats: 0 },
  };
}

const evidence = (part: Partial<Evidence> & Pick<Evidence, 'reference' | 'text' | 'label'>): Evidence => ({
  detail: 'current order',
  basis: 'code',
  by: 'RxNorm 2551',
  ...part,
});

export const CIPRO = evidence({
  reference: 'MedicationRequest/cipro',
  text: 'ciprofloxacin 500 MG Oral Tablet',
  label: 'ciprofloxacin',
  date: '2026-11-20',
});
export const OXYCODONE = evidence({
  reference: 'MedicationRequest/oxy',
  text: 'oxycodone 5 MG Oral Tablet',
  label: 'oxycodone',
  date: '2026-11-19',
  by: 'RxNorm 1049621',
});
const LISINOPRIL = evidence({
  reference: 'MedicationRequest/lis',
  text: 'lisinopril 10 MG Oral Tablet',
  label: 'lisinopril',
  date: '2021-03-02',
  by: 'RxNorm 29046',
});

function strongInhibitor(): CautionRule {
  const rule = TIZANIDINE_RULES.find((one) => one.id === 'TIZ-CYP1A2-STRONG');
  if (rule === undefined) throw new Error('TIZ-CYP1A2-STRONG is not in the knowledge');
  return rule;
}
export const LEVEL_RULE = strongInhibitor();

/** A rule of the shape of the shipped ones, for a severity and group that a test needs. */
export const rule = (part: Partial<CautionRule> & Pick<CautionRule, 'id' | 'title'>): CautionRule => ({
  ...LEVEL_RULE,
  drugs: 'all',
  severity: 'serious',
  group: 'breathing',
  short: 'Boxed warning: avoid the pair, or lowest dose, shortest time, naloxone.',
  consider: 'Consider one sedating medicine only. Naloxone at home where both stay.',
  patientLine: 'watch',
  patient: 'You also take {other}. Both can slow your breathing. Ask us before you take both.',
  ...part,
});

export const hit = (of: CautionRule, found: readonly Evidence[]): CautionHit => ({
  rule: of,
  severity: of.severity,
  escalated: false,
  evidence: found,
  escalationMissing: [],
});

const OPIOID = rule({ id: 'X-OPIOID', title: 'Opioid with a relaxant' });
const PRESSURE = rule({
  id: 'X-BP-MEDS',
  title: 'Blood pressure medicine with a relaxant',
  group: 'pressure',
  severity: 'caution',
  start: 'cautions',
  short: 'Low blood pressure can add up.',
});

export function relaxant(
  drug: DrugId,
  name: string,
  text: string,
  part: Partial<RelaxantReview> = {},
): RelaxantReview {
  const first = order(drug, text, 'Take 1 tablet at bedtime', '2026-11-19');
  return {
    drug,
    name,
    orders: [first],
    state: 'current',
    stale: false,
    text,
    route: 'oral',
    formStated: true,
    matchedBy: 'code',
    since: { text: '2026-11-19', day: '2026-11-19', precision: 'day' },
    driving: { base: 'D2', tier: 'D3', raisedBy: [OXYCODONE], notChecked: [] },
    cautions: [],
    suppressed: [],
    notChecked: [],
    notAsked: [],
    ...part,
  };
}

const CANCER: RedFlagRule = {
  id: 'CANCER_HISTORY',
  version: '2026.11',
  title: 'Cancer history',
  limbs: [{ condition: 'cancer_history', bands: [{ tier: 'urgent', origin: 'CMS166v7' }] }],
  short: 'Past cancer raises the chance that back pain comes from the spine itself.',
  consider: 'Consider imaging and blood tests when symptoms fit.',
  basis: 'guideline',
};

export const REVIEW: Review = {
  patient: {
    id: 'lopez',
    name: 'Maria Lopez',
    birthDate: { text: '1954-03-14', day: '1954-03-14', precision: 'day' },
    age: 72,
    sex: 'female',
    languages: ['en'],
    interpreterNeeded: false,
  },
  asOf: '2026-11-22',
  knowledge: '2026.11',
  completeness: {
    Condition: 'complete',
    MedicationRequest: 'complete',
    AllergyIntolerance: 'not-permitted',
    Observation: 'complete',
    Procedure: 'complete',
  },
  gaps: NOT_PERMITTED.gaps,
  relaxants: [
    relaxant('cyclobenzaprine_ir', 'cyclobenzaprine', 'cyclobenzaprine 10 MG Oral Tablet', {
      cautions: [hit(OPIOID, [OXYCODONE]), hit(PRESSURE, [LISINOPRIL])],
      dailyDoseMg: 10,
      durationDays: 5,
    }),
    relaxant('tizanidine', 'tizanidine', 'tizanidine 4 MG Oral Tablet', {
      stale: true,
      matchedBy: 'name',
      since: { text: '2024-02', day: '2024-02-01', precision: 'month' },
      cautions: [hit(LEVEL_RULE, [CIPRO]), hit(OPIOID, [OXYCODONE])],
      notChecked: [
        {
          rule: rule({ id: 'X-ALLERGY', title: 'Recorded allergy', severity: 'contraindicated' }),
          missing: [
            { key: 'AllergyIntolerance', kind: 'section', why: 'recorded allergies (not permitted)' },
          ],
        },
      ],
    }),
  ],
  redFlags: [
    {
      rule: CANCER,
      tier: 'urgent',
      evidence: [
        evidence({
          reference: 'Condition/7',
          text: 'Personal history of malignant neoplasm of breast',
          label: 'cancer history',
          date: '2014-05-02',
          detail: 'active · problem list',
          by: 'ICD-10-CM Z85.3',
        }),
      ],
    },
  ],
  redFlagsNotChecked: [],
  notes: [],
  dataGaps: [],
  didNotCount: [{ reference: 'Condition/9', text: 'Sepsis', reason: 'refuted' }],
  unrecognised: [],
  otherMedicines: [
    {
      reference: 'MedicationRequest/oxy',
      text: 'oxycodone 5 MG Oral Tablet',
      ingredients: ['oxycodone'],
      classes: ['opioid'],
    },
  ],
  other: 3,
  checksRun: 24,
  checksTotal: 26,
};

/** The same patient with every section read and nothing found. */
export const NOTHING: Review = {
  ...REVIEW,
  completeness: { ...REVIEW.completeness, AllergyIntolerance: 'complete' },
  gaps: [],
  relaxants: [
    relaxant('methocarbamol', 'methocarbamol', 'methocarbamol 500 MG Oral Tablet', {
      driving: { base: 'D1', tier: 'D1', raisedBy: [], notChecked: [] },
    }),
  ],
  redFlags: [],
  didNotCount: [],
  otherMedicines: [],
  checksRun: 26,
};
export const ALL_READ: Chart = { ...CHART, sections: { ...CHART.sections, AllergyIntolerance: complete(1) } };

export const reading = (review: Review): Reading => ({ review, shown: present(review) });
