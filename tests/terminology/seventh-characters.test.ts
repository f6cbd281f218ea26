import { describe, expect, it } from 'vitest';
import { countsInPhase, isSelfHarm, phaseOf } from '../../src/terminology/seventh-characters';
import { groupsOfCondition } from './recognised';

describe('the 7th character tells the phase of care', () => {
  it.each([
    ['S32010A', 'active'],
    ['S32010B', 'active'],
    ['M8008XA', 'active'],
    ['S32010D', 'follow-up'],
    ['S32010G', 'follow-up'],
    ['S32010K', 'follow-up'],
    ['S32010S', 'late-effect'],
    ['T40601S', 'late-effect'],
  ])('%s is %s', (code, phase) => {
    expect(phaseOf(code)).toBe(phase);
  });

  it('does not exist for shorter codes and for other chapters', () => {
    for (const code of ['S32', 'S3201', 'C7951', 'G8250', 'Z87310', 'F101099'])
      expect(phaseOf(code)).toBeUndefined();
  });
});

describe('a broken vertebra', () => {
  it('is a fracture while treated, a healing one while followed, and neither as a late effect', () => {
    expect(groupsOfCondition(['ICD-10-CM S32.010A'])).toContain('vertebral_fracture');
    expect(groupsOfCondition(['ICD-10-CM S32.010A'])).not.toContain('vertebral_fracture_healing');
    expect(groupsOfCondition(['ICD-10-CM S32.010G'])).toContain('vertebral_fracture_healing');
    expect(groupsOfCondition(['ICD-10-CM S32.010G'])).not.toContain('vertebral_fracture');
    expect(groupsOfCondition(['ICD-10-CM S32.010S'])).toEqual([]);
  });

  it('without a 7th character reads as treated', () => {
    expect(groupsOfCondition(['ICD-10-CM S32.0'])).toContain('vertebral_fracture');
  });

  it('from osteoporosis counts while it heals', () => {
    expect(groupsOfCondition(['ICD-10-CM M80.08XD'])).toContain('vertebral_fracture');
    expect(groupsOfCondition(['ICD-10-CM M80.08XS'])).not.toContain('vertebral_fracture');
    expect(groupsOfCondition(['ICD-10-CM M80.08XS'])).toContain('osteoporosis');
  });
});

describe('an accident', () => {
  it('counts at any visit but the late ones', () => {
    for (const last of ['A', 'D']) expect(groupsOfCondition([`ICD-10-CM W19.XXX${last}`])).toContain('falls');
    expect(groupsOfCondition(['ICD-10-CM W19.XXXS'])).toEqual([]);
  });

  it('takes every phase in a group that does not ask', () => {
    expect(countsInPhase('motor_deficit', 'S24101S')).toBe(true);
  });
});

describe('self-harm is the 6th character of a poisoning', () => {
  it.each(['T424X2A', 'T391X2D', 'T71162A', 'T50902A'])('%s is meant', (code) => {
    expect(isSelfHarm(code)).toBe(true);
  });

  it.each(['T424X1A', 'T424X5A', 'T424X2S', 'S32012A', 'T2112XA'])('%s is not', (code) => {
    expect(isSelfHarm(code)).toBe(false);
  });

  it('makes a suicidality entry of the chart', () => {
    expect(groupsOfCondition(['ICD-10-CM T42.4X2A'])).toContain('suicidality');
    expect(groupsOfCondition(['ICD-10-CM T42.4X1A'])).not.toContain('suicidality');
  });
});
