import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../src/knowledge/rule';
import { evaluate } from '../../src/review/evaluate';
import type { LabFact } from '../../src/review/labs';
import { ckdEpi2021, cockcroftGault } from '../../src/review/kidney-equations';
import { factsOf, lab, man, order, quantity } from './chart';
import type { Resource } from './chart';

const EGFR = '98979-8';
const CREATININE = '2160-0';
const ALT = '1742-6';
const RATE = 'mL/min/{1.73_m2}';

const labsOf = (...resources: readonly Resource[]) => factsOf(resources).labs;
const egfr = (id: string, value: number, when: string, comparator?: string) =>
  lab(id, EGFR, quantity(value, RATE, comparator), when);
const creatinine = (id: string, value: number, when: string, comparator?: string) =>
  lab(id, CREATININE, quantity(value, 'mg/dL', comparator), when);
const alt = (id: string, value: number, when: string, high?: number, comparator?: string) =>
  lab(
    id,
    ALT,
    {
      ...quantity(value, 'U/L', comparator),
      ...(high === undefined ? {} : { referenceRange: [{ high: { value: high } }] }),
    },
    when,
  );
const weight = (value: number, unit: string, when: string) =>
  lab('weight', '29463-7', quantity(value, unit), when);

function known(fact: LabFact) {
  if (!fact.known) throw new Error(`not known: ${fact.missing.why}`);
  return fact;
}
const why = (fact: LabFact): string => (fact.known ? 'known' : fact.missing.why);

/** What a limb says on the chart of a man of 40 who takes tizanidine. */
function judge(trigger: Trigger, resources: readonly Resource[], incomplete = false) {
  const facts = factsOf(
    [...resources, order('t', 'tizanidine 4 MG Oral Tablet')],
    incomplete ? { incomplete: { Observation: 'partial' } } : {},
  );
  const [relaxant] = facts.relaxants;
  if (relaxant === undefined) throw new Error('no relaxant');
  return evaluate(trigger, facts, relaxant).value;
}
const LOW_EGFR: Trigger = { lab: 'egfr', below: 60 };
const HIGH_ALT: Trigger = { lab: 'alt_xuln', atLeast: 3 };

describe('which result counts', () => {
  it('is the latest, whatever the order in which they are sent', () => {
    const results = [egfr('old', 88, '2026-01-05'), egfr('new', 41, '2026-09-05')];
    expect(known(labsOf(...results).egfr).low).toBe(41);
    expect(known(labsOf(...results.toReversed()).egfr).low).toBe(41);
  });

  it('of one day is the later, and of one moment the worse', () => {
    const day = [egfr('noon', 71, '2026-09-05T12:00:00Z'), egfr('morning', 41, '2026-09-05T08:00:00Z')];
    expect(known(labsOf(...day).egfr).low).toBe(71);
    expect(known(labsOf(...day.toReversed()).egfr).low).toBe(71);
    const moment = [egfr('a', 71, '2026-09-05'), egfr('b', 41, '2026-09-05')];
    expect(known(labsOf(...moment).egfr).low).toBe(41);
    expect(known(labsOf(...moment.toReversed()).egfr).low).toBe(41);
    const enzymes = [alt('a', 30, '2026-09-05', 40), alt('b', 160, '2026-09-05', 40)];
    expect(known(labsOf(...enzymes).alt_xuln).low).toBe(4);
  });

  it('is never one entered in error or cancelled, and a preliminary one is labelled', () => {
    for (const status of ['entered-in-error', 'cancelled', 'registered', 'unknown'])
      expect(why(labsOf({ ...egfr('a', 41, '2026-09-05'), status }).egfr), status).toBe(
        'eGFR (none in 12 months)',
      );
    const early = known(labsOf({ ...egfr('a', 41, '2026-09-05'), status: 'preliminary' }).egfr);
    expect(early.evidence.detail).toContain('preliminary');
  });

  it('that cannot be read does not hide an older one, which can then warn but not clear', () => {
    const unreadable = lab('new', EGFR, { valueString: 'see note' }, '2026-11-01');
    expect(judge(LOW_EGFR, [egfr('old', 41, '2026-09-05'), unreadable])).toBe('fires');
    expect(judge(LOW_EGFR, [egfr('old', 88, '2026-09-05'), unreadable])).toBe('unknown');
    expect(judge(LOW_EGFR, [egfr('newest', 88, '2026-11-02'), unreadable])).toBe('clear');
    expect(why(labsOf(unreadable).egfr)).toBe('eGFR (value or unit not readable)');
  });

  it('in a unit that is not known is not read', () => {
    expect(why(labsOf(lab('a', EGFR, quantity(41, 'mg/dL'), '2026-09-05')).egfr)).toBe(
      'eGFR (value or unit not readable)',
    );
  });

  it('is read from the printed unit, and from text with a bound', () => {
    for (const unit of ['mL/min/1.73 m2', 'ml/min/1.73m2', 'mL/min/{1.73_m2}', 'mL/min/1.73 m²'])
      expect(
        known(labsOf(lab('a', EGFR, { valueQuantity: { value: 41, unit } }, '2026-09-05')).egfr).low,
      ).toBe(41);
    const text = known(labsOf(lab('a', EGFR, { valueString: '>60 mL/min/1.73m2' }, '2026-09-05')).egfr);
    expect([text.low, text.high]).toEqual([60, Infinity]);
  });

  it('with a race term counts only where nothing else is on file, and says so', () => {
    const raced = lab('raced', '88294-4', quantity(52, RATE), '2026-09-05');
    expect(known(labsOf(raced).egfr).evidence.detail).toContain('race-adjusted report');
    expect(known(labsOf(raced, egfr('plain', 64, '2026-09-01')).egfr).low).toBe(64);
  });
});

