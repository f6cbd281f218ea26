import { byCodeUnits } from '../chart/text-order';
import { LABS } from '../knowledge/labs';
import { CNS_CLASSES, LAB_NAMES } from '../knowledge/vocabulary';
import type { DrugId, LabName } from '../knowledge/vocabulary';
import type { Trigger } from '../knowledge/rule';
import { LOOK_BACK_DAYS } from '../knowledge/windows';
import { dated } from './evidence-date';
import { earlierMissing, sectionMissing } from './facts';
import type { Facts, MedicineFact } from './facts';
import { lastDayMissing } from './order-end';
import { judgeAge, judgeSex } from './patient-limbs';
import type { RelaxantFact } from './relaxants';
import type { Evidence, Missing, Verdict } from './types';
import { CLEAR, allOf, anyOf, fires, unknown } from './verdict';

/**
 * Judges one trigger for one relaxant. The meaning of each key of `Trigger` is the case of the same name below.
 * A limb that finds nothing is clear only when the sections that feed it were read in full.
 */
export function evaluate(trigger: Trigger, facts: Facts, relaxant: RelaxantFact): Verdict {
  if ('all' in trigger) return allOf(trigger.all.map((limb) => evaluate(limb, facts, relaxant)));
  if ('any' in trigger) return anyOf(trigger.any.map((limb) => evaluate(limb, facts, relaxant)));
  if ('always' in trigger) return fires(relaxant.evidence);
  if ('medicine' in trigger) return medicineLimb(trigger.medicine, trigger.recent === true, facts, relaxant);
  if ('medicineEach' in trigger)
    return allOf(trigger.medicineEach.map((name) => medicineLimb([name], false, facts, relaxant)));
  if ('condition' in trigger) return conditionLimb(trigger.condition, facts);
  if ('noCondition' in trigger) return noConditionLimb(trigger.noCondition, facts, relaxant);
  if ('age' in trigger) return judgeAge(trigger.age, facts);
  if ('ageBelow' in trigger) {
    const limit = trigger.ageBelow[relaxant.drug];
    return limit === undefined ? CLEAR : judgeAge({ max: limit - 1 }, facts);
  }
  if ('sex' in trigger) return judgeSex(trigger.sex, facts);
  if ('lab' in trigger) return labLimb(trigger, facts);
  if ('cnsActive' in trigger) return cnsLimb(trigger.cnsActive.min, facts);
  if ('otherRelaxant' in trigger) return otherRelaxantLimb(facts, relaxant);
  if ('sameAllergy' in trigger)
    return allergyLimb(
      facts,
      (names, text) =>
        names.has(relaxant.ingredient) ||
        RELAXANTS.test(text) ||
        (names.size === 0 && ANY_RELAXANT.test(text)) ||
        (relaxant.drug === 'diazepam' &&
          (BENZODIAZEPINES.test(text) || (names.size === 0 && /\bbenzo(?:diazepine)?\b/i.test(text)))),
    );
  if ('carbamateAllergy' in trigger)
    return allergyLimb(facts, (names) => CARBAMATES.some((name) => names.has(name)));
  if ('allergyTo' in trigger) {
    const { allergyTo } = trigger;
    if (allergyTo === 'any-medicine') return allergyLimb(facts, (names) => names.size > 0);
    return allergyLimb(facts, (names) => allergyTo.some((name) => names.has(name)));
  }
  if ('dailyDose' in trigger) return doseLimb(trigger.dailyDose, relaxant);
  if ('dailyDoseAbove' in trigger) {
    const above = trigger.dailyDoseAbove[relaxant.metaxalone640 ? 'metaxalone_640' : relaxant.drug];
    return above === undefined ? CLEAR : doseLimb({ above }, relaxant);
  }
  if ('durationDays' in trigger) return durationLimb(trigger.durationDays.atLeast, relaxant);
  return anyOf(trigger.answer.map((token) => answerLimb(token, facts, relaxant)));
}

/** Class of a product's own active ingredient: a drug never interacts with itself. Other ingredients of a combination do. */
const OWN_CLASSES: Readonly<Partial<Record<DrugId, readonly string[]>>> = {
  diazepam: ['benzodiazepine'],
  orphenadrine_asa_caffeine: ['nsaid'],
};

/**
 * Allergy lists of EHRs name whole classes too. "Baclofen (muscle relaxant)" is an allergy to baclofen alone, and those that paralyse
 * for an operation are another class.
 */
const RELAXANTS = /^(?!.*(?:depolari|neuromusc|anesth|no known)).*\bmuscle relax(?:ant|er)s\b/im;
/** "Muscle relaxant - rash", "Relaxants, muscle": the class too, where no medicine is named and the words stand in no bracket behind one. */
const ANY_RELAXANT =
  /^(?!.*(?:depolari|neuromusc|anesth|no known)).*(?:(?<!\([^)]*)\bmuscle relax(?:ant|er)\b|\brelax(?:ant|er)s?, (?:skeletal )?muscle\b)/im;
const BENZODIAZEPINES = /\bbenzo(?:diazepine)?s\b/i;

