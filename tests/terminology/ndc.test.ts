import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ndc9Readings } from '../../src/terminology/ndc';
import { groupsOfMedicine, medicine } from './recognised';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe('an NDC in any of its forms', () => {
  it('keeps labeler and product of the three hyphenated ten-digit forms, padded to nine digits', () => {
    expect(ndc9Readings('0378-0751-93')).toEqual(['003780751']);
    expect(ndc9Readings('50268-188-15')).toEqual(['502680188']);
    expect(ndc9Readings('50268-1881-1')).toEqual(['502681881']);
  });

  it('reads eleven digits with or without hyphens, and labeler and product alone', () => {
    expect(ndc9Readings('00378-0751-93')).toEqual(['003780751']);
    expect(ndc9Readings('00378075193')).toEqual(['003780751']);
    expect(ndc9Readings(' 0378-0751 ')).toEqual(['003780751']);
  });

  it('gives all three readings of ten bare digits, because their hyphens are lost', () => {
    expect(ndc9Readings('0378075193')).toEqual(['003780751', '037800751', '037807519']);
  });

  it('is nothing when it is not an NDC', () => {
    for (const code of [
      '',
      'abc',
      '123',
      '1-2-3',
      '123456-1234-12',
      '12345-12345-1',
      '123456789012',
      '12-34',
    ])
      expect(ndc9Readings(code)).toEqual([]);
  });

  it('means the same however it is written', () => {
    fc.assert(
      fc.property(digits(5), digits(4), digits(2), (labeler, product, pack) => {
        const nine = labeler + product;
        expect(ndc9Readings(`${labeler}-${product}-${pack}`)).toEqual([nine]);
        expect(ndc9Readings(nine + pack)).toEqual([nine]);
        if (labeler.startsWith('0')) {
          expect(ndc9Readings(`${labeler.slice(1)}-${product}-${pack}`)).toEqual([nine]);
          expect(ndc9Readings(labeler.slice(1) + product + pack)).toContain(nine);
        }
      }),
    );
  });
});

describe('a relaxant that only an NDC names', () => {
  it.each([
    ['NDC 0115-1010-01', 'baclofen'],
    ['NDC 00115-1010-01', 'baclofen'],
    ['NDC 00115101001', 'baclofen'],
    ['NDC 0115101001', 'baclofen'],
    ['NDC 0037-2001-01', 'carisoprodol'],
    ['NDC 0254-2005-01', 'chlorzoxazone'],
    ['NDC 0093-1920-01', 'cyclobenzaprine_ir'],
    ['NDC 70792-0102-30', 'cyclobenzaprine_sl'],
    ['NDC 0115-4411-01', 'dantrolene'],
    ['NDC 0115-1745-01', 'metaxalone'],
    ['NDC 0143-1290-01', 'methocarbamol'],
    ['NDC 0115-2011-01', 'orphenadrine'],
    ['NDC 0185-0034-01', 'tizanidine'],
  ])('%s is %s', (code, drug) => {
    expect(groupsOfMedicine([code], [])).toEqual([drug]);
  });

  it('given by pump or by injection is set aside with its reason', () => {
    expect(medicine(['NDC 14789-0161-01'], [])).toMatchObject({ relaxants: [], route: 'intrathecal' });
    expect(medicine(['NDC 0404-9992-01'], []).setAside).toContain('injection');
  });

  it('is not guessed from a product that the list does not hold', () => {
    expect(medicine(['NDC 99999-9999-99'], []).recognition).toBe('not-recognised');
  });
});