describe('the window of a result', () => {
  it('lets a normal eGFR clear for 365 days and not for one more', () => {
    expect(judge(LOW_EGFR, [egfr('a', 88, '2025-11-22')])).toBe('clear');
    expect(judge(LOW_EGFR, [egfr('a', 88, '2025-11-21')])).toBe('unknown');
  });

  it('lets a low eGFR fire at any age', () => {
    expect(judge(LOW_EGFR, [egfr('a', 41, '2019-01-01')])).toBe('fires');
  });

  it('lets a normal ALT clear for 90 days and not for one more', () => {
    expect(judge(HIGH_ALT, [alt('a', 20, '2026-08-24', 40)])).toBe('clear');
    expect(judge(HIGH_ALT, [alt('a', 20, '2026-08-23', 40)])).toBe('unknown');
  });

  it('never lets an undated normal result clear', () => {
    const undated = { effectiveDateTime: undefined };
    expect(judge(LOW_EGFR, [{ ...egfr('a', 88, ''), ...undated }])).toBe('unknown');
    expect(judge(LOW_EGFR, [{ ...egfr('a', 41, ''), ...undated }])).toBe('fires');
  });

  it('never lets a normal result clear while the labs were not read in full', () => {
    expect(judge(LOW_EGFR, [egfr('a', 88, '2026-09-05')], true)).toBe('unknown');
    expect(judge(LOW_EGFR, [egfr('a', 41, '2026-09-05')], true)).toBe('fires');
  });
});

describe('a result at or beyond a limit', () => {
  it('of "below 60" is inside at 59 and outside at 60', () => {
    expect(judge(LOW_EGFR, [egfr('a', 59, '2026-09-05')])).toBe('fires');
    expect(judge(LOW_EGFR, [egfr('a', 60, '2026-09-05')])).toBe('clear');
  });

  it('given as a bound decides only where the whole span lies on one side', () => {
    expect(judge(LOW_EGFR, [egfr('a', 60, '2026-09-05', '>')])).toBe('clear');
    expect(judge(LOW_EGFR, [egfr('a', 60, '2026-09-05', '<')])).toBe('fires');
    expect(judge(LOW_EGFR, [egfr('a', 60, '2026-09-05', '<=')])).toBe('unknown');
    expect(judge(LOW_EGFR, [egfr('a', 45, '2026-09-05', '>')])).toBe('unknown');
    expect(judge(LOW_EGFR, [egfr('a', 90, '2026-09-05', '<')])).toBe('unknown');
  });

  it('of ALT over the end of the scale fires, and under it is clear', () => {
    expect(judge(HIGH_ALT, [alt('a', 1000, '2026-11-01', 40, '>')])).toBe('fires');
    expect(judge(HIGH_ALT, [alt('a', 60, '2026-11-01', 40, '>')])).toBe('unknown');
    expect(judge(HIGH_ALT, [alt('a', 5, '2026-11-01', 40, '<')])).toBe('clear');
    expect(judge(HIGH_ALT, [alt('a', 120, '2026-11-01', 40)])).toBe('fires');
    expect(judge(HIGH_ALT, [alt('a', 119, '2026-11-01', 40)])).toBe('clear');
  });
});

describe('ALT as a multiple', () => {
  it('takes the upper limit of the laboratory, else says which one stands in', () => {
    const stated = known(labsOf(alt('a', 110, '2026-11-01', 55)).alt_xuln);
    expect(stated.low).toBe(2);
    expect(stated.evidence.detail).toContain('upper limit 55');
    const plain = known(labsOf(alt('a', 110, '2026-11-01')).alt_xuln);
    expect(plain.low).toBe(2.75);
    expect(plain.evidence.detail).toContain('upper limit not stated, 40 used');
  });
});

