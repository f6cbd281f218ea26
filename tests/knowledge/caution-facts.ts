import type { MedicationOrder, SectionReport } from '../../src/chart/types';
import type { CautionRule } from '../../src/knowledge/rule';
import type { DrugId, LabName } from '../../src/knowledge/vocabulary';
import type { AgeRange } from '../../src/review/calendar';
import { reviewCautions } from '../../src/review/cautions';
import type { Facts, MedicineFact } from '../../src/review/facts';
import type { LabFact } from '../../src/review/labs';
import type { RecognisedAllergy } from '../../src/review/recognise';
import { baseIngredient } from '../../src/review/relaxants';
import type { RelaxantFact } from '../../src/review/relaxants';
import type { Evidence } from '../../src/review/types';

/**
 * Facts from one line, so that a case reads as a chart: `tizanidine age:72 med:opioid cond:falls lab:egfr=42`.
 *
 * - `age:65` (`age:64-65` when the birth date allows both), `sex:female`, `dose:81` (mg a day), `days:22`, `tablet:640`
 * - `med:opioid` current, `ended:maoi=10` ended 10 days ago, `with:methocarbamol` another relaxant
 * - `open:falls` an entry that the chart leaves open (not confirmed, or without a date)
 * - `cond:falls`, `lab:egfr=59`, `allergy:baclofen`, `answer:commercial_driver` (yes)
 * - `no:X`: X could not be read: a section (`Condition`), a lab, `age`, `sex`, `dose`, `days`, or a question that nobody asked
 *
 * What a line does not say is a healthy man of 40, read in full, with normal labs, three days of a small dose, and every question answered no.
 */
export interface Case {
  readonly facts: Facts;
  readonly relaxant: RelaxantFact;
}

const AS_OF = '2026-11-22';
const NORMAL: Readonly<Record<LabName, number>> = { egfr: 95, crcl: 100, alt_xuln: 0.6 };

export function readCase(line: string): Case {
  const [drug = '', ...words] = line.split(' ');
  const all = (key: string) =>
    words.filter((word) => word.startsWith(`${key}:`)).map((word) => word.slice(key.length + 1));
  const number = (key: string, otherwise: number) => Number(all(key)[0] ?? otherwise);
  const unread = new Set(all('no'));

  const relaxant = relaxantFact(drug as DrugId, {
    dailyDoseMg: unread.has('dose') ? undefined : number('dose', 1),
    durationDays: unread.has('days') ? undefined : number('days', 3),
    metaxalone640: all('tablet').includes('640'),
  });
  const others = all('with').map((other) => relaxantFact(other as DrugId, {}));
  const sections = (
    ['Condition', 'MedicationRequest', 'AllergyIntolerance', 'Observation', 'Procedure'] as const
  ).map((name) => [name, report(unread.has(name))] as const);
  const conditions = new Map(
    all('cond').map((token) => [token, [evidence(`Condition/${token}`, token)]] as const),
  );
  const labs = Object.entries(NORMAL).map(([name, normal]) => {
    const stated = all('lab').find((lab) => lab.startsWith(`${name}=`));
    const value = stated === undefined ? normal : Number(stated.split('=')[1]);
    return [name, labFact(name, value, unread.has(name))] as const;
  });
  const answers = Object.fromEntries(
    QUESTIONS.filter((question) => !unread.has(question)).map((question) => [
      question,
      all('answer').includes(question),
    ]),
  );
  const facts: Facts = {
    asOf: AS_OF,
    age: unread.has('age') ? undefined : ages(all('age')[0] ?? '40'),
    sex: unread.has('sex') ? 'unknown' : all('sex').includes('female') ? 'female' : 'male',
    patientReference: 'Patient/p',
    sections: Object.fromEntries(sections) as Facts['sections'],
    medicationHistory: report(unread.has('MedicationRequest')),
    recognised: {
      orders: [],
      conditions: [],
      allergies: all('allergy').map(allergy),
      procedures: [],
      allergiesNotAsked: false,
      didNotCount: [],
      unrecognised: [],
      other: 0,
    },
    relaxants: [relaxant, ...others],
    medicines: all('med').map((name, index) => medicine(name, index, 0)),
    ended: all('ended').map((text, index) => {
      const [name = '', days = '0'] = text.split('=');
      return medicine(name, index, Number(days));
    }),
    conditions,
    openConditions: new Map(
      all('open').map((token) => [token, [{ key: 'entry', kind: 'entry', why: token }]] as const),
    ),
    labs: Object.fromEntries(labs) as Facts['labs'],
    vitals: { temperatures: [], weights: [] },
    newest: undefined,
    answers,
    earlierYes: new Map(),
    notNew: new Set(),
  };
  return { facts, relaxant };
}

