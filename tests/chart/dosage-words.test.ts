import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDosage } from '../../src/chart/dosage';
import { line } from './dosage-line';

const READABLE: readonly (readonly [sig: string, expected: string])[] = [
  ['Take 1 tablet by mouth 3 times daily', '1 tablet ×3'],
  ['TAKE ONE TABLET BY MOUTH THREE TIMES DAILY', '1 tablet ×3'],
  [
    'Take 1 tablet (10 mg total) by mouth 3 times daily as needed for muscle spasms for up to 5 days',
    '1 tablet ×3 as needed 5d',
  ],
  [
    'Take 1 tablet (10 mg total) by mouth 3 (three) times daily as needed for Muscle spasms.',
    '1 tablet ×3 as needed',
  ],
  ['TK 1 T PO BID', '1 tablet ×2'],
  ['TK 1 C PO QID', '1 capsule ×4'],
  ['TK 1 T PO TID PRN', '1 tablet ×3 as needed'],
  ['1 tab at bedtime', '1 tablet ×1 slots 0-0-0-1'],
  ['1 tab PO QHS', '1 tablet ×1 slots 0-0-0-1'],
  ['1 tab p.o. b.i.d.', '1 tablet ×2'],
  ['1 tab po q.h.s.', '1 tablet ×1 slots 0-0-0-1'],
  ['1 tab PO q8h prn spasm', '1 tablet ×3 as needed'],
  ['1 tab PO BID prn anxiety', '1 tablet ×2 as needed'],
  ['1-2 tablets every 6 hours, no more than 8 in 24 hours', '1-2 tablet ×4 max 8 tablet'],
  [
    'Take 1 to 2 tablets by mouth every 6 hours as needed for pain, no more than 6 tablets a day',
    '1-2 tablet ×4 as needed max 6 tablet',
  ],
  ['Take 1 or 2 tablets every 4 to 6 hours as needed', '1-2 tablet ×6 as needed'],
  ['take one half tablet at bedtime', '0.5 tablet ×1 slots 0-0-0-0.5'],
  ['Take half a tablet twice daily', '0.5 tablet ×2'],
  ['Take a half tablet every night', '0.5 tablet ×1 slots 0-0-0-0.5'],
  ['Take ½ tablet at bedtime', '0.5 tablet ×1 slots 0-0-0-0.5'],
  ['Take 1/2 to 1 tablet at bedtime as needed for sleep', '0.5-1 tablet ×1 as needed'],
  ['Take 1½ tablets twice a day', '1.5 tablet ×2'],
  ['Take 1 1/2 tablets twice a day', '1.5 tablet ×2'],
  ['Take one and a half tablets twice a day', '1.5 tablet ×2'],
  ['Take 2.5 mg by mouth every 12 hours', '2.5 mg ×2'],
  ['Take 1,000 mg by mouth every 8 hours', '1000 mg ×3'],
  ['Take 10 mg by mouth three times daily for muscle spasm', '10 mg ×3'],
  [
    '10 mg = 1 tab(s), Oral, TID, PRN for spasm, X 7 day(s), # 21 tab(s), 0 Refill(s)',
    '1 tablet ×3 as needed 7d',
  ],
  ['1 tab(s) Oral TID, PRN: muscle spasm', '1 tablet ×3 as needed'],
  ['Take one (1) tablet by mouth every eight (8) hours', '1 tablet ×3'],
  ['Take 1 tablet by mouth every 24 hours', '1 tablet ×1'],
  ['Take 1 tablet by mouth daily', '1 tablet ×1'],
  ['Take 1 tablet daily at bedtime', '1 tablet ×1 slots 0-0-0-1'],
  ['Take 1 tablet every night at bedtime', '1 tablet ×1 slots 0-0-0-1'],
  ['Take 1 tablet nightly', '1 tablet ×1 slots 0-0-0-1'],
  ['Take 1 tablet by mouth every morning on an empty stomach', '1 tablet ×1 slots 1-0-0-0'],
  ['Take 1 capsule by mouth with breakfast and with lunch', '1 capsule ×2 slots 1-1-0-0'],
  ['Take 1 tablet with breakfast, lunch and dinner', '1 tablet ×3 slots 1-1-1-0'],
  ['Take 1 tablet in the morning and at bedtime', '1 tablet ×2 slots 1-0-0-1'],
  ['Take 1 tablet twice daily, in the morning and at bedtime', '1 tablet ×2 slots 1-0-0-1'],
  ['Take 1 tablet 3 times a day (morning, noon, bedtime)', '1 tablet ×3 slots 1-1-0-1'],
  [
    'Take 1 tablet by mouth in the morning and 2 tablets at bedtime',
    '1-2 tablet ×2 slots 1-0-0-2 max 3 tablet',
  ],
  [
    'Take 1 tablet in the morning, 1 tablet at noon, and 2 tablets at bedtime',
    '1-2 tablet ×3 slots 1-1-0-2 max 4 tablet',
  ],
  ['Take 1 tablet by mouth 3 times daily and 1 tablet at bedtime', '1 tablet ×4'],
  ['Take one tablet by mouth three to four times a day as needed for muscle pain', '1 tablet ×4 as needed'],
  ['Take 1 tablet up to 3 times a day as needed', '1 tablet ×3 as needed'],
  ['Take 1 tablet every 6 hours as needed, up to 3 times a day', '1 tablet ×3 as needed'],
  ['Take 1 tablet every 6 hours as needed. Max 4 tablets per day.', '1 tablet ×4 as needed max 4 tablet'],
  [
    'Take 1 tablet every 8 hours as needed. Do not exceed 60 mg in 24 hours',
    '1 tablet ×3 as needed max 60 mg',
  ],
  ['Take 1 tablet by mouth 3 times daily, 30 minutes before meals', '1 tablet ×3'],
  ['Take 1 tablet by mouth twice daily with meals', '1 tablet ×2'],
  ['Take 1 tablet by mouth every 8 hours with food as needed for pain', '1 tablet ×3 as needed'],
  ['Take 1 tablet by mouth every 12 hours for 5 days. Finish all of it.', '1 tablet ×2 5d'],
  ['Take 1 tablet 3x daily x 7 days', '1 tablet ×3 7d'],
  ['Take 1 tablet TID x 2 weeks', '1 tablet ×3 14d'],
  ['Take a tablet at bedtime', '1 tablet ×1 slots 0-0-0-1'],
  ['At bedtime take 1 tablet', '1 tablet ×1 slots 0-0-0-1'],
  ['Take 5 mL by mouth every 6 hours', '5 ml ×4'],
  ['3 times a day', '×3'],
  [
    'Take 1 tablet by mouth 2 times a day as needed for low back pain or muscle spasm',
    '1 tablet ×2 as needed',
  ],
  ['Take 1 tablet at bedtime. May cause drowsiness.', '1 tablet ×1 slots 0-0-0-1'],
];

