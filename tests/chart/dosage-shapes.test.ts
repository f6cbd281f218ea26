import { describe, expect, test } from 'vitest';
import { readDosage } from '../../src/chart/dosage';
import type { JsonObject } from '../../src/chart/fhir-guards';
import { line } from './dosage-line';

/** Free text as clinics, pharmacies and e-prescribing write it. */
const WORDS: readonly (readonly [sig: string, expected: string])[] = [
  ['1-2 tabs q6-8h', '1-2 tablet ×4'],
  ['1-2 tabs po q6-8h prn pain', '1-2 tablet ×4 as needed'],
  ['1-2 tabs PO q4-6h PRN spasm max 8/day', '1-2 tablet ×6 as needed max 8 tablet'],
  ['Take 4 mg (1 tablet) every 6-8 hours, max 36 mg/day', '1 tablet ×4 max 36 mg'],
  ['Take 1 tablet (4mg) by mouth Q6H PRN (max 3/day)', '1 tablet ×4 as needed max 3 tablet'],
  ['Take 0.5-1 tablets (2-4 mg total) by mouth every 8 (eight) hours as needed', '0.5-1 tablet ×3 as needed'],
  ['Take 2 tablets (1,500 mg total) by mouth 4 times daily', '2 tablet ×4'],
  ['Take 5 mg in the morning, 5 mg at noon, and 10 mg at bedtime', '5-10 mg ×3 slots 5-5-0-10 max 20 mg'],
  ['Take 1 tab QAM and 2 tabs QHS', '1-2 tablet ×2 slots 1-0-0-2 max 3 tablet'],
  ['Take 1 tablet twice daily and take 2 tablets at bedtime', '1-2 tablet ×3 max 4 tablet'],
  ['Take 1 tablet in the morning. Take 2 tablets at bedtime.', '1-2 tablet ×2 slots 1-0-0-2 max 3 tablet'],
  ['½ tab po bid', '0.5 tablet ×2'],
  ['½ tab qhs', '0.5 tablet ×1 slots 0-0-0-0.5'],
  ['Take 1½ tab TID', '1.5 tablet ×3'],
  ['Take 1 1/2 tab TID', '1.5 tablet ×3'],
  ['1/4 tab daily', '0.25 tablet ×1'],
  ['Take 1 to 1 and 1/2 tablets twice a day', '1-1.5 tablet ×2'],
  ['Take .5 mg twice daily', '0.5 mg ×2'],
  ['Take 1 tablet by mouth two or three times daily', '1 tablet ×3'],
  ['Take 1 tablet by mouth up to three times daily if needed for spasm', '1 tablet ×3 as needed'],
  ['Take 1 tablet by mouth 3 times daily. Do not drive', '1 tablet ×3'],
  ['1 tab every 6 hrs. as needed for muscle spasm', '1 tablet ×4 as needed'],
  ['1 tablet q 4-6 hr prn', '1 tablet ×6 as needed'],
  ['Take 1 tablet by mouth 3 times daily for 3 weeks', '1 tablet ×3 21d'],
];