/** Carbamates whose allergy matters to carisoprodol (meprobamate is its metabolite) and methocarbamol. */
const CARBAMATES = ['meprobamate', 'carisoprodol', 'felbamate', 'methocarbamol'];

function inClass(medicine: MedicineFact, name: string, relaxant: RelaxantFact): boolean {
  if (!medicine.classes.has(name)) return false;
  const own = medicine.drugs.includes(relaxant.drug);
  return !own || OWN_CLASSES[relaxant.drug]?.includes(name) !== true;
}

function withClass(medicine: MedicineFact, name: string): Evidence {
  const group = medicine.classes.get(name);
  return group === undefined ? medicine.evidence : { ...medicine.evidence, basis: group.basis, by: group.by };
}

function medicineLimb(
  classes: readonly string[],
  recent: boolean,
  facts: Facts,
  relaxant: RelaxantFact,
): Verdict {
  const evidence: Evidence[] = [];
  for (const medicine of facts.medicines) {
    const name = classes.find((candidate) => inClass(medicine, candidate, relaxant));
    if (name !== undefined) evidence.push(withClass(medicine, name));
  }
  if (recent)
    for (const medicine of facts.ended) {
      const name = classes.find(
        (candidate) =>
          inClass(medicine, candidate, relaxant) &&
          // An undated stop cannot be placed outside the look-back, so it counts.
          (medicine.endedDaysAgo ?? 0) <= (LOOK_BACK_DAYS[candidate] ?? -1),
      );
      if (name !== undefined) evidence.push({ ...withClass(medicine, name), detail: endedWords(medicine) });
    }
  if (evidence.length > 0) return fires(evidence);
  return clearUnless([
    sectionMissing(facts, 'MedicationRequest'),
    recent ? earlierMissing(facts) : undefined,
    // Over by its first day, it may have been taken until yesterday when its end is not stated.
    recent
      ? lastDayMissing(
          facts.ended.flatMap((medicine) =>
            medicine.endNotStated && classes.some((name) => inClass(medicine, name, relaxant))
              ? [medicine.order]
              : [],
          ),
        )
      : undefined,
  ]);
}

function endedWords({ endedDaysAgo: days, endedEarlier }: MedicineFact): string {
  if (days === undefined || (days === 0 && endedEarlier)) return 'ended, day not in the chart';
  if (endedEarlier) return `ended ${days} or more days ago`;
  return days === 0 ? 'ended today' : `ended ${days} days ago`;
}

function clearUnless(missing: readonly (Missing | undefined)[]): Verdict {
  const real = missing.filter((item) => item !== undefined);
  return real.length > 0 ? unknown(real) : CLEAR;
}

/** Aspirin and carbamate reactions stand in the allergy list, the rest in the problem list. */
const ALLERGY_TOKENS = new Set(['aspirin_allergy']);

function conditionLimb(tokens: readonly string[], facts: Facts): Verdict {
  const evidence = tokens.flatMap((token) =>
    (facts.conditions.get(token) ?? []).map((item) => ({ ...item, label: token })),
  );
  if (evidence.length > 0) return fires(evidence);
  return clearUnless([
    ...tokens.flatMap((token) => facts.openConditions.get(token) ?? []),
    sectionMissing(facts, 'Condition'),
    tokens.some((token) => ALLERGY_TOKENS.has(token))
      ? sectionMissing(facts, 'AllergyIntolerance')
      : undefined,
  ]);
}

/** An absence test: never fires on a list that was not read in full. */
function noConditionLimb(tokens: readonly string[], facts: Facts, relaxant: RelaxantFact): Verdict {
  if (tokens.some((token) => facts.conditions.has(token))) return CLEAR;
  const missing = sectionMissing(facts, 'Condition');
  return missing === undefined ? fires(relaxant.evidence) : unknown([missing]);
}

const LAB_WORDS: Readonly<Record<LabName, string>> = {
  egfr: LABS.egfr.name,
  crcl: LABS.crcl.name,
  alt_xuln: LABS.alt.name,
};

function labLimb(
  trigger: { readonly lab: LabName; readonly below?: number; readonly atLeast?: number },
  facts: Facts,
): Verdict {
  const lab = facts.labs[LAB_NAMES[LAB_NAMES.indexOf(trigger.lab)] ?? trigger.lab];
  if (!lab.known) return unknown([lab.missing]);
  const { below, atLeast } = trigger;
  // Bounds: ">60" spans 60 to infinity. It fires or clears only when the whole span lies on one side.
  const surelyIn = (atLeast === undefined || lab.low >= atLeast) && (below === undefined || lab.high < below);
  const surelyOut =
    (atLeast !== undefined && lab.high < atLeast) || (below !== undefined && lab.low >= below);
  if (surelyIn) return fires([lab.evidence]);
  if (surelyOut && lab.fresh) return CLEAR;
  const why = surelyOut ? (lab.doubt ?? lab.evidence.detail) : `only a bound: ${lab.evidence.label}`;
  return unknown([{ key: trigger.lab, kind: 'lab', why: `${LAB_WORDS[trigger.lab]} (${why})` }]);
}

