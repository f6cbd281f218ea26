import { LABS } from '../src/knowledge/labs';
import { CAUTION_RULES } from '../src/knowledge/cautions/all';
import { CNS_CLASSES, DRUG_IDS, IMPLIED, MEDICINE_CLASSES } from '../src/knowledge/vocabulary';
import {
  LASTING_TOKENS,
  LOOK_BACK_DAYS,
  ORDER_DAYS,
  RED_FLAG_DAYS,
  TOKEN_WINDOWS,
  WITHDRAWAL_DRUGS,
} from '../src/knowledge/windows';
import { allCautionCases, answerTo, readCaseLines } from '../tests/knowledge/rule-cases';
import { LISTED_ONLY, WINDOW_CASES } from '../tests/review/window-cases';

/** One change to a table that all rules share; made in place, because they read it by name, and taken back. */
interface TableMutant {
  readonly what: string;
  readonly apply: () => void;
  readonly undo: () => void;
}

type Table = Record<string, unknown>;

function set(name: string, table: object, key: string, value: unknown): TableMutant {
  const fields = table as Table;
  const before = fields[key];
  return {
    what: `${name}.${key} ${String(before)} → ${String(value)}`,
    apply: () => {
      fields[key] = value;
    },
    undo: () => {
      fields[key] = before;
    },
  };
}

const moved = (name: string, table: object, key: string): readonly TableMutant[] => {
  const value = (table as Table)[key];
  return typeof value === 'number' ? [1, -1].map((by) => set(name, table, key, value + by)) : [];
};

/** Each member left out, and each stranger let in. */
function members(
  name: string,
  list: readonly string[],
  strangers: readonly string[] = [],
): readonly TableMutant[] {
  const own = list as string[];
  const all = [...list];
  const put = (what: string, changed: readonly string[]): TableMutant => ({
    what: `${name} ${what}`,
    apply: () => own.splice(0, own.length, ...changed),
    undo: () => own.splice(0, own.length, ...all),
  });
  return [
    ...all.map((member) =>
      put(
        `without ${member}`,
        all.filter((other) => other !== member),
      ),
    ),
    ...strangers.filter((one) => !all.includes(one)).map((one) => put(`with ${one}`, [...all, one])),
  ];
}

const read = Object.entries(LABS).filter(([, lab]) => !LISTED_ONLY.some((listed) => listed === lab));
/** Temperatures and weights of the red flags are converted by review/vitals, which knows more spellings of a unit. */
const byUnit = read.filter(([name]) => name !== 'temperature');

function tableMutants(): readonly TableMutant[] {
  return [
    ...Object.keys(LOOK_BACK_DAYS).flatMap((key) => moved('LOOK_BACK_DAYS', LOOK_BACK_DAYS, key)),
    ...Object.keys(ORDER_DAYS).flatMap((key) => moved('ORDER_DAYS', ORDER_DAYS, key)),
    ...moved('RED_FLAG_DAYS', RED_FLAG_DAYS, 'staleChart'),
    ...Object.entries(TOKEN_WINDOWS).flatMap(([token, window]) => [
      ...moved(token, window, 'days'),
      set(token, window, 'problemsToo', !window.problemsToo),
      set(token, window, 'endedToo', window.endedToo === true ? undefined : true),
    ]),
    ...Object.keys(LASTING_TOKENS).map((token) => set('LASTING_TOKENS', LASTING_TOKENS, token, undefined)),
    ...Object.entries(IMPLIED).map(([token]) => set('IMPLIED', IMPLIED, token, undefined)),
    ...members('WITHDRAWAL_DRUGS', WITHDRAWAL_DRUGS, DRUG_IDS.slice(0, 13)),
    ...members('CNS_CLASSES', CNS_CLASSES, MEDICINE_CLASSES),
    ...read.flatMap(([name, lab]) => members(`${name}.loinc`, lab.loinc)),
    ...byUnit.flatMap(([name, lab]) => [
      ...members(`${name}.units`, lab.units),
      ...moved(name, lab, 'windowDays'),
      ...moved(name, lab, 'defaultUpperLimit'),
    ]),
  ];
}

/** Makes each change in turn; a change that every case answers as before survives. */
export function windowMutations(): {
  readonly total: number;
  readonly survivors: readonly string[];
} {
  const lines = readCaseLines('caution-cases.txt');
  const shared = CAUTION_RULES.filter(({ trigger }) => /"recent"|"cnsActive"/.test(JSON.stringify(trigger)));
  const cases = shared.flatMap((rule) => allCautionCases(lines[rule.id] ?? []).map((one) => ({ one, rule })));
  const noticed = (): boolean =>
    WINDOW_CASES.some(({ expected, said }) => said() !== expected) ||
    cases.some(({ one, rule }) => answerTo(one, rule) !== one.expected);
  if (noticed()) throw new Error('the cases of the windows do not hold before anything is changed');
  const mutants = tableMutants();
  const survivors = mutants.filter(({ apply, undo }) => {
    apply();
    try {
      return !noticed();
    } finally {
      undo();
    }
  });
  return { total: mutants.length, survivors: survivors.map(({ what }) => what) };
}
