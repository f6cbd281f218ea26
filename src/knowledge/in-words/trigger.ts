import type { CautionRule, Trigger } from '../rule';
import { CNS_CLASSES } from '../vocabulary';
import type { DrugId } from '../vocabulary';
import { LOOK_BACK_DAYS, ORDER_DAYS, TOKEN_WINDOWS } from '../windows';
import { ANSWER_NAMES, CLASS_NAMES, CONDITION_NAMES, DRUG_NAMES, LAB_WORDS, SEVERITY_NAMES } from './names';
import { ageWords, days, joined, oneOf } from './words';
import type { Words } from './words';

/** When a caution rule stands, in plain words: the trigger, what raises it, and what hides it. */
export interface CautionWords {
  readonly when: Words;
  readonly raised?: string;
  readonly raisedWhen?: Words;
  /** Rules that are shown in its place, by id. */
  readonly hiddenBy: readonly string[];
}

export function cautionWords(rule: CautionRule): CautionWords {
  const { escalate, suppressedBy } = rule;
  const own = triggerWords(rule.trigger, rule.drugs);
  return {
    when:
      'always' in rule.trigger ? relaxantWords(rule.drugs) : joined('all', [relaxantWords(rule.drugs), own]),
    ...(escalate === undefined
      ? {}
      : {
          raised: SEVERITY_NAMES[escalate.to],
          raisedWhen:
            'always' in escalate.when
              ? relaxantWords(escalate.drugs ?? rule.drugs)
              : joined('all', [
                  ...(escalate.drugs === undefined ? [] : [relaxantWords(escalate.drugs)]),
                  triggerWords(escalate.when, rule.drugs),
                ]),
        }),
    hiddenBy: suppressedBy ?? [],
  };
}

const relaxantWords = (drugs: 'all' | readonly DrugId[]): Words =>
  drugs === 'all'
    ? 'any relaxant'
    : joined(
        'any',
        drugs.map((drug) => DRUG_NAMES[drug]),
      );

/** One trigger in plain words. Windows, thresholds and units are those that the review uses. */
export function triggerWords(trigger: Trigger, drugs: 'all' | readonly DrugId[] = 'all'): Words {
  if ('all' in trigger)
    return joined(
      'all',
      trigger.all.map((part) => triggerWords(part, drugs)),
    );
  if ('any' in trigger)
    return joined(
      'any',
      trigger.any.map((part) => triggerWords(part, drugs)),
    );
  if ('always' in trigger) return 'always';
  if ('medicine' in trigger) {
    const back = Math.max(...trigger.medicine.map((name) => LOOK_BACK_DAYS[name] ?? 0));
    const lead =
      trigger.recent === true ? `order, current or ended in the last ${days(back)}` : 'current order';
    return oneOf(
      lead,
      trigger.medicine.map((name) => CLASS_NAMES[name]),
    );
  }
  if ('medicineEach' in trigger)
    return joined(
      'all',
      trigger.medicineEach.map((name) => `current order: ${CLASS_NAMES[name]}`),
    );
  if ('condition' in trigger) return oneOf('on file', trigger.condition.map(withWindow));
  if ('noCondition' in trigger)
    return oneOf(
      'not on file, in a list that was read in full',
      trigger.noCondition.map((token) => CONDITION_NAMES[token]),
    );
  if ('age' in trigger) return ageWords(trigger.age);
  if ('ageBelow' in trigger)
    return joined(
      'any',
      perDrug(trigger.ageBelow, drugs).map(([name, limit]) => `${name}: under ${limit} years`),
    );
  if ('sex' in trigger) return `recorded sex ${trigger.sex}`;
  if ('lab' in trigger) return labWords(trigger);
  if ('cnsActive' in trigger)
    return oneOf(
      `${trigger.cnsActive.min} or more CNS-active medicines, each relaxant counted, of`,
      CNS_CLASSES.map((name) => CLASS_NAMES[name]),
    );
  if ('otherRelaxant' in trigger) return 'another relaxant on the list';
  if ('sameAllergy' in trigger) return 'a recorded allergy to this relaxant or its class';
  if ('carbamateAllergy' in trigger)
    return 'a recorded allergy to a carbamate (meprobamate, carisoprodol, felbamate, methocarbamol)';
  if ('allergyTo' in trigger)
    return trigger.allergyTo === 'any-medicine'
      ? 'a recorded allergy to any medicine'
      : oneOf('recorded allergy', trigger.allergyTo);
  if ('dailyDose' in trigger) {
    const { above, atLeast } = trigger.dailyDose;
    return above === undefined ? `${atLeast ?? 0} mg a day or more` : `above ${above} mg a day`;
  }
  if ('dailyDoseAbove' in trigger)
    return joined(
      'any',
      perDrug(trigger.dailyDoseAbove, drugs).map(([name, limit]) => `${name}: above ${limit} mg a day`),
    );
  if ('durationDays' in trigger) return `taken or planned for ${days(trigger.durationDays.atLeast)} or more`;
  return joined('any', trigger.answer.map(answerWords));
}

/** The name of a condition, with the window after which an entry is history. */
function withWindow(token: keyof typeof CONDITION_NAMES): string {
  const window = TOKEN_WINDOWS[token];
  if (window === undefined) return CONDITION_NAMES[token];
  const origin = window.origin === 'working-definition' ? ', working definition' : '';
  const problems = window.problemsToo ? '' : '; a problem on the list stays';
  return `${CONDITION_NAMES[token]} (of the last ${days(window.days)}${origin}${problems})`;
}

/** Limits of the relaxants that the rule concerns; the 640 mg tablet of metaxalone has its own. */
function perDrug(
  limits: Readonly<Partial<Record<DrugId | 'metaxalone_640', number>>>,
  drugs: 'all' | readonly DrugId[],
): readonly (readonly [string, number])[] {
  const names: Readonly<Record<string, string>> = {
    ...DRUG_NAMES,
    metaxalone_640: 'metaxalone 640 mg tablet',
  };
  const concerned: readonly string[] | undefined = drugs === 'all' ? undefined : drugs;
  return Object.entries(limits).flatMap(([drug, limit]) =>
    concerned === undefined || concerned.includes(drug) || drug === 'metaxalone_640'
      ? [[names[drug] ?? drug, limit] as const]
      : [],
  );
}

function labWords({ lab, below, atLeast }: Extract<Trigger, { lab: unknown }>): string {
  const { name, unit } = LAB_WORDS[lab];
  if (below === undefined) return `${name} ${atLeast ?? 0} or more ${unit}`;
  return atLeast === undefined
    ? `${name} below ${below} ${unit}`
    : `${name} from ${atLeast} to below ${below} ${unit}`;
}

function answerWords(token: keyof typeof ANSWER_NAMES): string {
  const said = `answered yes at the visit: ${ANSWER_NAMES[token]}`;
  if (token !== 'stopping_or_gap') return said;
  return `${said}; or seen in its own orders: stopped in the last ${days(ORDER_DAYS.recentStop)}, on hold, or a supply that ended 1 to ${ORDER_DAYS.supplyOver} days ago, after ${ORDER_DAYS.courseBeforeStop} days of use or more`;
}