describe('kidney function from creatinine', () => {
  it('follows CKD-EPI 2021: the values of its published calculator', () => {
    expect(ckdEpi2021(1, 50, 'male')).toBe(92);
    expect(ckdEpi2021(1, 50, 'female')).toBe(69);
    expect(ckdEpi2021(2, 72, 'male')).toBe(35);
  });

  it('follows Cockcroft and Gault', () => {
    expect(cockcroftGault(1, 40, 72, 'male')).toBe(100);
    expect(cockcroftGault(1, 40, 72, 'female')).toBe(85);
  });

  it('is calculated when no eGFR is on file, and says so', () => {
    const { egfr: fact } = labsOf(creatinine('c', 2, '2026-09-05'));
    expect(known(fact).low).toBe(ckdEpi2021(2, 40, 'male'));
    expect(known(fact).evidence.detail).toContain('calculated from creatinine (CKD-EPI 2021)');
  });

  it('is the same for µmol/L', () => {
    const { egfr: fact } = labsOf(lab('c', '14682-9', quantity(176.84, 'umol/L'), '2026-09-05'));
    expect(known(fact).low).toBe(ckdEpi2021(2, 40, 'male'));
  });

  it('is not calculated for a child, or without age or a stated sex', () => {
    const value = creatinine('c', 2, '2026-09-05');
    expect(labsOf(man('2010-01-01'), value).egfr.known).toBe(false);
    expect(labsOf({ ...man(), birthDate: undefined }, value).egfr.known).toBe(false);
    expect(labsOf({ ...man(), gender: 'other' }, value).egfr.known).toBe(false);
  });

  it('counts before an eGFR that is older: the kidney as it is now', () => {
    const old = egfr('e', 88, '2026-01-05');
    expect(known(labsOf(old, creatinine('c', 3, '2026-11-20')).egfr).low).toBe(ckdEpi2021(3, 40, 'male'));
    expect(known(labsOf(egfr('e', 88, '2026-11-20'), creatinine('c', 3, '2026-11-20')).egfr).low).toBe(88);
  });

  it('turns a bound round: creatinine over 5 is a low eGFR, never a normal one', () => {
    expect(judge(LOW_EGFR, [creatinine('c', 5, '2026-09-05', '>')])).toBe('fires');
    expect(judge(LOW_EGFR, [creatinine('c', 0.9, '2026-09-05', '>')])).toBe('unknown');
    expect(judge(LOW_EGFR, [creatinine('c', 0.5, '2026-09-05', '<')])).toBe('clear');
    expect(judge(LOW_EGFR, [creatinine('c', 0, '2026-09-05')])).toBe('unknown');
  });
});

describe('creatinine clearance', () => {
  it('is the measured one, by code or by its words', () => {
    expect(known(labsOf(lab('m', '35591-7', quantity(22, 'mL/min'), '2026-09-05')).crcl).low).toBe(22);
    const words = {
      ...lab('m', '99999-9', quantity(22, 'mL/min'), '2026-09-05'),
      code: { text: 'Creatinine Clearance, 24 h urine' },
    };
    expect(known(labsOf(words).crcl).evidence.by).toBe('name "Creatinine Clearance, 24 h urine"');
  });

  it('is calculated with a weight of the last 12 months, in kilograms or pounds', () => {
    const value = creatinine('c', 1, '2026-09-05');
    expect(known(labsOf(value, weight(72, 'kg', '2025-11-22')).crcl).low).toBe(100);
    expect(known(labsOf(value, weight(158.73, '[lb_av]', '2026-09-05')).crcl).low).toBe(100);
    expect(known(labsOf(value, weight(72_000, 'g', '2026-09-05')).crcl).low).toBe(100);
  });

  it('without such a weight is cleared by an eGFR of 60 in its window, and by nothing else', () => {
    const below: Trigger = { lab: 'crcl', below: 25 };
    expect(judge(below, [egfr('e', 60, '2026-09-05')])).toBe('clear');
    expect(judge(below, [egfr('e', 59, '2026-09-05')])).toBe('unknown');
    expect(judge(below, [egfr('e', 88, '2024-09-05')])).toBe('unknown');
    expect(judge(below, [egfr('e', 88, '2026-09-05'), weight(72, 'kg', '2025-11-21')])).toBe('clear');
    expect(judge(below, [])).toBe('unknown');
  });

  it('of a day still to come warns and never clears, and does not hide an older one', () => {
    const below: Trigger = { lab: 'egfr', below: 30 };
    expect(judge(below, [egfr('e', 95, '2027-01-01')])).toBe('unknown');
    expect(judge(below, [egfr('e', 22, '2027-01-01')])).toBe('fires');
    expect(judge(below, [egfr('a', 22, '2026-11-20'), egfr('b', 95, '2027-01-01')])).toBe('fires');
    expect(judge(below, [egfr('e', 95, '2026-11-23')])).toBe('clear');
  });
});