const NOT_CALCULATED: readonly (readonly [sig: string, why: string])[] = [
  ['tid x 7d then stop', 'steps, and no dose'],
  ['1 tab tid x 7d then bid', 'steps'],
  ['1 tab po bid x 3 days 1 tab po qd x 4 days', 'steps without a word between them'],
  ['Take 5 mg TID for 3 days, then 10 mg TID for 3 days, then 15 mg TID', 'titration'],
  ['Take 1,500 mg by mouth 4 times daily for 2 days, then 1,000 mg 4 times daily', 'steps'],
  ['½ tab', 'no times'],
  ['Take 1 tablet by mouth 3 times daily as directed', 'directed elsewhere'],
  [
    'Take 1 tablet by mouth twice daily Take 1 tablet by mouth twice daily',
    'the same order said twice, or two',
  ],
  [
    'Take 1 tablet by mouth twice daily. Take 1 tablet by mouth twice daily.',
    'the same order said twice, or two',
  ],
  ['Take 1 tablet by mouth daily Take 1 tablet by mouth nightly', 'one or two'],
  ['Take 1 tablet 3 times daily, Take 1 tablet 2 times daily', 'a correction, or a sum'],
  ['Take 1 tablet nightly. Take 1 tablet nightly.', 'the same order said twice'],
  ['Take 05 mg daily', 'the decimal point is lost'],
  ['Take 2,5 mg daily', 'a comma for a point, or two numbers'],
  ['Take 1.5.5 tablets daily', 'no number'],
  ['Take 11/2 tab TID', 'one and a half, or eleven halves'],
  ['Take 1 tablet in the morning as needed and at bedtime', 'which is as needed'],
  ['Take 0 tablets daily', 'nothing to take'],
  ['Take 2-1 tablets daily', 'a range that ends before it begins'],
  ['Take 20 mg/day in divided doses', 'how it is divided'],
  ['Take 20 mg daily divided tid', '20 or 60 mg'],
  ['Take 1000 mg (two 500 mg tablets) every 8 hours', 'two doses in one'],
  ['Take 2 4mg tablets at bedtime', 'number and strength'],
  ['10 mg/5 mL: Take 5 mL TID', 'a concentration'],
  ['Take 1 gr daily', 'grain or gram'],
  ['Take 1 tablet at bedtime, may increase to 2 tablets', 'titration by the patient'],
  ['Take 1 tablet 3 times daily, may take extra dose', 'an open number'],
  ['Take 1 tablet TID & HS', '3 or 4'],
  ['Take 1 tablet QID with meals and at bedtime', 'the words do not add up on their own'],
  ['Take 1 tablet every 8 hours for 3 doses', 'one day'],
  ['Take 1 tablet daily x 3', 'days, doses or times'],
  ['Take 1 tablet MWF', 'days of the week'],
  ['Take 1 tablet by mouth daily. Take 2 tablets on Sundays.', 'days of the week'],
  ['Take 1 tablet every other night', 'not daily'],
  ['1 tab BID TID', '2 or 3'],
  ['Take 1 tablet 3 times daily for 30 days for 10 days', '10 or 30 days'],
  ['Take 1 tablet by mouth 3 times a day and 1 tablet at bedtime as needed', 'which is as needed'],
  ['Take 1 tablet 3 times daily. Max dose 2 tablets', 'a limit of what'],
  ['Tome media tableta al acostarse', 'Spanish without fields'],
  ['Tome 1 tableta 3 veces al día según sea necesario', 'Spanish without fields'],
  ['Tomar 1 cápsula cada 8 horas por 5 días', 'Spanish without fields'],
];

describe('free text', () => {
  test.each(WORDS)('"%s" is %s', (text, expected) => {
    expect(line(readDosage({ text }))).toBe(expected);
  });
  test.each(NOT_CALCULATED)('"%s" is not calculated: %s', (text) => {
    expect(line(readDosage({ text }))).toBe('not read');
  });
});

const tablets = (value: unknown, more: JsonObject = {}) => ({
  doseQuantity: { value, unit: 'tablet', ...more },
});
const repeat = (fields: JsonObject) => ({ timing: { repeat: fields } });
const daily = (frequency: unknown, more: JsonObject = {}) =>
  repeat({ frequency, period: 1, periodUnit: 'd', ...more });

