import { describe, expect, it } from 'vitest';
import { RED_FLAG_RULES } from '../../src/knowledge/red-flags/all';
import { redFlagItems } from '../../src/review/red-flag-items';
import { reviewLine } from './red-flag-chart';

const itemsOf = (line: string) => redFlagItems(reviewLine(line));
const headlines = (line: string) => itemsOf(line).map(({ headline }) => headline);

const OSTEOPOROSIS = 'icd:M81.0|Osteoporosis@3000';
const FALL = 'icd:W18.30XA|Fall_at_home@40';
const WARFARIN = 'med:warfarin_5_MG_Oral_Tablet@30';

describe('red-flag items', () => {
  it('a fall, weak bone and a steroid are one fracture risk, with the worst tier and its parts named once', () => {
    const items = itemsOf(`age:60 ${OSTEOPOROSIS} ${FALL} med:prednisone_5_MG_Oral_Tablet@100,days=120`);
    expect(items.map(({ id, tier }) => [id, tier])).toEqual([['fracture', 'urgent']]);
    expect(items[0]?.headline).toBe(
      'Fall at home, 10/13/2026 + Osteoporosis, 09/05/2018 + prednisone 5 MG Oral Tablet, 08/14/2026: fracture risk',
    );
  });

  it('several fracture features of one woman are one item, each once; age and sex, which weigh in it, stand under Why', () => {
    const [item] = itemsOf(`age:72 sex:female ${OSTEOPOROSIS} ${FALL}`);
    expect(item?.tier).toBe('urgent-sameday');
    expect(item?.hits.map(({ rule }) => rule.id)).toContain('FRACTURE_COMBINATION');
    expect(item?.headline).toBe('Fall at home, 10/13/2026 + Osteoporosis, 09/05/2018: fracture risk');
    expect(item?.hits.flatMap(({ evidence }) => evidence.map(({ text }) => text))).toEqual(
      expect.arrayContaining(['female', 'age 72']),
    );
  });

  it('cancer history and weight loss are one', () => {
    expect(headlines('icd:Z85.3|History_of_breast_cancer@4000 icd:R63.4|Weight_loss@30')).toEqual([
      'History of breast cancer, 12/10/2015 + Weight loss, 10/23/2026: possible spread to the spine',
    ]);
  });

  it('an anticoagulant beside a new nerve sign is one emergency', () => {
    const items = itemsOf(`${WARFARIN} icd:R33.9|Urinary_retention@3`);
    expect(items.map(({ id, tier }) => [id, tier])).toEqual([['nerve', 'emergency']]);
    expect(items[0]?.headline).toBe(
      'Urinary retention, 11/19/2026 + warfarin 5 MG Oral Tablet, 10/23/2026: bleed around the cord or cauda equina',
    );
  });

  it('an emergency is never merged into a wider item, and stands first', () => {
    const items = itemsOf(`${OSTEOPOROSIS} ${FALL} icd:I71.4|Abdominal_aortic_aneurysm@900 yes:fever`);
    expect(items.map(({ tier }) => tier)).toEqual(['emergency', 'urgent-sameday', 'urgent']);
    expect(items[0]?.hits.map(({ rule }) => rule.id)).toEqual(['AAA']);
  });

  it('one medicine that is the only evidence of two flags is one item, titled by it', () => {
    expect(headlines('med:capecitabine_500_MG_Oral_Tablet@10')).toEqual([
      'capecitabine 500 MG Oral Tablet, 11/12/2026: current cancer and weak immune system',
    ]);
  });

  it('asks what the chart cannot tell: a known aneurysm, an incontinence coded last week', () => {
    expect(headlines('icd:I71.4|Abdominal_aortic_aneurysm@900')).toEqual([
      'Abdominal aortic aneurysm, recorded 900 days ago: is this pain new or sudden?',
    ]);
    expect(headlines('icd:R32|Urinary_incontinence@6')).toEqual([
      'Urinary incontinence, recorded 6 days ago: new, or long-standing?',
    ]);
  });

  it('a yes of the visit is named in words, never by its code', () => {
    const [item] = itemsOf('yes:ces-saddle');
    expect(item?.headline).toBe('Possible cauda equina pattern: numb between the legs');
    expect(item?.window).toBe('said today');
  });

  it('age is a part of a fracture or cancer item and no item by itself', () => {
    expect(itemsOf('age:72')).toEqual([]);
    expect(headlines(`age:72 ${OSTEOPOROSIS}`)).toEqual(['Osteoporosis, 09/05/2018 + age 72: fracture risk']);
  });

  it('organs that can hurt in the back are one folded line with their count', () => {
    const items = itemsOf('icd:N20.0|Kidney_stone@30 icd:K80.20|Gallstones@400');
    expect(items.map(({ id, headline }) => [id, headline])).toEqual([
      ['other-causes', 'Other causes on record (2): Kidney stone, 10/23/2026 + Gallstones, 10/18/2025'],
    ]);
  });

  it('loses no hit but age alone: every other one stands in exactly one item', () => {
    const line = `age:72 sex:female ${OSTEOPOROSIS} ${FALL} ${WARFARIN} icd:D66@900 icd:I71.4@900 icd:A41.9@20 icd:N20.0@30
      icd:Z85.3@900 icd:M45.9@900 icd:Z33.1@30 yes:ces-urine yes:night yes:duration yes:inject yes:chest temp:39@1`;
    const review = reviewLine(line);
    const shown = redFlagItems(review)
      .flatMap(({ hits }) => hits.map(({ rule }) => rule.id))
      .sort();
    expect(shown).toEqual(review.redFlags.map(({ rule }) => rule.id).sort());
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length).toBeGreaterThan(14);
    for (const id of shown) expect(RED_FLAG_RULES.map((rule) => rule.id)).toContain(id);
  });

  it('are ordered by tier whatever the order of the entries', () => {
    const words = [OSTEOPOROSIS, FALL, 'icd:I71.4@900', 'icd:Z85.3@900', 'yes:fever', 'icd:N20.0@30'];
    const ids = (line: string) => itemsOf(line).map(({ id }) => id);
    expect(ids([...words].reverse().join(' ')).sort()).toEqual(ids(words.join(' ')).sort());
    const order = ['emergency', 'urgent-sameday', 'urgent', 'consider'];
    const tiers = itemsOf(words.join(' ')).map(({ tier }) => order.indexOf(tier));
    expect(tiers).toEqual([...tiers].sort((a, b) => a - b));
  });
});