/** Each of these could be read wrongly; the clinician is asked instead. */
const ASK: readonly (readonly [sig: string, why: string])[] = [
  ['Take as directed', 'says nothing'],
  ['Take 1 tablet as directed', 'says nothing'],
  ['UAD', 'says nothing'],
  ['See package insert', 'says nothing'],
  ['Take 1 tablet', 'no times'],
  ['Take 1 tablet as needed', 'no limit'],
  ['Take 1 tablet by mouth once', 'a single dose'],
  ['Take 1 tablet at 8 pm', 'a clock time'],
  ['Take 2 tablets by mouth on day 1, then 1 tablet daily on days 2 to 5', 'steps'],
  ['Take 4 tablets daily for 3 days, 2 tablets daily for 3 days', 'steps'],
  ['Take 1 tablet at bedtime for 3 days and 1 tablet twice daily', 'steps'],
  ['Take 1 tablet at bedtime, increase to 2 tablets after 1 week', 'titration'],
  ['Taper: 3 tablets, 2 tablets, 1 tablet', 'taper'],
  ['Alternate 1 tablet and 2 tablets daily', 'alternating'],
  ['Take 1 tablet every other day', 'not daily'],
  ['Take 1 tablet by mouth once a week, on an empty stomach', 'not daily'],
  ['Take 1 tablet on Monday and Friday', 'not daily'],
  ['Take 1 tablet every 5 hours', 'no whole number of doses a day'],
  ['Take 1 tablet every 72 hours', 'not daily'],
  ['Take 1 tablet every 6 hours while awake', 'fewer than the hours say'],
  ['Take 1 tablet 3 times daily every 6 hours', '3 or 4'],
  ['Take 1 tablet twice daily at bedtime', '1 or 2'],
  ['Take 1 tablet every evening at bedtime', 'one time in two names'],
  ['Take 1 tablet every evening, at bedtime', 'one time in two names'],
  ['Take 1 tablet daily and at bedtime', '1 or 2'],
  ['Take 1 tablet with meals and at bedtime', '1, 2 or 4'],
  ['Take 1 tablet at bedtime and with meals', '1, 2 or 4'],
  ['Take 1 tablet at bedtime and as needed', 'both'],
  ['Take 1 tablet with meals', 'how many meals'],
  ['1 tab TID ac and hs', '3 or 4'],
  ['Take 1 tablet in the morning and 2 tablets at bedtime as needed', 'which is as needed'],
  ['Take 1 tablet 3 times daily, max 2 tablets a day', 'contradiction'],
  ['Take 1 tablet (2 tablets) daily', 'contradiction'],
  ['Take 3 (two) tablets daily', 'contradiction'],
  ['Take 2 half tablets at bedtime', 'one tablet or two and a half'],
  ['Take 1-1/2 tablets at bedtime', 'range or one and a half'],
  ['Take 2 0.5 mg tablets daily', 'strength or number'],
  ['1 T PO BID', 'tablet or tablespoon'],
  ['1 tablespoon in water daily', 'unit that is not counted'],
  ['2 puffs every 4 to 6 hours as needed for wheezing', 'unit that is not counted'],
  ['1 spray in each nostril daily', 'unit that is not counted'],
  ['Apply to itchy areas 2 times a day as needed', 'no dose'],
  ['Take 1 tablet daily unless dizzy', 'condition'],
  ['If pain is severe take 2 tablets daily', 'condition'],
  ['Take 1 tablet daily, hold if drowsy', 'condition'],
  ['Do not take 1 tablet daily', 'negation'],
  ['Take 1 tablet daily or 2 tablets daily', 'choice'],
  ['Take 1 tablet at bedtime, may repeat once', 'repeat'],
  ['Take 1 tablet every 8 hours for 5 to 7 days', 'open bound'],
  ['Tome 1 tableta cada 8 horas', 'another language without fields'],
  ['', 'nothing written'],
];

describe('the words of a sig are read completely or not at all', () => {
  test.each(READABLE)('"%s" is %s', (text, expected) => {
    expect(line(readDosage({ text }))).toBe(expected);
  });
  test.each(ASK)('"%s" is not read: %s', (text) => {
    expect(line(readDosage({ text }))).toBe('not read');
  });
  test('a sig of any length and words never throws and keeps its words', () => {
    const word = fc.constantFrom(
      ...READABLE.flatMap(([sig]) => sig.split(' ')),
      'then',
      '(',
      ')',
      '½',
      '#',
      'and',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ').trim();
        expect(readDosage({ text }).text).toBe(text);
      }),
    );
  });
  test('no extra words make a readable sig read as another dose', () => {
    const sig = fc.constantFrom(...READABLE.map(([text]) => text));
    fc.assert(
      fc.property(sig, fc.stringMatching(/^[a-z]{3,12}$/), (text, extra) => {
        const before = line(readDosage({ text }));
        expect([before, 'not read']).toContain(line(readDosage({ text: `${text} zz${extra}` })));
      }),
    );
  });
});