describe('Spanish words beside complete fields', () => {
  const beside = (patientInstruction: string, dose: number, frequency: number, more: JsonObject = {}) =>
    line(readDosage({ patientInstruction, ...daily(frequency), doseAndRate: [tablets(dose)], ...more }));
  test.each<[string, number, number, string]>([
    ['Tome dos tabletas por la boca cuatro veces al día', 2, 4, '2 tablet ×4'],
    ['Tome una tableta tres veces al día para el dolor', 1, 3, '1 tablet ×3'],
    ['Tome 1 tableta por vía oral al acostarse', 1, 1, '1 tablet ×1'],
  ])('"%s" repeats %i × %i', (sig, dose, frequency, expected) => {
    expect(beside(sig, dose, frequency)).toBe(expected);
  });
  test.each<[string, number, number]>([
    ['Tome dos tabletas al acostarse', 1, 1],
    ['Tome una tableta tres veces al día', 2, 3],
    ['Tome 3 tabletas 3 veces al día', 1, 3],
    ['Tome 3 tabletas 1 vez al día', 3, 3],
    ['Prendre 3 comprimés par jour', 1, 3],
    ['Tome 1 a 2 tabletas 2 veces al día', 1, 2],
    ['Tome media tableta al día', 1, 1],
    ['Tome 1 tableta al día, luego 2', 1, 1],
    ['Tome 1 tableta al día y después suspenda', 1, 1],
    ['Tome 1 tableta cada dos días', 1, 1],
    ['Tome 1 tableta una vez a la semana', 1, 1],
    ['Tome 1 tableta al día si tiene dolor', 1, 1],
    ['Tome 1 tableta al día según las indicaciones', 1, 1],
    ['No tome 1 tableta al día', 1, 1],
    ['Tome 1 tableta o 2 al día', 1, 1],
    ['Tome 1 tableta los lunes', 1, 1],
    ['Tome 1 tableta al día según sea necesario', 1, 1],
    ['Tome 1 tableta al día cuando lo necesite', 1, 1],
  ])('"%s" beside %i × %i is not calculated', (sig, dose, frequency) => {
    expect(beside(sig, dose, frequency)).toBe('not read');
  });
  test('"as needed" in Spanish agrees with the field that says so', () => {
    expect(beside('Tome 1 tableta 3 veces al día según sea necesario', 1, 3, { asNeededBoolean: true })).toBe(
      '1 tablet ×3 as needed',
    );
  });

  const bedtime = daily(1, { when: ['HS'] });
  test.each<[string, string]>([
    ['Tome 1 tableta al acostarse', '1 tablet ×1 slots 0-0-0-1'],
    ['Take 1 tablet at bedtime, ask for Anna at the desk', '1 tablet ×1 slots 0-0-0-1'],
    ['Tome 1 tableta por la mañana', 'not read'],
    ['Tome 1 tableta por la manana y al acostarse', 'not read'],
    ['Take 1 tablet with breakfast, ask for Anna at the desk', 'not read'],
    ['Tome 1 tableta al día', '1 tablet ×1 slots 0-0-0-1 quoted'],
    ['Uống 1 viên mỗi ngày', '1 tablet ×1 slots 0-0-0-1 quoted'],
    ['Uống nửa viên buổi sáng', '1 tablet ×1 slots 0-0-0-1 quoted'],
  ])('"%s" beside a dose at bedtime: %s', (sig, expected) => {
    expect(beside(sig, 1, 1, bedtime)).toBe(expected);
    expect(beside(sig, 1, 1, { ...daily(1), text: 'Take 1 tablet at bedtime' })).toBe(expected);
  });
  test.each<[string, number, string]>([
    ['Tome una tableta por la mañana', 3, 'not read'],
    ['Tome una tableta por la mañana y por la noche', 2, '1 tablet ×2'],
    ['Tome una tableta 3 veces al día, la última por la noche', 3, '1 tablet ×3'],
    ['Pran yon grenn', 3, '1 tablet ×3 quoted'],
  ])('"%s" beside %i times a day: %s', (sig, frequency, expected) => {
    expect(beside(sig, 1, frequency)).toBe(expected);
  });
  test('words of one amount do not decide which of two amounts belongs to which time', () => {
    const text = 'Take 1 tablet in the morning and 2 tablets at bedtime';
    const both = {
      text,
      ...daily(2),
      doseAndRate: [{ doseRange: { low: { value: 1, unit: 'tablet' }, high: { value: 2, unit: 'tablet' } } }],
    };
    expect(line(readDosage(both))).toContain('slots 1-0-0-2');
    const swapped = { ...both, patientInstruction: 'Tome 2 tabletas por la mañana y 1 al acostarse' };
    expect(line(readDosage(swapped))).toMatch(/quoted$/);
  });
  test('the words of the order are kept where other words for the patient stand before them', () => {
    const text = 'Take 1 tablet twice a day';
    const spanish = 'Tome 1 tableta 2 veces al día';
    expect(readDosage({ text, patientInstruction: spanish })).toMatchObject({
      text: spanish,
      orderText: text,
    });
    expect(readDosage({ text, patientInstruction: text })).not.toHaveProperty('orderText');
    expect(readDosage({ text })).not.toHaveProperty('orderText');
  });
});

