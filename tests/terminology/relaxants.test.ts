import { describe, expect, it } from 'vitest';
import { readRelaxant } from '../../src/terminology/relaxants';
import { medicine } from './recognised';

const drug = (ingredient: string, route: Parameters<typeof readRelaxant>[2], text = '', ...with_: string[]) =>
  readRelaxant(ingredient, [ingredient, ...with_], route, text);

describe('cyclobenzaprine', () => {
  it.each([
    ['cyclobenzaprine 10 mg tablet', 'oral', 'cyclobenzaprine_ir', true],
    ['cyclobenzaprine er 15 mg', 'oral', 'cyclobenzaprine_er', true],
    ['amrix 15 mg', 'unknown', 'cyclobenzaprine_er', true],
    ['24 hr cyclobenzaprine 30 mg', 'oral', 'cyclobenzaprine_er', true],
    ['cyclobenzaprine 2.8 mg', 'unknown', 'cyclobenzaprine_sl', true],
    ['cyclobenzaprine', 'sublingual', 'cyclobenzaprine_sl', true],
    ['cyclobenzaprine', 'unknown', 'cyclobenzaprine_ir', false],
    ['cyclobenzaprine', 'oral', 'cyclobenzaprine_ir', false],
  ] as const)('"%s" by route %s is %s, form stated: %s', (text, route, id, formStated) => {
    expect(drug('cyclobenzaprine', route, text)).toEqual({ drug: id, formStated });
  });
});

describe('a relaxant that is not taken home is set aside with its reason', () => {
  it.each([
    ['baclofen', 'intrathecal', 'pump'],
    ['baclofen', 'injection', 'pump'],
    ['methocarbamol', 'injection', 'injection'],
    ['dantrolene', 'injection', 'injection'],
    ['baclofen', 'topical', 'skin'],
    ['cyclobenzaprine', 'transdermal', 'skin'],
    ['tizanidine', 'rectal', 'another route'],
    ['diazepam', 'rectal', 'seizures'],
    ['diazepam', 'nasal', 'seizures'],
    ['diazepam', 'sublingual', 'seizures'],
    ['diazepam', 'injection', 'injection'],
  ] as const)('%s, %s', (ingredient, route, reason) => {
    const reading = drug(ingredient, route);
    expect(reading.drug).toBeUndefined();
    expect(reading.setAside).toContain(reason);
  });

  it('but stays a sedative: rescue diazepam is still a benzodiazepine', () => {
    const match = medicine([], ['Diastat 10 mg rectal gel']);
    expect(match.groups.map(({ group }) => group)).toEqual(['benzodiazepine']);
    expect(match.setAside).toBeDefined();
  });

  it('an oral one beside the pump in the same entry still counts', () => {
    expect(
      medicine([], ['baclofen 10 mg'], 'Take 1 tablet by mouth, in addition to the pump').relaxants,
    ).toHaveLength(1);
  });
});

describe('a relaxant whose route nobody states counts', () => {
  it.each(['baclofen', 'tizanidine', 'diazepam', 'methocarbamol', 'thiocolchicoside', 'eperisone'])(
    '%s',
    (name) => {
      expect(drug(name, 'unknown')).toEqual({ drug: name, formStated: true });
    },
  );

  it('orphenadrine with aspirin is its own drug', () => {
    expect(drug('orphenadrine', 'oral', '', 'aspirin', 'caffeine').drug).toBe('orphenadrine_asa_caffeine');
    expect(drug('orphenadrine', 'oral').drug).toBe('orphenadrine');
  });
});