function ages(text: string): AgeRange {
  const [youngest = 0, oldest = youngest] = text.split('-').map(Number);
  return { youngest, oldest };
}

const QUESTIONS = [
  'spasticity_needed',
  'planning_pregnancy',
  'no_contraception',
  'commercial_driver',
  'stopping_or_gap',
  'metaxalone_640_switch',
  'baclofen_concentrate',
  'alcohol_heavy',
];

/** What the real engine says of one rule: `fires`, `clear`, or `unknown:` with the keys of what is missing. */
export function judge(rule: CautionRule, { facts, relaxant }: Case): string {
  // Alone: suppression by another rule is tested apart.
  const result = reviewCautions([{ ...rule, suppressedBy: [] }], facts, relaxant);
  if (result.cautions.length > 0) return 'fires';
  const gap = [...result.notChecked, ...result.notAsked][0];
  if (gap === undefined) return 'clear';
  return `unknown:${gap.missing
    .map((missing) => missing.key)
    .sort()
    .join(',')}`;
}

function report(unread: boolean): SectionReport {
  return unread
    ? { status: 'failed', gaps: ['could not be read'], count: 0 }
    : { status: 'complete', gaps: [], count: 1 };
}

function evidence(reference: string, text: string): Evidence {
  return { reference, text, detail: '', basis: 'code', by: 'code', label: text };
}

function relaxantFact(drug: DrugId, changes: Partial<RelaxantFact>): RelaxantFact {
  const ingredient = baseIngredient(drug);
  return {
    drug,
    ingredient,
    orders: [order(drug)],
    state: 'current',
    stale: false,
    formStated: true,
    matchedBy: 'code',
    route: 'oral',
    since: undefined,
    dailyDoseMg: 1,
    durationDays: 3,
    durationAtMost: 3,
    metaxalone640: false,
    stopping: undefined,
    stopDay: undefined,
    doseRaised: undefined,
    evidence: [evidence(`MedicationRequest/${drug}`, ingredient)],
    ...changes,
  };
}

function order(name: string): MedicationOrder {
  return {
    kind: 'medication',
    resourceType: 'MedicationRequest',
    reference: `MedicationRequest/${name}`,
    text: name,
    status: 'active',
    intent: 'order',
    doNotPerform: false,
    reported: false,
    categories: [],
    source: 'inline',
    codings: [],
    names: [name],
    routeTexts: [],
    dosages: [],
    supply: { repeats: 0 },
  };
}

/** Each `med:` word is a medicine of its own, even of the same class. */
function medicine(name: string, index: number, endedDaysAgo: number): MedicineFact {
  const own = `${name}-${index}`;
  return {
    order: order(own),
    ingredients: [own],
    classes: new Map([[name, { group: name, basis: 'code', by: 'code' }]]),
    drugs: [],
    evidence: evidence(`MedicationRequest/${own}`, own),
    endedDaysAgo,
  };
}

function labFact(name: string, value: number, unread: boolean): LabFact {
  return unread
    ? { known: false, missing: { key: name, kind: 'lab', why: `${name} (none on file)` } }
    : { known: true, low: value, high: value, fresh: true, evidence: evidence(`Observation/${name}`, name) };
}

function allergy(ingredient: string): RecognisedAllergy {
  return {
    entry: {
      kind: 'allergy',
      reference: `AllergyIntolerance/${ingredient}`,
      text: ingredient,
      codings: [],
      names: [ingredient.replaceAll('_', ' ')],
      reactions: [],
    },
    substance: {
      recognition: 'matched',
      ingredients: [ingredient],
      groups: [],
      relaxants: [],
      route: 'unknown',
    },
    groups: new Map(),
  };
}
