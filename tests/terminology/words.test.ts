import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex, plainWords } from '../../src/terminology/words';

describe('words made comparable', () => {
  it.each([
    ['tiZANidine HCl 4 MG', 'tizanidine hcl 4 mg'],
    ['Café-au-Lait (ER)', 'cafe au lait er'],
    ['Cáncer de PRÓSTATA', 'cancer de prostata'],
    ["Graves' disease", 'graves disease'],
    ['HYDROcodone/APAP', 'hydrocodone apap'],
    ['metaxalone 2.8 MG, b.i.d.', 'metaxalone 2.8 mg b i d'],
    ['E.E.S. 0.5%', 'e e s 0.5%'],
    ['ﬂuoxetine', 'fluoxetine'],
    ['  two\n lines\t', 'two lines'],
    ['—', ''],
  ])('%s', (written, plain) => {
    expect(plainWords(written)).toBe(plain);
  });

  it('stay as they are when made comparable again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = plainWords(text);
        expect(plainWords(once)).toBe(once);
      }),
    );
  });
});

describe('names found in a text', () => {
  const index = new NameIndex<string>();
  for (const name of ['soma', 'soma compound', 'tylenol', 'tylenol pm', 'somatropin']) index.add(name, name);
  const found = (text: string) => index.findIn(plainWords(text)).map(({ name }) => name);

  it('are whole words: Soma is not in Somatuline, Somavert or liposomal', () => {
    expect(found('Somatuline Depot, Somavert, liposomal doxorubicin')).toEqual([]);
    expect(found('SOMA 350 mg')).toEqual(['soma']);
  });

  it('are the longest at their place, and found again further on', () => {
    expect(found('Soma Compound with codeine; soma')).toEqual(['soma compound', 'soma']);
    expect(found('Tylenol PM and Tylenol')).toEqual(['tylenol pm', 'tylenol']);
  });

  it('tell the place of their first word', () => {
    expect(index.findIn('take tylenol pm')).toEqual([{ name: 'tylenol pm', value: 'tylenol pm', at: 1 }]);
  });

  it('keep their first value, and no empty name', () => {
    const first = new NameIndex<number>();
    first.add('soma', 1);
    first.add('soma', 2);
    first.add('', 3);
    expect(first.get('soma')).toBe(1);
    expect(first.get('')).toBeUndefined();
    expect(first.findIn('')).toEqual([]);
  });
});