/**
 * CNS-active medicines: each relaxant, and each other medicine of a CNS class. A medicine is not a further one when an ingredient of it
 * stands already with all its CNS classes: a second order of oxycodone is not, carisoprodol with codeine is.
 */
function cnsLimb(min: number, facts: Facts): Verdict {
  const counted = new Map<string, { readonly classes: readonly string[]; readonly evidence: Evidence }>();
  for (const relaxant of facts.relaxants) {
    const [evidence] = relaxant.evidence;
    if (relaxant.state !== 'stopped' && evidence !== undefined)
      counted.set(relaxant.ingredient, { classes: OWN_CLASSES[relaxant.drug] ?? [], evidence });
  }
  // Fewest ingredients first: the result does not hang on the order of the list.
  const medicines = [...facts.medicines].sort(
    (a, b) =>
      a.ingredients.length - b.ingredients.length || byCodeUnits(a.evidence.reference, b.evidence.reference),
  );
  for (const medicine of medicines) {
    const classes = CNS_CLASSES.filter((candidate) => medicine.classes.has(candidate));
    const [name] = classes;
    if (name === undefined) continue;
    const standing = [medicine.evidence.label, ...medicine.ingredients].some((key) => {
      const known = counted.get(key)?.classes;
      return known !== undefined && classes.every((candidate) => known.includes(candidate));
    });
    if (!standing) counted.set(medicine.evidence.label, { classes, evidence: withClass(medicine, name) });
  }
  if (counted.size >= min) return fires([...counted.values()].map(({ evidence }) => evidence));
  return clearUnless([sectionMissing(facts, 'MedicationRequest')]);
}

function otherRelaxantLimb(facts: Facts, relaxant: RelaxantFact): Verdict {
  const others = facts.relaxants.filter((other) => other.drug !== relaxant.drug && other.state !== 'stopped');
  if (others.length > 0) return fires(others.flatMap((other) => other.evidence));
  return clearUnless([sectionMissing(facts, 'MedicationRequest')]);
}

function allergyLimb(
  facts: Facts,
  matches: (ingredients: ReadonlySet<string>, text: string) => boolean,
): Verdict {
  const evidence: Evidence[] = [];
  for (const { entry, substance } of facts.recognised.allergies) {
    if (!matches(new Set(substance.ingredients), entry.names.join('\n'))) continue;
    evidence.push({
      reference: entry.reference,
      text: entry.text,
      ...dated(entry.recorded),
      detail: ['recorded allergy', ...entry.reactions].join(': '),
      basis: substance.basis ?? 'name',
      by: 'substance',
      label: entry.text,
    });
  }
  if (evidence.length > 0) return fires(evidence);
  const notAsked = facts.recognised.allergiesNotAsked
    ? {
        key: 'AllergyIntolerance',
        kind: 'section' as const,
        why: 'recorded allergies (chart says not asked)',
      }
    : undefined;
  return clearUnless([sectionMissing(facts, 'AllergyIntolerance') ?? notAsked]);
}

function doseLimb(
  { above, atLeast }: { readonly above?: number; readonly atLeast?: number },
  relaxant: RelaxantFact,
): Verdict {
  const dose = relaxant.dailyDoseMg;
  if (dose === undefined)
    return unknown([
      { key: 'dailyDose', kind: 'dose', why: `daily dose of ${relaxant.ingredient} (not calculated)` },
    ]);
  const over = (above !== undefined && dose > above) || (atLeast !== undefined && dose >= atLeast);
  if (!over) return CLEAR;
  return fires(relaxant.evidence.map((item) => ({ ...item, basis: 'value', detail: `${dose} mg a day` })));
}

function durationLimb(atLeast: number, relaxant: RelaxantFact): Verdict {
  const days = relaxant.durationDays;
  if (days === undefined)
    return unknown([
      { key: 'duration', kind: 'duration', why: `how long ${relaxant.ingredient} is taken (not stated)` },
    ]);
  if (days >= atLeast)
    return fires(relaxant.evidence.map((item) => ({ ...item, basis: 'value', detail: `${days} days` })));
  if ((relaxant.durationAtMost ?? days) < atLeast) return CLEAR;
  const why = `how long ${relaxant.ingredient} is taken (end of an earlier order not in the chart)`;
  return unknown([{ key: 'duration', kind: 'duration', why }]);
}

function answerLimb(token: string, facts: Facts, relaxant: RelaxantFact): Verdict {
  const answer = facts.answers[token];
  if (answer === true)
    return fires([
      {
        reference: `answer/${token}`,
        text: token,
        detail: 'answered yes at the visit',
        basis: 'answer',
        by: 'clinician',
        label: token,
      },
    ]);
  if (token === 'stopping_or_gap' && relaxant.stopping !== undefined) return fires([relaxant.stopping]);
  if (answer === false) return CLEAR;
  return unknown([{ key: token, kind: 'answer', why: `${token.replaceAll('_', ' ')} (not asked)` }]);
}