describe('fields of a shape that nobody expects are not calculated', () => {
  test.each<[string, JsonObject]>([
    ['a frequency in words', { ...daily('three'), doseAndRate: [tablets(1)] }],
    ['a frequency that is a range in a text', { ...daily('3-4'), doseAndRate: [tablets(1)] }],
    ['a frequency in a list', { ...daily([3]), doseAndRate: [tablets(1)] }],
    ['a frequency of zero', { ...daily(0), doseAndRate: [tablets(1)] }],
    ['half a time a day', { ...daily(0.5), doseAndRate: [tablets(1)] }],
    [
      'a frequency range that ends before it begins',
      { ...daily(4, { frequencyMax: 2 }), doseAndRate: [tablets(1)] },
    ],
    ['a period in words', { ...daily(1, { period: 'one' }), doseAndRate: [tablets(1)] }],
    [
      'hours that end before they begin',
      { ...repeat({ frequency: 1, period: 8, periodMax: 6, periodUnit: 'h' }), doseAndRate: [tablets(1)] },
    ],
    ['a period without a unit', { ...repeat({ frequency: 3, period: 1 }), doseAndRate: [tablets(1)] }],
    [
      'a unit of the wrong type',
      { ...repeat({ periodUnit: 1, timeOfDay: ['08:00'] }), doseAndRate: [tablets(1)] },
    ],
    ['minutes', { ...repeat({ frequency: 1, period: 30, periodUnit: 'min' }), doseAndRate: [tablets(1)] }],
    ['a timing in words', { text: 'Take 1 tablet twice daily', timing: 'BID' }],
    [
      'a timing in a list',
      {
        text: 'Take 1 tablet twice daily',
        timing: [{ repeat: { frequency: 3, period: 1, periodUnit: 'd' } }],
      },
    ],
    ['a repeat in words', { text: 'Take 1 tablet twice daily', timing: { repeat: 'BID' } }],
    [
      'clock times of which one is lost',
      { ...repeat({ timeOfDay: ['08:00:00', null] }), doseAndRate: [tablets(1)] },
    ],
    [
      'an event that has the name of a JavaScript property',
      { ...repeat({ when: ['constructor'] }), doseAndRate: [tablets(1)] },
    ],
    ['a timing code that has one', { timing: { code: { text: 'constructor' } }, doseAndRate: [tablets(1)] }],
    ['a dose in words', { text: 'Take 1 tablet twice daily', doseAndRate: '2 tablets' }],
    ['a dose of which a part is lost', { ...daily(2), doseAndRate: [tablets(1), null] }],
    ['a dose below zero', { ...daily(2), doseAndRate: [tablets(-1)] }],
    ['a dose of zero', { ...daily(2), doseAndRate: [tablets(0)] }],
    ['a dose that is "about"', { ...daily(2), doseAndRate: [tablets(1, { comparator: '<' })] }],
    [
      'a dose range with one end',
      { ...daily(2), doseAndRate: [{ doseRange: { low: { value: 1, unit: 'tablet' } } }] },
    ],
    [
      'a dose range in two units',
      {
        ...daily(2),
        doseAndRate: [{ doseRange: { low: { value: 1, unit: 'tablet' }, high: { value: 20, unit: 'mg' } } }],
      },
    ],
    ['a sequence in words', { sequence: 'second', ...daily(2), doseAndRate: [tablets(1)] }],
    [
      'a limit for a week',
      {
        ...daily(2),
        doseAndRate: [tablets(1)],
        maxDosePerPeriod: { numerator: { value: 3, unit: 'tablet' }, denominator: { value: 1, code: 'wk' } },
      },
    ],
    [
      'a limit below the schedule',
      {
        ...daily(4),
        doseAndRate: [tablets(1)],
        maxDosePerPeriod: { numerator: { value: 3, unit: 'tablet' }, denominator: { value: 1, code: 'd' } },
      },
    ],
    ['nothing at all', {}],
  ])('%s', (_, dosage) => {
    expect(line(readDosage(dosage))).toBe('not read');
  });

  test.each<[string, JsonObject, string]>([
    ['numbers as texts', { ...daily('3'), doseAndRate: [tablets('1')] }, '1 tablet ×3'],
    ['one object instead of a list', { ...daily(3), doseAndRate: tablets(1) }, '1 tablet ×3'],
    [
      'nulls where nothing is said',
      {
        ...daily(3, { frequencyMax: null, when: null, timeOfDay: null }),
        doseAndRate: [tablets(1)],
        maxDosePerPeriod: null,
      },
      '1 tablet ×3',
    ],
    [
      'clock times of which one stands twice',
      { ...repeat({ timeOfDay: ['08:00:00', '20:00:00', '08:00:00'] }), doseAndRate: [tablets(1)] },
      '1 tablet ×2',
    ],
    [
      '"as needed" as a text',
      { ...daily(3), asNeededBoolean: 'true', doseAndRate: [tablets(1)] },
      '1 tablet ×3 as needed',
    ],
    [
      'every 8 to 12 hours',
      { ...repeat({ frequency: 1, period: 8, periodMax: 12, periodUnit: 'h' }), doseAndRate: [tablets(1)] },
      '1 tablet ×3',
    ],
    [
      '2 every 12 hours',
      { ...repeat({ frequency: 2, period: 12, periodUnit: 'h' }), doseAndRate: [tablets(1)] },
      '1 tablet ×4',
    ],
  ])('but %s can be read', (_, dosage, expected) => {
    expect(line(readDosage(dosage))).toBe(expected);
  });
});
