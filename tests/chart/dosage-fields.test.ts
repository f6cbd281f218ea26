import { describe, expect, test } from 'vitest';
import { readDosage } from '../../src/chart/dosage';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { line } from './dosage-line';

const tablets = (value: number) => ({ doseQuantity: { value, unit: 'tablet', code: 'TAB' } });
const mg = (value: number) => ({ doseQuantity: { value, unit: 'mg', code: 'mg' } });
const daily = (frequency: number, more: JsonObject = {}) => ({
  repeat: { frequency, period: 1, periodUnit: 'd', ...more },
});

const FIELDS: readonly (readonly [what: string, dosage: JsonObject, expected: string])[] = [
  ['dose and times', { timing: daily(3), doseAndRate: [tablets(1)] }, '1 tablet ×3'],
  [
    'an interval in hours',
    { timing: { repeat: { frequency: 1, period: 6, periodUnit: 'h' } }, doseAndRate: [tablets(1)] },
    '1 tablet ×4',
  ],
  [
    'an interval of 4 to 6 hours, the most doses',
    { timing: { repeat: { period: 4, periodMax: 6, periodUnit: 'h' } }, doseAndRate: [tablets(1)] },
    '1 tablet ×6',
  ],
  [
    'a frequency range, the most doses',
    { timing: daily(3, { frequencyMax: 4 }), doseAndRate: [tablets(1)] },
    '1 tablet ×4',
  ],
  [
    'named events',
    { timing: daily(2, { when: ['MORN', 'HS'] }), doseAndRate: [tablets(1)] },
    '1 tablet ×2 slots 1-0-0-1',
  ],
  [
    'events alone',
    { timing: { repeat: { when: ['CM', 'CV'] } }, doseAndRate: [tablets(2)] },
    '2 tablet ×2 slots 2-0-2-0',
  ],
  ['meals in general', { timing: daily(3, { when: ['AC'] }), doseAndRate: [tablets(1)] }, '1 tablet ×3'],
  [
    'clock times',
    { timing: { repeat: { timeOfDay: ['08:00:00', '20:00:00'] } }, doseAndRate: [tablets(1)] },
    '1 tablet ×2',
  ],
  [
    'a timing code',
    { timing: { code: { coding: [{ code: 'TID' }] } }, doseAndRate: [tablets(1)] },
    '1 tablet ×3',
  ],
  [
    'a timing code in words',
    { timing: { code: { text: 'Every 8 hours' } }, doseAndRate: [tablets(1)] },
    '1 tablet ×3',
  ],
  [
    'ordered mg and calculated tablets',
    { timing: daily(2), doseAndRate: [mg(10), tablets(1)] },
    '1 tablet ×2',
  ],
  [
    'a dose range',
    {
      timing: daily(2),
      doseAndRate: [{ doseRange: { low: { value: 1, unit: 'tab(s)' }, high: { value: 2, unit: 'tab(s)' } } }],
    },
    '1-2 tablet ×2',
  ],
  [
    'bounds in days',
    { timing: daily(3, { boundsDuration: { value: 1, code: 'wk' } }), doseAndRate: [tablets(1)] },
    '1 tablet ×3 7d',
  ],
  [
    'a period',
    {
      timing: daily(3, { boundsPeriod: { start: '2026-11-22', end: '2026-11-26' } }),
      doseAndRate: [tablets(1)],
    },
    '1 tablet ×3 5d until 2026-11-26',
  ],
  [
    'a period one day longer than the words: the words count',
    {
      text: 'Take 1 tablet 3 times a day for 5 days',
      timing: daily(3, { boundsPeriod: { start: '2026-11-22', end: '2026-11-27' } }),
      doseAndRate: [tablets(1)],
    },
    '1 tablet ×3 5d',
  ],
  [
    'a limit per day',
    {
      timing: daily(4),
      asNeededBoolean: true,
      doseAndRate: [tablets(1)],
      maxDosePerPeriod: { numerator: { value: 3, unit: 'tablet' }, denominator: { value: 24, code: 'h' } },
    },
    '1 tablet ×4 as needed max 3 tablet',
  ],
  [
    'times in fields, dose in words',
    { text: 'Take 2 tablets 4 times a day', timing: daily(4) },
    '2 tablet ×4',
  ],
  [
    'Spanish words that only repeat the fields',
    {
      text: 'Take 2 tablets by mouth 4 times a day for 7 days',
      patientInstruction: 'Tome 2 tabletas por la boca 4 veces al día por 7 días',
      timing: daily(4, { boundsDuration: { value: 7, code: 'd' } }),
      doseAndRate: [tablets(2)],
    },
    '2 tablet ×4 7d',
  ],
  [
    'words of one place beside complete fields',
    {
      text: 'Take 1 tablet 3 times a day, ask for Anna at the desk',
      timing: daily(3),
      doseAndRate: [tablets(1)],
    },
    '1 tablet ×3',
  ],
  [
    'words and fields that differ in the dose',
    { text: 'Take 2 tablets 3 times a day', timing: daily(3), doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    'words and fields that differ in the times',
    { text: 'Take 1 tablet twice a day', timing: daily(3), doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    'words and fields that differ in the days',
    {
      text: '1 tablet daily for 5 days',
      timing: daily(1, { boundsDuration: { value: 10, code: 'd' } }),
      doseAndRate: [tablets(1)],
    },
    'not read',
  ],
  [
    'words and fields that differ in the named time',
    { text: '1 tablet every morning', timing: daily(1, { when: ['HS'] }), doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    'words for the patient that differ from the words of the order',
    { text: 'Take 1 tablet twice a day', patientInstruction: 'Take 1 tablet 3 times a day' },
    'not read',
  ],
  [
    'a number in the words that no field explains',
    { text: 'Toma 3 tabletas al día', timing: daily(1), doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    '"as directed" beside complete fields',
    { text: 'Use as directed', timing: daily(1), doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    'a taper in words beside fields',
    { text: '1 tablet daily then stop', timing: daily(1), doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    '"as needed" in words that the field denies',
    { text: '1 tablet daily as needed', asNeededBoolean: false, timing: daily(1), doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    'every other day',
    { timing: { repeat: { frequency: 1, period: 2, periodUnit: 'd' } }, doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    'once a week',
    { timing: { repeat: { frequency: 1, period: 1, periodUnit: 'wk' } }, doseAndRate: [tablets(1)] },
    'not read',
  ],
  ['days of the week', { timing: daily(1, { dayOfWeek: ['mon'] }), doseAndRate: [tablets(1)] }, 'not read'],
  ['a single dose', { timing: { repeat: { count: 1 } }, doseAndRate: [tablets(1)] }, 'not read'],
  ['a later step of a schedule', { sequence: 2, timing: daily(1), doseAndRate: [tablets(1)] }, 'not read'],
  ['two doses in one unit', { timing: daily(1), doseAndRate: [tablets(1), tablets(2)] }, 'not read'],
  [
    'a dose in an unknown unit',
    { timing: daily(1), doseAndRate: [{ doseQuantity: { value: 1, unit: 'scoop' } }] },
    'not read',
  ],
  ['a rate', { timing: daily(1), doseAndRate: [{ rateQuantity: { value: 5, unit: 'mL/h' } }] }, 'not read'],
  [
    'a timing code that contradicts the frequency',
    { timing: { ...daily(3), code: { text: 'BID' } }, doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    'a code for every other day',
    { timing: { code: { text: 'QOD' } }, doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    'a modifier extension',
    { modifierExtension: [{ url: 'x' }], timing: daily(1), doseAndRate: [tablets(1)] },
    'not read',
  ],
  [
    'an additional instruction that changes the dose',
    { timing: daily(1), doseAndRate: [tablets(1)], additionalInstruction: [{ text: 'Taper over 2 weeks' }] },
    'not read',
  ],
];

describe('structured fields come first, and must agree with the words', () => {
  test.each(FIELDS)('%s', (_, dosage, expected) => {
    expect(line(readDosage(dosage))).toBe(expected);
  });
  test('a dose in mg with its times named in words of tablets is counted in tablets', () => {
    const reading = readDosage({
      text: 'Take 1 tablet (4 mg) at bedtime',
      timing: daily(1, { when: ['HS'] }),
      doseAndRate: [mg(4)],
    });
    expect(line(reading)).toBe('1 tablet ×1 slots 0-0-0-1');
  });
});

describe('the sig as it is shown', () => {
  test('the words for the patient come before the words of the order', () => {
    expect(readDosage({ text: '1 tab PO BID', patientInstruction: 'Take 1 tablet twice daily' }).text).toBe(
      'Take 1 tablet twice daily',
    );
  });
  test('an order written in fields only gets plain words', () => {
    const reading = readDosage({
      timing: daily(3, { boundsDuration: { value: 5, code: 'd' } }),
      asNeededBoolean: true,
      doseAndRate: [tablets(2)],
    });
    expect(reading.text).toBe('2 tablets 3 times a day as needed for 5 days');
    expect(reading.patientReadable).toBe(true);
  });
  test.each([
    'TK 1 T PO BID',
    '1 tab PO QHS',
    'Take 1 tablet q6h',
    '10 mg = 1 tab(s), Oral',
    'Use as directed',
    '',
  ])('"%s" is no sentence for a patient', (text) => {
    expect(readDosage({ text }).patientReadable).toBe(false);
  });
  test.each([
    'Take 1 tablet by mouth 3 times daily as needed for muscle spasms',
    'Tome 2 tabletas por la boca 4 veces al día',
    'Take 1 tablet every 8 hours. Stop after 5 days.',
  ])('"%s" can stand on paper', (text) => {
    expect(readDosage({ text }).patientReadable).toBe(true);
  });
  test('what was not read gives no dose, no times and no days', () => {
    const reading = readDosage({ text: 'Take 1 tablet PRN for 5 days as directed' });
    expect(reading).toEqual({
      text: 'Take 1 tablet PRN for 5 days as directed',
      read: false,
      asNeeded: true,
      patientReadable: false,
    });
  });
});
